// The card that comes up where the pointer rests: a step's state and why, what is wrong, what a word means.
#pragma once

#include "project/analysis.h"
#include "project/step_card.h"
#include "theme/card.h"

#include <functional>

class QVBoxLayout;

namespace slipway::editor {

/// GUI thread. Takes no focus; goes with the next key, click or turn of the wheel, and when the pointer leaves what it
/// is about.
class HoverCard : public theme::Card {
    Q_OBJECT
public:
    HoverCard(const theme::Theme& theme, QWidget* parent);

    /// `about` is what it is about, in global coordinates: it stands below, or above where there is no room.
    void show(const project::StepCard& step, const QRect& about);
    void show(const std::vector<project::Problem>& problems, const QRect& about);
    /// What the language says of a thing, in markdown: below what the card says already while it is shown for `about`,
    /// in one of its own where `about` is empty. The card goes when the pointer leaves the thing.
    void tell(const QString& markdown, const QRect& thing, const QRect& about);
    /// What one may do about what the card says, at its foot, while it is shown for `about`. The pointer may go there.
    struct Action {
        QString words;
        std::function<void()> then;
    };
    void offer(const std::vector<Action>& actions, const QRect& about);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void clear();
    void add(const QString& text, bool faint = false, bool code = false);
    void place(const QRect& about);
    void leave();
    [[nodiscard]] bool holds(QPoint global) const;

    QVBoxLayout* m_column;
    QWidget* m_actions = nullptr;  ///< at the foot; null where none is offered
    QRect m_about;
    QRect m_kept;  ///< where the pointer may be, besides the card
};

}  // namespace slipway::editor
