#include "editor/line_notes.h"

#include <QApplication>
#include <QPainter>
#include <QToolTip>

#include <KTextEditor/Document>
#include <KTextEditor/InlineNote>
#include <KTextEditor/MovingCursor>
#include <KTextEditor/View>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace slipway::editor {
namespace {

constexpr int kFromEnd = 2;               // columns between the text and the note at its end
constexpr int kPad = 5, kGap = 3;         // within a hint, and around it
constexpr std::size_t kMostMoved = 5000;  // notes that follow the lines of a text that is edited
constexpr int kBefore = 8, kBehind = 4;   // around the forecast's words

int widthOf(const QString& words, const QFont& font) {
    return static_cast<int>(std::ceil(QFontMetricsF(font).horizontalAdvance(words)));
}

int hintWidth(const QString& text, const QFont& font) { return widthOf(text, font) + 2 * (kPad + kGap); }

}  // namespace

LineNotes::LineNotes(KTextEditor::View& view, const theme::Theme& theme) : m_view(view), m_theme(theme) {
    view.registerInlineNoteProvider(this);
    const KTextEditor::Document* const document = view.document();
    connect(document, &KTextEditor::Document::lineWrapped, this,
            [this](const KTextEditor::Document*, KTextEditor::Cursor at) {
                moveLines(at.column() == 0 ? at.line() : at.line() + 1, 1);
            });
    connect(document, &KTextEditor::Document::lineUnwrapped, this,
            [this](const KTextEditor::Document*, int line) { moveLines(line, -1); });
}

// Of many lines at once there are as many calls, each with a walk over the notes: in a text with more of them than that
// allows they stay where they are until the next look.
void LineNotes::moveLines(int first, int by) {
    if (m_lines.size() > kMostMoved)
        return;
    auto from = std::ranges::lower_bound(m_lines, first, {}, &Line::first);
    // Where two lines become one, what stood at the first stays.
    if (by < 0 && from != m_lines.end() && from->first == first && stateAt(m_lines, first - 1))
        from = m_lines.erase(from);
    for (auto at = m_lines.begin(); at != m_lines.end(); ++at) {
        if (at->second.lastLine >= first)
            at->second.lastLine += by;
        if (at >= from)
            at->first += by;
    }
}

const LineState* LineNotes::stateAt(const std::vector<Line>& lines, int line) {
    const auto at = std::ranges::lower_bound(lines, line, {}, &Line::first);
    return at != lines.end() && at->first == line ? &at->second : nullptr;
}

LineNotes::~LineNotes() { m_view.unregisterInlineNoteProvider(this); }

void LineNotes::setForecast(const std::map<int, LineState>& lines) {
    const std::vector<Line> before = std::exchange(m_lines, {lines.begin(), lines.end()});
    for (const auto& [line, state] : before) {
        const LineState* const now = stateAt(m_lines, line);
        if (!now || *now != state)
            Q_EMIT inlineNotesChanged(line);
    }
    for (const auto& [line, state] : m_lines) {
        if (!stateAt(before, line))
            Q_EMIT inlineNotesChanged(line);
    }
}

std::vector<Hint> LineNotes::hints() const {
    std::vector<Hint> hints;
    for (const Live& live : m_hints)
        hints.push_back({live.at->toCursor(), live.text, live.tooltip});
    return hints;
}

void LineNotes::setHints(const std::vector<Hint>& hints) {
    const std::vector<Hint> before = this->hints();
    if (hints == before)
        return;
    m_hints.clear();
    for (const Hint& hint : hints)
        m_hints.emplace_back(std::unique_ptr<KTextEditor::MovingCursor>(m_view.document()->newMovingCursor(hint.at)),
                             hint.text, hint.tooltip);
    for (const auto* list : {&before, &hints}) {
        for (const Hint& hint : *list) {
            if (hint.at.isValid())
                Q_EMIT inlineNotesChanged(hint.at.line());
        }
    }
}

QList<int> LineNotes::inlineNotes(int line) const {
    const int end = m_view.document()->lineLength(line);
    QList<int> columns;
    const LineState* const forecast = stateAt(m_lines, line);
    bool atEnd = forecast && !forecast->words.isEmpty();
    for (const Live& live : m_hints) {
        if (live.at->line() != line)
            continue;
        if (live.at->column() < end)
            columns << live.at->column();
        else
            atEnd = true;
    }
    if (atEnd)
        columns << end + kFromEnd;
    return columns;
}

LineNotes::Note LineNotes::noteAt(const KTextEditor::InlineNote& inlineNote) const {
    const KTextEditor::Cursor at = inlineNote.position();
    const int end = m_view.document()->lineLength(at.line());
    Note note;
    for (const Live& live : m_hints) {
        if (live.at->line() != at.line() ||
            (at.column() < end ? live.at->column() != at.column() : live.at->column() < end))
            continue;
        note.hints << live.text;
        note.tooltip = live.tooltip;
    }
    if (at.column() >= end)
        note.forecast = stateAt(m_lines, at.line());
    return note;
}

QFont LineNotes::font(const KTextEditor::InlineNote& note) {
    QFont font = QApplication::font();
    // A little smaller than the code, also after zooming it.
    font.setPointSizeF(std::max(note.font().pointSizeF() * 0.93, 6.0));
    return font;
}

QSize LineNotes::inlineNoteSize(const KTextEditor::InlineNote& inlineNote) const {
    const Note note = noteAt(inlineNote);
    const QFont font = LineNotes::font(inlineNote);
    int width = 0;
    for (const QString& hint : note.hints)
        width += hintWidth(hint, font);
    if (note.forecast && !note.forecast->words.isEmpty())
        width += kBefore + widthOf(note.forecast->words, font) + kBehind;
    return {width, inlineNote.lineHeight()};
}

void LineNotes::paintInlineNote(const KTextEditor::InlineNote& inlineNote, QPainter& painter,
                                Qt::LayoutDirection) const {
    const Note note = noteAt(inlineNote);
    const int height = inlineNote.lineHeight();
    const QFont font = LineNotes::font(inlineNote);
    painter.setFont(font);
    painter.setRenderHint(QPainter::Antialiasing);
    int x = 0;
    for (const QString& hint : note.hints) {
        const int width = hintWidth(hint, font);
        const int tall = std::min(height, QFontMetrics(font).height() + 2);
        const QRectF ground(x + kGap, (height - tall) / 2.0, width - 2 * kGap, tall);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(theme::Role::Hairline));
        painter.drawRoundedRect(ground, 3, 3);
        painter.setPen(m_theme.color(theme::Role::Secondary));
        painter.drawText(ground, Qt::AlignCenter | Qt::TextSingleLine, hint);
        x += width;
    }
    if (!note.forecast)
        return;
    const theme::State state = note.forecast->state;
    const theme::Role role = state == theme::State::Rebuild  ? theme::Role::RebuildText
                             : state == theme::State::Failed ? theme::Role::Failed
                                                             : theme::Role::Faint;
    painter.setPen(m_theme.color(role));
    painter.drawText(QRectF(x + kBefore, 0, inlineNote.width() - x - kBefore, height),
                     Qt::AlignVCenter | Qt::TextSingleLine, note.forecast->words);
}

void LineNotes::inlineNoteFocusInEvent(const KTextEditor::InlineNote& inlineNote, const QPoint& global) {
    if (const QString tooltip = noteAt(inlineNote).tooltip; !tooltip.isEmpty())
        QToolTip::showText(global, tooltip, &m_view);
}

}  // namespace slipway::editor
