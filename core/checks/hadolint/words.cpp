#include "checks/hadolint/words.h"

#include "checks/mending.h"

#include "dockerfile/spaces.h"
#include "text/say.h"

#include <algorithm>
#include <charconv>

namespace slipway::checks::hadolint {

namespace {

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Offset of the first of these characters outside `${…}`, from the given place on; npos where there is none.
std::size_t outsideBraces(std::string_view text, char wanted, std::size_t from = 0) {
    int depth = 0;
    for (std::size_t i = from; i < text.size(); ++i) {
        if (text[i] == '{' && i > 0 && text[i - 1] == '$') {
            ++depth;
        } else if (text[i] == '}' && depth > 0) {
            --depth;
        } else if (text[i] == wanted && depth == 0) {
            return i;
        }
    }
    return std::string_view::npos;
}

}  // namespace

std::string_view withoutQuotes(std::string_view word) {
    const auto isQuote = [](char c) { return c == '"' || c == '\''; };
    while (!word.empty() && isQuote(word.front())) {
        word.remove_prefix(1);
    }
    while (!word.empty() && isQuote(word.back())) {
        word.remove_suffix(1);
    }
    return word;
}

bool refersTo(std::string_view word, std::string_view name) {
    for (std::size_t at = word.find('$'); at != std::string_view::npos; at = word.find('$', at + 1)) {
        const std::string_view rest = word.substr(at + 1);
        const bool bare = rest.starts_with(name) && dockerfile::nameCharacterAt(rest, name.size()) == 0;
        const bool braced =
            rest.starts_with('{') && rest.substr(1).starts_with(name) && rest.substr(name.size() + 1).starts_with('}');
        if (bare || braced) {
            return true;
        }
    }
    return false;
}

std::string lower(std::string_view word) {
    std::string out(word);
    std::ranges::transform(out, out.begin(), dockerfile::lowerCase);
    return out;
}

bool mayBeAbsolute(std::string_view path) {
    path = withoutQuotes(path);
    return path.starts_with('/') || path.starts_with('$') ||
           (path.size() > 1 && isLetter(path.front()) && path[1] == ':');
}

ImageName imageName(std::string_view text) {
    text = withoutQuotes(text);
    ImageName out;
    if (const std::size_t at = outsideBraces(text, '@'); at != std::string_view::npos) {
        out.digest = text.substr(at + 1);
        text = text.substr(0, at);
    }
    if (const std::size_t slash = outsideBraces(text, '/'); slash != std::string_view::npos) {
        const std::string_view first = text.substr(0, slash);
        if (first.find_first_of(".:$") != std::string_view::npos || first == "localhost") {
            out.registry = first;
            text.remove_prefix(slash + 1);
        }
    }
    const std::size_t colon = outsideBraces(text, ':');
    out.path = text.substr(0, colon);
    if (colon != std::string_view::npos) {
        out.tag = text.substr(colon + 1);
    }
    return out;
}

std::optional<int> StageNames::named(const Line& line, std::string_view name) const {
    if (!m_stages) {
        m_stages.emplace();
        for (const plan::Stage& stage : m_subject.plan.stages) {
            if (!stage.name.empty()) {
                (*m_stages)[stage.name].push_back(stage.index);
            }
        }
    }
    const auto named = m_stages->find(lower(withoutQuotes(name)));
    if (named == m_stages->end()) {
        return std::nullopt;
    }
    const auto next = std::ranges::lower_bound(named->second, line.stage);
    return next == named->second.begin() ? std::nullopt : std::optional(*std::prev(next));
}

std::optional<int> StageNames::above(const Line& line, std::string_view nameOrNumber) const {
    if (const auto stage = named(line, nameOrNumber)) {
        return stage;
    }
    const std::string_view text = withoutQuotes(nameOrNumber);
    int number = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = error == std::errc{} && end == text.data() + text.size();
    return isNumber && number >= 0 && number < line.stage ? std::optional(number) : std::nullopt;
}

int parentOf(const Subject& subject, int stage) {
    const auto index = static_cast<std::size_t>(stage);
    const auto* parent = stage >= 0 && index < subject.plan.stages.size()
                             ? std::get_if<plan::FromStage>(&subject.plan.stages[index].base)
                             : nullptr;
    return parent && parent->stage < stage ? parent->stage : -1;
}

std::string shownName(const Subject& subject, int stage) {
    const auto index = static_cast<std::size_t>(stage);
    const bool named = stage >= 0 && index < subject.plan.stages.size() && !subject.plan.stages[index].name.empty();
    return named ? subject.plan.stages[index].name : std::to_string(stage);
}

std::optional<Fix> pinnedToDigest(const Subject& subject, const Finding& finding) {
    const Line* line = subject.lineAt(finding.range.begin);
    const plan::Stage* stage = line ? subject.stageOf(*line) : nullptr;
    const plan::Base* base = stage ? plan::baseOf(subject.surroundings.bases, stage->base) : nullptr;
    if (!base || base->manifest.isNull() ||
        finding.range.of(subject.tree.text()).find_first_of("\"'") != std::string_view::npos) {
        return std::nullopt;
    }
    const std::string digest = base->manifest.toString();
    // It gets no repairs from then on, so a person has to want it.
    return fixOf(text::say("Add the digest that is here: {}", digest.substr(0, digest.find(':') + 13)),
                 {{{finding.range.end, finding.range.end}, '@' + digest}}, Asked::OnRequest);
}

}  // namespace slipway::checks::hadolint
