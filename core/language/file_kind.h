// Which language a file is written in, by its name and by what an editor says of it.
#pragma once

#include <cstdint>
#include <string_view>

namespace slipway::language {

enum class FileKind : std::uint8_t { Dockerfile, IgnoreFile, Other };

/// `path` is a path, a URI or a name; `languageId` is the editor's word for the language, empty where it has none. A
/// .dockerignore is one whatever the editor takes it for. Any thread.
[[nodiscard]] FileKind fileKind(std::string_view path, std::string_view languageId = {});

/// By its name alone; Other where that says nothing.
[[nodiscard]] FileKind fileKindOfName(std::string_view path);

}  // namespace slipway::language
