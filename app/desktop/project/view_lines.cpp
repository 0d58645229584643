#include "project/view_lines.h"

#include "project/analysis.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace slipway::project {

std::optional<ViewLines> ViewLines::between(QStringView text, QStringView shown) {
    ViewLines lines;
    Break at;
    const QChar* next = text.begin();
    for (const QChar each : shown) {
        if (next != text.end() && *next == each) {
            ++next;
            at = each == u'\n' ? Break{at.line + 1, 1} : Break{at.line, at.column + 1};
        } else if (each == u'\n') {
            lines.m_breaks.push_back(at);
        } else {
            return {};
        }
    }
    return next == text.end() ? std::optional(std::move(lines)) : std::nullopt;
}

// A break's place is the first one of the line that begins there.
Place ViewLines::shownAt(Place inText) const {
    const auto after = std::ranges::upper_bound(m_breaks, Break{inText.line, inText.column});
    const int line = inText.line + static_cast<int>(after - m_breaks.begin());
    if (after == m_breaks.begin() || std::prev(after)->line != inText.line)
        return {line, inText.column};
    return {line, inText.column - std::prev(after)->column + 1};
}

Place ViewLines::inText(Place shown) const {
    // Breaks before a line that is shown: each begins one, one further below than those before it.
    const auto indices = std::views::iota(std::size_t{0}, m_breaks.size());
    const auto before = static_cast<std::size_t>(
        std::ranges::upper_bound(indices, shown.line, {},
                                 [this](std::size_t i) { return m_breaks[i].line + static_cast<int>(i) + 1; }) -
        indices.begin());
    const int line = shown.line - static_cast<int>(before);
    if (before == 0 || m_breaks[before - 1].line != line)
        return {line, shown.column};
    return {line, shown.column + m_breaks[before - 1].column - 1};
}

std::vector<Problem> ViewLines::shown(std::vector<Problem> problems) const {
    if (areText())
        return problems;
    for (Problem& problem : problems) {
        const Place begin = shownAt(Place{problem.line, problem.column});
        const Place end = shownAt(Place{problem.endLine, problem.endColumn});
        problem.line = begin.line;
        problem.column = begin.column;
        problem.endLine = end.line;
        problem.endColumn = end.column;
    }
    return problems;
}

}  // namespace slipway::project
