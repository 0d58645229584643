// The form of what is said in parts (say.h): STX mark pattern, (US mark part) for each part, ETX mark. A mark is 16
// random digits, so that what is in a part, the name of a file for example, can't look like one; a part may hold such
// texts in turn.
#pragma once

#include <format>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::text {

[[nodiscard]] std::string newMark();
[[nodiscard]] std::string inParts(std::string_view mark, std::string_view pattern,
                                  const std::vector<std::string>& parts);
/// Each part in words, as the pattern wants it ("{:.1f}"), by its number. Nothing where the pattern has a part within a
/// part ("{:{}}"), or one in two ways.
[[nodiscard]] std::optional<std::vector<std::string>> wordsOf(std::string_view pattern, std::format_args parts);

}  // namespace slipway::text
