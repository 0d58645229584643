#include "editor/squiggles.h"

#include "theme/theme.h"

#include <KTextEditor/Attribute>
#include <KTextEditor/Document>
#include <KTextEditor/MovingRange>

namespace slipway::editor {
namespace {

theme::Role roleOf(checks::Severity severity) {
    switch (severity) {
        case checks::Severity::Error:
            return theme::Role::Failed;
        case checks::Severity::Warning:
            return theme::Role::Rebuild;
        case checks::Severity::Info:
        case checks::Severity::Style:
            break;
    }
    return theme::Role::Faint;
}

}  // namespace

Squiggles::Squiggles(KTextEditor::Document& document, const theme::Theme& theme)
    : m_document(document), m_theme(theme) {}

Squiggles::~Squiggles() = default;

std::vector<KTextEditor::Range> Squiggles::ranges() const {
    std::vector<KTextEditor::Range> out;
    for (const auto& range : m_ranges)
        out.push_back(range->toRange());
    return out;
}

void Squiggles::recolor() { set(std::exchange(m_problems, {})); }

void Squiggles::set(const std::vector<project::Problem>& problems) {
    // The same, and where they were put: a text that is replaced as a whole takes its ranges with it.
    if (problems == m_problems && ranges() == m_placed)
        return;
    m_problems = problems;
    m_ranges.clear();
    m_placed.clear();
    for (const project::Problem& problem : problems) {
        KTextEditor::Attribute::Ptr attribute(new KTextEditor::Attribute);
        // What is only a matter of taste gets dots.
        attribute->setUnderlineStyle(problem.severity > checks::Severity::Warning ? QTextCharFormat::DotLine
                                                                                  : QTextCharFormat::WaveUnderline);
        attribute->setUnderlineColor(m_theme.color(roleOf(problem.severity)));
        attribute->setToolTip(problem.message);
        KTextEditor::Range range(problem.line - 1, problem.column - 1, problem.endLine - 1, problem.endColumn - 1);
        if (range.isEmpty())
            range.setEnd({range.start().line(), range.start().column() + 1});
        if (range.end().line() >= m_document.lines())  // of a last line that has no end
            range.setEnd(m_document.documentEnd());
        auto& added = m_ranges.emplace_back(m_document.newMovingRange(range));
        m_placed.push_back(added->toRange());
        added->setAttribute(attribute);
        added->setZDepth(-10);
    }
}

}  // namespace slipway::editor
