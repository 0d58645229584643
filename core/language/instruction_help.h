// What each instruction and each of its flags is for, in words, and the forms in which it is written.
#pragma once

#include "dockerfile/syntax_tree.h"

#include <span>
#include <string_view>

namespace slipway::language {

struct FlagHelp {
    std::string_view name;   ///< "from"
    std::string_view value;  ///< what stands behind "=": "STAGE|IMAGE"; empty for a flag that is on by its name alone
    std::string_view text;   ///< a sentence or two
    std::string_view choices = {};  ///< values to offer, blanks between them
};

struct InstructionHelp {
    dockerfile::Keyword keyword;
    std::string_view text;                    ///< a paragraph
    std::span<const std::string_view> forms;  ///< "COPY [FLAGS] SOURCE... DESTINATION"
    std::span<const FlagHelp> flags;
    std::string_view snippet;  ///< its ordinary form to fill in, placeholders as ${1:…}
};

/// Of all instructions, in order of their keywords.
[[nodiscard]] std::span<const InstructionHelp> instructionHelp();
/// nullptr for Unknown.
[[nodiscard]] const InstructionHelp* helpOf(dockerfile::Keyword keyword);
/// nullptr for a flag that the instruction doesn't have.
[[nodiscard]] const FlagHelp* helpOf(dockerfile::Keyword keyword, std::string_view flag);

/// An option of `RUN --mount=`, and the types that take it ("bind cache").
struct MountOption {
    std::string_view name, types, text;
    bool takesValue = true;
};
[[nodiscard]] std::span<const MountOption> mountOptions();

/// A parser directive and what it does.
struct DirectiveHelp {
    std::string_view name, text, snippet;
};
[[nodiscard]] std::span<const DirectiveHelp> directiveHelp();

}  // namespace slipway::language
