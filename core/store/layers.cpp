#include "layer/tar.h"
#include "store/state.h"
#include "text/say.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace slipway::store {

namespace {

constexpr std::uint64_t kTocLimit = std::uint64_t{4} << 30;

constexpr const char* kPutLayer =
    "INSERT INTO layers (diff_id, toc, size, tar_size, compressed, compressed_size, media_type) VALUES (?, ?, ?, ?, ?, "
    "?, ?) "
    "ON CONFLICT (diff_id) DO UPDATE SET toc = excluded.toc, size = excluded.size, tar_size = excluded.tar_size, "
    "compressed = coalesce(excluded.compressed, compressed), compressed_size = coalesce(excluded.compressed_size, "
    "compressed_size), "
    "media_type = CASE WHEN excluded.compressed IS NULL THEN media_type ELSE excluded.media_type END";

// 0 to 9 and a to z: short, and safe on a file system that ignores case.
std::string shortNameOf(std::int64_t number) {
    constexpr std::string_view kDigits = "0123456789abcdefghijklmnopqrstuvwxyz";
    std::string out;
    do {
        out.insert(out.begin(), kDigits[static_cast<std::size_t>(number) % kDigits.size()]);
        number /= static_cast<std::int64_t>(kDigits.size());
    } while (number > 0);
    return out;
}

std::unexpected<Error> noLayer(const Digest& diffId) {
    return fail(ErrorCode::NotFound, text::say("the store has no layer {}", diffId.toString()));
}

}  // namespace

Result<std::optional<Layer>> Store::State::layer(Database& open, const Digest& diffId) const {
    auto query = open.query(
        "SELECT toc, size, tar_size, compressed, compressed_size, media_type, snapshot FROM layers WHERE diff_id = ?",
        diffId);
    if (!query) {
        return fail(query.error());
    }
    const auto row = query->next();
    if (!row) {
        return fail(row.error());
    }
    if (!*row) {
        return std::optional<Layer>();
    }
    Layer out{diffId, query->digest(0), query->size(1), query->size(2), query->optionalDigest(3),
              {},     query->text(5),   query->text(6)};
    if (!query->isNull(4)) {
        out.compressedSize = query->size(4);
    }
    if (!has(out.toc) || (!has(diffId) && !(out.compressed && has(*out.compressed)))) {
        return std::optional<Layer>();  // its files are gone
    }
    return out;
}

Result<bool> Store::State::hasLayer(Database& open, const Digest& diffId) const {
    auto found = layer(open, diffId);
    return found ? Result<bool>(found->has_value()) : fail(found.error());
}

Result<std::optional<Layer>> Store::layer(const Digest& diffId) const {
    auto index = m_state->index();
    return index ? m_state->layer(**index, diffId) : fail(index.error());
}

Result<> Store::State::putLayer(Database& open, const Layer& layer) const {
    // Looked at within the transaction: a removal in another process is wholly before or after it.
    if (!has(layer.toc) || (!has(layer.diffId) && !(layer.compressed && has(*layer.compressed)))) {
        return fail(ErrorCode::NotFound, text::say("the layer {} can't be recorded: its content is not in the store",
                                                   layer.diffId.toString()));
    }
    Result<> result = open.run(kPutLayer, layer.diffId, layer.toc, layer.size, layer.tarSize, layer.compressed,
                               layer.compressedSize, std::string_view(layer.compressedMediaType));
    if (result && !layer.snapshot.empty()) {
        result = changeSnapshot(open, layer.diffId, layer.snapshot);
    }
    return result;
}

Result<> Store::putLayer(const Layer& layer) {
    return m_state->change([&](Database& open) { return m_state->putLayer(open, layer); });
}

Result<> Store::putLayer(const Layer& layer, BlobWriter tar, BlobWriter toc, std::uint64_t tocSize) {
    const Result<> whole = tar.m_state->check(layer.diffId, layer.tarSize).and_then([&] {
        return toc.m_state->check(layer.toc, tocSize);
    });
    return !whole ? whole : m_state->change([&](Database& open) {
        return tar.m_state->moveTo(open, layer.diffId)
            .and_then([&] { return toc.m_state->moveTo(open, layer.toc); })
            .and_then([&] { return m_state->putLayer(open, layer); });
    });
}

Result<> Store::State::changeSnapshot(Database& open, const Digest& diffId, const std::string& shortName) const {
    Result<> result = open.run(
        "INSERT OR IGNORE INTO trash SELECT snapshot FROM layers WHERE diff_id = ? AND snapshot NOT IN ('', ?)", diffId,
        std::string_view(shortName));
    if (result) {
        result = open.run("UPDATE layers SET snapshot = ? WHERE diff_id = ?", std::string_view(shortName), diffId);
    }
    if (result && !shortName.empty()) {
        result = open.run("INSERT INTO unsynced (snapshot) VALUES (?)", std::string_view(shortName));
    }
    return result;
}

Result<> Store::setSnapshot(const Digest& diffId, const std::string& shortName) {
    const auto result = m_state->change([&](Database& open) -> Result<> {
        const auto known = m_state->hasLayer(open, diffId);
        if (!known || !*known) {
            return known ? noLayer(diffId) : fail(known.error());
        }
        return m_state->changeSnapshot(open, diffId, shortName);
    });
    if (result) {
        m_state->syncer.touch();
    }
    return result;
}

Result<std::string> Store::newSnapshotName() {
    auto index = m_state->index();
    if (!index) {
        return fail(index.error());
    }
    auto query = (*index)->query("UPDATE meta SET value = value + 1 WHERE name = 'snapshot' RETURNING value - 1");
    if (!query) {
        return fail(query.error());
    }
    const auto row = query->next();
    if (!row || !*row) {
        return row ? fail(ErrorCode::Corrupt, text::say("the store's index has lost its count of snapshots"))
                   : fail(row.error());
    }
    const std::int64_t number = query->integer(0);
    if (const auto done = query->next(); !done) {  // the change is made when the statement has ended
        return fail(done.error());
    }
    return shortNameOf(number);
}

Result<std::shared_ptr<const layer::Toc>> Store::toc(const Digest& diffId) const {
    {
        const std::lock_guard lock(m_state->tocMutex);
        if (const auto found = m_state->tocs.find(diffId); found != m_state->tocs.end()) {
            return found->second;
        }
    }
    const auto found = layer(diffId);
    if (!found || !*found) {
        return found ? noLayer(diffId) : fail(found.error());
    }
    const auto bytes = readBlob((*found)->toc, kTocLimit);
    if (!bytes) {
        return fail(bytes.error());
    }
    auto toc = layer::Toc::parse(*bytes);
    if (!toc) {
        return fail(ErrorCode::Corrupt,
                    text::say("the table of the layer {} can't be used: {}", diffId.toString(), toc.error().message));
    }
    const std::lock_guard lock(m_state->tocMutex);
    return m_state->tocs.try_emplace(diffId, std::move(*toc)).first->second;
}

Result<fs::path> Store::layerTar(const Digest& diffId) {
    if (hasBlob(diffId)) {
        return blobPath(diffId);
    }
    const auto found = layer(diffId);
    if (!found || !*found) {
        return found ? noLayer(diffId) : fail(found.error());
    }
    auto source = layer::fileSource(blobPath(*(*found)->compressed));
    auto writer = source ? newBlob() : fail(source.error());
    if (!writer) {
        return fail(writer.error());
    }
    const std::uint64_t limit = (*found)->tarSize;
    const auto sink = [&](std::string_view bytes) -> Result<> {
        if (writer->size() + bytes.size() > limit) {
            return fail(ErrorCode::Corrupt,
                        text::say("the layer {} is longer than it was when it came", diffId.toString()));
        }
        return writer->write(bytes);
    };
    if (auto result = layer::decompress(*source, sink); !result) {
        return fail(result.error());
    }
    if (auto result = writer->commit(diffId); !result) {
        return fail(result.error());
    }
    return blobPath(diffId);
}

Result<std::string> Store::readFile(const Digest& diffId, const layer::Entry& file, std::uint64_t limit) {
    if (file.type != layer::EntryType::File) {
        return fail(ErrorCode::Invalid, text::say("/{} is not a file", file.path));
    }
    if (file.size > limit) {
        return fail(ErrorCode::Invalid,
                    text::say("/{} is {} bytes long; at most {} are read here", file.path, file.size, limit));
    }
    const auto tar = layerTar(diffId);
    if (!tar) {
        return fail(tar.error());
    }
    const auto source = layer::fileSource(*tar, file.offset, file.size);
    if (!source) {
        return fail(source.error());
    }
    std::string out;
    out.reserve(file.size);
    for (;;) {
        const auto bytes = (*source)();
        if (!bytes) {
            return fail(bytes.error());
        }
        if (bytes->empty()) {
            break;
        }
        out += *bytes;
    }
    if (out.size() != file.size || (!file.digest.isNull() && Digest::of(out) != file.digest)) {
        return fail(ErrorCode::Corrupt, text::say("/{} in the layer {} is damaged", file.path, diffId.toString()));
    }
    return out;
}

}  // namespace slipway::store
