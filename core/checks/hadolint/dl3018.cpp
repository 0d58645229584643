#include "checks/hadolint/installs.h"

namespace slipway::checks::dl3018 {

using namespace hadolint;

namespace {

bool isPinned(std::string_view package) {
    return package.find_first_of("=~<>") != std::string_view::npos || package.ends_with(".apk");
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
        "package~version to take what only fixes it.",
    .onbuild = Onbuild::InsideToo,
    .programs = "apk",
    .find =
        [](const Subject& subject, Report& report) {
            complainOnce(subject, report, [](const shell::Invocation& command) -> std::optional<Complaint> {
                const auto install = installOf(command, {"apk"}, {"add"}, kApk);
                const shell::Word* package =
                    install
                        ? firstUnpinned(install->packages, [](const shell::Word& word) { return isPinned(word.value); })
                        : nullptr;
                if (!package) {
                    return std::nullopt;
                }
                const std::string name(package->value);
                return Complaint{"apk adds " + name + " in whatever version there is: name one, " + name + "=<version>",
                                 package->range};
            });
        },
};

}  // namespace slipway::checks::dl3018
