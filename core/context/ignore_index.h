// Which of many patterns can match a path at all, without trying each.
#pragma once

#include "context/glob.h"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace slipway::context {

/// Patterns by what their text demands of a path: the whole of it, its first name, its last name, its ending; the rest
/// are tried on every path. Immutable once filled.
class IgnoreIndex {
public:
    /// `text` is the cleaned pattern behind `glob`; numbers ascend.
    void add(int number, std::string_view text, const Glob& glob);
    /// The greatest number above `above` whose glob matches this very path, else -1.
    [[nodiscard]] int last(std::string_view path, const std::vector<Glob>& globs, int above) const;
    /// All of them, ascending.
    [[nodiscard]] std::vector<int> all(std::string_view path, const std::vector<Glob>& globs, int above) const;

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    using Buckets = std::unordered_map<std::string, std::vector<int>, Hash, std::equal_to<>>;

    /// Calls `take` for each list of numbers that the path is to be tried with.
    template <class Take>
    void eachBucket(std::string_view path, Take take) const;

    Buckets m_whole, m_firstName, m_lastName, m_ending;
    std::vector<int> m_rest;
};

}  // namespace slipway::context
