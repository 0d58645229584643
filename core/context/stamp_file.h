// Stamps in a file, one for each context root: read in one piece, written in one piece.
#pragma once

#include "context/context_tree.h"

#include <memory>
#include <string>

namespace slipway::context {

/// Loads when it is made and saves when it is told to. A file that is damaged, of another version or of another root
/// counts as empty: stamps are worth a little time, never an error. Safe from any thread.
class StampFile final : public StampCache {
public:
    /// The stamps of a context root below `folder` (made when first saved).
    static std::shared_ptr<StampFile> open(const std::string& folder, const std::string& root);
    ~StampFile() override;

    [[nodiscard]] std::optional<FileStamp> find(std::string_view path) override;
    void put(std::string_view path, const FileStamp& stamp) override;
    /// Writes a new file and renames it into place; does nothing where nothing was put. Stamps of files that were not
    /// asked for go once they are the greater part. Another process that saves meanwhile wins or loses as a whole.
    Result<> save();
    /// Bytes on disk are at this path.
    [[nodiscard]] const std::string& path() const;

private:
    StampFile();
    struct Data;
    std::unique_ptr<Data> m_data;
};

}  // namespace slipway::context
