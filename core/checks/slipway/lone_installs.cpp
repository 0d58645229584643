#include "checks/slipway/lone_installs.h"

#include "checks/hadolint/installs.h"

#include <algorithm>

namespace slipway::checks::copy_before_slow_step {

using namespace hadolint;

namespace {

/// A word that is the same whatever lies in the file system: an option, a package, an address, an absolute path.
bool isPlain(const shell::Word& word) {
    const std::string_view text = word.value;
    const bool isPath = text.contains('/') && !text.contains("://") && !text.starts_with('-');
    if (!word.constant) {
        return !text.starts_with('$') && !text.starts_with('`') && !isPath;
    }
    return text.starts_with('/') || (!isPath && !text.contains('*') && !text.contains('?') && !text.starts_with('.'));
}

/// What the command installs comes from a repository, and the command reads no file that a COPY could have brought.
bool isInstall(const shell::Invocation& command) {
    const auto plainPackages = [](const std::optional<Install>& install) {
        return install && !install->packages.empty() &&
               std::ranges::none_of(install->packages,
                                    [](const shell::Word* package) { return package->value.contains('/'); });
    };
    if (const auto pip = pipInstall(command)) {
        return plainPackages(pip) &&
               !pip->arguments.has({"-r", "--requirement", "-c", "--constraint", "-e", "--editable", "-f",
                                    "--find-links", "--group", "--build-constraint"});
    }
    const auto npm = installOf(command, {"npm"}, {"install", "i", "add"}, kNpm);
    return plainPackages(installOf(command, {"apt-get", "apt", "aptitude"}, {"install"}, kApt)) ||
           plainPackages(installOf(command, {"apk"}, {"add"}, kApk)) ||
           plainPackages(installOf(command, {"dnf", "yum", "microdnf"}, {"install"}, kDnf)) ||
           plainPackages(installOf(command, {"zypper"}, {"install", "in"}, kZypper)) ||
           plainPackages(installOf(command, {"gem"}, {"install"}, kGem)) ||
           (plainPackages(npm) && npm->arguments.has({"-g", "--global"}));
}

bool isHarmless(const shell::Invocation& command) {
    return isOneOf(command.name(), {":", "true", "set", "echo", "mkdir", "rm", "useradd", "groupadd", "adduser",
                                    "addgroup", "curl", "wget", "corepack"}) ||
           (isOneOf(command.name(), {"apt-get", "apt"}) &&
            isOneOf(command.arguments(kApt).subcommand(),
                    {"update", "upgrade", "dist-upgrade", "clean", "autoclean", "autoremove", "purge", "remove"})) ||
           (isOneOf(command.name(), {"npm", "yarn", "pip", "pip3", "bundle"}) &&
            isOneOf(command.arguments().subcommand(), {"cache", "config"})) ||
           (command.name() == "apk" && isOneOf(command.arguments(kApk).subcommand(), {"update", "upgrade", "del"})) ||
           (isOneOf(command.name(), {"dnf", "yum", "microdnf"}) &&
            isOneOf(command.arguments(kDnf).subcommand(), {"update", "upgrade", "clean", "makecache", "remove"}));
}

}  // namespace

std::optional<Manifests> installsAlone(const RunScript& script) {
    using shell::NodeKind;
    bool installs = false;
    Manifests out;
    const auto isSimple = [](const shell::Node& node) {
        return node.kind == NodeKind::Script || node.kind == NodeKind::Simple || node.kind == NodeKind::Subshell ||
               node.kind == NodeKind::Group;
    };
    if (!script.script().problems().empty() || !std::ranges::all_of(script.script().nodes(), isSimple)) {
        return std::nullopt;
    }
    for (const shell::Invocation& command : script.commands()) {
        const auto reads = [](const shell::Redirection& each) {
            return each.operation.starts_with('<') && each.heredoc < 0;
        };
        const auto manifests = manifestsOf(command);
        const bool install = manifests || isInstall(command);
        if ((!install && !isHarmless(command)) || (!manifests && !std::ranges::all_of(command.words(), isPlain)) ||
            std::ranges::any_of(command.command().redirections, reads)) {
            return std::nullopt;
        }
        if (manifests) {
            out.add(*manifests);
        }
        installs = installs || install;
    }
    return installs ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace slipway::checks::copy_before_slow_step
