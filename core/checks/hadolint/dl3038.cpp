#include "checks/hadolint/installs.h"

namespace slipway::checks::dl3038 {

using namespace hadolint;

extern const Rule rule;
const Rule rule{
    .name = "DL3038",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "dnf install doesn't ask.",
    .explanation = "Nobody answers the question whether to go on, so the build stops there. Add -y.",
    .onbuild = Onbuild::InsideToo,
    .programs = "dnf dnf5 microdnf",
    .find =
        [](const Subject& subject, Report& report) {
            findAskingInstalls(subject, report, {"dnf", "dnf5", "microdnf"});
        },
    .fix =
        [](const Subject& subject, const Finding& finding) {
            return answerInstalls(subject, finding, {"dnf", "dnf5", "microdnf"});
        },
};

}  // namespace slipway::checks::dl3038
