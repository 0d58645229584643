#include "targets/target.h"

#include "image/reference.h"
#include "insight/comparison.h"

#include <algorithm>
#include <functional>
#include <map>

namespace slipway::targets {
namespace {

QString familiar(const std::string& name) {
    const auto reference = image::Reference::parse(name);
    return QString::fromStdString(reference ? reference->familiar() : name);
}

std::vector<bars::BarLayer> layersOf(const store::Store& store, const store::Image& image) {
    const std::vector<std::string> steps = insight::layerWords(store, image);
    std::vector<bars::BarLayer> layers;
    for (std::size_t i = 0; i < image.layers.size(); ++i) {
        const store::Layer& one = image.layers[i];
        layers.push_back(
            {QString::fromStdString(one.diffId.toString()), QString::fromStdString(steps[i]), one.size, false});
    }
    return layers;
}

// Between the targets that stand, and of a bygone one what they still have.
void markShared(Targets& targets) {
    std::map<QString, int> users;
    for (const Target& target : targets) {
        for (const bars::BarLayer& layer : target.layers)
            users[layer.diffId] += target.bygone ? 0 : 1;
    }
    for (Target& target : targets) {
        for (bars::BarLayer& layer : target.layers)
            layer.shared = users[layer.diffId] > (target.bygone ? 0 : 1);
    }
}

}  // namespace

Result<Targets> readTargets(const store::Store& store, const std::string& folder, const std::string& dockerfile) {
    auto builds = store.builds(folder);
    auto tags = store.tags();
    if (!builds || !tags)
        return fail(!builds ? builds.error() : tags.error());
    std::vector<store::Tag> byTime = std::move(*tags);
    std::ranges::stable_sort(byTime, std::greater(), &store::Tag::setAt);
    Targets targets;
    for (const store::Build& build : *builds) {  // newest first
        if (build.dockerfile != dockerfile)
            continue;
        for (const store::Build::Result& result : build.images) {
            const QString stage = QString::fromStdString(result.stage);
            if (std::ranges::find(targets, stage, &Target::stage) != targets.end())
                continue;
            auto image = store.image(result.image);
            if (!image || !*image)
                continue;
            Target target;
            target.stage = stage;
            target.stageIndex = result.stageIndex;
            target.image = QString::fromStdString(result.image.toString());
            target.size = (*image)->size();
            target.compressedSize = (*image)->compressedSize();
            target.builtAt = build.endedAt;
            target.layers = layersOf(store, **image);
            for (const store::Tag& tag : byTime) {
                if (tag.image == result.image)
                    target.tags << familiar(tag.name);
            }
            targets.push_back(std::move(target));
        }
    }
    std::ranges::stable_sort(targets, {}, &Target::stageIndex);
    markShared(targets);
    return targets;
}

std::vector<NamedImage> readOthers(const store::Store& store, const Targets& targets) {
    std::vector<NamedImage> others;
    const auto tags = store.tags();
    for (const store::Tag& tag : tags ? *tags : std::vector<store::Tag>()) {
        const QString image = QString::fromStdString(tag.image.toString());
        if (std::ranges::find(targets, image, &Target::image) == targets.end())
            others.push_back({familiar(tag.name), image});
    }
    std::ranges::sort(others, {}, &NamedImage::name);
    return others;
}

void markBygone(Targets& targets, const dockerfile::Outline& outline) {
    // A stage goes by its number only as long as it has no name.
    const auto stands = [&](const Target& target) {
        return std::ranges::any_of(outline.stages, [&](const dockerfile::StageOutline& stage) {
            return (stage.name.empty() ? QString::number(stage.index) : QString::fromStdString(stage.name))
                       .compare(target.stage, Qt::CaseInsensitive) == 0;
        });
    };
    for (Target& target : targets)
        target.bygone = !stands(target);
    std::ranges::stable_sort(targets, {},
                             [](const Target& target) { return std::pair(target.bygone, target.stageIndex); });
    markShared(targets);
}

bool measureCompressed(store::Store& store, const Targets& targets, std::stop_token stop) {
    bool any = false;
    for (const Target& target : targets) {
        if (target.compressedSize)
            continue;
        for (const bars::BarLayer& layer : target.layers) {
            const auto diffId = layer::Digest::parse(layer.diffId.toStdString());
            if (!diffId || stop.stop_requested())
                continue;
            any = store.measureCompressed(*diffId, stop).has_value() || any;
        }
    }
    return any;
}

}  // namespace slipway::targets
