// Who USER names: ids, groups and home out of an image's passwd and group files.
#pragma once

#include "text/error.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::sandbox {

struct Account {
    std::uint32_t uid = 0, gid = 0;
    std::vector<std::uint32_t> groups;  ///< supplementary
    std::string home = "/";
    friend bool operator==(const Account&, const Account&) = default;
};

/// Resolves "", "NAME", "UID", and either with ":GROUP" or ":GID", as Docker does: a number need not be in the files; a
/// name must (NotFound). Supplementary groups count only where no group is given.
[[nodiscard]] Result<Account> lookUpAccount(std::string_view user, std::string_view passwd, std::string_view group);

}  // namespace slipway::sandbox
