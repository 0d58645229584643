// Amounts in words for terminals and messages: "436 MB", "9.4 s", "1 min 12 s".
#pragma once

#include <cstdint>
#include <string>

namespace slipway::text {

/// Decimal units, as Docker counts: "14 B", "4 kB", "72.9 MB", "436 MB", "1.24 GB".
[[nodiscard]] std::string bytesText(std::uint64_t bytes);
/// The same with its sign: "+64 MB", "−12 kB", "±0 B".
[[nodiscard]] std::string bytesDifferenceText(std::int64_t bytes);
/// "0.1 s", "9.4 s", "41 s", "1 min 12 s", "2 h 5 min".
[[nodiscard]] std::string durationText(std::int64_t milliseconds);

}  // namespace slipway::text
