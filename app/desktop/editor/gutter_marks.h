// What Slipway knows of a Dockerfile, drawn into one view: the coloured bar, notes at the line's end, the overview at
// the right, cards.
#pragma once

#include "editor/document_page.h"

#include <QObject>

#include <memory>

namespace slipway::plan {
struct BuildPlan;
}

namespace slipway::editor {

class GutterBar;
class LineNotes;
class OverviewRuler;
class StepHints;

/// GUI thread; owned by its pane. Does nothing while the analysis is about another file.
class GutterMarks : public QObject {
    Q_OBJECT
public:
    GutterMarks(CodeDocument& document, KTextEditor::View& view, OverviewRuler& ruler, assist::Asker& asker,
                const Sources& sources);
    ~GutterMarks() override;

    [[nodiscard]] StepHints& hints() const { return *m_hints; }
    [[nodiscard]] LineNotes& notes() const { return *m_notes; }
    /// What words stand for, behind them; off at first.
    void showHints(bool shown);

private:
    void refresh();
    void clear();
    void askForHints();

    CodeDocument& m_document;
    KTextEditor::View& m_view;
    OverviewRuler& m_ruler;
    assist::Asker& m_asker;
    Sources m_sources;
    std::unique_ptr<LineNotes> m_notes;
    std::unique_ptr<GutterBar> m_bar;
    std::unique_ptr<StepHints> m_hints;
    bool m_shown = false, m_hintsShown = false;
    std::shared_ptr<const plan::BuildPlan> m_told;  ///< whose hints are shown
};

}  // namespace slipway::editor
