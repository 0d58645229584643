// The one place where the command line takes nlohmann's JSON, with an order that people can read.
#pragma once

#include "layer/digest.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace slipway::cli {

using Json = nlohmann::ordered_json;

/// Null where there is no value.
template <class T>
[[nodiscard]] Json orNull(const std::optional<T>& value) {
    return value ? Json(*value) : Json(nullptr);
}
[[nodiscard]] inline Json orNull(const std::optional<layer::Digest>& digest) {
    return digest ? Json(digest->toString()) : Json(nullptr);
}
/// Bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] inline std::string dump(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace slipway::cli
