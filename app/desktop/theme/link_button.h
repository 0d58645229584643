// A button that is only its words, in the accent's colour: what one may do next, beside facts.
#pragma once

#include <QAbstractButton>

class QAction;

namespace slipway::theme {

class Theme;

/// Reached by Tab, pressed by Space; underlined under the pointer and while it has the focus. Its words begin at its
/// left edge, so that it stands flush with text above it.
class LinkButton : public QAbstractButton {
    Q_OBJECT
public:
    LinkButton(const QString& text, const Theme& theme, QWidget* parent = nullptr);
    /// Says the words and keys of the first action that can be triggered, else the last one's, and triggers it.
    LinkButton(const QList<QAction*>& actions, const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
};

}  // namespace slipway::theme
