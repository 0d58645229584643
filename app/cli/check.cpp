#include "commands.h"
#include "json.h"

#include "cache/outlook.h"
#include "checks/check.h"

#include <algorithm>
#include <filesystem>
#include <format>
#include <iostream>

namespace slipway::cli {

namespace {

/// One line of the answer: what a check found, or what keeps the file from being built.
struct Remark {
    std::string_view rule, severity;
    std::string message;
    text::Position begin, end;
};

std::string_view severityName(checks::Severity severity) {
    switch (severity) {
        case checks::Severity::Error:
            return "error";
        case checks::Severity::Warning:
            return "warning";
        case checks::Severity::Info:
            return "info";
        case checks::Severity::Style:
            break;
    }
    return "style";
}

/// What the store has of the base images; to look at a Dockerfile is no reason to make one.
plan::Bases knownBases(const std::shared_ptr<const dockerfile::SyntaxTree>& tree, const plan::Options& options) {
    std::error_code error;
    if (!std::filesystem::exists(store::Store::defaultHome(), error)) {
        return {};
    }
    const auto store = openStore();
    return store ? cache::basesFromStore(tree, options, **store) : plan::Bases();
}

struct Checked {
    std::vector<Remark> remarks;
    bool failed = false;
};

Checked checkFile(Location location) {
    const auto tree = dockerfile::SyntaxTree::parse(std::move(location.text));
    plan::Options options;
    options.all = true;
    options.path = location.shown;
    const plan::Bases bases = knownBases(tree, options);
    const plan::BuildPlan plan = plan::plan(tree, options, bases);
    const auto ignore = context::loadIgnore(location.folder, location.dockerfile);
    const auto result = checks::check(plan, {&bases, ignore ? &*ignore : nullptr});
    const auto place = [&](std::size_t offset) { return tree->lines().position(offset); };
    Checked out;
    for (const plan::Problem& problem : plan.problems) {
        const bool isError = problem.severity == dockerfile::Severity::Error;
        out.remarks.push_back({"syntax", isError ? "error" : "warning", problem.message, problem.where,
                               std::max(problem.where, place(problem.range.end))});
        out.failed = out.failed || isError;
    }
    for (const checks::Finding& finding : result.findings) {
        out.remarks.push_back({finding.rule->name, severityName(finding.rule->severity), finding.message,
                               place(finding.range.begin), place(finding.range.end)});
        out.failed = out.failed || finding.rule->severity == checks::Severity::Error || result.error;
    }
    std::ranges::stable_sort(out.remarks, {}, &Remark::begin);
    return out;
}

}  // namespace

int run(const Check& arguments) {
    Json list = Json::array();
    bool failed = false;
    for (const std::string& path : arguments.paths) {
        auto location = locate(path);
        if (!location) {
            return complain(location.error());
        }
        const std::string shown = location->shown;
        const Checked checked = checkFile(std::move(*location));
        failed = failed || checked.failed;
        for (const Remark& remark : checked.remarks) {
            list.push_back({{"file", shown},
                            {"rule", remark.rule},
                            {"severity", remark.severity},
                            {"message", remark.message},
                            {"line", remark.begin.line},
                            {"column", remark.begin.column},
                            {"end_line", remark.end.line},
                            {"end_column", remark.end.column}});
            if (arguments.format == Format::Text) {
                std::cout << std::format("{}:{}:{}: {}: {} [{}]\n", shown, remark.begin.line, remark.begin.column,
                                         remark.severity, remark.message, remark.rule);
            }
        }
    }
    if (arguments.format == Format::Json) {
        std::cout << dump(list) << '\n';
    }
    return failed ? 1 : 0;
}

}  // namespace slipway::cli
