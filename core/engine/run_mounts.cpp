#include "engine/run_mounts.h"

#include "engine/table_step.h"
#include "text/say.h"

#include <set>

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
                              const cache::Surroundings& surroundings, std::stop_token stop) {
    if (context == nullptr) {
        return fail(ErrorCode::NotFound, text::say("There is no context to mount from."));
    }
    const std::string source = mount.source.empty() ? "." : mount.source;
    const auto matches = context->match(source);
    if (!matches) {
        return fail(matches.error());
    }
    if (matches->empty()) {  // a COPY may copy nothing, but there is nothing to mount then
        return fail(ErrorCode::NotFound, text::say("nothing in the build context matches \"{}\"", source));
    }
    plan::CopyOperation copy;
    copy.sources = {source};
    copy.destination = "/";
    const auto table = cache::copyStep(copy, cache::Root{}, surroundings);
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
        [store = site.store, context = site.context, mount, surroundings = site.surroundings(step), stop = site.stop] {
            return chosenContent(*store, context.get(), mount, surroundings, stop);
        });
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

/// The root that `from=` names; of scratch, and of the context, none.
Result<std::vector<Digest>> rootOfOrigin(const Site& site, const plan::Origin& origin) {
    if (const auto* stage = std::get_if<plan::FromStage>(&origin)) {
        return site.graph->stageRoot(stage->stage).diffIds;
    }
    const auto* image = std::get_if<plan::FromImage>(&origin);
    if (image == nullptr) {
        return std::vector<Digest>();
    }
    const plan::Base* base = plan::baseOf(site.graph->bases(), *image);
    if (!base) {
        return fail(ErrorCode::NotFound, text::say("The image {} isn't here.", image->name));
    }
    return base->config->diffIds;
}

std::string withoutSlashes(const std::string& path) {
    const std::size_t begin = path.find_first_not_of('/');
    return begin == std::string::npos ? std::string() : path.substr(begin);
}

Task<Result<RunMount>> bindMount(Site& site, const plan::Step& step, const Mount& mount) {
    if (std::holds_alternative<plan::FromContext>(mount.origin)) {
        co_return co_await bindFromContext(site, step, mount);
    }
    auto layers = rootOfOrigin(site, mount.origin);
    if (!layers) {
        co_return fail(layers.error());
    }
    auto snapshots = co_await site.snapshots.of(std::move(*layers));
    if (!snapshots) {
        co_return fail(snapshots.error());
    }
    co_return snapshotMount(mount.target, mount.readOnly, withoutSlashes(mount.source), std::move(*snapshots));
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
    return fail(ErrorCode::Failed, text::say("A private cache mount is in use by too many builds at once."));
}

/// The caches of a RUN: their folders below mounts/, and what keeps others out of them.
class Caches {
public:
    explicit Caches(Site& site) : m_site(site) {}

    /// Takes what must be held, in the order of the names: two RUNs that want the same never wait for each other.
    Task<Result<>> hold(const std::vector<Mount>& mounts) {
        std::set<std::string> wanted;
        for (const Mount& mount : mounts) {
            if (mount.type != dockerfile::MountType::Cache) {
                continue;
            }
            auto layers = rootOfOrigin(m_site, mount.origin);
            if (!layers) {
                co_return fail(layers.error());
            }
            std::string name = folderOf(mount, *layers);
            // Overlay must not have one upper directory twice, so a cache that begins with files is never shared.
            if (!layers->empty() && wanted.contains(name)) {
                co_return fail(
                    ErrorCode::Unsupported,
                    text::say("One RUN can't mount the same cache twice where it begins with files (from=…): "
                              "give the mounts different ids."));
            }
            if (mount.sharing == "locked" || (!layers->empty() && mount.sharing != "private")) {
                wanted.insert(name);
            }
            m_known.emplace(&mount, Cache{std::move(name), std::move(*layers)});
        }
        for (const std::string& name : wanted) {
            auto held = co_await m_site.lock(Digest::of("cache mount " + name), "");
            if (!held) {
                co_return fail(held.error());
            }
            locks.push_back(std::move(*held));
        }
        co_return Result<>{};
    }

    Task<Result<RunMount>> prepare(const Mount& mount) {
        Cache& cache = m_known.at(&mount);
        RunMount out;
        out.kind = RunMount::Kind::Cache;
        out.target = mount.target;
        out.readOnly = mount.readOnly;
        out.mode = mount.mode;
        out.uid = mount.uid;
        out.gid = mount.gid;
        out.cache = cache.folder;
        if (mount.sharing == "private") {
            auto folder = privateFolder(*m_site.store, cache.folder);
            if (!folder) {
                co_return fail(folder.error());
            }
            out.cache = std::move(folder->first);
            locks.push_back(std::move(folder->second));
        }
        if (!cache.layers.empty()) {
            auto snapshots = co_await m_site.snapshots.of(std::move(cache.layers));
            if (!snapshots) {
                co_return fail(snapshots.error());
            }
            out.snapshots = std::move(*snapshots);
            out.source = withoutSlashes(mount.source);
        }
        co_return out;
    }

    std::vector<store::Store::KeyLock> locks;

private:
    struct Cache {
        std::string folder;
        std::vector<Digest> layers;  ///< what it begins with
    };
    /// The same id over other files is another cache.
    static std::string folderOf(const Mount& mount, const std::vector<Digest>& layers) {
        std::string name = mount.id;
        for (const Digest& layer : layers) {
            name += '\n' + layer.hex();
        }
        return Digest::of(name).hex().substr(0, kIdDigits);
    }

    Site& m_site;
    std::map<const Mount*, Cache> m_known;
};

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
    Caches caches(site);
    if (auto held = co_await caches.hold(run.mounts); !held) {
        co_return fail(held.error());
    }
    for (const Mount& mount : run.mounts) {
        Result<RunMount> prepared = fail(ErrorCode::Unsupported, text::say("This type of mount can't be built yet."));
        if (mount.type == dockerfile::MountType::Bind) {
            prepared = co_await bindMount(site, step, mount);
        } else if (mount.type == dockerfile::MountType::Cache) {
            prepared = co_await caches.prepare(mount);
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
    out.locks = std::move(caches.locks);
    co_return out;
}

}  // namespace slipway::engine
