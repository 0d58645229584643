#include "window/key_schemes.h"

#include <QSettings>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace slipway::window {
namespace {

struct Keys {
    std::string_view id;
    const char* keys;  // several: blanks between them; a chord: "Ctrl+K,S"; empty: none
};

// What Kate has besides the keys that its editor component brings.
constexpr std::array kKate{
    Keys{"bookmarks_toggle", "Ctrl+Alt+B"},  // Ctrl+B builds
    Keys{"set_verticalSelect", "Ctrl+Alt+Shift+B"},
    Keys{"palette", "Ctrl+Shift+P Ctrl+Alt+I"},
    Keys{"file_find", "Ctrl+P Ctrl+Alt+O"},
    Keys{"go_symbol", "Ctrl+T Ctrl+Alt+P"},
    Keys{"next_problem", "Alt+F8 Ctrl+Alt+Right"},
    Keys{"previous_problem", "Alt+Shift+F8 Ctrl+Alt+Left"},
    Keys{"split_view", "Ctrl+Shift+L"},
};

constexpr std::array kVsCode{
    Keys{"bookmarks_toggle", "Ctrl+Alt+K"},
    Keys{"palette", "Ctrl+Shift+P F1"},
    Keys{"file_find", "Ctrl+P Ctrl+E"},
    Keys{"file_save_all", "Ctrl+K,S"},
    Keys{"file_close", "Ctrl+W Ctrl+F4"},
    Keys{"folder_open", "Ctrl+K,Ctrl+O"},
    Keys{"go_symbol", "Ctrl+T Ctrl+Shift+O"},
    Keys{"go_back", "Alt+Left Ctrl+Alt+-"},
    Keys{"go_forward", "Alt+Right Ctrl+Shift+-"},
    Keys{"mend", "Ctrl+. Alt+Return Alt+Enter"},
    Keys{"build_cancel", "Shift+F5"},  // what stops there
    Keys{"show_card", "Ctrl+K,Ctrl+I"},
    Keys{"next_problem", "F8"},
    Keys{"previous_problem", "Shift+F8"},
    Keys{"build_failure", "Alt+F8"},
    Keys{"split_view", "Ctrl+\\"},
    Keys{"focus_editor", "Ctrl+1"},
    Keys{"other_pane", "Ctrl+2"},
    Keys{"edit_replace", "Ctrl+H"},
    Keys{"edit_find_multicursor_next_occurrence", "Ctrl+D"},
    Keys{"edit_find_multicursor_all_occurrences", "Ctrl+Shift+L Ctrl+F2"},
    Keys{"edit_create_multi_cursor_up", "Shift+Alt+Up"},
    Keys{"edit_create_multi_cursor_down", "Shift+Alt+Down"},
    Keys{"tools_scripts_moveLinesUp", "Alt+Up"},
    Keys{"tools_scripts_moveLinesDown", "Alt+Down"},
    Keys{"tools_scripts_duplicateLinesDown", "Ctrl+Shift+Alt+Down"},
    Keys{"tools_scripts_duplicateLinesUp", "Ctrl+Shift+Alt+Up"},
    Keys{"tools_toggle_comment", "Ctrl+/"},
    Keys{"tools_indent", "Ctrl+]"},
    Keys{"tools_unindent", "Ctrl+["},
    Keys{"tools_join_lines", "Ctrl+J"},
    Keys{"delete_line", "Ctrl+Shift+K"},
    Keys{"to_matching_bracket", "Ctrl+Shift+\\"},
    Keys{"fold_here", "Ctrl+Shift+["},
    Keys{"fold_all", "Ctrl+K,Ctrl+0"},
    Keys{"fold_comments", "Ctrl+K,Ctrl+/"},
    Keys{"unfold_all", "Ctrl+K,Ctrl+J"},
    Keys{"view_dynamic_word_wrap", "Alt+Z"},
    Keys{"view_inc_font_sizes", "Ctrl+= Ctrl++"},
    Keys{"view_reset_font_sizes", "Ctrl+0"},
};

std::span<const Keys> keysOf(KeyScheme scheme) {
    return scheme == KeyScheme::Kate ? std::span<const Keys>(kKate) : std::span<const Keys>(kVsCode);
}

const auto kSetting = u"keys"_s;

}  // namespace

std::optional<QList<QKeySequence>> keysIn(KeyScheme scheme, std::string_view id) {
    const auto all = keysOf(scheme);
    const auto found = std::ranges::find(all, id, &Keys::id);
    if (found == all.end())
        return {};
    QList<QKeySequence> keys;
    for (const QString& one : QString::fromLatin1(found->keys).split(u' ', Qt::SkipEmptyParts))
        keys.append(QKeySequence(one, QKeySequence::PortableText));
    return keys;
}

std::vector<std::string_view> idsIn(KeyScheme scheme) {
    std::vector<std::string_view> ids;
    for (const Keys& keys : keysOf(scheme))
        ids.push_back(keys.id);
    return ids;
}

KeyScheme rememberedKeyScheme() {
    return QSettings().value(kSetting).toString() == "vscode"_L1 ? KeyScheme::VsCode : KeyScheme::Kate;
}

void rememberKeyScheme(KeyScheme scheme) {
    QSettings().setValue(kSetting, scheme == KeyScheme::VsCode ? u"vscode"_s : u"kate"_s);
}

}  // namespace slipway::window
