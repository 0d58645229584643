// One view of a document, with all that is drawn into it and comes up over it.
#pragma once

#include "editor/document_page.h"

#include <QWidget>

#include <memory>

namespace slipway::assist {
class Asker;
class CompletionPopup;
class LinkFollower;
class Navigator;
class Remedies;
class ReturnFormat;
class SelectionSteps;
}  // namespace slipway::assist

namespace slipway::editor {

class Folding;
class OverviewRuler;

/// GUI thread; owned by its page, which has two where it is split.
class Pane : public QWidget {
    Q_OBJECT
public:
    Pane(CodeDocument& document, assist::Asker& asker, const Sources& sources, QWidget* parent);
    ~Pane() override;

    [[nodiscard]] KTextEditor::View& view() const { return *m_view; }
    [[nodiscard]] CodeDocument& document() const { return m_document; }
    [[nodiscard]] assist::Asker& asker() const { return m_asker; }
    [[nodiscard]] assist::CompletionPopup& completion() const { return *m_completion; }
    [[nodiscard]] assist::LinkFollower& links() const { return *m_links; }
    [[nodiscard]] assist::Navigator& navigator() const { return *m_navigator; }
    [[nodiscard]] assist::Remedies& remedies() const { return *m_remedies; }
    [[nodiscard]] assist::ReturnFormat& returnFormat() const { return *m_returnFormat; }
    [[nodiscard]] assist::SelectionSteps& selectionSteps() const { return *m_selectionSteps; }
    [[nodiscard]] Folding& folding() const { return *m_folding; }
    [[nodiscard]] GutterMarks& marks() const { return *m_marks; }
    [[nodiscard]] OverviewRuler& ruler() const { return *m_ruler; }

private:
    CodeDocument& m_document;
    assist::Asker& m_asker;
    KTextEditor::View* m_view;
    OverviewRuler* m_ruler;
    std::unique_ptr<GutterMarks> m_marks;
    std::unique_ptr<assist::CompletionPopup> m_completion;
    std::unique_ptr<assist::Navigator> m_navigator;
    std::unique_ptr<assist::LinkFollower> m_links;
    std::unique_ptr<assist::Remedies> m_remedies;
    std::unique_ptr<assist::ReturnFormat> m_returnFormat;
    std::unique_ptr<assist::SelectionSteps> m_selectionSteps;
    std::unique_ptr<Folding> m_folding;
};

}  // namespace slipway::editor
