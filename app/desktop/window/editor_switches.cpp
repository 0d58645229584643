#include "window/editor_switches.h"

#include "assist/return_format.h"
#include "editor/editor_area.h"
#include "editor/gutter_marks.h"
#include "editor/pane.h"
#include "window/actions.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace slipway::window {

EditorSwitches::EditorSwitches(Actions& actions, editor::EditorArea& area, QObject* parent)
    : QObject(parent), m_actions(actions), m_area(area) {
    // Off at first: who writes in small letters wouldn't understand why every other line is in capitals.
    add("format_on_return", tr("Editor"), tr("Format on Re&turn"), false,
        [](editor::Pane& pane, bool on) { pane.returnFormat().setFormats(on); });
    add("inlay_hints", tr("View"), tr("Show Inlay &Hints"), true,
        [](editor::Pane& pane, bool on) { pane.marks().showHints(on); });
}

void EditorSwitches::add(const char* id, const QString& group, const QString& text, bool usual,
                         const std::function<void(editor::Pane&, bool)>& set) {
    const QString setting = u"editor/"_s + QLatin1StringView(id);
    QAction* action = m_actions.add(id, group, text, {}, [] {});
    action->setCheckable(true);
    action->setChecked(QSettings().value(setting, usual).toBool());
    connect(action, &QAction::toggled, this, [this, setting, set](bool on) {
        QSettings().setValue(setting, on);
        for (editor::Pane* pane : m_area.panes())
            set(*pane, on);
    });
    connect(&m_area, &editor::EditorArea::paneCreated, this,
            [action, set](editor::Pane& pane) { set(pane, action->isChecked()); });
}

}  // namespace slipway::window
