// Works the analysis out in the background, on snapshots of the text, and drops what is superseded.
#pragma once

#include "project/analysis.h"
#include "project/builds.h"
#include "project/forecast_job.h"
#include "project/project.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <stop_token>

namespace slipway::project {

/// GUI thread; owned by main(). Tree, outline and plan follow each edit at once; the forecast follows a pause, a saved
/// file, a change of the context or of images' names, and the end of anyone's build; shellcheck follows a longer one.
class Analyst : public QObject {
    Q_OBJECT
public:
    Analyst(Project& project, Analysis& analysis, Builds& builds, QObject* parent = nullptr);
    ~Analyst() override;

    /// Something of the context changed on disk.
    void noteContextChange();
    /// Nothing is at work or waiting; for tests.
    [[nodiscard]] bool idle() const;

private:
    void followDocument();
    void followEdit(const Document& document);
    void followBuild(const BuildRun& run);
    /// Open documents or files on disk may say something else about what the checks look at.
    void forgetFiles();
    void parseNow();
    void forecastNow();
    void take(std::shared_ptr<Snapshot> snapshot);
    void takeForecast(const ForecastOutput& output, qint64 turn);
    /// What shellcheck isn't known to say of the commands, in the background; what is known shows at once.
    void askShellcheck();
    void measure(std::shared_ptr<context::ContextTree> context);

    Project& m_project;
    Analysis& m_analysis;
    QTimer m_pause;
    QTimer m_rest;                   ///< until shellcheck is asked
    QThreadPool m_shellcheckThread;  ///< it waits for a process
    Knowledge m_knowledge;           ///< of the Dockerfile in question; its shellcheck is never null
    std::shared_ptr<context::StampCache> m_stamps;
    std::stop_source m_stop;
    qint64 m_forecastTurn = 0, m_filesTurn = 0;
    std::pair<int, std::ptrdiff_t> m_pulled;  ///< bases by the build of that number
    bool m_parsing = false, m_dirty = false, m_forecasting = false;
    bool m_contextChanged = true;  ///< since its size was looked at
    bool m_measuring = false;
    bool m_asking = false;
};

}  // namespace slipway::project
