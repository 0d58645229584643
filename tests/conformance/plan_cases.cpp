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

/// The plan's error; where it has none, what fails is a RUN, and that is reported at its step.
Outcome errorLocation(const Json& test) {
    const plan::BuildPlan made = planOf(test);
    Json got = Json::array();
    if (const plan::Problem* problem = made.firstError()) {
        got.push_back(problem->where.line);
    } else {
        const auto run = std::ranges::find_if(made.steps, [&](const plan::Step& step) {
            return std::holds_alternative<plan::RunOperation>(step.operation) &&
                   made.stages[static_cast<std::size_t>(step.stage)].reached;
        });
        if (run == made.steps.end())
            return {false, "nothing fails"};
        for (std::uint32_t line = run->line; line <= run->endLine; ++line)
            got.push_back(line);
    }
    const auto wanted = test["lines"].get<std::vector<std::uint32_t>>();
    return {std::ranges::any_of(
                got, [&](const Json& line) { return std::ranges::contains(wanted, line.get<std::uint32_t>()); }),
            got};
}

Outcome convert(const Json& test) {
    const plan::BuildPlan made = planOf(test);
    const plan::Problem* problem = made.firstError();
    const std::string message = problem ? problem->message : made.target < 0 ? "there is no target" : "";
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
