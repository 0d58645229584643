// Where the cursor stands, above the text: file, stage, instruction; a click shows what stands beside it.
#pragma once

#include "project/analysis.h"
#include "project/document.h"
#include "project/project.h"

#include <KTextEditor/Cursor>

#include <QWidget>

#include <vector>

namespace KTextEditor {
class View;
}
namespace slipway::theme {
class Theme;
}

namespace slipway::assist {

class PlaceList;

/// One part of the path.
class Crumb;

/// GUI thread; hidden while the document is no Dockerfile that is known.
class Breadcrumbs : public QWidget {
    Q_OBJECT
public:
    Breadcrumbs(const project::Document& document, const project::Analysis& analysis, const theme::Theme& theme,
                QWidget* parent);

    /// The view whose cursor counts.
    void follow(KTextEditor::View& view);
    [[nodiscard]] QStringList words() const;
    /// The list of what stands beside the stage (0) or the instruction (1).
    PlaceList* showSiblings(int which);

Q_SIGNALS:
    /// The cursor goes to what was chosen in a moment.
    void leaving();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    [[nodiscard]] const dockerfile::StageOutline* stage() const;
    [[nodiscard]] int line() const;

    const project::Document& m_document;
    const project::Analysis& m_analysis;
    const theme::Theme& m_theme;
    KTextEditor::View* m_view = nullptr;
    Crumb* m_file;
    Crumb* m_stage;
    Crumb* m_instruction;
};

}  // namespace slipway::assist
