#include "checks/hadolint/pragmas.h"

#include <algorithm>

namespace slipway::checks::hadolint {

namespace {

/// Takes words and signs from the front of a text, and the blanks before them.
class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    bool take(std::string_view word) {
        skipBlanks();
        const bool there = m_text.starts_with(word);
        m_text.remove_prefix(there ? word.size() : 0);
        return there;
    }

    /// A word that blanks follow.
    bool takeWord(std::string_view word) {
        const std::string_view before = m_text;
        const bool there = take(word) && !m_text.empty() && (m_text.front() == ' ' || m_text.front() == '\t');
        m_text = there ? m_text : before;
        return there;
    }

    /// A rule's code, or what looks like one; empty where none is there.
    std::string code() {
        skipBlanks();
        std::string out(m_text.substr(0, m_text.find_first_not_of(kCodeCharacters)));
        m_text.remove_prefix(out.size());
        return out;
    }

    /// All up to a blank or a comment.
    std::string_view word() {
        skipBlanks();
        const std::string_view out = m_text.substr(0, m_text.find_first_of(" \t\r\n#"));
        m_text.remove_prefix(out.size());
        return out;
    }

    /// Nothing follows, or a comment.
    bool atEnd() {
        skipBlanks();
        return m_text.empty() || m_text.front() == '#';
    }

private:
    void skipBlanks() { m_text.remove_prefix(std::min(m_text.find_first_not_of(" \t\r"), m_text.size())); }
    std::string_view m_text;
};

}  // namespace

std::optional<IgnorePragma> readIgnorePragma(std::string_view comment) {
    Reader reader(comment);
    if (!reader.take("#") || !reader.takeWord("hadolint")) {
        return std::nullopt;
    }
    IgnorePragma out;
    if (reader.takeWord("global")) {
        out.scope = PragmaScope::File;
    } else if (reader.takeWord("stage")) {
        out.scope = PragmaScope::Stage;
    }
    if (!reader.take("ignore") || !reader.take("=")) {
        return std::nullopt;
    }
    do {
        std::string code = reader.code();
        if (code.empty()) {
            return std::nullopt;
        }
        out.codes.push_back(std::move(code));
    } while (reader.take(","));
    return reader.atEnd() ? std::optional(std::move(out)) : std::nullopt;
}

std::optional<std::string> readShellPragma(std::string_view comment) {
    Reader reader(comment);
    if (!reader.take("#") || !reader.takeWord("hadolint") || !reader.take("shell") || !reader.take("=")) {
        return std::nullopt;
    }
    std::string name(reader.word());
    return name.empty() || !reader.atEnd() ? std::nullopt : std::optional(std::move(name));
}

std::optional<text::Range> commentOf(const dockerfile::Node& node, std::string_view text) {
    // What looks like a directive to the parser may be meant for hadolint all the same.
    if (node.kind != dockerfile::NodeKind::Comment && node.kind != dockerfile::NodeKind::Directive) {
        return std::nullopt;
    }
    const std::string_view line = node.range.of(text);
    return text::Range{node.range.begin + line.find('#'), node.range.begin + line.find_last_not_of("\r\n") + 1};
}

std::vector<IgnorePragma> ignorePragmas(const dockerfile::SyntaxTree& tree) {
    std::vector<IgnorePragma> out;
    for (const dockerfile::Node& node : tree.nodes()) {
        const std::optional<text::Range> comment = commentOf(node, tree.text());
        auto pragma = comment ? readIgnorePragma(comment->of(tree.text())) : std::nullopt;
        if (pragma) {
            pragma->line = tree.lines().line(comment->begin);
            pragma->range = *comment;
            out.push_back(std::move(*pragma));
        }
    }
    return out;
}

}  // namespace slipway::checks::hadolint
