// The list of what can be done about a line's problems, with a preview of the one that is chosen.
#pragma once

#include "project/remedies.h"
#include "theme/card.h"

class QLabel;
class QListWidget;

namespace KTextEditor {
class View;
}

namespace slipway::assist {

class DiffView;

/// Enter does what is chosen, Escape does nothing, and any key but those that choose goes to the editor behind it.
/// Deletes itself when it closes. GUI thread.
class RemedyPopup : public theme::Card {
    Q_OBJECT
public:
    RemedyPopup(std::vector<project::Remedy> remedies, const theme::Theme& theme, KTextEditor::View& view);
    /// Beside `about`, in global coordinates.
    void open(const QRect& about);
    [[nodiscard]] const project::Remedy& chosen() const;
    void choose(int row);
    [[nodiscard]] int count() const;
    /// What the one with that title does to the next build.
    void setEffect(const QString& title, const QString& words);
    [[nodiscard]] QString effect() const;

Q_SIGNALS:
    void picked(const slipway::project::Remedy& remedy);
    /// Another one is shown: whoever knows what it costs may say so.
    void chosenChanged(const slipway::project::Remedy& remedy);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showChosen();
    void pick();

    std::vector<project::Remedy> m_remedies;
    KTextEditor::View& m_view;
    QListWidget* m_list;
    DiffView* m_diff;
    QLabel* m_effect;
};

}  // namespace slipway::assist
