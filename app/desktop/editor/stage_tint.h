// The lines of the stage that the cursor stands in, tinted where a file has several.
#pragma once

#include "editor/document_page.h"

#include <QObject>

namespace slipway::editor {

/// GUI thread; owned by its page.
class StageTint : public QObject {
    Q_OBJECT
public:
    StageTint(CodeDocument& document, const Sources& sources);
    /// The view whose cursor counts.
    void follow(KTextEditor::View& view);

private:
    void refresh();
    void set(int first, int last);

    CodeDocument& m_document;
    Sources m_sources;
    KTextEditor::View* m_view = nullptr;
};

}  // namespace slipway::editor
