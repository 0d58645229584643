// Words as hadolint's rules look at them. Internal to core/checks.
#pragma once

#include <string_view>

namespace slipway::checks::hadolint {

/// Without the quotes that stand around it.
[[nodiscard]] std::string_view withoutQuotes(std::string_view word);
/// Absolute on Linux or Windows (`C:\`, `C:/`), or begun by a variable, so that only a build knows.
[[nodiscard]] bool mayBeAbsolute(std::string_view path);

}  // namespace slipway::checks::hadolint
