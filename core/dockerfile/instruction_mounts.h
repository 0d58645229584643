// The options of RUN --mount and --device. Internal to core/dockerfile but for readDevice.
#pragma once

#include "dockerfile/instruction.h"
#include "dockerfile/instruction_flags.h"

namespace slipway::dockerfile {

/// Reads `type=cache,target=/x,…`. Values with variables are kept as they stand.
[[nodiscard]] Checked<Mount> readMount(const Word& value);
/// Fields at commas; a field in double quotes may hold commas, and `""` in it is a quote. nullopt for a broken quote.
[[nodiscard]] std::optional<std::vector<std::string>> commaFields(std::string_view text);

/// `--device`: a name (vendor/class=name, or a class) and whether the build fails without it.
struct Device {
    std::string name;
    bool required = false;
};
[[nodiscard]] Checked<Device> readDevice(const Word& value);

}  // namespace slipway::dockerfile
