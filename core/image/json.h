// The one place where this folder reads JSON: bounded, and errors as values.
#pragma once

#include "text/error.h"

#include <nlohmann/json.hpp>

#include <string_view>

namespace slipway::image {

using Json = nlohmann::json;

/// Parses an object of at most `limit` bytes and 32 levels. `what` names it in messages: "the image's manifest".
[[nodiscard]] Result<Json> parseJsonObject(std::string_view text, std::size_t limit, const std::string& what);
/// Text without white space, keys in byte order; bytes that aren't UTF-8 become U+FFFD.
[[nodiscard]] std::string writeJson(const Json& json);

}  // namespace slipway::image
