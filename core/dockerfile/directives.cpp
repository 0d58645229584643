#include "dockerfile/directives.h"

#include "dockerfile/spaces.h"
#include "text/say.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <ranges>
#include <vector>

namespace slipway::dockerfile {

namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Takes the first line off, without its end.
std::string_view takeLine(std::string_view& text) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    while (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

std::optional<FoundDirective> directiveBehind(std::string_view text, std::string_view name, std::string_view comment) {
    if (text.starts_with(kBom))
        text.remove_prefix(kBom.size());
    std::uint32_t number = 0;
    if (text.starts_with("#!")) {
        takeLine(text);
        ++number;
    }
    std::vector<std::string> seen;
    while (!text.empty()) {
        ++number;
        auto line = readDirectiveLine(takeLine(text), comment);
        // A second of a name is a mistake, behind which nothing is looked at.
        if (!line || !isKnownDirective(line->name) || std::ranges::contains(seen, line->name))
            return {};
        seen.push_back(line->name);
        if (line->name == name) {
            const std::size_t blank = line->value.find(' ');
            return FoundDirective{line->value.substr(0, blank), line->value, number};
        }
    }
    return {};
}

}  // namespace

bool isKnownDirective(std::string_view name) { return name == "syntax" || name == "escape" || name == "check"; }

std::optional<DirectiveLine> readDirectiveLine(std::string_view line, std::string_view comment) {
    if (!line.starts_with(comment))
        return {};
    std::size_t at = skipSpaces(line, comment.size());
    const std::size_t begin = at;
    if (at >= line.size() || !isLetter(line[at]))
        return {};
    while (at < line.size() && (isLetter(line[at]) || isDigit(line[at])))
        ++at;
    std::string name(line.substr(begin, at - begin));
    at = skipSpaces(line, at);
    if (at >= line.size() || line[at] != '=')
        return {};
    const std::string_view value = trimmed(line.substr(at + 1));
    if (value.empty())
        return {};
    std::ranges::transform(name, name.begin(), lowerCase);
    return DirectiveLine{std::move(name), std::string(value)};
}

std::optional<std::string> checkOptionsFault(std::string_view options, std::string_view whose) {
    static constexpr std::array<std::string_view, 12> kBooleans{"1", "t", "T", "TRUE",  "true",  "True",
                                                                "0", "f", "F", "FALSE", "false", "False"};
    for (const auto each : std::views::split(trimmed(options), ';')) {
        const std::string_view part(each);
        const std::size_t equals = part.find('=');
        const std::string_view name = trimmed(part.substr(0, equals));
        if (equals == std::string_view::npos || (name != "skip" && name != "experimental" && name != "error"))
            return text::say("{} takes skip=…, experimental=… and error=true, with ; between them, and not \"{}\".",
                             whose, part);
        const std::string_view given = trimmed(part.substr(equals + 1));
        if (name == "error" && !std::ranges::contains(kBooleans, given))
            return text::say("{}: error is true or false, and not \"{}\".", whose, given);
    }
    return {};
}

std::optional<std::string> checkDirectiveFault(std::string_view value) {
    const std::size_t blank = std::min(value.find(' '), value.size());
    auto fault = checkOptionsFault(value.substr(0, blank), text::say("The check directive"));
    if (fault && blank < value.size())
        *fault = text::say("{} What stands behind a blank is a reason.", *fault);
    return fault;
}

std::optional<FoundDirective> findDirective(std::string_view text, std::string_view name) {
    return directiveBehind(text, name, "#");
}

std::optional<FoundDirective> findSyntax(std::string_view text) {
    if (auto found = directiveBehind(text, "syntax", "#"))
        return found;
    if (auto found = directiveBehind(text, "syntax", "//"))
        return found;
    if (text.starts_with(kBom))
        text.remove_prefix(kBom.size());
    std::uint32_t line = 0;
    if (text.starts_with("#!")) {
        takeLine(text);
        ++line;
    }
    const std::size_t start = skipSpaces(text, 0);
    if (start >= text.size() || text[start] != '{')
        return {};
    const auto json = nlohmann::json::parse(text.substr(start), nullptr, false);
    if (!json.is_object() || !json.contains("syntax") || !json["syntax"].is_string())
        return {};
    const std::string value = json["syntax"];
    return FoundDirective{value, value, line};
}

}  // namespace slipway::dockerfile
