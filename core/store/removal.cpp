// Taking images, layers and snapshots out of the store, and what it all takes on disk.
#include "store/state.h"
#include "text/say.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

namespace slipway::store {

namespace {

Result<std::vector<std::pair<Digest, Layer>>> onlyIn(Database& database, const Digest& image) {
    std::vector<std::pair<Digest, Layer>> out;
    auto query = database.query(
        "SELECT DISTINCT l.diff_id, l.toc, l.compressed, l.snapshot FROM image_layers i JOIN layers l ON l.diff_id = "
        "i.diff_id "
        "WHERE i.image = ?1 AND NOT EXISTS (SELECT 1 FROM image_layers o WHERE o.diff_id = i.diff_id AND o.image <> "
        "?1)",
        image);
    const auto read = eachRow(std::move(query), [&](const Query& row) {
        Layer layer;
        layer.toc = row.digest(1);
        layer.compressed = row.optionalDigest(2);
        layer.snapshot = row.text(3);
        out.emplace_back(row.digest(0), std::move(layer));
    });
    return read ? Result<std::vector<std::pair<Digest, Layer>>>(std::move(out)) : fail(read.error());
}

Result<bool> any(Result<Query> query) { return query ? query->next() : fail(query.error()); }

// Removes the row, then the files that no other row names. All within the caller's transaction: where it fails in the
// middle, rows without files count as absent.
Result<> dropLayer(Database& database, const Digest& diffId, const Layer& layer, std::vector<Digest>& blobs) {
    Result<> result = database.run("DELETE FROM layers WHERE diff_id = ?", diffId);
    if (result && !layer.snapshot.empty()) {
        result = database.run("INSERT OR IGNORE INTO trash VALUES (?)", std::string_view(layer.snapshot));
    }
    if (!result) {
        return result;
    }
    blobs.push_back(diffId);
    const auto tocUsed = any(database.query("SELECT 1 FROM layers WHERE toc = ?", layer.toc));
    if (tocUsed && !*tocUsed) {
        blobs.push_back(layer.toc);
    }
    if (layer.compressed) {
        const auto used = any(database.query("SELECT 1 FROM layers WHERE compressed = ?", *layer.compressed));
        if (used && !*used) {
            blobs.push_back(*layer.compressed);
        }
    }
    return {};
}

struct Sum {
    std::uint64_t count = 0, size = 0;
};

std::uint64_t diskSize(const fs::path& path) {
    struct stat info {};
    return lstat(path.c_str(), &info) == 0 ? static_cast<std::uint64_t>(info.st_blocks) * 512U : 0;
}

// Sum below a folder; counts what lies directly in it. What can't be read (files of other ids) is left out.
Sum measureFolder(const fs::path& folder) {
    Sum out;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        ++out.count;
        out.size += diskSize(it->path());
        std::error_code inner;
        if (!it->is_directory(inner) || it->is_symlink(inner)) {
            continue;
        }
        for (fs::recursive_directory_iterator deep(it->path(), fs::directory_options::skip_permission_denied, inner),
             last;
             !inner && deep != last; deep.increment(inner)) {
            out.size += diskSize(deep->path());
        }
    }
    return out;
}

}  // namespace

Result<> Store::removeImage(const Digest& id) {
    const bool leased = leasesOf(m_state->home, {}).held;
    auto index = m_state->index();
    if (!index) {
        return fail(index.error());
    }
    auto transaction = Transaction::begin(**index);
    if (!transaction) {
        return fail(transaction.error());
    }
    auto image = (*index)->query("SELECT manifest FROM images WHERE id = ?", id);
    const auto known = image ? image->next() : fail(image.error());
    if (!known || !*known) {
        return known ? fail(ErrorCode::NotFound, text::say("the store has no image {}", id.toString()))
                     : fail(known.error());
    }
    const auto manifest = image->optionalDigest(0);
    auto layers = onlyIn(**index, id);
    if (!layers) {
        return fail(layers.error());
    }
    Result<> result;
    for (const char* sql : {"DELETE FROM tags WHERE image = ?", "DELETE FROM platform_tags WHERE image = ?",
                            "DELETE FROM image_layers WHERE image = ?", "DELETE FROM images WHERE id = ?"}) {
        if (result) {
            result = (*index)->run(sql, id);
        }
    }
    std::vector<Digest> blobs{id};
    if (manifest) {
        const auto used = any((*index)->query("SELECT 1 FROM images WHERE manifest = ?", *manifest));
        if (used && !*used) {
            blobs.push_back(*manifest);
        }
    }
    if (!leased) {  // a build may be about to stand on them
        for (const auto& [diffId, layer] : *layers) {
            if (result) {
                result = dropLayer(**index, diffId, layer, blobs);
            }
        }
    }
    if (!result) {
        return result;
    }
    for (const Digest& blob : blobs) {
        unlink(m_state->blob(blob).c_str());
    }
    result = transaction->commit();
    if (result && !leased) {
        const std::lock_guard lock(m_state->tocMutex);
        for (const auto& [diffId, layer] : *layers) {
            m_state->tocs.erase(diffId);
        }
    }
    return result;
}

Result<std::vector<std::string>> Store::droppedSnapshots(const Lease* mine) const {
    std::vector<std::string> names;
    {
        auto index = m_state->index();
        auto query = index ? (*index)->query("SELECT snapshot FROM trash ORDER BY snapshot") : fail(index.error());
        if (auto read = eachRow(std::move(query), [&](const Query& row) { names.push_back(row.text(0)); }); !read) {
            return fail(read.error());
        }
    }
    if (names.empty() || leasesOf(m_state->home, mine != nullptr ? mine->m_path : fs::path()).held) {
        return std::vector<std::string>();  // a running build may have them mounted
    }
    std::vector<std::string> out;
    for (const std::string& name : names) {
        std::error_code error;
        fs::remove_all(m_state->home / "snapshots" / name, error);
        if (error) {
            out.push_back(name);
            continue;
        }
        auto index = m_state->index();
        auto result = index ? (*index)->run("DELETE FROM trash WHERE snapshot = ?", std::string_view(name))
                            : Result<>(fail(index.error()));
        if (!result) {
            return fail(result.error());
        }
    }
    return out;
}

bool Store::hasDroppedSnapshots() const {
    auto index = m_state->index();
    return index && any((*index)->query("SELECT 1 FROM trash LIMIT 1")).value_or(false);
}

Result<> Store::forgetSnapshot(const std::string& shortName) {
    auto index = m_state->index();
    return index ? (*index)->run("DELETE FROM trash WHERE snapshot = ?", std::string_view(shortName))
                 : fail(index.error());
}

Result<> Store::dropSnapshot(const std::string& shortName) {
    auto index = m_state->index();
    return index ? (*index)->run("INSERT OR IGNORE INTO trash VALUES (?)", std::string_view(shortName))
                 : fail(index.error());
}

Result<std::vector<DiskUsage>> Store::diskUsage() const {
    std::vector<Digest> ofImages;
    std::vector<Digest> ofLayers;
    std::uint64_t images = 0;
    std::uint64_t layers = 0;
    std::uint64_t records = 0;
    {
        auto index = m_state->index();
        if (!index) {
            return fail(index.error());
        }
        const auto collect = [&](const char* sql, int columns, std::vector<Digest>& out,
                                 std::uint64_t& count) -> Result<> {
            return eachRow((*index)->query(sql), [&](const Query& row) {
                ++count;
                for (int i = 0; i < columns; ++i) {
                    if (const auto digest = row.optionalDigest(i)) {
                        out.push_back(*digest);
                    }
                }
            });
        };
        Result<> result = collect("SELECT id, manifest FROM images", 2, ofImages, images);
        if (result) {
            result = collect("SELECT diff_id, toc, compressed FROM layers", 3, ofLayers, layers);
        }
        auto query = (*index)->query("SELECT count(*) FROM records");
        const auto row = query ? query->next() : fail(query.error());
        if (!result || !row) {
            return fail(!result ? result.error() : row.error());
        }
        records = query->size(0);
    }
    const auto sum = [&](std::vector<Digest>& blobs) {
        std::ranges::sort(blobs);
        blobs.erase(std::unique(blobs.begin(), blobs.end()), blobs.end());
        std::uint64_t out = 0;
        for (const Digest& blob : blobs) {
            out += diskSize(m_state->blob(blob));
        }
        return out;
    };
    const auto folder = [&](const char* kind) {
        const Sum measured = measureFolder(m_state->home / kind);
        return DiskUsage{kind, measured.count, measured.size};
    };
    const std::uint64_t index = diskSize(m_state->home / "index.sqlite") + diskSize(m_state->home / "index.sqlite-wal");
    return std::vector<DiskUsage>{{"images", images, sum(ofImages)},
                                  {"layers", layers, sum(ofLayers)},
                                  folder("snapshots"),
                                  folder("mounts"),
                                  folder("logs"),
                                  {"records", records, index}};
}

}  // namespace slipway::store
