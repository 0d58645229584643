// Comments that silence a rule, written or lengthened.
#include "checks/fix.h"
#include "checks/hadolint/pragmas.h"
#include "checks/mending.h"

#include "dockerfile/directives.h"
#include "dockerfile/spaces.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks {

namespace {

bool isHadolints(const Rule& rule) { return rule.family == Family::Hadolint; }
/// A comment of hadolint's means nothing where the settings say so; what was asked for can't be skipped, but asked for
/// no longer.
bool mayBeIgnored(const Rule& rule, const Settings& settings) {
    return !rule.experimental && (!isHadolints(rule) || settings.ignorePragmas);
}

/// The value of `# check=…`, in the text; nullopt for any other comment.
std::optional<text::Range> checkValue(std::string_view text, text::Range comment) {
    const auto read = dockerfile::readDirectiveLine(comment.of(text));
    if (!read || read->name != "check" || !isAtLineBegin(text, comment.begin)) {
        return std::nullopt;
    }
    return text::Range{comment.begin + comment.of(text).find('=') + 1, comment.end};
}

/// Puts a name on the skip list of a value of `check=`, which gets one where it has none.
text::Edit skipping(std::string_view text, text::Range value, std::string_view name) {
    const std::size_t begin = value.begin + dockerfile::skipSpaces(value.of(text), 0);
    std::string_view words = text.substr(begin, value.end - begin);
    words = words.substr(0, words.find(' '));  // behind a blank stands a reason
    // Of several lists the last one counts.
    std::optional<text::Range> list;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find(';', at), words.size());
        const std::string_view part = words.substr(at, end - at);
        if (part.substr(0, part.find('=')) == "skip") {
            list = text::Range{at, end};
        }
        at = end + 1;
    }
    if (!list) {
        const std::size_t end = begin + words.size();
        return {{end, end}, (words.empty() || words.ends_with(';') ? "skip=" : ";skip=") + std::string(name)};
    }
    const std::string_view part = list->of(words);
    const std::size_t end = begin + list->end;
    const bool isOpen = part.ends_with('=') || part.ends_with(',');
    return {{end, end}, (!part.contains('=') ? "=" : isOpen ? "" : ",") + std::string(name)};
}

/// Lengthens `# hadolint ignore=…`.
text::Edit ignoringToo(std::string_view text, text::Range comment, std::string_view code) {
    const std::string_view words = comment.of(text);
    const std::size_t end = comment.begin + words.find_last_of(hadolint::kCodeCharacters, words.find('#', 1)) + 1;
    return {{end, end}, "," + std::string(code)};
}

/// Behind a byte order mark.
std::size_t lineBegin(std::string_view text, std::size_t offset) {
    const std::size_t begin = wholeLines(text, {offset, offset}).begin;
    return begin == 0 && text.starts_with("\xEF\xBB\xBF") ? 3 : begin;
}

/// A comment above one instruction for each rule, written at once.
class Above {
public:
    Above(const dockerfile::SyntaxTree& tree, const dockerfile::Instruction& instruction)
        : m_tree(tree),
          m_text(tree.text()),
          m_isFrom(instruction.keyword == dockerfile::Keyword::From),
          m_comments(commentsAbove(tree, instruction)),
          m_counted(commentsOf(tree, instruction)) {
        m_line = lineBegin(m_text, instruction.range.begin);
        m_indentation = m_text.substr(m_line, instruction.range.begin - m_line);
    }

    void add(const std::vector<const Rule*>& rules) {
        std::string skipped, ignored;
        for (const Rule* rule : rules) {
            std::string& names = isHadolints(*rule) ? ignored : skipped;
            names += (names.empty() ? "" : ",") + std::string(rule->name);
        }
        if (!skipped.empty()) {
            skip(skipped);
        }
        if (!ignored.empty()) {
            ignore(ignored);
        }
    }
    std::vector<text::Edit> take() {
        if (!m_lines.empty()) {
            m_edits.push_back({{m_place.value_or(m_line), m_place.value_or(m_line)}, m_lines});
        }
        return std::move(m_edits);
    }

private:
    void skip(const std::string& names) {
        // Of several the highest counts alone.
        for (auto comment = m_counted.rbegin(); comment != m_counted.rend(); ++comment) {
            if (const auto value = checkValue(m_text, *comment)) {
                m_edits.push_back(skipping(m_text, *value, names));
                return;
            }
        }
        // hadolint's has to stand next to the instruction, so this one goes above it.
        const bool pragmaIsNext = !m_comments.empty() && hadolint::readIgnorePragma(m_comments[0].of(m_text));
        if (pragmaIsNext) {
            m_place = lineBegin(m_text, m_comments[0].begin);
        }
        addLine("# check=skip=" + names);
    }

    void ignore(const std::string& codes) {
        if (!m_comments.empty()) {
            const auto pragma = hadolint::readIgnorePragma(m_comments[0].of(m_text));
            if (pragma && pragma->scope == hadolint::PragmaScope::NextLine) {
                m_edits.push_back(ignoringToo(m_text, m_comments[0], codes));
                return;
            }
            if (pragma && pragma->scope == hadolint::PragmaScope::Stage && m_isFrom) {
                return;  // it counts directly above its FROM alone: it can't make room
            }
        }
        addLine("# hadolint ignore=" + codes);
    }

    /// At the top of a file what looks like a directive would be one: an empty line before it prevents that.
    void addLine(const std::string& comment) {
        const std::string_view end = lineEndOf(m_text);
        const std::size_t place = m_place.value_or(m_line);
        const bool isTop = m_lines.empty() && comment.contains("check=") &&
                           std::ranges::all_of(m_tree.nodes(), [&](const dockerfile::Node& node) {
                               return node.range.begin >= place || node.range.end > place ||
                                      node.kind == dockerfile::NodeKind::Directive ||
                                      node.range.of(m_text).starts_with("#!");
                           });
        // BuildKit doesn't see an indented one.
        const std::string_view indentation = comment.starts_with("# check=") ? "" : m_indentation;
        m_lines += std::string(isTop ? end : "") + std::string(indentation) + comment + std::string(end);
    }

    const dockerfile::SyntaxTree& m_tree;
    std::string_view m_text;
    bool m_isFrom;
    std::vector<text::Range> m_comments;  ///< directly above
    std::vector<text::Range> m_counted;   ///< those that BuildKit looks at
    std::size_t m_line = 0;
    std::optional<std::size_t> m_place;
    std::string_view m_indentation;
    std::string m_lines;
    std::vector<text::Edit> m_edits;
};

/// Behind the directives, where the file's own `# check=` goes.
std::size_t placeOfDirective(const dockerfile::SyntaxTree& tree) {
    std::size_t out = lineBegin(tree.text(), 0);
    if (std::string_view(tree.text()).substr(out).starts_with("#!")) {
        out = wholeLines(tree.text(), {out, out}).end;
    }
    for (const dockerfile::Directive& directive : tree.directives()) {
        out = std::max(out, wholeLines(tree.text(), directive.range).end);
    }
    return out;
}

}  // namespace

std::optional<Fix> Fixer::ignoreHere(const Finding& finding) const {
    const Line* line = finding.path.empty() ? m_file.lineAt(finding.range.begin) : nullptr;
    if (finding.silencedAt != 0) {
        const auto other = std::ranges::find(m_file.lines, finding.silencedAt,
                                             [](const Line& each) { return each.instruction->firstLine; });
        line = other == m_file.lines.end() ? nullptr : &*other;
    }
    if (!line || finding.rule->fileOnly || !mayBeIgnored(*finding.rule, m_settings)) {
        return std::nullopt;
    }
    Above above(m_file.tree, *line->instruction);
    above.add(withTwins(finding));
    return fixOf(text::say("Ignore {} here", finding.rule->name), above.take());
}

std::optional<text::Range> Fixer::filePragma() const {
    const std::lock_guard lock(m_mutex);
    if (!m_filePragma) {
        const auto pragmas = hadolint::ignorePragmas(m_file.tree);
        const auto found = std::ranges::find(pragmas, hadolint::PragmaScope::File, &hadolint::IgnorePragma::scope);
        m_filePragma = found == pragmas.end() ? std::nullopt : std::optional(found->range);
    }
    return *m_filePragma;
}

std::optional<Fix> Fixer::ignoreInFile(const Finding& finding) const {
    if (!mayBeIgnored(*finding.rule, m_settings)) {
        return std::nullopt;
    }
    const std::string_view text = m_file.tree.text();
    const std::string_view end = lineEndOf(text);
    const std::string name(finding.rule->name);
    std::vector<text::Edit> edits;
    const std::size_t place = placeOfDirective(m_file.tree);
    const bool endsOpen = place > 0 && place == text.size() && !text.ends_with('\n');
    const auto addLine = [&](const std::string& comment) {
        edits.push_back({{place, place}, std::string(endsOpen ? end : "") + comment + std::string(end)});
    };
    if (isHadolints(*finding.rule)) {
        if (const auto pragma = filePragma()) {
            return fixOf(text::say("Ignore {} in this file", name), {ignoringToo(text, *pragma, name)});
        }
        addLine("# hadolint global ignore=" + name);
    } else {
        for (const dockerfile::Directive& directive : m_file.tree.directives()) {
            if (directive.name == "check") {
                const std::size_t value = directive.range.of(text).find('=') + 1;
                edits.push_back(skipping(text, {directive.range.begin + value, directive.range.end}, name));
                if (!isAtLineBegin(text, directive.range.begin)) {  // it counts only there
                    edits.push_back({{lineBegin(text, directive.range.begin), directive.range.begin}, ""});
                }
                return fixOf(text::say("Ignore {} in this file", name), std::move(edits));
            }
        }
        addLine("# check=skip=" + name);
    }
    return fixOf(text::say("Ignore {} in this file", name), std::move(edits));
}

}  // namespace slipway::checks
