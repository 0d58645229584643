#include "checks/hadolint/installs.h"

namespace slipway::checks::dl3037 {

using namespace hadolint;

namespace {

bool isPinned(std::string_view package) {
    return package.find_first_of("=<>") != std::string_view::npos || package.ends_with(".rpm");
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3037",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "zypper install names each package's version.",
    .explanation = "Without a version the same Dockerfile installs something else next month. Write package=version.",
    .onbuild = Onbuild::InsideToo,
    .programs = "zypper",
    .find =
        [](const Subject& subject, Report& report) {
            complainOfPackages(
                subject, report,
                [](const shell::Invocation& command, const Packages& packages) -> std::optional<Complaint> {
                    const auto install = installOf(command, {"zypper"}, {"install", "in"}, kZypper);
                    const auto package = install ? packages.firstUnpinned(install->packages, isPinned) : std::nullopt;
                    if (!package) {
                        return std::nullopt;
                    }
                    const std::string& name = package->name;
                    return Complaint{
                        "zypper installs " + name + " in whatever version there is: name one, " + name + "=<version>",
                        package->part};
                });
        },
};

}  // namespace slipway::checks::dl3037
