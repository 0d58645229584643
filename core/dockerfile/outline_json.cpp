#include "dockerfile/outline_json.h"

#include "dockerfile/outline.h"
#include "dockerfile/spaces.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace slipway::dockerfile {

namespace {

using Json = nlohmann::ordered_json;

Json instructionJson(const Instruction& instruction) {
    std::string keyword(keywordName(instruction.keyword));
    if (keyword.empty())
        keyword = instruction.keywordText;
    return {{"keyword", keyword}, {"line", instruction.firstLine}, {"end_line", instruction.lastLine}};
}

}  // namespace

std::string outlineJson(const SyntaxTree& tree) {
    Json stages = Json::array();
    for (const StageOutline& stage : outline(tree).stages) {
        Json instructions = Json::array();
        for (const auto& instruction : stage.instructions)
            instructions.push_back(instructionJson(*instruction));
        stages.push_back({{"name", stage.name},
                          {"index", stage.index},
                          {"base", stage.base},
                          {"line", stage.line},
                          {"end_line", stage.endLine},
                          {"depends_on", stage.dependsOn},
                          {"instructions", std::move(instructions)}});
    }
    return Json{{"stages", std::move(stages)}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace slipway::dockerfile
