// Words, names of images and stages as hadolint's rules look at them. Internal to core/checks.
#pragma once

#include "checks/check.h"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace slipway::checks::hadolint {

/// Without the quotes that stand around it.
[[nodiscard]] std::string_view withoutQuotes(std::string_view word);
/// Holds `$name` or `${name}`, exactly so.
[[nodiscard]] bool refersTo(std::string_view word, std::string_view name);
/// In lower case (ASCII).
[[nodiscard]] std::string lower(std::string_view word);
/// Absolute on Linux or Windows (`C:\`, `C:/`), or begun by a variable, so that only a build knows.
[[nodiscard]] bool mayBeAbsolute(std::string_view path);

/// An image's name in its parts as written; variables stay, with what stands in their braces.
struct ImageName {
    std::string_view registry;  ///< empty: Docker Hub's, unnamed
    std::string_view path, tag, digest;
};
[[nodiscard]] ImageName imageName(std::string_view text);

/// Which stage a name means at a line. Valid as long as its subject; one thread.
class StageNames {
public:
    explicit StageNames(const Subject& subject) : m_subject(subject) {}
    /// Index of the stage above the line's own that has the name, in any letter case.
    [[nodiscard]] std::optional<int> named(const Line& line, std::string_view name) const;
    /// The same by name or number, as --from takes it.
    [[nodiscard]] std::optional<int> above(const Line& line, std::string_view nameOrNumber) const;

private:
    using Stages = std::unordered_map<std::string_view, std::vector<int>>;
    const Subject& m_subject;
    mutable std::optional<Stages> m_stages;  ///< by name, ascending; read once somebody asks
};

/// The stage that another one is built FROM, or -1.
[[nodiscard]] int parentOf(const Subject& subject, int stage);
/// Name or number of a stage, for messages.
[[nodiscard]] std::string shownName(const Subject& subject, int stage);

/// Adds the digest that the name of the finding's FROM stands for in the store; nullopt where that isn't known.
[[nodiscard]] std::optional<Fix> pinnedToDigest(const Subject& subject, const Finding& finding);

}  // namespace slipway::checks::hadolint
