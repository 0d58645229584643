// Which distribution a stage stands on, as far as the file tells. Internal to core/checks.
#pragma once

#include "checks/hadolint/commands.h"

namespace slipway::checks::hadolint {

enum class Distribution : std::uint8_t {
    Unknown,
    Busybox,  ///< Alpine and its like: ash, and the tools of busybox
    Gnu,      ///< Debian, Fedora, SUSE and theirs: bash is there
};
/// By the name of the image that the line's stage stands on, and by the package managers that its RUNs call.
[[nodiscard]] Distribution distributionOf(const Subject& subject, const Line& line);

}  // namespace slipway::checks::hadolint
