#include "checks/run_script.h"

#include "checks/hadolint/pragmas.h"
#include "plan/step_text.h"

#include <algorithm>
#include <sstream>

namespace slipway::checks {

namespace {

/// `-o`, also among other letters.
bool namesOption(std::string_view word) {
    return word.starts_with('-') && !word.starts_with("--") && word.contains('o');
}

RunShell shellOf(std::span<const std::string> arguments) {
    if (arguments.empty()) {
        return {"", shell::Dialect::Unknown};
    }
    RunShell out{std::string(shell::baseName(arguments[0])), shell::dialectOfProgram(arguments[0])};
    // `env bash -c`, `conda run -n x bash -c`: a program that starts the shell.
    const auto named = std::ranges::find_if(
        arguments, [](const auto& word) { return shell::dialectOfProgram(word) != shell::Dialect::Unknown; });
    if (named == arguments.end()) {
        return out;
    }
    out.dialect = shell::dialectOfProgram(*named);
    const std::string_view name = shell::baseName(*named);
    const bool knows = name == "bash" || name == "zsh" || name == "ash";
    out.pipefail = knows && std::ranges::contains(arguments, "pipefail") && std::ranges::any_of(arguments, namesOption);
    return out;
}

/// `RUN <<EOF`: the document is the script.
const dockerfile::Heredoc* wholeScript(const dockerfile::Run& run) {
    const bool whole = run.heredocs.size() == 1 && plan::isOnlyHeredoc(run.command.text, run.heredocs.front());
    return whole ? &run.heredocs.front() : nullptr;
}

/// `RUN <<EOF bash -e`: the words behind the opening, where they are a shell that reads the document and its options.
std::vector<std::string> readerOf(const dockerfile::Run& run) {
    std::vector<std::string> out;
    if (run.heredocs.size() != 1) {
        return out;
    }
    std::istringstream line(run.command.text);
    std::string opening, word;
    if (!(line >> opening) || !plan::isOnlyHeredoc(opening, run.heredocs.front())) {
        return out;
    }
    while (line >> word) {
        const bool fits = out.empty() ? shell::dialectOfProgram(word) != shell::Dialect::Unknown
                                      : word.starts_with('-') || namesOption(out.back());
        if (!fits || word.find_first_of("<>|;&'\"$`()") != std::string::npos) {
            return {};
        }
        out.push_back(word);
    }
    return out;
}

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const std::string& word : words) {
        out += (out.empty() ? "" : " ") + word;
    }
    return out;
}

}  // namespace

RunScript::RunScript(const dockerfile::Instruction& instruction, const dockerfile::Run& run,
                     std::shared_ptr<const RunShell> shell, shell::Shelf& shelf, shell::Parser& parser)
    : m_shell(std::move(shell)),
      m_commands(shelf.memory()),
      m_exec(run.command.exec),
      m_source(instruction.argumentsRange) {
    std::string_view text = run.command.text;
    std::string whole;
    if (m_exec) {
        text = whole = joined(run.command.arguments);
        m_source = instruction.range;
    } else if (const dockerfile::Heredoc* heredoc = wholeScript(run)) {
        text = heredoc->content;
        m_source = heredoc->bodyRange;
        const shell::Dialect dialect = shell::dialectOfScript(heredoc->consumed(), m_shell->dialect);
        if (dialect != m_shell->dialect) {
            m_shell = std::make_shared<const RunShell>(RunShell{m_shell->program, dialect, m_shell->pipefail});
        }
    } else if (const std::vector<std::string> reader = readerOf(run); !reader.empty()) {
        text = run.heredocs.front().content;
        m_source = run.heredocs.front().bodyRange;
        RunShell own = shellOf(reader);
        own.pipefail |= m_shell->pipefail;
        m_shell = std::make_shared<const RunShell>(std::move(own));
        m_ownShell = true;
    } else {
        m_places = instruction.argumentMap;
        if (!run.heredocs.empty()) {
            if (m_places.empty()) {
                m_places.emplace_back(0, m_source.begin);
            }
            whole = text;
            for (const dockerfile::Heredoc& each : run.heredocs) {
                m_places.emplace_back(whole.size() + 1, each.bodyRange.begin);
                whole += '\n' + each.content + each.name;
            }
            text = whole;
        }
    }
    m_script = parser.read(text, m_shell->dialect);
    m_commands.reserve(m_script.commands().size());
    for (const shell::SimpleCommand& command : m_script.commands()) {
        m_commands.emplace_back(command);
    }
}

text::Range RunScript::source(text::Range part) const {
    if (m_exec) {
        return m_source;
    }
    return m_places.empty() ? text::Range{m_source.begin + part.begin, m_source.begin + std::max(part.begin, part.end)}
                            : dockerfile::sourceRange(m_places, part.begin, part.end);
}

bool StageShells::comment(std::string_view text) {
    const std::optional<std::string> program = hadolint::readShellPragma(text);
    if (!program) {
        return false;
    }
    m_current = shellOf({&*program, 1});
    if (m_stage < 0) {
        m_default = m_current;
    } else {
        m_stages[static_cast<std::size_t>(m_stage)] = m_current;
    }
    return true;
}

void StageShells::from(const dockerfile::From& from, int stage) {
    m_current = ofBase(from, stage);
    m_stage = stage;
    m_stages.resize(static_cast<std::size_t>(stage) + 1);
    m_stages.back() = m_current;
}

void StageShells::shell(const dockerfile::Shell& shell) {
    m_current = shellOf(shell.arguments);
    if (m_stage >= 0) {
        m_stages[static_cast<std::size_t>(m_stage)] = m_current;
    }
}

void StageShells::trigger(const dockerfile::Shell& shell) { m_triggers = shellOf(shell.arguments); }

RunShell StageShells::ofBase(const dockerfile::From& from, int stage) const {
    const auto index = static_cast<std::size_t>(stage);
    const plan::Origin base = index < m_plan.stages.size() ? m_plan.stages[index].base : plan::FromScratch{};
    if (const auto* parent = std::get_if<plan::FromStage>(&base)) {
        const auto below = static_cast<std::size_t>(parent->stage);
        return below < m_stages.size() ? m_stages[below] : m_default;
    }
    if (const plan::Base* known = plan::baseOf(m_bases, base); known && known->config->shell) {
        return shellOf(*known->config->shell);
    }
    const auto* image = std::get_if<plan::FromImage>(&base);
    const bool windows = (from.platform && from.platform->text.starts_with("windows")) ||
                         (image && image->name.starts_with("mcr.microsoft.com/windows/"));
    return windows ? RunShell{"cmd", shell::Dialect::Unknown} : m_default;
}

}  // namespace slipway::checks
