#include "engine/stage_image.h"

#include "engine/step.h"

#include <format>

namespace slipway::engine {

namespace {

/// Times of a stage's own history entries: that of the step that made the layer, and for an entry without one that of
/// the entry below it.
void setTimes(image::Config& config, const Graph& graph, const plan::Stage& stage) {
    const plan::BuildPlan& plan = graph.plan();
    std::vector<const plan::Stage*> stages{&stage};
    while (const auto* below = std::get_if<plan::FromStage>(&stages.back()->base)) {
        stages.push_back(&plan.stages[static_cast<std::size_t>(below->stage)]);
    }
    std::vector<const plan::HistoryItem*> items;
    for (auto it = stages.rbegin(); it != stages.rend(); ++it) {
        for (const plan::HistoryItem& item : (*it)->history) {
            items.push_back(&item);
        }
    }
    if (items.size() > config.history.size()) {
        return;
    }
    const std::size_t base = config.history.size() - items.size();
    std::string time = config.created;
    if (const auto* image = std::get_if<plan::FromImage>(&stages.back()->base)) {
        if (const auto found = graph.bases().find(image->name); found != graph.bases().end() && found->second.config) {
            const image::Config& from = *found->second.config;
            time = from.created;
            for (std::size_t i = 0; i < base && i < from.history.size(); ++i) {
                config.history[i].created = from.history[i].created;
            }
        }
    }
    if (time.empty()) {
        time = rfc3339(0);
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        image::HistoryEntry& entry = config.history[base + i];
        if (items[i]->step >= 0) {
            const StepResult& result = graph.result(items[i]->step);
            time = rfc3339(result.createdAt);
            entry.emptyLayer = !result.layer;
        }
        entry.created = time;
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
    setTimes(config, *site.graph, stage);

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
            return fail(image ? Error{ErrorCode::Corrupt, "The image was not kept."} : image.error());
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
