// What a ContextTree holds.
#pragma once

#include "context/directory.h"

#include <mutex>

namespace slipway::context {

struct ContextTree::Data {
    Data(ContextOptions given, int rootDescriptor) : options(std::move(given)), descriptor(rootDescriptor) {}
    ~Data();
    Data(const Data&) = delete;
    Data& operator=(const Data&) = delete;

    ContextOptions options;
    int descriptor;  ///< of the root
    Scan scan{descriptor, options};
    std::mutex mutex;  ///< for what is below
    Directories directories{scan, options.maxFiles};

    /// Reads a file and remembers its stamp. `plain`: it is known to have no attributes that count.
    Result<FileStamp> read(const std::string& path, bool plain, const std::stop_token& stop = {});
};

}  // namespace slipway::context
