// The panel of problems: what is wrong or unwise in the active Dockerfile, by kinds that can be left out.
#pragma once

#include "project/problems.h"
#include "project/selection.h"
#include "theme/panel.h"

#include <array>

class QAction;
class QLineEdit;
class QToolButton;
class QTreeView;

namespace slipway::problems {

class ProblemModel;

/// GUI thread. A row that is chosen, by click or by Return, brings the editor to its line.
class ProblemsPanel : public theme::Panel {
    Q_OBJECT
public:
    ProblemsPanel(const theme::Theme& theme, project::Analysis& analysis, project::Selection& selection,
                  QWidget* parent = nullptr);

Q_SIGNALS:
    /// What can be done about it is to be offered, where it stands.
    void remedyAsked(const slipway::project::Problem& problem);
    /// What mends all of the rule's problems is to be offered, or all that can be mended where it is empty.
    void mendAllAsked(const QString& rule);

private:
    void refresh();
    /// What stands in place of the rows where there is none.
    void sayIfEmpty();
    void showAll();
    void go(const QModelIndex& index);
    void askForRemedy();
    void showMenu(QPoint at);

    project::Analysis& m_analysis;
    project::Selection& m_selection;
    ProblemModel* m_model;
    QTreeView* m_view;
    QAction* m_remedy;
    std::array<QToolButton*, project::kGrades> m_filters{};  ///< by grade
    QToolButton* m_own;                                      ///< the Dockerfile's alone
    QLineEdit* m_words;
};

}  // namespace slipway::problems
