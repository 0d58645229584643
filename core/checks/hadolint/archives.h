// Archives by the ends of their names. Internal to core/checks.
#pragma once

#include <string_view>

namespace slipway::checks::hadolint {

/// Does the name end as those of archives do that ADD unpacks? (.zip is none of them.)
[[nodiscard]] bool isArchive(std::string_view path);

}  // namespace slipway::checks::hadolint
