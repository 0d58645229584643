// What a COPY's source chooses: from the context, or from a root file system. Internal to core/cache.
#pragma once

#include "cache/key.h"

namespace slipway::cache {

/// A file or directory that a source chose, and all below it.
struct Chosen {
    std::string name;    ///< last part of the path as it was chosen, a link's own name included
    std::string origin;  ///< path of the file or directory in its origin, links followed
    bool directory = false;
    /// Itself first (path ""), then all below in byte order, paths relative to it.
    std::vector<layer::Entry> entries;
    /// In a root: whose tar has each entry's bytes, at its offset. Empty in the context.
    std::vector<Digest> diffIds;
};

/// Sources in the context; digests are read. A glob that matches nothing chooses nothing, but is NotFound where
/// a folder stands before it.
[[nodiscard]] Result<std::vector<Chosen>> chooseInContext(const std::string& source,
                                                          const std::vector<std::string>& exclude,
                                                          const Surroundings& surroundings);
/// Sources in a stage or an image; `where` names it for messages.
[[nodiscard]] Result<std::vector<Chosen>> chooseInRoot(const std::string& source,
                                                       const std::vector<std::string>& exclude, const Root& root,
                                                       const std::string& where);
/// The root that an origin other than the context stands for, and its name for messages.
[[nodiscard]] Result<std::pair<Root, std::string>> rootOfOrigin(const plan::Origin& origin,
                                                                const Surroundings& surroundings);

}  // namespace slipway::cache
