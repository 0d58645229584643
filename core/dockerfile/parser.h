// Cuts a text into nodes. Internal to core/dockerfile; SyntaxTree::parse is the door.
#pragma once

#include "dockerfile/heredocs.h"
#include "dockerfile/logical_line.h"
#include "dockerfile/syntax_tree.h"

#include <span>
#include <string_view>
#include <unordered_map>

namespace slipway::dockerfile {

/// The names of all instructions, in capitals.
[[nodiscard]] std::span<const std::string_view> keywordNames();

/// What the physical lines of an instruction hold, in the order of the source.
struct InstructionLines {
    std::string text;  ///< joined
    SourceMap map;
    /// Pieces of the source in order: those of `text`, and what lies between them.
    struct Piece {
        bool content;
        TokenKind kind;  ///< of what is no content
        text::Range range;
    };
    std::vector<Piece> pieces;
    bool emptyContinuation = false;
};

/// Fills in what the joined text of an instruction says: keyword, flags, arguments and their words.
/// Heredocs are left to the parser. `depth` counts ONBUILDs around it.
void readInstruction(std::string_view text, const SourceMap& map, char escape, Instruction& out, int depth = 0);
/// The tokens of an instruction's lines, without heredoc bodies.
[[nodiscard]] std::vector<Token> tokensOf(const InstructionLines& lines, const Instruction& instruction,
                                          const std::vector<HeredocOpening>& heredocs);
/// Can this instruction (or the one inside its ONBUILD) open here-documents?
[[nodiscard]] bool takesHeredocs(const Instruction& instruction);

/// One run over one text, in time linear in its length. Thread: the caller's.
class Parser {
public:
    explicit Parser(SyntaxTree& tree) : m_tree(tree), m_text(tree.m_text) {}
    void run(const SyntaxTree* previous);

private:
    /// A physical line; `end` is behind its line end, `content` excludes it.
    struct Line {
        std::size_t begin, contentEnd, end;
    };
    [[nodiscard]] Line lineAt(std::size_t begin) const;
    [[nodiscard]] std::string_view contentOf(const Line& line) const;
    void advance(const Line& line);

    void takeOver(const SyntaxTree& previous);
    void blanks(Line line);
    void comment(const Line& line);
    void directive(const Line& line, std::size_t begin, const std::string& name, const std::string& value);
    void instruction(const Line& line);
    const InstructionLines& joinLines(Line line, std::size_t begin);
    void heredocBodies(Instruction& instruction, const std::vector<HeredocOpening>& openings);
    Heredoc heredocBody(const HeredocOpening& opening, Instruction& instruction);
    [[nodiscard]] bool isTerminator(const Line& line, const HeredocOpening& opening) const;
    [[nodiscard]] bool mayTerminate(const HeredocOpening& opening);
    /// The same by looking for it, from the beginning of a line on.
    [[nodiscard]] bool standsBelow(std::size_t from, const HeredocOpening& opening);
    void finish();
    void problem(Severity severity, std::string message, text::Range range);

    SyntaxTree& m_tree;
    std::string_view m_text;
    std::size_t m_at = 0;
    std::uint32_t m_line = 1;
    bool m_directivesDone = false;
    InstructionLines m_joined;            ///< of the instruction at hand; kept for its memory
    std::vector<std::string> m_comments;  ///< directly above what comes next
    std::vector<Token> m_leading;         ///< the byte order mark, until a node takes it
    /// Where each text of a line stands last, with and without its leading tabs; made when first needed.
    std::unordered_map<std::string_view, std::size_t> m_lastLine, m_lastTabbedLine;
    std::size_t m_searched = 0;  ///< bytes that were looked through for terminators
};

}  // namespace slipway::dockerfile
