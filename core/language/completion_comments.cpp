#include "language/completion_comments.h"

#include "checks/check.h"
#include "dockerfile/spaces.h"
#include "language/completion_words.h"
#include "language/instruction_help.h"
#include "text/say.h"

namespace slipway::language {

using Kind = CompletionKind;

template <class Wanted>
void CommentWords::rules(std::string_view partial, Wanted wanted) {
    for (const checks::Rule* const rule : checks::rules())
        if (Completion* const made = wanted(*rule) ? m_draft.add(Kind::Value, rule->name, partial) : nullptr)
            made->detail = text::said(rule->description);
}

void CommentWords::directives() {
    const std::string& partial = m_draft.m_cursor.partial;
    if (partial.starts_with("hadolint")) {
        pragmas();
        return;
    }
    if (const std::size_t equals = partial.find('='); equals != std::string::npos) {
        std::string_view value = std::string_view(partial).substr(equals + 1);
        value.remove_prefix(dockerfile::skipSpaces(value, 0));
        const std::string_view name = dockerfile::trimmed(std::string_view(partial).substr(0, equals));
        if (dockerfile::equalsIgnoringCase(name, "check"))
            checkOptions(value);
        else if (dockerfile::equalsIgnoringCase(name, "syntax"))
            m_draft.addAll(Kind::Value, kFrontends, value);
        else if (dockerfile::equalsIgnoringCase(name, "escape"))
            m_draft.addAll(Kind::Value, kEscapes, value);
        return;
    }
    for (const DirectiveHelp& help : directiveHelp())
        if (Completion* const made = m_draft.add(Kind::Directive, help.name, m_draft.m_cursor.partial)) {
            made->insert = help.snippet;
            made->snippet = true;
            made->documentation = text::said(help.text);
        }
}

void CommentWords::pragmas() {
    const std::string_view partial = m_draft.m_cursor.partial;
    constexpr std::string_view kCheck = "check=", kIgnore = "hadolint ignore=";
    if (partial.starts_with(kCheck)) {
        checkOptions(partial.substr(kCheck.size()));
    } else if (partial.starts_with(kIgnore)) {
        const std::string_view last = partial.substr(partial.find_last_of("=, ") + 1);
        rules(last, [](const checks::Rule& rule) { return rule.family == checks::Family::Hadolint; });
    } else if (!partial.empty()) {
        for (const std::string_view pragma : {std::string_view("check=skip="), kIgnore})
            if (Completion* const made =
                    m_draft.add(Kind::Directive, pragma, partial, text::say("for the instruction below")))
                made->again = true;
    }
}

void CommentWords::checkOptions(std::string_view value) {
    if (value.contains(' '))
        return;
    const std::string_view option = value.substr(value.rfind(';') + 1);  // npos + 1 is 0
    const std::size_t equals = option.find('=');
    if (equals == std::string_view::npos) {
        for (const std::string_view each : {"skip=", "error=", "experimental="})
            if (Completion* const made = m_draft.add(Kind::Value, each, option))
                made->again = true;
        return;
    }
    const std::string_view list = option.substr(equals + 1);
    const std::string_view partial = list.substr(list.rfind(',') + 1);
    const bool isFirst = partial.size() == list.size();
    if (option.starts_with("error=")) {
        m_draft.addAll(Kind::Value, kTruths, partial);
    } else if (option.starts_with("skip=") || option.starts_with("experimental=")) {
        const bool experimental = option.starts_with('e');
        if (isFirst)
            m_draft.add(Kind::Value, "all", partial);
        rules(partial, [&](const checks::Rule& rule) {
            return rule.family != checks::Family::Hadolint && rule.experimental == experimental;
        });
    }
}

}  // namespace slipway::language
