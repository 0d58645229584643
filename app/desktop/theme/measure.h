// The measures of LOOK.md: a grid of 4 px, rows that grow with the font.
#pragma once

#include <QFontMetrics>

#include <algorithm>

namespace slipway::theme {

constexpr int kGrid = 4;
constexpr int kToolBarHeight = 44;
constexpr int kNumberEdge = 12;  ///< behind a number of a table, so that columns don't touch

/// 24 px for lists with the usual font.
[[nodiscard]] inline int rowHeight(const QFontMetrics& font) { return std::max(24, font.height() + 7); }
/// 22 px for the timeline.
[[nodiscard]] inline int timelineRowHeight(const QFontMetrics& font) { return std::max(22, font.height() + 5); }
/// 32 px for a panel's title.
[[nodiscard]] inline int titleHeight(const QFontMetrics& font) { return std::max(32, font.height() + 15); }

}  // namespace slipway::theme
