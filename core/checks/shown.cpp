#include "checks/shown.h"

#include "text/say.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace slipway::checks {

namespace {

/// A finding to be shown, with what it is sorted by most of all.
struct Kept {
    Finding* finding;
    std::uint32_t line;
    bool isElsewhere;  ///< not in the Dockerfile
};

/// The Dockerfile's first; by line, then by message.
void sortByPlace(std::vector<Kept>& findings) {
    const auto isBefore = [](const Kept& a, const Kept& b) {
        if (!a.isElsewhere && !b.isElsewhere && a.line != b.line) {
            return a.line < b.line;
        }
        const auto placeOf = [](const Kept& each) {
            return std::tuple(std::string_view(each.finding->path), each.line, std::string_view(each.finding->message));
        };
        return placeOf(a) < placeOf(b);
    };
    if (!std::ranges::is_sorted(findings, isBefore)) {
        std::ranges::stable_sort(findings, isBefore);
    }
}

/// Those that are shown.
std::vector<Kept> keptOf(std::vector<Found>& found) {
    const std::unordered_set<const Finding*> needless = needlessTwins(found);
    std::vector<Kept> kept;  // which is less to move about
    std::unordered_map<Finding*, int> more;
    for (Found& some : found) {
        for (Finding& finding : some.shown) {
            if (needless.contains(&finding)) {
                continue;
            }
            Finding* last = kept.empty() ? nullptr : kept.back().finding;
            if (finding.rule->oncePerInstruction && last && last->rule == finding.rule && last->line == finding.line) {
                ++more[last];
            } else {
                kept.push_back({&finding, finding.line, !finding.path.empty()});
            }
        }
    }
    for (const auto& [finding, count] : more) {
        finding->message = text::say("{} ({} more like it here)", finding->message, count);
    }
    return kept;
}

}  // namespace

std::vector<Finding> shownOf(std::vector<Found> found) {
    std::vector<Kept> kept = keptOf(found);
    sortByPlace(kept);
    std::vector<Finding> out;
    out.reserve(kept.size());
    for (const Kept& each : kept) {
        out.push_back(std::move(*each.finding));
    }
    return out;
}

}  // namespace slipway::checks
