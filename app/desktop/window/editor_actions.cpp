#include "window/editor_actions.h"

#include "editor/editor_area.h"
#include "editor/pane.h"
#include "window/actions.h"

#include <QCoreApplication>
#include <QMenu>

#include <KActionCollection>
#include <KTextEditor/View>

#include <algorithm>
#include <array>

namespace slipway::window {
namespace {

struct Brought {
    const char* menu;
    const char* id;  // the component's own name of it
    const char* text;
};

constexpr const char* kContext = "EditorActions";
// A row without an id is a separator; one without a text is a place for one of our own.
constexpr std::array kBrought{
    Brought{"edit", "edit_undo", QT_TRANSLATE_NOOP("EditorActions", "&Undo")},
    Brought{"edit", "edit_redo", QT_TRANSLATE_NOOP("EditorActions", "&Redo")},
    Brought{"edit", nullptr, nullptr},
    Brought{"edit", "edit_cut", QT_TRANSLATE_NOOP("EditorActions", "Cu&t")},
    Brought{"edit", "edit_copy", QT_TRANSLATE_NOOP("EditorActions", "&Copy")},
    Brought{"edit", "edit_paste", QT_TRANSLATE_NOOP("EditorActions", "&Paste")},
    Brought{"edit", "edit_select_all", QT_TRANSLATE_NOOP("EditorActions", "Select &All")},
    Brought{"edit", nullptr, nullptr},
    Brought{"edit", "edit_find", QT_TRANSLATE_NOOP("EditorActions", "&Find…")},
    Brought{"edit", "edit_find_next", QT_TRANSLATE_NOOP("EditorActions", "Find &Next")},
    Brought{"edit", "edit_find_prev", QT_TRANSLATE_NOOP("EditorActions", "Find Pre&vious")},
    Brought{"edit", "edit_replace", QT_TRANSLATE_NOOP("EditorActions", "R&eplace…")},
    Brought{"edit", nullptr, nullptr},
    Brought{"edit", "go_goto_line", QT_TRANSLATE_NOOP("EditorActions", "&Go to Line…")},
    Brought{"edit", "to_matching_bracket", QT_TRANSLATE_NOOP("EditorActions", "Go to Matching &Bracket")},
    Brought{"editor", "tools_toggle_comment", QT_TRANSLATE_NOOP("EditorActions", "Toggle &Comment")},
    Brought{"editor", "tools_indent", QT_TRANSLATE_NOOP("EditorActions", "&Indent")},
    Brought{"editor", "tools_unindent", QT_TRANSLATE_NOOP("EditorActions", "&Unindent")},
    Brought{"editor", nullptr, nullptr},
    Brought{"editor", "tools_scripts_moveLinesUp", QT_TRANSLATE_NOOP("EditorActions", "Move Lines U&p")},
    Brought{"editor", "tools_scripts_moveLinesDown", QT_TRANSLATE_NOOP("EditorActions", "Move Lines &Down")},
    Brought{"editor", "tools_scripts_duplicateLinesDown", QT_TRANSLATE_NOOP("EditorActions", "D&uplicate Lines")},
    Brought{"editor", "delete_line", QT_TRANSLATE_NOOP("EditorActions", "D&elete Line")},
    Brought{"editor", "tools_join_lines", QT_TRANSLATE_NOOP("EditorActions", "&Join Lines")},
    Brought{"editor", nullptr, nullptr},
    Brought{"editor", "edit_create_multi_cursor_up", QT_TRANSLATE_NOOP("EditorActions", "Add Cursor &Above")},
    Brought{"editor", "edit_create_multi_cursor_down", QT_TRANSLATE_NOOP("EditorActions", "Add Cursor &Below")},
    Brought{"editor", "edit_find_multicursor_next_occurrence",
            QT_TRANSLATE_NOOP("EditorActions", "Add Cursor at &Next Occurrence")},
    Brought{"editor", "edit_find_multicursor_all_occurrences",
            QT_TRANSLATE_NOOP("EditorActions", "Add Cursors at A&ll Occurrences")},
    Brought{"editor", "set_verticalSelect", QT_TRANSLATE_NOOP("EditorActions", "Bloc&k Selection")},
    Brought{"editor", nullptr, nullptr},
    Brought{"editor", "fold_here", nullptr},
    Brought{"editor", "fold_all", nullptr},
    Brought{"editor", "fold_comments", nullptr},
    Brought{"editor", "unfold_all", nullptr},
    Brought{"editor", nullptr, nullptr},
    Brought{"editor", "bookmarks_toggle", QT_TRANSLATE_NOOP("EditorActions", "Set or Remove Book&mark")},
    Brought{"editor", "tools_spelling", QT_TRANSLATE_NOOP("EditorActions", "Check &Spelling…")},
    Brought{"editor", "set_encoding", QT_TRANSLATE_NOOP("EditorActions", "&Encoding")},
    Brought{"editor", "set_eol", QT_TRANSLATE_NOOP("EditorActions", "Line &Endings")},
    Brought{"editor", "tools_highlighting", QT_TRANSLATE_NOOP("EditorActions", "&Highlighting")},
    Brought{"view", "view_dynamic_word_wrap", QT_TRANSLATE_NOOP("EditorActions", "&Wrap Long Lines")},
    Brought{"view", "view_folding_markers", QT_TRANSLATE_NOOP("EditorActions", "Folding &Marks")},
    Brought{"view", "view_scrollbar_minimap", QT_TRANSLATE_NOOP("EditorActions", "Mi&nimap")},
    Brought{"view", "view_non_printable_spaces", QT_TRANSLATE_NOOP("EditorActions", "Show &Blanks")},
    Brought{"view", nullptr, nullptr},
    Brought{"view", "view_inc_font_sizes", QT_TRANSLATE_NOOP("EditorActions", "Zoom &In")},
    Brought{"view", "view_dec_font_sizes", QT_TRANSLATE_NOOP("EditorActions", "Zoom &Out")},
    Brought{"view", "view_reset_font_sizes", QT_TRANSLATE_NOOP("EditorActions", "&Reset Zoom")},
};

constexpr const char* kKeys = "slipwayOwnKeys";  // a view's action keeps those it came with

}  // namespace

EditorActions::EditorActions(Actions& actions, editor::EditorArea& area, QObject* parent)
    : QObject(parent), m_actions(actions), m_area(area) {
    const auto groupOf = [](std::string_view menu) {
        return menu == "edit" ? tr("Edit") : menu == "view" ? tr("View") : tr("Editor");
    };
    for (const Brought& brought : kBrought) {
        if (!brought.text)
            continue;
        m_actions.addForeign(brought.id, groupOf(brought.menu), QCoreApplication::translate(kContext, brought.text),
                             [this, id = brought.id] {
                                 KTextEditor::View* view = m_area.currentView();
                                 if (!view)
                                     return;
                                 QAction* action = view->actionCollection()->action(QLatin1StringView(id));
                                 if (!action)
                                     return;
                                 if (action->menu())
                                     action->menu()->popup(QCursor::pos());
                                 else
                                     action->trigger();
                             });
    }
    connect(&area, &editor::EditorArea::paneCreated, this,
            [this](const editor::Pane& pane) { claimKeys(pane.view()); });
    connect(&area, &editor::EditorArea::currentChanged, this, &EditorActions::follow);
    connect(&actions, &Actions::schemeChanged, this, [this] {
        for (KTextEditor::View* view : m_area.views())
            claimKeys(*view);
        follow();
    });
    follow();
}

void EditorActions::follow() {
    KTextEditor::View* view = m_area.currentView();
    for (const Brought& brought : kBrought) {
        if (!brought.text)
            continue;
        QAction* ours = m_actions.action(brought.id);
        const QAction* theirs = view ? view->actionCollection()->action(QLatin1StringView(brought.id)) : nullptr;
        ours->setEnabled(theirs != nullptr);
        if (!theirs)
            continue;
        ours->setShortcuts(theirs->shortcuts());
        ours->setMenu(theirs->menu());
        ours->setCheckable(theirs->isCheckable() && !theirs->menu());
        ours->setChecked(theirs->isChecked());
    }
}

// The scheme's keys first, then ours, then what is left of those that the component brings.
void EditorActions::claimKeys(KTextEditor::View& view) const {
    QList<QKeySequence> taken = m_actions.ownKeys();
    const auto isFree = [&](const QKeySequence& key) {
        return std::ranges::none_of(taken, [&](const QKeySequence& one) {
            return one.matches(key) != QKeySequence::NoMatch || key.matches(one) != QKeySequence::NoMatch;
        });
    };
    QList<QAction*> others;
    for (QAction* action : view.actionCollection()->actions()) {
        if (!action->property(kKeys).isValid())
            action->setProperty(kKeys, QVariant::fromValue(action->shortcuts()));
        const auto keys = keysIn(m_actions.scheme(), action->objectName().toStdString());
        if (!keys) {
            others.append(action);
            continue;
        }
        action->setShortcuts(*keys);
        taken += *keys;
    }
    for (QAction* action : others) {
        auto keys = action->property(kKeys).value<QList<QKeySequence>>();
        keys.removeIf([&](const QKeySequence& key) { return !isFree(key); });
        action->setShortcuts(keys);
    }
}

QList<QByteArray> EditorActions::idsOf(const char* menu) {
    QList<QByteArray> ids;
    for (const Brought& brought : kBrought) {
        if (std::string_view(brought.menu) == menu)
            ids.append(brought.id ? QByteArray(brought.id) : QByteArray("-"));
    }
    return ids;
}

}  // namespace slipway::window
