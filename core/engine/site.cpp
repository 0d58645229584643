#include "engine/site.h"

#include "engine/step.h"
#include "text/say.h"

namespace slipway::engine {

namespace {

using namespace std::chrono_literals;

constexpr auto kLockPause = 20ms;

}  // namespace

Error canceled() { return {ErrorCode::Canceled, text::say("The build was canceled.")}; }

cache::Surroundings Site::surroundings(const plan::Step& step) const {
    std::map<int, std::vector<Digest>> stages;
    std::map<int, std::string> names;
    for (const int stage : step.dependsOn) {
        stages.emplace(stage, graph->stageRoot(stage).diffIds);
        names.emplace(stage, stageName(graph->plan().stages[static_cast<std::size_t>(stage)]));
    }
    std::map<plan::FromImage, std::vector<Digest>> images;
    for (const auto& [image, base] : graph->bases()) {
        if (base.config) {
            images.emplace(image, base.config->diffIds);
        }
    }
    cache::Surroundings out;
    out.context = context;
    out.taken = taken;
    out.stop = stop;
    out.threads = static_cast<unsigned>(QThread::idealThreadCount());
    out.stageRoot = [store = store, stages = std::move(stages)](int stage) -> Result<cache::Root> {
        const auto found = stages.find(stage);
        return found == stages.end() ? fail(ErrorCode::NotFound, text::say("A stage isn't built yet."))
                                     : cache::rootOf(*store, found->second);
    };
    out.stageName = [names = std::move(names)](int stage) {
        const auto found = names.find(stage);
        return found == names.end() ? std::to_string(stage) : found->second;
    };
    out.imageRoot = [store = store, images = std::move(images)](const plan::FromImage& image) -> Result<cache::Root> {
        const auto found = images.find(image);
        return found == images.end() ? fail(ErrorCode::NotFound, text::say("The image {} isn't here.", image.name))
                                     : cache::rootOf(*store, found->second);
    };
    return out;
}

Task<Result<store::Store::KeyLock>> Site::lock(Digest key, std::string note) {
    while (!stopping()) {
        auto held = store->tryLock(key);
        if (!held) {
            co_return fail(held.error());
        }
        if (*held) {
            co_return std::move(**held);
        }
        if (!note.empty()) {
            journal.noteOnce(note);
        }
        co_await background.sleep(kLockPause);
    }
    co_return fail(canceled());
}

}  // namespace slipway::engine
