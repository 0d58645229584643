// What the user's settings file says about registries.
//
// $XDG_CONFIG_HOME/slipway/settings.json (else ~/.config/slipway/settings.json):
//     {"registries": {"mirrors": {"docker.io": ["http://127.0.0.1:5000"]}, "insecure": ["10.0.0.7:5000"]}}
#pragma once

#include "registry/image_source.h"

#include <filesystem>

namespace slipway::registry {

[[nodiscard]] std::filesystem::path settingsPath();
/// Nothing set where there is no such file. Invalid, with the file's path, where it says something that can't be meant.
[[nodiscard]] Result<SourceOptions> readSettings(const std::filesystem::path& file = settingsPath());
/// "docker.io=http://127.0.0.1:5000", as --registry-mirror takes it; goes before what is there for that registry.
[[nodiscard]] Result<> addMirror(SourceOptions& options, std::string_view assignment);

}  // namespace slipway::registry
