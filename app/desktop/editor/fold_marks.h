// The marks beside a view's text of what can be folded and what is.
#pragma once

#include <QWidget>

#include <vector>

namespace KTextEditor {
class View;
}
namespace slipway::theme {
class Theme;
}

namespace slipway::editor {

/// A line of the view, counted from 0, at which a fold begins.
struct FoldMark {
    int line = 0;
    bool closed = false;
    friend bool operator==(const FoldMark&, const FoldMark&) = default;
};

/// Lies upon the component's own marks, and only at lines which have one of these: elsewhere those are seen and
/// clicked. A child of the border that they are in.
class FoldMarks : public QWidget {
    Q_OBJECT
public:
    FoldMarks(KTextEditor::View& view, const theme::Theme& theme, QWidget& border);

    /// In order of lines.
    void set(std::vector<FoldMark> marks);
    [[nodiscard]] const std::vector<FoldMark>& marks() const { return m_marks; }
    /// Where the view has its lines by now.
    void place();
    /// The border is told that the pointer left it, which it didn't.
    [[nodiscard]] bool isPretending() const { return m_isPretending; }

Q_SIGNALS:
    /// With the left button, or with the right one.
    void clicked(int line, Qt::MouseButton button);
    /// Where the pointer is; -1: at none.
    void pointed(int line);

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    struct Row {
        QRect rect;
        FoldMark mark;
        friend bool operator==(const Row&, const Row&) = default;
    };
    [[nodiscard]] const Row* rowAt(QPoint at) const;
    void point(int line);

    KTextEditor::View& m_view;
    const theme::Theme& m_theme;
    std::vector<FoldMark> m_marks;
    std::vector<Row> m_rows;  ///< those in view
    int m_pressed = -1, m_pointed = -1;
    bool m_isPretending = false;
};

}  // namespace slipway::editor
