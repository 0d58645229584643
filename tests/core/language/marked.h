// A text with marks: ^ is a place, [[ … ]] a range; the text itself is without them.
#pragma once

#include "text/position.h"

#include <string>
#include <string_view>
#include <vector>

struct Marked {
    explicit Marked(std::string_view source) {
        for (std::size_t i = 0; i < source.size(); ++i) {
            if (source[i] == '^') {
                places.push_back(text.size());
            } else if (source.substr(i).starts_with("[[")) {
                ranges.push_back({text.size(), text.size()});
                ++i;
            } else if (source.substr(i).starts_with("]]")) {
                ranges.back().end = text.size();
                ++i;
            } else {
                text += source[i];
            }
        }
    }
    [[nodiscard]] std::size_t place() const { return places.at(0); }

    std::string text;
    std::vector<std::size_t> places;
    std::vector<slipway::text::Range> ranges;
};
