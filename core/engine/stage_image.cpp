#include "engine/stage_image.h"

#include "engine/step.h"
#include "text/say.h"

#include <format>
#include <ranges>

namespace slipway::engine {

namespace {

/// The base image's entries, then those of the stages that this one stands on, and its own. The time of an entry is
/// that of the step that made its layer, and of one without a layer that of the entry below it.
void setHistory(image::Config& config, const Graph& graph, const plan::Stage& stage) {
    std::vector<const plan::Stage*> stages{&stage};
    while (const auto* below = std::get_if<plan::FromStage>(&stages.back()->base)) {
        stages.push_back(&graph.plan().stages[static_cast<std::size_t>(below->stage)]);
    }
    std::string time;
    if (const plan::Base* base = plan::baseOf(&graph.bases(), stages.back()->base)) {
        time = base->config->created;
        config.history = base->config->history;
    }
    if (time.empty()) {
        time = rfc3339(0);
    }
    for (const plan::Stage* each : stages | std::views::reverse) {
        for (const plan::HistoryItem& item : each->history) {
            const StepResult* const result = item.step < 0 ? nullptr : &graph.result(item.step);
            if (result) {
                time = rfc3339(result->createdAt);
            }
            config.history.push_back(
                {time, graph.plan().createdBy(item), "buildkit.dockerfile.v0", !result || !result->layer});
        }
    }
    config.created = time;
}

}  // namespace

std::string rfc3339(std::int64_t seconds) {
    const std::chrono::sys_seconds time{std::chrono::seconds{seconds}};
    return std::format("{:%Y-%m-%dT%H:%M:%SZ}", time);
}

Task<Result<ImageEvent>> makeImage(Site& site, int index, std::vector<std::string> tags) {
    const plan::BuildPlan& plan = site.graph->plan();
    const plan::Stage& stage = plan.stages[static_cast<std::size_t>(index)];
    const StackedRoot root = site.graph->stageRoot(index);
    image::Config config = stage.config;
    config.diffIds = root.diffIds;
    setHistory(config, *site.graph, stage);

    ImageEvent event;
    event.target = stageName(stage);
    event.stageIndex = index;
    event.tags = tags;
    for (std::size_t i = 0; i < root.diffIds.size(); ++i) {
        event.layers.push_back(
            {std::nullopt, root.diffIds[i], 0, plan.steps[static_cast<std::size_t>(root.steps[i])].id});
    }
    co_return co_await site.background.run([store = site.store, config = std::move(config), event = std::move(event),
                                            tags = std::move(tags)]() mutable -> Result<ImageEvent> {
        const auto id = store->putImage(config);
        if (!id) {
            return fail(id.error());
        }
        event.id = *id;
        for (const std::string& tag : tags) {
            if (auto set = store->setTag(tag, *id); !set) {
                return fail(set.error());
            }
        }
        const auto image = store->image(*id);
        if (!image || !*image) {
            return fail(image ? Error{ErrorCode::Corrupt, text::say("The image was not kept.")} : image.error());
        }
        event.manifest = (*image)->manifest;
        event.size = (*image)->size();
        event.compressedSize = (*image)->compressedSize();
        for (std::size_t i = 0; i < event.layers.size() && i < (*image)->layers.size(); ++i) {
            event.layers[i].digest = (*image)->layers[i].compressed;
            event.layers[i].size = (*image)->layers[i].size;
        }
        return event;
    });
}

}  // namespace slipway::engine
