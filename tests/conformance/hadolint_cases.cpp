// hadolint: which of its rules find something.
#include "cases.h"
#include "checks/shellcheck.h"

namespace conformance {

using namespace slipway;

namespace {

checks::LabelFormat formatNamed(const std::string& name) {
    using enum checks::LabelFormat;
    static const std::map<std::string, checks::LabelFormat> kFormats = {
        {"", Text},     {"text", Text},       {"rawtext", Text}, {"url", Url},    {"semver", Semver},
        {"hash", Hash}, {"rfc3339", Rfc3339}, {"spdx", Spdx},    {"email", Email}};
    return kFormats.at(name);
}

checks::Settings settingsOf(const Json& config) {
    checks::Settings settings{.family = checks::Family::Hadolint, .everyRule = true};
    settings.trustedRegistries = config.value("allowedRegistries", std::vector<std::string>());
    settings.strictLabels = config.value("strictLabels", false);
    settings.ignorePragmas = !config.value("disableIgnorePragma", false);
    const Json labels = config.value("labelSchema", Json::object());
    for (const auto& [label, format] : labels.items())
        settings.labels[label] = formatNamed(format.get<std::string>());
    return settings;
}

bool isOf(std::string_view rule, std::string_view wanted) {
    return wanted == "*" || rule == wanted || (wanted.ends_with('*') && rule.starts_with(wanted.substr(0, 2)));
}

Outcome lint(const Json& test) {
    const plan::BuildPlan made =
        plan::plan(dockerfile::SyntaxTree::parse(test["dockerfile"].get<std::string>()), {.all = true}, {});
    static const checks::ShellcheckRunner kShellcheck = checks::installedShellcheck();
    const bool wantsShellcheck = isOf("SC", test["rule"].get<std::string>());
    const checks::Surroundings surroundings{.shellcheck = wantsShellcheck ? &kShellcheck : nullptr};
    const auto found = checks::check(made, surroundings, settingsOf(test.value("config", Json::object()))).findings;
    Json got = Json::array();
    int count = 0;
    for (const checks::Finding& finding : found) {
        got.push_back({{"rule", finding.rule->name}, {"line", finding.line}, {"message", finding.message}});
        count += isOf(finding.rule->name, test["rule"].get<std::string>()) ? 1 : 0;
    }
    const bool agrees = test["expect"].get<bool>() == (count > 0);
    return {agrees && (test["count"].is_null() || test["count"].get<int>() == count), got};
}

}  // namespace

void addHadolintCases(Kinds& kinds) { kinds["hadolint"] = lint; }

}  // namespace conformance
