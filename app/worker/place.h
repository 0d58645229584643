// Where a worker works: the folders of a store, and the folder of its own that nobody else sees.
#pragma once

#include "sandbox/descriptor.h"
#include "text/error.h"

#include <string>

namespace slipway::worker {

using sandbox::Descriptor;

struct Place {
    std::string home;       ///< the store, absolute
    std::string snapshots;  ///< home/snapshots
    std::string mounts;     ///< home/mounts
    std::string run;        ///< home/run: on disk an empty folder, here a tmpfs of this worker's mount namespace

    explicit Place(std::string store)
        : home(std::move(store)), snapshots(home + "/snapshots"), mounts(home + "/mounts"), run(home + "/run") {}
};

/// Makes snapshots/ or mounts/, if need be. What is in it are trees that have nothing to do with one another, and the
/// file system is told so where it asks (ext4's flag T, chattr(1)): it begins each where there is room. Side by side
/// they would share inodes, and one just freed isn't given out again for a minute, while every new file looks at all of
/// those.
void makeTreesFolder(const std::string& path);

/// A snapshot's name is one plain path component.
[[nodiscard]] Result<> checkName(const std::string& name);

/// A folder NAME.part below snapshots/ in which a snapshot is made; locked while its maker lives, so that whoever finds
/// one that is not locked knows it for a left-over.
class Part {
public:
    /// Takes the place of a left-over of the same name.
    static Result<Part> make(const Place& place, const std::string& name);

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] int descriptor() const { return m_folder.get(); }
    /// Renames `child` of it (or itself, where empty) to snapshots/NAME.
    Result<> finish(const Place& place, const std::string& child);
    /// Removes what is left of it.
    void discard();

private:
    std::string m_name, m_path;
    Descriptor m_folder;
};

/// Removes the parts whose maker is gone.
void sweepParts(const Place& place);

}  // namespace slipway::worker
