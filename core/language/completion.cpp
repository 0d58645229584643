#include "language/completion.h"

#include "language/completion_comments.h"
#include "language/completion_names.h"
#include "language/completion_words.h"
#include "language/environment.h"
#include "language/instruction_help.h"
#include "language/names.h"
#include "language/predefined.h"
#include "plan/scope.h"
#include "text/quantity.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::language {

namespace {

using dockerfile::Keyword;
using Kind = CompletionKind;
using Where = Cursor::Where;

/// Calls `take` for each piece between blanks.
template <class Take>
void eachWord(std::string_view text, Take take) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0)
            take(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// Where the variable that is being typed begins in a word ("$", "${"); npos where none is.
std::size_t variableStart(std::string_view partial) {
    const std::size_t dollar = partial.rfind('$');
    if (dollar == std::string_view::npos || (dollar > 0 && partial[dollar - 1] == '\\'))
        return std::string_view::npos;
    const std::size_t begin = dollar + (partial.substr(dollar + 1).starts_with('{') ? 2 : 1);
    const bool plain = std::ranges::all_of(partial.substr(begin), [](char c) {
        return c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    return plain ? begin : std::string_view::npos;
}

class Completer : CompletionDraft {
public:
    using CompletionDraft::CompletionDraft;

    std::vector<Completion> make() {
        switch (m_cursor.where) {
            case Where::Nowhere:
                break;
            case Where::Directive:
                CommentWords(*this).directives();
                break;
            case Where::Comment:
                CommentWords(*this).pragmas();
                break;
            case Where::Keyword:
                keywords();
                break;
            case Where::Document:
                variables();
                break;
            case Where::Arguments:
                if (!variables())
                    arguments();
                break;
        }
        return std::move(m_out);
    }

private:
    void keywords() {
        const std::string_view partial = m_cursor.partial;
        const bool isAboveStages = m_stage < 0 && !m_cursor.inOnbuild;  // where only ARG may stand
        for (const InstructionHelp& help : instructionHelp()) {
            const bool isOfStage = help.keyword != Keyword::From && help.keyword != Keyword::Arg;
            const bool isRefused =
                m_cursor.inOnbuild && (help.keyword == Keyword::From || help.keyword == Keyword::Onbuild);
            if (help.keyword == Keyword::Maintainer || isRefused || (isAboveStages && isOfStage))
                continue;
            const std::string_view name = keywordName(help.keyword);
            if (Completion* const made = add(Kind::Instruction, name, partial, help.forms.front())) {
                made->insert = name;
                made->documentation = text::said(help.text);
                leadOn(*made, isFollowedBy('\t') ? '\t' : ' ');
            }
        }
        if (m_cursor.inOnbuild)
            return;
        for (const SnippetHelp& help : kSnippets) {
            if (isAboveStages && !help.text.starts_with("FROM"))
                continue;
            if (Completion* const made = add(Kind::Snippet, help.label, partial, text::said(help.detail))) {
                made->insert = help.text;
                made->snippet = true;
            }
        }
    }

    [[nodiscard]] bool isFollowedBy(char c) const {
        return std::string_view(m_tree.text()).substr(m_offset).starts_with(c);
    }

    /// Lets what can be written next come behind it, unless it is there already.
    void leadOn(Completion& made, char separator) const {
        made.again = !isFollowedBy(separator);
        if (made.again)
            made.insert += separator;
    }

    bool variables() {
        const std::size_t start = variableStart(m_cursor.partial);
        if (start == std::string_view::npos)
            return false;
        const std::string_view partial = std::string_view(m_cursor.partial).substr(start);
        const bool braced = m_cursor.partial[start - 1] == '{';
        const bool closed = isFollowedBy('}');
        const auto offer = [&](const std::string& name, std::string_view value) {
            Completion* const made = add(Kind::Variable, name, partial, value);
            if (made && braced && !closed)
                made->insert += '}';
        };
        for (const auto& [name, value] : environmentAt(m_plan, m_surroundings, m_offset).values)
            offer(name, value);
        for (const std::string& name : unsetArguments())
            offer(name, "");
        return true;
    }

    /// ARGs above that have no value until a build gives one.
    [[nodiscard]] std::vector<std::string> unsetArguments() const {
        std::vector<std::string> out;
        const auto take = [&](const std::vector<std::shared_ptr<const dockerfile::Instruction>>& instructions) {
            for (const auto& instruction : instructions)
                if (instruction->keyword == Keyword::Arg && instruction->range.end < m_offset)
                    for (const dockerfile::NameValue& pair : instruction->pairs)
                        out.push_back(pair.name.text);
        };
        const bool global = m_cursor.keyword == Keyword::From || m_stage < 0;
        if (global)
            take(m_outline.global);
        for (int stage = global ? -1 : m_stage; stage >= 0;
             stage = m_outline.stages[static_cast<std::size_t>(stage)].baseStage)
            take(m_outline.stages[static_cast<std::size_t>(stage)].instructions);
        return out;
    }

    void arguments() {
        const std::string& partial = m_cursor.partial;
        if (m_cursor.inFlags() && (partial == "-" || partial.starts_with("--"))) {
            const std::size_t equals = partial.find('=');
            equals == std::string::npos ? flags(partial)
                                        : value(partial.substr(2, equals - 2), partial.substr(equals + 1));
            return;
        }
        operands(partial);
        if (m_cursor.inFlags() && partial.empty())
            flags(partial);
    }

    void flags(std::string_view partial) {
        const InstructionHelp* const help = helpOf(m_cursor.keyword);
        if (!help)
            return;
        for (const FlagHelp& flag : help->flags) {
            const std::string label = "--" + std::string(flag.name);
            if (Completion* const made = add(Kind::Flag, label, partial, flag.value)) {
                made->documentation = text::said(flag.text);
                if (!flag.value.empty())
                    leadOn(*made, '=');
            }
        }
    }

    void value(const std::string& flag, std::string_view partial) {
        if (m_cursor.keyword == Keyword::Run && flag == "mount") {
            mount(partial);
            return;
        }
        if (flag == "from") {
            stages(partial, true);
            m_names.images(partial);
            return;
        }
        if (flag == "exclude")
            m_names.files(partial);
        if (flag == "chown")
            m_names.accounts(partial);
        if (const FlagHelp* const help = helpOf(m_cursor.keyword, flag))
            eachWord(help->choices, [&](std::string_view choice) { add(Kind::Value, choice, partial); });
    }

    void mount(std::string_view written) {
        const std::size_t comma = written.rfind(',');
        const std::string_view option = comma == std::string_view::npos ? written : written.substr(comma + 1);
        const std::size_t equals = option.find('=');
        std::string type = "bind";
        if (const std::size_t at = written.find("type="); at != std::string_view::npos)
            type = written.substr(at + 5, std::min(written.find(',', at), written.size()) - at - 5);
        if (equals == std::string_view::npos) {
            for (const MountOption& each : mountOptions()) {
                bool takes = false;
                eachWord(each.types, [&](std::string_view one) { takes = takes || one == type; });
                if (!takes || written.contains(std::string(each.name) + '='))
                    continue;
                if (Completion* const made = add(Kind::Flag, each.name, option)) {
                    made->documentation = text::said(each.text);
                    if (each.takesValue)
                        leadOn(*made, '=');
                }
            }
            return;
        }
        const std::string_view name = option.substr(0, equals);
        const std::string_view partial = option.substr(equals + 1);
        if (name == "type") {
            eachWord("bind cache secret ssh tmpfs", [&](std::string_view each) { add(Kind::Value, each, partial); });
        } else if (name == "sharing") {
            eachWord("shared private locked", [&](std::string_view each) { add(Kind::Value, each, partial); });
        } else if (name == "from") {
            stages(partial, false);
            m_names.images(partial);
        } else if (name == "target" || name == "dst" || name == "destination") {
            m_names.mountTarget(partial);
        } else if ((name == "source" || name == "src") && type != "secret") {
            m_names.mountSource(written, type, partial);
        }
    }

    void operands(std::string_view partial) {
        const std::size_t count = m_cursor.operands();
        switch (m_cursor.keyword) {
            case Keyword::From:
                from(count, partial);
                break;
            case Keyword::Copy:
            case Keyword::Add:
                m_names.copied(count, partial);
                break;
            case Keyword::Arg:
                if (!partial.contains('='))
                    declared(partial);
                break;
            case Keyword::Label:
                labels(partial);
                break;
            case Keyword::Stopsignal:
                addAll(Kind::Value, kSignals, partial);
                break;
            case Keyword::Shell:
                if (count == 0)
                    addAll(Kind::Value, kShells, partial);
                break;
            case Keyword::Expose:
                ports(partial);
                break;
            case Keyword::User:
                others(Keyword::User, partial);
                m_names.accounts(partial);
                break;
            case Keyword::Workdir:
                others(Keyword::Workdir, partial);
                m_names.folders(partial);
                break;
            case Keyword::Healthcheck:
                if (count == 0) {
                    add(Kind::Instruction, "CMD", partial);
                    add(Kind::Instruction, "NONE", partial);
                }
                break;
            default:
                break;
        }
    }

    void from(std::size_t count, std::string_view partial) {
        if (count == 0) {
            stages(partial, false);
            add(Kind::Image, "scratch", partial, text::say("the empty image"));
            m_names.images(partial);
        } else if (count == 1) {
            add(Kind::Instruction, "AS", partial);
        }
    }

    /// Stages above; by number where they have no name and numbers count.
    void stages(std::string_view partial, bool numbers) {
        for (const dockerfile::StageOutline& stage : m_outline.stages) {
            if (stage.index >= m_stage)
                break;
            if (!stage.name.empty() || numbers)
                add(Kind::Stage, stage.name.empty() ? std::to_string(stage.index) : stage.name, partial,
                    "FROM " + stage.base);
        }
    }

    /// What a stage's ARG may take over: the ARGs above the first FROM, and what the platform gives.
    void declared(std::string_view partial) {
        const Environment global = environmentAt(m_plan, m_surroundings, firstFrom());
        if (m_stage >= 0)
            for (const auto& instruction : m_outline.global)
                for (const dockerfile::NameValue& pair : instruction->pairs)
                    add(Kind::Variable, pair.name.text, partial, global.get(pair.name.text).value_or(""));
        const auto platform =
            plan::platformArguments(m_plan.options.platform, m_plan.options.buildArgs, m_plan.options.target).list();
        for (const std::string& entry : *platform) {
            const std::string name = entry.substr(0, entry.find('='));
            if (Completion* const made = add(Kind::Variable, name, partial, entry.substr(entry.find('=') + 1)))
                made->documentation = predefinedHelp(name);
        }
    }
    [[nodiscard]] std::size_t firstFrom() const {
        return m_outline.stages.empty() ? m_tree.text().size() : m_outline.stages.front().range.begin;
    }

    void labels(std::string_view partial) {
        if (partial.contains('='))
            return;
        for (const std::string_view label : kLabels)
            if (Completion* const made = add(Kind::Value, label, partial)) {
                made->insert += "=\"${1}\"";
                made->snippet = true;
            }
    }

    void ports(std::string_view partial) {
        addAll(Kind::Value, kPorts, partial);
        const std::size_t digits = std::min(partial.find_first_not_of("0123456789"), partial.size());
        if (digits == 0)
            return;
        for (const std::string_view protocol : {"/tcp", "/udp"})
            add(Kind::Value, std::string(partial.substr(0, digits)) + std::string(protocol), partial);
    }

    /// What other instructions of the keyword say.
    void others(Keyword keyword, std::string_view partial) {
        for (const auto& instruction : m_tree.instructions())
            if (instruction->keyword == keyword && !instruction->words.empty() &&
                (m_offset < instruction->range.begin || m_offset > instruction->range.end))
                add(Kind::Value, instruction->words.front().text, partial);
    }

    OutsideNames m_names{*this};
};

}  // namespace

std::vector<Completion> complete(const plan::BuildPlan& plan, const Surroundings& surroundings, std::size_t offset) {
    return Completer(plan, surroundings, offset).make();
}

}  // namespace slipway::language
