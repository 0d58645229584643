#include "engine/run_step.h"

#include "engine/output_reader.h"
#include "engine/run_mounts.h"
#include "sandbox/programs.h"
#include "text/say.h"

#include <filesystem>

namespace slipway::engine {

namespace {

constexpr std::size_t kTailBytes = 4096;
constexpr std::size_t kTailLines = 10;

std::unexpected<Failure> give(Error error, int exitStatus = 0) {
    return std::unexpected(Failure{std::move(error), exitStatus, {}});
}

/// The end of what a command wrote, both streams as they came.
class Tail {
public:
    void add(const std::string& text) {
        m_text += text;
        if (m_text.size() > 2 * kTailBytes) {
            m_text.erase(0, m_text.size() - kTailBytes);
        }
    }
    /// Its last lines, without the newline at the end.
    [[nodiscard]] std::string lines() const {
        std::string_view text = m_text;
        while (text.ends_with('\n') || text.ends_with('\r')) {
            text.remove_suffix(1);
        }
        std::size_t begin = text.size();
        for (std::size_t line = 0; line < kTailLines && begin != std::string_view::npos && begin > 0; ++line) {
            begin = text.rfind('\n', begin - 1);
        }
        return std::string(begin == std::string_view::npos || begin >= text.size() ? text : text.substr(begin + 1));
    }

private:
    std::string m_text;
};

/// The two streams of a command.
struct Output {
    Output(Site& site, const std::string& id)
        : out([this, &site, id](std::string text) { take(site, id, 1, std::move(text)); }),
          error([this, &site, id](std::string text) { take(site, id, 2, std::move(text)); }) {}
    void take(Site& site, const std::string& id, int stream, std::string text) {
        tail.add(text);
        site.journal.tell(LogEvent{id, stream, std::move(text)});
    }
    Tail tail;
    OutputReader out, error;
};

sandbox::RunRequest requestFor(const plan::RunOperation& run, std::vector<std::string> lower, std::string upper,
                               std::vector<sandbox::RunMount> mounts, const Output& output) {
    sandbox::RunRequest request;
    request.lower = std::move(lower);
    request.upper = std::move(upper);
    request.arguments = run.arguments();
    const plan::RunSetting& setting = *run.setting;
    request.environment = *setting.environment;
    request.environment.insert(request.environment.end(), setting.proxyEnvironment.begin(),
                               setting.proxyEnvironment.end());
    request.user = setting.user;
    request.workingDir = setting.workingDir;
    request.network = setting.network;
    request.addHosts = setting.addHosts;
    request.mounts = std::move(mounts);
    request.stdoutFd = output.out.writeEnd();
    request.stderrFd = output.error.writeEnd();
    return request;
}

std::string whyHostNetwork() {
    std::string why = sandbox::findPasta().missing;
    return why.empty() ? text::say("RUN uses the host's network, because pasta could not make one of its own") : why;
}

Failure commandFailed(const Site& site, const sandbox::Ran& ran, const Tail& tail) {
    std::string message =
        ran.signal != 0 ? text::say("The command was ended by signal {} (exit status {}).", ran.signal, ran.exitStatus)
                        : text::say("The command failed with exit status {}.", ran.exitStatus);
    if (ran.diskFull) {  // a command seldom says so, and never which disk
        message += ' ' + text::say("The store's disk is full: make room for {}, or set SLIPWAY_HOME to another folder.",
                                   site.store->home().string());
    }
    return {Error{ErrorCode::Failed, std::move(message)}, ran.exitStatus, tail.lines()};
}

/// Where the worker writes a layer's tar and table.
struct LayerFiles {
    store::BlobWriter tar, toc;
};

/// For a pool's thread: records a committed layer; gives the name of the snapshot that it has now.
Result<std::string> keep(store::Store& store, const store::Layer& layer, std::uint64_t tocSize, LayerFiles files) {
    if (const auto known = store.layer(layer.diffId); known && *known && !(*known)->snapshot.empty()) {
        std::error_code error;
        if (std::filesystem::exists(store.home() / "snapshots" / (*known)->snapshot, error)) {
            return (*known)->snapshot;
        }
    }
    if (auto done = store.putLayer(layer, std::move(files.tar), std::move(files.toc), tocSize); !done) {
        return fail(done.error());
    }
    return layer.snapshot;
}

/// Records what a RUN made, under the snapshot that its upper directory has become.
Task<Attempt<Made>> record(Site& site, sandbox::Committed committed, std::string upper, LayerFiles files,
                           std::uint64_t peakMemory) {
    store::Layer layer;
    layer.diffId = committed.diffId;
    layer.toc = committed.toc;
    layer.size = committed.size;
    layer.tarSize = committed.tarSize;
    layer.snapshot = upper;
    const auto kept = co_await site.background.run(
        [store = site.store, layer, tocSize = committed.tocSize, files = std::move(files)]() mutable {
            return keep(*store, layer, tocSize, std::move(files));
        });
    if (!kept) {
        co_return give(kept.error());
    }
    if (*kept != upper) {
        // The same layer as one that is there already, and unpacked.
        site.snapshots.discard(upper);
    }
    co_return Made{layer.diffId, layer.size, peakMemory};
}

/// Runs it on its parents' snapshots; where it succeeded, the upper directory stays behind as a snapshot.
Task<Attempt<sandbox::Ran>> execute(Site& site, const plan::Step& step, std::string upper, const LayerFiles& files) {
    const auto& run = std::get<plan::RunOperation>(step.operation);
    auto lower = co_await site.snapshots.of(site.graph->rootBelow(step).diffIds);
    if (!lower) {
        co_return give(lower.error());
    }
    auto mounts = co_await prepareMounts(site, step);
    if (!mounts) {
        co_return give(mounts.error());
    }
    Output output(site, step.id);
    if (!output.out.open() || !output.error.open()) {
        co_return give(Error::fromErrno("make a pipe"));
    }
    auto request = requestFor(run, std::move(*lower), std::move(upper), std::move(mounts->mounts), output);
    request.tarFd = files.tar.descriptor();
    request.tocFd = files.toc.descriptor();
    auto calling = site.worker.call(std::move(request));
    output.out.closeWriteEnd();
    output.error.closeWriteEnd();
    auto outcome = co_await calling;
    output.out.drain();
    output.error.drain();
    if (auto* error = std::get_if<Error>(&outcome)) {
        co_return give(std::move(*error));
    }
    const auto* ran = std::get_if<sandbox::Ran>(&outcome);
    if (ran == nullptr) {
        co_return give({ErrorCode::Corrupt, text::say("The worker gave no exit status.")});
    }
    if (ran->hostNetwork && run.setting->network == "default") {
        site.journal.noteOnce(whyHostNetwork());
    }
    if (ran->exitStatus != 0 || ran->signal != 0) {
        co_return std::unexpected(commandFailed(site, *ran, output.tail));
    }
    co_return *ran;
}

}  // namespace

Task<Attempt<Made>> runCommand(Site& site, const plan::Step& step) {
    if (site.stopping()) {
        co_return give(canceled());
    }
    auto upper = site.store->newSnapshotName();
    if (!upper) {
        co_return give(upper.error());
    }
    auto tar = site.store->newBlob();
    auto toc = site.store->newBlob();
    if (!tar || !toc) {
        co_return give(tar ? toc.error() : tar.error());
    }
    LayerFiles files{std::move(*tar), std::move(*toc)};
    auto ran = co_await execute(site, step, *upper, files);
    Attempt<Made> made = std::unexpected(ran ? Failure{} : ran.error());
    if (ran && !ran->committed) {
        made = give({ErrorCode::Corrupt, text::say("The worker gave no layer.")});
    } else if (ran) {
        made = co_await record(site, *ran->committed, *upper, std::move(files), ran->peakMemory);
    }
    if (!made) {
        site.snapshots.discard(std::move(*upper));
    }
    co_return made;
}

}  // namespace slipway::engine
