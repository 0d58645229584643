// Package managers' commands: what they are told to install. Internal to core/checks.
#pragma once

#include "checks/hadolint/commands.h"
#include "checks/hadolint/variables.h"
#include "text/say.h"

#include <functional>

namespace slipway::checks::hadolint {

/// The options that take a value, of each package manager.
extern const shell::OptionSyntax kApt, kApk, kDnf, kGem, kGo, kNpm, kPip, kZypper;

/// A command that installs packages.
struct Install {
    shell::Arguments arguments;
    std::span<const shell::Word* const> packages;
};
/// nullopt where the command is another. `pip`, `pip3` and `python -m pip` are all pip.
[[nodiscard]] std::optional<Install> aptGetInstall(const shell::Invocation& command);
/// What apt, of whichever name, is told to do; empty for any other program.
[[nodiscard]] std::string_view aptAction(const shell::Invocation& command);
/// Does a RUN below the finding install without fetching lists of its own?
[[nodiscard]] bool aptListsAreNeeded(const Subject& subject, const Finding& finding);
[[nodiscard]] std::optional<Install> pipInstall(const shell::Invocation& command);
[[nodiscard]] std::optional<Install> installOf(const shell::Invocation& command,
                                               std::initializer_list<std::string_view> programs,
                                               std::initializer_list<std::string_view> subcommands,
                                               const shell::OptionSyntax& syntax);

/// A package that names no version.
struct Unpinned {
    std::string name;  ///< as it is written, or what a variable stands for
    text::Range part;
    bool open = false;  ///< only a build knows which package that is
};
/// Reads packages with the values that ENV and ARG give them above a RUN.
class Packages {
public:
    Packages(Variables& variables, std::string_view script) : m_variables(variables), m_script(script) {}
    /// A variable alone is what a line above gives it; without that it is taken for a package without a version, and so
    /// is what a command prints.
    [[nodiscard]] std::optional<Unpinned> firstUnpinned(std::span<const shell::Word* const> packages,
                                                        const std::function<bool(std::string_view)>& isPinned) const;

private:
    Variables& m_variables;
    std::string_view m_script;
};
/// complainOnce() for rules about packages: `look(command, packages)`.
template <class Look>
void complainOfPackages(const Subject& subject, Report& report, Look look) {
    Variables variables(subject);
    for (const Line& line : subject.lines) {
        variables.goTo(line);
        if (!line.script || !line.as<dockerfile::Run>()) {
            continue;
        }
        const Packages packages(variables, line.script->script().text());
        for (const shell::Invocation& command : line.script->commands()) {
            if (const std::optional<Complaint> complaint = look(command, packages)) {
                report.add(line, complaint->message, line.script->source(complaint->part));
                break;
            }
        }
    }
}

/// What a command does with packages.
enum class Does : std::uint8_t { Installs, Adds, Takes };
/// What a rule says of a package that names no version: that `joint` and `missing`, which is text::worded(), are to
/// stand behind it.
[[nodiscard]] Complaint anyVersion(std::string_view program, Does does, const Unpinned& package, std::string_view joint,
                                   std::string_view missing = text::worded("<version>"));
/// A rule that has packages name their version.
struct Pinning {
    std::string_view program;
    std::string_view joint;  ///< what stands between a package and its version
    std::optional<Install> (*install)(const shell::Invocation& command);
    bool (*isPinned)(std::string_view package);
    Does does = Does::Installs;
};
void findUnpinned(const Subject& subject, Report& report, const Pinning& pinning);

/// "name-1.2", "name-1:1.2", a file or an address: how yum and dnf name a version; of a module "name:9".
[[nodiscard]] bool isPinnedRpm(std::string_view package);
/// What a command of yum or dnf does to its cache: it fills it with packages, or deletes all of it.
[[nodiscard]] Trace traceOfRpms(const shell::Invocation& command);
/// The rule of yum and dnf: packages of an install name their version.
void findUnpinnedRpms(const Subject& subject, Report& report, std::initializer_list<std::string_view> programs);
/// The rule of yum and dnf: an install doesn't ask.
void findAskingInstalls(const Subject& subject, Report& report, std::initializer_list<std::string_view> programs);
/// Its fix.
[[nodiscard]] std::optional<Fix> answerInstalls(const Subject& subject, const Finding& finding,
                                                std::initializer_list<std::string_view> programs);

}  // namespace slipway::checks::hadolint
