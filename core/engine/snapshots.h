// Layers unpacked for RUN: each once, several at a time, and only when a RUN stands on them.
#pragma once

#include "engine/background.h"
#include "engine/worker_link.h"
#include "store/store.h"

#include <map>
#include <stop_token>

namespace slipway::engine {

using layer::Digest;

/// Belongs to the loop's thread.
class Snapshots {
public:
    Snapshots(std::shared_ptr<store::Store> store, Background& background, WorkerLink& worker, std::stop_token stop)
        : m_store(std::move(store)), m_background(background), m_worker(worker), m_stop(std::move(stop)) {}

    /// Short names of a root's layers, lowest first; what is missing is unpacked.
    [[nodiscard]] Task<Result<std::vector<std::string>>> of(std::vector<Digest> diffIds);
    /// Unpacks what the layers of a root lack and any build could share, before one asks for it.
    [[nodiscard]] Task<Result<>> ahead(std::vector<Digest> diffIds);
    /// Names of those that serve this build alone: to be removed at its end.
    [[nodiscard]] const std::vector<std::string>& temporary() const { return m_temporary; }
    /// Removed at the build's end.
    void discard(std::string name) { m_temporary.push_back(std::move(name)); }

private:
    struct Slot {
        Gate ready;
        Result<std::string> name = std::string();
    };
    /// What unpacking a layer needs to know.
    struct Source {
        std::string snapshot;  ///< there already
        std::string tar, table;
        bool leansOnBelow = false;  ///< it leaves out a directory that a layer below may describe
    };
    [[nodiscard]] std::shared_ptr<Slot> slotFor(std::vector<Digest> chain);
    [[nodiscard]] Task<Result<std::string>> unpack(std::vector<Digest> chain);
    [[nodiscard]] Task<Result<std::string>> unpackShared(Digest diffId);
    [[nodiscard]] Task<Result<std::string>> unpackInto(std::string name, Source source, std::vector<std::string> below);
    [[nodiscard]] Arriving<Result<Source>> sourceOf(Digest diffId, bool bottom);

    std::shared_ptr<store::Store> m_store;
    Background& m_background;
    WorkerLink& m_worker;
    std::stop_token m_stop;
    std::map<std::vector<Digest>, std::shared_ptr<Slot>> m_slots;  ///< by the layer and all below it
    std::vector<std::string> m_temporary;
};

}  // namespace slipway::engine
