#include "plan/build_arg.h"

#include "text/say.h"

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

}  // namespace slipway::plan
