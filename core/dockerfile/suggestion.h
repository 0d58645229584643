// "Did you mean …?" for a word that is nearly one of a known set.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace slipway::dockerfile {

/// Whether upper and lower case differ. Where they do, a short word is not spared: `x` is near to `y`.
enum class Letters : std::uint8_t { AnyCase, Exact };
/// The candidate nearest to `word`; empty where none is within two edits.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates,
                                       Letters letters = Letters::AnyCase);
/// "; did you mean NAME?", or ".".
[[nodiscard]] std::string suggestion(std::string_view word, std::span<const std::string_view> candidates,
                                     std::string_view prefix = {});

}  // namespace slipway::dockerfile
