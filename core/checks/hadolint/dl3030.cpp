#include "checks/hadolint/installs.h"

namespace slipway::checks::dl3030 {

using namespace hadolint;

extern const Rule rule;
const Rule rule{
    .name = "DL3030",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "yum install doesn't ask.",
    .explanation = "Nobody answers the question whether to go on, so the build stops there. Add -y.",
    .onbuild = Onbuild::InsideToo,
    .programs = "yum",
    .find = [](const Subject& subject, Report& report) { findAskingInstalls(subject, report, {"yum"}); },
    .fix = [](const Subject& subject, const Finding& finding) { return answerInstalls(subject, finding, {"yum"}); },
};

}  // namespace slipway::checks::dl3030
