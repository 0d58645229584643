// The panel of stages, at the left: one selection with the editor, and a button per stage.
#pragma once

#include "project/analysis.h"
#include "project/builds.h"
#include "project/selection.h"
#include "theme/panel.h"

class QTreeView;

namespace slipway::outline {

class OutlineModel;

/// GUI thread.
class OutlinePanel : public theme::Panel {
    Q_OBJECT
public:
    OutlinePanel(const theme::Theme& theme, project::Analysis& analysis, project::Builds& builds,
                 project::Selection& selection, QWidget* parent = nullptr);

Q_SIGNALS:
    void buildAsked(int stage);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    void follow(const project::Chosen& chosen, const QObject* by);
    void reveal(const QModelIndex& index);
    void showMenu(const QPoint& at);

    project::Analysis& m_analysis;
    project::Builds& m_builds;
    project::Selection& m_selection;
    OutlineModel* m_model;
    QTreeView* m_view;
    bool m_following = false;
};

}  // namespace slipway::outline
