#include "checks/hadolint/installs.h"

namespace slipway::checks::dl3041 {

using namespace hadolint;

extern const Rule rule;
const Rule rule{
    .name = "DL3041",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "dnf install names each package's version.",
    .explanation =
        "Without a version the same Dockerfile installs something else next month. Write package-version, of a module "
        "module:stream.",
    .onbuild = Onbuild::InsideToo,
    .programs = "dnf dnf5 microdnf",
    .find =
        [](const Subject& subject, Report& report) {
            findUnpinnedRpms(subject, report, {"dnf", "dnf5", "microdnf"});
        },
};

}  // namespace slipway::checks::dl3041
