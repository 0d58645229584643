// The panels that read images: targets, and the comparison of two as a page.
#include "compare/compare_page.h"
#include "project/step_state.h"
#include "targets/targets_widget.h"
#include "workbench/panels.h"

#include <QComboBox>

using namespace Qt::StringLiterals;

namespace slipway {
namespace {

// What the palette finds: each target, and a comparison of the last one with each other image that has a name.
std::vector<window::PaletteEntry> found(theme::Panel& panel, targets::TargetsWidget& widget) {
    const QString group = QCoreApplication::translate("Panels", "Image");
    std::vector<window::PaletteEntry> entries;
    for (const targets::Target& one : widget.targets()) {
        const QString name = (QStringList{project::targetWords(one.stage)} + one.tags).join(u", "_s);
        entries.push_back({group, QCoreApplication::translate("Panels", "Go to target %1").arg(name),
                           [&panel, &widget, stage = one.stage] {
                               // The dock may be closed, or behind another.
                               if (QWidget* dock = panel.parentWidget()) {
                                   dock->show();
                                   dock->raise();
                               }
                               widget.goTo(stage);
                           }});
    }
    const targets::Target* last = widget.lastTarget();
    for (const targets::NamedImage& other : widget.others()) {
        if (!last)
            break;
        const QString stage = project::targetWords(last->stage);
        entries.push_back({group, QCoreApplication::translate("Panels", "Compare %1 with %2").arg(other.name, stage),
                           [&widget, other, image = last->image, stage] {
                               Q_EMIT widget.compareWanted(other.image, other.name, image, stage);
                           }});
    }
    return entries;
}

theme::Panel* makeTargets(const window::Values& values, window::Desk& desk, QWidget* parent) {
    auto* panel = new theme::Panel(QCoreApplication::translate("Panels", "Targets"), values.theme, parent);
    auto* widget = new targets::TargetsWidget(values.project, values.analysis, values.builds, values.selection,
                                              values.theme, panel);
    widget->setStart(desk.startActions());
    panel->setContent(widget);
    panel->title().addControl(widget->sizeChooser());
    QObject::connect(widget, &targets::TargetsWidget::told, panel,
                     [&desk](const QString& message, bool) { desk.say(message); });
    QObject::connect(
        widget, &targets::TargetsWidget::compareWanted, panel,
        [values, widget, &desk](const QString& a, const QString& nameA, const QString& b, const QString& nameB) {
            auto* page = new compare::ComparePage(values.project.store(), {a, nameA}, {b, nameB}, values.theme);
            QObject::connect(widget, &targets::TargetsWidget::sizesLearned, page, &compare::ComparePage::refresh);
            desk.showPage(u"compare:"_s + a + u':' + b, page->title(), page);
        });
    desk.offer([panel, widget] { return found(*panel, *widget); });
    return panel;
}

}  // namespace

window::PanelFactory targetsPanel() { return {u"targets"_s, window::Side::Right, makeTargets}; }

}  // namespace slipway
