#include "editor/step_hints.h"

#include "assist/question.h"
#include "assist/remedies.h"
#include "editor/code_document.h"
#include "editor/hover_card.h"
#include "language/hover.h"
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

struct Told {
    QString markdown;
    KTextEditor::Range about = KTextEditor::Range::invalid();
};

/// Without the findings: the card has them already.
Told toldOf(const assist::Ground& ground) {
    const auto found = language::hover(ground.plan(), ground.around, {}, ground.offset);
    return found ? Told{QString::fromStdString(found->markdown), ground.range(found->range)} : Told{};
}

}  // namespace

StepHints::StepHints(const CodeDocument& document, KTextEditor::View& view, assist::Asker& asker,
                     const Sources& sources)
    : m_document(document), m_view(view), m_asker(asker), m_sources(sources) {
    view.registerTextHintProvider(this);
    QObject::connect(&view, &KTextEditor::View::mousePositionChanged, &m_listener, [this] { ++m_turn; });
}

StepHints::~StepHints() { m_view.unregisterTextHintProvider(this); }

bool StepHints::current() const {
    const auto snapshot = m_sources.analysis.current();
    return snapshot->plan && snapshot->path == m_document.path() &&
           (snapshot->revision == 0 || snapshot->revision == m_document.revision());
}

int StepHints::stepAt(int line) const {
    return m_sources.analysis.current()->stepAt(static_cast<std::uint32_t>(m_document.viewLines().inText(line + 1)));
}

HoverCard& StepHints::card() {
    if (!m_card)
        m_card = new HoverCard(m_sources.theme, &m_view);
    return *m_card;
}

QString StepHints::textHint(KTextEditor::View*, const KTextEditor::Cursor& position) {
    const bool isDockerfile = m_sources.analysis.current()->path == m_document.path();
    if ((isDockerfile && !current()) || !position.isValid())
        return {};
    const QRect row = rowOf(position);
    const QRect shown = showKnown(position, row);
    if (isDockerfile && position.column() <= m_document.component().lineLength(position.line()))
        askFor(position, row, shown);
    return {};
}

QRect StepHints::rowOf(const KTextEditor::Cursor& position) const {
    const int line = position.line();
    const int height = m_view.cursorToCoordinate({line + 1, 0}).y() - m_view.cursorToCoordinate({line, 0}).y();
    const QPoint at = m_view.mapToGlobal(m_view.cursorToCoordinate(position));
    return {m_view.mapToGlobal(QPoint(0, 0)).x(), at.y(), m_view.width(), height > 0 ? height : 24};
}

QRect StepHints::rectAt(const KTextEditor::Cursor& position, const QRect& row) const {
    constexpr int kWide = 60;
    return {m_view.mapToGlobal(m_view.cursorToCoordinate(position)).x(), row.top(), kWide, row.height()};
}

void StepHints::showAtCursor() {
    const KTextEditor::Cursor position = m_view.cursorPosition();
    // A cursor that is scrolled away has no place for a card.
    if (m_view.cursorToCoordinate(position).y() < 0)
        m_view.setScrollPosition({std::max(position.line() - 3, 0), 0});
    const QRect row = rowOf(position);
    const bool isOld = m_sources.analysis.current()->path == m_document.path() && !current();
    const QRect shown = isOld ? QRect() : showKnown(position, row);
    const QString nothing = HoverCard::tr("Nothing is known of what stands here.");
    if (m_asker.canAsk())
        askFor(position, row, shown, nothing);
    else if (shown.isEmpty())
        card().tell(nothing, rectAt(position, row), {});
}

QRect StepHints::showKnown(const KTextEditor::Cursor& position, const QRect& row) {
    const auto snapshot = m_sources.analysis.current();
    const int line = position.line();
    const int at = m_view.mapToGlobal(m_view.cursorToCoordinate(position)).x();
    if (const auto problems =
            problemsAt(m_document.viewLines().shown(project::problemsIn(*snapshot, m_document.path())), position);
        !problems.empty()) {
        const project::Problem& first = problems.front();
        const int begin = first.line - 1 == line ? first.column - 1 : 0;
        const int left = m_view.mapToGlobal(m_view.cursorToCoordinate({line, begin})).x();
        const QRect about(left, row.y(), std::max(at - left + 20, 60), row.height());
        card().show(problems, about);
        offer(first, m_document.viewLines().inText(line + 1), about);
        return about;
    }
    const bool isDockerfile = snapshot->path == m_document.path();
    const int step = isDockerfile ? stepAt(line) : -1;
    if (step < 0)
        return {};
    const QRect about(at - 60, row.y(), row.right() - at + 60, row.height());
    card().show(project::stepCard(*snapshot, step, m_sources.builds.shown().get()), about);
    return about;
}

void StepHints::askFor(const KTextEditor::Cursor& position, const QRect& row, const QRect& shown,
                       const QString& otherwise) {
    const auto tell = [this, position, row, shown, otherwise, turn = ++m_turn](const Told& told) {
        if (turn != m_turn)
            return;
        if (told.markdown.isEmpty()) {
            if (shown.isEmpty() && !otherwise.isEmpty())
                card().tell(otherwise, rectAt(position, row), {});
            return;
        }
        const int line = position.line();
        const auto xOf = [&](KTextEditor::Cursor at) { return m_view.mapToGlobal(m_view.cursorToCoordinate(at)).x(); };
        const int left = told.about.start().line() == line ? xOf(told.about.start()) : row.left();
        const int right = told.about.end().line() == line ? xOf(told.about.end()) : row.right();
        card().tell(told.markdown, {left, row.top(), right - left, row.height()}, shown);
    };
    m_asker.ask(&m_listener, position, toldOf, tell);
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
    const int step = stepAt(line);
    if (step >= 0)
        card().show(project::stepCard(*snapshot, step, m_sources.builds.shown().get()),
                    QRect(global - QPoint(12, 12), QSize(24, 24)));
}

}  // namespace slipway::editor
