#include "checks/hadolint/installs.h"

namespace slipway::checks::dl3033 {

using namespace hadolint;

extern const Rule rule;
const Rule rule{
    .name = "DL3033",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "yum install names each package's version.",
    .explanation =
        "Without a version the same Dockerfile installs something else next month. Write package-version, of a module "
        "module:stream.",
    .onbuild = Onbuild::InsideToo,
    .programs = "yum",
    .find = [](const Subject& subject, Report& report) { findUnpinnedRpms(subject, report, {"yum"}); },
};

}  // namespace slipway::checks::dl3033
