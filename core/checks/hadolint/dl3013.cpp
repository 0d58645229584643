#include "checks/hadolint/installs.h"

#include <algorithm>

namespace slipway::checks::dl3013 {

using namespace hadolint;

namespace {

bool isFile(std::string_view package) {
    static constexpr std::array<std::string_view, 6> kEndings{".whl", ".tar.gz", ".tar.bz2", ".tgz", ".zip", ".egg"};
    return package == "." || package == ".." || package.contains('/') ||
           std::ranges::any_of(kEndings, [&](std::string_view ending) { return package.ends_with(ending); });
}

/// An address in a version control system has an "@" where it names a reference, or a user.
bool isPinned(std::string_view package) {
    static constexpr std::array<std::string_view, 6> kRepositories{"git+", "hg+", "svn+", "bzr+", "git:", "svn:"};
    static constexpr std::array<std::string_view, 5> kPins{"==", "!=", "~=", "<", ">"};
    const auto begins = [&](std::string_view scheme) { return package.starts_with(scheme); };
    if (std::ranges::any_of(kRepositories, begins)) {
        return package.contains('@');
    }
    return isFile(package) || std::ranges::any_of(kPins, [&](std::string_view pin) { return package.contains(pin); });
}

/// Unless a file says which versions there are: of requirements, of constraints, or that of the project here.
std::optional<Install> install(const shell::Invocation& command) {
    auto install = pipInstall(command);
    if (install && (install->arguments.has({"-r", "--requirement", "-c", "--constraint"}) ||
                    std::ranges::contains(command.words(), ".", &shell::Word::value))) {
        return std::nullopt;
    }
    return install;
}

constexpr shell::OptionSyntax kPipx{"i", "--index-url --pip-args --python --suffix --preinstall --backend"};

/// pipx has pip install each into an environment of its own.
std::optional<Install> pipxInstall(const shell::Invocation& command) {
    return installOf(command, {"pipx"}, {"install"}, kPipx);
}

std::optional<Complaint> complaint(const shell::Invocation& command, const Packages& packages) {
    const auto own = pipxInstall(command);
    const auto found = own ? own : install(command);
    const auto package = found ? packages.firstUnpinned(found->packages, isPinned) : std::nullopt;
    return package ? std::optional(anyVersion(own ? "pipx" : "pip", Does::Installs, *package, "==")) : std::nullopt;
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3013",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "pip install and pipx install name each package's version.",
    .explanation =
        "Without a version the same Dockerfile installs something else next month. Write package==version, or keep "
        "versions in a requirements or constraints file.",
    .onbuild = Onbuild::InsideToo,
    .programs = "pip* python* pypy3",
    .find = [](const Subject& subject, Report& report) { complainOfPackages(subject, report, complaint); },
};

}  // namespace slipway::checks::dl3013
