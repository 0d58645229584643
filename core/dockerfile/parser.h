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

/// One run over one text, in time linear in its length. Thread: the caller's.
class Parser {
public:
    explicit Parser(SyntaxTree& tree) : m_tree(tree), m_text(tree.m_text) {}
    void run(const SyntaxTree* previous);

private:
    void advance(const PhysicalLine& line);

    void takeOver(const SyntaxTree& previous);
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
    std::size_t m_at = 0;
    std::uint32_t m_line = 1;
    bool m_directivesDone = false;
    InstructionLines m_joined;            ///< of the instruction at hand; kept for its memory
    std::vector<std::string> m_comments;  ///< directly above what comes next
    /// Where each text of a line stands last, with and without its leading tabs; made when first needed.
    std::unordered_map<std::string_view, std::size_t> m_lastLine, m_lastTabbedLine;
    std::size_t m_searched = 0;  ///< bytes that were looked through for terminators
};

}  // namespace slipway::dockerfile
