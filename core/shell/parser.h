// Reads a script into its tree: recursive descent, no way back, a bound on depth.
#pragma once

#include "shell/script.h"
#include "shell/source.h"
#include "shell/word_builder.h"

#include <array>
#include <optional>

namespace slipway::shell {

/// Reads one script after the other, all on one shelf. One thread at a time.
class Parser {
public:
    enum class Tokens : std::uint8_t { Kept, LeftOut };
    explicit Parser(Shelf& shelf, Tokens tokens = Tokens::Kept)
        : m_shelf(shelf), m_keepsTokens(tokens == Tokens::Kept) {}
    /// Its text is kept, too.
    Script read(std::string_view text, Dialect dialect);

private:
    /// What ends a list; one bit each.
    enum Closer : unsigned {
        kThen = 1,
        kElif = 2,
        kElse = 4,
        kFi = 8,
        kDo = 16,
        kDone = 32,
        kEsac = 64,
        kBrace = 128,
        kParen = 256,
        kItemEnd = 512,
    };
    static constexpr std::size_t kCloserCount = 10;
    static constexpr unsigned kDepthLimit = 150;
    class Deeper;
    /// Another text for a while: its end, its closers and its here-documents are its own.
    class Elsewhere;
    template <class T>
    class Row;
    struct Place {
        int parent = 0;
        Connective before = Connective::None;
        unsigned pipePosition = 0;
        bool negated = false;
    };

    // parser.cpp: lists, simple commands, redirections
    void list(int parent, unsigned closers);
    [[nodiscard]] unsigned closerHere() const;
    Connective connective();
    bool command(Place place);
    bool simple(const Place& place);
    void functionBody(int node);
    bool functionParentheses();
    std::optional<Redirection> redirection();
    Assignment assignment(std::size_t nameLength);
    [[nodiscard]] std::size_t assignmentHere() const;
    void array();

    // parser_compound.cpp
    bool compound(const Place& place);
    void subshell(const Place& place);
    void arithmeticCommand(const Place& place);
    void group(const Place& place);
    void conditional(const Place& place);
    void loop(const Place& place);
    void forLoop(const Place& place);
    void choice(const Place& place);
    bool choiceItem(int parent);
    void function(const Place& place);
    void test(const Place& place);
    bool section(NodeKind kind, int parent, unsigned closers, std::string_view end);
    void finish(int node, std::size_t begin);
    /// `set(compound)` changes what stands in a compound command itself.
    template <class Set>
    void fill(int node, Set set) {
        const Compound*& now = m_nodes[static_cast<std::size_t>(node)].compound;
        Compound changed = now ? *now : Compound();
        set(changed);
        now = m_shelf.keep(std::span<const Compound>(&changed, 1)).data();
    }

    // parser_words.cpp
    [[nodiscard]] bool wordHere() const;
    Word word();
    void literal(WordBuilder& out);
    void escape(WordBuilder& out);
    void singleQuoted(WordBuilder& out);
    void doubleQuoted(WordBuilder& out);
    void ansiQuoted(WordBuilder& out);
    [[nodiscard]] bool patternHere() const;
    void pattern(WordBuilder& out);

    // parser_expansions.cpp: at "$" or "`"; false where it is an ordinary character
    bool dollar(WordBuilder& out, Quote quote);
    void parameter(WordBuilder& out, Quote quote, std::size_t length);
    void bracedParameter(WordBuilder& out, Quote quote);
    void arithmetic(WordBuilder& out, Quote quote);
    void insideArithmetic(WordBuilder& out, Quote quote);
    void substitution(WordBuilder& out, Quote quote, PartKind kind);
    void backquoted(WordBuilder& out, Quote quote);
    [[nodiscard]] bool looksArithmetic(std::size_t ahead) const;

    // parser_heredocs.cpp
    void openHeredoc(Redirection& redirection);
    Word delimiter();
    void newLine();
    void readHeredocs();
    void readExpansions(const Heredoc& heredoc, std::size_t begin, std::size_t end);

    // parser.cpp: what all of them use
    int add(NodeKind kind, const Place& place);
    void skipBlanks();
    void skipLines();
    [[nodiscard]] std::string_view reservedHere() const;
    bool take(std::string_view reserved);
    void takeOperator(std::size_t length);
    void token(TokenKind kind, std::size_t begin, std::size_t end);
    void problem(std::size_t begin, std::size_t end);
    [[nodiscard]] bool tooDeep() const { return m_depth >= kDepthLimit; }

    struct Pending {
        int heredoc, node;
    };
    Shelf& m_shelf;
    bool m_keepsTokens;
    Dialect m_dialect = Dialect::Unknown;
    Source m_source;
    // What the script will hold; here for the memory, which all scripts use one after the other.
    std::vector<Node> m_nodes;
    std::vector<SimpleCommand> m_commands;
    std::vector<Heredoc> m_heredocs;
    std::vector<Token> m_tokens;
    std::vector<text::Range> m_problems;
    std::vector<Pending> m_pending;               ///< here-documents whose text begins at the next line
    std::array<unsigned, kCloserCount> m_open{};  ///< how many lists around here each closer ends
    int m_node = 0;                               ///< owner of substitutions
    unsigned m_depth = 0;
    // The rows at hand, one behind the other: those of a command stand behind those of the command around it.
    std::vector<Word> m_words;
    std::vector<Assignment> m_assignments;
    std::vector<Redirection> m_redirections;
};

/// A row as it is put together, on top of what others have begun.
template <class T>
class Parser::Row {
public:
    explicit Row(std::vector<T>& rows) : m_rows(rows), m_begin(rows.size()) {}
    ~Row() { m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(m_begin), m_rows.end()); }
    Row(const Row&) = delete;
    Row& operator=(const Row&) = delete;
    void add(const T& one) {
        if (m_rows.capacity() == 0) {
            m_rows.reserve(8);
        }
        m_rows.push_back(one);
    }
    /// Until a row is made or grows.
    [[nodiscard]] std::span<const T> all() const { return std::span<const T>(m_rows).subspan(m_begin); }

private:
    std::vector<T>& m_rows;
    std::size_t m_begin;
};

class Parser::Deeper {
public:
    explicit Deeper(Parser& parser) : m_parser(parser) { ++parser.m_depth; }
    ~Deeper() { --m_parser.m_depth; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;

private:
    Parser& m_parser;
};

class Parser::Elsewhere {
public:
    Elsewhere(Parser& parser, Source source) : m_parser(parser), m_source(std::exchange(parser.m_source, source)) {
        m_open.swap(parser.m_open);
        m_pending.swap(parser.m_pending);
    }
    ~Elsewhere() {
        m_parser.m_source = m_source;
        m_parser.m_open = m_open;
        m_parser.m_pending = std::move(m_pending);
    }
    Elsewhere(const Elsewhere&) = delete;
    Elsewhere& operator=(const Elsewhere&) = delete;

private:
    Parser& m_parser;
    Source m_source;
    std::array<unsigned, kCloserCount> m_open{};
    std::vector<Pending> m_pending;
};

}  // namespace slipway::shell
