// JSON arrays of strings, as the exec forms write them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::dockerfile {

struct JsonArray {
    enum class Kind : unsigned char {
        None,  ///< no JSON array, so the text is taken as it stands
        Strings,
        NotStrings,  ///< a JSON array that holds something else, which is an error
    };
    struct Element {
        std::string value;
        std::size_t begin = 0, end = 0;  ///< bytes of the text, quotes included
    };
    Kind kind = Kind::None;
    std::vector<Element> elements;  ///< where kind is Strings
};

/// Reads a text that is wholly one JSON array (RFC 8259). Bytes that are no UTF-8 and lone surrogates
/// become U+FFFD.
[[nodiscard]] JsonArray readJsonArray(std::string_view text);

}  // namespace slipway::dockerfile
