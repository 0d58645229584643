#include "editor/gutter_marks.h"

#include "assist/question.h"
#include "editor/code_document.h"
#include "editor/gutter_bar.h"
#include "editor/line_notes.h"
#include "editor/overview_ruler.h"
#include "editor/step_hints.h"
#include "language/decorations.h"
#include "project/analysis.h"
#include "project/builds.h"
#include "project/problems.h"
#include "theme/theme.h"

#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <ranges>

namespace slipway::editor {
namespace {

/// More than anyone looks through: each is a place that the text has to keep as it is edited.
constexpr std::size_t kMostHints = 5000;

std::vector<Hint> hintsOf(const assist::Ground& ground) {
    std::vector<Hint> hints;
    for (const language::InlayHint& hint : language::inlayHints(ground.plan()) | std::views::take(kMostHints))
        hints.push_back({ground.range({hint.offset, hint.offset}).start(), QString::fromStdString(hint.text),
                         QString::fromStdString(hint.tooltip)});
    return hints;
}

}  // namespace

GutterMarks::GutterMarks(CodeDocument& document, KTextEditor::View& view, OverviewRuler& ruler, assist::Asker& asker,
                         const Sources& sources)
    : m_document(document),
      m_view(view),
      m_ruler(ruler),
      m_asker(asker),
      m_sources(sources),
      m_notes(std::make_unique<LineNotes>(view, sources.theme)),
      m_bar(std::make_unique<GutterBar>(view, sources.theme)),
      m_hints(std::make_unique<StepHints>(document, view, asker, sources)) {
    connect(&sources.theme, &theme::Theme::changed, this, &GutterMarks::refresh);
    connect(&sources.analysis, &project::Analysis::changed, this, &GutterMarks::refresh);
    connect(&sources.builds, &project::Builds::changed, this, &GutterMarks::refresh);
    connect(&document, &CodeDocument::pathChanged, this, &GutterMarks::refresh);
    KTextEditor::Document* component = &document.component();
    connect(component, &KTextEditor::Document::markClicked, this,
            [this](KTextEditor::Document*, KTextEditor::Mark mark, bool& handled) {
                handled = true;
                if (m_view.underMouse())
                    m_view.setCursorPosition({mark.line, 0});
            });
    connect(component, &KTextEditor::Document::markToolTipRequested, this,
            [this](KTextEditor::Document*, KTextEditor::Mark mark, QPoint position, bool& handled) {
                handled = true;
                if (m_view.rect().contains(m_view.mapFromGlobal(position)))
                    m_hints->showAtMark(mark.line, position);
            });
    refresh();
}

GutterMarks::~GutterMarks() = default;

void GutterMarks::clear() {
    m_notes->setForecast({});
    m_notes->setHints({});
    m_told.reset();
    m_bar->set({});
    m_shown = false;
}

void GutterMarks::refresh() {
    const auto snapshot = m_sources.analysis.current();
    if (!snapshot->tree || snapshot->path != m_document.path()) {
        if (m_shown)
            clear();
        m_ruler.set({}, project::problemsIn(*snapshot, m_document.path()));
        return;
    }
    // A snapshot of an older text would put its words on the wrong lines: the next one is on its way.
    if (snapshot->revision != 0 && snapshot->revision != m_document.revision())
        return;
    m_shown = true;
    std::map<int, LineState> lines = lineStates(*snapshot, m_sources.builds.shown().get(), m_document.viewLines());
    m_ruler.set(lines, m_document.viewLines().shown(snapshot->problems));
    m_bar->set(lines);
    m_notes->setForecast(lines);
    askForHints();
}

void GutterMarks::showHints(bool shown) {
    m_hintsShown = shown;
    m_told.reset();
    if (shown)
        refresh();
    else
        m_notes->setHints({});
}

// Once for each plan: forecasts and builds say nothing of it.
void GutterMarks::askForHints() {
    const auto plan = m_sources.analysis.current()->plan;
    if (!m_hintsShown || plan == m_told || !m_asker.canAsk())
        return;
    m_told = plan;
    m_asker.ask(this, {0, 0}, hintsOf, [this](const std::vector<Hint>& hints) {
        if (m_hintsShown && m_shown)
            m_notes->setHints(hints);
    });
}

}  // namespace slipway::editor
