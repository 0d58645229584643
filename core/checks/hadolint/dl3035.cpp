#include "checks/hadolint/installs.h"
#include "text/say.h"

namespace slipway::checks::dl3035 {

using namespace hadolint;

extern const Rule rule;
const Rule rule{
    .name = "DL3035",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "zypper doesn't upgrade the distribution.",
    .explanation =
        "A distribution upgrade turns the base image into another one, with all that it replaced still in the layers "
        "below. Name a newer base image in FROM.",
    .onbuild = Onbuild::InsideToo,
    .programs = "zypper",
    .find =
        [](const Subject& subject, Report& report) {
            complainOnce(subject, report, [](const shell::Invocation& command) -> std::optional<Complaint> {
                if (!installOf(command, {"zypper"}, {"dist-upgrade", "dup"}, kZypper)) {
                    return std::nullopt;
                }
                return Complaint{
                    text::say("zypper dist-upgrade makes another distribution of the base: name a newer one in FROM"),
                    headOf(command)};
            });
        },
};

}  // namespace slipway::checks::dl3035
