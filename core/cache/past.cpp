#include "cache/past.h"

#include "cache/forecast.h"

#include <algorithm>

namespace slipway::cache {

namespace {

/// Longer chains of layers make no image.
constexpr std::size_t kMostLayers = 128;

/// Layers of the steps that a step stands on, lowest first.
layer::TocList tablesBelow(const plan::BuildPlan& plan, const plan::Past& past, const plan::Step& step) {
    layer::TocList out;
    for (int index = step.parent; index >= 0 && out.size() < kMostLayers;) {
        const plan::Step& parent = plan.steps[static_cast<std::size_t>(index)];
        if (const auto known = past.find(parent.id); known != past.end() && known->second.layer) {
            out.push_back(known->second.layer);
        }
        index = parent.parent;
    }
    std::ranges::reverse(out);
    return out;
}

}  // namespace

plan::Past pastOf(const plan::BuildPlan& plan, const std::string& folder, const store::Store& store,
                  const plan::Past& before) {
    plan::Past out;
    std::vector<Digest> chains(plan.steps.size());
    for (const plan::Step& step : plan.steps) {
        Digest& chain = chains[static_cast<std::size_t>(step.index)];
        if (step.parent >= 0) {
            chain = chains[static_cast<std::size_t>(step.parent)];
        }
        const auto record = lastWithoutItems(store, stepIdentity(folder, step));
        if (!record || !*record || std::holds_alternative<plan::ImageOperation>(step.operation)) {
            continue;
        }
        plan::PastStep made;
        made.durationMs = (*record)->durationMs;
        if (!(*record)->layer.isNull()) {
            chain = Digest::of(chain.hex() + (*record)->layer.hex());
        }
        made.chain = chain;
        const auto known = before.find(step.id);
        if (known != before.end() && known->second.chain == chain && known->second.layer) {
            made.layer = known->second.layer;
            made.rewritten = known->second.rewritten;
        } else if (const auto table =
                       (*record)->layer.isNull() ? nullptr : store.toc((*record)->layer).value_or(nullptr)) {
            made.layer = table;
            made.rewritten = layer::rewrites(tablesBelow(plan, out, step), *table);
        }
        out.emplace(step.id, std::move(made));
    }
    return out;
}

}  // namespace slipway::cache
