#include "dockerfile/suggestion.h"

#include "dockerfile/spaces.h"
#include "text/say.h"

#include <algorithm>
#include <bit>
#include <vector>

namespace slipway::dockerfile {

namespace {

/// How many edits make `b` out of `a`; `most` where it is that many or more.
std::size_t distance(std::string_view a, std::string_view b, std::size_t most, Letters letters, std::uint64_t& effort) {
    const auto same = [letters](char one, char other) {
        return letters == Letters::Exact ? one == other : lowerCase(one) == lowerCase(other);
    };
    while (!a.empty() && !b.empty() && same(a.front(), b.front())) {
        a.remove_prefix(1);
        b.remove_prefix(1);
    }
    while (!a.empty() && !b.empty() && same(a.back(), b.back())) {
        a.remove_suffix(1);
        b.remove_suffix(1);
    }
    effort += a.size() * b.size() + 4;
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        std::size_t least = row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (same(a[i - 1], b[j - 1]) ? 0 : 1)});
            diagonal = above;
            least = std::min(least, row[j]);
        }
        if (least >= most)
            return most;
    }
    return std::min(row[b.size()], most);
}

}  // namespace

std::uint64_t lettersOf(std::string_view word) {
    std::uint64_t out = 0;
    for (const char each : word) {
        const auto c = static_cast<unsigned char>(lowerCase(each));
        const unsigned bit = c >= 'a' && c <= 'z' ? c - 'a' : c >= '0' && c <= '9' ? 26U + (c - '0') : 36U + c % 28U;
        out |= std::uint64_t{1} << bit;
    }
    return out;
}

void NearestWord::consider(std::string_view candidate, std::uint64_t letters) {
    ++m_effort;
    const std::size_t longer = std::max(candidate.size(), m_word.size());
    if (m_least == 0 || longer - std::min(candidate.size(), m_word.size()) >= m_least ||
        static_cast<std::size_t>(std::popcount(letters ^ m_letters)) > 2 * (m_least - 1))
        return;
    // Of two that are equally near, letters that changed places are the likelier slip: RNU is RUN, not ENV.
    const bool isMixed = m_case == Letters::AnyCase && letters == m_letters && lettersOf(m_best) != letters;
    const std::size_t most = m_least + (isMixed && !m_best.empty() ? 1 : 0);
    const std::size_t edits = distance(m_word, candidate, most, m_case, m_effort);
    if (edits < most && (m_case == Letters::Exact || edits < candidate.size())) {
        m_least = edits;
        m_best = candidate;
    }
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
    NearestWord found(word);
    for (const std::string_view candidate : candidates)
        found.consider(candidate);
    // A word that isn't all there yet, unless it is nearly another: FR is FROM, not ARG.
    const auto begins = [word](std::string_view candidate) {
        return candidate.size() > word.size() && equalsIgnoringCase(candidate.substr(0, word.size()), word);
    };
    const auto whole = std::ranges::find_if(candidates, begins);
    const bool isOne =
        whole != candidates.end() && std::find_if(whole + 1, candidates.end(), begins) == candidates.end();
    return isOne && word.size() > 1 && found.edits() > 1 ? *whole : found.best();
}

std::string suggestion(std::string_view word, std::span<const std::string_view> candidates, std::string_view prefix) {
    const std::string_view found = nearest(word, candidates);
    if (found.empty())
        return ".";
    return text::say("; did you mean {}{}?", prefix, found);
}

}  // namespace slipway::dockerfile
