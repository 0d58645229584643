#include "editor/editor_setup.h"

#include "theme/theme.h"

#include <KConfigGroup>
#include <KSharedConfig>
#include <KTextEditor/View>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

// A static library's resources are linked only where someone names them; this can't stand in a namespace.
static void bringResources() {
    Q_INIT_RESOURCE(syntax);
    Q_INIT_RESOURCE(backticks);
}

namespace slipway::editor {
namespace {

// The bars of the component (find, go to line, its messages) take no palette: they ask a colour scheme of KDE's, which
// reads the application's configuration and is a light one where that has none.
void setColorScheme(const theme::Theme& theme) {
    const KSharedConfigPtr config = KSharedConfig::openConfig();
    using enum theme::Role;
    constexpr std::array kForegrounds{
        std::pair{"ForegroundNormal", Text},     std::pair{"ForegroundInactive", Secondary},
        std::pair{"ForegroundActive", Accent},   std::pair{"ForegroundLink", Accent},
        std::pair{"ForegroundVisited", Accent},  std::pair{"ForegroundNegative", Failed},
        std::pair{"ForegroundNeutral", Rebuild}, std::pair{"ForegroundPositive", Cached},
        std::pair{"DecorationFocus", Accent},    std::pair{"DecorationHover", Accent}};
    constexpr std::array kGrounds{std::pair{"Window", Window}, std::pair{"View", Panel}, std::pair{"Button", Panel},
                                  std::pair{"Selection", Selection}, std::pair{"Tooltip", Raised}};
    for (const auto& [set, ground] : kGrounds) {
        KConfigGroup group(config, u"Colors:"_s + QLatin1StringView(set));
        const auto write = [&](const char* key, theme::Role role) {
            const QColor color = theme.color(role);
            group.writeEntry(key, u"%1,%2,%3"_s.arg(color.red()).arg(color.green()).arg(color.blue()));
        };
        write("BackgroundNormal", ground);
        write("BackgroundAlternate", Window);
        for (const auto& [key, role] : kForegrounds)
            write(key, role);
    }
}

}  // namespace

void prepareEditor() {
    bringResources();
    const KSharedConfigPtr config = KSharedConfig::openConfig();
    KConfigGroup document(config, u"KTextEditor Document"_s);
    document.writeEntry("Newline at End of File", false);  // a file is saved as it was typed
    document.writeEntry("Swap File Mode", 0);  // unsaved_text.h keeps what isn't saved: our saves are our own
    document.writeEntry("Line Length Limit", kLongestLine);
    document.writeEntry("Remove Spaces", 0);
    KConfigGroup view(config, u"KTextEditor View"_s);
    // A list that comes by itself has nothing chosen: Return stays a line end.
    view.writeEntry("Auto Completion Preselect First Entry", false);
    view.writeEntry("Show Folding Icons On Hover Only", true);
    view.writeEntry("Show Documentation With Completion", true);
    KConfigGroup renderer(config, u"KTextEditor Renderer"_s);
    renderer.writeEntry("Line Height Multiplier", 1.3);
    // A key made beforehand keeps the component from copying the user's Kate settings into ours.
    KConfigGroup editor(config, u"KTextEditor Editor"_s);
    editor.writeEntry("Encoding Prober Type", 1);
}

void dress(KTextEditor::View& view, const theme::Theme& theme) {
    setColorScheme(theme);
    const QString contrast = theme.isHighContrast() ? u"Contrast "_s : QString();
    view.setConfigValue(u"theme"_s, u"Slipway "_s + contrast + (theme.isDark() ? u"Dark"_s : u"Light"_s));
    view.setConfigValue(u"font"_s, theme.codeFont());
    view.setConfigValue(u"line-numbers"_s, true);
    view.setConfigValue(u"icon-bar"_s, true);
    view.setConfigValue(u"folding-bar"_s, true);
    view.setConfigValue(u"modification-markers"_s, false);
    view.setConfigValue(u"scrollbar-minimap"_s, false);
    view.setConfigValue(u"scrollbar-preview"_s, false);
    view.setConfigValue(u"dynamic-word-wrap"_s, false);
    view.setStatusBarEnabled(false);
}

}  // namespace slipway::editor
