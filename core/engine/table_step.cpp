#include "engine/table_step.h"

#include "text/write_all.h"

namespace slipway::engine {

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto kProgressPause = 100ms;

Result<> writeLayer(int file, std::string_view bytes) {
    return text::writeAll(file, bytes) ? Result<>() : fail(Error::fromErrno("write the layer into the store"));
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
    auto tar = store.newBlob();
    auto tocBlob = tar ? store.newBlob() : fail(tar.error());
    const auto scratch = tocBlob ? store.scratchFolder() : fail(tocBlob.error());
    if (!scratch) {
        return fail(scratch.error());
    }
    std::uint64_t bytes = 0;
    // What packs hashes what it writes: the blob need not hash it again.
    const auto sink = [&](std::string_view piece) -> Result<> {
        bytes += piece.size();
        if (written) {
            written(bytes);
        }
        return writeLayer(tar->descriptor(), piece);
    };
    const auto packed = cache::pack(table, context, store, *scratch, sink, stop);
    if (!packed) {
        return fail(packed.error());
    }
    const std::string toc = packed->toc->serialize();
    store::Layer layer;
    layer.diffId = packed->diffId;
    layer.toc = store::Digest::of(toc);
    layer.size = packed->toc->contentSize();
    layer.tarSize = packed->tarSize;
    const auto kept = writeLayer(tocBlob->descriptor(), toc).and_then([&] {
        return store.putLayer(layer, std::move(*tar), std::move(*tocBlob), toc.size());
    });
    return kept ? Result<store::Layer>(std::move(layer)) : fail(kept.error());
}

Task<Attempt<Made>> makeTableLayer(Site& site, const plan::Step& step, std::shared_ptr<const cache::TableStep> table) {
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
