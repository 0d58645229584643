#include "editor/state_marks.h"

#include "editor/code_document.h"
#include "editor/line_state.h"
#include "editor/squiggles.h"
#include "project/analysis.h"
#include "project/builds.h"
#include "project/problems.h"
#include "theme/theme.h"

#include <KTextEditor/Document>

namespace slipway::editor {
namespace {

constexpr int kStates = static_cast<int>(theme::State::Canceled) + 1;
// Types 1 to 7 tint their line, 8 is left alone and 32 is the search's.
constexpr uint markOf(theme::State state) { return 1U << (8 + static_cast<uint>(state)); }
constexpr uint kAllMarks = ((1U << kStates) - 1U) << 8;

}  // namespace

StateMarks::StateMarks(CodeDocument& document, const Sources& sources)
    : m_document(document),
      m_sources(sources),
      m_squiggles(std::make_unique<Squiggles>(document.component(), sources.theme)) {
    setIcons();
    connect(&sources.theme, &theme::Theme::changed, this, [this] {
        setIcons();
        m_squiggles->recolor();
        refresh();
    });
    connect(&sources.analysis, &project::Analysis::changed, this, &StateMarks::refresh);
    connect(&sources.builds, &project::Builds::changed, this, &StateMarks::refresh);
    connect(&document, &CodeDocument::pathChanged, this, &StateMarks::refresh);
    refresh();
}

StateMarks::~StateMarks() = default;

void StateMarks::setIcons() {
    for (int i = 1; i < kStates; ++i) {
        const auto state = static_cast<theme::State>(i);
        const auto type = static_cast<KTextEditor::Document::MarkTypes>(markOf(state));
        m_document.component().setMarkIcon(type, theme::stateIcon(state, m_sources.theme));
        m_document.component().setMarkDescription(type, theme::stateName(state));
    }
}

void StateMarks::refresh() {
    const auto snapshot = m_sources.analysis.current();
    if (!snapshot->tree || snapshot->path != m_document.path()) {
        if (std::exchange(m_shown, false))
            set({});
        if (!m_document.isModified())
            m_squiggles->set(project::problemsIn(*snapshot, m_document.path()));
        else if (const auto typed = project::problemsInTyped(*snapshot, m_document.path(), m_document.text()))
            m_squiggles->set(*typed);  // else they follow the edits until what was typed is judged
        return;
    }
    // A snapshot of an older text would put its words on the wrong lines: the next one is on its way.
    if (snapshot->revision != 0 && snapshot->revision != m_document.revision())
        return;
    m_shown = true;
    m_squiggles->set(m_document.viewLines().shown(snapshot->problems));
    std::map<int, uint> wanted;
    for (const auto& [line, state] : lineStates(*snapshot, m_sources.builds.shown().get(), m_document.viewLines())) {
        if (state.state != theme::State::None)
            wanted.emplace(line, markOf(state.state));
    }
    set(wanted);
}

void StateMarks::set(const std::map<int, uint>& wanted) {
    KTextEditor::Document& component = m_document.component();
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
}

}  // namespace slipway::editor
