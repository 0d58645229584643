// Shell patterns of `${v#p}`, `${v%p}` and `${v/p/r}`: `*`, `?` and `\` before one of them. As in BuildKit, and other
// than in a shell, neither `*` nor `?` stands for the end of a line.
#pragma once

#include "text/error.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::dockerfile {

/// A compiled pattern. Each use takes time linear in the value for a given pattern.
class Glob {
public:
    /// Fails for a "\" before a character that needs none, or at the end.
    static Result<Glob> compile(std::string_view pattern);

    /// The value without the shortest (longest) prefix or suffix that matches.
    [[nodiscard]] std::string withoutPrefix(std::string_view value, bool longest) const;
    [[nodiscard]] std::string withoutSuffix(std::string_view value, bool longest) const;
    /// The value with its first match, or every match, replaced. A match begins as early and is as long as can be.
    /// Where every one is, the replacement is read as BuildKit does: `$0` is the match, `$$` a dollar, another `$name`
    /// nothing. Nullopt where the result would be of more than `most` bytes.
    [[nodiscard]] std::optional<std::string> replace(std::string_view value, std::string_view replacement, bool every,
                                                     std::size_t most) const;

private:
    using Characters = std::vector<std::uint32_t>;
    static constexpr std::uint32_t kAny = 0xFFFFFFFF;  ///< `?`
    struct Match {
        std::size_t begin, end;
        bool found;
    };
    [[nodiscard]] static bool standsAt(const Characters& value, const Characters& segment, std::size_t at);
    [[nodiscard]] std::optional<std::size_t> rest(const Characters& value, std::size_t at, bool longest) const;
    [[nodiscard]] Match match(const Characters& value, std::size_t from, bool anchored, bool longest) const;

    std::vector<Characters> m_segments;  ///< between the `*`s; at least one
};

}  // namespace slipway::dockerfile
