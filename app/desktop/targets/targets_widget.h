// The targets panel: every built target with what it weighs, and what one has more than another.
#pragma once

#include "insight/comparison.h"
#include "project/analysis.h"
#include "project/builds.h"
#include "project/project.h"
#include "project/selection.h"
#include "targets/target_card.h"

#include <QThreadPool>
#include <QWidget>

#include <functional>
#include <stop_token>

class QComboBox;
class QLabel;
class QScrollArea;
class QStackedLayout;
class QVBoxLayout;

namespace slipway::theme {
class StartPage;
}

namespace slipway::targets {

/// What `b` has more than `a`, layer by layer: the summary below the cards.
class AdditionsView;

/// GUI thread. Reads the store in the background after each build; all references outlive it.
class TargetsWidget : public QWidget {
    Q_OBJECT
public:
    TargetsWidget(project::Project& project, project::Analysis& analysis, project::Builds& builds,
                  project::Selection& selection, const theme::Theme& theme, QWidget* parent = nullptr);
    ~TargetsWidget() override;

    /// "unpacked ▾", for the panel's title.
    [[nodiscard]] QComboBox* sizeChooser() const { return m_sizes; }
    /// What fills the panel while it is empty: the first of them that can be triggered.
    void setStart(const QList<QAction*>& actions);
    [[nodiscard]] const Targets& targets() const { return m_targets; }
    /// The store's other images that have a name.
    [[nodiscard]] const std::vector<NamedImage>& others() const { return m_others; }
    /// The last one of the Dockerfile as it is; null where there is none.
    [[nodiscard]] const Target* lastTarget() const;
    /// Chooses a target and brings its card into view.
    void goTo(const QString& stage);
    /// Shows these; readTargets() gives them, or a test.
    void setTargets(Targets targets);
    void refresh();
    /// Is it reading the store, or learning a compressed size?
    [[nodiscard]] bool isLearning() const { return m_learning > 0; }
    QSize sizeHint() const override { return {300, 500}; }

Q_SIGNALS:
    /// The comparison of two images (IDs) is wanted as a document; names are their stages'.
    void compareWanted(const QString& a, const QString& nameA, const QString& b, const QString& nameB);
    /// Something to tell: an image was saved, or couldn't be.
    void told(const QString& message, bool failed);
    /// Compressed sizes that weren't known are in the store now.
    void sizesLearned();

private:
    void rebuildCards();
    void followDockerfile();
    void choose(int index);
    [[nodiscard]] int indexOf(const QString& stage) const;
    void markChosen();
    void updateAdditions();
    [[nodiscard]] std::pair<int, int> pair() const;
    void requestCompare(int index);
    void giveName(const Target& target, const QString& name);
    /// In the background, telling that it does; `then` is told how it went.
    void save(const Target& target, const QString& file, const QString& doing,
              const std::function<void(const Result<>&)>& then);
    void saveArchive(const Target& target);
    void loadInto(const Target& target, const QString& program);
    void measure();

    project::Project& m_project;
    project::Analysis& m_analysis;
    project::Builds& m_builds;
    project::Selection& m_selection;
    const theme::Theme& m_theme;
    Targets m_targets;
    std::vector<NamedImage> m_others;
    std::vector<TargetCard*> m_cards;
    QString m_chosen, m_before;  ///< stages of the last two targets that were chosen
    QComboBox* m_sizes;
    QVBoxLayout* m_cardColumn;
    theme::StartPage* m_start;
    QStackedLayout* m_pages;
    QScrollArea* m_scroll;
    AdditionsView* m_additions;
    int m_learning = 0;        ///< questions that are not answered yet
    QThreadPool m_background;  ///< one thread: compressing to learn a size
    std::stop_source m_stop;
    quint64 m_round = 0;  ///< a result for an older round is dropped
};

}  // namespace slipway::targets
