// Local archives that ADD unpacks. Internal to core/cache.
#pragma once

#include "context/context_tree.h"
#include "layer/tar.h"

#include <filesystem>

namespace slipway::cache {

/// The table of a tar (plain, gzip, bzip2, xz or zstd, told by its content), or null where the file is none. Tables are
/// remembered by the file's digest for the life of the process. Thread: any.
[[nodiscard]] Result<std::shared_ptr<const layer::Toc>> archiveTable(context::ContextTree& context,
                                                                     const std::string& path,
                                                                     const layer::Digest& digest, std::stop_token stop);
/// An uncompressed copy of an archive in a new file of `folder`; the caller removes it.
[[nodiscard]] Result<std::filesystem::path> uncompressArchive(context::ContextTree& context, const std::string& path,
                                                              const std::filesystem::path& folder,
                                                              std::stop_token stop);

}  // namespace slipway::cache
