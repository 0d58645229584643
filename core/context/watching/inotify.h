// The kernel's watches on directories, one for each.
#pragma once

#include "text/error.h"

#include <functional>
#include <string>
#include <unordered_map>

namespace slipway::watching {

/// Watches by path relative to a root. One thread.
class Inotify {
public:
    enum class What : std::uint8_t { Changed, DirectoryCame, DirectoryWent, Overflow };

    static Result<Inotify> open(std::string root, std::size_t maxWatches);
    ~Inotify();
    Inotify(Inotify&& other) noexcept;
    Inotify& operator=(Inotify&&) = delete;

    /// NotFound where it is gone already; NoSpace where no more can be watched.
    Result<> add(const std::string& directory);
    /// Forgets a directory and all below it.
    void removeBelow(const std::string& directory);
    /// Everything that has happened; `tell` gets a path relative to the root.
    void read(const std::function<void(What, const std::string& path)>& tell);
    [[nodiscard]] int descriptor() const { return m_descriptor; }

private:
    Inotify(int descriptor, std::string root, std::size_t most)
        : m_descriptor(descriptor), m_root(std::move(root)), m_most(most) {}

    int m_descriptor;
    std::string m_root;
    std::size_t m_most;
    std::unordered_map<int, std::string> m_paths;
};

}  // namespace slipway::watching
