// What every panel of the window has: a title of 32 px with a fact and controls at its right, and its content.
#pragma once

#include <QString>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace slipway::theme {

class Theme;

/// The row above a panel. The window takes it as the dock's title bar, so a drag on it moves the dock.
class PanelTitle : public QWidget {
    Q_OBJECT
public:
    PanelTitle(const QString& title, const Theme& theme, QWidget* parent = nullptr);
    /// A short fact at the right: "2", "8 cached · 9.4 s".
    void setDetail(const QString& detail);
    /// A control at the far right; the title owns it then.
    void addControl(QWidget* control);
    /// A dock gives its title what it hints at, whatever its fixed height.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void recolor();

    const Theme& m_theme;
    QLabel* m_title;
    QLabel* m_detail;
    QHBoxLayout* m_layout;
};

/// Base of all panels. GUI thread.
class Panel : public QWidget {
    Q_OBJECT
public:
    Panel(const QString& title, const Theme& theme, QWidget* parent = nullptr);
    [[nodiscard]] PanelTitle& title() const { return *m_title; }
    [[nodiscard]] QString name() const { return m_name; }

    /// The content, below the title. One sentence and a button take its place while `setEmpty` says so.
    void setContent(QWidget* content);

protected:
    [[nodiscard]] const Theme& theme() const { return m_theme; }
    /// What will be here, and what fills it; an empty text shows the content again.
    void setEmpty(const QString& sentence, const QString& action = {});

Q_SIGNALS:
    void emptyActionTriggered();

private:
    const Theme& m_theme;
    QString m_name;
    PanelTitle* m_title;
    QVBoxLayout* m_layout;
    QWidget* m_content = nullptr;
    QWidget* m_empty = nullptr;
};

}  // namespace slipway::theme
