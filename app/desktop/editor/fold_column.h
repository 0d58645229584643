// The border beside a view's text: its fold marks, and what the pointer does there.
#pragma once

#include "editor/fold_marks.h"

#include <QObject>
#include <QPointer>

namespace slipway::editor {

/// GUI thread; owned by the view's Folding. The component gives nobody the widget beside its text: it listens at the
/// parts of the view until one is painted there.
class FoldColumn : public QObject {
    Q_OBJECT
public:
    FoldColumn(KTextEditor::View& view, const theme::Theme& theme);
    ~FoldColumn() override;

    [[nodiscard]] bool isHovered() const { return m_border && m_border->underMouse(); }
    /// In order of lines.
    void set(std::vector<FoldMark> marks);
    /// As they are to be seen, or are by now.
    [[nodiscard]] const std::vector<FoldMark>& marks() const { return m_marks; }

Q_SIGNALS:
    void clicked(int line, Qt::MouseButton button);
    void pointed(int line);
    void entered();
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool isBorder(QWidget& part);

    KTextEditor::View& m_view;
    const theme::Theme& m_theme;
    QPointer<QWidget> m_border;
    QPointer<FoldMarks> m_shown;  ///< goes with the border
    std::vector<FoldMark> m_marks;
};

}  // namespace slipway::editor
