#include "checks/hadolint/commands.h"
#include "checks/hadolint/run_edits.h"
#include "checks/hadolint/words.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks::dl3004 {

using namespace hadolint;

namespace {

enum class User : std::uint8_t { Root, Unknown, Other };

bool isRoot(std::string_view user) {
    user = withoutQuotes(user);
    user = user.substr(0, user.find(':'));
    return user.empty() || user == "root" || user == "0";
}

/// Who runs a line's commands.
User userAt(const Subject& subject, const Line& line) {
    int stage = line.stage;
    for (int depth = 0; depth < 100 && stage >= 0; ++depth) {
        const dockerfile::User* last = nullptr;
        subject.each<dockerfile::User>([&](const Line& other, const dockerfile::User& user) {
            const bool isAbove = other.instruction->range.begin < line.instruction->range.begin;
            last = other.stage == stage && isAbove ? &user : last;
        });
        if (last) {
            return isRoot(last->user.text) ? User::Root : User::Other;
        }
        const auto index = static_cast<std::size_t>(stage);
        if (index >= subject.plan.stages.size()) {
            break;
        }
        if (const plan::Base* base = plan::baseOf(subject.surroundings.bases, subject.plan.stages[index].base)) {
            return isRoot(base->config->user) ? User::Root : User::Other;
        }
        stage = parentOf(subject, stage);
    }
    return User::Unknown;
}

std::optional<Fix> withoutSudo(const Subject& subject, const Finding& finding) {
    const Line* line = editableRun(subject, finding);
    const User user = line ? userAt(subject, *line) : User::Other;
    if (user == User::Other) {
        return std::nullopt;
    }
    std::vector<text::Edit> edits;
    for (const shell::Invocation& command : line->script->commands()) {
        const auto& words = command.command().words;
        const auto sudo = std::ranges::find(words, std::string_view("sudo"), &shell::Word::value);
        if (command.name() != "sudo" && !std::ranges::contains(command.wrappers(), "sudo")) {
            continue;
        }
        // Its options and what it sets have a meaning of their own.
        const bool isBare = sudo != words.end() && sudo + 1 != words.end() && !(sudo + 1)->value.starts_with('-') &&
                            !(sudo + 1)->value.contains('=');
        if (!isBare) {
            return std::nullopt;
        }
        const text::Range range{line->script->source(sudo->range).begin, line->script->source((sudo + 1)->range).begin};
        if (range.of(subject.tree.text()).contains('\n')) {
            return std::nullopt;
        }
        edits.push_back({range, ""});
    }
    return fixOf(text::say("Leave sudo out"), std::move(edits), user == User::Root ? Asked::Always : Asked::OnRequest);
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3004",
    .family = Family::Hadolint,
    .severity = Severity::Error,
    .description = "A RUN does without sudo.",
    .explanation =
        "A build runs as root until USER says otherwise, so sudo only adds a program, its configuration and a "
        "terminal that it may ask for. Go back with USER root; where a container has to change users as it starts, "
        "use gosu or su-exec.",
    .onbuild = Onbuild::InsideToo,
    .programs = "sudo",
    .find =
        [](const Subject& subject, Report& report) {
            complainOnce(subject, report, [](const shell::Invocation& command) -> std::optional<Complaint> {
                if (command.name() != "sudo" && !std::ranges::contains(command.wrappers(), "sudo")) {
                    return std::nullopt;
                }
                return Complaint{
                    text::say("sudo behaves unpredictably in a build: use USER, or gosu when a container starts"),
                    command.command().words.front().range};
            });
        },
    .fix = withoutSudo,
};

}  // namespace slipway::checks::dl3004
