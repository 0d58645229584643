#include "checks/twins.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <ranges>
#include <set>
#include <string_view>

namespace slipway::checks {

namespace {

/// The findings of rules that others are twins of, or outdo, by place.
class TwinPlaces {
public:
    explicit TwinPlaces(std::vector<Found>& found) {
        std::set<std::string_view> twins;
        for (const Rule* rule : rules()) {
            twins.insert(rule->twin);
            for (const auto outdone : std::views::split(rule->outdoes, ' ')) {
                twins.insert(std::string_view(outdone));
            }
        }
        for (Found& each : found) {
            for (std::deque<Finding>* findings : {&each.shown, &each.silenced}) {
                if (findings->empty() || !twins.contains(findings->front().rule->name)) {
                    continue;
                }
                for (Finding& finding : *findings) {
                    m_places.emplace(std::pair(finding.rule->name, finding.range.begin),
                                     Place{&finding, findings == &each.silenced});
                }
            }
        }
    }
    /// Calls `look` for each that says the same as the finding.
    template <class Look>
    void eachTwin(const Finding& finding, Look look) const {
        if (!finding.rule->twin.empty()) {
            eachAt(finding.rule->twin, finding.related.value_or(finding.range),
                   [&](const Place& twin) { look(*twin.finding); });
        }
    }

    /// The same for those that it outdoes and nothing silences.
    template <class Look>
    void eachOutdone(const Finding& finding, Look look) const {
        for (const auto outdone : std::views::split(finding.rule->outdoes, ' ')) {
            eachAt(std::string_view(outdone), finding.range, [&](const Place& place) {
                if (!place.isSilenced) {
                    look(*place.finding);
                }
            });
        }
    }

private:
    struct Place {
        Finding* finding;
        bool isSilenced;
    };
    template <class Look>
    void eachAt(std::string_view rule, text::Range range, Look look) const {
        auto each = m_places.lower_bound({rule, range.begin});
        if (each != m_places.begin()) {
            const auto before = std::prev(each);
            each = before->first.first == rule && before->second.finding->range.end > range.begin ? before : each;
        }
        for (; each != m_places.end() && each->first.first == rule &&
               (each->first.second < range.end || each->first.second == range.begin);
             ++each) {
            look(each->second);
        }
    }

    // By rule and beginning; findings of one rule don't overlap but where they are at one place.
    std::multimap<std::pair<std::string_view, std::size_t>, Place> m_places;
};

}  // namespace

std::unordered_set<const Finding*> needlessTwins(std::vector<Found>& found) {
    const TwinPlaces places(found);
    std::unordered_set<const Finding*> out;
    for (const Found& each : found) {
        const auto& some = each.shown.empty() ? each.silenced : each.shown;
        if (some.empty() || some.front().rule->twin.empty()) {
            continue;  // they are of one rule, or of shellcheck's, which have no twins
        }
        for (const Finding& finding : each.silenced) {
            places.eachTwin(finding, [&](const Finding& twin) { out.insert(&twin); });
        }
        for (const Finding& finding : each.shown) {
            places.eachTwin(finding, [&](Finding& twin) {
                twin.severity = std::min(twin.severity, finding.severity);
                out.insert(&finding);
            });
        }
    }
    for (Found& each : found) {
        for (Finding& finding : each.shown) {
            places.eachOutdone(finding, [&](const Finding& outdone) {
                finding.severity = std::min(finding.severity, outdone.severity);
                out.insert(&outdone);
            });
        }
    }
    return out;
}

}  // namespace slipway::checks
