#include "text/whole_lines.h"

#include <algorithm>

namespace slipway::text {

Range wholeLines(std::string_view text, Range range) {
    const std::size_t before = range.begin == 0 ? std::string_view::npos : text.rfind('\n', range.begin - 1);
    const std::size_t last = std::max(range.begin, range.end);
    const bool ended = last > range.begin && last > 0 && text[last - 1] == '\n';
    const std::size_t after = ended ? last - 1 : text.find('\n', last);
    return {before == std::string_view::npos ? 0 : before + 1,
            after == std::string_view::npos ? text.size() : after + 1};
}

}  // namespace slipway::text
