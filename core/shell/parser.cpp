#include "shell/parser.h"

#include "shell/characters.h"

namespace slipway::shell {

std::shared_ptr<const Script> Script::parse(std::string_view text, Dialect dialect) {
    struct Kept {
        Shelf shelf;
        Script script;
    };
    const auto kept = std::make_shared<Kept>();
    kept->script = Parser(kept->shelf).read(text, dialect);
    return {kept, &kept->script};
}

Script Parser::read(std::string_view text, Dialect dialect) {
    Script out;
    out.m_text = m_shelf.keep(text);
    out.m_dialect = m_dialect = dialect;
    m_source = {out.m_text};
    m_pending.clear();
    m_open = {};
    m_node = 0;
    m_nodes.push_back({.kind = NodeKind::Script, .range = {0, text.size()}});
    if (dialect != Dialect::Unknown) {
        list(0, 0);
    }
    for (const Pending& pending : m_pending) {
        m_heredocs[static_cast<std::size_t>(pending.heredoc)].body = m_source.range(m_source.at, m_source.at);
        problem(m_source.at, m_source.at);
    }
    const auto kept = [&]<class T>(std::vector<T>& row) {
        const std::span<const T> all = m_shelf.keep(std::span<const T>(row));
        row.clear();
        return all;
    };
    out.m_nodes = kept(m_nodes);
    out.m_commands = kept(m_commands);
    out.m_heredocs = kept(m_heredocs);
    out.m_tokens = kept(m_tokens);
    out.m_problems = kept(m_problems);
    return out;
}

void Parser::list(int parent, unsigned closers) {
    const Deeper deeper(*this);
    for (std::size_t bit = 0; bit < kCloserCount; ++bit) {
        m_open[bit] += closers >> bit & 1;
    }
    Place place{.parent = parent};
    for (skipLines(); !m_source.atEnd(); skipLines()) {
        const std::size_t begin = m_source.at;
        const unsigned closer = closerHere();
        const auto index = static_cast<std::size_t>(std::countr_zero(closer));
        if (closer != 0 && m_open[index] > 0) {
            break;  // ours, or of a list around here whose own end is missing
        }
        if (closer != 0 || !command(place)) {
            const std::string_view word = reservedHere();
            m_source.at += word.empty() ? 1 : word.size();
            token(TokenKind::Operator, begin, m_source.at);
            problem(begin, m_source.at);
            continue;
        }
        place.before = connective();
        place.pipePosition = place.before == Connective::Pipe ? place.pipePosition + 1 : 0;
    }
    for (std::size_t bit = 0; bit < kCloserCount; ++bit) {
        m_open[bit] -= closers >> bit & 1;
    }
}

unsigned Parser::closerHere() const {
    if (m_source.peek() == ')') {
        return kParen;
    }
    if (m_source.sees(";;") || m_source.sees(";&")) {
        return kItemEnd;
    }
    static constexpr std::array<std::pair<std::string_view, unsigned>, 8> kWords{{{"then", kThen},
                                                                                  {"elif", kElif},
                                                                                  {"else", kElse},
                                                                                  {"fi", kFi},
                                                                                  {"do", kDo},
                                                                                  {"done", kDone},
                                                                                  {"esac", kEsac},
                                                                                  {"}", kBrace}}};
    const std::string_view word = reservedHere();
    const auto found = std::ranges::find(kWords, word, [](const auto& pair) { return pair.first; });
    return found == kWords.end() ? 0 : found->second;
}

Connective Parser::connective() {
    skipBlanks();
    static constexpr std::array<std::pair<std::string_view, Connective>, 6> kOperators{{{"&&", Connective::And},
                                                                                        {"||", Connective::Or},
                                                                                        {"|&", Connective::Pipe},
                                                                                        {"|", Connective::Pipe},
                                                                                        {"&", Connective::Background},
                                                                                        {";", Connective::Sequence}}};
    if (closerHere() == kItemEnd) {
        return Connective::Sequence;
    }
    for (const auto& [text, connective] : kOperators) {
        if (m_source.sees(text)) {
            takeOperator(text.size());
            return connective;
        }
    }
    return Connective::Sequence;
}

bool Parser::command(Place place) {
    const std::size_t begin = m_source.at;
    const bool bash = m_dialect == Dialect::Bash;
    while (take("!") || (bash && (take("time") || take("coproc")))) {
        place.negated |= m_source.text[m_source.at - 1] == '!';
        skipBlanks();
    }
    const char c = m_source.peek();
    const bool starts = wordHere() || c == '<' || c == '>' || m_source.sees("&>");
    return (!tooDeep() && compound(place)) || (starts && simple(place)) || m_source.at > begin;
}

bool Parser::simple(const Place& place) {
    const std::size_t begin = m_source.at;
    const int node = add(NodeKind::Simple, place);
    const std::size_t index = m_commands.size();
    m_commands.push_back(
        {.node = node, .before = place.before, .pipePosition = place.pipePosition, .depth = m_depth - 1});
    m_nodes[static_cast<std::size_t>(node)].command = static_cast<int>(index);
    const int owner = std::exchange(m_node, node);
    Row<Word> words(m_words);
    Row<Assignment> assignments(m_assignments);
    Row<Redirection> redirections(m_redirections);
    std::size_t end = begin;
    bool isFunction = false;
    for (; !isFunction; end = m_source.at, skipBlanks()) {
        if (auto redirected = redirection()) {
            redirections.add(*redirected);
        } else if (const std::size_t name = words.all().empty() ? assignmentHere() : 0; name > 0) {
            assignments.add(assignment(name));
        } else if (wordHere()) {
            words.add(word());
            if (m_source.peek() == '(' && words.all().back().value.ends_with('=')) {
                array();
            }
            isFunction = words.all().size() == 1 && assignments.all().empty() && redirections.all().empty() &&
                         words.all()[0].parts.empty() && functionParentheses();
        } else {
            break;
        }
    }
    m_node = owner;
    if (end == begin) {
        m_nodes.pop_back();
        m_commands.pop_back();
        return false;
    }
    if (isFunction) {
        m_commands.pop_back();
        Node& made = m_nodes[static_cast<std::size_t>(node)];
        made.kind = NodeKind::Function;
        made.command = -1;
        fill(node, [&](Compound& its) { its.name = words.all()[0].value; });
        functionBody(node);
        finish(node, begin);
        return true;
    }
    SimpleCommand& made = m_commands[index];
    made.range = m_source.range(begin, end);
    made.words = m_shelf.keep(words.all());
    made.assignments = m_shelf.keep(assignments.all());
    made.redirections = m_shelf.keep(redirections.all());
    m_nodes[static_cast<std::size_t>(node)].range = made.range;
    return true;
}

/// `()` behind a function's name.
bool Parser::functionParentheses() {
    std::size_t ahead = 0;
    while (isBlank(m_source.peek(ahead))) {
        ++ahead;
    }
    if (tooDeep() || m_source.peek(ahead) != '(') {
        return false;
    }
    const std::size_t open = ahead++;
    while (isBlank(m_source.peek(ahead))) {
        ++ahead;
    }
    if (m_source.peek(ahead) != ')') {
        return false;
    }
    m_source.at += open;
    takeOperator(1);
    m_source.at += ahead - open - 1;
    takeOperator(1);
    return true;
}

void Parser::functionBody(int node) {
    const Deeper deeper(*this);
    skipLines();
    if (closerHere() != 0 || !command({.parent = node})) {
        problem(m_source.at, m_source.at);
    }
}

std::optional<Redirection> Parser::redirection() {
    static constexpr std::array<std::string_view, 12> kOperations{"&>>", "&>", "<<<", "<<-", "<<", "<&",
                                                                  "<>",  "<",  ">>",  ">&",  ">|", ">"};
    std::size_t digits = 0;
    while (isDigit(m_source.peek(digits))) {
        ++digits;
    }
    const std::string_view rest = m_source.text.substr(std::min(m_source.at + digits, m_source.text.size()));
    const auto* operation = std::ranges::find_if(kOperations, [&](auto each) { return rest.starts_with(each); });
    const bool process = rest.starts_with("<(") || rest.starts_with(">(");
    if (operation == kOperations.end() || (digits > 0 && rest.starts_with('&')) || (digits == 0 && process)) {
        return std::nullopt;
    }
    const std::size_t begin = m_source.at;
    Redirection out{.operation = rest.substr(0, operation->size())};
    takeOperator(digits + operation->size());
    skipBlanks();
    if (operation->starts_with("<<") && *operation != "<<<") {
        openHeredoc(out);
    } else if (wordHere()) {
        out.target = word();
    } else {
        problem(begin, m_source.at);
    }
    out.range = m_source.range(begin, m_source.at);
    return out;
}

/// Length of the name and its subscript before `=` or `+=`; 0 where no assignment stands here.
std::size_t Parser::assignmentHere() const {
    std::size_t length = 0;
    if (!isNameStart(m_source.peek())) {
        return 0;
    }
    while (isName(m_source.peek(length))) {
        ++length;
    }
    if (m_source.peek(length) == '[') {
        while (m_source.peek(length) != ']' && !endsWord(m_source.peek(length)) && m_source.peek(length) != '\0') {
            ++length;
        }
        length += m_source.peek(length) == ']' ? 1 : 0;
    }
    const bool plus = m_source.peek(length) == '+' && m_source.peek(length + 1) == '=';
    return m_source.peek(length) == '=' || plus ? length : 0;
}

Assignment Parser::assignment(std::size_t nameLength) {
    const std::size_t begin = m_source.at;
    Assignment out{.name = m_source.text.substr(begin, nameLength)};
    m_source.at += nameLength;
    token(TokenKind::Assignment, begin, m_source.at);
    out.append = m_source.peek() == '+';
    takeOperator(out.append ? 2 : 1);
    if (m_source.peek() == '(') {
        array();
    } else if (wordHere()) {
        out.value = word();
    } else {
        out.value.range = m_source.range(m_source.at, m_source.at);
    }
    out.range = m_source.range(begin, m_source.at);
    return out;
}

/// `(…)` behind `name=`: its elements are read for what stands in them.
void Parser::array() {
    const std::size_t begin = m_source.at;
    takeOperator(1);
    for (skipLines(); !m_source.atEnd() && m_source.peek() != ')'; skipLines()) {
        if (!wordHere()) {
            break;
        }
        (void)word();
    }
    m_source.peek() == ')' ? takeOperator(1) : problem(begin, begin + 1);
}

int Parser::add(NodeKind kind, const Place& place) {
    m_nodes.push_back({.kind = kind, .before = place.before, .negated = place.negated, .parent = place.parent});
    return static_cast<int>(m_nodes.size() - 1);
}

/// Blanks, joined lines, and a comment.
void Parser::skipBlanks() {
    while (true) {
        if (isBlank(m_source.peek()) || (m_source.peek() == '\r' && m_source.peek(1) == '\n')) {
            ++m_source.at;
        } else if (const std::size_t length = m_source.continuation()) {
            m_source.at += length;
        } else {
            break;
        }
    }
    if (m_source.peek() == '#') {
        const std::size_t begin = m_source.at;
        m_source.at = std::min(m_source.text.find('\n', begin), m_source.text.size());
        token(TokenKind::Comment, begin, m_source.at);
    }
}

void Parser::skipLines() {
    for (skipBlanks(); m_source.peek() == '\n'; skipBlanks()) {
        newLine();
    }
}

/// The word here, where it could be a reserved one by its letters.
std::string_view Parser::reservedHere() const {
    static constexpr std::size_t kLongest = 8;
    std::size_t length = 0;
    char c = m_source.peek();
    while (length <= kLongest && ((c >= 'a' && c <= 'z') || c == '!' || c == '{' || c == '}' || c == '[' || c == ']')) {
        c = m_source.peek(++length);
    }
    const bool ends =
        m_source.at + length >= m_source.text.size() || endsWord(c) || c == '\r' || m_source.continuation(length) > 0;
    return ends && length <= kLongest ? m_source.text.substr(std::min(m_source.at, m_source.text.size()), length)
                                      : std::string_view{};
}

bool Parser::take(std::string_view reserved) {
    if (reservedHere() != reserved) {
        return false;
    }
    m_source.at += reserved.size();
    token(TokenKind::Keyword, m_source.at - reserved.size(), m_source.at);
    return true;
}

void Parser::takeOperator(std::size_t length) {
    m_source.at += length;
    token(TokenKind::Operator, m_source.at - length, m_source.at);
}

void Parser::token(TokenKind kind, std::size_t begin, std::size_t end) {
    if (m_keepsTokens && end > begin) {
        m_tokens.push_back({kind, m_source.range(begin, end)});
    }
}

void Parser::problem(std::size_t begin, std::size_t end) {
    const text::Range range = m_source.range(begin, end);
    if (m_problems.empty() || m_problems.back().end < range.begin) {
        m_problems.push_back(range);
    } else {
        m_problems.back().end = std::max(m_problems.back().end, range.end);
    }
}

}  // namespace slipway::shell
