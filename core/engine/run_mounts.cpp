#include "engine/run_mounts.h"

#include "engine/table_step.h"

namespace slipway::engine {

namespace {

using Mount = plan::RunOperation::Mount;
using sandbox::RunMount;

constexpr int kPrivateFolders = 1000;
constexpr std::size_t kIdDigits = 32;
constexpr std::string_view kHeredocFolder = "/dev/pipes";
constexpr std::uint32_t kExecutable = 0755;

RunMount snapshotMount(std::string target, bool readOnly, std::string source, std::vector<std::string> snapshots) {
    RunMount out;
    out.kind = RunMount::Kind::BindSnapshots;
    out.target = std::move(target);
    out.source = std::move(source);
    out.snapshots = std::move(snapshots);
    out.readOnly = readOnly;
    return out;
}

/// What a bind mount from the context shows becomes a layer like any other: .dockerignore counts, and the next build
/// with the same content has it already.
struct Content {
    std::optional<Digest> layer;
    std::string source;  ///< path in it
};

Result<Content> chosenContent(store::Store& store, context::ContextTree* context, const Mount& mount,
                              const plan::Options& options, const cache::Surroundings& surroundings,
                              std::stop_token stop) {
    if (context == nullptr) {
        return fail(ErrorCode::NotFound, "There is no context to mount from.");
    }
    const std::string source = mount.source.empty() ? "." : mount.source;
    const auto matches = context->match(source);
    if (!matches) {
        return fail(matches.error());
    }
    plan::CopyOperation copy;
    copy.sources = {source};
    copy.destination = "/";
    copy.link = true;
    const auto table = cache::copyStep(copy, options, cache::Root{}, surroundings);
    if (!table) {
        return fail(table.error());
    }
    Content content;
    if (matches->size() == 1 && !matches->front().directory) {
        const std::string& path = matches->front().path;
        content.source = path.substr(path.rfind('/') + 1);
    }
    if (!table->entries.empty()) {
        const auto layer = packLayer(store, context, *table, std::move(stop));
        if (!layer) {
            return fail(layer.error());
        }
        content.layer = layer->diffId;
    }
    return content;
}

Task<Result<RunMount>> bindFromContext(Site& site, const plan::Step& step, const Mount& mount) {
    const auto content = co_await site.background.run(
        [store = site.store, context = site.context, mount, options = site.graph->plan().options,
         surroundings = site.surroundings(step),
         stop = site.stop] { return chosenContent(*store, context.get(), mount, options, surroundings, stop); });
    if (!content) {
        co_return fail(content.error());
    }
    std::vector<Digest> layers;
    if (content->layer) {
        layers.push_back(*content->layer);
    }
    auto snapshots = co_await site.snapshots.of(std::move(layers));
    if (!snapshots) {
        co_return fail(snapshots.error());
    }
    co_return snapshotMount(mount.target, mount.readOnly, content->source, std::move(*snapshots));
}

Task<Result<RunMount>> bindMount(Site& site, const plan::Step& step, const Mount& mount) {
    std::vector<Digest> layers;
    if (const auto* stage = std::get_if<plan::FromStage>(&mount.origin)) {
        layers = site.graph->stageRoot(stage->stage).diffIds;
    } else if (const auto* image = std::get_if<plan::FromImage>(&mount.origin)) {
        const auto base = site.graph->bases().find(image->name);
        if (base == site.graph->bases().end() || !base->second.config) {
            co_return fail(ErrorCode::NotFound, "The image " + image->name + " isn't here.");
        }
        layers = base->second.config->diffIds;
    } else if (std::holds_alternative<plan::FromContext>(mount.origin)) {
        co_return co_await bindFromContext(site, step, mount);
    }
    auto snapshots = co_await site.snapshots.of(std::move(layers));
    if (!snapshots) {
        co_return fail(snapshots.error());
    }
    const std::size_t begin = mount.source.find_first_not_of('/');
    co_return snapshotMount(mount.target, mount.readOnly,
                            begin == std::string::npos ? std::string() : mount.source.substr(begin),
                            std::move(*snapshots));
}

/// A folder below mounts/ that nobody else uses: the first that is free.
Result<std::pair<std::string, store::Store::KeyLock>> privateFolder(store::Store& store, const std::string& name) {
    for (int i = 0; i < kPrivateFolders; ++i) {
        std::string folder = i == 0 ? name : name + "-" + std::to_string(i);
        auto held = store.tryLock(Digest::of("cache mount " + folder));
        if (!held) {
            return fail(held.error());
        }
        if (*held) {
            return std::pair(std::move(folder), std::move(**held));
        }
    }
    return fail(ErrorCode::Failed, "A private cache mount is in use by too many builds at once.");
}

Task<Result<RunMount>> cacheMount(Site& site, const Mount& mount, std::vector<store::Store::KeyLock>& locks) {
    if (!std::holds_alternative<plan::FromScratch>(mount.origin)) {
        co_return fail(ErrorCode::Unsupported,
                       "A cache mount that begins with files (from=…) can't be built by Slipway's own engine yet; "
                       "`docker buildx build` can.");
    }
    RunMount out;
    out.kind = RunMount::Kind::Cache;
    out.target = mount.target;
    out.readOnly = mount.readOnly;
    out.mode = mount.mode;
    out.uid = mount.uid;
    out.gid = mount.gid;
    out.source = Digest::of(mount.id).hex().substr(0, kIdDigits);
    if (mount.sharing == "locked") {
        auto held = co_await site.lock(Digest::of("cache mount " + out.source), "");
        if (!held) {
            co_return fail(held.error());
        }
        locks.push_back(std::move(*held));
    } else if (mount.sharing == "private") {
        auto folder = privateFolder(*site.store, out.source);
        if (!folder) {
            co_return fail(folder.error());
        }
        out.source = std::move(folder->first);
        locks.push_back(std::move(folder->second));
    }
    co_return out;
}

/// Scripts that begin with "#!" are files of their own, run from /dev/pipes.
Task<Result<RunMount>> heredocMount(Site& site, const std::vector<dockerfile::Heredoc>& heredocs) {
    cache::TableStep table;
    for (const dockerfile::Heredoc& heredoc : heredocs) {
        cache::PlannedEntry planned;
        planned.content = heredoc.consumed();
        planned.source = cache::PlannedEntry::Source::Inline;
        planned.entry.path = heredoc.name;
        planned.entry.mode = kExecutable;
        planned.entry.size = planned.content.size();
        planned.entry.digest = Digest::of(planned.content);
        table.entries.push_back(std::move(planned));
    }
    const auto layer = co_await site.background.run([store = site.store, table = std::move(table), stop = site.stop] {
        return packLayer(*store, nullptr, table, stop);
    });
    if (!layer) {
        co_return fail(layer.error());
    }
    std::vector<Digest> layers{layer->diffId};
    auto snapshots = co_await site.snapshots.of(std::move(layers));
    if (!snapshots) {
        co_return fail(snapshots.error());
    }
    co_return snapshotMount(std::string(kHeredocFolder), true, {}, std::move(*snapshots));
}

}  // namespace

Task<Result<PreparedMounts>> prepareMounts(Site& site, const plan::Step& step) {
    const auto& run = std::get<plan::RunOperation>(step.operation);
    PreparedMounts out;
    for (const Mount& mount : run.mounts) {
        Result<RunMount> prepared = fail(ErrorCode::Unsupported, "This type of mount can't be built yet.");
        if (mount.type == dockerfile::MountType::Bind) {
            prepared = co_await bindMount(site, step, mount);
        } else if (mount.type == dockerfile::MountType::Cache) {
            prepared = co_await cacheMount(site, mount, out.locks);
        }
        if (!prepared) {
            co_return fail(prepared.error());
        }
        out.mounts.push_back(std::move(*prepared));
    }
    if (!run.heredocs.empty()) {
        auto prepared = co_await heredocMount(site, run.heredocs);
        if (!prepared) {
            co_return fail(prepared.error());
        }
        out.mounts.push_back(std::move(*prepared));
    }
    co_return out;
}

}  // namespace slipway::engine
