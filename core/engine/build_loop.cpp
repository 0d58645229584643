#include "engine/build_loop.h"

#include "cache/outlook.h"
#include "context/stamp_file.h"
#include "engine/stage_image.h"
#include "plan/build_arg.h"
#include "sandbox/parts.h"
#include "text/read_file.h"
#include "text/say.h"

namespace slipway::engine {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t kStepsAtOnce = 64;
/// How long what was told to end may take before its worker is ended as a whole.
constexpr auto kEndPatience = 700ms;

/// As the store has them.
Result<std::vector<std::string>> normalised(const std::vector<std::string>& tags) {
    std::vector<std::string> out;
    for (const std::string& tag : tags) {
        const auto reference = image::Reference::parseNew(tag);
        if (!reference) {
            return fail(reference.error());
        }
        out.push_back(reference->toString());
    }
    return out;
}

}  // namespace

BuildLoop::BuildLoop(std::shared_ptr<store::Store> store, BuildRequest request, ImageSourceFactory images,
                     Journal::Sink sink, std::stop_token stop, std::function<void(BuildOutcome)> done)
    : m_store(std::move(store)),
      m_request(std::move(request)),
      m_images(std::move(images)),
      m_done(std::move(done)),
      m_lease(m_store->lease("build").value_or(nullptr)),
      m_journal(m_store->home(), std::move(sink)),
      m_background(*this),
      m_worker(*this, m_store->home().string(), m_lease ? m_lease->descriptor() : -1),
      m_snapshots(m_store, m_background, m_worker, m_stopSource.get_token()),
      m_site{.store = m_store,
             .folder = m_request.folder,
             .dockerfile = m_request.dockerfile,
             .decision = {.noCache = m_request.noCache, .cutoff = m_request.cutoff},
             .context = nullptr,
             .contextError = std::nullopt,
             .taken = nullptr,
             .stop = m_stopSource.get_token(),
             .journal = m_journal,
             .background = m_background,
             .worker = m_worker,
             .snapshots = m_snapshots} {
    m_record.folder = m_request.folder;
    m_record.dockerfile = m_request.dockerfile;
    m_record.target = m_request.target;
    m_record.startedAt = m_journal.startedAt();
    m_onStop.emplace(std::move(stop), [this] {
        m_stopSource.request_stop();
        m_background.tellLoop([this] {
            m_canceled = true;
            halt();
        });
    });
}

BuildLoop::~BuildLoop() = default;

void BuildLoop::begin() {
    start(build(), [this](Result<> built) {
        if (!built && built.error().code != ErrorCode::Canceled) {
            failWith(built.error());
        }
        const bool isCanceled = !m_error && (m_canceled || (!built && built.error().code == ErrorCode::Canceled));
        const BuildOutcome outcome = m_error      ? BuildOutcome::Failed
                                     : isCanceled ? BuildOutcome::Canceled
                                                  : BuildOutcome::Succeeded;
        start(cleanUp(), [this, outcome](bool) { end(outcome); });
    });
}

Result<std::string> BuildLoop::dockerfileText() const {
    if (m_request.dockerfileText) {
        return *m_request.dockerfileText;
    }
    return text::readFile(m_request.dockerfile);
}

Result<plan::Options> BuildLoop::planOptions() const {
    plan::Options options;
    options.buildArgs = m_request.buildArgs;
    options.target = m_request.target;
    options.all = m_request.all;
    options.network = m_request.network;
    options.addHosts = m_request.addHosts;
    options.path = m_request.dockerfile;
    if (!m_request.platform.empty()) {
        auto platform = image::Platform::parse(m_request.platform);
        if (!platform) {
            return fail(platform.error());
        }
        options.platform = std::move(*platform);
    }
    return options;
}

void BuildLoop::openContext() {
    cache::OutlookOptions options;
    options.folder = m_request.folder;
    options.dockerfile = m_request.dockerfile;
    m_stamps = context::StampFile::open((m_store->home() / "stamps").string(), m_request.folder);
    options.stamps = m_stamps;
    if (auto context = cache::openContext(options)) {
        m_site.context = std::move(*context);
    } else {
        m_site.contextError = context.error();
    }
}

Task<Result<>> BuildLoop::build() {
    auto tags = normalised(m_request.tags);
    if (!tags) {
        co_return fail(tags.error());
    }
    m_tags = std::move(*tags);
    for (const auto& [stage, names] : m_request.stageTags) {
        auto ofStage = normalised(names);
        if (!ofStage) {
            co_return fail(ofStage.error());
        }
        m_stageTags.emplace(stage, std::move(*ofStage));
    }
    const auto text = dockerfileText();
    if (!text) {
        co_return fail(text.error());
    }
    const auto options = planOptions();
    if (!options) {
        co_return fail(options.error());
    }
    openContext();
    if (m_site.contextError) {
        co_return fail(*m_site.contextError);
    }
    m_baseImages.emplace(m_site, m_request, m_images);
    auto resolved = co_await m_baseImages->resolve(dockerfile::SyntaxTree::parse(*text), *options);
    if (!resolved) {
        co_return fail(resolved.error());
    }
    for (const std::string& name : plan::unusedBuildArgs(*resolved->plan, resolved->bases)) {
        m_journal.noteOnce(text::say("No ARG takes the build argument {}: it changes nothing.", name));
    }
    m_graph.emplace(resolved->plan, std::move(resolved->bases));
    m_site.graph = &*m_graph;
    m_site.taken = cache::takenFromContext(m_graph->plan());
    m_schedule.emplace(m_graph->plan());
    m_stepsDone = std::make_shared<Arrival<Result<>>>();
    if (const int target = m_graph->plan().target; target >= 0) {
        m_record.target = stageName(m_graph->plan().stages[static_cast<std::size_t>(target)]);
    }
    schedule();
    co_return co_await Arriving(m_stepsDone);
}

void BuildLoop::schedule() {
    if (m_scheduling) {
        return;  // a step that ended at once: the loop below goes on with what it made ready
    }
    m_scheduling = true;
    if (m_site.stopping()) {
        m_schedule->stop();
    }
    finishStages();
    const std::size_t atOnce = m_request.parallel == 0 ? kStepsAtOnce : m_request.parallel;
    while (m_schedule->running() < atOnce) {
        const auto step = m_schedule->next();
        if (!step) {
            break;
        }
        start(runStep(m_site, m_graph->plan().steps[static_cast<std::size_t>(*step)]),
              [this, step = *step](StepEnd end) { stepEnded(step, std::move(end)); });
    }
    m_scheduling = false;
    if (m_schedule->idle() && m_imagesPending == 0) {
        const bool whole = m_schedule->complete() && !m_error;
        m_stepsDone->arrive(whole ? Result<>{} : Result<>(fail(m_error.value_or(canceled()))));
    }
}

void BuildLoop::stepEnded(int step, StepEnd end) {
    if (end.result) {
        m_graph->finish(step, std::move(*end.result));
        m_schedule->finish(step);
        finishStages();
    } else {
        m_schedule->abandon(step);
        if (end.error->code != ErrorCode::Canceled) {
            failWith(*end.error, std::move(end.lastLines));
        }
        halt();
    }
    schedule();
}

void BuildLoop::finishStages() {
    const plan::BuildPlan& plan = m_graph->plan();
    for (const plan::Stage& stage : plan.stages) {
        if (!stage.reached || m_stagesBegun.contains(stage.index) || !m_graph->stageFinished(stage.index)) {
            continue;
        }
        m_stagesBegun.insert(stage.index);
        ++m_imagesPending;
        start(makeImage(m_site, stage.index, tagsOf(stage)), [this, index = stage.index](Result<ImageEvent> image) {
            --m_imagesPending;
            stageEnded(index, std::move(image));
        });
    }
}

std::vector<std::string> BuildLoop::tagsOf(const plan::Stage& stage) const {
    std::vector<std::string> tags;
    if (stage.index == m_graph->plan().target) {
        tags = m_tags;
    }
    if (const auto own = m_stageTags.find(stageName(stage)); m_request.all && own != m_stageTags.end()) {
        tags.insert(tags.end(), own->second.begin(), own->second.end());
    }
    return tags;
}

void BuildLoop::stageEnded(int index, Result<ImageEvent> image) {
    const plan::BuildPlan& plan = m_graph->plan();
    const plan::Stage& stage = plan.stages[static_cast<std::size_t>(index)];
    if (!image) {
        failWith(image.error());
        halt();
    } else {
        m_record.images.push_back({image->target, index, image->id});
        if (index == plan.target || m_request.all || !stage.name.empty()) {
            m_journal.tell(std::move(*image));
        }
    }
    schedule();
}

void BuildLoop::failWith(const Error& error, std::string lastLines) {
    if (m_error || error.code == ErrorCode::Canceled) {
        return;
    }
    m_error = error;
    m_journal.tell(ErrorEvent{error, std::move(lastLines)});
}

void BuildLoop::halt() {
    if (m_halted) {
        return;
    }
    m_halted = true;
    m_stopSource.request_stop();
    if (m_schedule) {
        m_schedule->stop();
    }
    m_worker.cancelAll();
    QTimer::singleShot(kEndPatience, this, [this] { m_worker.close(canceled()); });
}

Task<bool> BuildLoop::cleanUp() {
    // What this build alone needed, and what the store dropped and could not remove because other ids own files in it.
    for (const std::string& name : m_snapshots.temporary()) {
        static_cast<void>(m_store->dropSnapshot(name));
    }
    std::vector<std::string> dropped = m_snapshots.temporary();
    if (!m_halted && m_store->hasDroppedSnapshots()) {  // after a halt, what others left has time
        const auto others = co_await m_background.run(
            [store = m_store, lease = m_lease] { return store->droppedSnapshots(lease.get()); });
        if (others) {
            dropped.insert(dropped.end(), others->begin(), others->end());
        }
    }
    // A worker sweeps as it starts; one that was killed a moment before ours started may have held its parts still.
    sandbox::RemoveRequest request;
    request.abandoned = !m_halted && !sandbox::abandonedParts((m_store->home() / "snapshots").string()).empty();
    if (!dropped.empty() || request.abandoned) {
        for (const std::string& name : dropped) {
            request.paths.push_back("snapshots/" + name);
            request.paths.push_back("snapshots/" + name + ".part");
        }
        const auto outcome = co_await m_worker.call(std::move(request));
        if (std::holds_alternative<sandbox::Done>(outcome)) {
            for (const std::string& name : dropped) {
                static_cast<void>(m_store->forgetSnapshot(name));
            }
        }
    }
    m_worker.close(canceled());
    co_return true;
}

void BuildLoop::end(BuildOutcome outcome) {
    if (m_stamps) {
        static_cast<void>(m_stamps->save());  // without them the next look takes longer, nothing more
    }
    m_record.outcome = outcomeName(outcome);
    m_record.endedAt = wallClockMs();
    m_record.events = m_journal.logName();
    EndEvent event{outcome, m_journal.elapsedMs(), 0};
    if (const auto id = m_store->putBuild(m_record)) {
        event.build = *id;
    }
    m_lease.reset();
    m_journal.tell(event);
    m_done(outcome);
}

}  // namespace slipway::engine
