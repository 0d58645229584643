#include "checks/hadolint/archives.h"

#include <algorithm>
#include <array>

namespace slipway::checks::hadolint {

bool isArchive(std::string_view path) {
    static constexpr std::array<std::string_view, 17> kEnds = {".tar", ".gz",  ".bz2", ".lz",  ".lzma", ".xz",
                                                               ".zst", ".Z",   ".tgz", ".tb2", ".tbz",  ".tbz2",
                                                               ".tlz", ".tpz", ".txz", ".tZ",  ".tzst"};
    return std::ranges::any_of(kEnds, [&](std::string_view end) { return path.ends_with(end); });
}

}  // namespace slipway::checks::hadolint
