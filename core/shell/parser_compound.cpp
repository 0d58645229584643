#include "shell/characters.h"
#include "shell/parser.h"

namespace slipway::shell {

/// A compound command, where one begins here.
bool Parser::compound(const Place& place) {
    if (m_source.peek() == '(') {
        m_source.peek(1) == '(' && looksArithmetic(2) ? arithmeticCommand(place) : subshell(place);
        return true;
    }
    using Reader = void (Parser::*)(const Place&);
    static constexpr std::array<std::pair<std::string_view, Reader>, 9> kReaders{{{"{", &Parser::group},
                                                                                  {"if", &Parser::conditional},
                                                                                  {"while", &Parser::loop},
                                                                                  {"until", &Parser::loop},
                                                                                  {"for", &Parser::forLoop},
                                                                                  {"select", &Parser::forLoop},
                                                                                  {"case", &Parser::choice},
                                                                                  {"function", &Parser::function},
                                                                                  {"[[", &Parser::test}}};
    const std::string_view word = reservedHere();
    for (const auto& [keyword, reader] : kReaders) {
        if (word == keyword) {
            (this->*reader)(place);
            return true;
        }
    }
    return false;
}

/// Its range, and the redirections behind it.
void Parser::finish(int node, std::size_t begin) {
    std::size_t end = m_source.at;
    Row<Redirection> redirections(m_redirections);
    const int owner = std::exchange(m_node, node);
    skipBlanks();
    while (auto redirected = redirection()) {
        redirections.add(*redirected);
        end = m_source.at;
        skipBlanks();
    }
    m_node = owner;
    Node& made = m_nodes[static_cast<std::size_t>(node)];
    made.range = m_source.range(begin, end);
    if (!redirections.all().empty()) {
        fill(node, [&](Compound& its) { its.redirections = m_shelf.keep(redirections.all()); });
    }
}

void Parser::subshell(const Place& place) {
    const std::size_t begin = m_source.at;
    const int node = add(NodeKind::Subshell, place);
    takeOperator(1);
    list(node, kParen);
    m_source.peek() == ')' ? takeOperator(1) : problem(begin, begin + 1);
    finish(node, begin);
}

void Parser::arithmeticCommand(const Place& place) {
    const std::size_t begin = m_source.at;
    const int node = add(NodeKind::Arithmetic, place);
    const int owner = std::exchange(m_node, node);
    takeOperator(2);
    WordBuilder inside;
    insideArithmetic(inside, Quote::None);
    m_node = owner;
    finish(node, begin);
}

void Parser::group(const Place& place) {
    const std::size_t begin = m_source.at;
    const int node = add(NodeKind::Group, place);
    take("{");
    list(node, kBrace);
    if (!take("}")) {
        problem(begin, begin + 1);
    }
    finish(node, begin);
}

/// A list below `parent` and the keyword that ends it; false where another stands there.
bool Parser::section(NodeKind kind, int parent, unsigned closers, std::string_view end) {
    skipLines();
    const std::size_t begin = m_source.at;
    const int node = add(kind, {.parent = parent});
    list(node, closers);
    m_nodes[static_cast<std::size_t>(node)].range = m_source.range(begin, m_source.at);
    return take(end);
}

void Parser::conditional(const Place& place) {
    const std::size_t begin = m_source.at;
    const int node = add(NodeKind::If, place);
    take("if");
    bool whole = true;
    do {
        whole &= section(NodeKind::Condition, node, kThen | kElif | kElse | kFi, "then");
        section(NodeKind::Body, node, kElif | kElse | kFi, "");
    } while (take("elif"));
    if (take("else")) {
        section(NodeKind::Body, node, kFi, "");
    }
    if (!take("fi") || !whole) {
        problem(begin, begin + 2);
    }
    finish(node, begin);
}

void Parser::loop(const Place& place) {
    const std::size_t begin = m_source.at;
    const int node = add(NodeKind::Loop, place);
    if (!take("while")) {
        take("until");
    }
    const bool whole = section(NodeKind::Condition, node, kDo | kDone, "do");
    if (!section(NodeKind::Body, node, kDone, "done") || !whole) {
        problem(begin, begin + 5);
    }
    finish(node, begin);
}

void Parser::forLoop(const Place& place) {
    const std::size_t begin = m_source.at;
    const int node = add(NodeKind::For, place);
    const int owner = std::exchange(m_node, node);
    if (!take("for")) {
        take("select");
    }
    const std::size_t keywordEnd = m_source.at;
    Row<Word> words(m_words);
    skipBlanks();
    if (m_source.sees("((")) {
        takeOperator(2);
        WordBuilder inside;
        insideArithmetic(inside, Quote::None);
    } else if (wordHere()) {
        const std::string_view name = word().value;
        fill(node, [&](Compound& its) { its.name = name; });
    }
    skipLines();
    if (take("in")) {
        for (skipBlanks(); wordHere(); skipBlanks()) {
            words.add(word());
        }
    }
    fill(node, [&](Compound& its) { its.words = m_shelf.keep(words.all()); });
    m_node = owner;
    skipBlanks();
    if (m_source.peek() == ';' && closerHere() == 0) {
        takeOperator(1);
    }
    skipLines();
    const bool braces = take("{");
    const bool opened = braces || take("do");
    if (!opened || !section(NodeKind::Body, node, braces ? kBrace : kDone, braces ? "}" : "done")) {
        problem(begin, keywordEnd);
    }
    finish(node, begin);
}

void Parser::choice(const Place& place) {
    const std::size_t begin = m_source.at;
    const int node = add(NodeKind::Case, place);
    const int owner = std::exchange(m_node, node);
    take("case");
    const std::size_t keywordEnd = m_source.at;
    skipBlanks();
    if (wordHere()) {
        const Word subject = word();
        fill(node, [&](Compound& its) { its.words = m_shelf.keep(std::span<const Word>(&subject, 1)); });
    }
    skipLines();
    bool whole = take("in");
    for (skipLines(); whole && !take("esac"); skipLines()) {
        whole = !m_source.atEnd() && choiceItem(node);
    }
    m_node = owner;
    if (!whole) {
        problem(begin, keywordEnd);
    }
    finish(node, begin);
}

/// `pattern | pattern) list ;;`; false where nothing of it stands here.
bool Parser::choiceItem(int parent) {
    const std::size_t begin = m_source.at;
    const int node = add(NodeKind::CaseItem, {.parent = parent});
    const int owner = std::exchange(m_node, node);
    Row<Word> patterns(m_words);
    if (m_source.peek() == '(') {
        takeOperator(1);
    }
    for (skipBlanks(); wordHere() || m_source.peek() == '|'; skipBlanks()) {
        if (m_source.peek() == '|') {
            takeOperator(1);
        } else {
            patterns.add(word());
        }
    }
    fill(node, [&](Compound& its) { its.words = m_shelf.keep(patterns.all()); });
    m_node = owner;
    m_source.peek() == ')' ? takeOperator(1) : problem(begin, m_source.at);
    list(node, kItemEnd | kEsac);
    m_nodes[static_cast<std::size_t>(node)].range = m_source.range(begin, m_source.at);
    if (closerHere() == kItemEnd) {
        takeOperator(m_source.sees(";;&") ? 3 : 2);
    }
    return m_source.at > begin;
}

/// `function name [()] body`.
void Parser::function(const Place& place) {
    const std::size_t begin = m_source.at;
    const int node = add(NodeKind::Function, place);
    const int owner = std::exchange(m_node, node);
    take("function");
    skipBlanks();
    if (wordHere()) {
        const std::string_view name = word().value;
        fill(node, [&](Compound& its) { its.name = name; });
    }
    functionParentheses();
    m_node = owner;
    functionBody(node);
    finish(node, begin);
}

void Parser::test(const Place& place) {
    const std::size_t begin = m_source.at;
    const int node = add(NodeKind::Test, place);
    const int owner = std::exchange(m_node, node);
    take("[[");
    Row<Word> words(m_words);
    bool joined = false;  // behind an operator, and in parentheses, the test goes on in the next line
    int depth = 0;
    bool closed = false;
    for (skipBlanks(); !m_source.atEnd() && !closed; skipBlanks()) {
        const char c = m_source.peek();
        if (take("]]")) {
            closed = true;
        } else if (wordHere()) {
            words.add(word());
            joined = false;
        } else if (c == '\n' && (joined || depth > 0)) {
            newLine();
        } else if (m_source.sees("&&") || m_source.sees("||")) {
            takeOperator(2);
            joined = true;
        } else if (c == '(' || c == ')' || c == '<' || c == '>' || c == '|') {
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            takeOperator(1);
        } else {
            break;
        }
    }
    fill(node, [&](Compound& its) { its.words = m_shelf.keep(words.all()); });
    m_node = owner;
    if (!closed) {
        problem(begin, begin + 2);
    }
    finish(node, begin);
}

}  // namespace slipway::shell
