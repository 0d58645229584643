#include "image/manifest.h"

#include "image/json.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::image {

namespace {

constexpr std::size_t kLayerLimit = 4096;
constexpr std::size_t kEntryLimit = 16384;

std::string text(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<Platform> readPlatform(const Json& json) {
    if (!json.is_object()) {
        return fail(ErrorCode::Invalid, text::say("the manifest has a platform that is not an object"));
    }
    return Platform{text(json, "os"), text(json, "architecture"), text(json, "variant")};
}

Result<Descriptor> readDescriptor(const Json& json, const std::string& what) {
    if (!json.is_object()) {
        return fail(ErrorCode::Invalid, text::say("{} is not a descriptor", what));
    }
    Descriptor out;
    out.mediaType = text(json, "mediaType");
    const std::string digest = text(json, "digest");
    if (digest.starts_with("sha512:")) {
        return fail(ErrorCode::Unsupported,
                    text::say("{} has a sha512 digest; only sha256 digests are supported", what));
    }
    const auto parsed = layer::Digest::parse(digest);
    if (!parsed || !digest.starts_with("sha256:")) {
        return fail(ErrorCode::Invalid, text::say("{} has no valid digest", what));
    }
    out.digest = *parsed;
    const auto size = json.find("size");
    if (size == json.end() || !size->is_number_integer() ||
        (size->is_number_integer() && !size->is_number_unsigned())) {
        return fail(ErrorCode::Invalid, text::say("{} has no valid size", what));
    }
    out.size = size->get<std::uint64_t>();
    if (const auto platform = json.find("platform"); platform != json.end() && !platform->is_null()) {
        auto read = readPlatform(*platform);
        if (!read) {
            return fail(read.error());
        }
        out.platform = *read;
    }
    if (const auto notes = json.find("annotations"); notes != json.end() && notes->is_object()) {
        for (const auto& [key, value] : notes->items()) {
            if (value.is_string()) {
                out.annotations.emplace(key, value.get<std::string>());
            }
        }
    }
    return out;
}

Result<std::vector<Descriptor>> readDescriptors(const Json& json, const char* key, std::size_t limit) {
    const auto found = json.find(key);
    if (found == json.end() || !found->is_array()) {
        return fail(ErrorCode::Invalid, text::say("the manifest has no list \"{}\"", key));
    }
    if (found->size() > limit) {
        return fail(ErrorCode::Invalid,
                    text::say("the manifest lists {} {}; at most {} are read", found->size(), key, limit));
    }
    std::vector<Descriptor> out;
    out.reserve(found->size());
    for (const Json& item : *found) {
        auto descriptor = readDescriptor(item, text::say("entry {} of \"{}\" in the manifest", out.size() + 1, key));
        if (!descriptor) {
            return fail(descriptor.error());
        }
        out.push_back(std::move(*descriptor));
    }
    return out;
}

Json write(const Descriptor& descriptor) {
    Json out{{"mediaType", descriptor.mediaType}, {"digest", descriptor.digest.toString()}, {"size", descriptor.size}};
    if (descriptor.platform) {
        out["platform"] = {{"os", descriptor.platform->os}, {"architecture", descriptor.platform->architecture}};
        if (!descriptor.platform->variant.empty()) {
            out["platform"]["variant"] = descriptor.platform->variant;
        }
    }
    if (!descriptor.annotations.empty()) {
        out["annotations"] = descriptor.annotations;
    }
    return out;
}

// How well a variant serves: 0 not at all, greater is better. A v7 machine also runs what was made for v6 and v5.
int suitability(const Platform& wanted, const Platform& offered) {
    const auto plain = [](const Platform& p) {
        if ((p.architecture == "arm64" && p.variant == "v8") || (p.architecture == "amd64" && p.variant == "v1")) {
            return std::string();
        }
        return p.architecture == "arm" && p.variant.empty() ? std::string("v7") : p.variant;
    };
    if (wanted.os != offered.os || wanted.architecture != offered.architecture || offered.os == "unknown") {
        return 0;
    }
    const std::string want = plain(wanted);
    const std::string have = plain(offered);
    if (want == have) {
        return 1000;
    }
    const auto number = [](const std::string& variant) {
        return variant.size() == 2 && variant[0] == 'v' && variant[1] >= '1' && variant[1] <= '9' ? variant[1] - '0'
                                                                                                  : 0;
    };
    return number(have) < number(want) ? 1 + number(have) : 0;
}

}  // namespace

std::string Manifest::toJson() const {
    Json out{{"schemaVersion", 2},
             {"mediaType", mediaType.empty() ? std::string(kOciManifest) : mediaType},
             {"config", write(config)}};
    out["layers"] = Json::array();
    for (const Descriptor& descriptor : layers) {
        out["layers"].push_back(write(descriptor));
    }
    return writeJson(out);
}

const Descriptor* Index::find(const Platform& platform) const {
    const Descriptor* best = nullptr;
    int bestRank = 0;
    for (const Descriptor& descriptor : manifests) {
        const int rank = descriptor.platform ? suitability(platform, *descriptor.platform) : 0;
        if (rank > bestRank) {
            best = &descriptor;
            bestRank = rank;
        }
    }
    return best;
}

std::string Index::toJson() const {
    Json out{{"schemaVersion", 2}, {"mediaType", kOciIndex}};
    out["manifests"] = Json::array();
    for (const Descriptor& descriptor : manifests) {
        out["manifests"].push_back(write(descriptor));
    }
    return writeJson(out);
}

Result<std::variant<Manifest, Index>> parseManifest(std::string_view json, std::string_view contentType) {
    const auto parsed = parseJsonObject(json, kManifestLimit, text::say("the manifest"));
    if (!parsed) {
        return fail(parsed.error());
    }
    const auto version = parsed->find("schemaVersion");
    if (version != parsed->end() && version->is_number_integer() && version->get<std::int64_t>() == 1) {
        return fail(ErrorCode::Invalid, text::say("the manifest is of Docker's schema 1, which is no longer used; push "
                                                  "the image again with a current tool"));
    }
    const bool listed = parsed->contains("manifests");
    const bool layered = parsed->contains("layers") || parsed->contains("config");
    if (listed == layered) {
        return fail(ErrorCode::Invalid, listed
                                            ? text::say("the manifest claims to be both an image and a list of images")
                                            : text::say("the manifest is neither an image nor a list of images"));
    }
    std::string mediaType = text(*parsed, "mediaType");
    if (mediaType.empty()) {
        mediaType = contentType.substr(0, contentType.find(';'));
    }
    const bool saysIndex = mediaType == kOciIndex || mediaType == kDockerIndex;
    const bool saysManifest = mediaType == kOciManifest || mediaType == kDockerManifest;
    if ((saysIndex && layered) || (saysManifest && listed)) {
        return fail(ErrorCode::Invalid, text::say("the manifest is not what its media type {} says", mediaType));
    }
    if (listed) {
        auto manifests = readDescriptors(*parsed, "manifests", kEntryLimit);
        if (!manifests) {
            return fail(manifests.error());
        }
        return Index{std::move(*manifests)};
    }
    const auto found = parsed->find("config");
    auto config = readDescriptor(found == parsed->end() ? Json() : *found, text::say("\"config\" in the manifest"));
    if (!config) {
        return fail(config.error());
    }
    auto layers = readDescriptors(*parsed, "layers", kLayerLimit);
    if (!layers) {
        return fail(layers.error());
    }
    return Manifest{saysManifest ? mediaType : std::string(kOciManifest), std::move(*config), std::move(*layers)};
}

}  // namespace slipway::image
