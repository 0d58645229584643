// A card to find something by a few letters: a line to type in, and below it what is offered.
#pragma once

#include "theme/card.h"

class QLabel;
class QLineEdit;
class QListView;

namespace slipway::theme {

/// The keys that move go to the list while one types; Return picks, Escape closes. It deletes itself then. GUI thread.
class FinderCard : public Card {
    Q_OBJECT
public:
    /// What the card is for, what is typed, and what is said where nothing is found.
    struct Words {
        QString name, hint, none;
    };
    FinderCard(const Theme& theme, const Words& words, QWidget* window);
    /// At the top of an area in global coordinates, in its middle.
    void open(const QRect& area);
    [[nodiscard]] QLineEdit& line() const { return *m_line; }

    static constexpr int kEdge = 12;  ///< beside the words of a row

protected:
    [[nodiscard]] QListView& view() const { return *m_view; }
    /// Makes room for the rows that the view's model has, and chooses the first; says so where there is none and
    /// `saysNone` is set.
    void fit(bool saysNone);
    /// Takes what is chosen.
    virtual void pick() = 0;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLineEdit* m_line;
    QListView* m_view;
    QLabel* m_none;
};

}  // namespace slipway::theme
