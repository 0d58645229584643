#include "window/status_line.h"

#include "editor/code_document.h"
#include "editor/editor_area.h"
#include "project/problems.h"
#include "project/step_state.h"
#include "units/units.h"
#include "window/actions.h"
#include "window/store_label.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyle>
#include <QStyleOption>

#include <KTextEditor/View>

#include <algorithm>
#include <climits>

using namespace Qt::StringLiterals;

namespace slipway::window {
namespace {
constexpr int kClockMs = 100;
}

StatusLine::StatusLine(const Values& values, const editor::EditorArea& area, QWidget* parent)
    : QStatusBar(parent),
      m_values(values),
      m_area(area),
      m_build(new QLabel(this)),
      m_cancel(new QPushButton(tr("Cancel"), this)),
      m_problems(new QPushButton(this)),
      m_place(new QLabel(this)),
      m_encoding(new QLabel(this)),
      m_context(new QLabel(this)) {
    setSizeGripEnabled(false);
    setContentsMargins(8, 0, 8, 0);
    const QFont small = theme::Theme::smallFont();
    setFont(small);  // of its messages
    for (QWidget* widget :
         std::initializer_list<QWidget*>{m_build, m_cancel, m_problems, m_place, m_encoding, m_context})
        widget->setFont(small);
    for (QLabel* label : {m_place, m_encoding, m_context})
        label->setContentsMargins(6, 0, 6, 0);
    m_cancel->setFlat(true);
    m_problems->setFlat(true);
    addWidget(m_build);
    addWidget(m_cancel);
    addPermanentWidget(m_problems);
    addPermanentWidget(m_place);
    addPermanentWidget(m_encoding);
    addPermanentWidget(m_context);
    auto* storeSize = new StoreLabel(values.project, values.builds, values.theme, this);
    storeSize->setFont(small);
    storeSize->setContentsMargins(6, 0, 6, 0);
    addPermanentWidget(storeSize);
    connect(this, &QStatusBar::messageChanged, this, &QWidget::setToolTip);
    connect(this, &QStatusBar::messageChanged, this, &StatusLine::followBuild);
    connect(m_problems, &QPushButton::clicked, this, [this] {
        if (const project::Problem* worst = project::worstProblem(m_values.analysis.current()->problems))
            m_values.selection.reveal({.line = worst->line}, this);
    });
    m_clock.setInterval(kClockMs);
    connect(&m_clock, &QTimer::timeout, this, &StatusLine::followBuild);
    connect(&values.theme, &theme::Theme::changed, this, &StatusLine::followBuild);
    for (const auto signal : {&project::Builds::added, &project::Builds::changed, &project::Builds::ended})
        connect(&values.builds, signal, this, &StatusLine::followBuild);
    connect(&values.analysis, &project::Analysis::changed, this, &StatusLine::followProblems);
    connect(&values.analysis, &project::Analysis::changed, this, &StatusLine::followContext);
    connect(&area, &editor::EditorArea::cursorMoved, this, &StatusLine::followPlace);
    followBuild();
    followPlace();
    followProblems();
    followContext();
}

void StatusLine::connectActions(const Actions& actions, Desk& desk) {
    m_failure = actions.action("build_failure");
    connect(&actions, &Actions::schemeChanged, this, &StatusLine::followBuild);
    connect(m_cancel, &QPushButton::clicked, this, [&desk] { desk.cancelBuild(); });
    const auto sayKey = [this, cancel = actions.action("build_cancel")] {
        m_cancel->setToolTip(tr("Cancel the build  %1").arg(cancel->shortcut().toString(QKeySequence::NativeText)));
    };
    connect(&actions, &Actions::schemeChanged, this, sayKey);
    sayKey();
}

// Before what stays beside a message; the rest is hidden while there is one.
QRect StatusLine::messageRect() const {
    const int left = contentsRect().left() + 6;
    int right = contentsRect().right();
    for (const QWidget* one : findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        if (one->isVisible())
            right = std::min(right, one->x());
    }
    return {left, 0, std::max(right - 12 - left, 0), height()};
}

QString StatusLine::shownMessage() const {
    return fontMetrics().elidedText(currentMessage(), Qt::ElideRight, messageRect().width());
}

void StatusLine::paintEvent(QPaintEvent* event) {
    if (currentMessage().isEmpty())
        return QStatusBar::paintEvent(event);
    QPainter painter(this);
    QStyleOption option;
    option.initFrom(this);
    style()->drawPrimitive(QStyle::PE_PanelStatusBar, &option, &painter, this);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(messageRect(), Qt::AlignVCenter | Qt::TextSingleLine, shownMessage());
}

void StatusLine::followBuild() {
    const project::BuildRunPtr running = m_values.builds.running();
    // A message takes the place of both; the tool bar's Cancel stays.
    m_build->setVisible(currentMessage().isEmpty());
    m_cancel->setVisible(running && currentMessage().isEmpty());
    QPalette palette = this->palette();
    if (!running)
        m_clock.stop();
    else if (!m_clock.isActive())
        m_clock.start();
    if (running) {
        palette.setColor(QPalette::WindowText, m_values.theme.color(theme::Role::Running));
        m_build->setText(tr("Building %1 · step %2 of %3 · %4")
                             .arg(project::targetWords(running->target))
                             .arg(std::min<std::size_t>(static_cast<std::size_t>(running->finishedCount()) + 1,
                                                        running->steps.size()))
                             .arg(running->steps.size())
                             .arg(units::duration(m_values.builds.elapsedMs(*running))));
    } else {
        palette.setColor(QPalette::WindowText, m_values.theme.color(theme::Role::Secondary));
        const auto& runs = m_values.builds.runs();
        if (runs.empty()) {
            m_build->setText({});
        } else {
            const project::BuildRun& last = *runs.front();
            const QString at = units::when(last.startedAt + last.durationMs);
            const QString target = project::targetWords(last.target);
            const QString time = units::duration(last.durationMs);
            m_build->setText(
                last.state == project::RunState::Succeeded ? tr("%1 built at %2 in %3").arg(target, at, time)
                : last.state == project::RunState::Failed
                    ? tr("%1 failed at %2 (%3 goes there)")
                          .arg(target, at,
                               m_failure ? m_failure->shortcut().toString(QKeySequence::NativeText) : QString())
                    : tr("%1 canceled at %2").arg(target, at));
        }
    }
    m_build->setPalette(palette);
}

void StatusLine::followPlace() {
    editor::DocumentPage* page = m_area.current();
    m_place->setVisible(page != nullptr);
    m_encoding->setVisible(page != nullptr);
    if (!page)
        return;
    const auto cursor = page->view().cursorPosition();
    const project::Place at =
        page->document().viewLines().inText(project::Place{cursor.line() + 1, cursor.column() + 1});
    m_place->setText(tr("Ln %1, Col %2").arg(at.line).arg(at.column));
    m_encoding->setText(page->document().encoding() + u" \u00b7 "_s + page->document().lineEnding());
}

void StatusLine::followProblems() {
    const auto& problems = m_values.analysis.current()->problems;
    m_problems->setVisible(!problems.empty());
    m_problems->setText(project::problemCounts(problems));
    const project::Problem* worst = project::worstProblem(problems);
    m_problems->setToolTip(worst ? tr("Line %1: %2").arg(worst->line).arg(worst->message) : QString());
}

void StatusLine::followContext() {
    const auto context = m_values.analysis.current()->context;
    m_context->setVisible(context.has_value());
    if (!context)
        return;
    const QString files = tr("%n files", nullptr, static_cast<int>(std::min<quint64>(context->files, INT_MAX)));
    m_context->setText(tr("Context %1 \u00b7 %2").arg(files, units::bytes(context->bytes)));
    m_context->setToolTip(tr("What a build finds in this folder, without what .dockerignore leaves out: %1")
                              .arg(units::bytesExact(context->bytes)));
}

}  // namespace slipway::window
