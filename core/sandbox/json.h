// The one door through which this concept reads and writes JSON.
#pragma once

#include <nlohmann/json.hpp>

namespace slipway::sandbox {

using Json = nlohmann::json;

/// Text of a value; bytes that are not UTF-8 become U+FFFD instead of an exception.
[[nodiscard]] inline std::string toText(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace slipway::sandbox
