#include "language/hover.h"

#include "dockerfile/expansion.h"
#include "language/environment.h"
#include "language/instruction_help.h"
#include "language/names.h"
#include "language/predefined.h"
#include "text/quantity.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::language {

namespace {

using dockerfile::Instruction;
using dockerfile::Keyword;
using Role = Occurrence::Role;

/// As code, whatever it holds.
std::string code(std::string_view text) {
    if (!text.contains('`'))
        return '`' + std::string(text) + '`';
    return "`` " + std::string(text) + " ``";
}

std::string lineNumber(const dockerfile::SyntaxTree& tree, std::size_t offset) {
    return std::to_string(tree.lines().line(offset));
}

class Card {
public:
    Card(const plan::BuildPlan& plan, const Surroundings& surroundings, std::size_t offset)
        : m_plan(plan), m_tree(*plan.tree), m_surroundings(surroundings), m_offset(offset) {}

    std::optional<Hover> make(std::span<const checks::Finding> findings) {
        m_outline = dockerfile::outline(m_tree);
        if (!name() && !part())
            directive();
        for (const checks::Finding& finding : findings)
            if (m_offset >= finding.range.begin && m_offset <= finding.range.end)
                add(finding.range, "**" + std::string(finding.rule->name) + "**: " + finding.message + "\n\n" +
                                       text::said(finding.rule->explanation));
        if (m_text.empty())
            return {};
        return Hover{std::move(m_text), m_range};
    }

private:
    void add(text::Range range, std::string_view paragraph) {
        if (m_text.empty())
            m_range = range;
        else
            m_text += "\n\n---\n\n";
        m_text += paragraph;
    }

    // Names

    bool name() {
        const Names found = names(m_tree, m_outline);
        const Occurrence* const at = found.at(m_offset);
        if (!at)
            return ofShell(found);
        const Symbol& symbol = found.symbols[at->symbol];
        switch (symbol.kind) {
            case NameKind::Stage:
                stage(*at, symbol);
                return true;
            case NameKind::Variable:
                variable(found, *at, symbol);
                return true;
            case NameKind::Heredoc:
                add(at->range, text::say("Here-document {}.", code(symbol.name)));
                return true;
        }
        return false;
    }

    void stage(const Occurrence& at, const Symbol& symbol) {
        const dockerfile::StageOutline& stage = m_outline.stages[static_cast<std::size_t>(symbol.stage)];
        std::string text = text::say("Stage **{}**, lines {} to {}, on {}.",
                                     stage.name.empty() ? std::to_string(stage.index) : stage.name, stage.line,
                                     stage.endLine, code(stage.base));
        const auto list = [&](const std::vector<int>& others) {
            std::string out;
            for (const int each : others) {
                const auto& other = m_outline.stages[static_cast<std::size_t>(each)];
                out += (out.empty() ? "" : ", ") + code(other.name.empty() ? std::to_string(other.index) : other.name);
            }
            return out;
        };
        if (const auto size = m_surroundings.stageSize ? m_surroundings.stageSize(symbol.stage) : std::nullopt)
            text += "\n\n" + text::say("When it was last built: {}.", sizeText(*size));
        if (!stage.dependsOn.empty())
            text += "\n\n" + text::say("It uses {}.", list(stage.dependsOn));
        if (!stage.dependents.empty())
            text += "\n\n" + text::say("It is used by {}.", list(stage.dependents));
        add(at.range, text);
    }

    void variable(const Names& found, const Occurrence& at, const Symbol& symbol) {
        // A definition shows the value that it gives.
        const Instruction* const own = instructionAt(m_tree, at.range.begin);
        const Environment environment = at.role == Role::Definition && own
                                            ? environmentBelow(m_plan, m_surroundings, *own)
                                            : environmentAt(m_plan, m_surroundings, at.range.begin);
        std::string text = valueText(environment, symbol.name, stageAt(m_outline, at.range.begin));
        std::string lines;
        for (const Occurrence* const each : found.of(at.symbol))
            if (each->role == Role::Definition)
                lines += (lines.empty() ? "" : ", ") + lineNumber(m_tree, each->range.begin);
        if (!lines.empty())
            text += "\n\n" + text::say("Defined in line {}.", lines);
        if (const std::string help = predefinedHelp(symbol.name); !help.empty())
            text.append("\n\n").append(help);
        add(at.range, text);
    }

    /// A variable that a command uses and nothing in the file defines: the base image may.
    bool ofShell(const Names& found) {
        const auto at = std::ranges::find_if(found.shellNames, [&](const ShellName& each) {
            return m_offset >= each.range.begin && m_offset <= each.range.end;
        });
        if (at == found.shellNames.end())
            return false;
        const Environment environment = environmentAt(m_plan, m_surroundings, at->range.begin);
        const std::string help = predefinedHelp(at->name);
        if (!environment.get(at->name) && help.empty())
            return false;  // the command's own
        std::string text = valueText(environment, at->name, at->stage);
        if (!help.empty())
            text.append("\n\n").append(help);
        add(at->range, text);
        return true;
    }

    [[nodiscard]] std::string valueText(const Environment& environment, const std::string& name, int stage) const {
        const auto value = environment.get(name);
        if (!value)
            return environment.complete ? text::say("Variable **{}**, not set here.", name)
                                        : text::say("Variable **{}**, not set here, unless the base image does.", name);
        if (const auto base = baseVariable(m_plan, m_surroundings, stage, name); base && base->value == *value)
            return value->empty()
                       ? text::say("Variable **{}**, empty here, from image {}.", name, code(base->image))
                       : text::say("Variable **{}**, here {}, from image {}.", name, code(*value), code(base->image));
        return value->empty() ? text::say("Variable **{}**, empty here.", name)
                              : text::say("Variable **{}**, here {}.", name, code(*value));
    }
    static std::string sizeText(const KnownSize& size) {
        const std::string unpacked = text::bytesText(size.unpacked);
        return size.compressed ? text::say("{} unpacked, {} compressed", unpacked, text::bytesText(*size.compressed))
                               : text::say("{} unpacked", unpacked);
    }

    // Parts of an instruction

    bool part() {
        const Instruction* instruction = instructionAt(m_tree, m_offset);
        if (!instruction)
            return false;
        const Instruction& whole = *instruction;
        while (instruction->trigger && m_offset >= instruction->trigger->keywordRange.begin)
            instruction = instruction->trigger.get();
        const auto holds = [&](text::Range range) { return m_offset >= range.begin && m_offset <= range.end; };
        if (holds(instruction->keywordRange))
            return keyword(*instruction);
        for (const dockerfile::Flag& flag : instruction->flags)
            if (holds(flag.range))
                return this->flag(*instruction, flag);
        for (const dockerfile::Word& word : instruction->words)
            if (holds(word.range))
                return this->word(whole, *instruction, word);
        return false;
    }

    bool keyword(const Instruction& instruction) {
        const InstructionHelp* const help = helpOf(instruction.keyword);
        if (!help)
            return false;
        std::string text = "```dockerfile\n";
        for (const std::string_view form : help->forms)
            text.append(form) += '\n';
        text.append("```\n\n").append(text::said(help->text));
        add(instruction.keywordRange, text);
        return true;
    }

    bool flag(const Instruction& instruction, const dockerfile::Flag& flag) {
        const FlagHelp* const help = helpOf(instruction.keyword, flag.name);
        if (!help)
            return false;
        if (instruction.keyword == Keyword::Copy && flag.name == "from" && m_offset >= flag.valueRange.begin)
            image({.name = std::string(flag.valueRange.of(m_tree.text()))}, flag.valueRange);
        std::string text = "`--" + flag.name + (help->value.empty() ? "" : "=" + std::string(help->value)) + "`\n\n" +
                           text::said(help->text);
        if (instruction.keyword == Keyword::Run && flag.name == "mount" && holdsOption(flag, text))
            return true;
        add(flag.range, text);
        return true;
    }

    /// The option of a mount under the pointer.
    bool holdsOption(const dockerfile::Flag& flag, const std::string& whole) {
        const std::string_view value = flag.valueRange.of(m_tree.text());
        for (std::size_t at = 0; at < value.size();) {
            const std::size_t end = std::min(value.find(',', at), value.size());
            const text::Range range{flag.valueRange.begin + at, flag.valueRange.begin + end};
            const std::string_view name = value.substr(at, std::min(value.find('=', at), end) - at);
            const auto option = std::ranges::find(mountOptions(), name, &MountOption::name);
            if (m_offset >= range.begin && m_offset <= range.end && option != mountOptions().end()) {
                if (const std::size_t begin = at + name.size() + 1; name == "from" && begin < end)
                    image({.name = std::string(value.substr(begin, end - begin))}, range);
                add(range, "`" + std::string(name) + "`: " + text::said(option->text) + "\n\n" + whole);
                return true;
            }
            at = end + 1;
        }
        return false;
    }

    bool word(const Instruction& whole, const Instruction& instruction, const dockerfile::Word& word) {
        const bool first = &word == &instruction.words.front();
        const bool last = &word == &instruction.words.back();
        if (instruction.keyword == Keyword::From && first)
            return image(whole, word);
        const bool copies = instruction.keyword == Keyword::Copy || instruction.keyword == Keyword::Add;
        const bool fromContext =
            std::ranges::none_of(instruction.flags, [](const auto& each) { return each.name == "from"; });
        if (copies && fromContext && !last)
            return file(word);
        return false;
    }

    bool image(const Instruction& from, const dockerfile::Word& word) {
        const int index = stageAt(m_outline, from.range.begin);
        if (index < 0 || static_cast<std::size_t>(index) >= m_plan.stages.size())
            return false;
        const auto* const base = std::get_if<plan::FromImage>(&m_plan.stages[static_cast<std::size_t>(index)].base);
        if (!base) {
            if (word.text != "scratch")
                return false;
            add(word.range, text::say("`scratch` is the empty image: no files, no shell."));
            return true;
        }
        image(*base, word.range);
        return true;
    }

    void image(const plan::FromImage& image, text::Range range) {
        const plan::Base* known = m_surroundings.bases ? plan::baseOf(*m_surroundings.bases, image) : nullptr;
        if (!known) {
            add(range, text::say("Image {}. It is not in the store, so what it sets isn't known yet.", code(image.name)));
            return;
        }
        const image::Config& config = *known->config;
        std::string text = text::say("Image {}.", code(image.name)) + '\n';
        const auto item = [&](const std::string& what, const std::string& value) {
            text += "\n- " + what + ": " + value;
        };
        if (const auto size = m_surroundings.imageSize ? m_surroundings.imageSize(image) : std::nullopt)
            item(text::say("Size"), sizeText(*size));
        item(text::say("Platform"), code(config.platform.toString()));
        const auto list = [&](const std::string& what, const auto& values) {
            std::string joined;
            for (const std::string& value : values)
                joined += (joined.empty() ? "" : " ") + value;
            if (!joined.empty())
                item(what, code(joined));
        };
        const std::vector<std::string> none;
        list(text::say("Entry point"), config.entrypoint.value_or(none));
        list(text::say("Command"), config.cmd.value_or(none));
        list(text::say("Shell"), config.shell.value_or(none));
        if (!config.user.empty())
            item(text::say("User"), code(config.user));
        if (!config.workingDir.empty())
            item(text::say("Folder"), code(config.workingDir));
        list(text::say("Ports"), config.exposedPorts);
        list(text::say("Volumes"), config.volumes);
        if (!config.labels.empty())
            item(text::say("Labels"), std::to_string(config.labels.size()));
        for (const std::string& entry : config.env)
            text += "\n- " + code(entry);
        add(range, text);
    }

    bool file(const dockerfile::Word& word) {
        if (!m_surroundings.context || word.text.find_first_of("*?[$<") != std::string::npos)
            return false;
        const auto entry = m_surroundings.find(word.text);
        if (!entry)
            add(word.range, text::say("{} is not in the build context.", code(word.text)));
        else if (entry->directory)
            add(word.range, text::say("Folder {} of the build context; its content is copied.", code(word.text)));
        else
            add(word.range,
                text::say("File {} of the build context, {}.", code(word.text), text::bytesText(entry->size)));
        return true;
    }

    void directive() {
        for (const dockerfile::Directive& directive : m_tree.directives())
            for (const DirectiveHelp& help : directiveHelp())
                if (help.name == directive.name && m_offset >= directive.range.begin && m_offset <= directive.range.end)
                    add(directive.range, "`# " + directive.name + "=`\n\n" + text::said(help.text));
    }

    const plan::BuildPlan& m_plan;
    const dockerfile::SyntaxTree& m_tree;
    const Surroundings& m_surroundings;
    std::size_t m_offset;
    dockerfile::Outline m_outline;
    std::string m_text;
    text::Range m_range;
};

}  // namespace

std::optional<Hover> hover(const plan::BuildPlan& plan, const Surroundings& surroundings,
                           std::span<const checks::Finding> findings, std::size_t offset) {
    return Card(plan, surroundings, offset).make(findings);
}

}  // namespace slipway::language
