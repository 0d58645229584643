// Return indents the line below an instruction that goes on, and none that begins one; where that is wanted it brings
// the one that it ended into the usual style.
#pragma once

#include "assist/question.h"
#include "project/text_changes.h"

#include <QObject>
#include <QPointer>

#include <KTextEditor/Document>

#include <vector>

namespace KTextEditor {
class View;
}

namespace slipway::assist {

/// What a new line asks for.
struct NewLine {
    std::vector<project::TextChange> indentation;  ///< of it
    std::vector<project::TextChange> style;        ///< of what stands above it
};

/// Of one view. GUI thread; owned by its pane, the view outlives it. The indentation is undone with the line end; what
/// it formats is a step of its own.
class ReturnFormat : public QObject {
    Q_OBJECT
public:
    ReturnFormat(KTextEditor::View& view, Asker& asker);
    ~ReturnFormat() override;
    /// Whether it formats, too; off at first.
    void setFormats(bool formats) { m_formats = formats; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using Step = KTextEditor::Document::EditingTransaction;
    void pass(QObject* watched, QEvent* event);
    void askLater();
    /// The indentation ends the step that the user undoes first.
    void take(const NewLine& answer, Step& step);

    KTextEditor::View& m_view;
    Asker& m_asker;
    QPointer<QObject> m_keys;  ///< what gets the view's keys
    bool m_formats = false;
    bool m_passing = false;  ///< the key is with the view
};

}  // namespace slipway::assist
