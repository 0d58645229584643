#include "dockerfile/parser.h"

#include "dockerfile/directives.h"
#include "dockerfile/spaces.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::dockerfile {

namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::size_t kLongestLine = 65535;

bool hasShebang(std::string_view text) {
    return text.substr(text.starts_with(kBom) ? kBom.size() : 0).starts_with("#!");
}

}  // namespace

void Parser::advance(const PhysicalLine& line) {
    const bool hasEnd = line.end > line.begin && m_text[line.end - 1] == '\n';
    if (line.end - line.begin - (hasEnd ? 1 : 0) > kLongestLine)
        problem(Severity::Error,
                text::say("This line is longer than {} bytes, the most that BuildKit takes.", kLongestLine),
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
    if (m_at == 0 && m_text.starts_with(kBom))
        m_at = kBom.size();
    while (m_at < m_text.size() && !m_directivesDone)
        node();
    halves();
    nodesUntil(m_text.size());
    finish();
}

void Parser::node() {
    const PhysicalLine line = lineAt(m_text, m_at);
    const std::string_view content = line.content(m_text);
    const std::size_t begin = skipSpaces(content, 0);
    if (begin == content.size())
        blanks(line);
    else if (content[begin] == '#')
        comment(line);
    else
        instruction(line);
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

/// The first one has the byte order mark, too.
std::size_t Parser::nodeBegin() const { return m_tree.m_nodes.empty() ? m_begin : m_at; }

void Parser::blanks(PhysicalLine line) {
    m_directivesDone = true;
    Node node{NodeKind::Blank, {nodeBegin(), 0}, {}};
    while (true) {
        advance(line);
        if (m_at >= m_text.size())
            break;
        line = lineAt(m_text, m_at);
        const std::string_view content = line.content(m_text);
        if (skipSpaces(content, 0) != content.size())
            break;
    }
    node.range.end = m_at;
    m_tree.m_nodes.push_back(std::move(node));
}

void Parser::comment(const PhysicalLine& line) {
    const std::string_view content = line.content(m_text);
    const std::size_t lead = skipSpaces(content, 0);
    Node node{NodeKind::Comment, {nodeBegin(), line.end}, {}};
    if (!m_directivesDone) {
        const auto read = readDirectiveLine(content.substr(lead));
        const bool shebang = m_tree.m_nodes.empty() && content.starts_with("#!");
        m_directivesDone = !shebang && !(read && isKnownDirective(read->name));
        // BuildKit looks for the others only behind a first line for the shell.
        const bool isLost = read && read->name == "escape" && hasShebang(m_text);
        if (read && !m_directivesDone && !isLost) {
            node.kind = NodeKind::Directive;
            directive(line, line.begin + lead, read->name, read->value);
        }
    }
    // As BuildKit takes it: all but the line's first byte, so that an indented comment begins with its "#".
    const std::string_view text = trimmed(content.substr(1));
    if (node.kind == NodeKind::Directive || text.empty())
        m_comments.clear();
    else
        m_comments.emplace_back(text);
    m_tree.m_nodes.push_back(std::move(node));
    advance(line);
}

void Parser::directive(const PhysicalLine& line, std::size_t begin, const std::string& name, const std::string& value) {
    const text::Range range{begin, line.contentEnd};
    if (std::ranges::contains(m_tree.m_directives, name, &Directive::name)) {
        problem(Severity::Error, text::say("Only one {} parser directive can be used.", name), range);
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
        problem(Severity::Error, text::say("The escape token must be ` or \\, and this is {}.", value), range);
}

void Parser::instruction(const PhysicalLine& line) {
    m_directivesDone = true;
    Node node{NodeKind::Instruction, {nodeBegin(), 0}, {}};
    const std::size_t begin = line.begin + skipSpaces(line.content(m_text), 0);

    auto made = std::make_shared<Instruction>();
    made->firstLine = m_line;
    const InstructionLines& lines = m_joined;
    joinLines(m_text, begin, m_tree.m_escape, m_joined);
    PhysicalLine last = line;
    for (advance(last); m_at < lines.end; advance(last))
        last = lineAt(m_text, m_at);
    made->comments = std::move(m_comments);
    m_comments.clear();
    made->emptyContinuation = lines.emptyContinuation;
    readInstruction(lines.text, lines.map, m_tree.m_escape, *made);

    std::vector<HeredocOpening> openings;
    if (takesHeredocs(*made))
        openings = heredocsInLine(lines.text);
    for (HeredocOpening& opening : openings) {
        const text::Range range = sourceRange(lines.map, opening.begin, opening.end);
        opening.begin = range.begin;
        opening.end = range.end;
    }
    heredocBodies(*made, openings);

    if (!openings.empty())
        last = lineAt(m_text, m_lines.lineStart(m_line - 1));
    made->range = {begin, std::max(begin, std::min(last.contentEnd, m_at))};
    made->lastLine = m_line - 1;
    if (made->trigger) {
        auto trigger = std::make_shared<Instruction>(*made->trigger);
        trigger->heredocs = made->heredocs;
        trigger->lastLine = made->lastLine;
        made->trigger = std::move(trigger);
    }
    node.range.end = m_at;
    for (const Diagnostic& diagnostic : made->problems)
        m_tree.m_diagnostics.push_back(diagnostic);
    node.instruction = made;
    m_tree.m_nodes.push_back(std::move(node));
    m_tree.m_instructions.push_back(std::move(made));
}

void Parser::finish() {
    if (m_tree.m_nodes.empty() && m_at > 0)
        m_tree.m_nodes.push_back({NodeKind::Blank, {0, m_at}, {}});  // a byte order mark alone
    if (m_tree.m_instructions.empty())
        problem(Severity::Error, text::say("There is no instruction in this file; a Dockerfile begins with FROM."),
                {m_text.size(), m_text.size()});
}

}  // namespace slipway::dockerfile
