// "Did you mean …?" for a word that is nearly one of a known set.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace slipway::dockerfile {

/// The candidate nearest to `word`, ignoring case; empty where none is within two edits.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);
/// "; did you mean NAME?", or ".".
[[nodiscard]] std::string suggestion(std::string_view word, std::span<const std::string_view> candidates,
                                     std::string_view prefix = {});

}  // namespace slipway::dockerfile
