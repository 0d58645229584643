#include "checks/hadolint/installs.h"

#include <algorithm>

namespace slipway::checks::dl3013 {

using namespace hadolint;

namespace {

/// `git+https://host/path@reference`: with a reference. A user's name may stand before the host.
bool isPinnedRepository(std::string_view address) {
    address.remove_prefix(address.find("://") + 3);
    const std::size_t path = address.find('/');
    return address.substr(path == std::string_view::npos ? 0 : path, address.find('#')).contains('@');
}

bool isFile(std::string_view package) {
    static constexpr std::array<std::string_view, 6> kEndings{".whl", ".tar.gz", ".tar.bz2", ".tgz", ".zip", ".egg"};
    return package == "." || package == ".." || package.contains('/') ||
           std::ranges::any_of(kEndings, [&](std::string_view ending) { return package.ends_with(ending); });
}

bool isPinned(std::string_view package) {
    static constexpr std::array<std::string_view, 6> kRepositories{"git+", "hg+", "svn+", "bzr+", "git:", "ssh:"};
    const bool repository = package.contains("://") && std::ranges::any_of(kRepositories, [&](std::string_view scheme) {
                                return package.starts_with(scheme);
                            });
    if (repository) {
        return isPinnedRepository(package);
    }
    return isFile(package) || package.contains('@') || package.find_first_of("=<>~!") != std::string_view::npos;
}

/// Unless a file says which versions there are.
std::optional<Install> install(const shell::Invocation& command) {
    auto install = pipInstall(command);
    if (install && install->arguments.has({"-r", "--requirement", "-c", "--constraint"})) {
        return std::nullopt;
    }
    return install;
}

constexpr Pinning kPinning{"pip installs", "==<version>", install, isPinned};

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3013",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "pip install names each package's version.",
    .explanation =
        "Without a version the same Dockerfile installs something else next month. Write package==version, or keep "
        "versions in a requirements or constraints file.",
    .onbuild = Onbuild::InsideToo,
    .find = [](const Subject& subject, Report& report) { findUnpinned(subject, report, kPinning); },
};

}  // namespace slipway::checks::dl3013
