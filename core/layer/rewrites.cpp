#include "layer/rewrites.h"

#include <algorithm>
#include <ranges>

namespace slipway::layer {

namespace {

/// Calls `meet(in a, in b)` for each path that both tables have; looks each of the smaller one's up in the other.
template <class Meet>
void eachCommon(const Toc& a, const Toc& b, Meet meet) {
    const bool swapped = a.size() > b.size();
    const Toc &few = swapped ? b : a, &many = swapped ? a : b;
    for (std::size_t i = 0; i < few.size(); ++i) {
        if (const auto found = many.find(few.path(i))) {
            swapped ? meet(*found, i) : meet(i, *found);
        }
    }
}

}  // namespace

std::vector<Rewrite> rewrites(const TocList& below, const Toc& table) {
    std::vector<Rewrite> out;
    std::vector<bool> met(table.size(), false);
    for (const auto& lower : below | std::views::reverse) {
        eachCommon(table, *lower, [&](std::size_t own, std::size_t other) {
            if (met[own] || table.type(own) != EntryType::File) {
                return;
            }
            met[own] = true;  // what lies deeper was hidden before
            if (lower->type(other) == EntryType::File) {
                out.push_back({std::string(table.path(own)), lower->fileSize(other),
                               table.entry(own).digest == lower->entry(other).digest});
            }
        });
    }
    std::ranges::sort(
        out, [](const Rewrite& a, const Rewrite& b) { return a.size != b.size ? a.size > b.size : a.path < b.path; });
    return out;
}

}  // namespace slipway::layer
