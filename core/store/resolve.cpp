// What a person names an image by.
#include "image/reference.h"
#include "store/state.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::store {

namespace {

bool isHex(std::string_view text) {
    return !text.empty() && text.size() <= 64 &&
           std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

Result<std::vector<Digest>> digests(Result<Query> query) {
    std::vector<Digest> out;
    const auto read = eachRow(std::move(query), [&](const Query& row) { out.push_back(row.digest(0)); });
    return read ? Result<std::vector<Digest>>(std::move(out)) : fail(read.error());
}

// The image that the last build of a stage made, newest first, as long as there are any.
Result<std::vector<Digest>> ofStage(Database& database, std::string_view name) {
    const std::size_t mark = name.rfind('#');
    std::error_code error;
    const fs::path given = mark == 0 ? fs::path(".") : fs::path(name.substr(0, mark));
    fs::path folder = fs::weakly_canonical(given, error);
    if (error) {
        folder = fs::absolute(given, error);
    }
    const std::string_view stage = name.substr(mark + 1);
    const bool isNumber =
        !stage.empty() && stage.size() < 6 && std::ranges::all_of(stage, [](char c) { return c >= '0' && c <= '9'; });
    const std::string absolute = fs::absolute(given, error).lexically_normal().string();
    return digests(
        database.query("SELECT image FROM build_images JOIN builds ON id = build WHERE folder IN (?, ?) AND "
                       "(stage = ? OR stage_index = ?) ORDER BY build DESC",
                       std::string_view(folder.native()), std::string_view(absolute), stage,
                       isNumber ? std::optional(std::stoi(std::string(stage))) : std::nullopt));
}

Result<std::vector<Digest>> ofTag(Database& database, const image::Reference& reference) {
    auto found =
        digests(database.query("SELECT image FROM tags WHERE name = ?", std::string_view(reference.toString())));
    if (found && found->empty() && reference.digest) {
        found = digests(database.query("SELECT id FROM images WHERE manifest = ?", *reference.digest));
    }
    return found;
}

Result<std::vector<Digest>> ofId(Database& database, std::string_view prefix) {
    const std::string from = std::string(prefix) + std::string(64 - prefix.size(), '0');
    const std::string to = std::string(prefix) + std::string(64 - prefix.size(), 'f');
    return digests(
        database.query("SELECT id FROM images WHERE id BETWEEN ? AND ?", *Digest::parse(from), *Digest::parse(to)));
}

}  // namespace

Result<Image> Store::resolve(std::string_view name) const {
    std::vector<Digest> candidates;
    bool byStage = false;
    {
        auto index = m_state->index();
        if (!index) {
            return fail(index.error());
        }
        constexpr std::string_view kPrefix = "sha256:";
        const std::string_view hex = name.starts_with(kPrefix) ? name.substr(kPrefix.size()) : name;
        Result<std::vector<Digest>> found;
        byStage = name.find('#') != name.npos;
        if (byStage) {
            found = ofStage(**index, name);
        } else if (const auto reference = image::Reference::parse(name)) {
            found = ofTag(**index, *reference);
        }
        if (found && found->empty() && !byStage && isHex(hex)) {
            found = ofId(**index, hex);
            if (found && found->size() > 1) {
                return fail(ErrorCode::Invalid, text::say("\"{}\" is the beginning of {} image IDs; give more digits",
                                                          name, found->size()));
            }
        }
        if (!found) {
            return fail(found.error());
        }
        candidates = std::move(*found);
    }
    for (const Digest& id : candidates) {
        auto found = image(id);
        if (!found) {
            return fail(found.error());
        }
        if (*found) {
            return std::move(**found);
        }
    }
    if (byStage) {
        return fail(ErrorCode::NotFound, text::say("there is no image of \"{}\"; build that stage first", name));
    }
    if (const auto reference = image::Reference::parse(name); !reference && !isHex(name)) {
        return fail(reference.error());
    }
    return fail(ErrorCode::NotFound,
                text::say("there is no image \"{}\" in the store; build, pull or import it first", name));
}

}  // namespace slipway::store
