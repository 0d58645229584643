#include "checks/hadolint/installs.h"

#include "checks/hadolint/run_edits.h"
#include "text/say.h"

#include <algorithm>
#include <sstream>

namespace slipway::checks::hadolint {

const shell::OptionSyntax kApt{
    "tcoaP",
    "--target-release --default-release --config-file --option --host-architecture --build-profiles --snapshot "
    "--solver --planner --with-source --comment"};
const shell::OptionSyntax kApk{
    "tXp",
    "--virtual --repository --root --repositories-file --keys-dir --cache-dir --cache-max-age --arch --wait "
    "--progress-fd --timeout"};
const shell::OptionSyntax kDnf{
    "cdeRx",
    "--config --debuglevel --errorlevel --randomwait --exclude --excludepkgs --enablerepo --disablerepo --repo "
    "--repoid "
    "--releasever --installroot --setopt --setvar --downloaddir --destdir --comment --forcearch --arch --advisory --bz "
    "--cve --color --disableplugin --enableplugin --disableexcludes --repofrompath --sec-severity --rpmverbosity"};
const shell::OptionSyntax kGem{
    "vinPspgBx",
    "--version --install-dir --bindir --trust-policy --source --http-proxy --file --bulk-threshold --build-root "
    "--platform --config-file --target-rbconfig --without --key"};
const shell::OptionSyntax kGo{
    "",
    "-C -asmflags -buildmode -compiler -coverpkg -covermode -exec -gccgoflags -gcflags -installsuffix -ldflags -mod "
    "-modfile -o -overlay -p -pgo -pkgdir -tags -toolexec",
    true};
const shell::OptionSyntax kNpm{
    "Cw",
    "--registry --prefix --loglevel --cache --userconfig --globalconfig --tag --omit --include --only --also --scope "
    "--workspace --install-strategy --location --depth --before --script-shell --cpu --os --libc --proxy --https-proxy "
    "--noproxy --cafile --audit-level --fetch-retries --fetch-timeout --maxsockets --otp --node-options "
    "--save-prefix"};
const shell::OptionSyntax kPip{
    "rceitfbdC",
    "--requirement --constraint --editable --index-url --extra-index-url --target --find-links --build --build-dir "
    "--platform --python-version --implementation --abi --root --prefix --src --upgrade-strategy --global-option "
    "--install-option --config-settings --config-setting --no-binary --only-binary --progress-bar --report "
    "--root-user-action --trusted-host --proxy --timeout --retries --exists-action --cert --client-cert --cache-dir "
    "--log --log-file --python --use-feature --use-deprecated --keyring-provider --group --download-cache "
    "--build-constraint --uploaded-prior-to --resume-retries"};
const shell::OptionSyntax kZypper{
    "rRcDCpt",
    "--repo --from --type --root --config --reposd-dir --cache-dir --raw-cache-dir --solv-cache-dir --pkg-cache-dir "
    "--plus-repo --plus-content --installroot --releasever --solver-focus --download --gpg-key"};

std::optional<Install> installOf(const shell::Invocation& command, std::initializer_list<std::string_view> programs,
                                 std::initializer_list<std::string_view> subcommands,
                                 const shell::OptionSyntax& syntax) {
    if (!isOneOf(command.name(), programs)) {
        return std::nullopt;
    }
    Install out{command.arguments(syntax), {}};
    if (!isOneOf(out.arguments.subcommand(), subcommands)) {
        return std::nullopt;
    }
    out.packages = out.arguments.operandsFrom(1);
    return out;
}

std::optional<Install> aptGetInstall(const shell::Invocation& command) {
    return installOf(command, {"apt-get"}, {"install"}, kApt);
}

std::string_view aptAction(const shell::Invocation& command) {
    const bool isApt = isOneOf(command.name(), {"apt-get", "apt", "aptitude"});
    return isApt ? command.arguments(kApt).subcommand() : std::string_view{};
}

bool aptListsAreNeeded(const Subject& subject, const Finding& finding) {
    enum class Use : std::uint8_t { None, Fetches, Needs };
    const auto useIn = [](const RunScript& script) {
        for (const shell::Invocation& command : script.commands()) {
            const std::string_view action = aptAction(command);
            if (action == "update") {
                return Use::Fetches;
            }
            if (isOneOf(action,
                        {"install", "build-dep", "dist-upgrade", "download", "full-upgrade", "source", "upgrade"})) {
                return Use::Needs;
            }
        }
        return Use::None;
    };
    // The first use in the rest of the stage counts; where there is none, those in the stages that are built on it.
    const Line* fetching = subject.lineAt(finding.range.begin);
    std::vector<std::pair<int, std::size_t>> left{{fetching ? fetching->stage : -1, finding.range.begin + 1}};
    while (!left.empty()) {
        const auto [stage, from] = left.back();
        left.pop_back();
        Use use = Use::None;
        for (const Line& line : subject.linesFrom(from)) {
            if (line.stage != stage || use != Use::None) {
                break;
            }
            use = line.script ? useIn(*line.script) : Use::None;
        }
        if (use == Use::Needs) {
            return true;
        }
        for (const int child : use == Use::None ? subject.stagesOn(stage) : std::vector<int>()) {
            left.emplace_back(child, subject.plan.stages[static_cast<std::size_t>(child)].range.begin);
        }
    }
    return false;
}

std::optional<Install> pipInstall(const shell::Invocation& command) {
    const auto isVersioned = [&](std::string_view program) {
        return command.name().starts_with(program) &&
               command.name().substr(program.size()).find_first_not_of("0123456789.-") == std::string_view::npos;
    };
    std::span<const shell::Word> words = command.words();
    if (isVersioned("python") || command.name() == "pypy3") {
        const auto module = std::ranges::find(words, std::string_view("-m"), &shell::Word::value);
        const auto at = static_cast<std::size_t>(module - words.begin());
        if (at + 1 >= words.size() || words[at + 1].value != "pip") {
            return std::nullopt;
        }
        words = words.subspan(at + 2);
    } else if (!isVersioned("pip")) {
        return std::nullopt;
    }
    Install out{shell::Invocation::read(words, kPip), {}};
    if (out.arguments.subcommand() != "install") {
        return std::nullopt;
    }
    out.packages = out.arguments.operandsFrom(1);
    return out;
}

namespace {

/// Those that stand inside no other.
std::vector<shell::Part> outerParts(const shell::Word& word) {
    std::vector<shell::Part> out;
    for (const shell::Part& part : word.parts) {
        if (out.empty() || part.range.begin >= out.back().range.end) {
            out.push_back(part);
        }
    }
    return out;
}

}  // namespace

std::optional<Unpinned> Packages::firstUnpinned(std::span<const shell::Word* const> packages,
                                                const std::function<bool(std::string_view)>& isPinned) const {
    const auto isText = [](const shell::Part& part) {
        return part.kind == shell::PartKind::Literal && !part.range.empty();
    };
    const auto isOpen = [&](const shell::Part& part) {
        return part.kind != shell::PartKind::Parameter || !m_variables.value(part.name);
    };
    for (const shell::Word* word : packages) {
        const std::vector<shell::Part> parts = outerParts(*word);
        if (word->constant || std::ranges::any_of(parts, isText)) {
            if (!isPinned(m_variables.expanded(*word, m_script))) {
                return Unpinned{std::string(word->value), word->range};
            }
            continue;
        }
        if (std::ranges::any_of(parts, isOpen)) {
            return Unpinned{std::string(word->value), word->range, true};
        }
        std::istringstream values(m_variables.expanded(*word, m_script));
        for (std::string each; values >> each;) {
            if (!isPinned(each)) {
                return Unpinned{each, word->range};
            }
        }
    }
    return std::nullopt;
}

namespace {

std::string ofAnyVersion(std::string_view program, Does does, std::string_view name, std::string_view version) {
    switch (does) {
        case Does::Adds:
            return text::say("{0} adds {1} in whatever version there is: name one, {1}{2}", program, name, version);
        case Does::Takes:
            return text::say("{0} takes {1} in whatever version there is: name one, {1}{2}", program, name, version);
        case Does::Installs:
            break;
    }
    return text::say("{0} installs {1} in whatever version there is: name one, {1}{2}", program, name, version);
}

std::string ofUnknownPackages(std::string_view program, Does does, std::string_view name, std::string_view version) {
    switch (does) {
        case Does::Adds:
            return text::say("{} adds what {} stands for, whose versions nothing here tells: write <package>{}",
                             program, name, version);
        case Does::Takes:
            return text::say("{} takes what {} stands for, whose versions nothing here tells: write <package>{}",
                             program, name, version);
        case Does::Installs:
            break;
    }
    return text::say("{} installs what {} stands for, whose versions nothing here tells: write <package>{}", program,
                     name, version);
}

}  // namespace

Complaint anyVersion(std::string_view program, Does does, const Unpinned& package, std::string_view joint,
                     std::string_view missing) {
    const std::string version = std::string(joint) + text::said(missing);
    if (!package.open) {
        return {ofAnyVersion(program, does, package.name, version), package.part};
    }
    const std::size_t end = package.name.find('\n');
    const std::string name = package.name.substr(0, end) + (end == std::string::npos ? "" : "…");
    return {ofUnknownPackages(program, does, name, version), package.part};
}

void findUnpinned(const Subject& subject, Report& report, const Pinning& pinning) {
    complainOfPackages(
        subject, report, [&](const shell::Invocation& command, const Packages& packages) -> std::optional<Complaint> {
            const auto install = pinning.install(command);
            const auto package = install ? packages.firstUnpinned(install->packages, pinning.isPinned) : std::nullopt;
            return package ? std::optional(anyVersion(pinning.program, pinning.does, *package, pinning.joint))
                           : std::nullopt;
        });
}

bool isPinnedRpm(std::string_view package) {
    if (package.ends_with(".rpm") || package.contains("://") || package.starts_with('/') || package.starts_with('@')) {
        return true;
    }
    for (std::size_t dash = package.find('-'); dash != std::string_view::npos; dash = package.find('-', dash + 1)) {
        const char next = dash + 1 < package.size() ? package[dash + 1] : '\0';
        if ((next >= '0' && next <= '9') || next == '$') {  // a version that only a build knows
            return true;
        }
    }
    return package.contains('=') || package.contains('<') || package.contains('>');
}

Trace traceOfRpms(const shell::Invocation& command) {
    const shell::Arguments arguments = command.arguments(kDnf);
    const std::string_view action = arguments.subcommand();
    const auto operands = arguments.operandsFrom(1);
    const std::string_view next = operands.empty() ? std::string_view() : operands[0]->value;
    if (action == "clean") {
        return next == "all" ? Trace::Cleans : Trace::None;
    }
    const bool grouped = isOneOf(action, {"group", "groups", "grp", "module"}) &&
                         isOneOf(next, {"install", "update", "upgrade", "switch-to"});
    const bool installs = isOneOf(action, {"install", "in", "install-n", "install-na", "install-nevra", "localinstall",
                                           "groupinstall", "reinstall", "rei", "swap", "builddep", "build-dep"});
    const bool upgrades =
        isOneOf(action, {"upgrade", "update", "up", "upgrade-to", "update-to", "upgrade-minimal", "update-minimal",
                         "up-min", "localupdate", "groupupdate", "downgrade", "dg"});
    const bool syncs = isOneOf(action, {"distro-sync", "distrosync", "distribution-synchronization", "dsync"});
    return grouped || installs || upgrades || syncs ? Trace::Makes : Trace::None;
}

void findUnpinnedRpms(const Subject& subject, Report& report, std::initializer_list<std::string_view> programs) {
    const auto unpinned = [&](const shell::Invocation& command, const Packages& packages) -> std::optional<Unpinned> {
        if (!isOneOf(command.name(), programs)) {
            return std::nullopt;
        }
        const shell::Arguments arguments = command.arguments(kDnf);
        const auto operands = arguments.operandsFrom(1);
        if (arguments.subcommand() == "module" && !operands.empty() && operands[0]->value == "install") {
            return packages.firstUnpinned(operands.subspan(1),
                                          [](std::string_view text) { return text.contains(':'); });
        }
        return isOneOf(arguments.subcommand(), {"install", "in", "localinstall"})
                   ? packages.firstUnpinned(operands, isPinnedRpm)
                   : std::nullopt;
    };
    complainOfPackages(
        subject, report, [&](const shell::Invocation& command, const Packages& packages) -> std::optional<Complaint> {
            const auto package = unpinned(command, packages);
            return package ? std::optional(anyVersion(command.name(), Does::Installs, *package, "-")) : std::nullopt;
        });
}

namespace {

/// The word that names what is done (`install` of `dnf module install x`), where the command asks before it does it.
const shell::Word* askingAction(const shell::Invocation& command, std::initializer_list<std::string_view> programs) {
    if (!isOneOf(command.name(), programs)) {
        return nullptr;
    }
    const shell::Arguments arguments = command.arguments(kDnf);
    const auto operands = arguments.operandsFrom(0);
    const bool grouped = isOneOf(arguments.subcommand(), {"group", "groups", "module"}) && operands.size() > 1;
    const shell::Word* action = operands.empty() ? nullptr : operands[grouped ? 1 : 0];
    const bool asks = action && isOneOf(action->value, {"install", "in", "groupinstall", "localinstall"}) &&
                      !arguments.has({"-y", "--assumeyes"});
    return asks ? action : nullptr;
}

}  // namespace

void findAskingInstalls(const Subject& subject, Report& report, std::initializer_list<std::string_view> programs) {
    complainOnce(subject, report, [&](const shell::Invocation& command) -> std::optional<Complaint> {
        const shell::Word* action = askingAction(command, programs);
        if (!action) {
            return std::nullopt;
        }
        return Complaint{
            text::say("{} {} asks before it installs, and nobody answers: add -y", command.name(), action->value),
            headOf(command)};
    });
}

std::optional<Fix> answerInstalls(const Subject& subject, const Finding& finding,
                                  std::initializer_list<std::string_view> programs) {
    return addOption(subject, finding, "-y",
                     [&](const shell::Invocation& command) { return askingAction(command, programs); });
}

}  // namespace slipway::checks::hadolint
