#include "image/config.h"

#include <algorithm>

namespace slipway::image {

namespace {

auto findVariable(auto& env, std::string_view name) {
    return std::ranges::find_if(env, [name](const std::string& item) {
        return item.size() > name.size() && item.starts_with(name) && item[name.size()] == '=';
    });
}

}  // namespace

std::optional<std::string> Config::environment(std::string_view name) const {
    const auto found = findVariable(env, name);
    return found == env.end() ? std::nullopt : std::optional(found->substr(name.size() + 1));
}

void Config::setEnvironment(std::string_view name, std::string_view value) {
    std::string item = std::string(name) + "=" + std::string(value);
    if (const auto found = findVariable(env, name); found != env.end()) {
        *found = std::move(item);
    } else {
        env.push_back(std::move(item));
    }
}

}  // namespace slipway::image
