// The log panel: what the chosen step printed.
#pragma once

#include "log/log_view.h"
#include "project/builds.h"
#include "project/selection.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QStackedLayout;

namespace slipway::log {

/// GUI thread. While a build runs it shows what runs and prints, until a step is chosen; follows the output while its
/// end is in view; a step without output says so. Ctrl+F searches.
class LogWidget : public QWidget {
    Q_OBJECT
public:
    LogWidget(project::Builds& builds, project::Selection& selection, const theme::Theme& theme,
              QWidget* parent = nullptr);

    /// "RUN pip install · 214 lines", for the panel's title.
    [[nodiscard]] QLabel* titleLabel() const { return m_title; }
    void find();
    QSize sizeHint() const override { return {500, 280}; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void buildSearchBar();
    void closeSearch();
    void showStep(const QString& step);
    void followRun();
    void grow();
    void updateTitle();
    /// Why what is chosen has no log in the build that is shown.
    [[nodiscard]] QString absence() const;
    void search(bool backwards);
    void countMatches();

    project::Builds& m_builds;
    project::Selection& m_selection;
    const theme::Theme& m_theme;
    LogView* m_view;
    QLabel* m_title;
    QLabel* m_empty;
    QWidget* m_searchBar;
    QLineEdit* m_searchText;
    QLabel* m_matches;
    QStackedLayout* m_pages;
    AnsiReader m_reader;
    int m_run = 0;
    QString m_step;
    bool m_following = false;  ///< nobody chose a step since the build began
    std::size_t m_shown = 0;   ///< chunks of the log that are in the view
};

}  // namespace slipway::log
