// Notes in the text's rows: what words stand for, behind them, and the forecast at the end of an instruction's first
// line, which never moves the code.
#pragma once

#include "editor/line_state.h"

#include <KTextEditor/InlineNoteProvider>

#include <map>
#include <memory>
#include <utility>
#include <vector>

namespace KTextEditor {
class MovingCursor;
class View;
}  // namespace KTextEditor

namespace slipway::editor {

/// What stands for a word, behind it.
struct Hint {
    KTextEditor::Cursor at;
    QString text, tooltip;
    friend bool operator==(const Hint&, const Hint&) = default;
};

/// GUI thread; the view outlives it. One note holds all that stands at a line's end, so that nothing overlaps.
class LineNotes : public KTextEditor::InlineNoteProvider {
    Q_OBJECT
public:
    LineNotes(KTextEditor::View& view, const theme::Theme& theme);
    ~LineNotes() override;

    /// Both follow edits until the next ones.
    void setForecast(const std::map<int, LineState>& lines);
    /// In order of the text.
    void setHints(const std::vector<Hint>& hints);

    [[nodiscard]] QList<int> inlineNotes(int line) const override;
    [[nodiscard]] QSize inlineNoteSize(const KTextEditor::InlineNote& note) const override;
    void paintInlineNote(const KTextEditor::InlineNote& note, QPainter& painter,
                         Qt::LayoutDirection direction) const override;
    void inlineNoteFocusInEvent(const KTextEditor::InlineNote& note, const QPoint& global) override;

private:
    /// What one note shows.
    struct Note {
        QStringList hints;
        QString tooltip;
        const LineState* forecast = nullptr;  ///< null in the middle of a line
    };
    using Line = std::pair<int, LineState>;
    [[nodiscard]] static const LineState* stateAt(const std::vector<Line>& lines, int line);
    /// The lines from `first` on move by `by`, 1 or -1.
    void moveLines(int first, int by);
    [[nodiscard]] Note noteAt(const KTextEditor::InlineNote& note) const;
    [[nodiscard]] std::vector<Hint> hints() const;
    [[nodiscard]] static QFont font(const KTextEditor::InlineNote& note);

    KTextEditor::View& m_view;
    const theme::Theme& m_theme;
    std::vector<Line> m_lines;  ///< in order
    struct Live {
        std::unique_ptr<KTextEditor::MovingCursor> at;
        QString text, tooltip;
    };
    std::vector<Live> m_hints;
};

}  // namespace slipway::editor
