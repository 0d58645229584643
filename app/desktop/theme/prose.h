// A few paragraphs to read, with emphasis, code, lists and links, as markdown says them.
#pragma once

#include <QTextDocument>
#include <QWidget>

namespace slipway::theme {

class Theme;

/// As wide as its text, and at most as wide as it is told. A link is opened by a click. GUI thread.
class Prose : public QWidget {
    Q_OBJECT
public:
    Prose(const QString& markdown, int widest, const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] QString plainText() const { return m_text.toPlainText(); }
    /// The link at a place of the widget; empty where there is none.
    [[nodiscard]] QString linkAt(QPointF at) const;

Q_SIGNALS:
    void linkActivated(const QString& url);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void dress();

    const Theme& m_theme;
    QTextDocument m_text;
};

}  // namespace slipway::theme
