#include "editor/overview_ruler.h"

#include "project/problems.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <algorithm>

namespace slipway::editor {
namespace {

constexpr int kWidth = 12, kBar = 3, kTick = 3, kNear = 4;

theme::Role roleOf(project::Grade grade) {
    return grade == project::Grade::Error     ? theme::Role::Failed
           : grade == project::Grade::Warning ? theme::Role::Rebuild
                                              : theme::Role::Faint;
}

}  // namespace

OverviewRuler::OverviewRuler(KTextEditor::View& view, const theme::Theme& theme, QWidget* parent)
    : QWidget(parent), m_view(view), m_theme(theme) {
    setFixedWidth(kWidth);
    setAttribute(Qt::WA_OpaquePaintEvent);
    const auto repaint = qOverload<>(&QWidget::update);
    connect(&view, &KTextEditor::View::cursorPositionChanged, this, repaint);
    connect(&view, &KTextEditor::View::displayRangeChanged, this, repaint);
    connect(&theme, &theme::Theme::changed, this, repaint);
}

void OverviewRuler::set(const std::map<int, LineState>& lines, const std::vector<project::Problem>& problems) {
    if (lines == m_lines && problems == m_problems)
        return;
    m_lines = lines;
    m_problems = problems;
    update();
}

// A text that is shorter than the view keeps its marks beside its lines.
int OverviewRuler::lineCount() const {
    const int shown = std::max(height() / std::max(m_view.fontMetrics().height() * 13 / 10, 1), 1);
    return std::max(m_view.document()->lines(), shown);
}

int OverviewRuler::yOf(int line) const { return static_cast<int>(static_cast<qint64>(line) * height() / lineCount()); }

int OverviewRuler::lineAt(int y) const {
    const auto line = static_cast<qint64>(y) * lineCount() / std::max(height(), 1);
    return static_cast<int>(std::clamp<qint64>(line, 0, m_view.document()->lines() - 1));
}

const project::Problem* OverviewRuler::problemAt(int y) const {
    const project::Problem* found = nullptr;
    for (const project::Problem& problem : m_problems) {
        const int at = yOf(problem.line - 1);
        if (y >= at - kNear && y <= at + kTick + kNear && (!found || problem.severity < found->severity))
            found = &problem;
    }
    return found;
}

void OverviewRuler::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(theme::Role::Panel));
    painter.fillRect(0, 0, 1, height(), m_theme.color(theme::Role::Hairline));
    for (const auto& [line, state] : m_lines) {
        if (state.state == theme::State::None || state.state == theme::State::Unknown ||
            state.state == theme::State::Waiting)
            continue;
        QColor color = m_theme.color(barRole(state.state));
        color.setAlphaF(state.state == theme::State::Follows ? 0.35F : 0.7F);
        const int top = yOf(line);
        painter.fillRect(2, top, kBar, std::max(yOf(state.lastLine + 1) - top - 1, 1), color);
    }
    // The gravest last, so that none hides it.
    for (const project::Grade grade : {project::Grade::Hint, project::Grade::Warning, project::Grade::Error}) {
        for (const project::Problem& problem : m_problems) {
            if (project::gradeOf(problem) == grade)
                painter.fillRect(2 + kBar + 1, yOf(problem.line - 1), kWidth - kBar - 4, kTick,
                                 m_theme.color(roleOf(grade)));
        }
    }
    painter.fillRect(1, yOf(m_view.cursorPosition().line()), kWidth - 1, 1, m_theme.color(theme::Role::Secondary));
}

void OverviewRuler::mousePressEvent(QMouseEvent* event) {
    const int y = static_cast<int>(event->position().y());
    const project::Problem* problem = problemAt(y);
    m_view.setCursorPosition(problem ? KTextEditor::Cursor(problem->line - 1, problem->column - 1)
                                     : KTextEditor::Cursor(lineAt(y), 0));
    m_view.setFocus();
}

bool OverviewRuler::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    if (const project::Problem* problem = problemAt(help->pos().y()))
        QToolTip::showText(help->globalPos(), tr("Line %1: %2").arg(problem->line).arg(problem->message), this);
    else
        QToolTip::hideText();
    return true;
}

}  // namespace slipway::editor
