#include "window/tool_bar.h"

#include "project/step_state.h"
#include "theme/measure.h"
#include "units/units.h"
#include "window/actions.h"
#include "window/build_command.h"
#include "window/build_settings_panel.h"
#include "window/command_box.h"
#include "window/settings_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace slipway::window {
namespace {

constexpr int kMostLetters = 15;  // of a stage's name on a button
constexpr qint64 kLongMs = 12 * 61'000;

// A stage's name as it fits on a button; its tooltip has the whole of it.
QString shortened(const QString& name, const QFontMetrics& metrics) {
    return metrics.elidedText(name, Qt::ElideMiddle, metrics.horizontalAdvance(QString(kMostLetters, u'n')));
}

}  // namespace

ToolBar::ToolBar(const Values& values, QWidget* parent)
    : QToolBar(tr("Tool Bar"), parent),
      m_values(values),
      m_name(new QLabel(this)),
      m_file(new QLabel(this)),
      m_command(new CommandBox(values.theme, this)),
      m_target(new QPushButton(this)),
      m_build(new QPushButton(this)),
      m_more(new QToolButton(this)) {
    setObjectName(u"toolbar"_s);
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(3 * theme::kGrid, 0, 3 * theme::kGrid, 0);
    layout->setSpacing(2 * theme::kGrid);
    QFont bold = font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_file->setForegroundRole(QPalette::PlaceholderText);
    m_build->setDefault(true);
    m_build->setAutoDefault(false);
    m_build->ensurePolished();
    m_build->setText(tr("Build %1").arg(QString(kMostLetters, u'n')) + u"  "_s + units::expected(kLongMs));
    m_build->setFixedWidth(m_build->sizeHint().width());  // whatever it says: nothing beside it moves
    m_more->setText(u"\u22ef"_s);
    m_more->setToolTip(tr("Build settings: tags, build arguments, network, cache  Ctrl+Shift+,"));
    m_more->setAccessibleName(tr("Build settings"));
    layout->addWidget(m_name);
    layout->addWidget(m_file);
    layout->addStretch(1);
    layout->addWidget(m_command);
    layout->addStretch(1);
    layout->addWidget(m_target);
    layout->addWidget(m_build);
    layout->addWidget(m_more);
    addWidget(row);
    setFixedHeight(std::max(theme::kToolBarHeight, fontMetrics().height() + 26));
    connect(m_target, &QPushButton::clicked, this, &ToolBar::chooseTarget);
    connect(m_more, &QToolButton::clicked, this, &ToolBar::showBuildSettings);
    connect(&values.project, &project::Project::folderChanged, this, &ToolBar::follow);
    connect(&values.project, &project::Project::dockerfileChanged, this, &ToolBar::follow);
    connect(&values.project, &project::Project::settingsChanged, this, &ToolBar::follow);
    connect(&values.analysis, &project::Analysis::changed, this, &ToolBar::follow);
    connect(&values.builds, &project::Builds::added, this, &ToolBar::follow);
    connect(&values.builds, &project::Builds::ended, this, &ToolBar::follow);
    connect(&values.theme, &theme::Theme::changed, this, &ToolBar::follow);
    follow();
}

void ToolBar::connectActions(Actions& actions, Desk& desk) {
    m_actions = &actions;
    connect(&actions, &Actions::schemeChanged, this, &ToolBar::follow);
    connect(m_command, &QPushButton::clicked, actions.action("palette"), &QAction::trigger);
    connect(m_build, &QPushButton::clicked, this, [this, &desk] {
        if (m_values.builds.running())
            desk.cancelBuild();
        else
            desk.build(m_values.project.settings().target);
    });
}

void ToolBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_values.theme.color(theme::Role::Window));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_values.theme.color(theme::Role::Hairline));
}

void ToolBar::follow() {
    const auto snapshot = m_values.analysis.current();
    const project::BuildSettings& settings = m_values.project.settings();
    m_name->setText(m_values.project.name().isEmpty() ? tr("No folder") : m_values.project.name());
    m_file->setText(m_values.project.relative(m_values.project.dockerfile()));
    const int stage = stageOf(*snapshot, settings.target);
    const QString target = project::targetWords(stage >= 0 ? stageTarget(*snapshot, stage) : settings.target);
    m_target->setText((target.isEmpty() ? tr("last stage") : shortened(target, fontMetrics())) + u"  \u25be"_s);
    // A stage that was chosen may be gone, or have another name now: that is said, and another can be chosen.
    const bool any = snapshot->outline && !snapshot->outline->stages.empty();
    const bool gone = any && stage < 0;
    m_target->setToolTip(gone               ? tr("This Dockerfile has no stage %1: choose another one").arg(target)
                         : target.isEmpty() ? tr("The stage that is built")
                                            : tr("The stage that is built: %1").arg(target));
    m_target->setEnabled(any);
    QPalette palette;
    if (gone)
        palette.setColor(QPalette::ButtonText, m_values.theme.color(theme::Role::Failed));
    m_target->setPalette(palette);
    if (m_values.builds.running()) {
        m_build->setText(tr("Cancel"));
        const QAction* cancel = m_actions ? m_actions->action("build_cancel") : nullptr;
        m_build->setToolTip(
            tr("Cancel the build  %1").arg(cancel ? cancel->shortcut().toString(QKeySequence::NativeText) : QString()));
        m_build->setDefault(false);
        m_build->setEnabled(true);
        return;
    }
    const qint64 expected = stage >= 0 ? snapshot->expectedMs(stage) : -1;
    QString text = target.isEmpty() ? tr("Build") : tr("Build %1").arg(shortened(target, m_build->fontMetrics()));
    if (expected > 0)
        text += u"  "_s + units::expected(expected);
    m_build->setText(text);
    m_build->setDefault(true);
    m_build->setEnabled(!m_values.project.dockerfile().isEmpty());
    m_build->setToolTip(tr("Build %1 in the background (the stage at the cursor: Ctrl+B, the last one: Ctrl+Shift+B)")
                            .arg(target.isEmpty() ? tr("the last stage") : target));
}

void ToolBar::chooseTarget() {
    const auto snapshot = m_values.analysis.current();
    if (!snapshot->outline)
        return;
    auto* menu = new QMenu(m_target);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto choose = [this](const QString& target) {
        project::BuildSettings settings = m_values.project.settings();
        settings.target = target;
        m_values.project.setSettings(settings);
    };
    const QString now = m_values.project.settings().target;
    QAction* last = menu->addAction(tr("Always the last stage"), this, [choose] { choose({}); });
    last->setCheckable(true);
    last->setChecked(now.isEmpty());
    menu->addSeparator();
    for (const dockerfile::StageOutline& stage : snapshot->outline->stages) {
        const QString target = stageTarget(*snapshot, stage.index);
        QAction* action = menu->addAction(project::targetWords(target), this, [choose, target] { choose(target); });
        action->setCheckable(true);
        action->setChecked(target == now);
    }
    menu->popup(m_target->mapToGlobal(QPoint(0, m_target->height() + 2)));
}

void ToolBar::showBuildSettings() {
    auto* panel = new BuildSettingsPanel(m_values, this);
    panel->showBelow(*m_more);
}

void ToolBar::showSettings() {
    auto* panel = new SettingsPanel(m_values, *m_actions, this);
    panel->showBelow(*m_more);
}

}  // namespace slipway::window
