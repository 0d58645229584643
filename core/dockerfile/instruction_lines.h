// The physical lines of an instruction, joined. Internal to core/dockerfile.
#pragma once

#include "dockerfile/logical_line.h"
#include "dockerfile/syntax_tree.h"

#include <string>
#include <string_view>
#include <vector>

namespace slipway::dockerfile {

/// A physical line; `end` is behind its line end, `contentEnd` before it.
struct PhysicalLine {
    std::size_t begin, contentEnd, end;
    [[nodiscard]] std::string_view content(std::string_view text) const {
        return text.substr(begin, contentEnd - begin);
    }
};
/// The line that begins at a byte.
[[nodiscard]] PhysicalLine lineAt(std::string_view text, std::size_t begin);

/// What the lines of an instruction hold, here-documents' bodies apart.
struct InstructionLines {
    std::string text;  ///< joined
    SourceMap map;
    std::size_t end = 0;             ///< where the next line begins
    bool emptyContinuation = false;  ///< an empty line stands between them

    /// What lies between the pieces of `text` in the source, in order.
    struct Gap {
        TokenKind kind;
        text::Range range;
    };
    std::vector<Gap> gaps;
};
/// Reads the instruction that begins at a byte, behind its first line's white space. `out` is kept for its memory.
void joinLines(std::string_view text, std::size_t begin, char escape, InstructionLines& out);

}  // namespace slipway::dockerfile
