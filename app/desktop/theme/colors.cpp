#include "theme/theme.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

// A static library's resources are linked only where someone names them; this can't stand in a namespace.
static void bringResources() { Q_INIT_RESOURCE(themes); }

namespace slipway::theme {

const char* roleName(Role role) {
    static constexpr std::array<const char*, static_cast<std::size_t>(Role::kCount)> kNames{
        "window",       "panel",        "raised",    "hairline",    "border",       "text",   "secondary",
        "faint",        "selection",    "accent",    "on_accent",   "current_line", "cached", "rebuild",
        "rebuild_text", "follows",      "unknown",   "running",     "built",        "failed", "canceled",
        "waiting",      "layer_shared", "layer_own", "layer_waste", "added",        "removed"};
    return kNames[static_cast<std::size_t>(role)];
}

Colors readColors(bool dark) {
    bringResources();
    QFile file(dark ? u":/themes/dark.json"_s : u":/themes/light.json"_s);
    Colors colors;
    if (!file.open(QIODevice::ReadOnly))
        return colors;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    for (std::size_t i = 0; i < colors.size(); ++i)
        colors[i] = QColor(object.value(QLatin1StringView(roleName(static_cast<Role>(i)))).toString());
    return colors;
}

double contrast(const QColor& a, const QColor& b) {
    const auto luminance = [](const QColor& color) {
        const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    };
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

}  // namespace slipway::theme
