// One function a kind of sample case: what our libraries give, and whether the case agrees.
#pragma once

#include "dockerfile/syntax_tree.h"

#include <map>
#include <nlohmann/json.hpp>
#include <string>

namespace conformance {

using Json = nlohmann::json;

struct Outcome {
    bool pass = false;
    Json got;
};
using Run = Outcome (*)(const Json& test);
using Kinds = std::map<std::string, Run, std::less<>>;

void addLexerCases(Kinds& kinds);
void addParserCases(Kinds& kinds);
void addInstructionCases(Kinds& kinds);
void addIgnoreCases(Kinds& kinds);
void addPlanCases(Kinds& kinds);
void addCheckCases(Kinds& kinds);
void addHadolintCases(Kinds& kinds);

/// The tree as BuildKit prints it, an instruction a line.
std::string printTree(const slipway::dockerfile::SyntaxTree& tree);
/// The first error of a text: of its tree, else of an instruction's meaning; empty where there is none.
struct FirstError {
    std::string message;
    std::uint32_t line = 0;
};
FirstError firstError(const slipway::dockerfile::SyntaxTree& tree, std::size_t mostInstructions);

}  // namespace conformance
