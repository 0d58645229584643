#include "cache/kept_files.h"

#include "cache/forecast.h"
#include "cache/record.h"
#include "cache/root.h"

#include <algorithm>

namespace slipway::cache {

namespace {

/// Longer chains of layers make no image.
constexpr std::size_t kMostLayers = 128;

std::optional<store::Image> knownImage(const plan::Origin& image, const plan::Bases& bases, const store::Store& store) {
    const plan::Base* base = plan::baseOf(&bases, image);
    return base ? store.image(base->id).value_or(std::nullopt) : std::nullopt;
}

std::vector<Digest> layersOf(const plan::Origin& image, const plan::Bases& bases, const store::Store& store) {
    const auto known = knownImage(image, bases, store);
    return known ? known->config.diffIds : std::vector<Digest>();
}

/// Of those that the store has tables for.
Root rootOfKept(const std::vector<Digest>& diffIds, store::Store& store) {
    RootBuilder builder(store, nullptr);
    for (const Digest& diffId : diffIds)
        static_cast<void>(builder.add(diffId));
    return builder.root();
}

/// The last of a stage's steps above the offset, else the last of the stages that it is built on; -1 where there is
/// none.
int lastStep(const plan::BuildPlan& plan, int stage, std::size_t offset) {
    for (int each = stage; each >= 0;) {
        const plan::Stage& own = plan.stages[static_cast<std::size_t>(each)];
        const auto last = std::ranges::find_if(own.steps.rbegin(), own.steps.rend(), [&](int step) {
            return plan.steps[static_cast<std::size_t>(step)].range.end < offset;
        });
        if (last != own.steps.rend())
            return *last;
        const auto* parent = std::get_if<plan::FromStage>(&own.base);
        each = parent && parent->stage < each ? parent->stage : -1;
    }
    return -1;
}

}  // namespace

Root keptImage(const plan::FromImage& image, const plan::Bases& bases, store::Store& store) {
    return rootOfKept(layersOf(image, bases, store), store);
}

Root keptStage(const plan::BuildPlan& plan, const plan::Bases& bases, int stage, std::size_t offset,
               const std::string& folder, store::Store& store) {
    if (stage < 0 || static_cast<std::size_t>(stage) >= plan.stages.size())
        return {};
    std::vector<Digest> upward;  // from the top down
    for (int index = lastStep(plan, stage, offset); index >= 0 && upward.size() < kMostLayers;) {
        const plan::Step& step = plan.steps[static_cast<std::size_t>(index)];
        index = step.parent;
        if (std::holds_alternative<plan::ImageOperation>(step.operation)) {
            const auto layers = layersOf(plan.stages[static_cast<std::size_t>(step.stage)].base, bases, store);
            upward.insert(upward.end(), layers.rbegin(), layers.rend());
            continue;
        }
        const auto record = lastWithoutItems(store, stepIdentity(folder, step));
        if (record && *record && !(*record)->layer.isNull())
            upward.push_back((*record)->layer);
    }
    std::ranges::reverse(upward);
    return rootOfKept(upward, store);
}

std::optional<KeptSize> keptImageSize(const plan::FromImage& image, const plan::Bases& bases,
                                      const store::Store& store) {
    const auto known = knownImage(image, bases, store);
    return known ? std::optional(KeptSize{known->size(), known->compressedSize()}) : std::nullopt;
}

std::optional<KeptSize> keptStageSize(const plan::BuildPlan& plan, int stage, const std::string& folder,
                                      const store::Store& store) {
    if (stage < 0 || static_cast<std::size_t>(stage) >= plan.stages.size() || folder.empty())
        return {};
    const std::string& name = plan.stages[static_cast<std::size_t>(stage)].name;
    const auto known = store.resolve(folder + '#' + (name.empty() ? std::to_string(stage) : name));
    return known ? std::optional(KeptSize{known->size(), known->compressedSize()}) : std::nullopt;
}

}  // namespace slipway::cache
