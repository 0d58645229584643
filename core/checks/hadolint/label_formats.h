// The formats that a label's value may have to have. Internal to core/checks.
#pragma once

#include <string_view>

namespace slipway::checks::hadolint {

/// RFC 3986, with its scheme.
[[nodiscard]] bool isUrl(std::string_view text);
/// RFC 3339, "date-time".
[[nodiscard]] bool isTime(std::string_view text);
/// An identifier of https://spdx.org/licenses/, or an expression of them ("MIT OR Apache-2.0"); in any letter case.
[[nodiscard]] bool isLicense(std::string_view text);
/// A whole SHA-1 of Git's or its first seven digits, in lower case.
[[nodiscard]] bool isGitHash(std::string_view text);
/// https://semver.org/
[[nodiscard]] bool isSemanticVersion(std::string_view text);
/// RFC 5322, "addr-spec" without comments and folding.
[[nodiscard]] bool isEmail(std::string_view text);

}  // namespace slipway::checks::hadolint
