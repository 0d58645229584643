#include "dockerfile/suggestion.h"

#include "dockerfile/spaces.h"

#include <algorithm>
#include <vector>

namespace slipway::dockerfile {

namespace {

std::size_t distance(std::string_view a, std::string_view b, Letters letters) {
    const auto same = [letters](char one, char other) {
        return letters == Letters::Exact ? one == other : lowerCase(one) == lowerCase(other);
    };
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            const std::size_t change = same(a[i - 1], b[j - 1]) ? 0 : 1;
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + change});
            diagonal = above;
        }
    }
    return row[b.size()];
}

}  // namespace

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates, Letters letters) {
    std::string_view best;
    std::size_t least = 3;
    for (const std::string_view candidate : candidates) {
        if (word.size() + 2 < candidate.size() || candidate.size() + 2 < word.size())
            continue;
        const std::size_t edits = distance(word, candidate, letters);
        if (edits < least && (letters == Letters::Exact || edits < candidate.size())) {
            least = edits;
            best = candidate;
        }
    }
    return best;
}

std::string suggestion(std::string_view word, std::span<const std::string_view> candidates, std::string_view prefix) {
    const std::string_view found = nearest(word, candidates);
    if (found.empty())
        return ".";
    return "; did you mean " + std::string(prefix) + std::string(found) + "?";
}

}  // namespace slipway::dockerfile
