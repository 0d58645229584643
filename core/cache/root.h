// Roots out of layers that the store has, and of layers that are only foreseen. Internal to core/cache.
#pragma once

#include "cache/key.h"
#include "store/store.h"

#include <map>

namespace slipway::cache {

/// A foreseen layer's entries, for reading /etc/passwd out of them.
using Foreseen = std::shared_ptr<const std::map<std::string, PlannedEntry, std::less<>>>;

/// Grows a root layer by layer. `diffIds` and the view's layers go together; a foreseen layer has a null diff ID.
class RootBuilder {
public:
    RootBuilder(store::Store& store, std::shared_ptr<context::ContextTree> context)
        : m_store(&store), m_context(std::move(context)) {}

    /// Fails where the store has no table for it.
    Result<> add(const Digest& diffId);
    void addForeseen(const std::vector<PlannedEntry>& entries);
    void setViewUnknown() { m_root.viewKnown = m_root.diffIdsKnown = false; }
    /// Its diff IDs and flags; the view may be behind.
    [[nodiscard]] const Root& diffIds() const { return m_root; }
    [[nodiscard]] const Root& root();

private:
    store::Store* m_store;
    std::shared_ptr<context::ContextTree> m_context;
    Root m_root;
    layer::TocList m_layers;
    std::vector<Foreseen> m_foreseen;  ///< null where the store has the layer
};

}  // namespace slipway::cache
