// What a file holds, as outlines and breadcrumbs show it; what folds; what a selection grows to.
#pragma once

#include "dockerfile/outline.h"

#include <string>
#include <vector>

namespace slipway::language {

enum class SymbolKind : std::uint8_t { Stage, Instruction, Variable };

struct DocumentSymbol {
    SymbolKind kind = SymbolKind::Instruction;
    std::string name;    ///< "runtime", "RUN", "VERSION"
    std::string detail;  ///< "FROM debian:13", the arguments in one line, the default value
    text::Range range;   ///< all of it
    text::Range nameRange;
    std::vector<DocumentSymbol> children;
};

/// Stages with their instructions; above them the ARGs that stand before the first FROM. Any thread.
[[nodiscard]] std::vector<DocumentSymbol> documentSymbols(const dockerfile::SyntaxTree& tree,
                                                          const dockerfile::Outline& outline);

struct FoldingRange {
    enum class Kind : std::uint8_t { Region, Comment };
    std::uint32_t line = 1, endLine = 1;  ///< 1-based, inclusive
    Kind kind = Kind::Region;
};
/// Stages, instructions of several lines, here-documents, runs of comment lines; by line, the larger of two first. The
/// desktop folds these, and its syntax definition marks those that one line after the other can tell. Any thread.
[[nodiscard]] std::vector<FoldingRange> foldingRanges(const dockerfile::SyntaxTree& tree,
                                                      const dockerfile::Outline& outline);

/// From the smallest thing at the offset to the whole text: word, flag, arguments, instruction, stage. Any thread.
[[nodiscard]] std::vector<text::Range> selectionRanges(const dockerfile::SyntaxTree& tree,
                                                       const dockerfile::Outline& outline, std::size_t offset);

}  // namespace slipway::language
