#include "language/names.h"

#include "dockerfile/instruction.h"
#include "dockerfile/logical_line.h"
#include "dockerfile/spaces.h"
#include "language/variable_uses.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

namespace slipway::language {

namespace {

using dockerfile::equalsIgnoringCase;
using dockerfile::Heredoc;
using dockerfile::Instruction;
using dockerfile::Keyword;
using dockerfile::Outline;
using dockerfile::SyntaxTree;
using Role = Occurrence::Role;

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), dockerfile::lowerCase);
    return out;
}

/// Collects what stands in the text; a variable is first one a stage, and those that are one are joined at the end.
class Collector {
public:
    Collector(const SyntaxTree& tree, const Outline& outline) : m_tree(tree), m_outline(outline) {}

    Names collect() {
        for (const auto& instruction : m_outline.global)
            variables(*instruction, *instruction);
        m_shells.resize(m_outline.stages.size(), shell::Dialect::Posix);
        for (const dockerfile::StageOutline& stage : m_outline.stages) {
            m_stage = stage.index;
            const auto index = static_cast<std::size_t>(stage.index);
            if (stage.index > 0 && !m_outline.stages[index - 1].name.empty())
                m_stageByName[lower(m_outline.stages[index - 1].name)] = stage.index - 1;
            m_stageSymbols.push_back(add({NameKind::Stage, stage.name, stage.index}));
            if (stage.baseStage >= 0)
                m_shells[index] = m_shells[static_cast<std::size_t>(stage.baseStage)];
            for (const auto& instruction : stage.instructions) {
                stages(*instruction);
                variables(*instruction, *instruction);
                heredocNames(*instruction);
            }
        }
        join();
        return finish();
    }

private:
    std::size_t add(Symbol symbol) {
        m_out.symbols.push_back(std::move(symbol));
        m_parent.push_back(m_parent.size());
        return m_parent.size() - 1;
    }
    void occur(std::size_t symbol, Role role, text::Range range) {
        if (!range.empty())
            m_out.occurrences.push_back({symbol, role, range, m_stage});
    }

    // Stages

    void useStage(std::string_view name, bool numbers, text::Range range) {
        const bool number = numbers && !name.empty() && name.front() >= '0' && name.front() <= '9';
        int stage = -1;
        if (number)
            stage = stageNamed(m_outline, name, m_stage, true);
        else if (const auto found = m_stageByName.find(lower(name)); found != m_stageByName.end())
            stage = found->second;
        if (stage < 0)
            return;
        occur(m_stageSymbols[static_cast<std::size_t>(stage)], number ? Role::Number : Role::Use, range);
    }

    void stages(const Instruction& instruction) {
        if (instruction.keyword == Keyword::From) {
            if (!instruction.words.empty())
                useStage(instruction.words[0].text, false, instruction.words[0].range);
            if (instruction.words.size() >= 3 && equalsIgnoringCase(instruction.words[1].text, "as"))
                occur(m_stageSymbols.back(), Role::Definition, instruction.words[2].range);
        }
        for (const dockerfile::Flag& flag : instruction.flags) {
            if (instruction.keyword == Keyword::Copy && flag.name == "from")
                stageIn(flag, 0, flag.valueRange.size());
            if (instruction.keyword == Keyword::Run && flag.name == "mount")
                mountFrom(flag);
        }
    }

    /// A stage's name in a part of a flag's value; quotes around it are left out.
    void stageIn(const dockerfile::Flag& flag, std::size_t begin, std::size_t end) {
        text::Range range{flag.valueRange.begin + begin, flag.valueRange.begin + end};
        std::string_view name = range.of(m_tree.text());
        while (name.starts_with('"') || name.starts_with('\'')) {
            name.remove_prefix(1);
            ++range.begin;
        }
        while (name.ends_with('"') || name.ends_with('\'')) {
            name.remove_suffix(1);
            --range.end;
        }
        useStage(name, flag.name == "from", range);
    }

    void mountFrom(const dockerfile::Flag& flag) {
        const std::string_view value = flag.valueRange.of(m_tree.text());
        for (std::size_t at = 0; at < value.size();) {
            const std::size_t end = std::min(value.find(',', at), value.size());
            if (value.substr(at).starts_with("from="))
                stageIn(flag, at + 5, end);
            at = end + 1;
        }
    }

    // Variables

    std::size_t node(int stage, const std::string& name) {
        const auto [it, isNew] = m_variables.try_emplace({stage, name}, m_parent.size());
        if (isNew)
            add({NameKind::Variable, name, stage});
        return it->second;
    }

    void defines(const std::string& name, text::Range range, bool argument) {
        const std::size_t symbol = node(m_stage, name);
        m_defined.try_emplace({m_stage, name}, false).first->second |= argument;
        m_everDefined.insert(name);
        occur(symbol, Role::Definition, range);
    }

    void usesIn(const Instruction& instruction, const std::vector<VariableUse>& uses) {
        for (const VariableUse& use : uses)
            occur(node(m_scope, use.name), Role::Use, instruction.sourceRange(use.range.begin, use.range.end));
    }

    void scriptUses(const Instruction& instruction, std::string_view text, std::optional<std::size_t> sourceBegin) {
        auto dialect = m_stage < 0 ? shell::Dialect::Posix : m_shells[static_cast<std::size_t>(m_stage)];
        if (sourceBegin)
            dialect = shell::dialectOfScript(text, dialect);
        for (VariableUse& use : usesInScript(text, dialect)) {
            const text::Range range = sourceBegin
                                          ? text::Range{*sourceBegin + use.range.begin, *sourceBegin + use.range.end}
                                          : instruction.sourceRange(use.range.begin, use.range.end);
            m_out.shellNames.push_back({std::move(use.name), range, m_stage});
        }
    }

    /// `whole` is the instruction of the file, `instruction` it or the one inside its ONBUILD.
    void variables(const Instruction& whole, const Instruction& instruction) {
        m_scope = instruction.keyword == Keyword::From ? -1 : m_stage;
        flagVariables(instruction);
        switch (instruction.keyword) {
            case Keyword::Run:
                if (!instruction.json)
                    scriptUses(instruction, instruction.arguments, {});
                runHeredocs(whole, instruction);
                break;
            case Keyword::Cmd:
            case Keyword::Entrypoint:
            case Keyword::Healthcheck:
                if (!instruction.json)
                    scriptUses(instruction, instruction.arguments, {});
                break;
            case Keyword::Shell:
                if (m_stage >= 0 && instruction.json && !instruction.json->empty())
                    m_shells[static_cast<std::size_t>(m_stage)] = shell::dialectOfProgram(instruction.json->front());
                break;
            case Keyword::Onbuild:
                if (instruction.trigger && &whole == &instruction)
                    variables(whole, *instruction.trigger);
                break;
            case Keyword::Maintainer:
            case Keyword::Unknown:
                break;
            default:
                words(whole, instruction);
        }
    }

    void words(const Instruction& whole, const Instruction& instruction) {
        usesIn(instruction, usesInWords(instruction.arguments, m_tree.escape()));
        const bool argument = instruction.keyword == Keyword::Arg;
        if (&whole == &instruction && (argument || instruction.keyword == Keyword::Env))
            for (const dockerfile::NameValue& pair : instruction.pairs)
                if (pair.name.text.find_first_of("$\"'\\") == std::string::npos)
                    defines(pair.name.text, pair.name.range, argument);
        for (const Heredoc& heredoc : whole.heredocs) {
            if (!heredoc.expand)
                continue;
            for (const VariableUse& use : usesInDocument(heredoc.content))
                occur(node(m_scope, use.name), Role::Use,
                      {heredoc.bodyRange.begin + use.range.begin, heredoc.bodyRange.begin + use.range.end});
        }
    }

    /// A script, or the input of a command that reads variables in it.
    void runHeredocs(const Instruction& whole, const Instruction& instruction) {
        const bool only = whole.heredocs.size() == 1 && instruction.arguments.starts_with("<<") &&
                          instruction.arguments.find_first_of(" \t;&|>") == std::string::npos;
        for (const Heredoc& heredoc : whole.heredocs) {
            if (only) {
                scriptUses(instruction, heredoc.content, heredoc.bodyRange.begin);
                continue;
            }
            if (!heredoc.expand)
                continue;
            for (VariableUse& use : usesInDocument(heredoc.content))
                m_out.shellNames.push_back(
                    {std::move(use.name),
                     {heredoc.bodyRange.begin + use.range.begin, heredoc.bodyRange.begin + use.range.end},
                     m_stage});
        }
    }

    void flagVariables(const Instruction& instruction) {
        const bool copies = instruction.keyword == Keyword::Copy || instruction.keyword == Keyword::Add;
        for (const dockerfile::Flag& flag : instruction.flags) {
            const bool expands = (copies && flag.name != "from") ||
                                 (instruction.keyword == Keyword::Run && flag.name == "mount") ||
                                 (instruction.keyword == Keyword::From && flag.name == "platform");
            const std::string_view value = flag.valueRange.of(m_tree.text());
            if (!expands || value.contains('\n'))
                continue;
            for (const VariableUse& use : usesInWords(value, m_tree.escape()))
                occur(node(m_scope, use.name), Role::Use,
                      {flag.valueRange.begin + use.range.begin, flag.valueRange.begin + use.range.end});
        }
    }

    void heredocNames(const Instruction& instruction) {
        for (const Heredoc& heredoc : instruction.heredocs) {
            const std::string_view open = heredoc.openRange.of(m_tree.text());
            const std::size_t name = open.rfind(heredoc.name);
            if (heredoc.name.empty() || name == std::string_view::npos)
                continue;
            const std::size_t symbol = add({NameKind::Heredoc, heredoc.name, m_stage});
            const std::size_t begin = heredoc.openRange.begin + name;
            occur(symbol, Role::Definition, {begin, begin + heredoc.name.size()});
            if (heredoc.terminated)
                occur(symbol, Role::Use, {heredoc.endRange.end - heredoc.name.size(), heredoc.endRange.end});
        }
    }

    // Joining

    std::size_t root(std::size_t symbol) {
        while (m_parent[symbol] != symbol) {
            m_parent[symbol] = m_parent[m_parent[symbol]];
            symbol = m_parent[symbol];
        }
        return symbol;
    }
    void unite(std::size_t a, std::size_t b) {
        a = root(a);
        b = root(b);
        m_parent[std::max(a, b)] = std::min(a, b);
    }

    /// The nearest of the stages that a stage stands on which defines a variable; -1 where none does.
    [[nodiscard]] int definingBase(int stage, const std::string& name) const {
        if (!m_everDefined.contains(name))
            return -1;
        while (stage >= 0) {
            stage = m_outline.stages[static_cast<std::size_t>(stage)].baseStage;
            if (stage >= 0 && m_defined.contains({stage, name}))
                return stage;
        }
        return -1;
    }

    void join() {
        for (ShellName& use : m_out.shellNames)
            if (m_defined.contains({use.stage, use.name}) || definingBase(use.stage, use.name) >= 0)
                m_out.occurrences.push_back({node(use.stage, use.name), Role::Use, use.range, use.stage});
        std::erase_if(m_out.shellNames, [this](const ShellName& use) {
            return m_defined.contains({use.stage, use.name}) || definingBase(use.stage, use.name) >= 0;
        });
        for (const auto& [key, symbol] : m_variables) {
            const auto& [stage, name] = key;
            if (const int base = definingBase(stage, name); base >= 0)
                unite(symbol, m_variables.at({base, name}));
            const auto defined = m_defined.find(key);
            const bool argument = stage >= 0 && defined != m_defined.end() && defined->second;
            if (const auto global = m_variables.find({-1, name}); argument && global != m_variables.end())
                unite(symbol, global->second);
        }
    }

    Names finish() {
        for (Occurrence& occurrence : m_out.occurrences)
            occurrence.symbol = root(occurrence.symbol);
        // What two rules find in one place (an ENV's value that is a heredoc's opening, say) counts once.
        std::ranges::stable_sort(m_out.occurrences, {}, [](const Occurrence& each) { return each.range.begin; });
        std::size_t end = 0;
        std::erase_if(m_out.occurrences, [&](const Occurrence& each) {
            if (each.range.begin < end)
                return true;
            end = each.range.end;
            return false;
        });
        return std::move(m_out);
    }

    const SyntaxTree& m_tree;
    const Outline& m_outline;
    Names m_out;
    int m_stage = -1, m_scope = -1;
    std::vector<std::size_t> m_parent, m_stageSymbols;
    std::vector<shell::Dialect> m_shells;                            ///< by stage: SHELL as it is so far
    std::map<std::pair<int, std::string>, std::size_t> m_variables;  ///< by stage and name
    std::map<std::pair<int, std::string>, bool> m_defined;           ///< whether an ARG does
    std::set<std::string> m_everDefined;
    std::map<std::string, int> m_stageByName;  ///< those above the current one
};

}  // namespace

const Occurrence* Names::at(std::size_t offset) const {
    auto after =
        std::ranges::upper_bound(occurrences, offset, {}, [](const Occurrence& each) { return each.range.begin; });
    if (after == occurrences.begin())
        return nullptr;
    const Occurrence& found = *std::prev(after);
    return offset <= found.range.end ? &found : nullptr;
}

std::vector<const Occurrence*> Names::of(std::size_t symbol) const {
    std::vector<const Occurrence*> out;
    for (const Occurrence& occurrence : occurrences)
        if (occurrence.symbol == symbol)
            out.push_back(&occurrence);
    return out;
}

const Symbol* Names::variable(const Outline& outline, int stage, std::string_view name) const {
    for (int each = stage;;) {
        for (const Occurrence& occurrence : occurrences) {
            const Symbol& symbol = symbols[occurrence.symbol];
            if (occurrence.stage == each && occurrence.role == Role::Definition && symbol.kind == NameKind::Variable &&
                symbol.name == name)
                return &symbol;
        }
        if (each < 0)
            return nullptr;
        each = outline.stages[static_cast<std::size_t>(each)].baseStage;
        if (each < 0)
            return nullptr;
    }
}

Names names(const SyntaxTree& tree, const Outline& outline) { return Collector(tree, outline).collect(); }

int stageNamed(const Outline& outline, std::string_view name, int before, bool numbers) {
    int number = 0;
    const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), number);
    if (numbers && error == std::errc{} && stop == name.data() + name.size())
        return number >= 0 && number < before ? number : -1;
    for (int stage = std::min(before, static_cast<int>(outline.stages.size())) - 1; stage >= 0; --stage) {
        const std::string& each = outline.stages[static_cast<std::size_t>(stage)].name;
        if (!each.empty() && equalsIgnoringCase(each, name))
            return stage;
    }
    return -1;
}

int stageAt(const Outline& outline, std::size_t offset) {
    const auto after = std::ranges::upper_bound(outline.stages, offset, {},
                                                [](const dockerfile::StageOutline& each) { return each.range.begin; });
    return static_cast<int>(after - outline.stages.begin()) - 1;
}

const Instruction* instructionAt(const SyntaxTree& tree, std::size_t offset) {
    const auto& all = tree.instructions();
    const auto after = std::ranges::upper_bound(all, offset, {}, [](const auto& each) { return each->range.begin; });
    if (after == all.begin())
        return nullptr;
    const Instruction* const found = std::prev(after)->get();
    return offset <= found->range.end ? found : nullptr;
}

}  // namespace slipway::language
