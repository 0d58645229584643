#include "checks/hadolint/installs.h"

#include <algorithm>

namespace slipway::checks::dl3062 {

using namespace hadolint;

namespace {

/// With a version; or one of the files here, or a package of the main module or of Go's own (`cmd/vet`): these have
/// none. A lone word is taken for a module's name.
bool isPinned(std::string_view package, bool fetchesAlways) {
    if (const std::size_t at = package.find('@'); at != std::string_view::npos) {
        return !isOneOf(package.substr(at + 1), {"", "latest", "upgrade", "patch"});
    }
    const bool here = package.starts_with('.') || package.starts_with('/') || package.starts_with('~') ||
                      package.ends_with(".go") || isOneOf(package, {"all", "std", "cmd", "tool", "work"});
    const std::size_t slash = package.find('/');
    return here || (!fetchesAlways && slash != std::string_view::npos && !package.substr(0, slash).contains('.'));
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3062",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "go install, go get and go run name a version.",
    .explanation =
        "Without a version, or with @latest, the same Dockerfile builds something else next month. Write "
        "module@version.",
    .onbuild = Onbuild::InsideToo,
    .programs = "go",
    .find =
        [](const Subject& subject, Report& report) {
            complainOfPackages(
                subject, report,
                [](const shell::Invocation& command, const Packages& packages) -> std::optional<Complaint> {
                    const auto fetch = installOf(command, {"go"}, {"install", "get", "run"}, kGo);
                    if (!fetch) {
                        return std::nullopt;
                    }
                    const std::string_view action = fetch->arguments.subcommand();
                    // Behind what it runs stand that program's own arguments.
                    const auto modules = action == "run"
                                             ? fetch->packages.first(std::min<std::size_t>(1, fetch->packages.size()))
                                             : fetch->packages;
                    const auto package = packages.firstUnpinned(
                        modules, [&](std::string_view word) { return isPinned(word, action == "get"); });
                    if (!package) {
                        return std::nullopt;
                    }
                    const std::string name = package->name.substr(0, package->name.find('@'));
                    return Complaint{"go " + std::string(action) + " takes " + name +
                                         " in whatever version there is: name one, " + name + "@<version>",
                                     package->part};
                });
        },
};

}  // namespace slipway::checks::dl3062
