// Where a build's steps work: what all executors share.
#pragma once

#include "cache/forecast.h"
#include "cache/pack.h"
#include "engine/background.h"
#include "engine/graph.h"
#include "engine/journal.h"
#include "engine/snapshots.h"
#include "engine/worker_link.h"

#include <stop_token>
#include <unordered_set>

namespace slipway::engine {

/// What a build's question to a registry came to.
struct Pull {
    std::int64_t durationMs = 0;
    bool isNew = true;  ///< false where the name stood for that image already
};

/// Belongs to the loop's thread and outlives every coroutine of the build. What goes to the pool is copied out of it.
struct Site {
    std::shared_ptr<store::Store> store;
    std::string folder;      ///< absolute path of the context
    std::string dockerfile;  ///< absolute path
    cache::DecisionOptions decision;
    std::shared_ptr<context::ContextTree> context;  ///< null where it couldn't be opened: `contextError`
    std::optional<Error> contextError;
    std::shared_ptr<const std::vector<std::string>> taken;  ///< cache::takenFromContext(), once there is a plan
    std::stop_token stop;

    Journal& journal;
    Background& background;
    WorkerLink& worker;
    Snapshots& snapshots;
    Graph* graph = nullptr;                   ///< once there is a plan
    std::map<plan::FromImage, Pull> pulled;
    std::unordered_set<Digest> making, made;  ///< keys of steps that run, and that ran, in this build

    [[nodiscard]] bool stopping() const { return stop.stop_requested(); }
    /// For a pool's thread: the roots that a step's key may look at, by value.
    [[nodiscard]] cache::Surroundings surroundings(const plan::Step& step) const;
    /// Waits until this process holds the key. Canceled where the build is stopped meanwhile.
    [[nodiscard]] Task<Result<store::Store::KeyLock>> lock(Digest key, std::string note);
};

[[nodiscard]] Error canceled();

}  // namespace slipway::engine
