// The stages of a Dockerfile as they stand in the text, also where it is half-typed.
#pragma once

#include "dockerfile/syntax_tree.h"

#include <string>
#include <vector>

namespace slipway::dockerfile {

/// A stage from its FROM to the end of its last instruction: comments above the next FROM mostly are about that one.
struct StageOutline {
    int index = 0;       ///< 0-based
    std::string name;    ///< of AS as written; empty where unnamed
    std::string base;    ///< FROM's image as written
    int baseStage = -1;  ///< index of the earlier stage that `base` names, or -1
    text::Range range;
    std::uint32_t line = 1, endLine = 1;  ///< 1-based, inclusive
    std::vector<int> dependsOn;           ///< earlier stages it uses (FROM, COPY --from, RUN --mount from), ascending
    std::vector<int> dependents;          ///< stages that use it
    std::vector<std::shared_ptr<const Instruction>> instructions;  ///< its FROM first
};

struct Outline {
    std::vector<std::shared_ptr<const Instruction>> global;  ///< ARGs before the first FROM
    std::vector<StageOutline> stages;

    /// The last stage that begins at or above a 1-based line, as an instruction there would belong to it; or nullptr.
    [[nodiscard]] const StageOutline* stageAt(std::uint32_t line) const;
};

[[nodiscard]] Outline outline(const SyntaxTree& tree);

/// What a list shows of an instruction behind its keyword: its arguments in one line of some `most` bytes, and of its
/// flags the one that tells where files come from.
[[nodiscard]] std::string outlineText(const Instruction& instruction, std::size_t most = 100);

}  // namespace slipway::dockerfile
