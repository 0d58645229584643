#include "checks/check.h"
#include "checks/hadolint/words.h"
#include "checks/mending.h"
#include "dockerfile/expansion.h"
#include "text/say.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

namespace slipway::checks::dl3044 {

namespace {

/// Names that an ENV or an ARG has given a value, in whichever stage.
class Known {
public:
    explicit Known(const Subject& subject) : m_subject(subject) {}

    /// Above the line. What is there is read once it is asked for, which most files have no need of.
    [[nodiscard]] bool contains(const Line& line, const std::string& name) {
        for (const auto here = static_cast<std::size_t>(&line - m_subject.lines.data()); m_seen < here; ++m_seen) {
            see(m_subject.lines[m_seen]);
        }
        return m_names.contains(name);
    }

private:
    void see(const Line& line) {
        if (const auto* arg = line.value ? std::get_if<dockerfile::Arg>(&*line.value) : nullptr) {
            for (const dockerfile::Arg::Item& item : arg->items) {
                m_names.insert(item.name.text);
            }
        } else if (const auto* env = line.value ? std::get_if<dockerfile::Env>(&*line.value) : nullptr) {
            for (const dockerfile::NameValue& pair : env->pairs) {
                m_names.emplace(hadolint::withoutQuotes(pair.name.text));
            }
        }
    }

    const Subject& m_subject;
    std::size_t m_seen = 0;  ///< how many lines have been read
    std::set<std::string> m_names;
};

/// A pair whose value uses what another pair of the instruction sets, and what had no value before.
struct Misunderstood {
    const dockerfile::NameValue* pair;
    std::string name;
};
std::optional<Misunderstood> misunderstood(const dockerfile::Env& env, Known& known, const Line& line, char escape) {
    if (std::ranges::none_of(env.pairs, [](const auto& pair) { return pair.value.text.contains('$'); })) {
        return std::nullopt;
    }
    using Setter = std::pair<std::string_view, const dockerfile::NameValue*>;
    std::vector<Setter> setters;
    setters.reserve(env.pairs.size());
    for (const dockerfile::NameValue& pair : env.pairs) {
        setters.emplace_back(hadolint::withoutQuotes(pair.name.text), &pair);
    }
    std::ranges::sort(setters, {}, &Setter::first);
    for (const dockerfile::NameValue& pair : env.pairs) {
        for (const std::string& used : dockerfile::usedNames(pair.value.text, escape)) {
            const auto set = std::ranges::equal_range(setters, std::string_view(used), {}, &Setter::first);
            const bool byAnother = set.size() > 1 || (set.size() == 1 && set.front().second != &pair);
            if (byAnother && !known.contains(line, used)) {
                return Misunderstood{&pair, used};
            }
        }
    }
    return std::nullopt;
}

/// How another ENV below this one begins: "ENV", or "ONBUILD ENV". Empty above the first FROM, where none may stand,
/// and where the two words stand in lines of their own.
std::string beginningLike(const Subject& subject, const dockerfile::Instruction& env) {
    const auto& all = subject.tree.instructions();
    const auto next =
        std::ranges::upper_bound(all, env.range.begin, {}, [](const auto& each) { return each->range.begin; });
    const bool isAboveFrom = !subject.plan.stages.empty() && env.range.begin < subject.plan.stages.front().range.begin;
    if (next == all.begin() || isAboveFrom) {
        return {};
    }
    const text::Range beginning{(*std::prev(next))->range.begin, env.keywordRange.end};
    std::string out(beginning.of(subject.tree.text()));
    return out.contains('\n') ? std::string() : out;
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3044",
    .family = Family::Hadolint,
    .severity = Severity::Error,
    .description = "ENV does not use a variable that the same ENV sets.",
    .explanation =
        "All values of one ENV are expanded with what was set before it, so the variable is still empty there. Set it "
        "in an ENV of its own above.",
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            Known known(subject);
            for (const Line& line : subject.lines) {
                const auto* env = line.as<dockerfile::Env>();
                const auto wrong = env ? misunderstood(*env, known, line, subject.tree.escape()) : std::nullopt;
                if (wrong) {
                    report.add(
                        line,
                        text::say("${} is still empty here: the same ENV sets it, so set it in one above", wrong->name),
                        wrong->pair->value.range);
                }
            }
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const Line* line = subject.lineAt(finding.range.begin);
        const auto* env = line && line->value ? std::get_if<dockerfile::Env>(&*line->value) : nullptr;
        const std::string_view text = subject.tree.text();
        for (std::size_t i = 1; env && i < env->pairs.size(); ++i) {
            const dockerfile::NameValue& pair = env->pairs[i];
            const text::Range gap{env->pairs[i - 1].value.range.end, pair.name.range.begin};
            if (pair.value.range != finding.range) {
                continue;
            }
            const auto used = dockerfile::usedNames(pair.value.text, subject.tree.escape());
            const bool isAbove = std::ranges::any_of(
                env->pairs.begin(), env->pairs.begin() + static_cast<std::ptrdiff_t>(i), [&](const auto& other) {
                    return std::ranges::contains(used, hadolint::withoutQuotes(other.name.text));
                });
            const std::string beginning = beginningLike(subject, *line->instruction);
            if (!isAbove || beginning.empty() || gap.begin >= gap.end || gap.of(text).contains('#')) {
                return std::nullopt;
            }
            return fixOf(text::say("Set it in an ENV of its own"),
                         {{gap, std::string(lineEndOf(text)) + beginning + " "}}, Asked::OnRequest);
        }
        return std::nullopt;
    },
};

}  // namespace slipway::checks::dl3044
