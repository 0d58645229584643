// What is folded in a view, by the only way that the component's public interface has: the settings of its session.
#pragma once

#include <vector>

namespace KTextEditor {
class View;
}

namespace slipway::editor {

/// Lines that are folded away, or have a mark that says they can be; the first one stays in view.
struct Fold {
    int line = 0, endLine = 0;  ///< 0-based, inclusive
    bool closed = true;
    [[nodiscard]] bool has(int other) const { return line <= other && other <= endLine; }
    friend bool operator==(const Fold&, const Fold&) = default;
};

/// By line, the larger of two first.
[[nodiscard]] inline bool isBefore(const Fold& a, const Fold& b) {
    return a.line != b.line ? a.line < b.line : a.endLine > b.endLine;
}

/// In order. GUI thread. Not while the view reads its settings: what it says in signals then
/// would be lost.
[[nodiscard]] std::vector<Fold> foldsOf(KTextEditor::View& view);

/// These and no others: of two one has to hold the other, or none of its lines. Cursors, selections and the line at the
/// top stay; a cursor in a closed one comes to the line of it that is in view, and of several only the first. Takes
/// about a tenth of a millisecond for each, and more for each of many. GUI thread.
void setFolds(KTextEditor::View& view, std::vector<Fold> folds);

}  // namespace slipway::editor
