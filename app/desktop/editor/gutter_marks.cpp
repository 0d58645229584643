#include "editor/gutter_marks.h"

#include "editor/code_document.h"
#include "editor/forecast_notes.h"
#include "editor/gutter_bar.h"
#include "editor/squiggles.h"
#include "editor/step_hints.h"
#include "project/analysis.h"
#include "project/builds.h"
#include "project/selection.h"
#include "project/step_state.h"
#include "theme/theme.h"

#include <KTextEditor/Document>
#include <KTextEditor/View>

namespace slipway::editor {
namespace {

constexpr int kStates = static_cast<int>(theme::State::Canceled) + 1;
// Types 1 to 7 tint their line, 8 is left alone and 32 is the search's.
constexpr uint markOf(theme::State state) { return 1U << (8 + static_cast<uint>(state)); }
constexpr uint kAllMarks = ((1U << kStates) - 1U) << 8;

}  // namespace

GutterMarks::GutterMarks(CodeDocument& document, KTextEditor::View& view, const Sources& sources)
    : m_document(document),
      m_view(view),
      m_sources(sources),
      m_notes(std::make_unique<ForecastNotes>(view, sources.theme)),
      m_bar(std::make_unique<GutterBar>(view, sources.theme)),
      m_squiggles(std::make_unique<Squiggles>(document.component(), sources.theme)),
      m_hints(std::make_unique<StepHints>(document, view, sources)) {
    setIcons();
    connect(&sources.theme, &theme::Theme::changed, this, [this] {
        setIcons();
        m_squiggles->recolor();
        refresh();
    });
    connect(&sources.analysis, &project::Analysis::changed, this, &GutterMarks::refresh);
    connect(&sources.builds, &project::Builds::changed, this, &GutterMarks::refresh);
    connect(&document, &CodeDocument::pathChanged, this, &GutterMarks::refresh);
    KTextEditor::Document* component = &document.component();
    connect(component, &KTextEditor::Document::markClicked, this,
            [this](KTextEditor::Document*, KTextEditor::Mark mark, bool& handled) {
                handled = true;
                m_view.setCursorPosition({mark.line, 0});
            });
    connect(component, &KTextEditor::Document::markToolTipRequested, this,
            [this](KTextEditor::Document*, KTextEditor::Mark mark, QPoint position, bool& handled) {
                handled = true;
                m_hints->showAtMark(mark.line, position);
            });
    refresh();
}

GutterMarks::~GutterMarks() = default;

void GutterMarks::setIcons() {
    for (int i = 1; i < kStates; ++i) {
        const auto state = static_cast<theme::State>(i);
        const auto type = static_cast<KTextEditor::Document::MarkTypes>(markOf(state));
        m_document.component().setMarkIcon(type, theme::stateIcon(state, m_sources.theme));
        m_document.component().setMarkDescription(type, theme::stateName(state));
    }
}

void GutterMarks::clear() {
    m_notes->set({});
    m_bar->set({});
    m_squiggles->set({});
    QList<std::pair<int, uint>> marks;
    for (const KTextEditor::Mark* mark : m_document.component().marks())
        marks.append({mark->line, mark->type & kAllMarks});
    for (const auto& [line, type] : marks)
        m_document.component().removeMark(line, type);
    m_shown = false;
}

void GutterMarks::refresh() {
    const auto snapshot = m_sources.analysis.current();
    if (!snapshot->tree || snapshot->path != m_document.path()) {
        if (m_shown)
            clear();
        return;
    }
    // A snapshot of an older text would put its words on the wrong lines: the next one is on its way.
    if (snapshot->revision != 0 && snapshot->revision != m_document.revision())
        return;
    m_shown = true;
    m_squiggles->set(snapshot->problems);
    const project::BuildRunPtr run = m_sources.builds.shown();
    std::map<int, LineState> lines;
    if (snapshot->plan) {
        for (const plan::Step& step : snapshot->plan->steps) {
            const int line = static_cast<int>(step.line) - 1;
            const auto [place, added] = lines.try_emplace(line);
            if (!added)
                continue;  // ONBUILD's steps share their FROM's line
            place->second = {.state = project::stateOf(*snapshot, step.index, run.get()),
                             .lastLine = static_cast<int>(step.endLine) - 1,
                             .words = project::forecastWords(*snapshot, step.index)};
        }
    }
    KTextEditor::Document& component = m_document.component();
    std::map<int, uint> wanted;
    for (const auto& [line, state] : lines) {
        if (state.state != theme::State::None)
            wanted.emplace(line, markOf(state.state));
    }
    QList<std::pair<int, uint>> stale;
    for (const KTextEditor::Mark* mark : component.marks()) {
        const auto want = wanted.find(mark->line);
        const uint keep = want == wanted.end() ? 0 : want->second;
        if (const uint away = mark->type & kAllMarks & ~keep)
            stale.append({mark->line, away});
    }
    for (const auto& [line, type] : stale)
        component.removeMark(line, type);
    for (const auto& [line, type] : wanted) {
        if (!(component.mark(line) & type))
            component.addMark(line, type);
    }
    m_bar->set(lines);
    m_notes->set(std::move(lines));
}

}  // namespace slipway::editor
