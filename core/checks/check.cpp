#include "checks/check.h"

#include "checks/brought.h"
#include "checks/selection.h"
#include "checks/shellcheck.h"
#include "checks/shown.h"
#include "parallel/pieces.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

namespace slipway::checks {

namespace {

/// Starting it takes longer than all other checks together.
bool asksForShellcheck(const Settings& settings) {
    return settings.family.value_or(Family::Hadolint) == Family::Hadolint &&
           (settings.only.empty() || std::ranges::any_of(settings.only, [](std::string_view name) {
                return name.starts_with("SC") || name.starts_with("sc");
            }));
}

/// A rule to look with.
struct Wanted {
    const Rule* rule;
    bool isShown;  ///< what it finds
    bool isTwin;   ///< of one that is shown: what silences it silences that one, too
};

std::vector<Wanted> rulesFor(const Subject& file, const Selection& selection) {
    std::vector<const Rule*> shown;
    std::ranges::copy_if(rules(), std::back_inserter(shown), [&](const Rule* rule) { return selection.isOn(*rule); });
    std::set<std::string_view> names, twins;
    for (const Rule* rule : shown) {
        names.insert(rule->name);
        twins.insert(rule->twin);
    }
    std::vector<Wanted> out;
    for (const Rule* rule : rules()) {
        const bool isTwin = !file.settings.family && (twins.contains(rule->name) || names.contains(rule->twin));
        const bool isShown = names.contains(rule->name);
        if ((isShown || isTwin) && (rule->programs.empty() || file.calls(rule->programs))) {
            out.push_back({rule, isShown, isTwin});
        }
    }
    return out;
}

/// What each of the rules finds, in their order; `built` is the file as a build goes through it. Of a long file several
/// look at a time.
void find(const std::vector<Wanted>& wanted, const Selection& selection, const Subject& file, const Subject& built,
          const Subject& triggers, std::span<Found> found) {
    constexpr std::size_t kLong = 5000;
    const auto look = [&](std::size_t index) {
        const auto& [rule, isShown, isTwin] = wanted[index];
        auto& [shown, silenced] = found[index];
        Report report(*rule, selection.severity(*rule), shown);
        rule->find(rule->perStage && rule->family == Family::BuildKit ? built : file, report);
        if (rule->onbuild == Onbuild::InsideToo && !triggers.lines.empty()) {
            rule->find(triggers, report);
        }
        const bool isOff = selection.turnsOff(*rule);
        std::erase_if(shown, [&](const Finding& finding) {
            const bool isSilenced = isOff || selection.silences(finding);
            if (isSilenced && isTwin) {
                silenced.push_back(finding);
            }
            return isSilenced || !isShown;
        });
    };
    const std::size_t piece = file.lines.size() < kLong ? wanted.size() : 1;
    parallel::eachPiece(wanted.size(), piece, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            look(wanted.size() - 1 - i);  // the last ones look into scripts, which takes longest: they begin
        }
    });
}

/// What shellcheck says of the scripts, as far as it is asked for.
std::deque<Finding> shellcheckFindingsOf(const Subject& file, const Selection& selection) {
    std::deque<Finding> out;
    if (!file.surroundings.shellcheck || !asksForShellcheck(file.settings)) {
        return out;
    }
    for (Finding& finding :
         shellcheckFindings(file.lines, file.plan, file.surroundings.bases, *file.surroundings.shellcheck)) {
        if (selection.isOn(*finding.rule) && !selection.silences(finding)) {
            finding.severity = selection.severity(*finding.rule);
            out.push_back(std::move(finding));
        }
    }
    return out;
}

}  // namespace

void Report::add(const Line& line, std::string message, std::optional<text::Range> part,
                 std::optional<text::Range> related) {
    const dockerfile::Instruction& instruction = *line.instruction;
    add({&m_rule, m_severity, std::move(message), part.value_or(instruction.range), instruction.firstLine,
         instruction.lastLine, line.stage, related});
}

void Report::add(const plan::Step& step, std::string message) {
    add({.message = std::move(message),
         .range = step.range,
         .line = step.line,
         .endLine = step.endLine,
         .stage = step.stage});
}

void Report::add(Finding finding) {
    finding.rule = &m_rule;
    finding.severity = m_severity;
    m_findings.push_back(std::move(finding));
}

bool readsContext(const plan::BuildPlan& plan, const Surroundings& surroundings, const Settings& settings) {
    const auto takesFiles = [](const plan::Step& step) {
        const auto isContext = [](const auto& each) { return std::holds_alternative<plan::FromContext>(each.origin); };
        const auto* copy = std::get_if<plan::CopyOperation>(&step.operation);
        const auto* run = std::get_if<plan::RunOperation>(&step.operation);
        return (copy && isContext(*copy)) || (run && std::ranges::any_of(run->mounts, isContext));
    };
    const bool hasPatterns = surroundings.ignore && !surroundings.ignore->patterns().empty();
    if (!hasPatterns && std::ranges::none_of(plan.steps, takesFiles)) {
        return false;
    }
    const Selection selection(plan, settings);
    return std::ranges::any_of(rules(), [&](const Rule* rule) { return rule->readsContext && selection.isOn(*rule); });
}

CheckResult check(const plan::BuildPlan& plan, const Surroundings& surroundings, const Settings& settings,
                  Scope scope) {
    CheckResult out;
    Subject file(*plan.tree, plan, surroundings, settings, linesOf(plan, surroundings));
    const Subject triggers = triggersOf(file);
    const Selection selection(plan, settings);
    out.error = selection.error();
    const std::vector<Wanted> wanted = rulesFor(file, selection);
    std::vector<Found> found(wanted.size() + 1);  // no more is added: a deque that moves is copied
    const std::unique_ptr<const Brought> brought = broughtInto(file);
    find(wanted, selection, file, brought ? brought->file : file, triggers, found);
    found.back().shown = shellcheckFindingsOf(file, selection);
    out.findings = shownOf(std::move(found));
    if (scope == Scope::ReachedStages) {
        std::erase_if(out.findings, [&](const Finding& finding) {
            const auto stage = static_cast<std::size_t>(finding.stage);
            return finding.rule->perStage && finding.stage >= 0 && stage < plan.stages.size() &&
                   !plan.stages[stage].reached;
        });
    }
    return out;
}

}  // namespace slipway::checks
