#include "checks/hadolint/installs.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks::dl3016 {

using namespace hadolint;

namespace {

bool isFile(std::string_view package) {
    static constexpr std::array<std::string_view, 5> kBeginnings{"/", "./", "../", "~/", "file:"};
    static constexpr std::array<std::string_view, 3> kEndings{".tar", ".tar.gz", ".tgz"};
    return package == "." || package == ".." ||
           std::ranges::any_of(kBeginnings, [&](std::string_view begin) { return package.starts_with(begin); }) ||
           std::ranges::any_of(kEndings, [&](std::string_view end) { return package.ends_with(end); });
}

bool isPinned(std::string_view package) {
    if (isFile(package)) {
        return true;
    }
    if (package.contains("://")) {
        // hadolint takes no "#" behind https://; npm does, for repositories of the hosts that it knows.
        return package.contains('#') || (package.starts_with("http") && package.contains('@'));
    }
    // A scope begins with "@", too. A tag counts: whoever writes one knows.
    return package.find('@', 1) != std::string_view::npos;
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3016",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "npm install names each package's version.",
    .explanation =
        "Without a version the same Dockerfile installs something else next month. Write package@version, or keep "
        "versions in package.json with its lock file and use npm ci; of a repository name a tag or commit behind #.",
    .onbuild = Onbuild::InsideToo,
    .programs = "npm",
    .find =
        [](const Subject& subject, Report& report) {
            complainOfPackages(
                subject, report,
                [](const shell::Invocation& command, const Packages& packages) -> std::optional<Complaint> {
                    const auto install = installOf(command, {"npm"}, {"install", "i", "add"}, kNpm);
                    const auto package = install ? packages.firstUnpinned(install->packages, isPinned) : std::nullopt;
                    if (!package) {
                        return std::nullopt;
                    }
                    const bool repository = package->name.contains("://");
                    return repository ? anyVersion("npm", Does::Installs, *package, "#", text::worded("<commit>"))
                                      : anyVersion("npm", Does::Installs, *package, "@");
                });
        },
};

}  // namespace slipway::checks::dl3016
