// Finds files by a few letters of their paths.
#pragma once

#include <QString>
#include <QStringList>

#include <cstdint>
#include <string>
#include <vector>

namespace slipway::project {

/// Names made ready for searching. Immutable, any thread; 50,000 names are searched in some milliseconds.
class FileSearch {
public:
    FileSearch() = default;
    /// Paths with "/" between their names; those in front are thought to be nearer.
    explicit FileSearch(QStringList paths);

    [[nodiscard]] const QStringList& paths() const { return m_paths; }
    /// The paths that hold the letters of each word of `query` in their order, whatever their case: at most `most`, the
    /// best first. Better are those whose last name is the word, begins with it, holds it; then those that hold it
    /// anywhere, then those that hold its letters apart; of equals the shorter one, then the nearer one.
    [[nodiscard]] QStringList best(const QString& query, qsizetype most) const;

private:
    struct Place {
        std::uint32_t begin = 0, name = 0, end = 0;  ///< of a path in m_folded, and of the last name in it
        std::uint64_t letters = 0;                   ///< which it has, a bit for each
    };
    QStringList m_paths;
    std::string m_folded;  ///< all paths one behind the other, without regard to case
    std::vector<Place> m_places;
};

}  // namespace slipway::project
