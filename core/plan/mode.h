// --chmod: octal, or symbolic as chmod(1) takes it. A plan refuses what it can't read; packing applies it.
#pragma once

#include "text/error.h"

#include <optional>
#include <string_view>
#include <vector>

namespace slipway::plan {

/// A change of permission bits.
class ModeChange {
public:
    /// "755", "0644", "u+x", "go-w,a=rX", …
    static Result<ModeChange> parse(std::string_view text);
    [[nodiscard]] std::uint32_t apply(std::uint32_t mode, bool directory) const;

private:
    struct Clause {
        std::uint32_t who = 0;  ///< mask of the bits that may change: 0700 with 04000, …
        char op = '=';
        std::uint32_t bits = 0;  ///< rwx as for others, and setuid/setgid, sticky
        bool conditionalExecute = false, setId = false, sticky = false;
        char copyFrom = 0;  ///< u, g or o
    };
    std::optional<std::uint32_t> m_octal;
    std::vector<Clause> m_clauses;
};

}  // namespace slipway::plan
