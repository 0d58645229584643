// One build in the thread that it is made in: reads, plans, resolves, schedules, ends.
#pragma once

#include "engine/base_images.h"
#include "engine/engine.h"
#include "engine/schedule.h"
#include "engine/site.h"
#include "engine/step.h"

namespace slipway::context {
class StampFile;
}

namespace slipway::engine {

/// Needs an event loop in its thread, which must run until `done` is called.
class BuildLoop : public QObject {
public:
    BuildLoop(std::shared_ptr<store::Store> store, BuildRequest request, ImageSourceFactory images, Journal::Sink sink,
              std::stop_token stop, std::function<void(BuildOutcome)> done);
    ~BuildLoop() override;

    /// Everything else follows from the loop. `done` may be called before this returns.
    void begin();

private:
    [[nodiscard]] Task<Result<>> build();
    [[nodiscard]] Result<std::string> dockerfileText() const;
    [[nodiscard]] Result<plan::Options> planOptions() const;
    void openContext();
    void schedule();
    void stepEnded(int step, StepEnd end);
    void finishStages();
    [[nodiscard]] std::vector<std::string> tagsOf(const plan::Stage& stage) const;
    void stageEnded(int stage, Result<ImageEvent> image);
    void failWith(const Error& error, std::string lastLines = {});
    /// Ends what is running; the build ends when it has ended.
    void halt();
    void end(BuildOutcome outcome);
    [[nodiscard]] Task<bool> cleanUp();

    std::shared_ptr<store::Store> m_store;
    BuildRequest m_request;
    ImageSourceFactory m_images;
    std::function<void(BuildOutcome)> m_done;
    std::vector<std::string> m_tags;  ///< of the target, normalised
    std::map<std::string, std::vector<std::string>> m_stageTags;
    std::shared_ptr<store::Lease> m_lease;  ///< none where the disk is too full even for that
    std::shared_ptr<context::StampFile> m_stamps;

    std::stop_source m_stopSource;  ///< for the steps: canceled by the caller, or another step failed
    Journal m_journal;
    Background m_background;
    WorkerLink m_worker;
    Snapshots m_snapshots;
    Site m_site;

    std::optional<Graph> m_graph;
    std::optional<Schedule> m_schedule;
    std::optional<BaseImages> m_baseImages;
    std::shared_ptr<Arrival<Result<>>> m_stepsDone;
    std::set<int> m_stagesBegun;  ///< their image is made, or being made
    std::size_t m_imagesPending = 0;
    store::Build m_record;
    std::optional<Error> m_error;  ///< the first
    bool m_canceled = false, m_halted = false, m_scheduling = false;
    std::optional<std::stop_callback<std::function<void()>>> m_onStop;
};

}  // namespace slipway::engine
