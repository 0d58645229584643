// How an instruction's arguments fall into words: one function a rule.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::dockerfile {

/// A word and the bytes it came from.
struct TextWord {
    std::string text;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// At blanks and tabs, whatever is quoted: FROM, EXPOSE, COPY, ADD, VOLUME.
[[nodiscard]] std::vector<TextWord> splitAtSeparators(std::string_view text);
/// At white space outside quotes and escapes, which stay in the words: ENV, LABEL, ARG.
/// An escape that ends the text is dropped.
[[nodiscard]] std::vector<TextWord> splitOutsideQuotes(std::string_view text, char escape);

/// A word that begins with "--".
struct TextFlag {
    std::string plain;  ///< quotes and escapes taken away
    std::size_t begin = 0, end = 0;
    std::optional<std::size_t> separator;  ///< offset of the first "="
};
struct TextFlags {
    std::vector<TextFlag> flags;
    std::size_t end = 0;                    ///< where the arguments begin: after the flags and a lone "--"
    std::optional<std::size_t> terminator;  ///< offset of a lone "--"
};
/// The flags before an instruction's arguments.
[[nodiscard]] TextFlags splitFlags(std::string_view text, char escape);

}  // namespace slipway::dockerfile
