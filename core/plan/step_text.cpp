#include "plan/step_text.h"

#include "dockerfile/heredocs.h"
#include "layer/digest.h"

#include <algorithm>
#include <span>

namespace slipway::plan {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto isSpace = [](char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f';
    };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

}  // namespace

std::string originalText(const dockerfile::Instruction& instruction) {
    std::string out = instruction.keywordText;
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
    out.reserve(out.size() + 1 + instruction.arguments.size());
    for (const dockerfile::Flag& flag : instruction.flags) {
        (out += " --") += flag.name;
        if (flag.value)
            (out += '=') += *flag.value;
    }
    const std::string_view arguments = trimmed(instruction.arguments);
    if (!arguments.empty())
        (out += ' ') += arguments;
    std::ranges::replace(out, '\n', ' ');
    return out;
}

bool isExpanded(std::string_view word, char escape) {
    return std::ranges::any_of(word, [&](char c) { return c == '$' || c == '"' || c == '\'' || c == escape; });
}

std::string summaryOf(const dockerfile::Heredoc& heredoc) {
    const std::string_view text = trimmed(heredoc.content);
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos)
        return std::string(text);
    std::string_view first = text.substr(0, end);
    if (first.ends_with('\r'))
        first.remove_suffix(1);
    return std::string(first) + "...";
}

std::uint32_t fingerprint(const dockerfile::Instruction& instruction, const std::string& text) {
    std::string whole = instruction.heredocs.empty() ? std::string() : text;
    for (const dockerfile::Heredoc& heredoc : instruction.heredocs) {
        whole += '\0';
        whole += heredoc.name;
        whole += '\0';
        whole += heredoc.content;
    }
    const layer::Digest digest = layer::Digest::of(instruction.heredocs.empty() ? text : whole);
    std::uint32_t out = 0;
    for (const std::uint8_t byte : std::span(digest.bytes).first(4))
        out = out << 8 | byte;
    return out;
}

bool isOnlyHeredoc(std::string_view command, const dockerfile::Heredoc& heredoc) {
    command = trimmed(command);
    if (!command.contains("<<"))
        return false;
    const auto opening = dockerfile::readHeredocWord(command);
    return opening && *opening && (*opening)->name == heredoc.name;
}

std::string joinPath(std::string_view directory, std::string_view path, bool keepSlash) {
    std::string whole = path.starts_with('/') ? std::string(path) : std::string(directory) + '/' + std::string(path);
    const bool slash = keepSlash && (path.empty() || path == "." || path.ends_with('/') || path.ends_with("/."));
    std::vector<std::string_view> parts;
    std::string_view rest = whole;
    while (!rest.empty()) {
        const std::size_t end = rest.find('/');
        const std::string_view part = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        if (part.empty() || part == ".")
            continue;
        if (part != "..")
            parts.push_back(part);
        else if (!parts.empty())
            parts.pop_back();
    }
    std::string out;
    for (const std::string_view part : parts)
        (out += '/') += part;
    if (out.empty())
        return "/";
    if (slash)
        out += '/';
    return out;
}

std::string lowerCase(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

}  // namespace slipway::plan
