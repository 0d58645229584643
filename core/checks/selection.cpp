#include "checks/selection.h"

#include "dockerfile/directives.h"
#include "dockerfile/spaces.h"

#include <algorithm>
#include <utility>

namespace slipway::checks {

namespace {

/// Calls `take` for each part between separators.
template <class Take>
void split(std::string_view text, char separator, Take take) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        take(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

bool has(const std::vector<std::string>& names, const Rule& rule) {
    if (rule.family == Family::BuildKit) {  // which takes them as they are written
        return names == std::vector<std::string>{"all"} || std::ranges::contains(names, rule.name);
    }
    return (rule.family == Family::Slipway && names == std::vector<std::string>{"all"}) ||
           std::ranges::any_of(names,
                               [&](std::string_view name) { return dockerfile::equalsIgnoringCase(name, rule.name); });
}

}  // namespace

bool RuleNameLess::operator()(std::string_view a, std::string_view b) const {
    return std::ranges::lexicographical_compare(a, b, {}, dockerfile::lowerCase, dockerfile::lowerCase);
}

bool CheckOptions::skips(const Rule& rule) const { return !rule.experimental && has(skip, rule); }

bool CheckOptions::asksFor(const Rule& rule) const { return rule.experimental && has(experimental, rule); }

CheckOptions readCheckOptions(std::string_view options) {
    CheckOptions out;
    split(options, ';', [&](std::string_view part) {
        const std::size_t equals = std::min(part.find('='), part.size());
        const std::string_view name = dockerfile::trimmed(part.substr(0, equals));
        const std::string_view given = dockerfile::trimmed(part.substr(std::min(equals + 1, part.size())));
        if (name == "error") {
            out.error = given == "1" || given == "t" || given == "T" || dockerfile::equalsIgnoringCase(given, "true");
        } else if (name == "skip" || name == "experimental") {
            auto& names = name == "skip" ? out.skip : out.experimental;
            names.clear();
            split(given, ',', [&](std::string_view rule) { names.emplace_back(dockerfile::trimmed(rule)); });
        }
    });
    return out;
}

Selection::Selection(const plan::BuildPlan& plan, const Settings& settings) : m_settings(settings) {
    const dockerfile::SyntaxTree& tree = *plan.tree;
    const auto& arguments = plan.options.buildArgs;
    if (const auto given = arguments.find("BUILDKIT_DOCKERFILE_CHECK"); given != arguments.end()) {
        m_file = readCheckOptions(given->second);
    } else if (const auto directive = dockerfile::findDirective(tree.text(), "check")) {
        m_file = readCheckOptions(directive->first);  // from the lines as they are: an indented one doesn't count
    }
    bool isBelowComment = false;
    for (const dockerfile::Node& node : tree.nodes()) {
        if (!node.instruction) {
            isBelowComment = isBelowComment || node.kind == dockerfile::NodeKind::Comment;
            continue;
        }
        if (!std::exchange(isBelowComment, false)) {
            continue;
        }
        const dockerfile::Instruction& instruction = *node.instruction;
        for (const std::string& comment : instruction.comments) {
            const auto read = dockerfile::readDirectiveLine(comment, "");
            if (!read || read->name != "check") {
                continue;
            }
            if (!dockerfile::checkDirectiveFault(read->value)) {
                const std::string_view options = std::string_view(read->value).substr(0, read->value.find(' '));
                m_instructions.emplace(instruction.firstLine,
                                       std::pair(instruction.lastLine, readCheckOptions(options)));
            }
            break;  // the first one counts alone, be it as broken as it likes
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
        const dockerfile::Instruction* instruction = instructionAt(line);
        RuleNames rules(pragma.codes.begin(), pragma.codes.end());
        if (pragma.scope == hadolint::PragmaScope::NextLine) {
            m_pragmas.emplace(line, std::pair(instruction ? instruction->lastLine : line, std::move(rules)));
        } else if (instruction && instruction->keyword == dockerfile::Keyword::From) {
            m_stages.emplace(line, std::move(rules));
        }
    }
    if (m_stages.empty()) {
        return;
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
    if (turnsOff(rule) || (!m_settings.only.empty() && !asked)) {
        return false;
    }
    const bool wanted = asked || m_settings.everyRule || m_settings.severities.contains(rule.name);
    const auto isAskedFor = [&](const auto& above) { return above.second.second.asksFor(rule); };
    return (wanted || !rule.offByDefault) &&
           (asked || !rule.experimental || m_file.asksFor(rule) || std::ranges::any_of(m_instructions, isAskedFor));
}

bool Selection::turnsOff(const Rule& rule) const {
    return m_settings.ignored.contains(rule.name) || m_ignored.contains(rule.name) || m_file.skips(rule);
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
    const auto stage = m_stages.upper_bound(finding.line);
    return stage != m_stages.begin() && std::prev(stage)->second.contains(finding.rule->name);
}

bool Selection::silences(const Finding& finding) const {
    if (!finding.path.empty()) {
        return false;
    }
    if (silencedByPragma(finding)) {
        return true;
    }
    const Rule& rule = *finding.rule;
    const CheckOptions* options = optionsAt(finding.silencedAt == 0 ? finding.line : finding.silencedAt);
    if (rule.experimental && !m_settings.only.contains(rule.name) && !m_file.asksFor(rule) &&
        !(options && options->asksFor(rule))) {
        return true;  // it was asked for above another instruction
    }
    return options && !rule.fileOnly && options->skips(rule);
}

const CheckOptions* Selection::optionsAt(std::uint32_t line) const {
    const auto after = m_instructions.upper_bound(line);
    if (after == m_instructions.begin() || std::prev(after)->second.first < line) {
        return nullptr;
    }
    return &std::prev(after)->second.second;
}

}  // namespace slipway::checks
