// The panel of problems: what is wrong or unwise in the active Dockerfile, by kinds that can be left out.
#pragma once

#include "project/problems.h"
#include "project/selection.h"
#include "theme/panel.h"

#include <array>

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

private:
    void refresh();
    void go(const QModelIndex& index);

    project::Analysis& m_analysis;
    project::Selection& m_selection;
    ProblemModel* m_model;
    QTreeView* m_view;
    std::array<QToolButton*, project::kGrades> m_filters{};  ///< by grade
};

}  // namespace slipway::problems
