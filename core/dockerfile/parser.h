// Cuts a text into nodes. Internal to core/dockerfile; SyntaxTree::parse is the door.
#pragma once

#include "dockerfile/heredocs.h"
#include "dockerfile/instruction_lines.h"
#include "dockerfile/syntax_tree.h"

#include <span>
#include <string_view>
#include <unordered_map>

namespace slipway::dockerfile {

/// The names of all instructions, in capitals.
[[nodiscard]] std::span<const std::string_view> keywordNames();

/// Fills in what the joined text of an instruction says: keyword, flags, arguments and their words.
/// Heredocs are left to the parser. `depth` counts ONBUILDs around it.
void readInstruction(std::string_view text, const SourceMap& map, char escape, Instruction& out, int depth = 0);
/// Can this instruction (or the one inside its ONBUILD) open here-documents?
[[nodiscard]] bool takesHeredocs(const Instruction& instruction);

/// Does a line begin an instruction beyond doubt: a keyword in capitals at its very start?
[[nodiscard]] bool beginsInstruction(std::string_view line);

/// One run over one text, in time linear in its length. Thread: the caller's, and for the second half of a large text
/// another.
class Parser {
public:
    explicit Parser(SyntaxTree& tree) : m_tree(tree), m_text(tree.m_text), m_lines(tree.m_lines) {}
    void run(const SyntaxTree* previous);

private:
    /// Of the part of a text that begins with a line, its nodes into a tree of their own.
    Parser(SyntaxTree& part, const SyntaxTree& whole, std::size_t begin);
    void advance(const PhysicalLine& line);

    void takeOver(const SyntaxTree& previous);
    void node();
    /// To the end; or to `end`, where a node begins there that nothing above has a say in.
    void nodesUntil(std::size_t end);
    void halves();
    /// A line behind the offset where a node that begins an instruction is likely to begin; the text's end if none is
    /// near.
    [[nodiscard]] std::size_t likelyNode(std::size_t offset) const;
    [[nodiscard]] std::size_t nodeBegin() const;
    void blanks(PhysicalLine line);
    void comment(const PhysicalLine& line);
    void directive(const PhysicalLine& line, std::size_t begin, const std::string& name, const std::string& value);
    void instruction(const PhysicalLine& line);
    void heredocBodies(Instruction& instruction, const std::vector<HeredocOpening>& openings);
    Heredoc heredocBody(const HeredocOpening& opening, Instruction& instruction);
    [[nodiscard]] bool isTerminator(const PhysicalLine& line, const HeredocOpening& opening) const;
    [[nodiscard]] bool mayTerminate(const HeredocOpening& opening);
    /// The same by looking for it, from the beginning of a line on.
    [[nodiscard]] bool standsBelow(std::size_t from, const HeredocOpening& opening);
    void finish();
    void problem(Severity severity, std::string message, text::Range range);

    SyntaxTree& m_tree;
    std::string_view m_text;
    const text::LineIndex& m_lines;
    std::size_t m_begin = 0, m_at = 0;
    std::uint32_t m_line = 1;
    bool m_directivesDone = false;
    InstructionLines m_joined;            ///< of the instruction at hand; kept for its memory
    std::vector<std::string> m_comments;  ///< above what comes next
    /// Where each text of a line stands last, with and without its leading tabs; made when first needed.
    std::unordered_map<std::string_view, std::size_t> m_lastLine, m_lastTabbedLine;
    std::size_t m_searched = 0;  ///< bytes that were looked through for terminators
};

}  // namespace slipway::dockerfile
