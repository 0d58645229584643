#include "editor/step_hints.h"

#include "assist/remedies.h"
#include "editor/code_document.h"
#include "editor/hover_card.h"
#include "project/analysis.h"
#include "project/builds.h"
#include "project/problems.h"

#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <algorithm>

namespace slipway::editor {
namespace {

/// At most three: a card is no list.
std::vector<project::Problem> problemsAt(const std::vector<project::Problem>& all,
                                         const KTextEditor::Cursor& position) {
    constexpr std::size_t kMost = 3;
    std::vector<project::Problem> found;
    for (const project::Problem& problem : all) {
        const KTextEditor::Range range(problem.line - 1, problem.column - 1, problem.endLine - 1,
                                       problem.endColumn - 1);
        if (found.size() < kMost && (range.contains(position) || range.start() == position))
            found.push_back(problem);
    }
    return found;
}

}  // namespace

StepHints::StepHints(const CodeDocument& document, KTextEditor::View& view, const Sources& sources)
    : m_document(document), m_view(view), m_sources(sources) {
    view.registerTextHintProvider(this);
}

StepHints::~StepHints() { m_view.unregisterTextHintProvider(this); }

bool StepHints::current() const {
    const auto snapshot = m_sources.analysis.current();
    return snapshot->plan && snapshot->path == m_document.path() &&
           (snapshot->revision == 0 || snapshot->revision == m_document.revision());
}

HoverCard& StepHints::card() {
    if (!m_card)
        m_card = new HoverCard(m_sources.theme, &m_view);
    return *m_card;
}

QString StepHints::textHint(KTextEditor::View*, const KTextEditor::Cursor& position) {
    const auto snapshot = m_sources.analysis.current();
    const bool isDockerfile = snapshot->path == m_document.path();
    if ((isDockerfile && !current()) || !position.isValid())
        return {};
    const int line = position.line();
    const int height = m_view.cursorToCoordinate({line + 1, 0}).y() - m_view.cursorToCoordinate({line, 0}).y();
    const QPoint at = m_view.mapToGlobal(m_view.cursorToCoordinate(position));
    const QRect row(m_view.mapToGlobal(QPoint(0, 0)).x(), at.y(), m_view.width(), height > 0 ? height : 24);
    const QString text = m_document.component().line(line);
    if (const QString name = project::variableTouched(text, position.column()); isDockerfile && !name.isEmpty()) {
        if (const auto value = project::variableAt(*snapshot, line + 1, name)) {
            card().show(name, *value, QRect(at.x(), row.y(), 60, row.height()));
            return {};
        }
    }
    if (const auto problems = problemsAt(project::problemsIn(*snapshot, m_document.path()), position);
        !problems.empty()) {
        const project::Problem& first = problems.front();
        const int begin = first.line - 1 == line ? first.column - 1 : 0;
        const QPoint left = m_view.mapToGlobal(m_view.cursorToCoordinate({line, begin}));
        const QRect about(left.x(), row.y(), std::max(at.x() - left.x() + 20, 60), row.height());
        card().show(problems, about);
        offer(first, line + 1, about);
        return {};
    }
    const int step = isDockerfile ? snapshot->stepAt(static_cast<std::uint32_t>(line + 1)) : -1;
    if (step < 0)
        return {};
    const auto what = project::stepCard(*snapshot, step, m_sources.builds.shown().get());
    card().show(what, QRect(at.x(), row.y(), row.right() - at.x(), row.height()).united({at.x() - 60, row.y(), 60, 1}));
    return {};
}

// Mending, silencing, and the way to the rest: a card has three actions at most.
void StepHints::offer(const project::Problem& problem, int line, const QRect& about) {
    if (!m_remedies || problem.rule.isEmpty())
        return;
    m_remedies->find(line, problem.rule, [this, line, rule = problem.rule, about](const assist::Remedies::List& all) {
        std::vector<HoverCard::Action> actions;
        for (const auto kind : {project::Remedy::Kind::Mend, project::Remedy::Kind::IgnoreHere}) {
            const auto found = std::ranges::find(all, kind, &project::Remedy::kind);
            if (found != all.end())
                actions.push_back({found->title, [this, remedy = *found] { m_remedies->apply(remedy); }});
        }
        if (all.size() > actions.size())
            actions.push_back({HoverCard::tr("More\u2026"), [this, line, rule] { m_remedies->show(line, rule); }});
        card().offer(actions, about);
    });
}

void StepHints::showAtMark(int line, QPoint global) {
    if (!current())
        return;
    const auto snapshot = m_sources.analysis.current();
    const int step = snapshot->stepAt(static_cast<std::uint32_t>(line + 1));
    if (step >= 0)
        card().show(project::stepCard(*snapshot, step, m_sources.builds.shown().get()),
                    QRect(global - QPoint(12, 12), QSize(24, 24)));
}

}  // namespace slipway::editor
