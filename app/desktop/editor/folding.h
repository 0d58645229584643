// Folding a Dockerfile by its tree: the commands, the marks' clicks, and folds that others made brought into line.
#pragma once

#include "editor/folds.h"
#include "language/symbols.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <vector>

namespace KTextEditor {
class MovingRange;
class View;
}  // namespace KTextEditor
namespace slipway::assist {
class Asker;
}
namespace slipway::project {
class Analysis;
}
namespace slipway::theme {
class Theme;
}

namespace slipway::editor {

class FoldColumn;

/// Of one view, whose document the asker asks about. GUI thread; owned by its pane, the rest outlives it. Does nothing
/// where the document isn't a Dockerfile.
class Folding : public QObject {
    Q_OBJECT
public:
    Folding(KTextEditor::View& view, assist::Asker& asker, const project::Analysis& analysis,
            const theme::Theme& theme);
    ~Folding() override;

    /// Opens what is closed at the cursor's line, else closes the smallest range that holds it.
    void toggleHere();
    /// Closes all that stand in no other.
    void closeAll();
    void closeComments();
    void openAll();
    [[nodiscard]] const FoldColumn& column() const { return *m_column; }

Q_SIGNALS:
    void said(const QString& sentence);

private:
    using Ranges = std::vector<language::FoldingRange>;
    void withRanges(std::function<void()> then);
    [[nodiscard]] bool knowsRanges() const;
    [[nodiscard]] std::vector<Fold> closed() const;
    void set(std::vector<Fold> closed);
    void toggle(int line, bool atMark);
    /// Opens what stands in the range that begins at a line, or closes each of it.
    void toggleWithin(int line);
    void close(const std::function<bool(const language::FoldingRange&)>& isMeant, const QString& sayIfNone);
    /// Brings what others closed into line with the tree.
    void look();
    void agree();
    /// Closes again what an edit elsewhere opened.
    void keep();
    void showMarks();
    void mark();
    void point(int line);
    void remember(const std::vector<Fold>& closed);
    [[nodiscard]] std::vector<Fold> remembered() const;

    KTextEditor::View& m_view;
    assist::Asker& m_asker;
    const project::Analysis& m_analysis;
    const theme::Theme& m_theme;
    std::unique_ptr<FoldColumn> m_column;
    Ranges m_ranges;                                                  ///< as the view has their lines
    qint64 m_revision = -1;                                           ///< whose ranges they are
    std::vector<std::unique_ptr<KTextEditor::MovingRange>> m_closed;  ///< as they were last seen, and with the text
    std::unique_ptr<KTextEditor::MovingRange> m_pointed;              ///< what a click would fold
    QTimer m_look, m_marks;
    int m_reading = 0;  ///< texts under way to become ranges
    bool m_isSetting = false;
};

}  // namespace slipway::editor
