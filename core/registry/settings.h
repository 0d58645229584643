// What the user's settings file says about registries.
//
// $XDG_CONFIG_HOME/slipway/settings.json (else ~/.config/slipway/settings.json):
//     {"registries": {"mirrors": {"docker.io": ["http://127.0.0.1:5000"]}, "insecure": ["10.0.0.7:5000"]}}
#pragma once

#include "registry/image_source.h"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace slipway::registry {

[[nodiscard]] std::filesystem::path settingsPath();
/// Nothing set where there is no such file. Invalid, with the file's path, where it says something that can't be meant.
[[nodiscard]] Result<SourceOptions> readSettings(const std::filesystem::path& file = settingsPath());
/// Puts the mirrors there in place of those that were, and leaves all else in the file as it is; whole or not at all.
/// Makes the file where there is none. Refused, and nothing written, where the file can't be understood.
[[nodiscard]] Result<> writeMirrors(const std::multimap<std::string, std::string>& mirrors,
                                    const std::filesystem::path& file = settingsPath());
/// "docker.io=http://127.0.0.1:5000 ghcr.io=https://…": as addMirror() takes them, separated by blanks.
[[nodiscard]] std::string mirrorWords(const SourceOptions& options);
/// The other way; Invalid with a sentence about the first word that is no mirror.
[[nodiscard]] Result<std::multimap<std::string, std::string>> mirrorsFromWords(std::string_view words);
/// "docker.io=http://127.0.0.1:5000", as --registry-mirror takes it; goes before what is there for that registry.
[[nodiscard]] Result<> addMirror(SourceOptions& options, std::string_view assignment);

}  // namespace slipway::registry
