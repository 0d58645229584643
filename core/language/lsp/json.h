// Values of the protocol: positions, ranges, edits. Internal to core/language/lsp.
#pragma once

#include "text/edit.h"
#include "text/position.h"

#include <nlohmann/json.hpp>

#include <span>
#include <string>
#include <string_view>

namespace slipway::lsp {

using Json = nlohmann::json;

/// What a position's `character` counts.
enum class Encoding : std::uint8_t { Utf8, Utf16 };

/// Between byte offsets of a text and the protocol's positions. A place behind a line's end is at it. One thread's.
class Places {
public:
    Places(std::string_view text, const text::LineIndex& lines, Encoding encoding)
        : m_text(text), m_lines(lines), m_encoding(encoding) {}

    [[nodiscard]] Json position(std::size_t offset) const;
    [[nodiscard]] Json range(text::Range range) const;
    [[nodiscard]] Json edits(std::span<const text::Edit> edits) const;
    /// Throws Json::exception for what is no position.
    [[nodiscard]] std::size_t offset(const Json& position) const;
    [[nodiscard]] text::Range range(const Json& range) const;
    /// 0-based line, and the character in it.
    [[nodiscard]] std::pair<std::size_t, std::size_t> lineAndCharacter(std::size_t offset) const;
    [[nodiscard]] std::size_t length(text::Range range) const;

private:
    [[nodiscard]] std::string_view line(std::size_t number) const;  ///< 1-based, without its end
    std::string_view m_text;
    const text::LineIndex& m_lines;
    Encoding m_encoding;
    struct Place {
        std::size_t line = 0, column = 0, character = 0;  ///< the line 1-based, the column in bytes
    };
    mutable Place m_last;
};

/// "/a b" and "file:///a%20b". Empty where a URI is no file's.
[[nodiscard]] std::string pathOf(std::string_view uri);
[[nodiscard]] std::string uriOf(std::string_view path);

}  // namespace slipway::lsp
