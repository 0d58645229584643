// A list of completions while it is made. Internal to core/language.
#pragma once

#include "language/completion.h"
#include "language/cursor.h"
#include "language/names.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::language {

/// The place that is completed, what is known of it, and what was found so far.
class CompletionDraft {
public:
    CompletionDraft(const plan::BuildPlan& plan, const Surroundings& surroundings, std::size_t offset);

    /// Adds one that begins as `partial` does, once; nullptr where it does not.
    Completion* add(CompletionKind kind, std::string_view label, std::string_view partial,
                    std::string_view detail = {});
    template <class List>
    void addAll(CompletionKind kind, const List& list, std::string_view partial) {
        for (const std::string_view each : list)
            add(kind, each, partial);
    }

    const plan::BuildPlan& m_plan;
    const dockerfile::SyntaxTree& m_tree;
    const Surroundings& m_surroundings;
    std::size_t m_offset;
    Cursor m_cursor;
    dockerfile::Outline m_outline;
    int m_stage;  ///< that the place is in; -1: none
    std::vector<Completion> m_out;
    std::set<std::string, std::less<>> m_seen;
};

}  // namespace slipway::language
