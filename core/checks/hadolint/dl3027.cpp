#include "checks/hadolint/commands.h"
#include "checks/hadolint/installs.h"
#include "checks/hadolint/run_edits.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks::dl3027 {

using namespace hadolint;

namespace {

/// The program that does the same for scripts, and what it calls it.
struct Instead {
    std::string_view program, action;
};
std::optional<Instead> replacementOf(std::string_view action) {
    if (isOneOf(action, {"search", "show", "showpkg", "policy", "depends", "rdepends", "madison", "pkgnames"})) {
        return Instead{"apt-cache", action};
    }
    if (action == "full-upgrade") {
        return Instead{"apt-get", "dist-upgrade"};
    }
    if (isOneOf(action,
                {"update", "install", "upgrade", "dist-upgrade", "remove", "purge", "autoremove", "autopurge", "clean",
                 "autoclean", "source", "build-dep", "download", "changelog", "check", "satisfy", "reinstall"})) {
        return Instead{"apt-get", action};
    }
    return std::nullopt;
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3027",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "apt-get and apt-cache are used, not apt.",
    .explanation =
        "apt is made for people: its options and output may change from one release to the next, and it says so "
        "itself. Write apt-get or apt-cache.",
    .onbuild = Onbuild::InsideToo,
    .programs = "apt",
    .find =
        [](const Subject& subject, Report& report) {
            complainOnce(subject, report, [](const shell::Invocation& command) -> std::optional<Complaint> {
                if (command.name() != "apt") {
                    return std::nullopt;
                }
                return Complaint{text::say("apt is made for people at a terminal: use apt-get or apt-cache"),
                                 headOf(command)};
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const Line* line = editableRun(subject, finding);
        std::vector<text::Edit> edits;
        for (const shell::Invocation& command :
             line ? line->script->commands() : std::span<const shell::Invocation>()) {
            if (command.name() != "apt") {
                continue;
            }
            const shell::Word* program = programOf(command);
            const shell::Arguments arguments = command.arguments(kApt);
            const auto instead = replacementOf(arguments.subcommand());
            if (!program || program->quoted || !instead) {
                return std::nullopt;
            }
            const text::Range name = line->script->source({program->range.end - 3, program->range.end});
            edits.push_back({name, std::string(instead->program)});
            if (instead->action != arguments.subcommand()) {
                edits.push_back(
                    {line->script->source(arguments.operands.front()->range), std::string(instead->action)});
            }
        }
        const bool isWhole = std::ranges::all_of(
            edits, [&](const text::Edit& edit) { return !edit.range.of(subject.tree.text()).contains('\n'); });
        const std::string program = edits.empty() ? std::string() : edits.front().replacement;
        return isWhole ? fixOf(text::say("Write {}", program), std::move(edits)) : std::nullopt;
    },
};

}  // namespace slipway::checks::dl3027
