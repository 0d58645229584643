// What a person or a project asks of the checks, beside what the Dockerfile itself says.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace slipway::checks {

enum class Severity : std::uint8_t { Error, Warning, Info, Style };
/// Where a rule and its name come from.
enum class Family : std::uint8_t { BuildKit, Hadolint };

/// What a label's value must be.
enum class LabelFormat : std::uint8_t { Text, Url, Semver, Hash, Rfc3339, Spdx, Email };

struct Settings {
    std::optional<Family> family;                ///< this family's rules alone
    bool everyRule = false;                      ///< those that are off by default, too
    std::vector<std::string> trustedRegistries;  ///< "docker.io", "*.example.org", "*"; empty: any registry may be used
    std::map<std::string, LabelFormat, std::less<>> labels;  ///< that an image must have, by name
    bool strictLabels = false;                               ///< it has no others
};

}  // namespace slipway::checks
