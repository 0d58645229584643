#include "checks/hadolint/installs.h"

namespace slipway::checks::dl3028 {

using namespace hadolint;

namespace {

/// Options of gem's own that take no value. What else begins with "--" is for the gem's build, and its value follows
/// it.
constexpr std::string_view kBare =
    "--no-document --document --no-ri --no-rdoc --ri --rdoc --force --no-force --user-install --no-user-install "
    "--development --development-all --conservative --minimal-deps --no-minimal-deps --explain --lock --no-lock "
    "--suggestions --no-suggestions --post-install-message --no-post-install-message --local --remote --both "
    "--prerelease "
    "--no-prerelease --pre --quiet --silent --verbose --no-verbose --norc --backtrace --debug --vendor --wrappers "
    "--no-wrappers --env-shebang --no-env-shebang --ignore-dependencies --format-executable --no-format-executable "
    "--default --clear-sources --update-sources --no-update-sources";

std::optional<Install> gemInstall(const shell::Invocation& command) {
    std::string valued(kGem.longValued);
    for (const shell::Word& word : command.words()) {
        if (word.value.starts_with("--") && !shell::OptionSyntax{"", kBare}.takesValue(word.value)) {
            valued += ' ' + std::string(word.value);
        }
    }
    return installOf(command, {"gem"}, {"install", "i"}, {kGem.shortValued, valued});
}

/// A file is of one version, so it is none of ours, though hadolint asks for one there too.
bool isPinned(std::string_view word) { return word.contains(':') || word.ends_with(".gem"); }

std::optional<Install> install(const shell::Invocation& command) {
    auto install = gemInstall(command);
    if (!install || install->arguments.has({"-v", "--version"})) {
        return std::nullopt;
    }
    // What stands behind "--" is for the gem's own build; `install` itself is one of the operands before it.
    const std::size_t own = install->arguments.afterDashes.value_or(install->arguments.operands.size());
    install->packages = install->packages.first(own == 0 ? 0 : own - 1);
    return install;
}

constexpr Pinning kPinning{"gem", ":", install, isPinned};

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3028",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "gem install names each gem's version.",
    .explanation =
        "Without a version the same Dockerfile installs something else next month. Write gem:version, or give "
        "--version.",
    .onbuild = Onbuild::InsideToo,
    .programs = "gem",
    .find = [](const Subject& subject, Report& report) { findUnpinned(subject, report, kPinning); },
};

}  // namespace slipway::checks::dl3028
