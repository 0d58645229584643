// The directories of a context that were looked at so far.
#pragma once

#include "context/scan.h"

#include <unordered_map>

namespace slipway::context {

/// Directories by path, listed when asked for. Used by one thread at a time; listAll() uses several itself.
class Directories {
public:
    Directories(const Scan& scan, std::uint64_t maxFiles) : m_scan(scan), m_maxFiles(maxFiles) {}

    /// The directory at a real path, not yet listed if it is new.
    [[nodiscard]] Directory& at(const std::string& path, const Ignore::Verdict& verdict);
    /// Lists it unless it is. Canceled where it is stopped.
    Result<> list(Directory& directory, const std::stop_token& stop = {});
    /// Lists it and everything below.
    Result<> listAll(Directory& directory, const std::stop_token& stop = {});
    /// How many items have been listed so far.
    [[nodiscard]] std::uint64_t items() const { return m_files; }
    /// One item of a directory, without listing it.
    Result<std::optional<Item>> look(Directory& directory, std::string_view name);

private:
    class Crew;
    const Scan& m_scan;
    std::uint64_t m_maxFiles;
    std::uint64_t m_files = 0;
    std::unordered_map<std::string, std::unique_ptr<Directory>> m_directories;
};

}  // namespace slipway::context
