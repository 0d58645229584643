// What folds in a Dockerfile, by its tree: stages, instructions of several lines, here-documents, runs of comments.
#pragma once

#include "editor/document_page.h"

#include <QJsonArray>
#include <QObject>

namespace slipway::editor {

/// Of one view. GUI thread; owned by its pane, the view outlives it.
///
/// The component takes folds only from its highlighting, and there the end of a stage would hide the next FROM; but a
/// session that is restored brings its folds along, so they come as a session.
class Folding : public QObject {
    Q_OBJECT
public:
    Folding(CodeDocument& document, KTextEditor::View& view, assist::Asker& asker, const Sources& sources);

    /// First and last line (counted from 0) of what can be folded now.
    [[nodiscard]] QList<std::pair<int, int>> folds() const;

private:
    void refresh();
    void take(const QList<std::pair<int, int>>& wanted);
    [[nodiscard]] QJsonArray known() const;

    CodeDocument& m_document;
    KTextEditor::View& m_view;
    assist::Asker& m_asker;
    Sources m_sources;
};

}  // namespace slipway::editor
