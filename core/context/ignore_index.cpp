#include "context/ignore_index.h"

#include <algorithm>

namespace slipway::context {

namespace {

bool plain(std::string_view text) { return text.find_first_of("*?[\\^") == std::string_view::npos; }

std::string_view firstName(std::string_view path) { return path.substr(0, path.find('/')); }
std::string_view lastName(std::string_view path) { return path.substr(path.rfind('/') + 1); }

// ".txt" of "a.b.txt": from the last dot of the last name on.
std::string_view ending(std::string_view path) {
    const std::string_view name = lastName(path);
    const std::size_t dot = name.rfind('.');
    return dot == std::string_view::npos ? std::string_view() : name.substr(dot);
}

// A "/" stands before the pattern's last name, and not one that the "**" of "a**/b" or "a**/**/b" takes: these match
// "ab", too.
bool standsAlone(std::string_view last, std::string_view pattern) {
    if (last.size() == pattern.size() || pattern[pattern.size() - last.size() - 1] != '/') {
        return false;
    }
    std::string_view before = pattern.substr(0, pattern.size() - last.size() - 1);
    while (before.ends_with("/**")) {
        before.remove_suffix(3);
    }
    return !before.ends_with("**") || before.size() == 2;
}

void tryAll(const std::vector<int>& numbers, std::string_view path, const std::vector<Glob>& globs, int& best) {
    for (auto it = numbers.rbegin(); it != numbers.rend() && *it > best; ++it) {
        if (globs[static_cast<std::size_t>(*it)].matches(path)) {
            best = *it;
            return;
        }
    }
}

}  // namespace

void IgnoreIndex::add(int number, std::string_view text, const Glob& glob) {
    const std::string_view first = firstName(text);
    const std::string_view last = lastName(text);
    if (glob.isLiteral()) {
        m_whole[glob.literal()].push_back(number);
    } else if (first != text && plain(first)) {
        m_firstName[std::string(first)].push_back(number);
    } else if (plain(last) && standsAlone(last, text)) {
        m_lastName[std::string(last)].push_back(number);
    } else if (const std::string_view end = ending(text); !end.empty() && plain(end)) {
        m_ending[std::string(end)].push_back(number);
    } else {
        m_rest.push_back(number);
    }
}

template <class Take>
void IgnoreIndex::eachBucket(std::string_view path, Take take) const {
    const auto look = [&](const Buckets& buckets, std::string_view key) {
        if (!buckets.empty()) {
            if (const auto found = buckets.find(key); found != buckets.end()) {
                take(found->second);
            }
        }
    };
    look(m_whole, path);
    look(m_firstName, firstName(path));
    look(m_lastName, lastName(path));
    look(m_ending, ending(path));
    take(m_rest);
}

int IgnoreIndex::last(std::string_view path, const std::vector<Glob>& globs, int above) const {
    int best = above;
    eachBucket(path, [&](const std::vector<int>& numbers) { tryAll(numbers, path, globs, best); });
    return best > above ? best : -1;
}

std::vector<int> IgnoreIndex::all(std::string_view path, const std::vector<Glob>& globs, int above) const {
    std::vector<int> out;
    eachBucket(path, [&](const std::vector<int>& numbers) {
        for (auto it = numbers.rbegin(); it != numbers.rend() && *it > above; ++it) {
            if (globs[static_cast<std::size_t>(*it)].matches(path)) {
                out.push_back(*it);
            }
        }
    });
    std::ranges::sort(out);
    return out;
}

}  // namespace slipway::context
