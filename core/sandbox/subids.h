// Subordinate user and group ids: what /etc/subuid and /etc/subgid grant a user.
#pragma once

#include "text/error.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::sandbox {

struct IdRange {
    std::uint32_t first = 0, count = 0;
    friend bool operator==(const IdRange&, const IdRange&) = default;
};

/// The ranges of a user in such a file's text, by name or number; lines that make no sense are skipped.
[[nodiscard]] std::vector<IdRange> subordinateRanges(std::string_view text, std::string_view user, std::uint32_t uid);

/// A line that grants `user` 65536 ids that no other line of the text has.
[[nodiscard]] std::string suggestedLine(std::string_view text, std::string_view user);

struct SubordinateIds {
    std::vector<IdRange> uids, gids;
};
/// The calling user's ranges. Denied, with the lines to add, where there are none.
[[nodiscard]] Result<SubordinateIds> subordinateIds();

}  // namespace slipway::sandbox
