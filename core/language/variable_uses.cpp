#include "language/variable_uses.h"

#include "shell/characters.h"

#include <algorithm>
#include <array>

namespace slipway::language {

std::size_t nameEnd(std::string_view text, std::size_t begin) {
    if (begin >= text.size() || !shell::isNameStart(text[begin]))
        return begin;
    while (begin < text.size() && shell::isName(text[begin]))
        ++begin;
    return begin;
}

std::size_t addExpansion(std::string_view text, std::size_t at, std::vector<VariableUse>& out) {
    std::size_t begin = at + 1;
    if (begin < text.size() && text[begin] == '{')
        ++begin;
    if (begin < text.size() && begin > at + 1 && (text[begin] == '#' || text[begin] == '!'))
        ++begin;
    const std::size_t end = nameEnd(text, begin);
    if (end > begin)
        out.push_back({std::string(text.substr(begin, end - begin)), {begin, end}});
    return end;
}

std::vector<VariableUse> usesInWords(std::string_view text, char escape) {
    std::vector<VariableUse> out;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == escape)
            ++at;
        else if (c == '"')
            quoted = !quoted;
        else if (c == '\'' && !quoted)
            at = std::min(text.find('\'', at + 1), text.size());
        else if (c == '$')
            addExpansion(text, at, out);
    }
    return out;
}

std::vector<VariableUse> usesInDocument(std::string_view text) {
    std::vector<VariableUse> out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '$')
            addExpansion(text, at, out);
    }
    return out;
}

namespace {

/// How programs of other languages ask for a variable of the environment.
struct Asking {
    std::string_view before;  ///< the name, or the quote before it
    bool quoted = false;
};
constexpr std::array kAsking{
    Asking{"environ[", true},
    Asking{"environ.get(", true},
    Asking{"getenv(", true},
    Asking{"Getenv(", true},
    Asking{"ENVIRON[", true},
    Asking{"ENV[", true},
    Asking{"ENV.fetch(", true},
    Asking{"env.get(", true},
    Asking{"env::var(", true},
    Asking{"process.env[", true},
    Asking{"EnvironmentVariable(", true},
    Asking{"process.env."},
    Asking{"$ENV."},
    Asking{"$ENV{"},
    Asking{"$ENV{'"},
    Asking{"$ENV{\""},
    Asking{"$env:"},
    Asking{"$Env:"},
    Asking{"${env:"},
    Asking{"${Env:"},
};

}  // namespace

void usesInOtherLanguages(std::string_view text, std::vector<VariableUse>& out) {
    for (const Asking& asking : kAsking) {
        for (std::size_t at = text.find(asking.before); at != std::string_view::npos;
             at = text.find(asking.before, at + 1)) {
            std::size_t begin = at + asking.before.size();
            if (asking.quoted) {
                begin += text.substr(begin).starts_with('\\') ? 1 : 0;
                if (begin >= text.size() || (text[begin] != '"' && text[begin] != '\''))
                    continue;
                ++begin;
            }
            if (const std::size_t end = nameEnd(text, begin); end > begin)
                out.push_back({std::string(text.substr(begin, end - begin)), {begin, end}});
        }
    }
}

std::vector<VariableUse> usesInBatch(std::string_view text) {
    std::vector<VariableUse> out;
    for (std::size_t at = text.find('%'); at != std::string_view::npos; at = text.find('%', at + 1)) {
        const std::size_t end = nameEnd(text, at + 1);
        if (end > at + 1 && end < text.size() && text[end] == '%')
            out.push_back({std::string(text.substr(at + 1, end - at - 1)), {at + 1, end}});
    }
    return out;
}

}  // namespace slipway::language
