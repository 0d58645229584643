// Where a name leads: the places that define it, or the file of the context that it stands for.
#pragma once

#include "language/names.h"
#include "language/surroundings.h"

#include <string>
#include <vector>

namespace slipway::language {

struct Definition {
    std::vector<text::Range> places;  ///< of the name; for a variable, where its value comes from
    std::string file;                 ///< of the build context, relative to it; empty where it is none
};

/// Of what stands at the offset; nothing where that leads nowhere. Any thread.
[[nodiscard]] Definition definitionAt(const dockerfile::SyntaxTree& tree, const Surroundings& surroundings,
                                      std::size_t offset);

}  // namespace slipway::language
