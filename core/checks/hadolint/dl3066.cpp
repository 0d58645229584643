#include "checks/check.h"
#include "checks/hadolint/words.h"
#include "dockerfile/expansion.h"

#include <algorithm>

namespace slipway::checks::dl3066 {

namespace {

bool isNumber(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// Whether the file shows that the user is a name. What an ARG, or a base image, will give is for a build to know.
bool isName(const Subject& subject, const Line& last, std::string_view user) {
    const plan::Stage* stage = subject.stageOf(last);
    bool forABuildToKnow = stage && !stage->known;
    const auto value = [&](std::string_view name) -> std::optional<std::string> {
        std::optional<std::string> found;
        for (const Line& line : subject.lines) {
            if (&line == &last) {
                break;
            }
            if (const auto* arg = line.value ? std::get_if<dockerfile::Arg>(&*line.value) : nullptr) {
                forABuildToKnow = forABuildToKnow || std::ranges::any_of(arg->items, [&](const auto& item) {
                                      return item.name.text == name;
                                  });
            } else if (const auto* env = line.value ? std::get_if<dockerfile::Env>(&*line.value) : nullptr) {
                for (const dockerfile::NameValue& pair : env->pairs) {
                    if (pair.name.text == name) {
                        found = hadolint::withoutQuotes(pair.value.text);
                    }
                }
            }
        }
        if (!found && stage) {
            found = stage->config.environment(name);
        }
        return found;
    };
    const auto expanded = dockerfile::expandWord(user, value, subject.tree.escape());
    if (!expanded || isNumber(expanded->text.substr(0, expanded->text.find(':')))) {
        return false;
    }
    return expanded->used.empty() || (!forABuildToKnow || expanded->unset.empty());
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
