#include "project/file_search.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace slipway::project {
namespace {

/// How well a path has a word; less is better.
enum class Fit : quint8 { Name, NamesBegin, NamesWord, InName, InPath, ApartInName, Apart };

bool isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::uint64_t lettersOf(std::string_view text) {
    std::uint64_t out = 0;
    for (const char c : text)
        out |= std::uint64_t{1} << (static_cast<unsigned char>(c) % 64U);
    return out;
}

bool holdsApart(std::string_view text, std::string_view word) {
    std::size_t found = 0;
    for (const char c : text) {
        if (c == word[found] && ++found == word.size())
            return true;
    }
    return false;
}

/// Both without regard to case; `name` is the end of the path.
std::optional<Fit> fitOf(std::string_view path, std::string_view name, std::string_view word) {
    std::size_t at = name.find(word);
    if (at == 0)
        return name.size() == word.size() ? Fit::Name : Fit::NamesBegin;
    if (at != std::string_view::npos) {
        for (; at != std::string_view::npos; at = name.find(word, at + 1)) {
            if (!isLetter(name[at - 1]))
                return Fit::NamesWord;
        }
        return Fit::InName;
    }
    if (path.contains(word))
        return Fit::InPath;
    return holdsApart(name, word)   ? std::optional(Fit::ApartInName)
           : holdsApart(path, word) ? std::optional(Fit::Apart)
                                    : std::nullopt;
}

/// One number that orders hits: how well they fit, then their length, then their place in the list.
std::uint64_t rankOf(int fit, std::size_t length, std::size_t index) {
    constexpr std::size_t kLongest = 0xffffff;
    return static_cast<std::uint64_t>(std::min(fit, 0xff)) << 56U | std::uint64_t{std::min(length, kLongest)} << 32U |
           index;
}

}  // namespace

FileSearch::FileSearch(QStringList paths) : m_paths(std::move(paths)) {
    m_places.reserve(static_cast<std::size_t>(m_paths.size()));
    for (const QString& path : m_paths) {
        const auto begin = static_cast<std::uint32_t>(m_folded.size());
        m_folded += path.toCaseFolded().toStdString();
        const std::string_view folded = std::string_view(m_folded).substr(begin);
        m_places.push_back({begin, begin + static_cast<std::uint32_t>(folded.rfind('/') + 1),
                            static_cast<std::uint32_t>(m_folded.size()), lettersOf(folded)});
    }
}

QStringList FileSearch::best(const QString& query, qsizetype most) const {
    std::vector<std::string> words;
    for (const QString& word : query.toCaseFolded().split(u' ', Qt::SkipEmptyParts))
        words.push_back(word.toStdString());
    if (words.empty())
        return m_paths.first(std::min(most, m_paths.size()));
    std::uint64_t letters = 0;
    for (const std::string& word : words)
        letters |= lettersOf(word);
    std::vector<std::uint64_t> hits;
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        const Place& place = m_places[i];
        if ((letters & ~place.letters) != 0)
            continue;
        const std::string_view all = m_folded, path = all.substr(place.begin, place.end - place.begin),
                               name = path.substr(place.name - place.begin);
        int sum = 0;
        const bool fits = std::ranges::all_of(words, [&](const std::string& word) {
            const auto fit = fitOf(path, name, word);
            sum += fit ? static_cast<int>(*fit) : 0;
            return fit.has_value();
        });
        if (fits)
            hits.push_back(rankOf(sum, path.size(), i));
    }
    const auto end = hits.begin() + std::min(most, static_cast<qsizetype>(hits.size()));
    std::partial_sort(hits.begin(), end, hits.end());
    QStringList out;
    for (auto hit = hits.begin(); hit != end; ++hit)
        out << m_paths[static_cast<qsizetype>(*hit & 0xffffffff)];
    return out;
}

}  // namespace slipway::project
