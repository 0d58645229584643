// Return indents the line below an instruction that goes on, and none that begins one; where that is wanted it brings
// the one that it ended into the usual style.
#pragma once

#include "assist/question.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace KTextEditor {
class View;
}

namespace slipway::assist {

/// Of one view. GUI thread; owned by its pane, the view outlives it. A change of its own, which one undo takes back.
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
    /// `lines` there were before, and the whole line that was pushed down, if one was.
    void afterReturn(int lines, const std::optional<QString>& pushed);

    KTextEditor::View& m_view;
    Asker& m_asker;
    QPointer<QObject> m_keys;  ///< what gets the view's keys
    bool m_formats = false;
};

}  // namespace slipway::assist
