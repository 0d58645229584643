#include "timeline/timeline_widget.h"

#include "project/step_state.h"
#include "theme/elided_button.h"
#include "theme/start_page.h"
#include "units/units.h"

#include <QMenu>
#include <QScrollBar>
#include <QStackedLayout>
#include <QStyle>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace slipway::timeline {
namespace {

constexpr int kFrame = 40;      // milliseconds between pictures while a build runs
constexpr qint64 kTurn = 1200;  // milliseconds for one turn of the running shape

// What was built, as far as it is known: a build that began no step doesn't say which stage it was for.
QString subjectOf(const project::BuildRun& run) {
    if (!run.target.isEmpty())
        return project::targetWords(run.target);
    return run.steps.empty() ? TimelineWidget::tr("a build") : TimelineWidget::tr("all stages");
}

// Why a build has no row: it failed before a step began, of what stands in the Dockerfile or in the settings.
QString failureWords(const project::BuildRun& run) {
    const QString target = subjectOf(run);
    const QString why = QString::fromStdString(run.error->message);
    return run.error->where ? TimelineWidget::tr("%1 failed before a step began, at line %2: %3")
                                  .arg(target)
                                  .arg(run.error->where->line)
                                  .arg(why)
                            : TimelineWidget::tr("%1 failed before a step began: %2").arg(target, why);
}

// "dev_environment · 09:41 · 8 cached · 9.4 s"
QString runWords(const project::BuildRun& run, bool withDuration) {
    QStringList words{subjectOf(run)};
    words << (run.state == project::RunState::Running ? TimelineWidget::tr("now")
                                                      : units::when(run.startedAt + run.durationMs));
    if (const int cached = run.cachedCount(); cached > 0)
        words << TimelineWidget::tr("%n cached", nullptr, cached);
    if (run.state == project::RunState::Failed)
        words << TimelineWidget::tr("failed");
    if (run.state == project::RunState::Canceled)
        words << TimelineWidget::tr("canceled");
    if (withDuration)
        words << units::duration(run.durationMs);
    return words.join(u" \u00b7 "_s);
}

}  // namespace

TimelineWidget::TimelineWidget(project::Builds& builds, project::Selection& selection, const theme::Theme& theme,
                               QWidget* parent)
    : QWidget(parent),
      m_builds(builds),
      m_selection(selection),
      m_view(new TimelineView(theme, m_zoom)),
      m_chooser(new theme::ElidedButton(this)),
      m_start(new theme::StartPage(theme)) {
    setObjectName(u"timeline"_s);
    m_view->setModel(&m_model);
    m_view->setAccessibleName(tr("Timeline"));
    m_chooser->setAutoRaise(true);
    m_chooser->setPopupMode(QToolButton::InstantPopup);
    m_chooser->setMenu(new QMenu(m_chooser));
    m_chooser->hide();
    connect(m_chooser->menu(), &QMenu::aboutToShow, this, &TimelineWidget::fillMenu);

    m_pages = new QStackedLayout(this);
    m_pages->setContentsMargins({});
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_view);

    m_clock.setInterval(kFrame);
    connect(&m_clock, &QTimer::timeout, this, &TimelineWidget::tick);
    connect(&builds, &project::Builds::shownChanged, this, &TimelineWidget::showRun);
    connect(&builds, &project::Builds::cleared, this, &TimelineWidget::showRun);
    connect(&builds, &project::Builds::changed, this, [this](int number) {
        if (const auto shown = m_builds.shown(); shown && shown->number == number)
            showRun();
    });
    const auto follow = [this](const project::Chosen& chosen, QObject* by) {
        m_following = false;
        if (by != this)
            select(chosen);
    };
    connect(&selection, &project::Selection::changed, this, follow);
    connect(&selection, &project::Selection::revealed, this, follow);
    connect(m_view->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] { m_following = false; });
    connect(m_view, &TimelineView::opened, this, [this](const QModelIndex& index) {
        choose(index, true);
        if (m_model.step(index))
            Q_EMIT logWanted();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) { choose(index, false); });
    connect(&theme, &theme::Theme::changed, this, [this] { m_view->viewport()->update(); });
    showRun();
}

void TimelineWidget::setStart(const QList<QAction*>& actions) { m_start->offer(actions); }

void TimelineWidget::showRun() {
    const project::BuildRunPtr run = m_builds.shown();
    const bool other = !run || !m_model.run() || m_model.run()->number != run->number;
    const bool grew = !other && m_model.run()->steps.size() != run->steps.size();
    const int scrolled = m_view->verticalScrollBar()->value();
    m_selecting = true;
    m_model.setRun(run);
    if (other || grew) {
        m_view->expandAll();
        if (!other)
            m_view->verticalScrollBar()->setValue(scrolled);
    }
    m_selecting = false;
    if (other) {
        m_zoom.fit();
        select(m_selection.current());
        m_following = run && run->state == project::RunState::Running;
    }
    m_pages->setCurrentIndex(run && !run->steps.empty() ? 1 : 0);
    m_start->say(run && run->error ? failureWords(*run)
                                   : tr("Nothing built yet. Each step of a build stands here with its time and size."));
    if (m_following)
        followRunning();
    const bool running = run && run->state == project::RunState::Running;
    if (running && !m_clock.isActive())
        m_clock.start();
    if (!running)
        m_clock.stop();
    const qint64 now = run ? m_builds.elapsedMs(*run) : 0;
    m_model.setNow(now);
    m_zoom.setLength(static_cast<double>(now), running);
    m_view->setNow(now, running, 0);
    updateChooser();
}

void TimelineWidget::followRunning() {
    const project::BuildRun& run = *m_model.run();
    const project::StepRun* shown = run.failedStep();
    for (const project::StepRun& step : run.steps) {
        if (!shown && step.status == engine::StepStatus::Running)
            shown = &step;
    }
    if (shown)
        m_view->scrollTo(m_model.indexOfStep(shown->id));
}

void TimelineWidget::tick() {
    const project::BuildRunPtr& run = m_model.run();
    if (!run || !isVisible())
        return;
    const qint64 now = m_builds.elapsedMs(*run);
    const bool still = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0;
    m_model.setNow(now);
    m_zoom.setLength(static_cast<double>(now), true);
    m_view->setNow(now, true, still ? 0 : static_cast<qreal>(now % kTurn) / kTurn);
}

void TimelineWidget::updateChooser() {
    const project::BuildRunPtr run = m_builds.shown();
    m_chooser->setVisible(run != nullptr);
    if (!run)
        return;
    m_chooser->setText(runWords(*run, run->state != project::RunState::Running));
    m_chooser->setToolTip(m_chooser->text() + u'\n' + tr("Choose which build the timeline shows"));
}

void TimelineWidget::fillMenu() {
    QMenu& menu = *m_chooser->menu();
    menu.clear();
    const project::BuildRunPtr shown = m_builds.shown();
    const int most = 80 * menu.fontMetrics().averageCharWidth();
    for (const project::BuildRunPtr& run : m_builds.runs()) {
        QAction* const action =
            menu.addAction(menu.fontMetrics().elidedText(runWords(*run, true), Qt::ElideMiddle, most));
        action->setCheckable(true);
        action->setChecked(run == shown);
        const int number = run->number;
        connect(action, &QAction::triggered, this, [this, number] { m_builds.show(number); });
    }
}

void TimelineWidget::select(const project::Chosen& chosen) {
    const QModelIndex index = m_model.indexOfStep(chosen.step);
    m_selecting = true;
    if (index.isValid()) {
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index);
    } else {
        m_view->selectionModel()->clear();
    }
    m_selecting = false;
}

void TimelineWidget::choose(const QModelIndex& index, bool reveal) {
    if (m_selecting || !index.isValid())
        return;
    project::Chosen chosen;
    chosen.stage = index.data(TimelineModel::StageRole).toInt();
    if (const project::StepRun* const step = m_model.step(index)) {
        chosen.step = step->id;
        chosen.line = static_cast<int>(step->line);
    }
    if (reveal)
        m_selection.reveal(chosen, this);
    else
        m_selection.choose(chosen, this);
}

}  // namespace slipway::timeline
