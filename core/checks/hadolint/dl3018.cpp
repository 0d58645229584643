#include "checks/hadolint/installs.h"

namespace slipway::checks::dl3018 {

using namespace hadolint;

namespace {

bool isPinned(std::string_view package) {
    return package.find_first_of("=~") != std::string_view::npos || package.ends_with(".apk");
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3018",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "apk add names each package's version.",
    .explanation =
        "Without a version the same Dockerfile installs something else next month. Write package=version, or "
        "package~version to take what only fixes it. A bound such as package<2 leaves it open.",
    .onbuild = Onbuild::InsideToo,
    .programs = "apk",
    .find =
        [](const Subject& subject, Report& report) {
            complainOfPackages(
                subject, report,
                [](const shell::Invocation& command, const Packages& packages) -> std::optional<Complaint> {
                    const auto install = installOf(command, {"apk"}, {"add"}, kApk);
                    const auto package = install ? packages.firstUnpinned(install->packages, isPinned) : std::nullopt;
                    if (!package) {
                        return std::nullopt;
                    }
                    const std::string& name = package->name;
                    return Complaint{
                        "apk adds " + name + " in whatever version there is: name one, " + name + "=<version>",
                        package->part};
                });
        },
};

}  // namespace slipway::checks::dl3018
