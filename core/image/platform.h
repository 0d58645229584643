// Operating system and architecture of an image: "linux/amd64", "linux/arm/v7".
#pragma once

#include <compare>
#include "text/error.h"

#include <string>
#include <string_view>

namespace slipway::image {

struct Platform {
    std::string os = "linux";
    std::string architecture;
    std::string variant;

    /// A system's version, as in "windows(10.0.17763)/amd64", is left out.
    static Result<Platform> parse(std::string_view text);
    /// The machine this runs on.
    static Platform host();
    [[nodiscard]] std::string toString() const;
    friend auto operator<=>(const Platform&, const Platform&) = default;
};

}  // namespace slipway::image
