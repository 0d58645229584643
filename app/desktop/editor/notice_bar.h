// A bar above the editor that says something or asks, in place; nothing waits for it.
#pragma once

#include <QWidget>

#include <functional>

class QHBoxLayout;
class QLabel;

namespace slipway::theme {
class Theme;
}

namespace slipway::editor {

/// Escape or its cross dismisses it, which is always the safe answer.
class NoticeBar : public QWidget {
    Q_OBJECT
public:
    enum class Kind : quint8 { Information, Warning, Error };

    NoticeBar(const QString& text, Kind kind, const theme::Theme& theme, QWidget* parent = nullptr);
    /// Adds a button; it closes the bar.
    void addAnswer(const QString& text, const std::function<void()>& then);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /// A button was pressed, or Escape: before what that does.
    void ended();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    Kind m_kind;
    const theme::Theme& m_theme;
    QLabel* m_label;
    QHBoxLayout* m_answers;
};

}  // namespace slipway::editor
