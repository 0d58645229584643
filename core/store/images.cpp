#include "image/manifest.h"
#include "image/reference.h"
#include "store/state.h"
#include "text/say.h"

namespace slipway::store {

std::uint64_t Image::size() const {
    std::uint64_t out = 0;
    for (const Layer& layer : layers) {
        out += layer.size;
    }
    return out;
}

std::optional<std::uint64_t> Image::compressedSize() const {
    std::uint64_t out = 0;
    for (const Layer& layer : layers) {
        if (!layer.compressedSize) {
            return std::nullopt;
        }
        out += *layer.compressedSize;
    }
    return out;
}

Result<bool> Store::State::hasImage(Database& open, const Digest& id) const {
    auto query = open.query("SELECT 1 FROM images WHERE id = ?", id);
    return query ? query->next() : fail(query.error());
}

Result<Digest> Store::putImage(const image::Config& config, std::optional<Digest> manifest,
                               std::optional<std::string> configJson) {
    const std::string text = configJson ? *configJson : config.toJson();
    if (text.size() > image::kConfigLimit) {
        return fail(ErrorCode::Invalid, text::say("the image's config (environment, labels, history) would be {} MB "
                                                  "long; no more than 8 MB of it can be read again",
                                                  text.size() / 1'000'000));
    }
    const auto id = putBlob(text);
    if (!id) {
        return fail(id.error());
    }
    const auto result = m_state->change([&](Database& open) { return m_state->putImage(open, *id, config, manifest); });
    return result ? Result<Digest>(*id) : fail(result.error());
}

Result<> Store::State::putImage(Database& open, const Digest& id, const image::Config& config,
                                const std::optional<Digest>& manifest) const {
    if (!has(id)) {
        return fail(ErrorCode::NotFound,
                    text::say("the image {} was removed while it was recorded; try again", id.toString()));
    }
    Result<> result = open.run(
        "INSERT INTO images (id, manifest, added) VALUES (?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
        "manifest = coalesce(excluded.manifest, manifest)",
        id, manifest, now());
    for (std::size_t i = 0; result && i < config.diffIds.size(); ++i) {
        const auto known = hasLayer(open, config.diffIds[i]);
        if (!known || !*known) {
            return known ? fail(ErrorCode::NotFound,
                                text::say("the image can't be recorded: its layer {} is not in the store",
                                          config.diffIds[i].toString()))
                         : fail(known.error());
        }
        result = open.run("INSERT OR REPLACE INTO image_layers VALUES (?, ?, ?)", id, i, config.diffIds[i]);
    }
    return result;
}

Result<std::optional<Image>> Store::image(const Digest& id) const {
    Image out;
    out.id = id;
    {
        auto index = m_state->index();
        if (!index) {
            return fail(index.error());
        }
        auto query = (*index)->query("SELECT manifest FROM images WHERE id = ?", id);
        const auto row = query ? query->next() : fail(query.error());
        if (!row || !*row) {
            return row ? Result<std::optional<Image>>(std::nullopt) : fail(row.error());
        }
        out.manifest = query->optionalDigest(0);
    }
    auto json = readBlob(id, image::kConfigLimit);
    if (!json) {
        return json.error().code == ErrorCode::NotFound ? Result<std::optional<Image>>(std::nullopt)
                                                        : fail(json.error());
    }
    auto config = image::Config::parse(*json);
    if (!config) {
        return fail(config.error());
    }
    out.config = std::move(*config);
    out.configJson = std::move(*json);
    auto index = m_state->index();
    if (!index) {
        return fail(index.error());
    }
    for (const Digest& diffId : out.config.diffIds) {
        auto found = m_state->layer(**index, diffId);
        if (!found || !*found) {
            return found ? Result<std::optional<Image>>(std::nullopt) : fail(found.error());
        }
        out.layers.push_back(std::move(**found));
    }
    return out;
}

Result<std::vector<Image>> Store::images() const {
    std::vector<Digest> ids;
    {
        auto index = m_state->index();
        if (!index) {
            return fail(index.error());
        }
        auto query = (*index)->query("SELECT id FROM images ORDER BY added DESC, id");
        if (auto read = eachRow(std::move(query), [&](const Query& row) { ids.push_back(row.digest(0)); }); !read) {
            return fail(read.error());
        }
    }
    std::vector<Image> out;
    for (const Digest& id : ids) {
        auto found = image(id);
        if (found && *found) {
            out.push_back(std::move(**found));
        } else if (!found && found.error().code != ErrorCode::Corrupt && found.error().code != ErrorCode::Invalid) {
            return fail(found.error());
        }
    }
    return out;
}

Result<> Store::State::tag(const std::string& name, const Digest& image,
                           const std::function<Result<>(Database& open, std::string_view whole)>& set) {
    const auto reference = image::Reference::parse(name);
    if (!reference) {
        return fail(reference.error());
    }
    return change([&](Database& open) -> Result<> {
        const auto known = hasImage(open, image);
        if (!known || !*known) {
            return known ? fail(ErrorCode::NotFound, text::say("the store has no image {}", image.toString()))
                         : fail(known.error());
        }
        return set(open, reference->toString());
    });
}

Result<> Store::setTag(const std::string& name, const Digest& image, std::optional<Digest> manifest) {
    return m_state->tag(name, image, [&](Database& open, std::string_view whole) -> Result<> {
        if (auto forgotten = open.run("DELETE FROM platform_tags WHERE name = ?", whole); !forgotten) {
            return forgotten;
        }
        return open.run("INSERT OR REPLACE INTO tags VALUES (?, ?, ?, ?)", whole, image, manifest, now());
    });
}

Result<> Store::tagPulled(const std::string& name, const image::Platform& platform, const Digest& image,
                          const Digest& manifest) {
    return m_state->tag(name, image, [&](Database& open, std::string_view whole) -> Result<> {
        const std::string asked = platform.toString();
        Result<> result;
        if (platform != image::Platform::host()) {  // what it stands for may be a person's, or another platform's
            result = open.run(
                "DELETE FROM tags WHERE name = ?1 AND image = (SELECT image FROM platform_tags WHERE name = ?1 AND "
                "platform = ?2)",
                whole, std::string_view(asked));
        } else {
            result = open.run("DELETE FROM tags WHERE name = ?", whole);
        }
        if (result) {
            result = open.run("INSERT OR IGNORE INTO tags VALUES (?, ?, ?, ?)", whole, image, manifest, now());
        }
        return result ? open.run("INSERT OR REPLACE INTO platform_tags VALUES (?, ?, ?, ?, ?)", whole,
                                 std::string_view(asked), image, manifest, now())
                      : result;
    });
}

Result<> Store::removeTag(const std::string& name) {
    const auto reference = image::Reference::parse(name);
    const std::string whole = reference ? reference->toString() : name;
    auto index = m_state->index();
    if (!index) {
        return fail(index.error());
    }
    if (auto forgotten = (*index)->run("DELETE FROM platform_tags WHERE name = ?", std::string_view(whole));
        !forgotten) {
        return forgotten;
    }
    auto query = (*index)->query("DELETE FROM tags WHERE name = ? RETURNING 1", std::string_view(whole));
    const auto row = query ? query->next() : fail(query.error());
    if (!row || !*row) {
        return row ? fail(ErrorCode::NotFound, text::say("there is no image with the tag {}", name))
                   : fail(row.error());
    }
    const auto done = query->next();
    return done ? Result<>() : fail(done.error());
}

namespace {

Tag tagOf(const Query& row) { return {row.text(0), row.digest(1), row.optionalDigest(2), row.integer(3)}; }

}  // namespace

Result<std::vector<Tag>> Store::tags() const {
    auto index = m_state->index();
    if (!index) {
        return fail(index.error());
    }
    auto query = (*index)->query("SELECT name, image, manifest, set_at FROM tags ORDER BY name");
    std::vector<Tag> out;
    if (auto read = eachRow(std::move(query), [&](const Query& row) { out.push_back(tagOf(row)); }); !read) {
        return fail(read.error());
    }
    return out;
}

Result<std::optional<Tag>> Store::tag(const std::string& normalisedName) const {
    auto index = m_state->index();
    if (!index) {
        return fail(index.error());
    }
    auto query = (*index)->query("SELECT name, image, manifest, set_at FROM tags WHERE name = ?",
                                 std::string_view(normalisedName));
    const auto row = query ? query->next() : fail(query.error());
    if (!row) {
        return fail(row.error());
    }
    return *row ? std::optional(tagOf(*query)) : std::nullopt;
}

Result<std::vector<Tag>> Store::tagsOf(const image::Reference& reference) const {
    auto index = m_state->index();
    if (!index) {
        return fail(index.error());
    }
    // The name itself comes first.
    const std::string name = reference.toString();
    auto query = (*index)->query(
        "SELECT name, image, manifest, set_at, '' AS platform FROM tags WHERE name = ?1 OR manifest = ?2 OR image = ?2 "
        "UNION ALL SELECT name, image, manifest, set_at, platform FROM platform_tags WHERE name = ?1 OR manifest = ?2 "
        "OR "
        "image = ?2 ORDER BY platform, set_at DESC",
        std::string_view(name), reference.digest);
    std::vector<Tag> out;
    const auto read = eachRow(std::move(query), [&](const Query& row) {
        out.push_back(tagOf(row));
        out.back().platform = row.text(4);
    });
    return read ? Result<std::vector<Tag>>(std::move(out)) : fail(read.error());
}

}  // namespace slipway::store
