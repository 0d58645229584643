// From a folder and a Dockerfile's text to tree, plan, bases and forecast: in one call, or part by part.
#pragma once

#include "cache/forecast.h"

#include <span>

namespace slipway::cache {

struct OutlookOptions {
    std::string folder;      ///< absolute path of the context
    std::string dockerfile;  ///< absolute path of the Dockerfile: decides which .dockerignore counts
    plan::Options plan;
    bool noCache = false;
    bool cutoff = true;        ///< --cache-cutoff
    context::Overlay overlay;  ///< open documents' texts
    std::shared_ptr<context::StampCache> stamps;
    std::uint64_t maxFiles = context::ContextOptions{}.maxFiles;
};

struct Outlook {
    std::shared_ptr<const dockerfile::SyntaxTree> tree;
    plan::BuildPlan plan;
    plan::Bases bases;
    Forecast forecast;
    std::optional<Error> contextError;  ///< the context couldn't be opened (or .dockerignore is bad)
};

/// A plan, and what the store has of its images.
struct KnownPlan {
    plan::BuildPlan plan;
    plan::Bases bases;
};
/// Those of these images that the store has, each for its own platform, else for this one; without network.
[[nodiscard]] plan::Bases basesFromStore(std::span<const plan::FromImage> images, const image::Platform& platform,
                                         const store::Store& store);
/// The plan with the bases that the store has for its images and platform, without network; those that ONBUILD brings
/// included.
[[nodiscard]] KnownPlan planFromStore(const std::shared_ptr<const dockerfile::SyntaxTree>& tree,
                                      const plan::Options& options, const store::Store& store);
/// The names that the store's images have, as people write them.
[[nodiscard]] std::vector<std::string> imagesOfStore(const store::Store& store);
/// The context of a folder under its .dockerignore.
[[nodiscard]] Result<std::shared_ptr<context::ContextTree>> openContext(const OutlookOptions& options);
/// All of it. Any thread; blocks on files and the store.
[[nodiscard]] Outlook outlook(std::string text, const OutlookOptions& options, store::Store& store,
                              std::stop_token stop = {});

}  // namespace slipway::cache
