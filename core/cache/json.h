// The one door to the JSON library in core/cache.
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace slipway::cache {

using Json = nlohmann::json;

/// A member of an object, or `otherwise` where it is missing or of another type; never throws.
template <class T>
[[nodiscard]] T member(const Json& object, const char* name, T otherwise) {
    if (!object.is_object())
        return otherwise;
    const auto it = object.find(name);
    if (it == object.end())
        return otherwise;
    if constexpr (std::is_same_v<T, std::string>) {
        return it->is_string() ? it->template get<std::string>() : otherwise;
    } else {
        return it->is_number_integer() ? it->template get<T>() : otherwise;
    }
}

}  // namespace slipway::cache
