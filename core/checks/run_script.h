// What a RUN has a shell do: its script, read by the shell that is in force there.
#pragma once

#include "dockerfile/instruction.h"
#include "dockerfile/logical_line.h"
#include "plan/plan.h"
#include "shell/invocation.h"
#include "shell/parser.h"

#include <memory>
#include <memory_resource>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace slipway::checks {

/// The shell that RUN's shell form is given to.
struct RunShell {
    std::string program = "sh";  ///< without its path; empty where nothing tells
    shell::Dialect dialect = shell::Dialect::Posix;
    bool pipefail = false;  ///< bash, zsh or ash with `-o pipefail`
};

/// Immutable; any thread; valid as long as the shelf of those that it is read with. Its script may be without tokens.
class RunScript {
public:
    RunScript(const dockerfile::Instruction& instruction, const dockerfile::Run& run,
              std::shared_ptr<const RunShell> shell, shell::Shelf& shelf, shell::Parser& parser);

    /// Of a script with a `#!` line of its own, that line's; of `RUN <<EOF bash`, that one.
    [[nodiscard]] const RunShell& shell() const { return *m_shell; }
    /// Does the RUN itself say which shell that is, so that SHELL has no say?
    [[nodiscard]] bool hasOwnShell() const { return m_ownShell || m_script.text().starts_with("#!"); }
    [[nodiscard]] bool isExec() const { return m_exec; }
    [[nodiscard]] const shell::Script& script() const { return m_script; }
    /// In order of the text, those in substitutions included; none where the shell is unknown.
    [[nodiscard]] std::span<const shell::Invocation> commands() const { return m_commands; }
    /// Bytes of the Dockerfile that a part of the script came from: of the exec form, the whole instruction.
    [[nodiscard]] text::Range source(text::Range part) const;

private:
    std::shared_ptr<const RunShell> m_shell;
    shell::Script m_script;
    std::pmr::vector<shell::Invocation> m_commands;
    bool m_exec, m_ownShell = false;
    text::Range m_source;  ///< the whole instruction where it is the exec form, else what the script begins with
    memory::Few<std::pair<std::size_t, std::size_t>>
        m_places;  ///< empty where the script is one piece of the source, or of the exec form
};

/// Follows SHELL and `# hadolint shell=` down a file, from stage to stage.
class StageShells {
public:
    StageShells(const plan::BuildPlan& plan, const plan::Bases* bases) : m_plan(plan), m_bases(bases) {}
    /// A comment, with its "#"; does it name a shell?
    bool comment(std::string_view text);
    void from(const dockerfile::From& from, int stage);
    void shell(const dockerfile::Shell& shell);
    /// One that ONBUILD keeps.
    void trigger(const dockerfile::Shell& shell);
    [[nodiscard]] const RunShell& current() const { return m_current; }
    /// For a RUN that ONBUILD keeps.
    [[nodiscard]] const RunShell& ofTriggers() const { return m_triggers ? *m_triggers : m_current; }

private:
    [[nodiscard]] RunShell ofBase(const dockerfile::From& from, int stage) const;
    const plan::BuildPlan& m_plan;
    const plan::Bases* m_bases;
    RunShell m_default, m_current;
    std::optional<RunShell> m_triggers;
    int m_stage = -1;
    std::vector<RunShell> m_stages;  ///< in force at the end of each, so far
};

}  // namespace slipway::checks
