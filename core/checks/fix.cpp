#include "checks/fix.h"

#include "checks/selection.h"
#include "text/edit.h"

#include <algorithm>
#include <numeric>
#include <ranges>
#include <set>

namespace slipway::checks {

namespace {

/// What one look at a text mends: fixes that don't touch each other, the first one first.
struct Round {
    std::vector<text::Edit> edits;
    std::map<std::string_view, int> perRule;
};

class Edits {
public:
    /// False where one of them touches one that was taken before.
    bool take(const std::vector<text::Edit>& edits) {
        const auto touches = [&](const text::Edit& edit) {
            const auto after = m_taken.upper_bound(edit.range.end);
            return after != m_taken.begin() && std::prev(after)->second.range.end >= edit.range.begin;
        };
        if (std::ranges::any_of(edits, touches)) {
            return false;
        }
        for (const text::Edit& edit : edits) {
            m_taken.emplace(edit.range.begin, edit);
        }
        return true;
    }
    [[nodiscard]] std::vector<text::Edit> sorted() const {
        std::vector<text::Edit> out;
        for (const auto& [begin, edit] : m_taken) {
            out.push_back(edit);
        }
        return out;
    }

private:
    std::map<std::size_t, text::Edit> m_taken;  // by where they begin
};

Round mendOnce(const plan::BuildPlan& plan, const Surroundings& surroundings, const Settings& settings,
               const std::function<bool(const Finding&)>& wanted, bool evenOnRequest) {
    const Fixer fixer(plan, surroundings, settings);
    Edits edits;
    std::set<std::pair<std::string_view, int>> carried;  // by rule and stage
    Round out;
    for (const Finding& finding : check(plan, surroundings, settings).findings) {
        const auto fix = wanted(finding) ? fixer.mend(finding) : std::nullopt;
        const std::pair place(finding.rule->name, finding.stage);
        // What is left below the first one of a stage is for the next look.
        const bool isLater = fix && fix->carriesOn && carried.contains(place);
        if (!fix || isLater || (fix->onRequest && !evenOnRequest) || !edits.take(fix->edits)) {
            continue;
        }
        ++out.perRule[finding.rule->name];
        if (fix->carriesOn) {
            carried.insert(place);
        }
    }
    out.edits = edits.sorted();
    return out;
}

std::set<std::string_view> errorsOf(const plan::BuildPlan& plan) {
    std::set<std::string_view> out;
    for (const plan::Problem& problem : plan.problems) {
        if (problem.severity == dockerfile::Severity::Error) {
            out.insert(problem.message);
        }
    }
    return out;
}

bool outdoes(const Rule& rule, std::string_view other) {
    return std::ranges::any_of(std::views::split(rule.outdoes, ' '),
                               [&](const auto each) { return std::string_view(each) == other; });
}

}  // namespace

Fixer::Fixer(const plan::BuildPlan& plan, const Surroundings& surroundings, const Settings& settings)
    : m_surroundings(surroundings),
      m_settings(settings),
      m_file(*plan.tree, plan, m_surroundings, m_settings, linesOf(plan, surroundings)),
      m_triggers(triggersOf(m_file)) {}

Fixer::~Fixer() = default;

std::optional<Fix> Fixer::mend(const Finding& finding) const {
    if (finding.fix) {
        return *finding.fix;
    }
    if (!finding.rule->fix) {
        return std::nullopt;
    }
    const Line* line = finding.rule->perStage ? m_file.lineAt(finding.range.begin) : nullptr;
    if (line && line->keyword == dockerfile::Keyword::From) {
        return std::nullopt;  // the base's ONBUILD brings it, and stands elsewhere
    }
    const bool isKept = finding.rule->onbuild == Onbuild::InsideToo && m_triggers.lineAt(finding.range.begin);
    return finding.rule->fix(isKept ? m_triggers : m_file, finding);
}

std::vector<const Rule*> Fixer::withTwins(const Finding& finding) const {
    std::vector<const Rule*> out{finding.rule};
    const std::lock_guard lock(m_mutex);
    for (const Rule* rule : rules()) {
        if (rule->twin != finding.rule->name && !outdoes(*finding.rule, rule->name)) {
            continue;
        }
        if (!m_selection) {
            m_selection = std::make_unique<const Selection>(m_file.plan, m_settings);
        }
        const auto [known, isNew] = m_found.try_emplace(rule);
        const std::deque<Finding>& found = known->second;
        if (isNew && m_selection->isOn(*rule)) {
            Report report(*rule, rule->severity, known->second);
            rule->find(m_file, report);
        }
        const auto meets = [&](const Finding& other) {
            const text::Range range = other.related.value_or(other.range);
            return (range.begin < finding.range.end && finding.range.begin < range.end) ||
                   (other.range.begin < finding.range.end && finding.range.begin < other.range.end);
        };
        if (std::ranges::any_of(found, meets)) {
            out.push_back(rule);
        }
    }
    return out;
}

int Mended::count() const {
    return std::accumulate(perRule.begin(), perRule.end(), 0,
                           [](int sum, const auto& rule) { return sum + rule.second; });
}

Mended mendAll(const plan::BuildPlan& plan, const Surroundings& surroundings, const Settings& settings,
               const std::function<bool(const Finding&)>& wanted, bool evenOnRequest) {
    // A finding that comes up again and again is left after so many looks.
    constexpr int kLooks = 12;
    static const plan::Bases kNone;
    Mended out;
    Surroundings around = surroundings;
    if (!evenOnRequest) {
        around.shellcheck = nullptr;  // what it would write is never made unasked, and it takes its time
    }
    const std::set<std::string_view> errors = errorsOf(plan);
    plan::BuildPlan now = plan;
    for (int look = 0; look < kLooks; ++look) {
        const Round round = mendOnce(now, around, settings, wanted, evenOnRequest);
        if (round.edits.empty()) {
            break;
        }
        auto tree = dockerfile::SyntaxTree::parse(text::apply(now.tree->text(), round.edits), now.tree.get());
        plan::BuildPlan next =
            plan::plan(std::move(tree), plan.options, surroundings.bases ? *surroundings.bases : kNone);
        if (errorsOf(next).size() > errors.size()) {
            break;
        }
        out.edits = text::compose(plan.tree->text().size(), out.edits, round.edits);
        for (const auto& [rule, count] : round.perRule) {
            out.perRule[rule] += count;
        }
        now = std::move(next);
        around.shellcheck = nullptr;  // it is asked once
    }
    return out;
}

}  // namespace slipway::checks
