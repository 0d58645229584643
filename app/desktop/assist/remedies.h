// A lightbulb where something can be done about a problem, and the list of what that is.
#pragma once

#include "assist/question.h"
#include "assist/remedy_popup.h"
#include "project/remedies.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

namespace KTextEditor {
class View;
}
namespace slipway::theme {
class Theme;
}

namespace slipway::assist {

class RemedyBulb;

/// Of one view; GUI thread. It looks at the cursor's line after a moment's rest, in the background.
class Remedies : public QObject {
    Q_OBJECT
public:
    using List = std::vector<project::Remedy>;

    Remedies(KTextEditor::View& view, Asker& asker, const project::Project& project, const theme::Theme& theme);
    ~Remedies() override;

    /// Opens the list for the cursor's line, or for another one (counted from 1) and one rule's problems there.
    void show();
    void show(int line, const QString& rule);
    /// The same for what mends all of a rule's problems in the file, or all that can be mended where it is empty.
    void showAll(const QString& rule);
    /// Calls `then` with what can be done about the rule's problems on the line (all, where it is empty), unless the
    /// text is another one by then.
    void find(int line, const QString& rule, const std::function<void(const List&)>& then);
    /// Does what a remedy says: in the text, as one step that can be undone; of another file it emits fileChangeWanted.
    void apply(const project::Remedy& remedy);

    [[nodiscard]] const RemedyBulb& bulb() const { return *m_bulb; }
    /// Null while none is open.
    [[nodiscard]] RemedyPopup* popup() const { return m_popup; }

Q_SIGNALS:
    void fileChangeWanted(const slipway::project::Remedy& remedy);

private:
    void findInIgnoreFile(int line, const QString& rule, const std::function<void(const List&)>& then);
    void look();
    void showBulb(int line, qint64 turn, bool mends);
    void place();
    void open(int line, const List& remedies, const QString& otherwise);
    void askForEffect(const project::Remedy& remedy);
    [[nodiscard]] int currentLine() const;        ///< of the text, counted from 1
    [[nodiscard]] int shownLine(int line) const;  ///< of the view, counted from 0
    [[nodiscard]] bool canWrite() const;

    KTextEditor::View& m_view;
    Asker& m_asker;
    const project::Project& m_project;
    const theme::Theme& m_theme;
    RemedyBulb* m_bulb;
    QPointer<RemedyPopup> m_popup;
    QTimer m_rest;
    int m_line = 0;  ///< that the bulb is about, from 1; 0 where there is none
    qint64 m_turn = 0;
};

}  // namespace slipway::assist
