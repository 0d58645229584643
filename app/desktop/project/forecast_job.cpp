#include "project/forecast_job.h"

#include "cache/outlook.h"
#include "cache/past.h"
#include "store/store.h"

#include <map>
#include <mutex>

namespace slipway::project {
namespace {

class MemoryStamps : public context::StampCache {
public:
    std::optional<context::FileStamp> find(std::string_view path) override {
        const std::scoped_lock lock(m_mutex);
        const auto found = m_stamps.find(path);
        return found == m_stamps.end() ? std::nullopt : std::optional(found->second);
    }
    void put(std::string_view path, const context::FileStamp& stamp) override {
        const std::scoped_lock lock(m_mutex);
        m_stamps.insert_or_assign(std::string(path), stamp);
    }

private:
    std::mutex m_mutex;
    std::map<std::string, context::FileStamp, std::less<>> m_stamps;
};

}  // namespace

std::shared_ptr<context::StampCache> newStamps() { return std::make_shared<MemoryStamps>(); }

ForecastInput forecastInput(const Project& project, const Snapshot& snapshot) {
    ForecastInput input{.tree = snapshot.tree,
                        .options = snapshot.plan->options,
                        .folder = project.folder(),
                        .dockerfile = snapshot.path,
                        .overlay = {},
                        .store = project.store(),
                        .stamps = snapshot.stamps,
                        .noCache = project.settings().noCache,
                        .stop = {},
                        .knowledge = snapshot.knowledge,
                        .unsaved = unsavedCheckFiles(project)};
    for (const Document* document : project.documents()) {
        if (document->isModified())
            input.overlay.emplace(project.relative(document->path()).toStdString(), document->text().toStdString());
    }
    return input;
}

ForecastOutput forecastOf(const ForecastInput& input) {
    ForecastOutput output{.tree = input.tree, .knowledge = input.knowledge};
    const std::string folder = input.folder.toStdString();
    auto known = cache::planFromStore(input.tree, input.options, *input.store);
    const plan::Bases& bases = output.knowledge.bases = std::move(known.bases);
    const auto plan = std::make_shared<const plan::BuildPlan>(std::move(known.plan));
    if (input.stop.stop_requested())
        return output;
    context::ContextOptions options{.root = folder, .stamps = input.stamps, .overlay = input.overlay};
    output.knowledge.files = readCheckFiles(input.folder, input.dockerfile, input.unsaved);
    if (const auto& ignore = output.knowledge.files->ignore)
        options.ignore = *ignore;
    auto tree = context::ContextTree::open(std::move(options));
    if (!tree)
        return output;
    auto forecast = cache::forecast(
        *plan, bases, *input.store, *tree,
        {.noCache = input.noCache, .folder = folder, .dockerfile = input.dockerfile.toStdString()}, input.stop);
    if (input.stop.stop_requested())
        return output;
    output.context = std::move(*tree);
    const auto& before = input.knowledge.past;
    output.knowledge.past =
        std::make_shared<const plan::Past>(cache::pastOf(*plan, folder, *input.store, before ? *before : plan::Past()));
    output.problems = problemsOf(*plan, output.knowledge);
    output.plan = plan;
    output.forecast = std::make_shared<const cache::Forecast>(std::move(forecast));
    return output;
}

std::shared_ptr<const context::Survey> surveyOf(context::ContextTree& context, const QString& dockerfile) {
    auto survey = context.survey();
    if (!survey)
        return nullptr;
    survey->ignoreFile = context::ignoreFileFor(context.root(), dockerfile.toStdString());
    return std::make_shared<const context::Survey>(std::move(*survey));
}

}  // namespace slipway::project
