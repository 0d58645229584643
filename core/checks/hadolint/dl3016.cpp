#include "checks/hadolint/installs.h"

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
    if (package.starts_with("git") && package.contains("://")) {
        return package.contains('#');
    }
    if (isFile(package) || package.starts_with("http://") || package.starts_with("https://")) {
        return true;
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
            complainOnce(subject, report, [](const shell::Invocation& command) -> std::optional<Complaint> {
                const auto install = installOf(command, {"npm"}, {"install", "i", "add"}, kNpm);
                const shell::Word* package =
                    install
                        ? firstUnpinned(install->packages, [](const shell::Word& word) { return isPinned(word.value); })
                        : nullptr;
                if (!package) {
                    return std::nullopt;
                }
                const std::string name(package->value);
                return Complaint{"npm installs " + name + " in whatever version there is: name one, " + name +
                                     (name.contains("://") ? "#<commit>" : "@<version>"),
                                 package->range};
            });
        },
};

}  // namespace slipway::checks::dl3016
