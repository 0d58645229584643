// The panels that read images: targets, and the comparison of two as a page.
#include "compare/compare_page.h"
#include "targets/targets_widget.h"
#include "workbench/panels.h"

#include <QComboBox>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

theme::Panel* makeTargets(const window::Values& values, window::Desk& desk, QWidget* parent) {
    auto* panel = new theme::Panel(QCoreApplication::translate("Panels", "Targets"), values.theme, parent);
    auto* widget = new targets::TargetsWidget(values.project, values.builds, values.selection, values.theme, panel);
    widget->setBuildAction(desk.buildAction());
    panel->setContent(widget);
    panel->title().addControl(widget->sizeChooser());
    QObject::connect(widget, &targets::TargetsWidget::told, panel,
                     [&desk](const QString& message, bool) { desk.say(message); });
    QObject::connect(widget, &targets::TargetsWidget::compareWanted, panel,
                     [values, &desk](const QString& a, const QString& nameA, const QString& b, const QString& nameB) {
                         auto* page =
                             new compare::ComparePage(values.project.store(), {a, nameA}, {b, nameB}, values.theme);
                         desk.showPage(u"compare:"_s + a + u':' + b, page->title(), page);
                     });
    return panel;
}

}  // namespace

window::PanelFactory targetsPanel() { return {u"targets"_s, window::Side::Right, makeTargets}; }

}  // namespace slipway
