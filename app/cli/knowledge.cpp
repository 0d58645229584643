#include "knowledge.h"

#include "cache/past.h"
#include "commands.h"

#include <filesystem>

namespace slipway::cli {

store::Store* KnownStore::get() {
    std::error_code error;
    if (!m_store && std::filesystem::exists(store::Store::defaultHome(), error)) {
        if (auto opened = openStore()) {
            m_store = std::move(*opened);
        }
    }
    return m_store.get();
}

cache::KnownPlan KnownStore::plan(const std::shared_ptr<const dockerfile::SyntaxTree>& tree,
                                  const plan::Options& options) {
    const store::Store* const store = get();
    return store ? cache::planFromStore(tree, options, *store) : cache::KnownPlan{plan::plan(tree, options, {}), {}};
}

plan::Bases KnownStore::bases(std::span<const plan::FromImage> images, const image::Platform& platform) {
    const store::Store* const store = get();
    return store ? cache::basesFromStore(images, platform, *store) : plan::Bases{};
}

plan::Past KnownStore::past(const plan::BuildPlan& plan, const std::string& folder, const plan::Past& before) {
    const store::Store* const store = get();
    return store ? cache::pastOf(plan, folder, *store, before) : plan::Past();
}

insight::EditForecaster KnownStore::effects(const plan::BuildPlan& plan, const checks::Surroundings& around,
                                            const std::string& folder, const std::string& dockerfile) {
    store::Store* const store = get();
    cache::OutlookOptions options;
    options.folder = folder;
    options.dockerfile = dockerfile;
    options.maxFiles = kMostFiles;
    if (store) {
        auto& stamps = m_stamps[folder];
        if (!stamps) {
            stamps = context::StampFile::open((store->home() / "stamps").string(), folder);
        }
        options.stamps = stamps;
    }
    return {plan, around, std::move(options), store};
}

std::optional<context::Survey> surveyOf(const std::string& folder, const std::string& dockerfile) {
    const auto ignore = context::loadIgnore(folder, dockerfile);
    return ignore ? surveyOf(folder, *ignore, context::ignoreFileFor(folder, dockerfile)) : std::nullopt;
}

std::optional<context::Survey> surveyOf(const std::string& folder, const context::Ignore& ignore,
                                        const std::string& ignoreFile) {
    context::ContextOptions options;
    options.root = folder;
    options.ignore = ignore;
    options.maxFiles = kMostFiles;
    const auto context = context::ContextTree::open(std::move(options));
    auto survey = context ? (*context)->survey() : fail(context.error());
    if (!survey) {
        return std::nullopt;
    }
    survey->ignoreFile = ignoreFile;
    return std::move(*survey);
}

}  // namespace slipway::cli
