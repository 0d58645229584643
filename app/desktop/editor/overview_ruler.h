// The whole text in a strip beside the scroll bar: states of its steps, problems, the cursor.
#pragma once

#include "editor/line_state.h"
#include "project/analysis.h"

#include <QWidget>

#include <map>
#include <vector>

namespace KTextEditor {
class View;
}

namespace slipway::editor {

/// GUI thread; a click goes to the place, a problem near the pointer is said in the tooltip.
class OverviewRuler : public QWidget {
    Q_OBJECT
public:
    OverviewRuler(KTextEditor::View& view, const theme::Theme& theme, QWidget* parent);

    void set(const std::map<int, LineState>& lines, const std::vector<project::Problem>& problems);
    /// Where a 0-based line is in the strip, and which line is where.
    [[nodiscard]] int yOf(int line) const;
    [[nodiscard]] int lineAt(int y) const;
    /// The gravest one near a place of the strip; null where there is none.
    [[nodiscard]] const project::Problem* problemAt(int y) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] int lineCount() const;

    KTextEditor::View& m_view;
    const theme::Theme& m_theme;
    std::map<int, LineState> m_lines;
    std::vector<project::Problem> m_problems;
};

}  // namespace slipway::editor
