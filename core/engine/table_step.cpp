#include "engine/table_step.h"

#include <unistd.h>

#include <cerrno>

namespace slipway::engine {

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto kProgressPause = 100ms;

Result<> writeAll(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t length = ::write(file, bytes.data(), bytes.size());
        if (length < 0 && errno != EINTR) {
            return fail(errno == ENOSPC || errno == EDQUOT
                            ? Error{ErrorCode::NoSpace,
                                    "The disk is full: the layer can't be written into the store. Free some space and "
                                    "build again; what was finished is kept."}
                            : Error::fromErrno("write a layer into the store"));
        }
        bytes.remove_prefix(length > 0 ? static_cast<std::size_t>(length) : 0);
    }
    return {};
}

/// Tells the loop how far a layer is, not more often than anyone can look.
std::function<void(std::uint64_t)> reporter(Site& site, const plan::Step& step, const cache::TableStep& table) {
    std::uint64_t total = 0;
    for (const cache::PlannedEntry& planned : table.entries) {
        total += planned.entry.size;
    }
    return [&site, id = step.id, total, next = Clock::now() + kProgressPause](std::uint64_t current) mutable {
        const auto now = Clock::now();
        if (now < next) {
            return;
        }
        next = now + kProgressPause;
        site.background.tellLoop([&site, id, total, current] {
            site.journal.tell(ProgressEvent{id, std::min(current, total), total, "bytes"});
        });
    };
}

}  // namespace

Result<store::Layer> packLayer(store::Store& store, context::ContextTree* context, const cache::TableStep& table,
                               std::stop_token stop, const std::function<void(std::uint64_t)>& written) {
    auto blob = store.newBlob();
    if (!blob) {
        return fail(blob.error());
    }
    const auto scratch = store.scratchFolder();
    if (!scratch) {
        return fail(scratch.error());
    }
    std::uint64_t bytes = 0;
    // The writer hashes what it writes: the blob need not hash it again.
    const auto sink = [&](std::string_view piece) -> Result<> {
        bytes += piece.size();
        if (written) {
            written(bytes);
        }
        return writeAll(blob->descriptor(), piece);
    };
    const auto packed = cache::pack(table, context, store, *scratch, sink, stop);
    if (!packed) {
        return fail(packed.error());
    }
    if (auto kept = blob->commitAs(packed->diffId, packed->tarSize); !kept) {
        return fail(kept.error());
    }
    const auto toc = store.putBlob(packed->toc->serialize());
    if (!toc) {
        return fail(toc.error());
    }
    store::Layer layer;
    if (const auto known = store.layer(packed->diffId); known && *known) {
        layer = **known;  // it may have a snapshot or a compressed blob
    }
    layer.diffId = packed->diffId;
    layer.toc = *toc;
    layer.size = packed->toc->contentSize();
    layer.tarSize = packed->tarSize;
    if (auto recorded = store.putLayer(layer); !recorded) {
        return fail(recorded.error());
    }
    return layer;
}

Task<Attempt<Made>> makeTableLayer(Site& site, const plan::Step& step, std::shared_ptr<const cache::TableStep> table) {
    if (table->entries.empty()) {
        co_return Made{};
    }
    auto report = reporter(site, step, *table);
    const auto layer = co_await site.background.run(
        [store = site.store, context = site.context, table, stop = site.stop, report = std::move(report)]() mutable {
            return packLayer(*store, context.get(), *table, stop, report);
        });
    if (!layer) {
        co_return std::unexpected(Failure{layer.error()});
    }
    co_return Made{layer->diffId, layer->size, 0};
}

}  // namespace slipway::engine
