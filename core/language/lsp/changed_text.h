// A text while a client's changes are made in it, one after the other. Internal to core/language/lsp.
#pragma once

#include "lsp/json.h"

#include <string>
#include <string_view>
#include <vector>

namespace slipway::lsp {

/// A change costs what lies between it and the one before. One thread's.
class ChangedText {
public:
    ChangedText(std::string text, Encoding encoding);

    /// Throws Json::exception for what is no range; the text is of no use then. Places are taken as Places takes them.
    void replace(const Json& range, std::string_view replacement);
    void replaceAll(std::string text);
    [[nodiscard]] std::string take() &&;

private:
    [[nodiscard]] std::size_t end() const { return m_text.size() - m_gapSize; }
    [[nodiscard]] std::string_view restOfLine() const;  ///< with its end
    [[nodiscard]] std::size_t unitsOf(std::string_view part) const;
    void moveTo(std::size_t offset);
    void moveTo(const Json& position);
    void goAhead(std::size_t units);
    void goBack(std::size_t units);
    void leaveLineEnd();
    void erase(std::size_t begin);
    void insert(std::string_view text);

    // Changes are made at a gap in the text, which goes where the next one is. Offsets count the text alone.
    std::string m_text;
    std::size_t m_gap = 0, m_gapSize = 0;
    std::vector<std::size_t> m_starts;  ///< of the lines that begin at the gap or before it
    std::vector<std::size_t> m_after;   ///< of the others, the last one first, counted from the text's end
    std::size_t m_units = 0;            ///< between the beginning of the gap's line and the gap
    Encoding m_encoding;
};

}  // namespace slipway::lsp
