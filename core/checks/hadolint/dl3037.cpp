#include "checks/hadolint/installs.h"

namespace slipway::checks::dl3037 {

using namespace hadolint;

namespace {

bool isPinned(std::string_view package) {
    return package.find_first_of("=<>") != std::string_view::npos || package.ends_with(".rpm");
}

std::optional<Install> install(const shell::Invocation& command) {
    return installOf(command, {"zypper"}, {"install", "in"}, kZypper);
}

constexpr Pinning kPinning{"zypper", "=", install, isPinned};

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
    .find = [](const Subject& subject, Report& report) { findUnpinned(subject, report, kPinning); },
};

}  // namespace slipway::checks::dl3037
