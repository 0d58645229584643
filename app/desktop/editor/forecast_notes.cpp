#include "editor/forecast_notes.h"

#include <QApplication>
#include <QPainter>

#include <KTextEditor/Document>
#include <KTextEditor/InlineNote>
#include <KTextEditor/View>

#include <cmath>

using namespace Qt::StringLiterals;

namespace slipway::editor {

ForecastNotes::ForecastNotes(KTextEditor::View& view, const theme::Theme& theme) : m_view(view), m_theme(theme) {
    view.registerInlineNoteProvider(this);
}

ForecastNotes::~ForecastNotes() { m_view.unregisterInlineNoteProvider(this); }

void ForecastNotes::set(std::map<int, LineState> lines) {
    if (lines == m_lines)
        return;
    const auto before = std::exchange(m_lines, std::move(lines));
    for (const auto& [line, state] : before) {
        const auto now = m_lines.find(line);
        if (now == m_lines.end() || now->second != state)
            Q_EMIT inlineNotesChanged(line);
    }
    for (const auto& [line, state] : m_lines) {
        if (!before.contains(line))
            Q_EMIT inlineNotesChanged(line);
    }
}

QList<int> ForecastNotes::inlineNotes(int line) const {
    const auto found = m_lines.find(line);
    if (found == m_lines.end() || found->second.words.isEmpty())
        return {};
    return {m_view.document()->lineLength(line) + 2};
}

QFont ForecastNotes::font(const KTextEditor::InlineNote& note) const {
    QFont font = QApplication::font();
    // A little smaller than the code, also after zooming it.
    font.setPointSizeF(std::max(note.font().pointSizeF() * 0.93, 6.0));
    return font;
}

QSize ForecastNotes::inlineNoteSize(const KTextEditor::InlineNote& note) const {
    const auto found = m_lines.find(note.position().line());
    if (found == m_lines.end())
        return {};
    const QFontMetricsF metrics(font(note));
    return {static_cast<int>(std::ceil(metrics.horizontalAdvance(found->second.words))) + 12, note.lineHeight()};
}

void ForecastNotes::paintInlineNote(const KTextEditor::InlineNote& note, QPainter& painter, Qt::LayoutDirection) const {
    const auto found = m_lines.find(note.position().line());
    if (found == m_lines.end())
        return;
    const theme::State state = found->second.state;
    const theme::Role role = state == theme::State::Rebuild  ? theme::Role::RebuildText
                             : state == theme::State::Failed ? theme::Role::Failed
                                                             : theme::Role::Faint;
    painter.setPen(m_theme.color(role));
    painter.setFont(font(note));
    painter.drawText(QRectF(8, 0, note.width() - 4, note.lineHeight()), Qt::AlignVCenter | Qt::TextSingleLine,
                     found->second.words);
}

}  // namespace slipway::editor
