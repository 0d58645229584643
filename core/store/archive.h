// Images in files: root file systems to import, and archives that docker, podman and skopeo write and take.
#pragma once

#include "image/platform.h"
#include "store/store.h"

#include <stop_token>

namespace slipway::store {

/// Makes an image of one layer from a tar (also .gz, .zst, .xz, .bz2), as `docker import` does, and tags it. The same
/// file gives the same image: `created` is the time of its newest entry.
[[nodiscard]] Result<Digest> importRootfs(Store& store, const std::filesystem::path& tar, const std::string& name,
                                          const image::Platform& platform = image::Platform::host(),
                                          std::stop_token stop = {});

struct SaveItem {
    Digest image;
    std::vector<std::string> tags;  ///< any spelling; may be empty
};
struct SaveOptions {
    bool compress = false;  ///< layers as gzip
    int descriptor = -1;    ///< where to write instead of the file, whose name then is for messages; stays open
};
/// Writes an archive for `docker load` that is an OCI layout, too. The file is whole or not there; the same images give
/// the same bytes.
[[nodiscard]] Result<> saveArchive(Store& store, const std::vector<SaveItem>& items, const std::filesystem::path& file,
                                   const SaveOptions& options = {}, std::stop_token stop = {});

struct Loaded {
    Digest image;
    std::vector<std::string> tags;
};
/// Reads an archive of `docker save`, or an OCI layout in a tar (compressed or not), records and tags its images.
/// From a list of platforms it takes the given one. Invalid where it is neither.
[[nodiscard]] Result<std::vector<Loaded>> loadArchive(Store& store, const std::filesystem::path& file,
                                                      const image::Platform& platform = image::Platform::host(),
                                                      std::stop_token stop = {});

}  // namespace slipway::store
