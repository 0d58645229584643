#include "plan/build_arg.h"

#include "plan/scope.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::plan {

Result<BuildArg> readBuildArg(std::string_view words) {
    const std::size_t sign = words.find('=');
    if (sign == 0 || words.empty()) {
        return fail(ErrorCode::Invalid, text::say("{} names no variable; write NAME=VALUE.", words));
    }
    if (sign == words.npos) {
        return BuildArg{std::string(words), std::nullopt};
    }
    return BuildArg{std::string(words.substr(0, sign)), std::string(words.substr(sign + 1))};
}

namespace {

bool isKnownWithoutArg(const std::string& name) {
    static const Scope platform = platformArguments(image::Platform::host(), {}, {});
    return name.starts_with("BUILDKIT_") || name == "SOURCE_DATE_EPOCH" || isProxyArgument(name) || platform.has(name);
}

}  // namespace

std::vector<std::string> unusedBuildArgs(const BuildPlan& plan, const Bases& bases) {
    std::vector<std::string> out;
    for (const auto& [name, value] : plan.options.buildArgs) {
        const auto declares = [&](const auto& item) { return item.name.text == name; };
        const auto inFile = [&](const auto& each) {
            const auto* arg = std::get_if<dockerfile::Arg>(each.get());
            return arg && std::ranges::any_of(arg->items, declares);
        };
        // What a trigger's words are is left open: to name it is enough.
        const auto inBase = [&](const auto& base) {
            return base.second.config &&
                   std::ranges::any_of(base.second.config->onbuild,
                                       [&](const std::string& trigger) { return trigger.contains(name); });
        };
        if (!isKnownWithoutArg(name) && std::ranges::none_of(plan.values, inFile) &&
            std::ranges::none_of(bases, inBase)) {
            out.push_back(name);
        }
    }
    return out;
}

}  // namespace slipway::plan
