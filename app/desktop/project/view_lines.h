// Where a text's lines stand in a view that breaks those which are too long for it.
#pragma once

#include "project/places.h"

#include <QStringView>

#include <optional>
#include <vector>

namespace slipway::project {

struct Problem;

/// A value; any thread. As it is made, and for nearly every text, both are the same.
class ViewLines {
public:
    ViewLines() = default;
    /// None where `shown` is anything but the text with line ends put in.
    [[nodiscard]] static std::optional<ViewLines> between(QStringView text, QStringView shown);

    [[nodiscard]] bool areText() const { return m_breaks.empty(); }
    [[nodiscard]] Place shownAt(Place inText) const;
    [[nodiscard]] Place inText(Place shown) const;
    /// Of the first part of a line, and of its last.
    [[nodiscard]] int shownAt(int line) const { return shownAt(Place{line, 1}).line; }
    [[nodiscard]] int shownEnd(int line) const { return shownAt(line + 1) - 1; }
    [[nodiscard]] int inText(int shownLine) const { return inText(Place{shownLine, 1}).line; }
    /// With places as they are shown; of the text itself only, not of other files.
    [[nodiscard]] std::vector<Problem> shown(std::vector<Problem> problems) const;

    friend bool operator==(const ViewLines&, const ViewLines&) = default;

private:
    /// Here, in the text, the view begins another line.
    struct Break {
        int line = 1, column = 1;
        friend auto operator<=>(const Break&, const Break&) = default;
    };
    std::vector<Break> m_breaks;  ///< in order
};

}  // namespace slipway::project
