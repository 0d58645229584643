// Wavy lines below what is wrong; they follow edits until the next analysis.
#pragma once

#include "project/analysis.h"

#include <KTextEditor/Range>

#include <memory>
#include <vector>

namespace KTextEditor {
class Document;
class MovingRange;
}  // namespace KTextEditor
namespace slipway::theme {
class Theme;
}

namespace slipway::editor {

/// GUI thread; the document outlives it.
class Squiggles {
public:
    Squiggles(KTextEditor::Document& document, const theme::Theme& theme);
    ~Squiggles();
    void set(const std::vector<project::Problem>& problems);
    void recolor();
    /// Where they are by now, in the problems' order.
    [[nodiscard]] std::vector<KTextEditor::Range> ranges() const;

private:
    KTextEditor::Document& m_document;
    const theme::Theme& m_theme;
    std::vector<project::Problem> m_problems;
    std::vector<std::unique_ptr<KTextEditor::MovingRange>> m_ranges;
    std::vector<KTextEditor::Range> m_placed;  ///< where they were at first
};

}  // namespace slipway::editor
