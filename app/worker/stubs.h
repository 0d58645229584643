// Mount points that a RUN's mounts need and its image lacks: made before, gone afterwards, without a trace.
#pragma once

#include "place.h"

#include <sys/stat.h>

#include <string>
#include <vector>

namespace slipway::worker {

/// Makes mount points in the merged root; afterwards, on the upper directory alone, removes those that nobody wrote to
/// and the copies of directories that came up for nothing else.
class Stubs {
public:
    enum class Kind { Folder, File };

    /// Makes `path` where it is missing, with the folders above it; their parent keeps its times. With `stays`, what is
    /// made belongs to the layer.
    Result<> make(int mergedRoot, const std::string& path, Kind kind, bool stays = false);
    /// After the RUN, with the overlay unmounted.
    void remove(int upperRoot) const;

private:
    struct Made {
        std::string path;
        struct stat about;
    };
    void removeCopies(int upperRoot, const Made& folder) const;

    std::vector<Made> m_made;     // parents first
    std::vector<Made> m_parents;  // existing folders above them as they were, parents first
};

}  // namespace slipway::worker
