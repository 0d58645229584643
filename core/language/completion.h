// What can be written at a place.
#pragma once

#include "language/surroundings.h"
#include "plan/plan.h"

#include <string>
#include <vector>

namespace slipway::language {

enum class CompletionKind : std::uint8_t {
    Instruction,
    Directive,
    Flag,
    Value,
    Stage,
    Variable,
    File,
    Folder,
    Image,
    Snippet,
};

struct Completion {
    CompletionKind kind = CompletionKind::Value;
    std::string label;
    std::string detail;         ///< short: a value, a size, a form
    std::string documentation;  ///< sentences
    std::string insert;         ///< placeholders as ${1:…} where `snippet` is set
    bool snippet = false;
    bool again = false;  ///< something can follow at once: ask again
    text::Range replace;
    std::string ask = {};  ///< instead of putting something in, ask a registry for the tags of this repository
};

/// In the order in which they are best shown; those that begin as what stands before the offset does. Any thread.
[[nodiscard]] std::vector<Completion> complete(const plan::BuildPlan& plan, const Surroundings& surroundings,
                                               std::size_t offset);

}  // namespace slipway::language
