#include "checks/selection.h"

#include "dockerfile/spaces.h"

#include <algorithm>

namespace slipway::checks {

namespace {

using dockerfile::trimmed;

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return dockerfile::lowerCase(c); });
    return out;
}

/// Calls `take` for each part between separators, trimmed.
template <class Take>
void split(std::string_view text, char separator, Take take) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        take(trimmed(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

bool has(const std::set<std::string, std::less<>>& names, const Rule& rule) {
    return (rule.family != Family::Hadolint && names.contains("all")) || names.contains(lower(rule.name));
}

}  // namespace

bool RuleNameLess::operator()(std::string_view a, std::string_view b) const {
    return std::ranges::lexicographical_compare(a, b, {}, dockerfile::lowerCase, dockerfile::lowerCase);
}

bool CheckOptions::skips(const Rule& rule) const { return has(skip, rule); }

CheckOptions readCheckOptions(std::string_view value) {
    CheckOptions out;
    // A reason may stand behind two slashes.
    if (const std::size_t reason = value.find("//"); reason != std::string_view::npos) {
        value = value.substr(0, reason);
    }
    split(value, ';', [&](std::string_view part) {
        const std::size_t equals = part.find('=');
        const std::string name = lower(trimmed(part.substr(0, equals)));
        const std::string_view given = equals == std::string_view::npos ? "" : trimmed(part.substr(equals + 1));
        if (name == "error") {
            out.error = given == "1" || given == "t" || given == "T" || lower(given) == "true";
        } else if (name == "skip" || name == "experimental") {
            auto& names = name == "skip" ? out.skip : out.experimental;
            split(given, ',', [&](std::string_view rule) { names.insert(lower(rule)); });
        }
    });
    return out;
}

Selection::Selection(const dockerfile::SyntaxTree& tree, const Settings& settings) : m_settings(settings) {
    for (const dockerfile::Directive& directive : tree.directives()) {
        if (directive.name == "check") {
            m_file = readCheckOptions(directive.value);
        }
    }
    constexpr std::string_view kPrefix = "check=";
    for (const auto& instruction : tree.instructions()) {
        CheckOptions own;
        for (const std::string& comment : instruction->comments) {
            if (const std::string_view text = trimmed(comment); text.starts_with(kPrefix)) {
                own.skip.merge(readCheckOptions(text.substr(kPrefix.size())).skip);
            }
        }
        if (!own.skip.empty()) {
            m_instructions.emplace(instruction->firstLine, std::pair(instruction->lastLine, std::move(own)));
        }
    }
    if (settings.ignorePragmas) {
        readPragmas(tree);
    }
}

void Selection::readPragmas(const dockerfile::SyntaxTree& tree) {
    const auto instructionAt = [&](std::uint32_t line) -> const dockerfile::Instruction* {
        const auto found =
            std::ranges::lower_bound(tree.instructions(), line, {}, [](const auto& each) { return each->firstLine; });
        return found != tree.instructions().end() && (*found)->firstLine == line ? found->get() : nullptr;
    };
    for (hadolint::IgnorePragma& pragma : hadolint::ignorePragmas(tree)) {
        if (pragma.scope == hadolint::PragmaScope::File) {
            m_ignored.insert(pragma.codes.begin(), pragma.codes.end());
            continue;
        }
        const std::uint32_t line = pragma.line + 1;
        RuleNames rules(pragma.codes.begin(), pragma.codes.end());
        if (pragma.scope == hadolint::PragmaScope::NextLine) {
            const dockerfile::Instruction* instruction = instructionAt(line);
            m_pragmas.emplace(line, std::pair(instruction ? instruction->lastLine : line, std::move(rules)));
        } else {
            m_stages.emplace(line, std::move(rules));
        }
    }
    for (const auto& each : tree.instructions()) {
        if (each->keyword == dockerfile::Keyword::From) {
            m_stages.emplace(each->firstLine, RuleNames());
        }
    }
}

bool Selection::isOn(const Rule& rule) const {
    if (m_settings.family && *m_settings.family != rule.family) {
        return false;
    }
    const bool asked = m_settings.only.contains(rule.name);
    if (m_settings.ignored.contains(rule.name) || m_ignored.contains(rule.name) ||
        (!rule.experimental && m_file.skips(rule)) || (!m_settings.only.empty() && !asked)) {
        return false;
    }
    const bool wanted = asked || m_settings.everyRule || m_settings.severities.contains(rule.name);
    return (wanted || !rule.offByDefault) && (asked || !rule.experimental || has(m_file.experimental, rule));
}

Severity Selection::severity(const Rule& rule) const {
    const auto given = m_settings.severities.find(rule.name);
    return given == m_settings.severities.end() ? rule.severity : given->second;
}

bool Selection::silencedByPragma(const Finding& finding) const {
    const auto after = m_pragmas.upper_bound(finding.line);
    if (after != m_pragmas.begin()) {
        const auto& [lastLine, rules] = std::prev(after)->second;
        if (finding.line <= lastLine && rules.contains(finding.rule->name)) {
            return true;
        }
    }
    const auto stage = m_stages.lower_bound(finding.line);
    return stage != m_stages.begin() && std::prev(stage)->second.contains(finding.rule->name);
}

bool Selection::silences(const Finding& finding) const {
    if (!finding.path.empty()) {
        return false;
    }
    if (silencedByPragma(finding)) {
        return true;
    }
    auto after = m_instructions.upper_bound(finding.line);
    if (after == m_instructions.begin()) {
        return false;
    }
    const auto& [lastLine, options] = std::prev(after)->second;
    return finding.line <= lastLine && options.skips(*finding.rule);
}

}  // namespace slipway::checks
