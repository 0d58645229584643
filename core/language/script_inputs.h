// Which language a program takes its script for, and so a RUN's here-documents. Internal to core/language.
#pragma once

#include "dockerfile/syntax_tree.h"
#include "shell/script.h"

#include <functional>
#include <string_view>
#include <vector>

namespace slipway::language {

struct ScriptLanguage {
    enum class Kind : std::uint8_t { Other, Shell, Python, Perl };
    Kind kind = Kind::Other;
    shell::Dialect dialect = shell::Dialect::Unknown;  ///< known of a shell alone
};
/// By its name, with or without a path. `su` starts a shell, too.
[[nodiscard]] ScriptLanguage languageOfProgram(std::string_view program);
/// By its first line; `otherwise` where that isn't "#!".
[[nodiscard]] ScriptLanguage languageOfScript(std::string_view script, ScriptLanguage otherwise);

/// What a shell does with its words.
struct ShellCall {
    std::size_t script = 0;  ///< index of the word that it reads as its script; the number of words where it reads none
    bool readsInput = false;  ///< its script is its standard input
};
/// Of a shell that the word before `at` names. Of su, a user may stand before the options.
[[nodiscard]] ShellCall shellCall(const std::function<std::string_view(std::size_t)>& word, std::size_t at,
                                  std::size_t count);
/// `-ec`, `+e`, `--login`.
[[nodiscard]] bool isOption(std::string_view word);

/// Is the one here-document of a RUN all of its command, and so a script by itself?
[[nodiscard]] bool isScriptAlone(const dockerfile::Instruction& whole, const dockerfile::Instruction& run);
/// What a command takes its standard input for.
[[nodiscard]] ScriptLanguage languageOfInput(const shell::SimpleCommand& command);
/// Of each here-document of a RUN, in their order. `whole` is the instruction of the file, `run` it or the one inside
/// its ONBUILD, `shell` what SHELL names there.
[[nodiscard]] std::vector<ScriptLanguage> heredocLanguages(const dockerfile::Instruction& whole,
                                                           const dockerfile::Instruction& run, ScriptLanguage shell);

}  // namespace slipway::language
