#include "language/completion_draft.h"

#include "dockerfile/spaces.h"

#include <algorithm>

namespace slipway::language {

namespace {

bool beginsAs(std::string_view whole, std::string_view partial) {
    return whole.size() >= partial.size() && dockerfile::equalsIgnoringCase(whole.substr(0, partial.size()), partial);
}

}  // namespace

CompletionDraft::CompletionDraft(const plan::BuildPlan& plan, const Surroundings& surroundings, std::size_t offset)
    : m_plan(plan),
      m_tree(*plan.tree),
      m_surroundings(surroundings),
      m_offset(std::min(offset, plan.tree->text().size())),
      m_cursor(cursorAt(m_tree, m_offset)),
      m_outline(dockerfile::outline(m_tree)),
      m_stage(stageAt(m_outline, m_offset)) {}

Completion* CompletionDraft::add(CompletionKind kind, std::string_view label, std::string_view partial,
                                 std::string_view detail) {
    if (!beginsAs(label, partial) || !m_seen.emplace(label).second)
        return nullptr;
    m_out.push_back({kind,
                     std::string(label),
                     std::string(detail),
                     {},
                     std::string(label),
                     false,
                     false,
                     {m_offset - partial.size(), m_offset}});
    return &m_out.back();
}

}  // namespace slipway::language
