#include "checks/hadolint/installs.h"
#include "checks/hadolint/run_edits.h"
#include "checks/slipway/package_caches.h"
#include "checks/slipway/stages.h"
#include "text/quantity.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks::package_cache_in_layer {

namespace {

/// Less is nobody's concern.
constexpr std::uint64_t kWorthSaying = 1'000'000;

/// What to do about the largest, which is the first, stands behind what they weigh.
std::string words(const std::vector<CacheInLayer>& caches, std::uint64_t sum) {
    const std::string size = text::bytesText(sum);
    const PackageCache& cache = *caches.front().cache;
    const std::string option = std::string(cache.program) + ' ' + std::string(cache.option);
    if (caches.size() == 1) {
        const std::string& folder = caches.front().folder;
        return cache.option.empty()
                   ? text::say("Its layer keeps {} of {}: end this RUN with {}, or mount a cache there", size, folder,
                               cache.command)
                   : text::say("Its layer keeps {} of {}: write {}, or mount a cache there", size, folder, option);
    }
    std::string all;
    for (const CacheInLayer& each : caches) {
        all += (all.empty() ? "" : ", ") + each.folder + ' ' + text::bytesText(each.size);
    }
    return cache.option.empty()
               ? text::say("Its layer keeps {} of package caches ({}): end this RUN with {}, or mount a cache there",
                           size, all, cache.command)
               : text::say("Its layer keeps {} of package caches ({}): write {}, or mount a cache there", size, all,
                           option);
}

/// What the layer of the finding's step holds; empty where it isn't known any more.
std::vector<CacheInLayer> cachesOf(const Subject& subject, const Finding& finding) {
    for (const auto& [step, past] : builtSteps(subject)) {
        if (step->range == finding.range && past->layer) {
            return cachesIn(*past->layer);
        }
    }
    return {};
}

std::optional<Fix> withOption(const RunScript& script, const std::vector<const shell::Word*>& places,
                              const std::string& option) {
    std::vector<text::Edit> edits;
    for (const shell::Word* place : places) {
        edits.push_back(hadolint::addedBehind(script, *place, option));
    }
    return fixOf(text::say("Add {}", option), std::move(edits));
}

/// Empties, at the RUN's end, what a command does, or switches off what an option does; whichever is the largest first.
std::optional<Fix> withoutCaches(const Subject& subject, const Finding& finding) {
    const Line* line = hadolint::editableRun(subject, finding);
    const auto* run = line && line->value ? std::get_if<dockerfile::Run>(&*line->value) : nullptr;
    if (!run) {
        return std::nullopt;
    }
    std::string commands;
    for (const CacheInLayer& each : cachesOf(subject, finding)) {
        const PackageCache& cache = *each.cache;
        if (keepsOut(*run, *line->script, each)) {
            continue;
        }
        if (!cache.option.empty()) {
            const auto caching = withoutOption(*line->script, cache);
            if (commands.empty() && !caching.empty()) {
                return withOption(*line->script, caching, std::string(cache.option));
            }
        } else if (!commands.contains(cache.command) &&
                   (each.folder != "/var/lib/apt/lists" || !hadolint::aptListsAreNeeded(subject, finding))) {
            commands += (commands.empty() ? "" : " && ") + std::string(cache.command);
        }
    }
    return commands.empty() ? std::nullopt : hadolint::endWith(subject, finding, commands);
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "PackageCacheInLayer",
    .family = Family::Slipway,
    .severity = Severity::Style,
    .description = "The layer of a RUN holds no package manager's cache.",
    .explanation =
        "Slipway has built this step and looked into its layer: what a package manager keeps to be faster next time "
        "weighs there, and nobody uses it in an image. Deleting it in a later RUN leaves it in this layer; it has to "
        "go in the same RUN, or never to be in it: RUN --mount=type=cache,target=FOLDER keeps it between builds and "
        "out "
        "of the layer.",
    .find =
        [](const Subject& subject, Report& report) {
            for (const auto& [step, past] : builtSteps(subject)) {
                if (!past->layer || !std::holds_alternative<plan::RunOperation>(step->operation)) {
                    continue;
                }
                const std::vector<CacheInLayer> caches = cachesIn(*past->layer);
                std::uint64_t sum = 0;
                for (const CacheInLayer& cache : caches) {
                    sum += cache.size;
                }
                if (sum >= kWorthSaying) {
                    report.add(*step, words(caches, sum));
                }
            }
        },
    .fix = withoutCaches,
};

}  // namespace slipway::checks::package_cache_in_layer
