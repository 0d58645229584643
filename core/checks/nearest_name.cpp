#include "checks/nearest_name.h"

#include "checks/mending.h"
#include "dockerfile/spaces.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks {

namespace {

/// Where `$NAME` or `${NAME…}` stands in a word: the name.
std::vector<text::Range> usesOf(std::string_view name, std::string_view text, text::Range word) {
    std::vector<text::Range> out;
    for (std::size_t at = word.begin; (at = text.find('$', at)) < word.end; ++at) {
        const std::size_t begin = at + (text.substr(at + 1).starts_with('{') ? 2 : 1);
        const std::size_t end = begin + name.size();
        if (end <= word.end && text.substr(begin, name.size()) == name &&
            (end == word.end || dockerfile::nameCharacterAt(text, end) == 0)) {
            out.push_back({begin, end});
        }
    }
    return out;
}

std::string messageOf(const plan::UnsetVariable& unset) {
    if (unset.inFrom) {
        return unset.nearest.empty()
                   ? text::say("FROM argument '{}' is not declared", unset.name)
                   : text::say("FROM argument '{}' is not declared (did you mean {}?)", unset.name, unset.nearest);
    }
    return unset.nearest.empty()
               ? text::say("Usage of undefined variable '${}'", unset.name)
               : text::say("Usage of undefined variable '${}' (did you mean ${}?)", unset.name, unset.nearest);
}

}  // namespace

Finding findingOf(const plan::UnsetVariable& unset) {
    return {.message = messageOf(unset),
            .range = unset.range,
            .line = unset.line,
            .endLine = unset.endLine,
            .stage = unset.stage};
}

std::optional<Fix> withNearestName(const Subject& subject, const Finding& finding) {
    const auto unset = std::ranges::find_if(subject.plan.unset, [&](const plan::UnsetVariable& each) {
        return each.range == finding.range && messageOf(each) == finding.message;
    });
    if (unset == subject.plan.unset.end() || unset->nearest.empty()) {
        return std::nullopt;
    }
    std::vector<text::Edit> edits;
    for (const text::Range use : usesOf(unset->name, subject.tree.text(), unset->range)) {
        edits.push_back({use, unset->nearest});
    }
    // HOST is near to PORT as well: which one is meant is for who wrote it to say.
    return fixOf(text::say("Write {}", unset->nearest), std::move(edits), Asked::OnRequest);
}

}  // namespace slipway::checks
