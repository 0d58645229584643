#include "assist/symbols.h"

#include "language/names.h"
#include "language/symbols.h"

namespace slipway::assist {
namespace {

void addVariables(const std::vector<language::DocumentSymbol>& symbols, const Ground& ground, const std::string& where,
                  std::vector<Symbol>& out) {
    const auto& lines = ground.snapshot->tree->lines();
    for (const language::DocumentSymbol& symbol : symbols) {
        if (symbol.kind == language::SymbolKind::Stage) {
            addVariables(symbol.children, ground, symbol.name, out);
        } else if (symbol.kind == language::SymbolKind::Instruction) {
            for (const language::DocumentSymbol& variable : symbol.children) {
                std::string detail = symbol.name;
                if (!variable.detail.empty())
                    detail += ' ' + variable.detail;
                if (!where.empty())
                    detail += " · " + where;
                out.push_back({Symbol::Kind::Variable, QString::fromStdString(variable.name),
                               QString::fromStdString(detail), static_cast<int>(lines.line(variable.nameRange.begin))});
            }
        }
    }
}

}  // namespace

std::vector<Symbol> symbolsOf(const Ground& ground) {
    const dockerfile::SyntaxTree& tree = *ground.snapshot->tree;
    const dockerfile::Outline& outline = *ground.snapshot->outline;
    const auto symbols = language::documentSymbols(tree, outline);
    std::vector<Symbol> out;
    for (const language::DocumentSymbol& symbol : symbols) {
        if (symbol.kind == language::SymbolKind::Stage)
            out.push_back({Symbol::Kind::Stage, QString::fromStdString(symbol.name),
                           QString::fromStdString(symbol.detail),
                           static_cast<int>(tree.lines().line(symbol.nameRange.begin))});
    }
    addVariables(symbols, ground, {}, out);
    const language::Names names = language::names(tree, outline);
    for (const language::Occurrence& each : names.occurrences) {
        const language::Symbol& symbol = names.symbols[each.symbol];
        if (symbol.kind != language::NameKind::Heredoc || each.role != language::Occurrence::Role::Definition)
            continue;
        const dockerfile::Instruction* const instruction = language::instructionAt(tree, each.range.begin);
        out.push_back({Symbol::Kind::Heredoc, QString::fromStdString(symbol.name),
                       instruction ? QString::fromStdString(instruction->keywordText) : QString(),
                       static_cast<int>(tree.lines().line(each.range.begin))});
    }
    return out;
}

}  // namespace slipway::assist
