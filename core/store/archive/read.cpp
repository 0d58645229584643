#include "image/manifest.h"
#include "image/reference.h"
#include "store/archive.h"
#include "store/ingest.h"
#include "text/say.h"

#include <archive.h>
#include <archive_entry.h>
#include <nlohmann/json.hpp>

#include <cerrno>
#include <functional>
#include <map>
#include <set>

namespace slipway::store {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

constexpr std::uint64_t kSmall = image::kConfigLimit;  // what may be a manifest or configuration
constexpr std::uint64_t kSmallTogether = std::uint64_t{256} << 20;

// A member's name without "./" and "/" before it.
std::string cleaned(std::string_view name) {
    return fs::path("/" + std::string(name)).lexically_normal().relative_path().string();
}

// One walk through the archive. Its names are only compared, never used as paths.
class Walk {
public:
    explicit Walk(const fs::path& file) : m_archive(archive_read_new()) {
        archive_read_support_filter_all(m_archive);
        archive_read_support_format_tar(m_archive);
        m_open = archive_read_open_filename(m_archive, file.c_str(), 1U << 20) == ARCHIVE_OK;
    }
    ~Walk() { archive_read_free(m_archive); }
    Walk(const Walk&) = delete;
    Walk& operator=(const Walk&) = delete;

    /// False at the end.
    Result<bool> next() {
        const int result = m_open ? archive_read_next_header(m_archive, &m_entry) : ARCHIVE_FATAL;
        if (result == ARCHIVE_EOF) {
            return false;
        }
        return result >= ARCHIVE_WARN ? Result<bool>(true) : error();
    }
    [[nodiscard]] std::string name() const {
        const char* text = archive_entry_pathname(m_entry);
        return cleaned(text ? text : "");
    }
    [[nodiscard]] bool isFile() const {
        return archive_entry_filetype(m_entry) == AE_IFREG && !archive_entry_hardlink(m_entry);
    }
    [[nodiscard]] std::uint64_t size() const {
        return static_cast<std::uint64_t>(std::max<la_int64_t>(archive_entry_size(m_entry), 0));
    }
    /// Old `docker save` wrote a layer once and links to it.
    [[nodiscard]] std::optional<std::string> link() const {
        if (const char* target = archive_entry_symlink(m_entry);
            target && archive_entry_filetype(m_entry) == AE_IFLNK) {
            return cleaned((fs::path(name()).parent_path() / target).string());
        }
        if (const char* target = archive_entry_hardlink(m_entry)) {
            return cleaned(target);
        }
        return std::nullopt;
    }
    Result<> content(const std::function<Result<>(std::string_view)>& take, const std::stop_token& stop) {
        for (;;) {
            const void* bytes = nullptr;
            std::size_t count = 0;
            la_int64_t offset = 0;
            const int result = archive_read_data_block(m_archive, &bytes, &count, &offset);
            if (result == ARCHIVE_EOF) {
                return {};
            }
            if (result < ARCHIVE_WARN) {
                return error();
            }
            if (stop.stop_requested()) {
                return fail(ErrorCode::Canceled, text::say("loading was canceled"));
            }
            if (auto taken = take({static_cast<const char*>(bytes), count}); !taken) {
                return taken;
            }
        }
    }

private:
    std::unexpected<Error> error() {
        const char* said = archive_error_string(m_archive);
        const int number = archive_errno(m_archive);
        return number == ENOENT || number == EACCES
                   ? fail(Error::fromErrno(number, "read the archive"))
                   : fail(ErrorCode::Invalid, said ? text::say("the archive can't be read: {}", said)
                                                   : text::say("the archive can't be read: it is damaged"));
    }
    archive* m_archive;
    archive_entry* m_entry = nullptr;
    bool m_open = false;
};

struct Outline {
    std::map<std::string, std::string> small;  ///< content of members that may be JSON
    std::map<std::string, std::string> links;
    std::set<std::string> files;
};

Result<Outline> outlineOf(const fs::path& file, const std::stop_token& stop) {
    Outline out;
    std::uint64_t together = 0;
    Walk walk(file);
    for (;;) {
        const auto more = walk.next();
        if (!more) {
            return fail(more.error());
        }
        if (!*more) {
            return out;
        }
        const std::string name = walk.name();
        if (const auto link = walk.link()) {
            out.links[name] = *link;
        }
        if (!walk.isFile()) {
            continue;
        }
        out.files.insert(name);
        if (walk.size() > kSmall || together + walk.size() > kSmallTogether) {
            continue;
        }
        together += walk.size();
        std::string& text = out.small[name];
        const auto take = [&](std::string_view bytes) -> Result<> {
            text += bytes;
            return {};
        };
        if (auto result = walk.content(take, stop); !result) {
            return fail(result.error());
        }
    }
}

// An image as the archive describes it.
struct Wanted {
    std::string configJson;
    image::Config config;
    std::vector<std::string> layers;  ///< members, lowest first
    std::vector<std::string> tags;
};

std::unexpected<Error> invalid(const std::string& why) {
    return fail(ErrorCode::Invalid, text::say("the archive can't be loaded: {}", why));
}

Result<Wanted> wantedOf(const std::string* config, std::vector<std::string> layers) {
    if (!config) {
        return invalid(text::say("an image's configuration is missing in it"));
    }
    auto parsed = image::Config::parse(*config);
    if (!parsed) {
        return fail(parsed.error());
    }
    if (parsed->diffIds.size() != layers.size()) {
        return invalid(
            text::say("an image has {} layers and its configuration names {}", layers.size(), parsed->diffIds.size()));
    }
    return Wanted{*config, std::move(*parsed), std::move(layers), {}};
}

const std::string* member(const Outline& outline, const std::string& name) {
    const auto found = outline.small.find(cleaned(name));
    return found == outline.small.end() ? nullptr : &found->second;
}

Result<std::vector<Wanted>> dockerImages(const Outline& outline, const std::string& text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_array()) {
        return invalid(text::say("its manifest.json is not a list"));
    }
    std::vector<Wanted> out;
    for (const Json& item : json) {
        const auto strings = [&](const char* key) {
            std::vector<std::string> list;
            if (const auto found = item.find(key); found != item.end() && found->is_array()) {
                for (const Json& each : *found) {
                    list.push_back(each.is_string() ? each.get<std::string>() : std::string());
                }
            }
            return list;
        };
        if (!item.is_object() || !item.contains("Config") || !item["Config"].is_string()) {
            return invalid(text::say("its manifest.json names no configuration"));
        }
        std::vector<std::string> layers = strings("Layers");
        for (std::string& layer : layers) {
            layer = cleaned(layer);
        }
        auto wanted = wantedOf(member(outline, item["Config"].get<std::string>()), std::move(layers));
        if (!wanted) {
            return fail(wanted.error());
        }
        wanted->tags = strings("RepoTags");
        out.push_back(std::move(*wanted));
    }
    return out;
}

std::string blobMember(const Digest& digest) { return "blobs/sha256/" + digest.hex(); }

std::vector<std::string> tagsOf(const image::Descriptor& descriptor) {
    const auto whole = descriptor.annotations.find("io.containerd.image.name");
    if (whole != descriptor.annotations.end()) {
        return {whole->second};
    }
    const auto reference = descriptor.annotations.find("org.opencontainers.image.ref.name");
    // A tag alone names no image.
    return reference != descriptor.annotations.end() && reference->second.find_first_of(":/") != std::string::npos
               ? std::vector<std::string>{reference->second}
               : std::vector<std::string>();
}

Result<Wanted> ociImage(const Outline& outline, const image::Descriptor& descriptor, const image::Platform& platform,
                        int depth = 0) {
    const std::string* text = member(outline, blobMember(descriptor.digest));
    if (!text || Digest::of(*text) != descriptor.digest) {
        return text ? fail(ErrorCode::Corrupt,
                           text::say("the archive's manifest {} has another digest", descriptor.digest.toString()))
                    : invalid(text::say("the manifest {} is missing in it", descriptor.digest.toString()));
    }
    auto parsed = image::parseManifest(*text, descriptor.mediaType);
    if (!parsed) {
        return fail(parsed.error());
    }
    if (const auto* index = std::get_if<image::Index>(&*parsed)) {
        const image::Descriptor* found = index->find(platform);
        if (!found || depth > 2) {
            return fail(ErrorCode::NotFound, text::say("the archive has no image for {}", platform.toString()));
        }
        return ociImage(outline, *found, platform, depth + 1);
    }
    const auto& manifest = std::get<image::Manifest>(*parsed);
    const std::string* config = member(outline, blobMember(manifest.config.digest));
    if (config && Digest::of(*config) != manifest.config.digest) {
        return fail(ErrorCode::Corrupt,
                    text::say("the archive's configuration {} has another digest", manifest.config.digest.toString()));
    }
    std::vector<std::string> layers;
    for (const image::Descriptor& layer : manifest.layers) {
        layers.push_back(blobMember(layer.digest));
    }
    return wantedOf(config, std::move(layers));
}

Result<std::vector<Wanted>> ociImages(const Outline& outline, const std::string& text,
                                      const image::Platform& platform) {
    auto parsed = image::parseManifest(text, image::kOciIndex);
    if (!parsed || !std::holds_alternative<image::Index>(*parsed)) {
        return parsed ? invalid(text::say("its index.json is not an index")) : fail(parsed.error());
    }
    std::vector<Wanted> out;
    for (const image::Descriptor& descriptor : std::get<image::Index>(*parsed).manifests) {
        auto wanted = ociImage(outline, descriptor, platform);
        if (!wanted) {
            return fail(wanted.error());
        }
        wanted->tags = tagsOf(descriptor);
        out.push_back(std::move(*wanted));
    }
    return out;
}

// Takes the layers that the store hasn't yet. A member may be the layer of several images.
Result<> loadLayers(Store& store, const fs::path& file, const Outline& outline, const std::vector<Wanted>& images,
                    const std::stop_token& stop) {
    std::map<std::string, Digest> missing;
    for (const Wanted& image : images) {
        for (std::size_t i = 0; i < image.layers.size(); ++i) {
            const auto known = store.layer(image.config.diffIds[i]);
            if (!known) {
                return fail(known.error());
            }
            std::string name = image.layers[i];
            for (int hops = 0; hops < 8 && outline.links.contains(name); ++hops) {
                name = outline.links.at(name);
            }
            if (!*known) {
                if (!outline.files.contains(name)) {
                    return invalid(text::say("the layer {} is missing in it", image.layers[i]));
                }
                if (const auto [at, added] = missing.try_emplace(name, image.config.diffIds[i]);
                    !added && at->second != image.config.diffIds[i]) {
                    return invalid(text::say("it gives one file for two layers"));
                }
            }
        }
    }
    Walk walk(file);
    while (!missing.empty()) {
        const auto more = walk.next();
        if (!more || !*more) {
            return more ? invalid(text::say("it ended early")) : fail(more.error());
        }
        const auto wanted = walk.isFile() ? missing.find(walk.name()) : missing.end();
        if (wanted == missing.end()) {
            continue;
        }
        auto writer = store.newBlob();
        if (!writer) {
            return fail(writer.error());
        }
        Result<> result = walk.content([&](std::string_view bytes) { return writer->write(bytes); }, stop);
        const int fd = result ? writer->descriptor() : -1;
        if (fd < 0) {
            return result ? fail(writer->write({}).error()) : result;
        }
        IngestOptions options;
        options.diffId = wanted->second;
        if (auto layer = ingestLayer(store, fd, options, stop); !layer) {
            return fail(layer.error());
        }
        missing.erase(wanted);
    }
    return {};
}

}  // namespace

Result<std::vector<Loaded>> loadArchive(Store& store, const fs::path& file, const image::Platform& platform,
                                        std::stop_token stop) {
    const auto located = [&](Error error) {
        if (error.path.empty()) {
            error.path = file;
        }
        return fail(std::move(error));
    };
    const auto outline = outlineOf(file, stop);
    if (!outline) {
        return located(outline.error());
    }
    const std::string* docker = member(*outline, "manifest.json");
    const std::string* oci = member(*outline, "index.json");
    if (!docker && !oci) {
        return located(
            invalid(text::say("it has neither a manifest.json (docker save) nor an index.json (OCI layout)")).error());
    }
    auto images = docker ? dockerImages(*outline, *docker) : ociImages(*outline, *oci, platform);
    if (!images) {
        return located(images.error());
    }
    if (auto result = loadLayers(store, file, *outline, *images, stop); !result) {
        return located(result.error());
    }
    std::vector<Loaded> out;
    for (Wanted& image : *images) {
        const auto id = store.putImage(image.config, {}, std::move(image.configJson));
        if (!id) {
            return fail(id.error());
        }
        Loaded loaded{*id, {}};
        for (const std::string& name : image.tags) {
            const auto reference = image::Reference::parse(name);
            if (!reference) {
                return located(reference.error());
            }
            if (auto result = store.setTag(reference->toString(), *id); !result) {
                return fail(result.error());
            }
            loaded.tags.push_back(reference->toString());
        }
        out.push_back(std::move(loaded));
    }
    return out;
}

}  // namespace slipway::store
