#include "layer/names.h"

namespace slipway::layer {

std::optional<std::string> cleanName(std::string_view name) {
    std::string clean;
    clean.reserve(name.size());
    while (!name.empty()) {
        const std::size_t slash = name.find('/');
        const std::string_view part = name.substr(0, slash);
        name.remove_prefix(slash == std::string_view::npos ? name.size() : slash + 1);
        if (part.empty() || part == ".") {
            continue;
        }
        if (part == "..") {
            if (clean.empty()) {
                return std::nullopt;
            }
            clean.resize(parentOf(clean).size());
            continue;
        }
        if (!clean.empty()) {
            clean += '/';
        }
        clean += part;
    }
    return clean;
}

std::string_view parentOf(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

std::string_view baseOf(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool isAtOrBelow(std::string_view path, std::string_view folder) {
    return folder.empty() || path == folder ||
           (path.starts_with(folder) && path.size() > folder.size() && path[folder.size()] == '/');
}

}  // namespace slipway::layer
