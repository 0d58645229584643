// Here-documents: which words of a line open one.
//
// Reference: "Here-Documents" of the Dockerfile reference.
#pragma once

#include "text/error.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::dockerfile {

/// A word that opens a here-document.
struct HeredocOpening {
    std::string name;
    bool expand = true;
    bool stripTabs = false;
    unsigned fileDescriptor = 0;
    std::size_t begin = 0, end = 0;  ///< bytes of the line
};

/// Reads one word such as `<<EOF`, `3<<-"EOF"`; nullopt where it opens none. Fails for a broken quote.
[[nodiscard]] Result<std::optional<HeredocOpening>> readHeredocWord(std::string_view word);
/// All that a line opens, in order. A blank may stand between `<<` and the name.
/// A line with an open quote or a malformed substitution opens none.
[[nodiscard]] std::vector<HeredocOpening> heredocsInLine(std::string_view line);

}  // namespace slipway::dockerfile
