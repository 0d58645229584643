#include "dockerfile/outline_json.h"

#include "dockerfile/outline.h"
#include "dockerfile/spaces.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace slipway::dockerfile {

namespace {

using Json = nlohmann::ordered_json;

/// What a stage goes by: its name, or its number where it has none.
std::string nameOf(const StageOutline& stage) { return stage.name.empty() ? std::to_string(stage.index) : stage.name; }

Json instructionJson(const Instruction& instruction) {
    std::string keyword(keywordName(instruction.keyword));
    if (keyword.empty())
        keyword = instruction.keywordText;
    return {{"keyword", keyword}, {"line", instruction.firstLine}, {"end_line", instruction.lastLine}};
}

}  // namespace

std::string outlineJson(const SyntaxTree& tree) {
    Json stages = Json::array();
    const Outline made = outline(tree);
    for (const StageOutline& stage : made.stages) {
        Json instructions = Json::array();
        for (const auto& instruction : stage.instructions)
            instructions.push_back(instructionJson(*instruction));
        Json uses = Json::array();
        for (const int other : stage.dependsOn)
            uses.push_back(nameOf(made.stages[static_cast<std::size_t>(other)]));
        stages.push_back({{"name", nameOf(stage)},
                          {"index", stage.index},
                          {"base", stage.base},
                          {"line", stage.line},
                          {"end_line", stage.endLine},
                          {"depends_on", std::move(uses)},
                          {"instructions", std::move(instructions)}});
    }
    return Json{{"stages", std::move(stages)}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace slipway::dockerfile
