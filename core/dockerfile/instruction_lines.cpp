#include "dockerfile/instruction_lines.h"

#include "dockerfile/spaces.h"

namespace slipway::dockerfile {

PhysicalLine lineAt(std::string_view text, std::size_t begin) {
    const std::size_t found = text.find('\n', begin);
    PhysicalLine line{begin, 0, found == std::string_view::npos ? text.size() : found + 1};
    line.contentEnd = line.end;
    while (line.contentEnd > begin && (text[line.contentEnd - 1] == '\n' || text[line.contentEnd - 1] == '\r'))
        --line.contentEnd;
    return line;
}

namespace {

void addGap(InstructionLines& lines, TokenKind kind, std::size_t begin, std::size_t end) {
    if (begin < end)
        lines.gaps.push_back({kind, {begin, end}});
}

/// A comment or an empty line between continuation lines.
bool isSkipped(std::string_view text, const PhysicalLine& line, InstructionLines& out) {
    const std::string_view content = line.content(text);
    const std::size_t lead = skipSpaces(content, 0);
    const bool blank = lead == content.size();
    if (!blank && content[lead] != '#')
        return false;
    out.emptyContinuation = out.emptyContinuation || blank;
    addGap(out, TokenKind::Space, line.begin, line.begin + lead);
    addGap(out, TokenKind::Comment, line.begin + lead, line.contentEnd);
    addGap(out, TokenKind::NewLine, line.contentEnd, line.end);
    return true;
}

}  // namespace

void joinLines(std::string_view text, std::size_t begin, char escape, InstructionLines& out) {
    out.text.clear();
    out.map.clear();
    out.gaps.clear();
    out.emptyContinuation = false;
    out.end = begin;
    bool open = true;
    for (bool first = true; open && (first || out.end < text.size()); first = false) {
        const PhysicalLine line = lineAt(text, out.end);
        out.end = line.end;
        if (!first && isSkipped(text, line, out))
            continue;
        std::size_t end = line.contentEnd;
        while (end > line.begin && (text[end - 1] == ' ' || text[end - 1] == '\t'))
            --end;
        open = end > line.begin && text[end - 1] == escape && (end - 1 == line.begin || text[end - 2] != escape);
        end = open ? end - 1 : line.contentEnd;
        if (line.begin < end) {
            out.map.emplace_back(out.text.size(), line.begin);
            out.text.append(text, line.begin, end - line.begin);
        }
        addGap(out, open ? TokenKind::Continuation : TokenKind::NewLine, end, line.end);
    }
    if (out.map.empty())
        out.map.emplace_back(0, begin);  // nothing but continuations: it stands where it begins
}

}  // namespace slipway::dockerfile
