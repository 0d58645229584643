#include "checks/hadolint/installs.h"

namespace slipway::checks::dl3008 {

using namespace hadolint;

namespace {

/// With a version or a release of the distribution, or a file.
bool isPinned(std::string_view package) {
    return package.contains('=') || package.contains('/') || package.ends_with(".deb");
}

constexpr Pinning kPinning{"apt-get", "=", aptGetInstall, isPinned};

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3008",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "apt-get install names each package's version.",
    .explanation =
        "Without a version the same Dockerfile installs something else next month, and a build that worked breaks "
        "with nothing changed. Write package=version; a pattern such as 1.2.* takes fixes and no more.",
    .onbuild = Onbuild::InsideToo,
    .programs = "apt-get",
    .find = [](const Subject& subject, Report& report) { findUnpinned(subject, report, kPinning); },
};

}  // namespace slipway::checks::dl3008
