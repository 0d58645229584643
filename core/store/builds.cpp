#include "store/state.h"

namespace slipway::store {

namespace {

Build buildOf(const Query& row) {
    return {row.integer(0), row.text(1),    row.text(2), row.text(3), row.text(4),
            row.integer(5), row.integer(6), row.text(7), {}};
}

Result<> readImages(Database& database, Build& build) {
    return eachRow(
        database.query("SELECT stage, stage_index, image FROM build_images WHERE build = ? ORDER BY stage_index",
                       build.id),
        [&](const Query& row) {
            build.images.push_back({row.text(0), static_cast<int>(row.integer(1)), row.digest(2)});
        });
}

}  // namespace

Result<std::int64_t> Store::putBuild(const Build& build) {
    std::int64_t id = build.id;
    const auto result = m_state->change([&](Database& open) {
        Result<> done = open.run(
            "INSERT OR REPLACE INTO builds VALUES (?, ?, ?, ?, ?, ?, ?, ?)", id == 0 ? std::nullopt : std::optional(id),
            std::string_view(build.folder), std::string_view(build.dockerfile), std::string_view(build.target),
            std::string_view(build.outcome), build.startedAt, build.endedAt, std::string_view(build.events));
        id = id == 0 ? open.lastId() : id;
        if (done) {
            done = open.run("DELETE FROM build_images WHERE build = ?", id);
        }
        for (auto each = build.images.begin(); done && each != build.images.end(); ++each) {
            done = open.run("INSERT OR REPLACE INTO build_images VALUES (?, ?, ?, ?)", id, each->stageIndex,
                            std::string_view(each->stage), each->image);
        }
        return done;
    });
    return result ? Result<std::int64_t>(id) : fail(result.error());
}

Result<std::vector<Build>> Store::builds(std::string_view folder, std::size_t limit) const {
    auto index = m_state->index();
    if (!index) {
        return fail(index.error());
    }
    std::vector<Build> out;
    {
        auto query = (*index)->query("SELECT * FROM builds WHERE folder = ? ORDER BY id DESC LIMIT ?", folder, limit);
        if (auto read = eachRow(std::move(query), [&](const Query& row) { out.push_back(buildOf(row)); }); !read) {
            return fail(read.error());
        }
    }
    for (Build& build : out) {
        if (auto result = readImages(**index, build); !result) {
            return fail(result.error());
        }
    }
    return out;
}

Result<std::optional<Build>> Store::build(std::int64_t id) const {
    auto index = m_state->index();
    if (!index) {
        return fail(index.error());
    }
    auto query = (*index)->query("SELECT * FROM builds WHERE id = ?", id);
    const auto row = query ? query->next() : fail(query.error());
    if (!row || !*row) {
        return row ? Result<std::optional<Build>>(std::nullopt) : fail(row.error());
    }
    Build out = buildOf(*query);
    const auto read = readImages(**index, out);
    return read ? Result<std::optional<Build>>(std::move(out)) : fail(read.error());
}

Result<std::optional<Build>> Store::lastBuildOf(const Digest& image) const {
    std::int64_t id = 0;
    {
        auto index = m_state->index();
        auto query =
            index ? (*index)->query("SELECT max(build) FROM build_images WHERE image = ?", image) : fail(index.error());
        const auto row = query ? query->next() : fail(query.error());
        if (!row || !*row || query->isNull(0)) {
            return row ? Result<std::optional<Build>>(std::nullopt) : fail(row.error());
        }
        id = query->integer(0);
    }
    return build(id);
}

}  // namespace slipway::store
