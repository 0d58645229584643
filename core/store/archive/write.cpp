#include "image/manifest.h"
#include "image/reference.h"
#include "layer/tar.h"
#include "store/archive.h"
#include "text/say.h"

#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <nlohmann/json.hpp>

#include <cerrno>
#include <set>

namespace slipway::store {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

std::string blobName(const Digest& digest) { return "blobs/sha256/" + digest.hex(); }

// A tar that is being written. Times, owners and modes are fixed.
class TarWriter {
public:
    explicit TarWriter(int fd) : m_archive(archive_write_new()) {
        archive_write_set_format_pax_restricted(m_archive);
        archive_write_set_bytes_in_last_block(m_archive, 1);  // into a pipe, too
        archive_write_open_fd(m_archive, fd);
    }
    ~TarWriter() { archive_write_free(m_archive); }
    TarWriter(const TarWriter&) = delete;
    TarWriter& operator=(const TarWriter&) = delete;

    Result<> add(const std::string& name, const layer::ByteSource& content, std::uint64_t size,
                 const std::stop_token& stop) {
        if (auto begun = begin(name, size); !begun) {
            return begun;
        }
        std::uint64_t done = 0;
        for (;;) {
            if (stop.stop_requested()) {
                return fail(ErrorCode::Canceled, text::say("saving was canceled"));
            }
            const auto bytes = content();
            if (!bytes) {
                return fail(bytes.error());
            }
            if (bytes->empty()) {
                break;
            }
            if (archive_write_data(m_archive, bytes->data(), bytes->size()) < 0) {
                return error();
            }
            done += bytes->size();
        }
        return done == size ? Result<>() : fail(ErrorCode::Corrupt, text::say("{} changed while it was saved", name));
    }
    Result<> add(const std::string& name, std::string_view content) {
        if (auto begun = begin(name, content.size()); !begun) {
            return begun;
        }
        return archive_write_data(m_archive, content.data(), content.size()) < 0 ? Result<>(error()) : Result<>();
    }
    Result<> close() { return archive_write_close(m_archive) == ARCHIVE_OK ? Result<>() : Result<>(error()); }

private:
    Result<> begin(const std::string& name, std::uint64_t size) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_mtime(entry, 0, 0);
        archive_entry_set_size(entry, static_cast<la_int64_t>(size));
        const int result = archive_write_header(m_archive, entry);
        archive_entry_free(entry);
        return result == ARCHIVE_OK ? Result<>() : Result<>(error());
    }
    std::unexpected<Error> error() {
        const int number = archive_errno(m_archive);
        return fail(Error::fromErrno(number, "write the archive"));
    }
    archive* m_archive;
};

// The file under a temporary name beside its own until it is whole.
class Target {
public:
    explicit Target(fs::path file) : m_file(std::move(file)) {}
    ~Target() {
        if (m_fd >= 0) {
            close(m_fd);
        }
        if (!m_temporary.empty()) {
            unlink(m_temporary.c_str());
        }
    }
    Target(const Target&) = delete;
    Target& operator=(const Target&) = delete;

    Result<int> open() {
        struct stat info {};
        const bool special = stat(m_file.c_str(), &info) == 0 && !S_ISREG(info.st_mode);
        if (special && S_ISDIR(info.st_mode)) {
            return fail(ErrorCode::Invalid, text::say("cannot save to {}: it is a folder", m_file.string()), m_file);
        }
        if (special) {  // a pipe or terminal
            m_fd = ::open(m_file.c_str(), O_WRONLY | O_CLOEXEC);
        } else {
            std::string name = (m_file.parent_path() / ("." + m_file.filename().string() + ".XXXXXX")).string();
            m_fd = mkostemp(name.data(), O_CLOEXEC);
            if (m_fd >= 0) {
                m_temporary = name;
                fchmod(m_fd, 0644);
            }
        }
        return m_fd >= 0 ? Result<int>(m_fd) : fail(Error::fromErrno("write the archive", m_file));
    }
    Result<> finish() {
        if (!m_temporary.empty() && rename(m_temporary.c_str(), m_file.c_str()) != 0) {
            return fail(Error::fromErrno("write the archive", m_file));
        }
        m_temporary.clear();
        return {};
    }

private:
    fs::path m_file;
    std::string m_temporary;
    int m_fd = -1;
};

class Saver {
public:
    Saver(Store& store, TarWriter& tar, const SaveOptions& options, const std::stop_token& stop)
        : m_store(store), m_tar(tar), m_options(options), m_stop(stop) {}

    Result<> add(const SaveItem& item) {
        const auto found = m_store.image(item.image);
        if (!found || !*found) {
            return found ? fail(ErrorCode::NotFound, text::say("the store has no image {}", item.image.toString()))
                         : fail(found.error());
        }
        const Image& image = **found;
        image::Manifest manifest;
        manifest.config = {std::string(image::kOciConfig), image.id, image.configJson.size(), {}};
        if (auto result = addText(image.configJson); !result) {
            return result;
        }
        Json layers = Json::array();
        for (const Layer& layer : image.layers) {
            const auto descriptor = m_options.compress ? addCompressed(layer) : addPlain(layer);
            if (!descriptor) {
                return fail(descriptor.error());
            }
            manifest.layers.push_back(*descriptor);
            layers.push_back(blobName(descriptor->digest));
        }
        const std::string json = manifest.toJson();
        if (auto result = addText(json); !result) {
            return result;
        }
        return list(item, image, json, std::move(layers));
    }

    Result<> finish() {
        auto result = m_tar.add("oci-layout", R"({"imageLayoutVersion":"1.0.0"})");
        if (result) {
            result = m_tar.add("index.json", m_index.toJson());
        }
        if (result) {
            result = m_tar.add("manifest.json", m_docker.dump());
        }
        return result ? m_tar.close() : result;
    }

private:
    Result<> list(const SaveItem& item, const Image& image, const std::string& manifest, Json layers) {
        Json tags = Json::array();
        image::Descriptor descriptor{
            std::string(image::kOciManifest), Digest::of(manifest), manifest.size(), image.config.platform, {}};
        for (const std::string& name : item.tags) {
            const auto reference = image::Reference::parse(name);
            if (!reference) {
                return fail(reference.error());
            }
            tags.push_back(reference->familiar());
            descriptor.annotations = {{"io.containerd.image.name", reference->toString()},
                                      {"org.opencontainers.image.ref.name", reference->tag}};
            m_index.manifests.push_back(descriptor);
        }
        if (item.tags.empty()) {
            m_index.manifests.push_back(descriptor);
        }
        m_docker.push_back(
            {{"Config", blobName(image.id)}, {"RepoTags", std::move(tags)}, {"Layers", std::move(layers)}});
        return {};
    }

    Result<> addText(const std::string& text) {
        const Digest digest = Digest::of(text);
        return m_written.insert(digest).second ? m_tar.add(blobName(digest), text) : Result<>();
    }

    Result<> addFile(const Digest& digest, Result<layer::ByteSource> source, std::uint64_t size) {
        if (source && !m_written.insert(digest).second) {
            return {};
        }
        return source ? m_tar.add(blobName(digest), *source, size, m_stop) : fail(source.error());
    }

    Result<image::Descriptor> addPlain(const Layer& layer) {
        const auto tar = m_store.layerTar(layer.diffId);
        if (!tar) {
            return fail(tar.error());
        }
        image::Descriptor out{std::string(image::kOciLayer), layer.diffId, layer.tarSize, {}};
        const auto added = addFile(layer.diffId, layer::fileSource(*tar), layer.tarSize);
        return added ? Result<image::Descriptor>(std::move(out)) : fail(added.error());
    }

    Result<image::Descriptor> addCompressed(const Layer& layer) {
        if (layer.compressed && layer.compressedSize && m_store.hasBlob(*layer.compressed)) {
            image::Descriptor out{layer.compressedMediaType, *layer.compressed, *layer.compressedSize, {}};
            const auto added = addFile(out.digest, layer::fileSource(m_store.blobPath(out.digest)), out.size);
            return added ? Result<image::Descriptor>(std::move(out)) : fail(added.error());
        }
        const auto tar = m_store.layerTar(layer.diffId);
        auto source = tar ? layer::fileSource(*tar) : fail(tar.error());
        auto writer = source ? m_store.newBlob() : fail(source.error());
        if (!writer) {
            return fail(writer.error());
        }
        layer::Hasher hasher;
        const auto sink = [&](std::string_view bytes) {
            hasher.update(bytes);
            return writer->write(bytes);
        };
        if (auto result = layer::compress(*source, sink, layer::Compression::Gzip, m_stop); !result) {
            return fail(result.error());
        }
        image::Descriptor out{std::string(image::kOciLayerGzip), hasher.finish(), writer->size(), {}};
        const int written = writer->descriptor();
        const int own = written < 0 ? -1 : fcntl(written, F_DUPFD_CLOEXEC, 0);
        const auto added = own < 0 ? Result<>(fail(writer->write({}).error_or(Error::fromErrno("read the layer"))))
                                   : addFile(out.digest, layer::descriptorSource(own, {}), out.size);
        return added ? Result<image::Descriptor>(std::move(out)) : fail(added.error());
    }

    Store& m_store;
    TarWriter& m_tar;
    SaveOptions m_options;
    std::stop_token m_stop;
    std::set<Digest> m_written;
    image::Index m_index;
    Json m_docker = Json::array();
};

}  // namespace

Result<> saveArchive(Store& store, const std::vector<SaveItem>& items, const fs::path& file, const SaveOptions& options,
                     std::stop_token stop) {
    Target target(file);
    const auto fd = options.descriptor >= 0 ? Result<int>(options.descriptor) : target.open();
    if (!fd) {
        return fail(fd.error());
    }
    TarWriter tar(*fd);
    Saver saver(store, tar, options, stop);
    Result<> result;
    for (const SaveItem& item : items) {
        if (result) {
            result = saver.add(item);
        }
    }
    if (result) {
        result = saver.finish();
    }
    if (!result) {
        const bool full = result.error().code == ErrorCode::NoSpace;
        return fail(full ? Error::fromErrno(ENOSPC, "save to", file) : result.error());
    }
    return target.finish();
}

}  // namespace slipway::store
