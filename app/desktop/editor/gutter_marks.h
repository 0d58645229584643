// What Slipway knows of a Dockerfile, drawn into its view: state shapes, the coloured bar, notes at the line's end,
// squiggles.
#pragma once

#include "editor/document_page.h"

#include <QObject>

#include <memory>

namespace slipway::editor {

class ForecastNotes;
class GutterBar;
class Squiggles;
class StepHints;

/// GUI thread; owned by its page. Does nothing while the analysis is about another file.
class GutterMarks : public QObject {
    Q_OBJECT
public:
    GutterMarks(CodeDocument& document, KTextEditor::View& view, const Sources& sources);
    ~GutterMarks() override;

private:
    void setIcons();
    void refresh();
    void clear();

    CodeDocument& m_document;
    KTextEditor::View& m_view;
    Sources m_sources;
    std::unique_ptr<ForecastNotes> m_notes;
    std::unique_ptr<GutterBar> m_bar;
    std::unique_ptr<Squiggles> m_squiggles;
    std::unique_ptr<StepHints> m_hints;
    bool m_shown = false;
};

}  // namespace slipway::editor
