#include "engine/step.h"

#include "engine/run_step.h"
#include "engine/table_step.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::engine {

namespace {

constexpr int kAttempts = 3;
/// An image with more can't be loaded or run by Docker ("max depth exceeded").
constexpr std::size_t kMostLayers = 125;

/// A step's key, and what the store knows of it.
struct Look {
    std::shared_ptr<const cache::Key> key;          ///< long, for many files
    std::shared_ptr<const cache::TableStep> table;  ///< of COPY, ADD and WORKDIR
    Digest chainKey;
    cache::Decision decision;
};

/// What the step is looked up by.
const Digest& lookUpKey(const Site& site, const Look& look) {
    return site.decision.cutoff ? look.key->digest : look.chainKey;
}

/// Names under which a step's record is found again.
struct Names {
    std::string identity, position, text;
};

Names namesOf(const Site& site, const plan::Step& step) {
    return {cache::stepIdentity(site.folder, step), cache::stepPosition(site.folder, site.dockerfile, step), step.name};
}

Result<cache::Root> rootFor(store::Store& store, const plan::Operation& operation, std::vector<Digest> diffIds) {
    if (std::holds_alternative<plan::RunOperation>(operation)) {
        cache::Root root;  // a RUN's key names its layers and looks into none of them
        root.diffIds = std::move(diffIds);
        return root;
    }
    return cache::rootOf(store, std::move(diffIds));
}

/// For a pool's thread: works the key out and asks for a record.
auto lookUp(const Site& site, const plan::Step& step) {
    return [store = site.store, surroundings = site.surroundings(step), operation = step.operation,
            options = site.graph->plan().options, root = site.graph->rootBelow(step).diffIds,
            chainBelow = site.graph->chainBelow(step), decision = site.decision,
            names = namesOf(site, step)]() -> Result<Look> {
        const auto parent = rootFor(*store, operation, root);
        if (!parent) {
            return fail(parent.error());
        }
        Look look;
        if (const auto* run = std::get_if<plan::RunOperation>(&operation)) {
            auto key = cache::runKey(*run, options, *parent, surroundings);
            if (!key) {
                return fail(key.error());
            }
            look.key = std::make_shared<const cache::Key>(std::move(*key));
        } else {
            const auto* copy = std::get_if<plan::CopyOperation>(&operation);
            auto table = copy ? cache::copyStep(*copy, *parent, surroundings)
                              : cache::workdirStep(std::get<plan::WorkdirOperation>(operation), *parent);
            if (!table) {
                return fail(table.error());
            }
            look.table = std::make_shared<const cache::TableStep>(std::move(*table));
            look.key = {look.table, &look.table->key};
        }
        look.chainKey = cache::chainKey(*look.key, chainBelow);
        auto decided = cache::decide(*store, look.key->digest, look.chainKey, decision);
        if (!decided) {
            return fail(decided.error());
        }
        look.decision = std::move(*decided);
        if (look.decision.record) {
            // A record that can't be put again is good all the same.
            static_cast<void>(
                cache::adopt(*store, *look.decision.record, look.chainKey, names.identity, names.position, names.text));
        }
        return look;
    };
}

/// Where it stands in the Dockerfile.
Error placed(const Site& site, const plan::Step& step, Error error) {
    if (error.code == ErrorCode::Canceled) {
        return error;
    }
    if (!error.where) {
        error.path = site.dockerfile;
        error.where = site.graph->plan().tree->lines().position(step.range.begin);
    } else if (error.path.empty()) {
        error.path = site.dockerfile;  // it knows its part of the instruction
    }
    return error;
}

StepEnd failed(Site& site, const plan::Step& step, Failure failure, std::int64_t began) {
    const bool isCanceled = failure.error.code == ErrorCode::Canceled || site.stopping();
    StepEvent event = stepEvent(site.graph->plan(), step, isCanceled ? StepStatus::Canceled : StepStatus::Failed);
    event.durationMs = site.journal.elapsedMs() - began;
    if (!isCanceled) {
        event.exitStatus = failure.exitStatus;
        event.message = failure.error.message;
        event.lastLines = failure.lastLines;
    }
    site.journal.tell(std::move(event));
    if (isCanceled) {
        return {.error = canceled()};
    }
    return {.error = placed(site, step, std::move(failure.error)), .lastLines = std::move(failure.lastLines)};
}

StepEnd cached(Site& site, const plan::Step& step, const Look& look) {
    const cache::CacheRecord& record = *look.decision.record;
    // Two steps of one build may be the same: then it ran, and both are done.
    const bool ranNow = site.made.contains(lookUpKey(site, look));
    StepEvent event = stepEvent(site.graph->plan(), step, ranNow ? StepStatus::Done : StepStatus::Cached);
    event.durationMs = ranNow ? 0 : record.durationMs;
    event.size = record.size;
    event.dockerWouldRerun = !ranNow && look.decision.dockerWouldRerun;
    StepResult result{look.chainKey, std::nullopt, record.size, record.durationMs, record.createdAt};
    if (!record.layer.isNull()) {
        event.layer = result.layer = record.layer;
    }
    site.journal.tell(std::move(event));
    return {.result = std::move(result)};
}

/// What a miss is told with: why, and what there was before.
struct Before {
    cache::Reason reason;
    std::optional<Digest> layer;
};

/// The reason that each layer below a RUN gives where it is another than it was: the image, or the step that made it.
std::vector<cache::Reason> reasonsBelow(const Graph& graph, const plan::Step& step) {
    std::vector<cache::Reason> out;
    if (!std::holds_alternative<plan::RunOperation>(step.operation)) {
        return out;
    }
    for (const int made : graph.rootBelow(step).steps) {
        const plan::Step& below = graph.plan().steps[static_cast<std::size_t>(made)];
        const auto* const image = std::get_if<plan::ImageOperation>(&below.operation);
        out.push_back(image ? cache::Reason{.kind = cache::ReasonKind::Base, .subject = image->name}
                            : cache::Reason{.kind = cache::ReasonKind::Parent, .step = made, .line = below.line});
    }
    return out;
}

/// How many layers from the bottom are what they were.
std::size_t layersAsBefore(const cache::Key& now, const cache::Key& before) {
    const auto [at, old] = std::ranges::mismatch(now.items, before.items);
    return static_cast<std::size_t>(
        std::count_if(now.items.begin(), at, [](const auto& item) { return item.kind == cache::kItemLayer; }));
}

auto lookBack(const Site& site, const plan::Step& step, std::shared_ptr<const cache::Key> key) {
    return [store = site.store, names = namesOf(site, step), key = std::move(key), decision = site.decision,
            below = reasonsBelow(*site.graph, step)]() -> Before {
        auto record = cache::lastOf(*store, names.identity);
        if (record && !*record) {
            record = cache::lastAt(*store, names.position);
        }
        const std::optional<cache::CacheRecord> before = record ? std::move(*record) : std::nullopt;
        Before out;
        using enum cache::ReasonKind;
        out.reason = decision.noCache ? cache::Reason{.kind = NoCache} : cache::explain(*key, names.text, before);
        if (out.reason.kind == None) {  // it is what it was
            out.reason.kind = decision.cutoff ? Pruned : Follows;
        }
        if (out.reason.kind == Parent && !before->key.items.empty()) {
            const std::size_t layer = layersAsBefore(*key, before->key);
            out.reason = layer < below.size() ? below[layer] : out.reason;
        }
        out.reason.differences.clear();
        if (before) {
            out.layer = before->layer;
        }
        return out;
    };
}

Result<> record(Site& site, const plan::Step& step, const Look& look, const StepResult& result,
                std::uint64_t peakMemory) {
    const Names names = namesOf(site, step);
    cache::CacheRecord record;
    record.key = *look.key;
    record.chainKey = look.chainKey;
    record.step = names.identity;
    record.position = names.position;
    record.text = names.text;
    record.layer = result.layer.value_or(Digest{});
    record.size = result.size;
    record.durationMs = result.durationMs;
    record.peakMemory = peakMemory;
    record.createdAt = result.createdAt;
    return cache::put(*site.store, record);
}

/// Its key is held, and no record answers it.
Task<Attempt<Made>> make(Site& site, const plan::Step& step, std::shared_ptr<const cache::TableStep> table) {
    if (table) {
        co_return co_await makeTableLayer(site, step, std::move(table));
    }
    co_return co_await runCommand(site, step);
}

StepEnd runImage(Site& site, const plan::Step& step) {
    const auto& operation = std::get<plan::ImageOperation>(step.operation);
    const plan::Origin& origin = site.graph->plan().stages[static_cast<std::size_t>(step.stage)].base;
    const plan::Base* base = plan::baseOf(&site.graph->bases(), origin);
    if (!base) {
        return failed(site, step, {Error{ErrorCode::NotFound, text::say("The image {} isn't here.", operation.name)}},
                      0);
    }
    StepResult result;
    result.chainKey = cache::chainKey(cache::imageKey(operation, base->id), {});
    for (const Digest& diffId : base->config->diffIds) {
        if (const auto layer = site.store->layer(diffId); layer && *layer) {
            result.size += (*layer)->size;
        }
    }
    const auto pulled = site.pulled.find(std::get<plan::FromImage>(origin));
    StepEvent event =
        stepEvent(site.graph->plan(), step,
                  pulled == site.pulled.end() || !pulled->second.isNew ? StepStatus::Cached : StepStatus::Done);
    event.size = result.size;
    event.durationMs = result.durationMs = pulled == site.pulled.end() ? 0 : pulled->second.durationMs;
    site.journal.tell(std::move(event));
    return {.result = std::move(result)};
}

/// One step on its way: an attempt ends it, or asks for another.
class StepRun {
public:
    StepRun(Site& site, const plan::Step& step) : m_site(site), m_step(step), m_began(site.journal.elapsedMs()) {}

    Task<StepEnd> run() {
        for (int left = kAttempts;;) {
            auto end = co_await attempt(--left > 0);
            if (end) {
                co_return std::move(*end);
            }
        }
    }

private:
    /// Nothing where a file changed while it was packed, and `mayRetry`: then all is looked at again.
    Task<std::optional<StepEnd>> attempt(bool mayRetry) {
        auto look = co_await m_site.background.run(lookUp(m_site, m_step));
        if (!look) {
            co_return failed(m_site, m_step, {look.error()}, m_began);
        }
        if (look->decision.record) {
            co_return cached(m_site, m_step, *look);
        }
        const bool own = m_site.making.contains(look->key->digest);
        auto lock = co_await m_site.lock(
            look->key->digest,
            own ? std::string() : text::say("Another build is making {}: waiting for it.", m_step.name));
        if (!lock) {
            co_return failed(m_site, m_step, {lock.error()}, m_began);
        }
        // Someone may have made it between the first look and the lock; what this build made counts without cache, too.
        cache::DecisionOptions options = m_site.decision;
        options.noCache = options.noCache && !m_site.made.contains(lookUpKey(m_site, *look));
        auto again = cache::decide(*m_site.store, look->key->digest, look->chainKey, options);
        if (again && again->record) {
            look->decision = std::move(*again);
            co_return cached(m_site, m_step, *look);
        }
        const Before before = co_await m_site.background.run(lookBack(m_site, m_step, look->key));
        tellRunning(before.reason);
        m_site.making.insert(look->key->digest);
        auto made = co_await make(m_site, m_step, look->table);
        m_site.making.erase(look->key->digest);
        if (!made) {
            const bool changed = made.error().error.code == ErrorCode::Corrupt && look->table;
            if (changed && mayRetry && !m_site.stopping()) {
                co_return std::nullopt;
            }
            co_return failed(m_site, m_step, std::move(made.error()), m_began);
        }
        co_return finish(*look, *made, before);
    }

    void tellRunning(const cache::Reason& reason) {
        if (!m_told) {
            m_told = true;
            m_began = m_site.journal.elapsedMs();
            StepEvent running = stepEvent(m_site.graph->plan(), m_step, StepStatus::Running);
            running.reason = reason;
            m_site.journal.tell(std::move(running));
        }
    }

    StepEnd finish(const Look& look, const Made& made, const Before& before) {
        StepResult result{look.chainKey, made.layer, made.size, m_site.journal.elapsedMs() - m_began,
                          wallClockMs() / 1000};
        if (auto recorded = record(m_site, m_step, look, result, made.peakMemory); !recorded) {
            return failed(m_site, m_step, {recorded.error()}, m_began);
        }
        m_site.made.insert(lookUpKey(m_site, look));
        StepEvent done = stepEvent(m_site.graph->plan(), m_step, StepStatus::Done);
        done.durationMs = result.durationMs;
        done.size = result.size;
        done.layer = result.layer;
        done.reason = before.reason;
        done.sameResult = before.layer && result.layer && *before.layer == *result.layer;
        m_site.journal.tell(std::move(done));
        return {.result = std::move(result)};
    }

    Site& m_site;
    const plan::Step& m_step;
    std::int64_t m_began;
    bool m_told = false;
};

}  // namespace

std::string stageName(const plan::Stage& stage) {
    return stage.name.empty() ? std::to_string(stage.index) : stage.name;
}

StepEvent stepEvent(const plan::BuildPlan& plan, const plan::Step& step, StepStatus status) {
    const plan::Stage& stage = plan.stages[static_cast<std::size_t>(step.stage)];
    StepEvent event;
    event.id = step.id;
    event.stage = stageName(stage);
    event.stageIndex = stage.index;
    event.number = step.number;
    event.count = stage.stepCount;
    event.name = step.name;
    event.line = step.line;
    event.status = status;
    return event;
}

Task<StepEnd> runStep(Site& site, const plan::Step& step) {
    if (std::holds_alternative<plan::ImageOperation>(step.operation)) {
        co_return runImage(site, step);
    }
    if (site.graph->rootBelow(step).diffIds.size() >= kMostLayers) {
        Error error(
            ErrorCode::Unsupported,
            text::say("The image would have more than {} layers, which is Docker's limit: let some RUN, COPY or "
                      "ADD do the work of several.",
                      kMostLayers));
        co_return failed(site, step, {std::move(error)}, site.journal.elapsedMs());
    }
    StepRun run(site, step);
    co_return co_await run.run();
}

}  // namespace slipway::engine
