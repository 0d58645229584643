#include "project/analyst.h"

#include "project/text_job.h"

#include "checks/shellcheck_memory.h"

#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace slipway::project {
namespace {

constexpr int kPauseMs = 180, kRestMs = 600;
constexpr int kShellcheckSeconds = 10;

// Between an edit and the next forecast a step keeps the words it had: nothing flickers while one types.
std::shared_ptr<const cache::Forecast> carriedOver(const Snapshot& before, const plan::BuildPlan& plan) {
    if (!before.forecast || !before.plan)
        return nullptr;
    std::map<std::string_view, int> known;
    for (const plan::Step& step : before.plan->steps)
        known.emplace(step.id, step.index);
    std::map<int, int> renumbered;
    for (const plan::Step& step : plan.steps) {
        if (const auto old = known.find(step.id); old != known.end())
            renumbered.emplace(old->second, step.index);
    }
    auto forecast = std::make_shared<cache::Forecast>();
    for (const plan::Step& step : plan.steps) {
        cache::StepForecast one;
        const auto old = known.find(step.id);
        if (const cache::StepForecast* had = old == known.end() ? nullptr : before.forecastOf(old->second)) {
            one = *had;
            const auto cause = renumbered.find(one.reason.step);
            one.reason.step = cause == renumbered.end() ? -1 : cause->second;
            if (one.reason.step >= 0)
                one.reason.line = plan.steps[static_cast<std::size_t>(one.reason.step)].line;
            else if (one.reason.kind == cache::ReasonKind::Unresolved && one.reason.line > 0)
                one.reason.line = step.line;  // it is its own
        }
        one.step = step.index;
        forecast->steps.push_back(std::move(one));
    }
    return forecast;
}

}  // namespace

Analyst::Analyst(Project& project, Analysis& analysis, Builds& builds, QObject* parent)
    : QObject(parent), m_project(project), m_analysis(analysis), m_stamps(newStamps()) {
    m_knowledge.shellcheck = std::make_shared<checks::ShellcheckMemory>();
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &Analyst::forecastNow);
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    m_shellcheckThread.setMaxThreadCount(1);
    connect(&m_rest, &QTimer::timeout, this, &Analyst::askShellcheck);
    connect(&project, &Project::dockerfileChanged, this, &Analyst::followDocument);
    connect(&project, &Project::settingsChanged, this, &Analyst::parseNow);
    connect(&project, &Project::documentsChanged, this, &Analyst::forgetFiles);
    connect(&project, &Project::storeOpened, this, &Analyst::noteContextChange);
    connect(&project, &Project::edited, this, [this](const Document* document) { followEdit(*document); });
    connect(&builds, &Builds::ended, this, &Analyst::noteContextChange);
    connect(&builds, &Builds::changed, this, [this, &builds](int number) {
        if (const BuildRunPtr run = builds.run(number))
            followBuild(*run);
    });
    // What only the store knows is different: the pause gathers a history that is being read.
    connect(&project, &Project::tagsChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(&builds, &Builds::added, this, [this, &builds](int number) {
        if (const BuildRunPtr run = builds.run(number); run && run->foreign)
            m_pause.start();
    });
    followDocument();
}

Analyst::~Analyst() { m_stop.request_stop(); }

bool Analyst::idle() const { return !m_parsing && !m_dirty && !m_forecasting && !m_measuring && !m_pause.isActive(); }

void Analyst::noteContextChange() {
    m_contextChanged = true;
    m_pause.start();
    forgetFiles();
}

void Analyst::forgetFiles() {
    m_knowledge.files = nullptr;
    ++m_filesTurn;
    parseNow();
}

void Analyst::followEdit(const Document& document) {
    if (document.path() == m_project.dockerfile()) {
        parseNow();
    } else if (isCheckFile(document.path())) {
        noteContextChange();
    } else {
        m_contextChanged = true;
        m_pause.start();
    }
}

// A base that a build has pulled: what stands on it can be foretold from then on.
void Analyst::followBuild(const BuildRun& run) {
    const auto now = m_analysis.current();
    if (!now->plan || run.state != RunState::Running || run.dockerfile != now->path)
        return;
    const auto pulled = std::ranges::count_if(now->plan->steps, [&](const plan::Step& step) {
        const StepRun* const ran = std::holds_alternative<plan::ImageOperation>(step.operation)
                                       ? run.step(QString::fromStdString(step.id))
                                       : nullptr;
        return ran && ran->status == engine::StepStatus::Done;
    });
    const std::pair<int, std::ptrdiff_t> before = std::exchange(m_pulled, {run.number, pulled});
    if (pulled > 0 && m_pulled != before)
        m_pause.start();
}

void Analyst::followDocument() {
    auto empty = std::make_shared<Snapshot>();
    empty->path = m_project.dockerfile();
    m_contextChanged = true;
    m_knowledge = {.bases = m_knowledge.bases, .shellcheck = m_knowledge.shellcheck};
    m_analysis.set(std::move(empty));
    parseNow();
}

void Analyst::parseNow() {
    const QString path = m_project.dockerfile();
    if (path.isEmpty())
        return;
    // One at a time: an edit during a parse starts the next one with the newest text.
    if (m_parsing) {
        m_dirty = true;
        return;
    }
    m_parsing = true;
    const Document* document = m_project.document(path);
    TextInput input{.path = path,
                    .folder = m_project.folder(),
                    .text = document ? std::optional(document->text()) : std::nullopt,
                    .revision = document ? document->revision() : 0,
                    .settings = m_project.settings(),
                    .knowledge = m_knowledge,
                    .unsaved = m_knowledge.files ? checks::UnsavedTexts() : unsavedCheckFiles(m_project),
                    .previous = m_analysis.current()->path == path ? m_analysis.current()->tree : nullptr};
    QtConcurrent::run(analyseText, std::move(input)).then(this, [this](const std::shared_ptr<Snapshot>& snapshot) {
        take(snapshot);
    });
}

void Analyst::take(std::shared_ptr<Snapshot> snapshot) {
    m_parsing = false;
    const bool again = std::exchange(m_dirty, false);
    if (snapshot->path == m_project.dockerfile()) {
        if (snapshot->plan)
            snapshot->forecast = carriedOver(*m_analysis.current(), *snapshot->plan);
        snapshot->context = m_analysis.current()->context;
        snapshot->stamps = m_stamps;
        if (!again)
            m_knowledge.files = snapshot->knowledge.files;
        m_analysis.set(std::move(snapshot));
        m_pause.start();
        m_rest.start();
    }
    if (again)
        parseNow();
}

void Analyst::forecastNow() {
    const auto snapshot = m_analysis.current();
    if (!snapshot->tree || !snapshot->plan || !m_project.store())
        return;
    m_stop.request_stop();
    m_stop = {};
    ForecastInput input = forecastInput(m_project, *snapshot);
    input.stop = m_stop.get_token();
    m_forecasting = true;
    const qint64 turn = ++m_forecastTurn;
    QtConcurrent::run(forecastOf, std::move(input))
        .then(this, [this, turn, files = m_filesTurn](ForecastOutput output) {
            if (files != m_filesTurn)  // read before they changed
                output.knowledge.files = m_knowledge.files;
            takeForecast(output, turn);
        });
}

void Analyst::takeForecast(const ForecastOutput& output, qint64 turn) {
    if (turn != m_forecastTurn)
        return;  // another one is under way
    m_forecasting = false;
    const auto now = m_analysis.current();
    // Of an older text: the pause after that edit starts the next one.
    if (!output.forecast || output.tree != now->tree)
        return;
    m_knowledge.bases = output.knowledge.bases;
    m_knowledge.past = output.knowledge.past;
    m_knowledge.files = output.knowledge.files;
    auto next = std::make_shared<Snapshot>(*now);
    next->plan = output.plan;
    next->forecast = output.forecast;
    next->forecastIsCurrent = true;
    next->problems = output.problems.here;
    next->elsewhere = output.problems.elsewhere;
    next->knowledge = m_knowledge;
    m_analysis.set(std::move(next));
    if (m_contextChanged && !m_measuring)
        measure(output.context);
}

void Analyst::askShellcheck() {
    if (m_asking || !m_knowledge.shellcheck->owes())
        return;
    m_asking = true;
    QtConcurrent::run(&m_shellcheckThread, [memory = m_knowledge.shellcheck] {
        memory->learn(checks::installedShellcheck(kShellcheckSeconds));
    }).then(this, [this] {
        m_asking = false;
        parseNow();
    });
}

// After the forecast, on its own look at the context: what it listed isn't listed again.
void Analyst::measure(std::shared_ptr<context::ContextTree> context) {
    m_contextChanged = false;
    m_measuring = true;
    const QString path = m_analysis.current()->path;
    QtConcurrent::run([context = std::move(context), path] {
        return surveyOf(*context, path);
    }).then(this, [this, path](const std::shared_ptr<const context::Survey>& survey) {
        m_measuring = false;
        const auto now = m_analysis.current();
        if (!survey || now->path != path || (m_knowledge.survey && *m_knowledge.survey == *survey))
            return;
        m_knowledge.survey = survey;
        auto next = std::make_shared<Snapshot>(*now);
        next->knowledge.survey = survey;
        next->context = ContextSize{.files = survey->files.size(), .bytes = survey->size};
        m_analysis.set(std::move(next));
        parseNow();  // the checks know more now
    });
}

}  // namespace slipway::project
