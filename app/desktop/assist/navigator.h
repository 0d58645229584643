// From a name to where it is defined and used, and to another name.
#pragma once

#include "assist/lead.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace KTextEditor {
class MovingRange;
class View;
}  // namespace KTextEditor
namespace slipway::theme {
class Theme;
}

namespace slipway::assist {

/// Of one view. GUI thread; owned by the page, the view outlives it.
class Navigator : public QObject {
    Q_OBJECT
public:
    Navigator(KTextEditor::View& view, Asker& asker, const theme::Theme& theme);
    ~Navigator() override;

    /// The cursor goes there; a file of the context is asked for. Of several definitions they are listed.
    void goToDefinition();
    /// Goes where something leads: the same, and the browser shows a page.
    void follow(const Lead& lead);
    void listReferences();
    /// Asks for the new name in place; one undoable change.
    void rename();
    /// How often the name under the cursor is marked just now.
    [[nodiscard]] std::size_t markedCount() const { return m_marks.size(); }

Q_SIGNALS:
    void fileWanted(const QString& path);
    /// The cursor goes elsewhere in a moment.
    void leaving();
    /// Why nothing came of it.
    void said(const QString& sentence);

private:
    void list(const QString& title, const std::vector<NamedPlace>& places);
    void mark(const std::vector<NamedPlace>& places);
    void markName();
    void go(KTextEditor::Cursor to);
    [[nodiscard]] QRect rowAt(KTextEditor::Cursor at) const;

    KTextEditor::View& m_view;
    Asker& m_asker;
    const theme::Theme& m_theme;
    QTimer m_pause;
    std::vector<NamedPlace> m_marked;
    std::vector<std::unique_ptr<KTextEditor::MovingRange>> m_marks;
};

}  // namespace slipway::assist
