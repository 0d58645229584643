#include "cache/forecast.h"

#include "cache/forecaster.h"
#include "cache/pack.h"
#include "text/say.h"

#include <algorithm>
#include <thread>

namespace slipway::cache {

namespace {

bool isOwn(const Reason& reason) {
    return reason.kind != ReasonKind::None && reason.kind != ReasonKind::Parent && reason.kind != ReasonKind::Base;
}

bool namesOwner(const plan::CopyOperation& copy) {
    return copy.chown.find_first_not_of("0123456789:") != std::string::npos;
}

/// Does a step look at what its parent's files are, not only at their diff IDs?
bool looksAtParent(const plan::Operation& operation) {
    if (const auto* copy = std::get_if<plan::CopyOperation>(&operation))
        return !copy->link || namesOwner(*copy);
    return std::holds_alternative<plan::WorkdirOperation>(operation);
}

/// Does it fail whatever its parent's files are?
bool failsAnyhow(const plan::Operation& operation, const Error& error) {
    const auto* copy = std::get_if<plan::CopyOperation>(&operation);
    return copy && std::holds_alternative<plan::FromContext>(copy->origin) && !namesOwner(*copy) &&
           error.code == ErrorCode::NotFound;
}

Reason notHere(const std::string& image) { return {.kind = ReasonKind::Unresolved, .subject = image}; }
bool isResolved(const Reason& unresolved) { return unresolved.kind == ReasonKind::None; }

std::string joined(const std::vector<std::string>& names) {
    std::string out;
    for (const std::string& name : names)
        out += (out.empty() ? "" : ", ") + name;
    return out;
}

}  // namespace

std::string stepIdentity(const std::string& folder, const plan::Step& step) { return folder + '\n' + step.id; }
std::string stepPosition(const std::string& folder, const std::string& dockerfile, const plan::Step& step) {
    return folder + '\n' + dockerfile + '\n' + step.position;
}

Forecaster::Forecaster(const plan::BuildPlan& plan, const plan::Bases& bases, store::Store& store,
                       std::shared_ptr<context::ContextTree> context, const ForecastOptions& options,
                       std::stop_token stop)
    : m_plan(plan), m_bases(bases), m_store(store), m_context(std::move(context)), m_options(options) {
    m_surroundings.context = m_context;
    m_surroundings.taken = takenFromContext(m_plan);
    m_surroundings.threads = std::max(1U, std::thread::hardware_concurrency());
    m_surroundings.stop = std::move(stop);
    m_surroundings.stageRoot = [this](int index) -> Result<Root> {
        return m_stages[static_cast<std::size_t>(index)].root.root();
    };
    m_surroundings.stageName = [this](int index) {
        const plan::Stage& stage = m_plan.stages[static_cast<std::size_t>(index)];
        return stage.name.empty() ? std::to_string(index) : stage.name;
    };
    m_surroundings.imageRoot = [this](const plan::FromImage& image) -> Result<Root> {
        const plan::Base* base = plan::baseOf(m_bases, image);
        if (!base)
            return fail(ErrorCode::NotFound, text::say("The image {} isn't here yet.", image.name));
        return rootOf(m_store, base->config->diffIds);
    };
    for (const plan::Step& step : m_plan.steps)
        m_identities.insert(stepIdentity(m_options.folder, step));
}

Forecast Forecaster::run() {
    m_steps.resize(m_plan.steps.size());
    for (std::size_t i = 0; i < m_steps.size(); ++i)
        m_steps[i].step = static_cast<int>(i);
    for (const plan::Stage& stage : m_plan.stages) {
        if (m_surroundings.stop.stop_requested())
            break;
        runStage(stage);
    }
    return {std::move(m_steps)};
}

void Forecaster::runStage(const plan::Stage& stage) {
    if (const auto* base = std::get_if<plan::FromStage>(&stage.base)) {
        m_stages.push_back(m_stages[static_cast<std::size_t>(base->stage)]);
    } else {
        m_stages.push_back({RootBuilder(m_store, m_context), {}, -1, {}, 0, {}, {}});
    }
    if (!stage.known && isResolved(m_stages.back().unresolved)) {
        const auto* image = std::get_if<plan::FromImage>(&stage.base);
        m_stages.back().unresolved = notHere(image ? image->name : std::string());
    }
    for (const int index : stage.steps) {
        if (m_surroundings.stop.stop_requested())
            return;
        const plan::Step& step = m_plan.steps[static_cast<std::size_t>(index)];
        m_steps[static_cast<std::size_t>(index)] = runStep(step, m_stages.back());
    }
}

StepForecast Forecaster::runImage(const plan::Step& step, StageState& state) {
    StepForecast out{.step = step.index};
    const auto& operation = std::get<plan::ImageOperation>(step.operation);
    const plan::Base* base = plan::baseOf(&m_bases, m_plan.stages[static_cast<std::size_t>(step.stage)].base);
    const auto unresolved = [&] {
        out.reason = state.unresolved = notHere(operation.name);
        return out;
    };
    if (!base)
        return unresolved();
    std::uint64_t size = 0;
    for (const Digest& diffId : base->config->diffIds) {
        if (auto added = state.root.add(diffId); !added)
            return unresolved();
        if (const auto layer = m_store.layer(diffId); layer && *layer)
            size += (*layer)->size;
    }
    state.unresolved = {};
    state.baseLayers = base->config->diffIds.size();
    state.baseName = operation.name;
    state.chain = chainKey(imageKey(operation, base->id), {});
    out.status = Status::Cached;
    out.size = size;
    return out;
}

Reason Forecaster::unresolvedFor(const plan::Step& step, const StageState& state) const {
    if (!isResolved(state.unresolved))
        return state.unresolved;
    for (const int stage : step.dependsOn)
        if (const auto& other = m_stages[static_cast<std::size_t>(stage)]; !isResolved(other.unresolved))
            return other.unresolved;
    const auto missing = [&](const plan::Origin& origin) {
        const auto* image = std::get_if<plan::FromImage>(&origin);
        return image && !m_bases.contains(*image) ? notHere(image->name) : Reason{};
    };
    Reason out;
    if (const auto* copy = std::get_if<plan::CopyOperation>(&step.operation))
        out = missing(copy->origin);
    if (const auto* run = std::get_if<plan::RunOperation>(&step.operation))
        for (const auto& mount : run->mounts)
            if (isResolved(out))
                out = missing(mount.origin);
    if (isResolved(out) && !step.known)
        out = {.kind = ReasonKind::Unresolved, .line = step.line};
    return out;
}

int Forecaster::obstacle(const plan::Step& step, const StageState& state) const {
    const Root& root = state.root.diffIds();
    if (std::holds_alternative<plan::RunOperation>(step.operation) && !root.diffIdsKnown)
        return state.cause;
    if (looksAtParent(step.operation) && !root.viewKnown)
        return state.cause;
    for (const int stage : step.dependsOn)
        if (const auto& other = m_stages[static_cast<std::size_t>(stage)]; !other.root.diffIds().viewKnown)
            return other.cause;
    return -1;
}

Result<Forecaster::Work> Forecaster::work(const plan::Step& step, StageState& state) const {
    const auto tables = [](Result<TableStep> made) -> Result<Work> {
        if (!made)
            return std::unexpected(made.error());
        return Work{std::move(made->key), std::move(made->entries)};
    };
    if (const auto* run = std::get_if<plan::RunOperation>(&step.operation)) {
        auto key = runKey(*run, m_plan.options, state.root.diffIds(), m_surroundings);
        if (!key)
            return std::unexpected(key.error());
        return Work{std::move(*key), {}};
    }
    if (const auto* copy = std::get_if<plan::CopyOperation>(&step.operation))
        return tables(copyStep(*copy, state.root.root(), m_surroundings));
    return tables(workdirStep(std::get<plan::WorkdirOperation>(step.operation), state.root.root()));
}

std::optional<CacheRecord> Forecaster::lastRecord(const plan::Step& step) const {
    if (auto record = lastOf(m_store, stepIdentity(m_options.folder, step)); record && *record)
        return std::move(*record);
    // The text was edited: what stood here before, unless that still stands elsewhere.
    auto record = lastAt(m_store, stepPosition(m_options.folder, m_options.dockerfile, step));
    if (!record || !*record)
        return {};
    const std::string& identity = (*record)->step;
    if (identity != stepIdentity(m_options.folder, step) && m_identities.contains(identity))
        return {};
    return std::move(*record);
}

Reason Forecaster::ownReason(const plan::Step& step, const Key& key, const std::optional<CacheRecord>& last,
                             const StageState& state) const {
    Reason reason = explain(key, step.name, last);
    if (!last)
        return reason;
    if (reason.kind == ReasonKind::Instruction && last->step == stepIdentity(m_options.folder, step) &&
        !step.variables.empty() && !std::holds_alternative<plan::RunOperation>(step.operation)) {
        reason.kind = ReasonKind::Variable;
        reason.subject = joined(step.variables);
    } else if (reason.kind == ReasonKind::Instruction && reason.differences.size() > 1 && !last->text.empty() &&
               last->text != step.name) {
        reason.differences = {{"instruction", last->text, step.name}};
    } else if (reason.kind == ReasonKind::Parent && !reason.differences.empty() &&
               key.inputs.back().kind == kInputParent) {
        std::size_t layer = 0;
        while (layer < last->key.items.size() && layer < key.items.size() && last->key.items[layer] == key.items[layer])
            ++layer;
        if (layer < state.baseLayers)
            return {.kind = ReasonKind::Base, .subject = state.baseName};
        layer -= state.baseLayers;
        if (layer < state.layerSteps.size()) {
            reason.step = state.layerSteps[layer];
            reason.line = m_plan.steps[static_cast<std::size_t>(reason.step)].line;
        }
    } else if (reason.kind == ReasonKind::None) {
        reason = {.kind = ReasonKind::Pruned};
    }
    return reason;
}

Reason Forecaster::follows(int cause) const {
    return {.kind = ReasonKind::Follows, .step = cause, .line = m_plan.steps[static_cast<std::size_t>(cause)].line};
}

void Forecaster::hit(const CacheRecord& record, const plan::Step& step, StageState& state, StepForecast& out) {
    out.status = Status::Cached;
    out.reason = {};
    out.size = record.size;
    out.expectedMs = record.durationMs;
    if (record.layer.isNull())
        return;
    if (auto added = state.root.add(record.layer); added) {
        state.layerSteps.push_back(step.index);
        return;
    }
    // The store says it has the layer, and has no table of it: a build would make it again.
    out.status = Status::Rebuild;
    out.reason = {.kind = ReasonKind::Pruned};
    miss(step, state, record, nullptr, false);
}

void Forecaster::miss(const plan::Step& step, StageState& state, const std::optional<CacheRecord>& last,
                      const Work* made, bool exact) {
    if (state.cause < 0)
        state.cause = step.index;
    if (exact && made && made->entries) {
        state.root.addForeseen(*made->entries);
        state.layerSteps.push_back(step.index);
        return;
    }
    // What comes after is compared with the layer of last time, and follows this step.
    state.root.setViewUnknown();
    if (last && !last->layer.isNull() && state.root.add(last->layer))
        state.layerSteps.push_back(step.index);
}

StepForecast Forecaster::runStep(const plan::Step& step, StageState& state) {
    if (std::holds_alternative<plan::ImageOperation>(step.operation))
        return runImage(step, state);
    StepForecast out{.step = step.index};
    out.reason = unresolvedFor(step, state);
    if (!isResolved(out.reason)) {
        state.unresolved = out.reason;
        return out;
    }
    const int inTheWay = obstacle(step, state);
    const bool exact = inTheWay < 0;
    auto made = work(step, state);
    if (made)
        state.chain = chainKey(made->key, state.chain);
    if (made && exact) {
        const auto decision = decide(m_store, made->key.digest, state.chain, {m_options.noCache, m_options.cutoff});
        if (decision && decision->record) {
            out.dockerWouldRerun = decision->dockerWouldRerun;
            hit(*decision->record, step, state, out);
            if (out.status != Status::Cached)
                out.dockerWouldRerun = false;
            return out;
        }
    }
    const std::optional<CacheRecord> last = lastRecord(step);
    out.status = Status::Rebuild;
    if (last) {
        out.size = last->size;
        out.expectedMs = last->durationMs;
    }
    if (m_options.noCache) {
        out.reason = {.kind = ReasonKind::NoCache};
    } else if (!made && (exact || failsAnyhow(step.operation, made.error()))) {
        out.reason = {.kind = ReasonKind::Files, .verb = ReasonVerb::Says, .subject = made.error().message};
    } else if (!made) {
        out.reason = follows(inTheWay);
    } else {
        out.reason = ownReason(step, made->key, last, state);
        const bool onlyBelow = !isOwn(out.reason) || out.reason.kind == ReasonKind::Pruned;
        // What it is by itself was built before: with what stands below it may be found again.
        if (!exact && (onlyBelow || isOwnKnown(m_store, made->key.own)))
            out.reason = follows(inTheWay);
        else if (exact && !m_options.cutoff && state.cause >= 0 && onlyBelow)
            out.reason = follows(state.cause);
    }
    const int before = state.cause;
    if (!exact && before < 0)
        state.cause = out.reason.kind == ReasonKind::Follows ? inTheWay : step.index;
    miss(step, state, last, made ? &*made : nullptr, exact);
    if (before < 0 && out.reason.kind == ReasonKind::Follows)
        state.cause = out.reason.step;
    return out;
}

Forecast forecast(const plan::BuildPlan& plan, const plan::Bases& bases, store::Store& store,
                  std::shared_ptr<context::ContextTree> context, const ForecastOptions& options, std::stop_token stop) {
    return Forecaster(plan, bases, store, std::move(context), options, std::move(stop)).run();
}

}  // namespace slipway::cache
