#include "dockerfile/parser.h"

#include "dockerfile/directives.h"
#include "dockerfile/spaces.h"

#include <algorithm>

namespace slipway::dockerfile {

namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::size_t kLongestLine = 65535;

void addToken(std::vector<Token>& tokens, TokenKind kind, std::size_t begin, std::size_t end) {
    if (begin < end)
        tokens.push_back({kind, {begin, end}});
}

}  // namespace

Parser::Line Parser::lineAt(std::size_t begin) const {
    const std::size_t found = m_text.find('\n', begin);
    Line line{begin, 0, found == std::string_view::npos ? m_text.size() : found + 1};
    line.contentEnd = line.end;
    while (line.contentEnd > begin && (m_text[line.contentEnd - 1] == '\n' || m_text[line.contentEnd - 1] == '\r'))
        --line.contentEnd;
    return line;
}

std::string_view Parser::contentOf(const Line& line) const {
    return m_text.substr(line.begin, line.contentEnd - line.begin);
}

void Parser::advance(const Line& line) {
    const bool hasEnd = line.end > line.begin && m_text[line.end - 1] == '\n';
    if (line.end - line.begin - (hasEnd ? 1 : 0) > kLongestLine)
        problem(Severity::Error,
                "This line is longer than " + std::to_string(kLongestLine) + " bytes, the most that BuildKit takes.",
                {line.begin, line.contentEnd});
    m_at = line.end;
    ++m_line;
}

void Parser::problem(Severity severity, std::string message, text::Range range) {
    m_tree.m_diagnostics.push_back({severity, std::move(message), range});
}

void Parser::run(const SyntaxTree* previous) {
    if (previous)
        takeOver(*previous);
    if (m_at == 0 && m_text.starts_with(kBom)) {
        m_leading.push_back({TokenKind::Bom, {0, kBom.size()}});
        m_at = kBom.size();
    }
    while (m_at < m_text.size()) {
        const Line line = lineAt(m_at);
        const std::string_view content = contentOf(line);
        const std::size_t begin = skipSpaces(content, 0);
        if (begin == content.size())
            blanks(line);
        else if (content[begin] == '#')
            comment(line);
        else
            instruction(line);
    }
    finish();
}

/// Nodes that end before the first difference, and behind which nothing can change them, are shared.
void Parser::takeOver(const SyntaxTree& previous) {
    const std::string_view old = previous.m_text;
    const auto difference = std::ranges::mismatch(old, m_text).in2;
    const auto same = static_cast<std::size_t>(difference - m_text.begin());
    const auto& nodes = previous.m_nodes;
    // A heredoc without an end, and a run of blank lines, depend on what follows.
    const auto isWhole = [&](const Node& node) {
        return node.kind == NodeKind::Instruction && node.range.end < same && old[node.range.end - 1] == '\n' &&
               std::ranges::all_of(node.instruction->heredocs, &Heredoc::terminated);
    };
    auto count = static_cast<std::size_t>(
        std::ranges::partition_point(nodes, [&](const Node& node) { return node.range.end < same; }) - nodes.begin());
    while (count > 0 && !isWhole(nodes[count - 1]))
        --count;
    const bool broken =
        std::any_of(nodes.begin(), nodes.begin() + static_cast<std::ptrdiff_t>(count), [](const Node& n) {
            return n.instruction && !std::ranges::all_of(n.instruction->heredocs, &Heredoc::terminated);
        });
    if (count == 0 || broken)
        return;
    m_at = nodes[count - 1].range.end;
    m_line = nodes[count - 1].instruction->lastLine + 1;
    m_directivesDone = true;
    m_tree.m_escape = previous.m_escape;
    m_tree.m_directives = previous.m_directives;
    m_tree.m_nodes.assign(nodes.begin(), nodes.begin() + static_cast<std::ptrdiff_t>(count));
    for (const Node& node : m_tree.m_nodes)
        if (node.instruction)
            m_tree.m_instructions.push_back(node.instruction);
    for (const Diagnostic& diagnostic : previous.m_diagnostics)
        if (diagnostic.range.begin < m_at)
            m_tree.m_diagnostics.push_back(diagnostic);
}

void Parser::blanks(Line line) {
    m_directivesDone = true;
    m_comments.clear();
    Node node{NodeKind::Blank, {m_leading.empty() ? m_at : 0, 0}, std::move(m_leading), {}};
    m_leading = {};
    const std::size_t begin = m_at;
    while (true) {
        advance(line);
        if (m_at >= m_text.size())
            break;
        line = lineAt(m_at);
        const std::string_view content = contentOf(line);
        if (skipSpaces(content, 0) != content.size())
            break;
    }
    addToken(node.tokens, TokenKind::Space, begin, m_at);
    node.range.end = m_at;
    m_tree.m_nodes.push_back(std::move(node));
}

void Parser::comment(const Line& line) {
    const std::string_view content = contentOf(line);
    const std::size_t lead = skipSpaces(content, 0);
    Node node{NodeKind::Comment, {m_leading.empty() ? line.begin : 0, line.end}, std::move(m_leading), {}};
    m_leading = {};
    if (!m_directivesDone) {
        const auto read = readDirectiveLine(content.substr(lead));
        const bool shebang = m_tree.m_nodes.empty() && content.starts_with("#!");
        m_directivesDone = !shebang && !(read && isKnownDirective(read->name));
        if (read && !m_directivesDone) {
            node.kind = NodeKind::Directive;
            directive(line, line.begin + lead, read->name, read->value);
        }
    }
    addToken(node.tokens, TokenKind::Space, line.begin, line.begin + lead);
    addToken(node.tokens, node.kind == NodeKind::Directive ? TokenKind::Directive : TokenKind::Comment,
             line.begin + lead, line.contentEnd);
    addToken(node.tokens, TokenKind::NewLine, line.contentEnd, line.end);
    m_comments.emplace_back(trimmed(content.substr(lead + 1)));
    m_tree.m_nodes.push_back(std::move(node));
    advance(line);
}

void Parser::directive(const Line& line, std::size_t begin, const std::string& name, const std::string& value) {
    const text::Range range{begin, line.contentEnd};
    if (std::ranges::contains(m_tree.m_directives, name, &Directive::name)) {
        problem(Severity::Error, "Only one " + name + " parser directive can be used.", range);
        return;
    }
    m_tree.m_directives.push_back({name, value, range, m_line});
    if (name == "check")
        if (auto fault = checkDirectiveFault(value))
            problem(Severity::Error, std::move(*fault), range);
    if (name != "escape")
        return;
    if (value == "\\" || value == "`")
        m_tree.m_escape = value.front();
    else
        problem(Severity::Error, "The escape token must be ` or \\, and this is " + value + ".", range);
}

/// Reads the lines of one instruction from `begin`, behind the first line's white space.
const InstructionLines& Parser::joinLines(Line line, std::size_t begin) {
    InstructionLines& out = m_joined;
    out.text.clear();
    out.map.clear();
    out.pieces.clear();
    out.emptyContinuation = false;
    const char escape = m_tree.m_escape;
    bool open = true;
    for (bool first = true; open; first = false) {
        if (!first) {
            if (m_at >= m_text.size())
                break;
            line = lineAt(m_at);
            begin = line.begin;
            const std::string_view content = contentOf(line);
            const std::size_t lead = skipSpaces(content, 0);
            const bool blank = lead == content.size();
            if (blank || content[lead] == '#') {
                out.emptyContinuation = out.emptyContinuation || blank;
                const auto add = [&](TokenKind kind, std::size_t from, std::size_t to) {
                    if (from < to)
                        out.pieces.push_back({false, kind, {from, to}});
                };
                add(TokenKind::Space, begin, begin + lead);
                add(TokenKind::Comment, begin + lead, line.contentEnd);
                add(TokenKind::NewLine, line.contentEnd, line.end);
                advance(line);
                continue;
            }
        }
        std::size_t end = line.contentEnd;
        while (end > begin && (m_text[end - 1] == ' ' || m_text[end - 1] == '\t'))
            --end;
        open = end > begin && m_text[end - 1] == escape && (end - 1 == begin || m_text[end - 2] != escape);
        end = open ? end - 1 : line.contentEnd;
        if (begin < end) {
            out.map.emplace_back(out.text.size(), begin);
            out.text.append(m_text, begin, end - begin);
            out.pieces.push_back({true, TokenKind::Other, {begin, end}});
        }
        if (open)
            out.pieces.push_back({false, TokenKind::Continuation, {end, line.end}});
        else if (line.contentEnd < line.end)
            out.pieces.push_back({false, TokenKind::NewLine, {line.contentEnd, line.end}});
        advance(line);
    }
    return out;
}

void Parser::instruction(const Line& line) {
    m_directivesDone = true;
    Node node{NodeKind::Instruction, {m_leading.empty() ? line.begin : 0, 0}, std::move(m_leading), {}};
    m_leading = {};
    const std::size_t begin = line.begin + skipSpaces(contentOf(line), 0);
    addToken(node.tokens, TokenKind::Space, line.begin, begin);

    auto made = std::make_shared<Instruction>();
    made->firstLine = m_line;
    const InstructionLines& lines = joinLines(line, begin);
    made->comments = std::move(m_comments);
    m_comments.clear();
    made->emptyContinuation = lines.emptyContinuation;
    readInstruction(lines.text, lines.map, m_tree.m_escape, *made);

    std::vector<HeredocOpening> openings;
    if (takesHeredocs(*made))
        openings = heredocsInLine(lines.text);
    made->tokens = tokensOf(lines, *made, openings);
    for (HeredocOpening& opening : openings) {
        const text::Range range = sourceRange(lines.map, opening.begin, opening.end);
        opening.begin = range.begin;
        opening.end = range.end;
    }
    heredocBodies(*made, openings);

    const Line last = lineAt(m_tree.m_lines.lineStart(m_line - 1));
    made->range = {begin, std::max(begin, std::min(last.contentEnd, m_at))};
    made->lastLine = m_line - 1;
    if (made->trigger) {
        auto trigger = std::make_shared<Instruction>(*made->trigger);
        trigger->heredocs = made->heredocs;
        trigger->lastLine = made->lastLine;
        made->trigger = std::move(trigger);
    }
    node.tokens.reserve(node.tokens.size() + made->tokens.size());
    node.tokens.insert(node.tokens.end(), made->tokens.begin(), made->tokens.end());
    node.range.end = m_at;
    for (const Diagnostic& diagnostic : made->problems)
        m_tree.m_diagnostics.push_back(diagnostic);
    node.instruction = made;
    m_tree.m_nodes.push_back(std::move(node));
    m_tree.m_instructions.push_back(std::move(made));
}

void Parser::finish() {
    if (!m_leading.empty()) {
        m_tree.m_nodes.push_back({NodeKind::Blank, {0, m_at}, std::move(m_leading), {}});
    }
    if (m_tree.m_instructions.empty())
        problem(Severity::Error, "There is no instruction in this file; a Dockerfile begins with FROM.",
                {m_text.size(), m_text.size()});
}

}  // namespace slipway::dockerfile
