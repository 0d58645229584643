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
#undef RULE
    };
    return kRules;
}

const Rule* ruleNamed(std::string_view name) {
    const auto found = std::ranges::find_if(
        rules(), [&](const Rule* rule) { return dockerfile::equalsIgnoringCase(rule->name, name); });
    return found == rules().end() ? nullptr : *found;
}

}  // namespace slipway::checks
