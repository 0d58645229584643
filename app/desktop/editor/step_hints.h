// What the pointer rests on in a Dockerfile, asked for by the editor component.
#pragma once

#include "editor/document_page.h"

#include <KTextEditor/TextHintInterface>

#include <QObject>

namespace slipway::assist {
class Asker;
class Remedies;
}  // namespace slipway::assist
namespace slipway::project {
struct Problem;
}

namespace slipway::editor {

class HoverCard;

/// GUI thread; the view outlives it. Says nothing while the analysis is about another text.
class StepHints : public KTextEditor::TextHintProvider {
public:
    StepHints(const CodeDocument& document, KTextEditor::View& view, assist::Asker& asker, const Sources& sources);
    ~StepHints() override;
    StepHints(const StepHints&) = delete;
    StepHints& operator=(const StepHints&) = delete;

    /// Always empty: the component's own tooltip stays away, a card comes.
    QString textHint(KTextEditor::View* view, const KTextEditor::Cursor& position) override;
    /// The card of the step on a line (counted from 0), at a mark of the gutter.
    void showAtMark(int line, QPoint global);
    /// The card of what stands at the cursor: what the pointer would bring there.
    void showAtCursor();

    /// Who knows what can be done about a problem; null for nobody.
    void offerFrom(assist::Remedies* remedies) { m_remedies = remedies; }

private:
    /// What the state and the problems at a place say, at once; the rectangle it is about, empty where they say
    /// nothing.
    QRect showKnown(const KTextEditor::Cursor& position, const QRect& row);
    /// What the language says of it, a moment later.
    void askFor(const KTextEditor::Cursor& position, const QRect& row, const QRect& shown,
                const QString& otherwise = {});
    [[nodiscard]] QRect rowOf(const KTextEditor::Cursor& position) const;
    [[nodiscard]] QRect rectAt(const KTextEditor::Cursor& position, const QRect& row) const;
    void offer(const project::Problem& problem, int line, const QRect& about);
    [[nodiscard]] bool current() const;
    /// At a line of the view, counted from 0; -1: none.
    [[nodiscard]] int stepAt(int line) const;
    [[nodiscard]] HoverCard& card();

    const CodeDocument& m_document;
    KTextEditor::View& m_view;
    assist::Asker& m_asker;
    Sources m_sources;
    assist::Remedies* m_remedies = nullptr;
    HoverCard* m_card = nullptr;  // made when first needed
    QObject m_listener;           // what is answered after it ended is dropped
    qint64 m_turn = 0;            // of the places that the pointer rested on; a move ends one
};

}  // namespace slipway::editor
