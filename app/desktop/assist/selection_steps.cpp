#include "assist/selection_steps.h"

#include "language/symbols.h"

#include <KTextEditor/View>

#include <algorithm>
#include <ranges>

namespace slipway::assist {
namespace {

/// The smallest first.
std::vector<KTextEditor::Range> rangesAt(const Ground& ground) {
    std::vector<KTextEditor::Range> out;
    for (const text::Range range :
         language::selectionRanges(*ground.snapshot->tree, *ground.snapshot->outline, ground.offset))
        out.push_back(ground.range(range));
    return out;
}

}  // namespace

SelectionSteps::SelectionSteps(KTextEditor::View& view, Asker& asker) : m_view(view), m_asker(asker) {}

KTextEditor::Range SelectionSteps::current() const {
    return m_view.selection() ? m_view.selectionRange()
                              : KTextEditor::Range(m_view.cursorPosition(), m_view.cursorPosition());
}

void SelectionSteps::select(KTextEditor::Range range) {
    m_now = range;
    if (range.isEmpty())
        m_view.removeSelection();
    else
        m_view.setSelection(range);
}

void SelectionSteps::grow() {
    if (!m_asker.canAsk())
        return;
    m_asker.ask(this, m_view.cursorPosition(), rangesAt, [this](const std::vector<KTextEditor::Range>& ranges) {
        const KTextEditor::Range from = current();
        const auto to =
            std::ranges::find_if(ranges, [&](KTextEditor::Range each) { return each != from && each.contains(from); });
        if (to == ranges.end())
            return;
        if (from != m_now)
            m_smaller.clear();
        m_smaller.push_back(from);
        select(*to);
    });
}

void SelectionSteps::shrink() {
    if (!m_asker.canAsk() || !m_view.selection())
        return;
    if (current() == m_now && !m_smaller.empty()) {
        const KTextEditor::Range to = m_smaller.back();
        m_smaller.pop_back();
        return select(to);
    }
    m_asker.ask(this, m_view.cursorPosition(), rangesAt, [this](const std::vector<KTextEditor::Range>& ranges) {
        const KTextEditor::Range from = current();
        m_smaller.clear();
        for (const KTextEditor::Range each : ranges | std::views::reverse) {
            if (each != from && from.contains(each))
                return select(each);
        }
    });
}

}  // namespace slipway::assist
