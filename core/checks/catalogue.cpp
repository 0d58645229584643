#include "checks/check.h"
#include "dockerfile/spaces.h"

#include <algorithm>
#include <array>

namespace slipway::checks {

extern const Rule consistentInstructionCasing, copyIgnoredFile, duplicateStageName, exposeInvalidFormat,
    exposeProtoCasing, fromAsCasing, fromPlatformFlagConstDisallowed, invalidBaseImagePlatform, invalidDefaultArgInFrom,
    invalidDefinitionDescription, jsonArgsRecommended, legacyKeyValueFormat, maintainerDeprecated,
    multipleInstructionsDisallowed, noEmptyContinuation, redundantTargetPlatform, reservedStageName,
    secretsUsedInArgOrEnv, stageNameCasing, undefinedArgInFrom, undefinedVar, workdirRelativePath;

#define RULE(code)          \
    namespace code {        \
    extern const Rule rule; \
    }
#include "checks/hadolint/rules.inc"
#include "checks/slipway/rules.inc"
#undef RULE

std::span<const Rule* const> rules() {
    static constexpr std::array kRules = {
        &consistentInstructionCasing,
        &copyIgnoredFile,
        &duplicateStageName,
        &exposeInvalidFormat,
        &exposeProtoCasing,
        &fromAsCasing,
        &fromPlatformFlagConstDisallowed,
        &invalidBaseImagePlatform,
        &invalidDefaultArgInFrom,
        &invalidDefinitionDescription,
        &jsonArgsRecommended,
        &legacyKeyValueFormat,
        &maintainerDeprecated,
        &multipleInstructionsDisallowed,
        &noEmptyContinuation,
        &redundantTargetPlatform,
        &reservedStageName,
        &secretsUsedInArgOrEnv,
        &stageNameCasing,
        &undefinedArgInFrom,
        &undefinedVar,
        &workdirRelativePath,
#define RULE(code) &code::rule,
#include "checks/hadolint/rules.inc"
#include "checks/slipway/rules.inc"
#undef RULE
    };
    return kRules;
}

const Rule* ruleNamed(std::string_view name) {
    const auto found = std::ranges::find_if(
        rules(), [&](const Rule* rule) { return dockerfile::equalsIgnoringCase(rule->name, name); });
    return found == rules().end() ? nullptr : *found;
}

namespace {

/// "StageNameCasing" → "stage-name-casing", "JSONArgsRecommended" → "json-args-recommended".
std::string withHyphens(std::string_view name) {
    const auto isUpper = [&](std::size_t i) { return i < name.size() && name[i] >= 'A' && name[i] <= 'Z'; };
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (i > 0 && isUpper(i) && (!isUpper(i - 1) || (i + 1 < name.size() && !isUpper(i + 1)))) {
            out += '-';
        }
        out += dockerfile::lowerCase(name[i]);
    }
    return out;
}

}  // namespace

std::string documentationOf(const Rule& rule) {
    if (rule.name.starts_with("SC")) {
        return "https://www.shellcheck.net/wiki/" + std::string(rule.name);
    }
    switch (rule.family) {
        case Family::BuildKit:
            return "https://docs.docker.com/reference/build-checks/" + withHyphens(rule.name) + '/';
        case Family::Hadolint:
            return "https://github.com/hadolint/hadolint/wiki/" + std::string(rule.name);
        case Family::Slipway:
            break;
    }
    return {};
}

}  // namespace slipway::checks
