// What the pointer rests on in a Dockerfile, asked for by the editor component.
#pragma once

#include "editor/document_page.h"

#include <KTextEditor/TextHintInterface>

namespace slipway::assist {
class Remedies;
}
namespace slipway::project {
struct Problem;
}

namespace slipway::editor {

class HoverCard;

/// GUI thread; the view outlives it. Says nothing while the analysis is about another text.
class StepHints : public KTextEditor::TextHintProvider {
public:
    StepHints(const CodeDocument& document, KTextEditor::View& view, const Sources& sources);
    ~StepHints() override;
    StepHints(const StepHints&) = delete;
    StepHints& operator=(const StepHints&) = delete;

    /// Always empty: the component's own tooltip stays away, a card comes.
    QString textHint(KTextEditor::View* view, const KTextEditor::Cursor& position) override;
    /// The card of the step on a line (counted from 0), at a mark of the gutter.
    void showAtMark(int line, QPoint global);

    /// Who knows what can be done about a problem; null for nobody.
    void offerFrom(assist::Remedies* remedies) { m_remedies = remedies; }

private:
    void offer(const project::Problem& problem, int line, const QRect& about);
    [[nodiscard]] bool current() const;
    [[nodiscard]] HoverCard& card();

    const CodeDocument& m_document;
    KTextEditor::View& m_view;
    Sources m_sources;
    assist::Remedies* m_remedies = nullptr;
    HoverCard* m_card = nullptr;  // made when first needed
};

}  // namespace slipway::editor
