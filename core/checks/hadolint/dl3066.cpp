#include "checks/check.h"
#include "checks/hadolint/words.h"
#include "dockerfile/expansion.h"

#include <algorithm>
#include <map>
#include <set>

namespace slipway::checks::dl3066 {

namespace {

bool isNumber(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether the file shows that the user is a name. What an ARG, or a base image, will give is for a build to know.
bool isName(const Subject& subject, const Line& last, std::string_view user) {
    std::set<std::string_view> arguments;
    std::map<std::string_view, std::string_view> environment;
    for (const Line& line : subject.lines) {
        if (&line == &last) {
            break;
        }
        if (const auto* arg = line.value ? std::get_if<dockerfile::Arg>(&*line.value) : nullptr) {
            for (const dockerfile::Arg::Item& item : arg->items) {
                arguments.insert(item.name.text);
            }
        } else if (const auto* env = line.value ? std::get_if<dockerfile::Env>(&*line.value) : nullptr) {
            for (const dockerfile::NameValue& pair : env->pairs) {
                environment[pair.name.text] = hadolint::withoutQuotes(pair.value.text);
            }
        }
    }
    const plan::Stage* stage = subject.stageOf(last);
    const auto value = [&](std::string_view name) -> std::optional<std::string> {
        if (const auto set = environment.find(name); set != environment.end()) {
            return std::string(set->second);
        }
        return stage ? stage->config.environment(name) : std::nullopt;
    };
    const auto expanded = dockerfile::expandWord(user, value, subject.tree.escape());
    if (!expanded || isNumber(expanded->text.substr(0, expanded->text.find(':')))) {
        return false;
    }
    const bool baseMaySetIt = stage && !stage->known;
    return std::ranges::none_of(expanded->unset,
                                [&](const std::string& name) { return baseMaySetIt || arguments.contains(name); });
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3066",
    .family = Family::Hadolint,
    .severity = Severity::Info,
    .description = "The image's USER is a number.",
    .explanation =
        "Kubernetes does not look into the image's /etc/passwd: with runAsNonRoot it refuses a user given by name, for "
        "it can't tell that this isn't root. Write the user's number.",
    .find =
        [](const Subject& subject, Report& report) {
            const Line* last = nullptr;
            const int stage = static_cast<int>(subject.plan.stages.size()) - 1;
            subject.each<dockerfile::User>(
                [&](const Line& line, const dockerfile::User&) { last = line.stage == stage ? &line : last; });
            if (!last) {
                return;
            }
            const dockerfile::Word& user = std::get<dockerfile::User>(*last->value).user;
            if (isName(subject, *last, user.text)) {
                report.add(*last, "The image's user " + user.text + " is a name: write its number", user.range);
            }
        },
};

}  // namespace slipway::checks::dl3066
