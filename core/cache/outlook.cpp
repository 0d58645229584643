#include "cache/outlook.h"

#include "plan/resolving.h"

#include <filesystem>

namespace slipway::cache {

namespace {

std::optional<plan::Base> baseFromStore(const std::string& name, const image::Platform& platform,
                                        const store::Store& store) {
    const auto reference = image::Reference::parse(name);
    if (!reference)
        return {};
    const auto tags = store.tagsOf(*reference);
    if (!tags)
        return {};
    for (const store::Tag& tag : *tags) {
        const bool wasAskedFor = tag.platform == platform.toString();
        if (!tag.platform.empty() && !wasAskedFor)
            continue;
        auto image = store.image(tag.image);
        if (!image || !*image)
            continue;
        const image::Platform& has = (*image)->config.platform;
        if (!wasAskedFor && !has.architecture.empty() &&
            (has.os != platform.os || has.architecture != platform.architecture))
            continue;
        return plan::Base{(*image)->id, tag.manifest.value_or(Digest{}),
                          std::make_shared<const image::Config>(std::move((*image)->config))};
    }
    return {};
}

}  // namespace

plan::Bases basesFromStore(std::span<const plan::FromImage> images, const image::Platform& platform,
                           const store::Store& store) {
    plan::Bases out;
    for (const plan::FromImage& image : images)
        if (auto base = baseFromStore(image.name, image.platform.value_or(platform), store))
            out.emplace(image, std::move(*base));
    return out;
}

KnownPlan planFromStore(const std::shared_ptr<const dockerfile::SyntaxTree>& tree, const plan::Options& options,
                        const store::Store& store) {
    const plan::BaseResolver resolve = [&](std::span<const plan::FromImage> images, const image::Platform& platform) {
        return basesFromStore(images, platform, store);
    };
    plan::ResolvedBases resolved;
    plan::BuildPlan plan = plan::planResolved(tree, options, resolve, resolved);
    return {std::move(plan), std::move(resolved.bases)};
}

std::vector<std::string> imagesOfStore(const store::Store& store) {
    std::vector<std::string> names;
    const auto tags = store.tags();
    if (!tags)
        return names;
    for (const store::Tag& tag : *tags) {
        const auto reference = image::Reference::parse(tag.name);
        names.push_back(reference ? reference->familiar() : tag.name);
    }
    return names;
}

Result<std::shared_ptr<context::ContextTree>> openContext(const OutlookOptions& options) {
    const std::string name = options.dockerfile.empty() ? options.folder + "/Dockerfile" : options.dockerfile;
    auto ignore = context::loadIgnore(options.folder, name);
    if (!ignore)
        return std::unexpected(ignore.error());
    context::ContextOptions context;
    context.root = options.folder;
    context.ignore = std::move(*ignore);
    context.ignoreName = std::filesystem::path(context::ignoreFileFor(options.folder, name)).filename().string();
    context.stamps = options.stamps;
    context.overlay = options.overlay;
    context.maxFiles = options.maxFiles;
    return context::ContextTree::open(std::move(context));
}

Outlook outlook(std::string text, const OutlookOptions& options, store::Store& store, std::stop_token stop) {
    Outlook out;
    out.tree = dockerfile::SyntaxTree::parse(std::move(text));
    auto known = planFromStore(out.tree, options.plan, store);
    out.bases = std::move(known.bases);
    out.plan = std::move(known.plan);
    auto context = openContext(options);
    if (!context)
        out.contextError = context.error();
    out.forecast = forecast(out.plan, out.bases, store, context ? *context : nullptr,
                            {options.noCache, options.cutoff, options.folder, options.dockerfile}, std::move(stop));
    return out;
}

}  // namespace slipway::cache
