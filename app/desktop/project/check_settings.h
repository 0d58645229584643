// The settings of the checks that count for a folder: its .hadolint.yaml, or the user's own.
#pragma once

#include "checks/configuration.h"

#include <QString>

#include <optional>
#include <string>

namespace slipway::project {

struct CheckSettings {
    QString path;                     ///< absolute; where the file would be, if there is none
    std::optional<std::string> text;  ///< none where there is no file
    checks::Settings settings;        ///< the defaults where the file is broken
    QString complaint;                ///< what is wrong with it
};
/// Reads the disk. Any thread but the GUI's.
[[nodiscard]] CheckSettings checkSettingsFor(const QString& folder);

}  // namespace slipway::project
