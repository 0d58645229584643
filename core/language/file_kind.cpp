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

FileKind fileKindOfName(std::string_view path) {
    const std::string name = lower(path.substr(path.rfind('/') + 1));  // npos + 1 is 0
    if (name.ends_with(".dockerignore"))
        return FileKind::IgnoreFile;
    for (const std::string_view word : {"dockerfile", "containerfile"})
        if (name == word || name.starts_with(std::string(word) + '.') || name.ends_with('.' + std::string(word)))
            return FileKind::Dockerfile;
    return FileKind::Other;
}

FileKind fileKind(std::string_view path, std::string_view languageId) {
    static constexpr std::array<std::string_view, 3> kDockerfile{"dockerfile", "docker", "containerfile"};
    static constexpr std::array<std::string_view, 2> kIgnoreFile{"dockerignore", "docker-ignore"};
    const FileKind named = fileKindOfName(path);
    const std::string id = lower(languageId);
    if (named == FileKind::IgnoreFile || std::ranges::contains(kIgnoreFile, id))
        return FileKind::IgnoreFile;
    return id.empty() || std::ranges::contains(kDockerfile, id) ? FileKind::Dockerfile : named;
}

}  // namespace slipway::language
