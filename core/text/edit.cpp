#include "text/edit.h"

namespace slipway::text {

std::string apply(std::string_view text, std::span<const Edit> edits) {
    std::string out;
    out.reserve(text.size());
    std::size_t at = 0;
    for (const Edit& edit : edits) {
        out += text.substr(at, edit.range.begin - at);
        out += edit.replacement;
        at = edit.range.end;
    }
    out += text.substr(at);
    return out;
}

}  // namespace slipway::text
