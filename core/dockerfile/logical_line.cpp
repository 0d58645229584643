#include "dockerfile/logical_line.h"

#include <algorithm>

namespace slipway::dockerfile {

namespace {

std::size_t entryOf(const SourceMap& map, std::size_t at) {
    if (map.size() < 2)
        return 0;
    const auto after = std::ranges::upper_bound(map, at, {}, &std::pair<std::size_t, std::size_t>::first);
    return after == map.begin() ? 0 : static_cast<std::size_t>(after - map.begin()) - 1;
}

}  // namespace

std::size_t sourceOffset(const SourceMap& map, std::size_t at) {
    if (map.empty())
        return at;
    const auto& [joined, source] = map[entryOf(map, at)];
    return source + (at - std::min(at, joined));
}

text::Range sourceRange(const SourceMap& map, std::size_t begin, std::size_t end) {
    const std::size_t first = sourceOffset(map, begin);
    return {first, end > begin ? sourceOffset(map, end - 1) + 1 : first};
}

SourceMap partOf(const SourceMap& map, std::size_t begin, std::size_t end) {
    SourceMap out;
    out.emplace_back(0, sourceOffset(map, begin));
    if (map.empty())
        return out;
    for (std::size_t i = entryOf(map, begin) + 1; i < map.size() && map[i].first < end; ++i)
        out.emplace_back(map[i].first - begin, map[i].second);
    return out;
}

}  // namespace slipway::dockerfile
