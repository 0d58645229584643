#include "language/names.h"

#include "dockerfile/instruction.h"
#include "dockerfile/logical_line.h"
#include "dockerfile/spaces.h"
#include "language/names_joining.h"
#include "language/script_inputs.h"
#include "language/stage_bases.h"
#include "language/variable_uses.h"

#include <algorithm>
#include <map>
#include <utility>

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

/// Collects what stands in the text; which variables are one is told at the end.
class Collector {
public:
    Collector(const SyntaxTree& tree, const Outline& outline) : m_tree(tree), m_outline(outline) {}

    Names collect() {
        for (const auto& instruction : m_outline.global)
            variables(*instruction, *instruction);
        m_shells.resize(m_outline.stages.size(), shell::Dialect::Posix);
        for (const dockerfile::StageOutline& stage : m_outline.stages) {
            m_stageSymbols.push_back(m_out.add({NameKind::Stage, stage.name, stage.index}));
            m_stagesByName[lower(stage.name)].push_back(stage.index);
        }
        const auto bases = stageBases(m_tree, m_outline);
        for (const StageBases& each : bases)
            m_out.names.bases.push_back(each.stages);
        for (const dockerfile::StageOutline& stage : m_outline.stages) {
            m_stage = stage.index;
            const auto index = static_cast<std::size_t>(stage.index);
            if (const auto& below = m_out.names.bases[index]; !below.empty()) {
                m_shells[index] = m_shells[static_cast<std::size_t>(below.front())];
                if (!bases[index].argument.empty())
                    occur(m_stageSymbols[static_cast<std::size_t>(below.front())], Role::Use, bases[index].argument,
                          -1);
            }
            for (const auto& instruction : stage.instructions) {
                stages(*instruction);
                variables(*instruction, *instruction);
                heredocNames(*instruction);
            }
        }
        return joined(std::move(m_out));
    }

private:
    void occur(std::size_t symbol, Role role, text::Range range) { occur(symbol, role, range, m_stage); }
    void occur(std::size_t symbol, Role role, text::Range range, int stage) {
        if (!range.empty())
            m_out.names.occurrences.push_back({symbol, role, range, stage});
    }

    // Stages

    /// The last one above of that name; else, of --from, the first from the current one on: it is meant, though a build
    /// refuses it. -1: none.
    [[nodiscard]] int stageOf(std::string_view name, bool isFlag) const {
        const auto stages = m_stagesByName.find(lower(name));
        if (name.empty() || stages == m_stagesByName.end())
            return -1;
        const auto below = std::ranges::lower_bound(stages->second, m_stage);
        if (below != stages->second.begin())
            return *std::prev(below);
        return isFlag ? *below : -1;
    }

    void useStage(std::string_view name, bool numbers, bool isFlag, text::Range range) {
        const bool number = numbers && !name.empty() && name.front() >= '0' && name.front() <= '9';
        const int stage = number ? stageNamed(m_outline, name, m_stage, true) : stageOf(name, isFlag);
        if (stage < 0)
            return;
        occur(m_stageSymbols[static_cast<std::size_t>(stage)], number ? Role::Number : Role::Use, range);
    }

    void stages(const Instruction& instruction) {
        if (instruction.keyword == Keyword::From) {
            if (!instruction.words.empty())
                useStage(instruction.words[0].text, false, false, instruction.words[0].range);
            if (instruction.words.size() >= 3 && equalsIgnoringCase(instruction.words[1].text, "as"))
                occur(m_stageSymbols[static_cast<std::size_t>(m_stage)], Role::Definition, instruction.words[2].range);
        }
        for (const dockerfile::Flag& flag : instruction.flags) {
            const PlacedText value = valueOf(flag, m_tree);
            if (instruction.keyword == Keyword::Copy && flag.name == "from")
                stageIn(value, 0, value.text.size(), true);
            if (instruction.keyword == Keyword::Run && flag.name == "mount")
                eachOption(value, [&](std::string_view name, std::size_t begin, std::size_t end) {
                    if (name == "from")
                        stageIn(value, begin, end, false);
                });
        }
    }

    /// A stage's name in a part of a flag's value; quotes around it are left out.
    void stageIn(const PlacedText& value, std::size_t begin, std::size_t end, bool numbers) {
        trimQuotes(value, begin, end);
        if (end > begin)
            useStage(std::string_view(value.text).substr(begin, end - begin), numbers, true,
                     {value.places[begin], value.places[end - 1] + 1});
    }

    static void trimQuotes(const PlacedText& value, std::size_t& begin, std::size_t& end) {
        const auto isQuote = [&](std::size_t at) { return value.text[at] == '"' || value.text[at] == '\''; };
        while (begin < end && isQuote(begin))
            ++begin;
        while (begin < end && isQuote(end - 1))
            --end;
    }

    /// Calls `take(name, begin, end)` for the options of a mount that have a value, with its place.
    template <class Take>
    static void eachOption(const PlacedText& value, Take take) {
        const std::string_view text = value.text;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find(',', at), text.size());
            std::size_t begin = at, last = end;
            trimQuotes(value, begin, last);
            if (const std::size_t equals = text.find('=', begin); equals < last)
                take(text.substr(begin, equals - begin), equals + 1, last);
            at = end + 1;
        }
    }

    // Variables

    void defines(const std::string& name, text::Range range, bool argument) {
        const std::size_t symbol = m_out.variable(m_stage, name);
        m_out.defined.try_emplace({m_stage, name}, false).first->second |= argument;
        m_out.everDefined.insert(name);
        occur(symbol, Role::Definition, range);
    }

    void usesIn(const Instruction& instruction, const std::vector<VariableUse>& uses) {
        for (const VariableUse& use : uses)
            occur(m_out.variable(m_scope, use.name), Role::Use, instruction.sourceRange(use.range.begin, use.range.end),
                  m_scope);
    }

    /// Of a shell's script, which stands at `place(offset)`.
    template <class Place>
    void shellUses(std::vector<VariableUse> uses, Place place) {
        for (VariableUse& use : uses)
            m_out.names.shellNames.push_back({std::move(use.name), place(use.range), m_stage, m_instruction});
    }
    void commandUses(const Instruction& instruction) {
        const auto place = [&](text::Range range) { return instruction.sourceRange(range.begin, range.end); };
        shellUses(usesInScript(instruction.arguments, dialect()), place);
        if (dialect() == shell::Dialect::Unknown)
            shellUses(usesInBatch(instruction.arguments), place);
    }
    void scriptUses(std::string_view text, std::size_t begin, shell::Dialect dialect) {
        shellUses(usesInScript(text, dialect), [&](text::Range range) {
            return text::Range{begin + range.begin, begin + range.end};
        });
    }
    void programUses(const Instruction& instruction) {
        shellUses(usesInProgram(elementsOf(instruction)), [](text::Range range) { return range; });
    }
    [[nodiscard]] shell::Dialect dialect() const {
        return m_stage < 0 ? shell::Dialect::Posix : m_shells[static_cast<std::size_t>(m_stage)];
    }

    /// `whole` is the instruction of the file, `instruction` it or the one inside its ONBUILD.
    void variables(const Instruction& whole, const Instruction& instruction) {
        m_scope = instruction.keyword == Keyword::From ? -1 : m_stage;
        m_instruction = whole.range.begin;
        flagVariables(instruction);
        switch (instruction.keyword) {
            case Keyword::Run:
            case Keyword::Cmd:
            case Keyword::Entrypoint:
            case Keyword::Healthcheck:
                instruction.json ? programUses(instruction) : commandUses(instruction);
                if (instruction.keyword == Keyword::Run)
                    runHeredocs(whole, instruction);
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
            const std::size_t begin = heredoc.bodyRange.begin;
            if (heredoc.expand)
                for (const VariableUse& use : usesInDocument(heredoc.content))
                    occur(m_out.variable(m_scope, use.name), Role::Use,
                          {begin + use.range.begin, begin + use.range.end});
            else if (heredoc.content.starts_with("#!"))  // a script that runs with the image's variables
                scriptUses(heredoc.content, begin, shell::dialectOfScript(heredoc.content, shell::Dialect::Unknown));
        }
    }

    /// A script, or the input of a command that reads variables in it.
    void runHeredocs(const Instruction& whole, const Instruction& instruction) {
        const ScriptLanguage shell{ScriptLanguage::Kind::Shell, dialect()};
        const auto languages = heredocLanguages(whole, instruction, shell);
        for (std::size_t i = 0; i < whole.heredocs.size(); ++i) {
            const Heredoc& heredoc = whole.heredocs[i];
            const std::size_t begin = heredoc.bodyRange.begin;
            const shell::Dialect reader = languages[i].dialect;
            if (!heredoc.expand || isScriptAlone(whole, instruction)) {
                scriptUses(heredoc.content, begin, reader);
                continue;
            }
            shellUses(usesInDocument(heredoc.content), [&](text::Range range) {
                return text::Range{begin + range.begin, begin + range.end};
            });
            const PlacedText plain = withoutEscapes(heredoc.content);
            shellUses(usesInScript(plain.text, reader), [&](text::Range range) {
                return text::Range{begin + plain.places[range.begin], begin + plain.places[range.end - 1] + 1};
            });
        }
    }

    void flagVariables(const Instruction& instruction) {
        const bool copies = instruction.keyword == Keyword::Copy || instruction.keyword == Keyword::Add;
        for (const dockerfile::Flag& flag : instruction.flags) {
            const bool isMount = instruction.keyword == Keyword::Run && flag.name == "mount";
            const bool expands = (copies && flag.name != "from") || isMount ||
                                 (instruction.keyword == Keyword::From && flag.name == "platform");
            if (!expands)
                continue;
            const PlacedText value = valueOf(flag, m_tree);
            const auto place = [&](std::size_t begin, std::size_t end) {
                return text::Range{value.places[begin], value.places[end - 1] + 1};
            };
            for (const VariableUse& use : usesInWords(value.text, m_tree.escape()))
                occur(m_out.variable(m_scope, use.name), Role::Use, place(use.range.begin, use.range.end), m_scope);
            if (isMount)
                eachOption(value, [&](std::string_view option, std::size_t begin, std::size_t end) {
                    if (option == "env" && end > begin && nameEnd(value.text, begin) == end)
                        m_out.mounted.push_back(
                            {value.text.substr(begin, end - begin), place(begin, end), m_stage, m_instruction});
                });
        }
    }

    void heredocNames(const Instruction& instruction) {
        for (const Heredoc& heredoc : instruction.heredocs) {
            const std::string_view open = heredoc.openRange.of(m_tree.text());
            const std::size_t name = open.rfind(heredoc.name);
            if (heredoc.name.empty() || name == std::string_view::npos)
                continue;
            const std::size_t symbol = m_out.add({NameKind::Heredoc, heredoc.name, m_stage});
            const std::size_t begin = heredoc.openRange.begin + name;
            occur(symbol, Role::Definition, {begin, begin + heredoc.name.size()});
            if (heredoc.terminated)
                occur(symbol, Role::Use, {heredoc.endRange.end - heredoc.name.size(), heredoc.endRange.end});
        }
    }

    const SyntaxTree& m_tree;
    const Outline& m_outline;
    CollectedNames m_out;
    int m_stage = -1, m_scope = -1;
    std::size_t m_instruction = 0;  ///< where the current one begins
    std::vector<std::size_t> m_stageSymbols;
    std::vector<shell::Dialect> m_shells;                    ///< by stage: SHELL as it is so far
    std::map<std::string, std::vector<int>> m_stagesByName;  ///< in lower case
};

}  // namespace

Names names(const SyntaxTree& tree, const Outline& outline) { return Collector(tree, outline).collect(); }

}  // namespace slipway::language
