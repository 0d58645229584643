#include "language/surroundings.h"

#include "plan/step_text.h"

namespace slipway::language {

std::optional<ContextEntry> Surroundings::find(std::string_view path) const {
    if (!context)
        return {};
    const std::string clean = plan::joinPath("/", path).substr(1);
    if (clean.empty())
        return ContextEntry{"", true, 0};
    const std::size_t slash = clean.rfind('/');
    const std::string folder = slash == std::string::npos ? std::string{} : clean.substr(0, slash);
    const std::string name = slash == std::string::npos ? clean : clean.substr(slash + 1);
    for (ContextEntry& entry : context(folder))
        if (entry.name == name)
            return std::move(entry);
    return {};
}

}  // namespace slipway::language
