// The colours of the desktop as roles, light and dark, and what is drawn from them.
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

#include <array>
#include <optional>

class QPainter;

namespace slipway::theme {

enum class Role : quint8 {
    Window,
    Panel,
    Raised,
    Hairline,
    Border,
    Text,
    Secondary,
    Faint,
    Selection,
    Accent,
    OnAccent,
    CurrentLine,
    Cached,
    Rebuild,
    RebuildText,
    Follows,
    Unknown,
    Running,
    Built,
    Failed,
    Canceled,
    Waiting,
    LayerShared,
    LayerOwn,
    LayerWaste,
    Added,
    Removed,
    kCount,
};
/// The role's name in resources/themes.
[[nodiscard]] const char* roleName(Role role);

using Colors = std::array<QColor, static_cast<std::size_t>(Role::kCount)>;
/// The colours of resources/themes/light.json or dark.json.
[[nodiscard]] Colors readColors(bool dark);
/// The same roles out of a system's palette that someone needs for its contrast: ground and text as it has them, and
/// our own colours as near to its text's as it takes to stand out 4.5 to 1 there. What words stand on goes the other
/// way: whatever their colour, they are read on it.
[[nodiscard]] Colors contrastColors(const QPalette& system);
/// WCAG's contrast ratio, 1 to 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);
/// A colour with so much of another in it, of 0 to 1.
[[nodiscard]] QColor mixed(const QColor& a, const QColor& b, float share);

/// Follows the system's colour scheme until told otherwise. GUI thread; owned by main(), given to widgets by reference.
class Theme : public QObject {
    Q_OBJECT
public:
    enum class Choice : quint8 { System, Light, Dark };

    explicit Theme(QObject* parent = nullptr);

    [[nodiscard]] QColor color(Role role) const { return m_colors[static_cast<std::size_t>(role)]; }
    [[nodiscard]] bool isDark() const { return m_dark; }
    [[nodiscard]] Choice choice() const { return m_choice; }
    void choose(Choice choice);
    /// The system asks for high contrast, with this palette, which wins over any choice; none: no longer.
    void setHighContrast(const std::optional<QPalette>& system);
    [[nodiscard]] bool isHighContrast() const { return m_system.has_value(); }
    /// The palette that the system would give this application.
    [[nodiscard]] static QPalette systemPalette();

    /// Style, palette and fonts of the whole application.
    void apply();
    [[nodiscard]] QPalette palette() const;
    /// The interface font one size smaller, for secondary facts; figures are tabular.
    [[nodiscard]] static QFont smallFont();
    /// The same font with figures of one width, for columns of numbers.
    [[nodiscard]] static QFont tabular(QFont font);
    /// Code and logs: the chosen family, else JetBrains Mono, else the system's fixed font; ligatures off.
    [[nodiscard]] QFont codeFont() const { return m_codeFont; }
    /// An empty family stands for the default; 0 points for the system's size.
    void setCodeFont(const QString& family, int pointSize);

Q_SIGNALS:
    void changed();

private:
    void update();
    [[nodiscard]] bool wantsDark() const;
    void take(bool dark, const Colors& colors);

    std::optional<QPalette> m_system;
    Choice m_choice = Choice::System;
    bool m_dark = false;
    Colors m_colors;
    QFont m_codeFont;
};

/// The ground of a chosen row; in high contrast, where that is faint, between lines.
void paintSelection(QPainter& painter, const QRect& rect, const Theme& theme);

}  // namespace slipway::theme
