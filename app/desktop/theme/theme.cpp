#include "theme/theme.h"

#include "theme/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPainter>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace slipway::theme {

Theme::Theme(QObject* parent) : QObject(parent) {
    setCodeFont({}, 0);
    m_dark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    m_colors = readColors(m_dark);
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::update);
}

void Theme::choose(Choice choice) {
    m_choice = choice;
    update();
}

bool Theme::wantsDark() const {
    return m_choice == Choice::Dark ||
           (m_choice == Choice::System && QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark);
}

void Theme::update() {
    if (const bool dark = wantsDark(); dark != m_dark && !m_system)
        take(dark, readColors(dark));
}

void Theme::take(bool dark, const Colors& colors) {
    m_dark = dark;
    m_colors = colors;
    QApplication::setPalette(palette());
    Q_EMIT changed();
}

QPalette Theme::systemPalette() {
    const QPalette ours = QApplication::palette();
    QApplication::setPalette(QPalette());
    const QPalette system = QApplication::palette();
    QApplication::setPalette(ours);
    return system;
}

void Theme::setHighContrast(const std::optional<QPalette>& system) {
    if (system == m_system)
        return;
    m_system = system;
    if (system) {
        const QColor ground = system->color(QPalette::Base);
        take(contrast(ground, Qt::white) > contrast(ground, Qt::black), contrastColors(*system));
    } else {
        take(wantsDark(), readColors(wantsDark()));
    }
}

void Theme::apply() {
    // Where no desktop says what its font is, the first of the installed ones that reads well.
    const QStringList families = QFontDatabase::families();
    if (const QString family = QApplication::font().family();
        family.isEmpty() || family == u"Sans Serif"_s || family == u"DejaVu Sans"_s) {
        for (const QString& better : {u"Inter"_s, u"Noto Sans"_s, u"Cantarell"_s}) {
            if (families.contains(better)) {
                QFont font(better, 10);
                QApplication::setFont(font);
                break;
            }
        }
    }
    QApplication::setStyle(new Style(*this));
    QApplication::setPalette(palette());
}

QPalette Theme::palette() const {
    if (m_system)
        return *m_system;
    QPalette palette;
    const auto set = [&](QPalette::ColorRole to, Role from) { palette.setColor(to, color(from)); };
    set(QPalette::Window, Role::Window);
    set(QPalette::WindowText, Role::Text);
    set(QPalette::Base, Role::Panel);
    set(QPalette::AlternateBase, Role::Window);
    set(QPalette::Text, Role::Text);
    set(QPalette::Button, Role::Panel);
    set(QPalette::ButtonText, Role::Text);
    set(QPalette::BrightText, Role::OnAccent);
    set(QPalette::ToolTipBase, Role::Raised);
    set(QPalette::ToolTipText, Role::Text);
    set(QPalette::PlaceholderText, Role::Faint);
    set(QPalette::Highlight, Role::Selection);
    set(QPalette::HighlightedText, Role::Text);
    set(QPalette::Accent, Role::Accent);
    set(QPalette::Link, Role::Accent);
    set(QPalette::LinkVisited, Role::Accent);
    set(QPalette::Light, Role::Raised);
    set(QPalette::Midlight, Role::Hairline);
    set(QPalette::Mid, Role::Border);
    set(QPalette::Dark, Role::Border);
    set(QPalette::Shadow, Role::Border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, color(Role::Faint));
    return palette;
}

QFont Theme::smallFont() {
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() - 1);
    else
        font.setPixelSize(font.pixelSize() - 1);
    return tabular(font);
}

QFont Theme::tabular(QFont font) {
    font.setFeature("tnum", 1);
    return font;
}

void Theme::setCodeFont(const QString& family, int pointSize) {
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    QFont font = fixed;
    if (!family.isEmpty())
        font.setFamilies({family, fixed.family()});
    else
        font.setFamilies({u"JetBrains Mono"_s, fixed.family()});
    font.setPointSizeF(pointSize > 0 ? pointSize : QApplication::font().pointSizeF());
    font.setStyleHint(QFont::Monospace);
    font.setFeature("calt", 0);
    font.setFeature("liga", 0);
    if (font == m_codeFont)
        return;
    m_codeFont = font;
    Q_EMIT changed();
}

void paintSelection(QPainter& painter, const QRect& rect, const Theme& theme) {
    painter.fillRect(rect, theme.color(Role::Selection));
    if (!theme.isHighContrast())
        return;
    painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), theme.color(Role::Accent));
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color(Role::Accent));
}

}  // namespace slipway::theme
