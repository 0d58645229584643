// What a person or a project asks of the checks, beside what the Dockerfile itself says.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::checks {

enum class Severity : std::uint8_t { Error, Warning, Info, Style };
/// Where a rule and its name come from.
enum class Family : std::uint8_t { BuildKit, Hadolint, Slipway };

/// What a label's value must be.
enum class LabelFormat : std::uint8_t { Text, Url, Semver, Hash, Rfc3339, Spdx, Email };

/// Names of rules are compared without regard to letter case.
struct RuleNameLess {
    using is_transparent = void;
    [[nodiscard]] bool operator()(std::string_view a, std::string_view b) const;
};
using RuleNames = std::set<std::string, RuleNameLess>;

struct Settings {
    std::optional<Family> family;  ///< this family's rules alone
    bool everyRule = false;        ///< those that are off by default, too
    RuleNames only;                ///< these rules alone, off by default or not; empty: all
    RuleNames ignored;             ///< not these
    /// In place of a rule's own; one that is off by default is on then.
    std::map<std::string, Severity, RuleNameLess> severities;
    bool ignorePragmas = true;  ///< `# hadolint ignore=…` in the file counts
    /// "docker.io", "*.example.org", "*"; empty: any registry may be used.
    std::vector<std::string> trustedRegistries;
    std::map<std::string, LabelFormat, std::less<>> labels;  ///< that an image must have, by name
    bool strictLabels = false;                               ///< it has no others
};

}  // namespace slipway::checks
