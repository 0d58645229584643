// A shell script as a value: its tree, its tokens, and its simple commands in order.
//
// Reference: "Shell Command Language" of POSIX (XCU 2), and the Bash Reference Manual for what bash adds.
#pragma once

#include "shell/dialect.h"
#include "shell/shelf.h"
#include "text/position.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace slipway::shell {

enum class PartKind : std::uint8_t { Literal, Parameter, Command, Arithmetic, Process };
enum class Quote : std::uint8_t { None, Escape, Single, Double, Ansi };

/// A piece of a word.
struct Part {
    PartKind kind = PartKind::Literal;
    Quote quote = Quote::None;
    text::Range range;      ///< quotes not included
    std::string_view name;  ///< Parameter: "HOME", "@"
    int node = -1;          ///< Command, Process: its Substitution
};

struct Word {
    text::Range range;
    std::string_view value;       ///< quotes and escapes taken away; an expansion stands in it as it is written
    std::span<const Part> parts;  ///< empty where the word is its value, byte for byte
    bool constant = true;         ///< holds no expansion
    bool quoted = false;          ///< holds a quote or an escape
};

struct Assignment {
    text::Range range;
    std::string_view name;  ///< with its subscript
    Word value;             ///< an array's value is empty, its elements are in no word
    bool append = false;    ///< `+=`
};

struct Redirection {
    text::Range range;
    std::string_view operation;  ///< "<", ">", ">>", "<<", "<<<", ">&", …
    Word target;                 ///< a here-document's delimiter
    int heredoc = -1;            ///< index into Script::heredocs
};

struct Heredoc {
    std::string_view delimiter;
    bool expands = true, stripTabs = false, terminated = false;
    text::Range body;  ///< with its last newline
};

/// What stands between a command and the one before it in the same list.
enum class Connective : std::uint8_t { None, Sequence, Background, And, Or, Pipe };

enum class NodeKind : std::uint8_t {
    Script,
    Simple,
    Subshell,
    Group,
    If,
    Loop,  ///< while, until
    For,   ///< and select
    Case,
    CaseItem,
    Function,
    Condition,  ///< of if, while, until
    Body,
    Test,          ///< [[ ]]
    Arithmetic,    ///< (( ))
    Substitution,  ///< the script in $( ), ` `, <( ) or >( )
};

/// What stands in a compound command itself, beside the commands in it.
struct Compound {
    std::string_view name;        ///< of a function, or of for's variable
    std::span<const Word> words;  ///< for's list, case's subject, an item's patterns, a test's operands
    std::span<const Redirection> redirections;
};

/// A node; the script's own is the first, and a node stands before those below it.
struct Node {
    NodeKind kind = NodeKind::Script;
    Connective before = Connective::None;
    bool negated = false;  ///< `!` before it
    text::Range range;
    int parent = -1;
    int command = -1;                    ///< Simple: index into Script::commands
    const Compound* compound = nullptr;  ///< null where nothing stands in it
};

/// Assignments, then a program and its arguments; each part may be missing.
struct SimpleCommand {
    int node = -1;
    text::Range range;
    std::span<const Word> words;  ///< the first is the program
    std::span<const Assignment> assignments;
    std::span<const Redirection> redirections;
    Connective before = Connective::None;
    unsigned pipePosition = 0;  ///< 0-based, in its pipeline
    unsigned depth = 0;         ///< compound commands and substitutions around it
};

/// A leaf that has a colour of its own. Tokens are in order and don't overlap.
enum class TokenKind : std::uint8_t { Keyword, Operator, Comment, String, Escape, Variable, Assignment, Heredoc };
struct Token {
    TokenKind kind;
    text::Range range;
};

/// Immutable; any thread; valid as long as the shelf that all of it stands on. Parsing never fails: what can't be
/// understood is left out and told in `problems`.
class Script {
public:
    /// Reads any bytes. Of an unknown dialect nothing is read: there is the first node alone. With a shelf of its own.
    static std::shared_ptr<const Script> parse(std::string_view text, Dialect dialect);

    [[nodiscard]] std::string_view text() const { return m_text; }
    [[nodiscard]] Dialect dialect() const { return m_dialect; }
    [[nodiscard]] std::span<const Node> nodes() const { return m_nodes; }
    /// By their beginning; those in substitutions included.
    [[nodiscard]] std::span<const SimpleCommand> commands() const { return m_commands; }
    [[nodiscard]] std::span<const Heredoc> heredocs() const { return m_heredocs; }
    /// None where the parser leaves them out.
    [[nodiscard]] std::span<const Token> tokens() const { return m_tokens; }
    /// Places that are wrong, or nested too deep to be read.
    [[nodiscard]] std::span<const text::Range> problems() const { return m_problems; }

private:
    friend class Parser;
    std::string_view m_text;
    Dialect m_dialect = Dialect::Unknown;
    std::span<const Node> m_nodes;
    std::span<const SimpleCommand> m_commands;
    std::span<const Heredoc> m_heredocs;
    std::span<const Token> m_tokens;
    std::span<const text::Range> m_problems;
};

}  // namespace slipway::shell
