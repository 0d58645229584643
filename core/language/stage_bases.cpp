#include "language/stage_bases.h"

#include "dockerfile/spaces.h"
#include "language/names.h"
#include "shell/characters.h"

#include <algorithm>
#include <string>

namespace slipway::language {

namespace {

using dockerfile::NameValue;
using dockerfile::Outline;

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), dockerfile::lowerCase);
    return out;
}

/// The ARG above the first FROM that gives all of a word its default; nullptr where there is none.
const NameValue* argumentOf(const Outline& outline, std::string_view word) {
    if (!word.starts_with('$'))
        return nullptr;
    word.remove_prefix(1);
    if (word.starts_with('{') && word.ends_with('}'))
        word = word.substr(1, word.size() - 2);
    const NameValue* found = nullptr;
    for (const auto& instruction : outline.global)
        for (const NameValue& pair : instruction->pairs)
            if (pair.name.text == word && pair.hasSeparator)
                found = &pair;
    return found;
}

/// The value's place without quotes around it.
text::Range plainRange(const NameValue& pair) {
    const std::string& text = pair.value.text;
    const bool quoted =
        text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front();
    return quoted ? text::Range{pair.value.range.begin + 1, pair.value.range.end - 1} : pair.value.range;
}

}  // namespace

std::vector<StageBases> stageBases(const dockerfile::SyntaxTree& tree, const Outline& outline) {
    std::vector<StageBases> out;
    for (const dockerfile::StageOutline& stage : outline.stages) {
        StageBases& made = out.emplace_back();
        if (stage.baseStage >= 0) {
            made.stages.push_back(stage.baseStage);
        } else if (const NameValue* const argument = argumentOf(outline, stage.base)) {
            const text::Range range = plainRange(*argument);
            const int named = stageNamed(outline, range.of(tree.text()), stage.index, false);
            if (named >= 0) {
                made.stages.push_back(named);
                made.argument = range;
            }
        } else if (stage.base.contains('$')) {
            for (const dockerfile::StageOutline& other : outline.stages)
                if (other.index < stage.index && mayBecome(stage.base, other.name))
                    made.stages.push_back(other.index);
        }
    }
    return out;
}

bool mayBecome(std::string_view word, std::string_view name) {
    std::vector<std::string> pieces(1);  // what stands between variables
    for (std::size_t at = 0; at < word.size(); ++at) {
        if (word[at] != '$') {
            pieces.back() += dockerfile::lowerCase(word[at]);
            continue;
        }
        if (word.substr(at + 1).starts_with('{'))
            at = std::min(word.find('}', at), word.size());
        else
            while (at + 1 < word.size() && shell::isName(word[at + 1]))
                ++at;
        pieces.emplace_back();
    }
    const std::string whole = lower(name);
    if (pieces.size() < 2 || std::ranges::all_of(pieces, &std::string::empty) || !whole.starts_with(pieces.front()))
        return false;
    std::size_t at = pieces.front().size();
    for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
        at = whole.find(pieces[i], at);
        if (at == std::string::npos)
            return false;
        at += pieces[i].size();
    }
    return whole.size() >= at + pieces.back().size() && whole.ends_with(pieces.back());
}

}  // namespace slipway::language
