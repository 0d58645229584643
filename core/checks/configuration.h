// hadolint's configuration file, `.hadolint.yaml`.
//
// Reference: "Configure" of hadolint's README.
#pragma once

#include "checks/settings.h"
#include "text/error.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace slipway::checks {

struct Configuration {
    Settings settings;
    std::optional<Severity> failureThreshold;  ///< a finding of it, or worse, fails; Style where any does
    bool noFail = false;                       ///< none does
    std::vector<Error> notes;                  ///< what it says that means nothing here, with its place

    /// Of several severities that are given to a rule, the worst counts.
    void setSeverity(std::string rule, Severity severity);
};

/// Reads its text. Invalid, with line and column, for what is no YAML and for values of another kind than documented.
[[nodiscard]] Result<Configuration> readConfiguration(std::string_view text, const std::string& path);

using Environment = std::function<std::optional<std::string>(const char* name)>;
/// What HADOLINT_IGNORE and its like say: their lists lengthen those of the configuration, all else replaces what it
/// has.
void addEnvironment(Configuration& configuration, const Environment& environment);

/// Paths where it is looked for, the first one that exists counts: the project's folder, the working folder, then the
/// user's own.
[[nodiscard]] std::vector<std::string> configurationPaths(const std::string& project, const std::string& workingFolder,
                                                          const Environment& environment);
/// The one that counts, by this process's environment; empty where there is none.
[[nodiscard]] std::string findConfiguration(const std::string& project, const std::string& workingFolder);
/// Reads a file, which errors and notes call `shown`; of an empty path, what counts without a configuration. With what
/// this process's environment adds.
[[nodiscard]] Result<Configuration> loadConfiguration(const std::string& path, const std::string& shown);

/// A project's configuration: where it stands, its text and what that says.
struct ConfigurationFile {
    std::string path;                 ///< absolute; where one would be, if there is none; empty: nowhere
    std::optional<std::string> text;  ///< nullopt where there is none
    Configuration configuration;      ///< where the text can't be read, what counts without one
    std::string complaint;            ///< what is wrong with it, for people; empty where nothing is
};
/// What open editors hold and haven't saved, by absolute path.
using UnsavedTexts = std::map<std::string, std::string, std::less<>>;
/// For those who go on where it is broken: of the file that counts, or the one in the project's folder where none is.
[[nodiscard]] ConfigurationFile configurationFor(const std::string& project, const std::string& workingFolder,
                                                 const UnsavedTexts& unsaved = {});

/// "error", "warning", "info", "style"; "ignore" and "none" are Style, as a threshold.
[[nodiscard]] std::optional<Severity> severityNamed(std::string_view name);
[[nodiscard]] std::optional<Severity> thresholdNamed(std::string_view name);
/// "semver", "url", …; "text" may be left empty. Invalid, with the formats that there are, for another name.
[[nodiscard]] Result<LabelFormat> labelFormat(std::string_view label, std::string_view name);
/// A label that images shall have: "NAME" or "NAME:FORMAT".
[[nodiscard]] Result<std::pair<std::string, LabelFormat>> requiredLabel(std::string_view text);
[[nodiscard]] std::string_view severityName(Severity severity);

}  // namespace slipway::checks
