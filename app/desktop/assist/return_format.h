// Return indents the line below an instruction that goes on, and none that begins one; where that is wanted it brings
// the one that it ended into the usual style.
#pragma once

#include "assist/question.h"

#include <QObject>
#include <QPointer>

namespace KTextEditor {
class View;
}

namespace slipway::assist {

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
    void pass(QObject* watched, QEvent* event);
    void askLater();

    KTextEditor::View& m_view;
    Asker& m_asker;
    QPointer<QObject> m_keys;  ///< what gets the view's keys
    bool m_formats = false;
    bool m_passing = false;  ///< the key is with the view
};

}  // namespace slipway::assist
