// A root file system as a fold of tables: look-ups without mounting or unpacking.
#pragma once

#include "layer/toc.h"

#include <functional>

namespace slipway::layer {

using TocList = std::vector<std::shared_ptr<const Toc>>;  ///< lowest layer first

/// Layers seen as one tree. Whiteouts and opaque directories hide what is below them; a directory that a
/// layer only implies never hides a real one below and, where there is none, exists with mode 0755, 0:0.
/// Immutable, cheap to copy; look-ups are O(path components × layers × log entries). Any thread.
class RootfsView {
public:
    RootfsView() = default;
    explicit RootfsView(TocList layers) : m_layers(std::move(layers)) {}

    struct Found {
        Entry entry;            ///< with its real path (no symlink in it, no leading "/")
        std::size_t layer = 0;  ///< index of the layer that has it
        bool implied = false;   ///< a directory no layer has an entry for
    };

    [[nodiscard]] const TocList& layers() const { return m_layers; }
    /// The entry at exactly this path (no symlink is followed on the way or at its end).
    [[nodiscard]] std::optional<Found> lookup(std::string_view path) const;
    /// Follows symlinks on the way and, unless told not to, at its end; ".." stays inside the root;
    /// at most 255 links. NotFound where something is missing, Invalid for a loop.
    [[nodiscard]] Result<Found> find(std::string_view path, bool followLast = true) const;
    /// Where a path leads once the links on its way are followed; parts that don't exist stay as they are.
    /// No leading or trailing "/".
    [[nodiscard]] Result<std::string> resolve(std::string_view path, bool followLast = true) const;
    /// Names directly in a directory (a real path), sorted, each with its entry.
    [[nodiscard]] std::vector<Found> list(std::string_view directory) const;
    /// The entry that a hard link is the same file as (in the link's own layer, else in the view); itself for others.
    [[nodiscard]] std::optional<Found> linked(const Found& found) const;
    /// Every visible entry below a directory (a real path) in byte order of paths, itself not included.
    void walk(std::string_view directory, const std::function<void(const Found&)>& visit) const;

private:
    TocList m_layers;
};

}  // namespace slipway::layer
