#include "checks/check.h"
#include "checks/hadolint/words.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks::dl3066 {

namespace {

/// An ARG above is for a build to fill. What an ENV, a default or the base image says is not taken for a number.
bool isName(const Subject& subject, const Line& last, std::string_view user) {
    if (std::ranges::all_of(user.substr(0, user.find(':')), [](char c) { return c >= '0' && c <= '9'; })) {
        return false;
    }
    bool fromArgument = false;
    subject.each<dockerfile::Arg>([&](const Line& line, const dockerfile::Arg& arg) {
        const bool isAbove = line.instruction->range.begin < last.instruction->range.begin;
        fromArgument = fromArgument || (isAbove && std::ranges::any_of(arg.items, [&](const auto& item) {
                                            return hadolint::refersTo(user, item.name.text);
                                        }));
    });
    return !fromArgument;
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
        "it can't tell that this isn't root. Write the user's number, or an ARG that a build gives it in.",
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
            if (isName(subject, *last, hadolint::withoutQuotes(user.text))) {
                report.add(*last,
                           user.text.contains('$')
                               ? text::say("The image's user {} may be a name: write its number", user.text)
                               : text::say("The image's user {} is a name: write its number", user.text),
                           user.range);
            }
        },
};

}  // namespace slipway::checks::dl3066
