// The forms of the instruction that is being written, and which part of them it is at.
#pragma once

#include "dockerfile/syntax_tree.h"

#include <optional>
#include <string>
#include <vector>

namespace slipway::language {

struct SignatureHelp {
    struct Signature {
        std::string label;                    ///< "COPY [FLAGS] SOURCE... DESTINATION"
        std::vector<text::Range> parameters;  ///< bytes of the label
    };
    std::vector<Signature> signatures;
    std::string documentation;
    std::size_t active = 0;     ///< index into `signatures`
    std::size_t parameter = 0;  ///< index into its parameters
    bool command = false;       ///< it is in a command, whose words have a language of their own
};

/// nullopt where no instruction's arguments are written. Any thread.
[[nodiscard]] std::optional<SignatureHelp> signatureHelp(const dockerfile::SyntaxTree& tree, std::size_t offset);

}  // namespace slipway::language
