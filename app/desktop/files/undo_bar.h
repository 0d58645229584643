// The line below the list of files that says what was just done there, and takes it back.
#pragma once

#include <QTimer>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace slipway::theme {
class Theme;
}

namespace slipway::files {

/// GUI thread. The focus of its button goes to its parent when it hides. Hidden while there is nothing to take back;
/// goes by itself after a while.
class UndoBar : public QWidget {
    Q_OBJECT
public:
    explicit UndoBar(const theme::Theme& theme, QWidget* parent = nullptr);

    /// `undo` is called at most once; what was offered before can't be taken back any more.
    void offer(const QString& words, std::function<void()> undo);
    /// As a click on its button; does nothing where nothing is offered.
    void undo();

protected:
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    const theme::Theme& m_theme;
    QLabel* m_words;
    QPushButton* m_button;
    QTimer m_goes;
    std::function<void()> m_undo;
};

}  // namespace slipway::files
