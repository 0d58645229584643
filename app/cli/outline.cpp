#include "commands.h"

#include "dockerfile/outline.h"
#include "dockerfile/outline_json.h"
#include "plan/plan.h"

#include <format>
#include <iostream>

namespace slipway::cli {

int run(const Outline& arguments) {
    auto location = locate(arguments.path);
    if (!location) {
        return complain(location.error());
    }
    const auto tree = dockerfile::SyntaxTree::parse(std::move(location->text));
    for (const plan::Problem& problem : plan::plan(tree, {}, {}).problems) {
        if (problem.code != ErrorCode::Unsupported) {  // which is right
            std::cerr << Error(problem.code, problem.message, location->shown, problem.where).describe() << '\n';
        }
    }
    if (arguments.format == Format::Json) {
        std::cout << dockerfile::outlineJson(*tree) << '\n';
        return 0;
    }
    for (const dockerfile::StageOutline& stage : dockerfile::outline(*tree).stages) {
        std::cout << std::format("{}  FROM {}  lines {}-{}\n",
                                 stage.name.empty() ? std::to_string(stage.index) : stage.name, stage.base, stage.line,
                                 stage.endLine);
        for (const auto& instruction : stage.instructions) {
            std::cout << std::format("  {:>4}  {} {}\n", instruction->firstLine, instruction->keywordText,
                                     dockerfile::outlineText(*instruction));
        }
    }
    return 0;
}

}  // namespace slipway::cli
