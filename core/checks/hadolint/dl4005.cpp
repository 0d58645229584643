#include "checks/hadolint/commands.h"
#include "checks/hadolint/run_edits.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks::dl4005 {

using namespace hadolint;

namespace {

constexpr std::string_view kShell = "/bin/sh";
constexpr shell::OptionSyntax kOptions{"tS", "--target-directory --suffix"};

/// The link is the shell's own name.
bool replacesShell(const shell::Arguments& arguments) {
    return !arguments.operands.empty() && arguments.operands.back()->value == kShell;
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL4005",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "SHELL changes the shell, not a link.",
    .explanation =
        "A link from /bin/sh to another shell changes it for every script in the image, also for those that were "
        "written for the old one. SHELL changes it for the RUNs that follow, and no more.",
    .onbuild = Onbuild::InsideToo,
    .programs = "ln",
    .find =
        [](const Subject& subject, Report& report) {
            complainOnce(subject, report, [](const shell::Invocation& command) -> std::optional<Complaint> {
                if (command.name() != "ln" || !std::ranges::contains(command.words(), kShell, &shell::Word::value)) {
                    return std::nullopt;
                }
                return Complaint{replacesShell(command.arguments(kOptions))
                                     ? text::say("Change the shell with SHELL, not with a link at /bin/sh")
                                     : text::say("Name the shell with SHELL, not with a link to /bin/sh"),
                                 headOf(command)};
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const Line* line = editableRun(subject, finding);
        if (!line || line->stage < 0 || line->script->commands().size() != 1 || !line->instruction->flags.empty()) {
            return std::nullopt;
        }
        const shell::Arguments arguments = line->script->commands().front().arguments(kOptions);
        const shell::Word* target =
            arguments.operands.size() == 2 && replacesShell(arguments) ? arguments.operands.front() : nullptr;
        const auto program =
            target && target->constant && target->value.starts_with('/') ? jsonString(target->value) : std::nullopt;
        if (!program || line->instruction->range.of(subject.tree.text()).contains('\n')) {
            return std::nullopt;
        }
        const bool isLower = line->instruction->keywordText == "run";
        // Scripts of the image that begin with #!/bin/sh have their old shell again.
        return fixOf(
            text::say("Write SHELL instead"),
            {{line->instruction->range, std::string(isLower ? "shell" : "SHELL") + " [" + *program + ", \"-c\"]"}},
            Asked::OnRequest);
    },
};

}  // namespace slipway::checks::dl4005
