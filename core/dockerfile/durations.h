// Durations and sizes as Docker's options write them: "1m30s", "64m".
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>

namespace slipway::dockerfile {

/// "300ms", "-1.5h", "2h45m", "0"; units ns, us, µs, ms, s, m, h. nullopt for anything else or where it doesn't fit.
[[nodiscard]] std::optional<std::chrono::nanoseconds> readDuration(std::string_view text);
/// "64m", "1.5GiB", "1024": bytes, units of 1024. nullopt for anything else, negative ones included.
[[nodiscard]] std::optional<std::uint64_t> readSize(std::string_view text);
/// "1", "t", "true", "0", "f", "false" in the usual spellings.
[[nodiscard]] std::optional<bool> readBoolean(std::string_view text);

}  // namespace slipway::dockerfile
