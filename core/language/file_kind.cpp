#include "language/file_kind.h"

#include "dockerfile/spaces.h"

#include <algorithm>
#include <array>
#include <string>

namespace slipway::language {

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), dockerfile::lowerCase);
    return out;
}

}  // namespace

FileKind fileKind(std::string_view path, std::string_view languageId) {
    static constexpr std::array<std::string_view, 3> kDockerfile{"dockerfile", "docker", "containerfile"};
    static constexpr std::array<std::string_view, 2> kIgnoreFile{"dockerignore", "docker-ignore"};
    const std::string name = lower(path.substr(path.rfind('/') + 1));  // npos + 1 is 0
    const std::string id = lower(languageId);
    if (name.ends_with(".dockerignore") || std::ranges::contains(kIgnoreFile, id))
        return FileKind::IgnoreFile;
    if (std::ranges::contains(kDockerfile, id))
        return FileKind::Dockerfile;
    for (const std::string_view word : {"dockerfile", "containerfile"})
        if (name == word || name.starts_with(std::string(word) + '.') || name.ends_with('.' + std::string(word)))
            return FileKind::Dockerfile;
    return id.empty() ? FileKind::Dockerfile : FileKind::Other;
}

}  // namespace slipway::language
