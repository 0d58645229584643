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

QColor mixed(const QColor& a, const QColor& b, float share) {
    return QColor::fromRgbF(a.redF() + (b.redF() - a.redF()) * share, a.greenF() + (b.greenF() - a.greenF()) * share,
                            a.blueF() + (b.blueF() - a.blueF()) * share);
}

namespace {

constexpr double kReadable = 4.5;

/// The colour, or as much of another one in it as it takes to stand out so much on a third.
QColor standing(const QColor& color, const QColor& other, const QColor& on, double least = kReadable) {
    constexpr int kSteps = 20;
    for (int i = 0; i < kSteps; ++i) {
        const QColor tried = mixed(color, other, static_cast<float>(i) / kSteps);
        if (contrast(tried, on) >= least)
            return tried;
    }
    return other;
}

}  // namespace

Colors contrastColors(const QPalette& system) {
    const QColor ground = system.color(QPalette::Base);
    const QColor text = system.color(QPalette::Text);
    Colors colors = readColors(contrast(ground, Qt::white) > contrast(ground, Qt::black));
    const auto at = [&](Role role) -> QColor& { return colors[static_cast<std::size_t>(role)]; };
    for (const Role role : {Role::Hairline, Role::Border, Role::Text, Role::Secondary, Role::Faint})
        at(role) = text;
    for (const Role role : {Role::Panel, Role::Raised, Role::CurrentLine})
        at(role) = ground;
    at(Role::Window) = system.color(QPalette::Window);
    for (const Role role :
         {Role::Cached, Role::Rebuild, Role::RebuildText, Role::Follows, Role::Unknown, Role::Running, Role::Built,
          Role::Failed, Role::Canceled, Role::Waiting, Role::LayerShared, Role::LayerOwn, Role::LayerWaste})
        at(role) = standing(at(role), text, ground);
    // What is chosen is framed (paintSelection); on a strong ground no colour but the text's could be read.
    at(Role::Selection) = standing(system.color(QPalette::Highlight), ground, text, contrast(ground, text) / 1.5);
    for (const Role role : {Role::Added, Role::Removed})
        at(role) = standing(at(role), ground, text);
    at(Role::Accent) = standing(system.color(QPalette::Accent), text, ground);
    at(Role::OnAccent) =
        contrast(at(Role::Accent), Qt::white) > contrast(at(Role::Accent), Qt::black) ? Qt::white : Qt::black;
    return colors;
}

}  // namespace slipway::theme
