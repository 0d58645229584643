// What Slipway knows of a Dockerfile, drawn into one view: the coloured bar, notes at the line's end, the overview at
// the right, cards.
#pragma once

#include "editor/document_page.h"

#include <QObject>

#include <memory>

namespace slipway::editor {

class ForecastNotes;
class GutterBar;
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

private:
    void refresh();
    void clear();

    CodeDocument& m_document;
    KTextEditor::View& m_view;
    OverviewRuler& m_ruler;
    Sources m_sources;
    std::unique_ptr<ForecastNotes> m_notes;
    std::unique_ptr<GutterBar> m_bar;
    std::unique_ptr<StepHints> m_hints;
    bool m_shown = false;
};

}  // namespace slipway::editor
