#include "checks/check.h"
#include "checks/hadolint/words.h"
#include "text/say.h"

#include <map>

namespace slipway::checks::dl3002 {

namespace {

bool isRoot(std::string_view user) {
    user = hadolint::withoutQuotes(user);
    user = user.substr(0, user.find(':'));
    return user == "root" || user == "0";
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3002",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "A stage's last USER is not root.",
    .explanation =
        "What breaks out of a process that runs as root is root outside, too. Switch to root for the steps that need "
        "it, and back to another user after them.",
    .find =
        [](const Subject& subject, Report& report) {
            std::map<int, std::pair<const Line*, const dockerfile::User*>> last;
            subject.each<dockerfile::User>([&](const Line& line, const dockerfile::User& user) {
                last[line.stage] = {&line, &user};
            });
            for (const auto& [stage, found] : last) {
                if (stage >= 0 && isRoot(found.second->user.text)) {
                    report.add(*found.first,
                               text::say("The last USER of the stage is root: switch to another user at its end"),
                               found.second->user.range);
                }
            }
        },
};

}  // namespace slipway::checks::dl3002
