#include "insight/edit_effect.h"

#include "checks/saved_space.h"
#include "text/quantity.h"
#include "text/say.h"

namespace slipway::insight {

namespace {

std::string stepsText(const cache::ForecastChange& change) {
    if (change.runsNow > 0) {
        const std::string steps = change.runsNow == 1 ? text::say("1 more step rebuilds")
                                                      : text::say("{} more steps rebuild", change.runsNow);
        return change.ms && *change.ms > 0 ? steps + ", ≈ " + text::durationText(*change.ms) : steps;
    }
    if (change.runsNoMore > 0) {
        return change.runsNoMore == 1 ? text::say("1 step fewer to rebuild")
                                      : text::say("{} steps fewer to rebuild", change.runsNoMore);
    }
    return text::say("no more steps rebuild");
}

}  // namespace

std::string effectText(const EditEffect& effect) {
    std::string out = effect.steps ? stepsText(*effect.steps) : "";
    if (effect.bytesSaved > 0) {
        out += (out.empty() ? "" : "; ") + text::say("{} less in the image", text::bytesText(effect.bytesSaved));
    }
    return out;
}

EditForecaster::EditForecaster(const plan::BuildPlan& plan, const checks::Surroundings& around,
                               cache::OutlookOptions options, store::Store* store)
    : m_plan(plan), m_around(around), m_options(std::move(options)), m_store(store) {}

std::optional<cache::Forecast> EditForecaster::forecastOf(const plan::BuildPlan& plan, const plan::Bases& bases) {
    // A COPY may take the Dockerfile along, as it is then.
    if (m_options.dockerfile.starts_with(m_options.folder + '/')) {
        m_options.overlay[m_options.dockerfile.substr(m_options.folder.size() + 1)] = plan.tree->text();
    }
    auto context = cache::openContext(m_options);
    if (!context) {
        return std::nullopt;
    }
    return cache::forecast(plan, bases, *m_store, std::move(*context),
                           {m_options.noCache, m_options.cutoff, m_options.folder, m_options.dockerfile});
}

EditEffect EditForecaster::effectOf(const std::vector<text::Edit>& edits) {
    // Where nothing of it was built, all of it runs, with the edit and without.
    if (!m_store || !m_around.past || m_around.past->empty()) {
        return {};
    }
    const plan::Bases none;
    const plan::Bases& bases = m_around.bases ? *m_around.bases : none;
    const auto tree = dockerfile::SyntaxTree::parse(text::apply(m_plan.tree->text(), edits), m_plan.tree.get());
    const plan::BuildPlan after = plan::plan(tree, m_plan.options, bases);
    if (!m_looked) {
        m_before = forecastOf(m_plan, bases);
        m_looked = true;
    }
    EditEffect out{{}, checks::bytesSaved(m_plan, after, m_around)};
    if (const auto now = m_before ? forecastOf(after, bases) : std::nullopt) {
        out.steps = cache::changeBetween(m_plan, *m_before, after, *now);
    }
    return out;
}

}  // namespace slipway::insight
