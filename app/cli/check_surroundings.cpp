#include "check_surroundings.h"

#include "checks/shellcheck.h"

namespace slipway::cli {

const context::Survey* Knowledge::context(const Location& location) {
    const auto [place, isNew] = surveys.try_emplace(
        {location.folder, context::ignoreFileFor(location.folder, location.dockerfile)}, std::nullopt);
    if (isNew) {
        place->second = surveyOf(location.folder, location.dockerfile);
    }
    return place->second ? &*place->second : nullptr;
}

void Knowledge::forgetContext(const Location& location) {
    surveys.erase({location.folder, context::ignoreFileFor(location.folder, location.dockerfile)});
}

Planned::Planned(const Location& location, const checks::Settings& settings, Knowledge& knowledge) {
    plan::Options options;
    options.all = true;
    options.path = location.shown;
    const auto tree = dockerfile::SyntaxTree::parse(location.text);
    auto known = knowledge.store.plan(tree, options);
    bases = std::move(known.bases);
    plan = std::move(known.plan);
    past = knowledge.store.past(plan, location.folder);
    if (auto loaded = context::loadIgnore(location.folder, location.dockerfile)) {
        ignore = std::move(*loaded);
    }
    const bool isAsked = knowledge.effectTime > std::chrono::steady_clock::duration::zero() ||
                         checks::readsContext(plan, surroundings(), settings);
    if (isAsked && !location.isStandardInput()) {
        context = knowledge.context(location);
    }
}

checks::Surroundings Planned::surroundings() const {
    static const checks::ShellcheckRunner kShellcheck = checks::installedShellcheck();
    return {&bases, ignore ? &*ignore : nullptr, &kShellcheck, &past, context};
}

}  // namespace slipway::cli
