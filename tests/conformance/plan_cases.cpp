// Kinds of bk_instructions that the plan answers: where an error points, what converts, ports.
#include "cases.h"
#include "plan/plan.h"
#include "plan/ports.h"

#include <algorithm>

namespace conformance {

using namespace slipway;

namespace {

plan::BuildPlan planOf(const Json& test) {
    plan::Options options;
    if (test.contains("target") && test["target"].is_string())
        options.target = test["target"].get<std::string>();
    return plan::plan(dockerfile::SyntaxTree::parse(test["dockerfile"].get<std::string>()), options, {});
}

bool needsAnImage(const plan::Step& step) {
    const auto isImage = [](const plan::Origin& origin) { return std::holds_alternative<plan::FromImage>(origin); };
    const auto* copy = std::get_if<plan::CopyOperation>(&step.operation);
    const auto* run = std::get_if<plan::RunOperation>(&step.operation);
    return std::holds_alternative<plan::ImageOperation>(step.operation) || (copy && isImage(copy->origin)) ||
           (run && std::ranges::any_of(run->mounts, isImage, &plan::RunOperation::Mount::origin));
}

/// A program, or a file of the build context.
bool needsAFile(const plan::Step& step) {
    const auto* copy = std::get_if<plan::CopyOperation>(&step.operation);
    return std::holds_alternative<plan::RunOperation>(step.operation) ||
           (copy && !copy->sources.empty() && std::holds_alternative<plan::FromContext>(copy->origin));
}

/// The plan's error; where it has none, the first step that fails without a registry, a context and programs. Images
/// are looked for before anything else is done.
Outcome errorLocation(const Json& test) {
    const plan::BuildPlan made = planOf(test);
    Json got = Json::array();
    if (const plan::Problem* problem = made.firstError()) {
        got.push_back(problem->where.line);
    } else {
        const auto first = [&](bool (*fails)(const plan::Step&)) {
            return std::ranges::find_if(made.steps, [&](const plan::Step& step) {
                return made.stages[static_cast<std::size_t>(step.stage)].reached && fails(step);
            });
        };
        auto failing = first(needsAnImage);
        if (failing == made.steps.end())
            failing = first(needsAFile);
        if (failing == made.steps.end())
            return {false, "nothing fails"};
        for (std::uint32_t line = failing->line; line <= failing->endLine; ++line)
            got.push_back(line);
    }
    const auto wanted = test["lines"].get<std::vector<std::uint32_t>>();
    return {std::ranges::any_of(
                got, [&](const Json& line) { return std::ranges::contains(wanted, line.get<std::uint32_t>()); }),
            got};
}

/// What is wrong with the file. Much that Slipway's own engine doesn't build is none of that.
std::string mistakeIn(const plan::BuildPlan& made) {
    for (const plan::Problem& problem : made.problems)
        if (problem.severity == dockerfile::Severity::Error && problem.code != ErrorCode::Unsupported &&
            (problem.stage < 0 || made.stages[static_cast<std::size_t>(problem.stage)].reached))
            return problem.message;
    return made.target < 0 ? "there is no target" : "";
}

Outcome convert(const Json& test) {
    const plan::BuildPlan made = planOf(test);
    const std::string message = mistakeIn(made);
    bool pass = message.empty() == test["error"].is_null();
    Json labels = Json::object();
    if (message.empty()) {
        for (const auto& [name, value] : made.stages[static_cast<std::size_t>(made.target)].config.labels)
            labels[name] = value;
        if (test.contains("labels"))
            for (const auto& [name, value] : test["labels"].items())
                pass = pass && labels.contains(name) && labels[name] == value;
    }
    return {pass, {{"error", message}, {"labels", labels}}};
}

Outcome expose(const Json& test) {
    Json got = Json::array();
    for (const auto& spec : test["specs"]) {
        const auto ports = plan::parsePort(spec.get<std::string>());
        if (!ports)
            return {test["expect"].is_null(), ports.error().message};
        for (const std::string& port : *ports)
            got.push_back(port);
    }
    Json wanted = test["expect"];
    if (wanted.is_null())
        return {test["error"].is_null() && got.empty(), got};
    std::sort(wanted.begin(), wanted.end());
    Json sorted = got;
    std::sort(sorted.begin(), sorted.end());
    return {wanted == sorted, got};
}

}  // namespace

void addPlanCases(Kinds& kinds) {
    kinds["error_location"] = errorLocation;
    kinds["convert"] = convert;
    kinds["expose"] = expose;
}

}  // namespace conformance
