// The forecast's words at the end of an instruction's first line; they never move the code.
#pragma once

#include "editor/line_state.h"

#include <KTextEditor/InlineNoteProvider>

#include <map>

namespace KTextEditor {
class View;
}

namespace slipway::editor {

/// GUI thread; the view outlives it.
class ForecastNotes : public KTextEditor::InlineNoteProvider {
    Q_OBJECT
public:
    ForecastNotes(KTextEditor::View& view, const theme::Theme& theme);
    ~ForecastNotes() override;

    void set(std::map<int, LineState> lines);

    [[nodiscard]] QList<int> inlineNotes(int line) const override;
    [[nodiscard]] QSize inlineNoteSize(const KTextEditor::InlineNote& note) const override;
    void paintInlineNote(const KTextEditor::InlineNote& note, QPainter& painter,
                         Qt::LayoutDirection direction) const override;

private:
    [[nodiscard]] QFont font(const KTextEditor::InlineNote& note) const;

    KTextEditor::View& m_view;
    const theme::Theme& m_theme;
    std::map<int, LineState> m_lines;
};

}  // namespace slipway::editor
