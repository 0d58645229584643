#include "editor/stage_tint.h"

#include "editor/code_document.h"
#include "project/analysis.h"

#include <KTextEditor/Document>
#include <KTextEditor/View>

namespace slipway::editor {
namespace {

// Its colour is the theme's MarkExecution, blended into the line's.
constexpr uint kTint = KTextEditor::Document::Execution;
constexpr int kMostLines = 5000;  // each line has a mark of its own

}  // namespace

StageTint::StageTint(CodeDocument& document, const Sources& sources) : m_document(document), m_sources(sources) {
    connect(&sources.analysis, &project::Analysis::changed, this, &StageTint::refresh);
}

void StageTint::follow(KTextEditor::View& view) {
    if (m_view)
        disconnect(m_view, nullptr, this, nullptr);
    m_view = &view;
    connect(&view, &KTextEditor::View::cursorPositionChanged, this, &StageTint::refresh);
    refresh();
}

void StageTint::refresh() {
    const auto snapshot = m_sources.analysis.current();
    if (!m_view || !snapshot->outline || snapshot->path != m_document.path() || snapshot->outline->stages.size() < 2)
        return set(0, -1);
    if (snapshot->revision != 0 && snapshot->revision != m_document.revision())
        return;
    const project::ViewLines& viewLines = m_document.viewLines();
    const auto* stage =
        snapshot->outline->stageAt(static_cast<std::uint32_t>(viewLines.inText(m_view->cursorPosition().line() + 1)));
    if (!stage || stage->instructions.empty())
        return set(0, -1);
    const int first = viewLines.shownAt(static_cast<int>(stage->line)) - 1;
    const int last = viewLines.shownEnd(static_cast<int>(stage->instructions.back()->lastLine)) - 1;
    set(first, last - first <= kMostLines ? last : -1);
}

void StageTint::set(int first, int last) {
    KTextEditor::Document& component = m_document.component();
    QList<int> stale;
    for (const KTextEditor::Mark* mark : component.marks()) {
        if ((mark->type & kTint) && (mark->line < first || mark->line > last))
            stale.append(mark->line);
    }
    for (const int line : stale)
        component.removeMark(line, kTint);
    for (int line = first; line <= last; ++line) {
        if (!(component.mark(line) & kTint))
            component.addMark(line, kTint);
    }
}

}  // namespace slipway::editor
