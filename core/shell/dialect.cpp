#include "shell/dialect.h"

#include <algorithm>
#include <array>

namespace slipway::shell {

namespace {

std::string_view nextWord(std::string_view& line) {
    const std::size_t begin = std::min(line.find_first_not_of(" \t"), line.size());
    const std::size_t end = std::min(line.find_first_of(" \t", begin), line.size());
    const std::string_view word = line.substr(begin, end - begin);
    line.remove_prefix(end);
    return word;
}

}  // namespace

std::string_view baseName(std::string_view path) {
    path.remove_prefix(path.find_last_of("/\\") + 1);  // npos + 1 is 0
    if (path.ends_with(".exe")) {
        path.remove_suffix(4);
    }
    return path;
}

Dialect dialectOfProgram(std::string_view program) {
    static constexpr std::array<std::string_view, 8> kPosix{"sh",   "dash",    "ash",  "ksh",
                                                            "mksh", "busybox", "yash", "ksh93"};
    const std::string_view name = baseName(program);
    if (name == "bash" || name == "zsh") {
        return Dialect::Bash;
    }
    return std::ranges::contains(kPosix, name) ? Dialect::Posix : Dialect::Unknown;
}

std::string_view programOfScript(std::string_view script) {
    if (!script.starts_with("#!")) {
        return {};
    }
    std::string_view line = script.substr(2, script.find_first_of("\r\n") - 2);
    std::string_view program = nextWord(line);
    if (baseName(program) == "env") {
        do {
            program = nextWord(line);
        } while (program.starts_with('-') || program.contains('='));
    }
    return program;
}

Dialect dialectOfScript(std::string_view script, Dialect otherwise) {
    return script.starts_with("#!") ? dialectOfProgram(programOfScript(script)) : otherwise;
}

}  // namespace slipway::shell
