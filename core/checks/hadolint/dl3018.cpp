#include "checks/hadolint/installs.h"

namespace slipway::checks::dl3018 {

using namespace hadolint;

namespace {

/// A bound counts: whoever writes one knows which versions will do.
bool isPinned(std::string_view package) {
    return package.find_first_of("=~<>") != std::string_view::npos || package.ends_with(".apk");
}

std::optional<Install> install(const shell::Invocation& command) { return installOf(command, {"apk"}, {"add"}, kApk); }

constexpr Pinning kPinning{"apk", "=", install, isPinned, Does::Adds};

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3018",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "apk add names each package's version.",
    .explanation =
        "Without a version the same Dockerfile installs something else next month. Write package=version, or "
        "package~version to take what only fixes it. A bound such as 'package<2' is taken for a choice.",
    .onbuild = Onbuild::InsideToo,
    .programs = "apk",
    .find = [](const Subject& subject, Report& report) { findUnpinned(subject, report, kPinning); },
};

}  // namespace slipway::checks::dl3018
