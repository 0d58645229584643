#include "text/quantity.h"

#include "text/say.h"

#include <array>
#include <format>

namespace slipway::text {

namespace {

/// With the language's own decimal mark.
std::string decimal(double value, int digits) {
    std::string out = std::format("{:.{}f}", value, digits);
    if (const std::size_t mark = out.find('.'); mark != std::string::npos) {
        out.replace(mark, 1, say("."));
    }
    return out;
}

}  // namespace

std::string bytesText(std::uint64_t bytes) {
    if (bytes < 1000) {
        return std::format("{} B", bytes);
    }
    static constexpr std::array units{"kB", "MB", "GB", "TB", "PB", "EB"};
    double value = static_cast<double>(bytes) / 1000;
    std::size_t unit = 0;
    while (value >= 999.5 && unit + 1 < units.size()) {
        value /= 1000;
        ++unit;
    }
    const int digits = unit == 0 || value >= 99.95 ? 0 : (value >= 9.995 || unit < 2 ? 1 : 2);
    return decimal(value, digits) + " " + units[unit];
}

std::string bytesDifferenceText(std::int64_t bytes) {
    if (bytes == 0) {
        return "±0 B";
    }
    const auto magnitude =
        bytes < 0 ? std::uint64_t{0} - static_cast<std::uint64_t>(bytes) : static_cast<std::uint64_t>(bytes);
    return (bytes < 0 ? "−" : "+") + bytesText(magnitude);
}

std::string durationText(std::int64_t milliseconds) {
    if (milliseconds < 9'950) {
        return decimal(static_cast<double>(milliseconds) / 1000, 1) + " s";
    }
    const std::int64_t seconds = (milliseconds + 500) / 1000;
    if (seconds < 60) {
        return std::format("{} s", seconds);
    }
    if (seconds < 3600) {
        return std::format("{} min {} s", seconds / 60, seconds % 60);
    }
    return std::format("{} h {} min", seconds / 3600, seconds % 3600 / 60);
}

}  // namespace slipway::text
