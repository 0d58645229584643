#include "language/script_inputs.h"

#include "shell/invocation.h"

#include <algorithm>
#include <span>

namespace slipway::language {

namespace {

using Kind = ScriptLanguage::Kind;

bool isVersionOf(std::string_view name, std::string_view program) {
    return name.starts_with(program) && name.find_first_not_of("0123456789.", program.size()) == std::string_view::npos;
}

/// Do Python and Perl, started with these words, read their script from standard input?
bool readsInput(Kind kind, std::span<const shell::Word> words) {
    for (std::size_t at = 0; at < words.size(); ++at) {
        const std::string_view word = words[at].value;
        if (word == "-")
            return true;
        if (!isOption(word))
            return false;
        const bool isLong = word.starts_with("--");
        if (kind == Kind::Python) {
            if (!isLong && word.find_first_of("cm") != std::string_view::npos)
                return false;
            at += !isLong && (word.ends_with('W') || word.ends_with('X')) ? 1 : 0;
        } else if (constexpr std::string_view kAttached = "MmIixC0"; !isLong && !kAttached.contains(word[1])) {
            if (word.find_first_of("eE") != std::string_view::npos)
                return false;
        }
    }
    return true;
}

}  // namespace

ScriptLanguage languageOfProgram(std::string_view program) {
    const std::string_view name = shell::baseName(program);
    if (isVersionOf(name, "python") || isVersionOf(name, "pypy"))
        return {Kind::Python};
    if (isVersionOf(name, "perl"))
        return {Kind::Perl};
    const shell::Dialect dialect = name == "su" ? shell::Dialect::Posix : shell::dialectOfProgram(name);
    return dialect == shell::Dialect::Unknown ? ScriptLanguage{} : ScriptLanguage{Kind::Shell, dialect};
}

ScriptLanguage languageOfScript(std::string_view script, ScriptLanguage otherwise) {
    return script.starts_with("#!") ? languageOfProgram(shell::programOfScript(script)) : otherwise;
}

bool isOption(std::string_view word) { return word.size() > 1 && (word.front() == '-' || word.front() == '+'); }

ShellCall shellCall(const std::function<std::string_view(std::size_t)>& word, std::size_t at, std::size_t count) {
    const bool isSu = shell::baseName(word(at - 1)) == "su";
    bool isGiven = false, isInput = false;
    for (; at < count && (isOption(word(at)) || word(at) == "-" || (isSu && !isGiven)); ++at) {
        const std::string_view option = word(at);
        const bool isLong = option.starts_with("--");
        const bool isShort = option.starts_with('-') && !isLong;
        isGiven = isGiven || (isShort && option.contains('c')) || option == "--command";
        isInput = isInput || (isShort && option.contains('s'));
        at += isOption(option) && !isLong && option.ends_with('o') ? 1 : 0;  // its value
    }
    return {isGiven ? std::min(at, count) : count, !isGiven && (isInput || at >= count)};
}

ScriptLanguage languageOfInput(const shell::SimpleCommand& command) {
    const auto& words = command.words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const ScriptLanguage language = languageOfProgram(words[i].value);
        if (language.kind != Kind::Shell)
            continue;
        const auto word = [&](std::size_t at) { return words[at].value; };
        return shellCall(word, i + 1, words.size()).readsInput ? language : ScriptLanguage{};
    }
    const shell::Invocation invocation(command);
    const ScriptLanguage language = languageOfProgram(invocation.name());
    return language.kind != Kind::Other && readsInput(language.kind, invocation.words()) ? language : ScriptLanguage{};
}

bool isScriptAlone(const dockerfile::Instruction& whole, const dockerfile::Instruction& run) {
    return whole.heredocs.size() == 1 && run.arguments.starts_with("<<") &&
           run.arguments.find_first_of(" \t;&|>") == std::string::npos;
}

std::vector<ScriptLanguage> heredocLanguages(const dockerfile::Instruction& whole, const dockerfile::Instruction& run,
                                             ScriptLanguage shell) {
    const auto& documents = whole.heredocs;
    std::vector<ScriptLanguage> out(documents.size());
    if (isScriptAlone(whole, run)) {
        out.front() = languageOfScript(documents.front().content, shell);
        return out;
    }
    if (documents.empty() || shell.kind != Kind::Shell)
        return out;
    const auto script = shell::Script::parse(run.arguments, shell.dialect);
    for (const shell::SimpleCommand& command : script->commands())
        for (const shell::Redirection& redirection : command.redirections) {
            const auto document = redirection.heredoc < 0 ? documents.end()
                                                          : std::ranges::find(documents, redirection.target.value,
                                                                              &dockerfile::Heredoc::name);
            if (document != documents.end())
                out[static_cast<std::size_t>(document - documents.begin())] = languageOfInput(command);
        }
    return out;
}

}  // namespace slipway::language
