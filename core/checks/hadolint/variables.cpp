#include "checks/hadolint/variables.h"

#include "checks/hadolint/words.h"

namespace slipway::checks::hadolint {

void Variables::catchUp() {
    while (m_seen <= m_here && m_seen < m_subject.lines.size()) {
        see(m_subject.lines[m_seen++]);
    }
}

void Variables::see(const Line& line) {
    if (!line.value) {
        return;
    }
    const auto stage = static_cast<std::size_t>(line.stage);
    if (std::holds_alternative<dockerfile::From>(*line.value)) {
        if (line.stage < 0) {
            return;  // ONBUILD FROM, which no build takes
        }
        const plan::Stage* found = m_subject.stageOf(line);
        const auto* base = found ? std::get_if<plan::FromStage>(&found->base) : nullptr;
        const auto below = base ? static_cast<std::size_t>(base->stage) : m_stages.size();
        m_environment = below < m_stages.size() ? m_stages[below] : Values{};
        m_stages.resize(stage + 1);
        m_stages.back() = m_environment;
    } else if (const auto* env = std::get_if<dockerfile::Env>(&*line.value)) {
        for (const dockerfile::NameValue& pair : env->pairs) {
            m_environment[pair.name.text] = withoutQuotes(pair.value.text);
        }
        if (stage < m_stages.size()) {
            m_stages[stage] = m_environment;
        }
    } else if (const auto* arg = std::get_if<dockerfile::Arg>(&*line.value)) {
        for (const dockerfile::Arg::Item& item : arg->items) {
            if (item.value) {
                m_arguments[item.name.text] = withoutQuotes(item.value->text);
            } else {
                m_open.insert(item.name.text);
            }
        }
    }
}

std::optional<std::string> Variables::value(std::string_view name) {
    catchUp();
    for (const Values* values : {&m_environment, &m_arguments}) {
        if (const auto found = values->find(name); found != values->end()) {
            return found->second;
        }
    }
    return std::nullopt;
}

std::string Variables::expanded(const shell::Word& word, std::string_view script) {
    if (word.constant) {
        return std::string(word.value);
    }
    catchUp();
    std::string out;
    std::size_t until = 0;
    for (const shell::Part& part : word.parts) {
        if (part.range.begin < until) {
            continue;  // inside the expansion before it
        }
        until = part.range.end;
        if (part.kind == shell::PartKind::Literal) {
            out += part.range.of(script);
        } else if (part.kind == shell::PartKind::Parameter) {
            out += value(part.name).value_or(m_open.contains(part.name) ? "$" : "");
        }
    }
    return out;
}

}  // namespace slipway::checks::hadolint
