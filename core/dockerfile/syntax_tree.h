// The lossless, error-tolerant syntax tree of a Dockerfile.
//
// Reference: https://docs.docker.com/reference/dockerfile/ ("Format", "Parser directives",
// "Here-Documents") and the documented behaviour of BuildKit.
#pragma once

#include "memory/rare.h"
#include "text/position.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::dockerfile {

enum class Keyword : std::uint8_t {
    Add,
    Arg,
    Cmd,
    Copy,
    Entrypoint,
    Env,
    Expose,
    From,
    Healthcheck,
    Label,
    Maintainer,
    Onbuild,
    Run,
    Shell,
    Stopsignal,
    User,
    Volume,
    Workdir,
    Unknown,
};
/// "ADD", …; "" for Unknown.
[[nodiscard]] std::string_view keywordName(Keyword keyword);
/// Without regard to letter case; Unknown for any other word.
[[nodiscard]] Keyword keywordFromName(std::string_view name);

enum class Severity : std::uint8_t { Error, Warning };

/// Something wrong with the text, found while parsing.
struct Diagnostic {
    Severity severity = Severity::Error;
    std::string message;  ///< a whole sentence, without its location
    text::Range range;    ///< bytes of the source
};

/// A leaf of the tree: SyntaxTree::tokens().
enum class TokenKind : std::uint8_t {
    Space,
    NewLine,
    Continuation,
    Comment,
    Directive,
    Keyword,
    Flag,
    Word,
    Json,
    HeredocOpen,
    HeredocBody,
    HeredocEnd,
    Bom,
    Other,
};
struct Token {
    TokenKind kind;
    text::Range range;
};

/// `--name` or `--name=value`. `value` is as written (quotes kept, continuation lines joined).
struct Flag {
    std::string name;
    std::optional<std::string> value;
    std::string plain;       ///< "--name" or "--name=value", quotes and escapes taken away
    text::Range range;       ///< whole flag
    text::Range valueRange;  ///< empty where there is no value
};

/// One here-document of an instruction.
struct Heredoc {
    std::string name;        ///< delimiter without quotes
    bool expand = true;      ///< false where the delimiter is quoted
    bool stripTabs = false;  ///< `<<-`
    unsigned fileDescriptor = 0;
    std::string content;    ///< as written, tabs kept, with the final newline
    text::Range openRange;  ///< `<<EOF`
    text::Range bodyRange;
    text::Range endRange;  ///< the terminator's line, empty where it is missing
    bool terminated = true;
    /// What the consumer gets: tabs stripped where `<<-` asks for it.
    [[nodiscard]] std::string consumed() const;
};

/// A word of the arguments as the instruction's own rule splits them (quotes kept).
struct Word {
    std::string text;
    text::Range range;  ///< bytes of the source, from its first to its last byte
};

/// `name=value`, or the old `name value` form; both as written, quotes kept.
struct NameValue {
    Word name;
    Word value;
    bool hasSeparator = true;  ///< false for the old form
};

/// One instruction with everything that belongs to it.
struct Instruction {
    Keyword keyword = Keyword::Unknown;
    bool emptyContinuation = false;  ///< an empty line stands between its continuation lines
    std::string keywordText;         ///< as written
    text::Range range;               ///< from the keyword to the end of the last line or heredoc (without its newline)
    text::Range keywordRange;
    std::uint32_t firstLine = 1;  ///< 1-based
    std::uint32_t lastLine = 1;   ///< 1-based, inclusive, heredocs included
    memory::Few<Flag> flags;
    std::string arguments;       ///< after the flags; continuation lines joined, comments between them gone
    text::Range argumentsRange;  ///< bytes of the source that `arguments` came from
    std::vector<Word> words;  ///< split at white space, for keywords that take words (see words of the keyword's rule)
    memory::Few<NameValue> pairs;  ///< ENV, LABEL; ARG with hasSeparator telling whether it has a default
    memory::Rare<std::vector<std::string>> json;  ///< values, where the arguments are a valid JSON array of strings
    memory::Few<Heredoc> heredocs;
    /// The comments above it, up to a line with "#" alone; empty lines don't count. Without "#" and white space around;
    /// an indented one is said to begin with its "#".
    memory::Few<std::string> comments;
    std::shared_ptr<const Instruction> trigger;  ///< ONBUILD's instruction
    memory::Few<Diagnostic> problems;  ///< what is wrong with it as text; interpret() fails for the first error
    /// Source offset of a byte offset in `arguments`.
    [[nodiscard]] std::size_t sourceOffset(std::size_t inArguments) const;
    /// Source range of the bytes [begin, end) of `arguments`, from the first to the last of them.
    [[nodiscard]] text::Range sourceRange(std::size_t begin, std::size_t end) const;
    /// (offset in arguments, offset in source), ascending; empty where they are one piece of the source.
    memory::Few<std::pair<std::size_t, std::size_t>> argumentMap;
};

/// `# name=value` at the top of the file. Names are in lower case.
struct Directive {
    std::string name;
    std::string value;
    text::Range range;
    std::uint32_t line = 1;
};

enum class NodeKind : std::uint8_t { Blank, Comment, Directive, Instruction };

/// A top-level node. The nodes' ranges follow each other without a gap from 0 to the end of the text.
struct Node {
    NodeKind kind = NodeKind::Blank;
    text::Range range;                               ///< with its line's end
    std::shared_ptr<const Instruction> instruction;  ///< where kind is Instruction
};

/// The tree. Immutable; parsing never fails, broken input gives nodes and diagnostics.
/// Any thread.
class SyntaxTree {
public:
    /// Parses a whole text of any bytes. With `previous`, instructions whose bytes and escape
    /// did not change are taken over where that is cheaper.
    static std::shared_ptr<const SyntaxTree> parse(std::string text, const SyntaxTree* previous = nullptr);

    [[nodiscard]] const std::string& text() const { return m_text; }
    [[nodiscard]] const text::LineIndex& lines() const { return m_lines; }
    [[nodiscard]] const std::vector<Node>& nodes() const { return m_nodes; }
    /// The leaves of one of its nodes; joined in order, they are its bytes.
    [[nodiscard]] std::vector<Token> tokens(const Node& node) const;
    [[nodiscard]] const std::vector<Directive>& directives() const { return m_directives; }
    [[nodiscard]] const std::vector<std::shared_ptr<const Instruction>>& instructions() const { return m_instructions; }
    [[nodiscard]] const std::vector<Diagnostic>& diagnostics() const { return m_diagnostics; }
    /// Is it so long that the memory for what is known of it, some hundred times as much, is worth a thought?
    [[nodiscard]] bool isLarge() const { return m_text.size() > 1'000'000; }
    /// '\\' or '`'.
    [[nodiscard]] char escape() const { return m_escape; }
    /// Value of `# syntax=`, or empty.
    [[nodiscard]] std::string_view syntax() const;

private:
    friend class Parser;
    std::string m_text;
    text::LineIndex m_lines;
    std::vector<Node> m_nodes;
    std::vector<Directive> m_directives;
    std::vector<std::shared_ptr<const Instruction>> m_instructions;
    std::vector<Diagnostic> m_diagnostics;
    char m_escape = '\\';
};

}  // namespace slipway::dockerfile
