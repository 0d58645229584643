// The border beside a view's text: where its fold marks are, and what the pointer does there.
#pragma once

#include <QObject>
#include <QPointer>

#include <functional>

class QMouseEvent;
class QWidget;

namespace KTextEditor {
class View;
}

namespace slipway::editor {

/// GUI thread; owned by the view's Folding. The component has no signal for its marks, so it listens at the widget
/// beside the text.
class FoldColumn : public QObject {
    Q_OBJECT
public:
    /// Clicks at lines for which `isOurs` says yes don't reach the component.
    FoldColumn(KTextEditor::View& view, std::function<bool(int line)> isOurs);

    [[nodiscard]] bool isHovered() const;

Q_SIGNALS:
    void clicked(int line);
    void entered();
    void left();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] bool isBorder(QWidget& part);
    /// The line whose fold mark is there, or -1.
    [[nodiscard]] int lineAt(const QMouseEvent& event) const;
    bool take(const QMouseEvent& event);

    KTextEditor::View& m_view;
    std::function<bool(int)> m_isOurs;
    QPointer<QWidget> m_border;
    int m_pressed = -1;
};

}  // namespace slipway::editor
