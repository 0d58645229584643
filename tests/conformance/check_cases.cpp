// bk_checks: what the build checks find.
#include "cases.h"
#include "checks/check.h"
#include "context/ignore.h"
#include "stopping.h"

#include <algorithm>

namespace conformance {

using namespace slipway;

namespace {

plan::Options optionsOf(const Json& test) {
    plan::Options options;
    const auto take = [&](const Json& arguments, std::string_view prefix) {
        for (const auto& [name, value] : arguments.items())
            if (name.starts_with(prefix))
                options.buildArgs[name.substr(prefix.size())] = value.get<std::string>();
    };
    if (test.contains("build_args") && test["build_args"].is_object())
        take(test["build_args"], "");
    std::string platform = "linux/amd64";
    if (test.contains("default_platforms") && !test["default_platforms"].empty())
        platform = test["default_platforms"][0].get<std::string>();
    if (test.contains("frontend_attrs") && test["frontend_attrs"].is_object()) {
        take(test["frontend_attrs"], "build-arg:");
        platform = test["frontend_attrs"].value("platform", platform);
        options.target = test["frontend_attrs"].value("target", "");
    }
    options.platform = image::Platform::parse(platform.substr(0, platform.find(','))).value_or(image::Platform::host());
    return options;
}

/// The config of an image that was built before.
image::Config configOf(const Json& made, image::Platform platform) {
    const Json attributes = made.value("frontend_attrs", Json::object());
    if (attributes.is_object() && attributes.contains("platform"))
        platform = image::Platform::parse(attributes["platform"].get<std::string>()).value_or(platform);
    plan::Options options;
    options.platform = platform;
    const Json files = made.value("files", Json::object());
    const plan::BuildPlan plan = plan::plan(dockerfile::SyntaxTree::parse(files.value("Dockerfile", "")), options, {});
    image::Config config =
        plan.target < 0 ? image::Config() : plan.stages[static_cast<std::size_t>(plan.target)].config;
    config.platform = platform;
    return config;
}

/// Stands for the images that a build would have: those that the case has built before, and plain ones, which are there
/// for every platform.
plan::Bases basesOf(const Json& test, const std::shared_ptr<const dockerfile::SyntaxTree>& tree,
                    const plan::Options& options) {
    image::Config plain;
    plain.env = {"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"};
    plan::Bases bases;
    const plan::BuildPlan planned = plan::plan(tree, options, {});
    for (const plan::FromImage& image : planned.images) {
        plain.platform = image.platform.value_or(options.platform);
        bases[image].config = std::make_shared<const image::Config>(plain);
    }
    if (!test.contains("setup") || !test["setup"].is_array())
        return bases;
    for (const Json& made : test["setup"])
        for (const Json& written : made.value("exports", Json::array()))
            for (auto& [image, base] : bases)
                if (image.name == written.value("attrs", Json::object()).value("name", ""))
                    base.config = std::make_shared<const image::Config>(configOf(made, options.platform));
    return bases;
}

Json shown(const std::vector<checks::Finding>& findings) {
    Json out = Json::array();
    for (const checks::Finding& finding : findings)
        out.push_back({{"RuleName", finding.rule->name}, {"Detail", finding.message}, {"Line", finding.line}});
    return out;
}

bool agree(const Json& wanted, const Json& got, bool lines) {
    return std::ranges::equal(wanted, got, [lines](const Json& one, const Json& other) {
        return one["RuleName"] == other["RuleName"] && one["Detail"] == other["Detail"] &&
               (!lines || one["Line"] == other["Line"]);
    });
}

Outcome check(const Json& test) {
    const auto tree = dockerfile::SyntaxTree::parse(test["dockerfile"].get<std::string>());
    const plan::Options options = optionsOf(test);
    const plan::Bases bases = basesOf(test, tree, options);
    const plan::BuildPlan made = plan::plan(tree, options, bases);
    const bool hasIgnore = test.contains("dockerignore") && test["dockerignore"].is_string();
    const auto ignore =
        context::Ignore::compile(context::readIgnoreFile(hasIgnore ? test["dockerignore"].get<std::string>() : ""));
    const checks::Surroundings surroundings{&bases, ignore ? &*ignore : nullptr};
    const checks::Settings settings{.family = checks::Family::BuildKit};
    const auto report = [&](checks::Scope scope) {
        const auto stop = stopOf(made, scope);
        auto found = checks::check(made, surroundings, settings, scope);
        found.error = stop || (found.error && !found.findings.empty());
        found.findings = foundBefore(stop, made, std::move(found.findings));
        return found;
    };
    const auto built = report(checks::Scope::ReachedStages);
    // A check of a target looks at what it needs alone.
    const auto all = options.target.empty() ? report(checks::Scope::AllStages) : built;
    const Json got = {{"warnings", shown(built.findings)}, {"unmarshal_warnings", shown(all.findings)}};
    const Json wanted = test["warnings"].is_array() ? test["warnings"] : Json::array();
    bool pass = agree(wanted, got["warnings"], true);
    pass = pass && agree(test["unmarshal_warnings"].is_array() ? test["unmarshal_warnings"] : wanted,
                         got["unmarshal_warnings"], false);
    if (test["build_err"].is_string() && !test["build_err"].get<std::string>().empty())
        pass = pass && built.error;
    return {pass, got};
}

}  // namespace

void addCheckCases(Kinds& kinds) { kinds["bk_checks"] = check; }

}  // namespace conformance
