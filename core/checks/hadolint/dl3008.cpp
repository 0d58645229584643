#include "checks/hadolint/installs.h"

namespace slipway::checks::dl3008 {

using namespace hadolint;

namespace {

/// With a version or a release of the distribution, or a file.
bool isPinned(std::string_view package) {
    return package.contains('=') || package.contains('/') || package.ends_with(".deb");
}

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
    .find =
        [](const Subject& subject, Report& report) {
            complainOfPackages(
                subject, report,
                [](const shell::Invocation& command, const Packages& packages) -> std::optional<Complaint> {
                    const auto install = aptGetInstall(command);
                    const auto package = install ? packages.firstUnpinned(install->packages, isPinned) : std::nullopt;
                    if (!package) {
                        return std::nullopt;
                    }
                    const std::string& name = package->name;
                    return Complaint{
                        "apt-get installs " + name + " in whatever version there is: name one, " + name + "=<version>",
                        package->part};
                });
        },
};

}  // namespace slipway::checks::dl3008
