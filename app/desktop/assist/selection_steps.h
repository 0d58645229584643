// A selection that grows to what it stands in, word by instruction by stage, and back again.
#pragma once

#include "assist/question.h"

#include <QObject>

#include <vector>

namespace KTextEditor {
class View;
}

namespace slipway::assist {

/// Of one view. GUI thread; owned by its pane, the view outlives it. The cursor stays where it is.
class SelectionSteps : public QObject {
    Q_OBJECT
public:
    SelectionSteps(KTextEditor::View& view, Asker& asker);

    void grow();
    /// To what it grew from, else to the largest thing in it around the cursor.
    void shrink();

private:
    [[nodiscard]] KTextEditor::Range current() const;
    void select(KTextEditor::Range range);

    KTextEditor::View& m_view;
    Asker& m_asker;
    std::vector<KTextEditor::Range> m_smaller;  ///< what it grew from, the smallest first
    KTextEditor::Range m_now = KTextEditor::Range::invalid();
};

}  // namespace slipway::assist
