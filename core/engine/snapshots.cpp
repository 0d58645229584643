#include "engine/snapshots.h"

#include "text/say.h"

#include <algorithm>
#include <filesystem>

namespace slipway::engine {

namespace {

using namespace std::chrono_literals;

constexpr auto kLockPause = 20ms;

/// A directory that is in the table only by the names of what is in it.
bool impliesDirectories(const layer::Toc& toc) {
    for (std::size_t i = 0; i < toc.size(); ++i) {
        const std::string_view path = toc.path(i);
        const std::size_t slash = path.rfind('/');
        if (slash != std::string_view::npos && !toc.find(path.substr(0, slash))) {
            return true;
        }
    }
    return false;
}

/// The kernel refuses a lower directory twice (ELOOP), and two steps may make the same layer. Where one stands above
/// again, what it says counts there: its place further down shows nothing of its own.
std::vector<std::string> withoutRepeats(const std::vector<std::string>& lowestFirst) {
    std::vector<std::string> out;
    for (auto name = lowestFirst.rbegin(); name != lowestFirst.rend(); ++name) {
        if (std::ranges::find(out, *name) == out.end()) {
            out.push_back(*name);
        }
    }
    std::ranges::reverse(out);
    return out;
}

}  // namespace

Task<Result<std::vector<std::string>>> Snapshots::of(std::vector<Digest> diffIds) {
    std::vector<std::shared_ptr<Slot>> slots;
    for (std::size_t i = 0; i < diffIds.size(); ++i) {
        slots.push_back(slotFor({diffIds.begin(), diffIds.begin() + static_cast<std::ptrdiff_t>(i) + 1}));
    }
    std::vector<std::string> names;
    std::optional<Error> error;
    for (std::size_t i = 0; i < slots.size(); ++i) {  // all of them, so that none is left running after a failure
        Slot* slot = slots[i].get();
        co_await slot->ready.opened();
        if (!slot->name) {
            error = error ? error : slot->name.error();
        } else {
            names.push_back(*slot->name);
        }
    }
    if (error) {
        co_return fail(*error);
    }
    co_return withoutRepeats(names);
}

Task<Result<>> Snapshots::ahead(std::vector<Digest> diffIds) {
    std::vector<std::shared_ptr<Slot>> slots;
    for (std::size_t i = 0; i < diffIds.size(); ++i) {
        const auto source = co_await sourceOf(diffIds[i], i == 0);
        if (source && !source->leansOnBelow) {
            slots.push_back(slotFor({diffIds.begin(), diffIds.begin() + static_cast<std::ptrdiff_t>(i) + 1}));
        }
    }
    Result<> result;
    for (const auto& slot : slots) {  // all of them
        co_await slot->ready.opened();
        if (!slot->name && result) {
            result = fail(slot->name.error());
        }
    }
    co_return result;
}

std::shared_ptr<Snapshots::Slot> Snapshots::slotFor(std::vector<Digest> chain) {
    auto& slot = m_slots[chain];
    if (!slot) {
        slot = std::make_shared<Slot>();
        const auto mine = slot;
        start(unpack(std::move(chain)), [mine](Result<std::string> name) {
            mine->name = std::move(name);
            mine->ready.open();
        });
        return mine;
    }
    return slot;
}

Arriving<Result<Snapshots::Source>> Snapshots::sourceOf(Digest diffId, bool bottom) {
    return m_background.run([store = m_store, diffId, bottom]() -> Result<Source> {
        const auto layer = store->layer(diffId);
        if (!layer) {
            return fail(layer.error());
        }
        if (!*layer) {
            return fail(ErrorCode::NotFound,
                        text::say("The layer {} is not in the store any more.", diffId.toString()));
        }
        Source source;
        if (!bottom) {
            const auto toc = store->toc(diffId);
            if (!toc) {
                return fail(toc.error());
            }
            source.leansOnBelow = impliesDirectories(**toc);
        }
        const std::string& snapshot = (*layer)->snapshot;
        std::error_code error;
        if (!source.leansOnBelow && !snapshot.empty() &&
            std::filesystem::exists(store->home() / "snapshots" / snapshot, error)) {
            source.snapshot = snapshot;
            return source;
        }
        auto tar = store->layerTar(diffId);
        if (!tar) {
            return fail(tar.error());
        }
        source.tar = tar->string();
        source.table = store->blobPath((*layer)->toc).string();
        return source;
    });
}

Task<Result<std::string>> Snapshots::unpack(std::vector<Digest> chain) {
    auto source = co_await sourceOf(chain.back(), chain.size() == 1);
    if (!source) {
        co_return fail(source.error());
    }
    if (!source->leansOnBelow) {
        if (!source->snapshot.empty()) {
            co_return std::move(source->snapshot);
        }
        co_return co_await unpackShared(chain.back());
    }
    // What it looks like depends on what is below: such a snapshot serves this build alone, whatever else is there.
    chain.pop_back();
    auto below = co_await of(std::move(chain));
    if (!below) {
        co_return fail(below.error());
    }
    auto name = m_store->newSnapshotName();
    if (!name) {
        co_return fail(name.error());
    }
    m_temporary.push_back(*name);
    co_return co_await unpackInto(*name, std::move(*source), std::move(*below));
}

Task<Result<std::string>> Snapshots::unpackShared(Digest diffId) {
    // Two processes, or two stages of this one, may want it at once.
    const Digest key = Digest::of("snapshot of " + diffId.hex());
    std::optional<store::Store::KeyLock> held;
    while (!held) {
        auto tried = m_store->tryLock(key);
        if (!tried) {
            co_return fail(tried.error());
        }
        held = std::move(*tried);
        if (!held) {
            if (m_stop.stop_requested()) {
                co_return fail(ErrorCode::Canceled, text::say("The build was canceled."));
            }
            co_await m_background.sleep(kLockPause);
        }
    }
    auto source = co_await sourceOf(diffId, true);
    if (!source) {
        co_return fail(source.error());
    }
    if (!source->snapshot.empty()) {
        co_return std::move(source->snapshot);
    }
    auto name = m_store->newSnapshotName();
    if (!name) {
        co_return fail(name.error());
    }
    auto unpacked = co_await unpackInto(*name, std::move(*source), {});
    if (unpacked) {
        if (auto recorded = m_store->setSnapshot(diffId, *name); !recorded) {
            m_temporary.push_back(*name);
        }
    }
    co_return unpacked;
}

Task<Result<std::string>> Snapshots::unpackInto(std::string name, Source source, std::vector<std::string> below) {
    sandbox::UnpackRequest request{std::move(source.tar), std::move(source.table), name, std::move(below)};
    auto outcome = co_await m_worker.call(std::move(request));
    if (auto* error = std::get_if<Error>(&outcome)) {
        co_return fail(std::move(*error));
    }
    co_return name;
}

}  // namespace slipway::engine
