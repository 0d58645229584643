// Which language a shell's name or a script's first line asks for.
#pragma once

#include <cstdint>
#include <string_view>

namespace slipway::shell {

enum class Dialect : std::uint8_t {
    Posix,    ///< sh, dash, ash, ksh and their like
    Bash,     ///< bash and zsh
    Unknown,  ///< PowerShell, cmd, Python, anything else: not read
};

/// Of a program, with or without its path and ".exe".
[[nodiscard]] Dialect dialectOfProgram(std::string_view program);
/// Last part of a path, of Unix or of Windows, without ".exe".
[[nodiscard]] std::string_view baseName(std::string_view path);
/// The program that a script's first line, "#!", names, `env` understood; empty where none stands there.
[[nodiscard]] std::string_view programOfScript(std::string_view script);
/// Of a script that begins with "#!"; `otherwise` where it doesn't.
[[nodiscard]] Dialect dialectOfScript(std::string_view script, Dialect otherwise);

}  // namespace slipway::shell
