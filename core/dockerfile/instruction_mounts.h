// The options of RUN --mount and --device. Internal to core/dockerfile but for readMount and readDevice.
#pragma once

#include "dockerfile/instruction.h"
#include "dockerfile/instruction_flags.h"

#include <functional>

namespace slipway::dockerfile {

/// Gives a word's variables their values.
using Expander = std::function<Checked<std::string>(const std::string& word)>;

/// Reads `type=cache,target=/x,…`. Without an expander, what a variable decides is left out, and what depends on it not
/// checked: see Mount::deferred.
[[nodiscard]] Checked<Mount> readMount(const Word& value, const Expander& expand = {});
/// Fields at commas; a field in double quotes may hold commas, and `""` in it is a quote. nullopt for a broken quote.
[[nodiscard]] std::optional<std::vector<std::string>> commaFields(std::string_view text);

/// `--device`: a name (vendor/class=name, or a class; empty where only other options stand there, which no build has a
/// use for) and whether the build fails without it.
struct Device {
    std::string name;
    bool required = false;
};
[[nodiscard]] Checked<Device> readDevice(const Word& value);

}  // namespace slipway::dockerfile
