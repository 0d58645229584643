#include "commands.h"
#include "interrupt.h"
#include "progress.h"
#include "registry_access.h"
#include "terminal.h"

#include "engine/engine.h"
#include "image/reference.h"
#include "text/quantity.h"

#include <algorithm>
#include <condition_variable>
#include <format>
#include <iostream>
#include <mutex>
#include <set>
#include <thread>

namespace slipway::cli {

namespace {

// What the summary tells, gathered as events go by.
struct Outcome {
    int cached = 0, ran = 0;
    std::set<int> stages;  // that have steps
    std::int64_t durationMs = 0;
    std::vector<engine::ImageEvent> images;
    std::optional<engine::StepEvent> failed;
    std::string lastLines;  // of the failed step
    std::optional<Error> error;
};

// Keeps the end of each step's log, for a step that fails.
class Collector {
public:
    void take(const engine::BuildEvent& event) {
        if (const auto* const step = std::get_if<engine::StepEvent>(&event.what)) {
            m_outcome.stages.insert(step->stageIndex);
            m_outcome.cached += step->status == engine::StepStatus::Cached ? 1 : 0;
            m_outcome.ran += step->status == engine::StepStatus::Done ? 1 : 0;
            if (step->status == engine::StepStatus::Failed && !m_outcome.failed) {
                m_outcome.failed = *step;
                m_outcome.lastLines = m_tails[step->id];
            }
        } else if (const auto* const log = std::get_if<engine::LogEvent>(&event.what)) {
            std::string& tail = m_tails[log->id];
            tail += log->text;
            if (tail.size() > 2 * kTail) {
                tail.erase(0, tail.size() - kTail);
            }
        } else if (const auto* const image = std::get_if<engine::ImageEvent>(&event.what)) {
            const auto after =
                std::ranges::upper_bound(m_outcome.images, image->stageIndex, {}, &engine::ImageEvent::stageIndex);
            m_outcome.images.insert(after, *image);
        } else if (const auto* const error = std::get_if<engine::ErrorEvent>(&event.what)) {
            if (!m_outcome.error) {
                m_outcome.error = error->error;
            }
        } else if (const auto* const end = std::get_if<engine::EndEvent>(&event.what)) {
            m_outcome.durationMs = end->durationMs;
        }
    }
    [[nodiscard]] const Outcome& outcome() const { return m_outcome; }

private:
    static constexpr std::size_t kTail = 4000;
    Outcome m_outcome;
    std::map<std::string, std::string> m_tails;
};

std::unique_ptr<Progress> progressOf(ProgressKind kind) {
    switch (kind) {
        case ProgressKind::Json:
            return jsonProgress(stdout);
        case ProgressKind::Plain:
            return plainProgress(stdout);
        case ProgressKind::Tty:
            return liveProgress(stdout);
        case ProgressKind::Auto:
            break;
    }
    return isLive(kind) ? liveProgress(stdout) : plainProgress(stdout);
}

// Redraws a live picture while nothing happens, so that its clocks run.
class Clock {
public:
    Clock(Progress& progress, std::mutex& drawing)
        : m_thread([this, &progress, &drawing](const std::stop_token& stop) {
              std::unique_lock lock(drawing);
              while (!m_ended.wait_for(lock, stop, std::chrono::milliseconds(100), [] { return false; }) &&
                     !stop.stop_requested()) {
                  progress.tick();
              }
          }) {}

private:
    std::condition_variable_any m_ended;
    std::jthread m_thread;
};

using StageImages = std::map<std::string, store::Image>;  ///< by stage

// Of the builds before: what the summary's difference is against.
StageImages imagesBefore(const store::Store& store, const Location& location) {
    StageImages out;
    const auto builds = store.builds(location.folder, 20);
    if (!builds) {
        return out;
    }
    for (const store::Build& build : *builds) {
        for (const store::Build::Result& result : build.images) {
            if (build.dockerfile != location.dockerfile || out.contains(result.stage)) {
                continue;
            }
            if (auto image = store.image(result.image); image && *image) {
                out.emplace(result.stage, std::move(**image));
            }
        }
    }
    return out;
}

// What is another than in the stage's image of the last build.
std::string changeText(const engine::ImageEvent& image, const store::Image& before, const store::Store& store) {
    if (image.id == before.id) {
        return "as before";
    }
    const auto now = store.image(image.id);
    if (!now || !*now) {
        return "another image";
    }
    const auto& layers = (*now)->config.diffIds;
    if (layers == before.config.diffIds) {
        return "the same layers as in the last build, another configuration";
    }
    const auto change = static_cast<std::int64_t>(image.size) - static_cast<std::int64_t>(before.size());
    const auto changed = std::ranges::count_if(
        layers, [&](const auto& layer) { return !std::ranges::contains(before.config.diffIds, layer); });
    return (change == 0 ? std::string("the same size as in the last build")
                        : text::bytesDifferenceText(change) + " since the last build") +
           (changed == 0 ? ", fewer layers" : std::format(", {} of {} layers changed", changed, layers.size()));
}

void summarize(const Outcome& outcome, const StageImages& before, const store::Store& store) {
    std::cout << std::format("Built in {}: {} cached, {} run\n", text::durationText(outcome.durationMs), outcome.cached,
                             outcome.ran);
    for (const engine::ImageEvent& image : outcome.images) {
        std::string line = std::format("  {}  {} unpacked", image.target, text::bytesText(image.size));
        if (image.compressedSize) {
            line += ", " + text::bytesText(*image.compressedSize) + " compressed";
        }
        if (const auto found = before.find(image.target); found != before.end()) {
            line += " (" + changeText(image, found->second, store) + ')';
        }
        line += std::format("  {}", image.id.toString().substr(0, 19));
        for (const std::string& tag : image.tags) {
            const auto reference = image::Reference::parse(tag);
            line += "  " + (reference ? reference->familiar() : tag);
        }
        std::cout << line << '\n';
    }
}

// Where the last lines of a text begin.
std::size_t lastLines(std::string_view text, int count) {
    std::size_t at = text.ends_with('\n') ? text.size() - 1 : text.size();
    while (count-- > 0 && at != 0) {
        const std::size_t end = text.rfind('\n', at - 1);
        if (end == std::string_view::npos) {
            return 0;
        }
        at = end;
    }
    return at == 0 ? 0 : at + 1;
}

void explainFailure(const Outcome& outcome) {
    if (outcome.failed && !outcome.lastLines.empty()) {
        const std::string rule(40, '-');
        std::cerr << rule << "\n > " << stepLabel(*outcome.failed, outcome.stages.size() == 1) << ":\n";
        std::string_view tail = outcome.lastLines;
        tail.remove_prefix(lastLines(tail, 20));
        std::cerr << tail << (tail.ends_with('\n') || tail.empty() ? "" : "\n") << rule << '\n';
    }
}

// An error in what was typed is there, not in the file that its folder may have; nullopt for any other event.
std::optional<engine::BuildEvent> errorInWhatWasTyped(const engine::BuildEvent& event, const Location& location) {
    const auto* const error = std::get_if<engine::ErrorEvent>(&event.what);
    if (!error || !location.isStandardInput() || error->error.path != location.dockerfile) {
        return {};
    }
    engine::BuildEvent out = event;
    std::get<engine::ErrorEvent>(out.what).error.path = location.shown;
    return out;
}

Result<engine::BuildRequest> requestOf(const Build& arguments, const Location& location) {
    auto options = planOptions(arguments.plan, location.shown);
    if (!options) {
        return fail(options.error());
    }
    if (arguments.pull && arguments.offline) {
        return fail(ErrorCode::Invalid, "--pull asks a registry, and --offline never does: give one of them.");
    }
    engine::BuildRequest request;
    request.folder = location.folder;
    request.dockerfile = location.dockerfile;
    request.dockerfileText = location.text;
    request.target = arguments.plan.target;
    request.all = arguments.all;
    request.tags = arguments.tags;
    request.buildArgs = options->buildArgs;
    request.noCache = arguments.plan.noCache;
    request.cutoff = arguments.plan.cutoff;
    request.pull = arguments.pull;
    request.offline = arguments.offline;
    request.network = arguments.plan.network;
    request.addHosts = options->addHosts;
    request.platform = arguments.plan.platform;
    return request;
}

// Says what keeps a build from beginning; who reads its events learns it from them, too.
int refuse(const Build& arguments, const Error& error, bool usage = false) {
    if (arguments.progress == ProgressKind::Json && !arguments.quiet) {
        jsonProgress(stdout)->take({0, engine::ErrorEvent{error, {}}});
    }
    return complain(error, usage);
}

}  // namespace

int run(const Build& arguments) {
    auto location = locate(arguments.plan.context, arguments.plan.file);
    if (!location) {
        return refuse(arguments, location.error());
    }
    auto request = requestOf(arguments, *location);
    auto access = registryAccess(arguments.mirrors);
    if (!request || !access) {
        return refuse(arguments, !request ? request.error() : access.error(), true);
    }
    const Interrupt interrupt;
    auto store = openStore();
    if (!store) {
        return refuse(arguments, store.error());
    }
    const bool json = arguments.progress == ProgressKind::Json;
    const auto before = json || arguments.quiet ? StageImages() : imagesBefore(**store, *location);
    Collector collector;
    const std::unique_ptr<Progress> progress = arguments.quiet ? nullptr : progressOf(arguments.progress);
    std::mutex drawing;
    std::optional<Clock> clock;
    if (progress && isLive(arguments.progress)) {
        clock.emplace(*progress, drawing);
    }
    const engine::BuildOutcome outcome = engine::runBuild(
        *store, std::move(*request),
        [&access](std::shared_ptr<store::Store> into) { return registry::openImageSource(std::move(into), *access); },
        [&](const engine::BuildEvent& made) {
            const auto typed = errorInWhatWasTyped(made, *location);
            const engine::BuildEvent& event = typed ? *typed : made;
            const std::scoped_lock lock(drawing);
            collector.take(event);
            if (progress) {
                progress->take(event);
            }
        },
        interrupt.token());
    clock.reset();
    const Outcome& result = collector.outcome();
    switch (outcome) {
        case engine::BuildOutcome::Succeeded:
            if (arguments.quiet && !result.images.empty()) {
                std::cout << result.images.back().id.toString() << '\n';
            } else if (!json) {
                summarize(result, before, **store);
            }
            return 0;
        case engine::BuildOutcome::Canceled:
            std::cerr << "slipway: canceled; what was finished is kept.\n";
            return 130;
        case engine::BuildOutcome::Failed:
            break;
    }
    if (!json) {
        explainFailure(result);
    }
    Error error = result.error.value_or(Error(ErrorCode::Failed, "The build failed."));
    if (error.path == location->dockerfile) {
        error.path = location->shown;
    }
    return complain(error);
}

}  // namespace slipway::cli
