#include "checks/mending.h"

#include "checks/hadolint/pragmas.h"
#include "dockerfile/spaces.h"
#include "text/say.h"
#include "text/utf8.h"

#include <algorithm>
#include <format>

namespace slipway::checks {

std::optional<Fix> fixOf(std::string title, std::vector<text::Edit> edits, Asked asked) {
    if (edits.empty() || !text::bringInOrder(edits)) {
        return std::nullopt;
    }
    return Fix{std::move(title), std::move(edits), asked == Asked::OnRequest};
}

std::optional<Fix> replacing(std::string title, text::Range range, std::string replacement) {
    return Fix{std::move(title), {{range, std::move(replacement)}}};
}

std::string_view lineEndOf(std::string_view text) {
    const std::size_t end = text.find('\n');
    return end != std::string_view::npos && end > 0 && text[end - 1] == '\r' ? "\r\n" : "\n";
}

std::vector<text::Range> commentsAbove(const dockerfile::SyntaxTree& tree, const dockerfile::Instruction& instruction) {
    const std::string_view text = tree.text();
    std::vector<text::Range> out;
    std::size_t begin = wholeLines(text, {instruction.range.begin, instruction.range.begin}).begin;
    while (begin > 0) {
        const text::Range line = wholeLines(text, {begin - 1, begin - 1});
        const std::size_t from = line.begin + dockerfile::skipSpaces(line.of(text), 0);
        const std::size_t end = std::min(text.find_first_of("\r\n", line.begin), line.end);
        if (from >= end || text[from] != '#') {
            break;
        }
        out.push_back({from, end});
        begin = line.begin;
    }
    // What stands in the instruction before this one is no comment of the file.
    std::erase_if(out, [&](text::Range comment) {
        const auto node = std::ranges::upper_bound(tree.nodes(), comment.begin, {},
                                                   [](const dockerfile::Node& each) { return each.range.begin; });
        return node == tree.nodes().begin() || std::prev(node)->kind == dockerfile::NodeKind::Instruction;
    });
    return out;
}

std::vector<text::Range> commentsOf(const dockerfile::SyntaxTree& tree, const dockerfile::Instruction& instruction) {
    const std::string_view text = tree.text();
    std::vector<text::Range> out;
    auto node = std::ranges::upper_bound(tree.nodes(), instruction.range.begin, {},
                                         [](const dockerfile::Node& each) { return each.range.begin; });
    for (node -= node == tree.nodes().begin() ? 0 : 1; node != tree.nodes().begin();) {
        --node;
        if (node->kind == dockerfile::NodeKind::Blank) {
            continue;
        }
        if (node->kind != dockerfile::NodeKind::Comment) {
            break;
        }
        const std::size_t begin = text.find('#', node->range.begin);
        const text::Range comment{begin, std::min(text.find_first_of("\r\n", begin), node->range.end)};
        if (isAtLineBegin(text, begin) && dockerfile::trimmed(comment.of(text).substr(1)).empty()) {
            break;
        }
        out.push_back(comment);
    }
    return out;
}

bool isAtLineBegin(std::string_view text, std::size_t offset) {
    return offset == 0 || text[offset - 1] == '\n' || (offset == 3 && text.starts_with("\xEF\xBB\xBF"));
}

std::vector<text::Edit> withoutInstruction(const dockerfile::SyntaxTree& tree,
                                           const dockerfile::Instruction& instruction) {
    std::vector<text::Edit> out{{wholeLines(tree.text(), instruction.range), ""}};
    for (const text::Range comment : commentsAbove(tree, instruction)) {
        const std::string_view words = comment.of(tree.text());
        const bool isPragma =
            hadolint::readIgnorePragma(words) || dockerfile::trimmed(words.substr(1)).starts_with("check=");
        if (isPragma && std::ranges::none_of(tree.directives(), [&](const dockerfile::Directive& directive) {
                return directive.range.contains(comment.begin);
            })) {
            out.push_back({wholeLines(tree.text(), comment), ""});
        }
    }
    return out;
}

std::optional<Fix> withoutFlag(const Subject& subject, const Finding& finding, std::string_view name, Asked asked) {
    const Line* line = subject.lineAt(finding.range.begin);
    if (!line) {
        return std::nullopt;
    }
    const std::string_view text = subject.tree.text();
    const auto& flags = line->instruction->flags;
    const auto flag = std::ranges::find(flags, name, &dockerfile::Flag::name);
    if (flag == flags.end()) {
        return std::nullopt;
    }
    std::size_t end = flag->range.end;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) {
        ++end;
    }
    return fixOf(text::say("Leave --{} out", name), {{{flag->range.begin, end}, ""}}, asked);
}

std::string inLowerCase(std::string_view word) {
    std::string out(word);
    std::ranges::transform(out, out.begin(), dockerfile::lowerCase);
    return out;
}

std::string inUpperCase(std::string_view word) {
    std::string out(word);
    std::ranges::transform(out, out.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return out;
}

std::optional<std::string> jsonString(std::string_view word) {
    if (text::firstInvalidUtf8(word)) {
        return std::nullopt;
    }
    std::string out = "\"";
    for (const char c : word) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            out += std::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
            out += c;
        }
    }
    return out + '"';
}

std::string quoted(std::string_view text, char escape) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '$' || c == escape) {
            out += escape;
        }
        out += c;
    }
    return out + '"';
}

}  // namespace slipway::checks
