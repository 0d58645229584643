#include "cache/paths.h"

#include <optional>

namespace slipway::cache {

std::vector<std::string_view> splitPath(std::string_view path) {
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        const std::size_t end = path.find('/');
        if (end != 0)
            parts.push_back(path.substr(0, end));
        path = end == std::string_view::npos ? std::string_view{} : path.substr(end + 1);
    }
    return parts;
}

std::string cleanPath(std::string_view path) {
    std::vector<std::string_view> kept;
    for (const std::string_view part : splitPath(path)) {
        if (part == ".")
            continue;
        if (part != "..")
            kept.push_back(part);
        else if (!kept.empty())
            kept.pop_back();
    }
    std::string out;
    for (const std::string_view part : kept) {
        if (!out.empty())
            out += '/';
        out += part;
    }
    return out;
}

std::string joinPaths(std::string_view directory, std::string_view name) {
    if (directory.empty())
        return std::string(name);
    if (name.empty())
        return std::string(directory);
    std::string out;
    out.reserve(directory.size() + 1 + name.size());
    out += directory;
    out += '/';
    out += name;
    return out;
}

std::string_view baseName(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view parentPath(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

bool hasWildcard(std::string_view name) {
    for (std::size_t i = 0; i < name.size(); ++i) {
        if (name[i] == '\\')
            ++i;
        else if (name[i] == '*' || name[i] == '?' || name[i] == '[')
            return true;
    }
    return false;
}

namespace {

/// Length of the UTF-8 character at the front: a "?" stands for one.
std::size_t characterLength(std::string_view text) {
    std::size_t length = 1;
    while (length < text.size() && (static_cast<unsigned char>(text[length]) & 0xc0U) == 0x80U)
        ++length;
    return length;
}

/// One end of a range in "[…]"; moves on. Empty where it is malformed.
std::optional<std::string_view> rangeEnd(std::string_view& pattern) {
    if (pattern.empty() || pattern.front() == '-' || pattern.front() == ']')
        return {};
    if (pattern.front() == '\\') {
        pattern.remove_prefix(1);
        if (pattern.empty())
            return {};
    }
    const std::string_view out = pattern.substr(0, characterLength(pattern));
    pattern.remove_prefix(out.size());
    return out;
}

/// Matches "[…]" at the front of the pattern against a character; moves the pattern behind it. Nothing: malformed.
std::optional<bool> matchesClass(std::string_view& pattern, std::string_view character) {
    pattern.remove_prefix(1);
    bool negated = false;
    if (pattern.starts_with('^')) {
        negated = true;
        pattern.remove_prefix(1);
    }
    bool matched = false;
    for (bool first = true;; first = false) {
        if (pattern.starts_with(']') && !first)
            break;
        const auto low = rangeEnd(pattern);
        if (!low)
            return {};
        auto high = low;
        if (pattern.starts_with('-')) {
            pattern.remove_prefix(1);
            high = rangeEnd(pattern);
            if (!high)
                return {};
        }
        matched = matched || (*low <= character && character <= *high);
    }
    pattern.remove_prefix(1);
    return matched != negated;
}

}  // namespace

bool matchesGlob(std::string_view pattern, std::string_view name) {
    // The last "*" and where it was tried: going back to it alone is enough.
    std::optional<std::string_view> starPattern;
    std::string_view starName;
    while (true) {
        bool good = false;
        if (pattern.empty()) {
            if (name.empty())
                return true;
        } else if (pattern.front() == '*') {
            pattern.remove_prefix(1);
            starPattern = pattern;
            starName = name;
            continue;
        } else if (!name.empty()) {
            const std::string_view character = name.substr(0, characterLength(name));
            if (pattern.front() == '[') {
                const auto matched = matchesClass(pattern, character);
                if (!matched)
                    return false;
                good = *matched;
            } else if (pattern.front() == '?') {
                pattern.remove_prefix(1);
                good = true;
            } else {
                if (pattern.front() == '\\') {
                    pattern.remove_prefix(1);
                    if (pattern.empty())
                        return false;
                }
                good = pattern.front() == name.front();
                pattern.remove_prefix(1);
                if (good) {
                    name.remove_prefix(1);
                    continue;
                }
            }
            if (good)
                name.remove_prefix(character.size());
        }
        if (good)
            continue;
        if (!starPattern || starName.empty())
            return false;
        starName.remove_prefix(characterLength(starName));
        name = starName;
        pattern = *starPattern;
    }
}

}  // namespace slipway::cache
