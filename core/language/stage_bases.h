// Which stages a stage may stand on, where variables have a say. Internal to core/language.
#pragma once

#include "dockerfile/outline.h"

#include <string_view>
#include <vector>

namespace slipway::language {

struct StageBases {
    /// Indexes of the stages: the one that its FROM names; the one that the default of the ARG names which is all of
    /// its word (`FROM $BASE`); those whose names its word with variables in it may become (`FROM cross-${ARCH}`).
    std::vector<int> stages;
    text::Range argument;  ///< where an ARG's default names it; empty where none does
};
/// Of each stage.
[[nodiscard]] std::vector<StageBases> stageBases(const dockerfile::SyntaxTree& tree,
                                                 const dockerfile::Outline& outline);
/// Could a word with variables be the name, whatever they are? Variables alone say too little.
[[nodiscard]] bool mayBecome(std::string_view word, std::string_view name);

}  // namespace slipway::language
