// Ctrl and the pointer: what leads somewhere is underlined, and a click goes there.
#pragma once

#include "assist/lead.h"

#include <QObject>
#include <QPointer>

#include <memory>

namespace KTextEditor {
class MovingRange;
class View;
}  // namespace KTextEditor
namespace slipway::theme {
class Theme;
}

namespace slipway::assist {

class Navigator;

/// Of one view. GUI thread; owned by its pane; view, asker and navigator outlive it. A place that defines a name leads
/// nowhere.
class LinkFollower : public QObject {
    Q_OBJECT
public:
    LinkFollower(KTextEditor::View& view, Asker& asker, Navigator& navigator, const theme::Theme& theme);
    ~LinkFollower() override;
    /// What is underlined just now; invalid for nothing.
    [[nodiscard]] KTextEditor::Range shown() const { return m_lead.about; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] KTextEditor::Cursor placeAt(QPointF global) const;
    void lookAt(QPointF global);
    void show(const Lead& lead);
    void clear();
    [[nodiscard]] bool press(QPointF global);

    KTextEditor::View& m_view;
    Asker& m_asker;
    Navigator& m_navigator;
    const theme::Theme& m_theme;
    QPointer<QWidget> m_surface;  ///< what gets the view's keys and its mouse
    Lead m_lead;
    std::unique_ptr<KTextEditor::MovingRange> m_line;
    qint64 m_turn = 0;
    bool m_pressed = false;
};

}  // namespace slipway::assist
