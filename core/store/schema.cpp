#include "store/schema.h"

#include "text/say.h"

namespace slipway::store {

namespace {

constexpr std::int64_t kVersion = 2;

constexpr const char* kTables = R"(
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
-- what no syncfs has passed since it was written: blobs by digest, snapshots by name
CREATE TABLE unsynced (seq INTEGER PRIMARY KEY AUTOINCREMENT, digest BLOB, snapshot TEXT);
CREATE TABLE layers (diff_id BLOB PRIMARY KEY, toc BLOB NOT NULL, size INTEGER NOT NULL, tar_size INTEGER NOT NULL,
    compressed BLOB, compressed_size INTEGER, media_type TEXT NOT NULL DEFAULT '', snapshot TEXT NOT NULL DEFAULT '') WITHOUT ROWID;
CREATE INDEX layers_toc ON layers (toc);
CREATE INDEX layers_compressed ON layers (compressed);
CREATE TABLE images (id BLOB PRIMARY KEY, manifest BLOB, added INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX images_manifest ON images (manifest);
CREATE TABLE image_layers (image BLOB, position INTEGER, diff_id BLOB NOT NULL, PRIMARY KEY (image, position)) WITHOUT ROWID;
CREATE INDEX image_layers_layer ON image_layers (diff_id);
CREATE TABLE tags (name TEXT PRIMARY KEY, image BLOB NOT NULL, manifest BLOB, set_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX tags_image ON tags (image);
CREATE TABLE records (counter INTEGER PRIMARY KEY AUTOINCREMENT, key BLOB NOT NULL, chain_key BLOB, step TEXT NOT NULL,
    layer BLOB, body TEXT NOT NULL);
CREATE INDEX records_key ON records (key, counter);
CREATE INDEX records_chain ON records (chain_key, counter);
CREATE INDEX records_step ON records (step, counter);
CREATE TABLE builds (id INTEGER PRIMARY KEY AUTOINCREMENT, folder TEXT NOT NULL, dockerfile TEXT NOT NULL, target TEXT NOT NULL,
    outcome TEXT NOT NULL, started_at INTEGER NOT NULL, ended_at INTEGER NOT NULL, events TEXT NOT NULL);
CREATE INDEX builds_folder ON builds (folder, id);
CREATE TABLE build_images (build INTEGER, stage_index INTEGER, stage TEXT NOT NULL COLLATE NOCASE, image BLOB NOT NULL,
    PRIMARY KEY (build, stage_index)) WITHOUT ROWID;
-- snapshots that nothing uses any more and that could not be removed yet
CREATE TABLE trash (snapshot TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO meta VALUES ('snapshot', 0);
)";

// Of version 2: what registries have under a name, by the platform they were asked for.
constexpr const char* kPlatformTags = R"(
CREATE TABLE platform_tags (name TEXT, platform TEXT, image BLOB NOT NULL, manifest BLOB NOT NULL, set_at INTEGER NOT NULL,
    PRIMARY KEY (name, platform)) WITHOUT ROWID;
CREATE INDEX platform_tags_image ON platform_tags (image);
PRAGMA user_version = 2;
)";

Result<std::int64_t> version(Database& database) {
    auto query = database.query("PRAGMA user_version");
    if (!query) {
        return fail(query.error());
    }
    if (const auto row = query->next(); !row) {
        return fail(row.error());
    }
    return query->integer(0);
}

}  // namespace

Result<> prepareSchema(Database& database, const std::filesystem::path& home) {
    auto found = version(database);
    if (found && *found < kVersion) {
        auto transaction = Transaction::begin(database);
        if (!transaction) {
            return fail(transaction.error());
        }
        found = version(database);  // another process may have been quicker
        if (found && *found < kVersion) {
            auto result = *found == 0 ? database.script(kTables) : Result<>();
            if (result) {
                result = database.script(kPlatformTags);
            }
            return result ? transaction->commit() : result;
        }
    }
    if (!found) {
        return fail(found.error());
    }
    if (*found > kVersion) {
        return fail(
            ErrorCode::Unsupported,
            text::say(
                "the store's index was made by a newer Slipway; use that one, or set SLIPWAY_HOME to another folder"),
            home);
    }
    return {};
}

}  // namespace slipway::store
