#include "checks/hadolint/installs.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks::dl3062 {

using namespace hadolint;

namespace {

/// With a version or a variable for one; or one of the files here, or a package of the main module or of Go's own
/// (`cmd/vet`): these have none. A lone word is taken for a module's name.
bool isPinned(std::string_view package, bool fetchesAlways) {
    if (const std::size_t at = package.find('@'); at != std::string_view::npos) {
        return !isOneOf(package.substr(at + 1), {"latest", "none"});
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
                    auto package = packages.firstUnpinned(
                        modules, [&](std::string_view word) { return isPinned(word, action == "get"); });
                    if (!package) {
                        return std::nullopt;
                    }
                    const std::string program = "go " + std::string(action);
                    if (package->open) {
                        return anyVersion(program, Does::Takes, *package, "@");
                    }
                    const bool isNone = package->name.ends_with("@none");
                    package->name.resize(std::min(package->name.find('@'), package->name.size()));
                    return isNone ? Complaint{text::say("{0} takes no version of {1}: name one, {1}@<version>", program,
                                                        package->name),
                                              package->part}
                                  : anyVersion(program, Does::Takes, *package, "@");
                });
        },
};

}  // namespace slipway::checks::dl3062
