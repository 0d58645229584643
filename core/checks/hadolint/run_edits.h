// Edits of what a RUN has a shell do. Internal to core/checks.
#pragma once

#include "checks/hadolint/commands.h"
#include "checks/mending.h"
#include "text/say.h"

namespace slipway::checks::hadolint {

/// The finding's RUN, where its script stands in the file as the shell gets it and was read without a problem: nullptr
/// for the exec form.
[[nodiscard]] const Line* editableRun(const Subject& subject, const Finding& finding);

/// A blank and more behind a word.
[[nodiscard]] text::Edit addedBehind(const RunScript& script, const shell::Word& word, std::string_view more);
/// The word of a command's program, as it stands in the script; nullptr where there is none.
[[nodiscard]] const shell::Word* programOf(const shell::Invocation& command);

/// Mends every command of the finding's RUN: `edit(script, command)` gives an edit of the source where one has to be.
template <class EditOf>
std::optional<Fix> mendCommands(const Subject& subject, const Finding& finding, std::string title, EditOf edit) {
    const Line* line = editableRun(subject, finding);
    std::vector<text::Edit> edits;
    if (line) {
        for (const shell::Invocation& command : line->script->commands()) {
            if (std::optional<text::Edit> made = edit(*line->script, command)) {
                edits.push_back(std::move(*made));
            }
        }
    }
    return fixOf(std::move(title), std::move(edits));
}
/// Puts an option behind the program of each command that `lacks` it.
template <class Lacks>
std::optional<Fix> addOption(const Subject& subject, const Finding& finding, const std::string& option, Lacks lacks) {
    return mendCommands(subject, finding, text::say("Add {}", option),
                        [&](const RunScript& script, const shell::Invocation& command) -> std::optional<text::Edit> {
                            const shell::Word* behind = lacks(command);
                            return behind ? std::optional(addedBehind(script, *behind, option)) : std::nullopt;
                        });
}

/// Ends the finding's RUN with one more command, joined with && as the commands before it are laid out.
[[nodiscard]] std::optional<Fix> endWith(const Subject& subject, const Finding& finding, const std::string& command);

/// In whichever order, and however they are written.
[[nodiscard]] bool haveSameFlags(const dockerfile::Run& a, const dockerfile::Run& b);
/// Joins the finding's RUN with the one directly above it: nullopt where there is none with the same flags, or where
/// one shell would do something else than two, one after the other.
[[nodiscard]] std::optional<Fix> joinedWithPrevious(const Subject& subject, const Finding& finding,
                                                    Asked asked = Asked::Always);

}  // namespace slipway::checks::hadolint
