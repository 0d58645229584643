#include "dockerfile/expansion_lexer.h"

#include "dockerfile/glob.h"
#include "dockerfile/spaces.h"
#include "text/say.h"
#include "text/utf8.h"

#include <algorithm>
#include <utility>

namespace slipway::dockerfile {

namespace {

constexpr int kDeepest = 200;  // substitutions inside substitutions; more would only serve to exhaust the stack

/// How many bytes longer than its text a result may get. No program can be given a word of 128 KiB (MAX_ARG_STRLEN);
/// some lines of `ENV A=$A$A`, or of `${v//p/$v}` inside another, would fill the memory.
constexpr std::size_t kMostGrowth = 1 << 20;

std::string shown(std::string_view text) { return text::oneLine(text, 60); }

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isSpecialParameter(char c) { return std::string_view("@*#?-$!0").contains(c); }

}  // namespace

class Lexer::Words {
public:
    /// Bytes that can't be split: quoted or escaped.
    void raw(std::string_view bytes) { m_word += bytes; }
    /// Bytes that split at their white space.
    void loose(std::string_view bytes) {
        for (std::size_t at = 0; at < bytes.size();) {
            const std::size_t space = spaceAt(bytes, at);
            if (space == 0)
                raw(bytes.substr(at++, 1));
            else
                end();
            at += space;
        }
    }
    std::vector<std::string> take() {
        if (!m_word.empty())
            m_words.push_back(std::move(m_word));
        return std::move(m_words);
    }

private:
    void end() {
        if (m_word.empty())
            return;
        m_words.push_back(std::move(m_word));
        m_word.clear();
    }
    std::vector<std::string> m_words;
    std::string m_word;
};

Result<std::string> Lexer::text() { return scanUntil('\0', m_rules.keepEscapes, nullptr); }

Result<std::vector<std::string>> Lexer::words() {
    Words words;
    const auto all = scanUntil('\0', m_rules.keepEscapes, &words);
    if (!all)
        return std::unexpected(all.error());
    return words.take();
}

std::unexpected<Error> Lexer::broken(const std::string& what) const {
    return fail(ErrorCode::Invalid, text::say("Can't expand \"{}\": {}", shown(m_text), what));
}

std::size_t Lexer::mostBytes() const { return m_text.size() + kMostGrowth; }

std::unexpected<Error> Lexer::tooLong() const {
    return broken(text::say("its variables make it more than 1 MiB longer than it is written."));
}

/// Up to the byte `stop`, which is taken too; to the end of the text where `stop` is NUL.
Result<std::string> Lexer::scanUntil(char stop, bool keepEscapes, Words* words) {
    if (m_depth >= kDeepest)
        return broken(text::say("its substitutions are nested too deeply."));
    ++m_depth;
    const bool outerEscapes = std::exchange(m_keepEscapes, keepEscapes);
    std::string out;
    bool stopped = stop == '\0';
    while (!atEnd()) {
        const char c = peek();
        if (stop != '\0' && c == stop) {
            ++m_at;
            stopped = true;
            break;
        }
        const bool quoted = !m_rules.plainQuotes && (c == '\'' || c == '"');
        if (c == '$' || quoted) {
            auto part = c == '$' ? dollar() : c == '"' ? doubleQuoted() : singleQuoted();
            if (!part)
                return part;
            out += *part;
            if (out.size() > mostBytes())
                return tooLong();
            if (words && c == '$')
                words->loose(*part);
            else if (words)
                words->raw(*part);
            continue;
        }
        if (c == '<' && words) {
            const std::size_t begin = m_at++;
            // Blanks behind << belong to the word: a here-document's name may stand after them.
            if (peek() == '<') {
                ++m_at;
                while (peek() == ' ' || peek() == '\t' || peek() == '\r')
                    ++m_at;
            }
            out += written(begin);
            words->raw(written(begin));
            continue;
        }
        std::size_t length = std::max<std::size_t>(spaceAt(m_text, m_at), 1);
        const bool escaped = c == m_rules.escape;
        if (escaped) {
            if (m_keepEscapes) {
                out += c;
                if (words)
                    words->raw({&c, 1});
            }
            if (++m_at; atEnd())
                break;
            length = 1;
        }
        const std::string_view bytes = m_text.substr(m_at, length);
        out += bytes;
        if (words && escaped)
            words->raw(bytes);
        else if (words)
            words->loose(bytes);
        m_at += length;
    }
    m_keepEscapes = outerEscapes;
    --m_depth;
    if (!stopped)
        return broken(text::say("a \"{}\" is missing.", stop));
    return out;
}

Result<std::string> Lexer::singleQuoted() {
    const std::size_t begin = m_at++;
    const std::size_t close = m_text.find('\'', m_at);
    if (close == std::string_view::npos)
        return broken(text::say("its single quote is never closed."));
    std::string out(m_text.substr(m_at, close - m_at));
    m_at = close + 1;
    return m_rules.keepQuotes ? written(begin) : out;
}

Result<std::string> Lexer::doubleQuoted() {
    ++m_at;
    std::string out = m_rules.keepQuotes ? "\"" : "";
    while (!atEnd()) {
        const char c = peek();
        if (c == '"') {
            ++m_at;
            if (m_rules.keepQuotes)
                out += c;
            return out;
        }
        if (c == '$') {
            auto value = dollar();
            if (!value)
                return value;
            out += *value;
            if (out.size() > mostBytes())
                return tooLong();
            continue;
        }
        ++m_at;
        if (c == m_rules.escape) {
            if (atEnd())
                break;
            const char next = peek();
            // Only these can be escaped here; before all else the escape is a character like any.
            if (next == '"' || next == '$' || next == m_rules.escape) {
                if (m_keepEscapes)
                    out += c;
                out += next;
                ++m_at;
                continue;
            }
            if (m_keepEscapes)
                out += c;  // so that a pattern takes it for the character, too
        }
        out += c;
    }
    return broken(text::say("its double quote is never closed."));
}

std::string Lexer::name() {
    const std::size_t begin = m_at;
    if (isDigit(peek())) {
        while (isDigit(peek()))
            ++m_at;
    } else if (!atEnd() && isSpecialParameter(peek())) {
        ++m_at;
    } else {
        while (const std::size_t length = nameCharacterAt(m_text, m_at))
            m_at += length;
    }
    return written(begin);
}

std::optional<std::string> Lexer::look(const std::string& name) {
    auto value = m_variables ? (*m_variables)(name) : std::nullopt;
    if (m_seen.insert(name).second) {
        m_used.push_back(name);
        if (!value)
            m_unset.push_back(name);
    }
    return value;
}

Result<std::string> Lexer::dollar() {
    const std::size_t begin = m_at++;
    if (peek() == '{') {
        ++m_at;
        return braces(begin);
    }
    const std::string variable = name();
    if (variable.empty())
        return std::string("$");
    const auto value = look(variable);
    if (!value && m_rules.keepUnset)
        return written(begin);
    return value.value_or("");
}

Result<std::string> Lexer::braces(std::size_t begin) {
    const char first = peek();
    if (atEnd())
        return broken(text::say("a \"{}\" is missing.", '}'));
    if (first == '{' || first == '}' || first == ':')
        return broken(text::say("\"${\" needs a variable's name after it."));
    const std::string variable = name();
    if (atEnd())
        return broken(text::say("a \"{}\" is missing.", '}'));
    char kind = m_text[m_at++];
    if (kind == '}') {
        const auto value = look(variable);
        if (!value && m_rules.keepUnset)
            return written(begin);
        return value.value_or("");
    }
    if (kind == '/')
        return replacement(variable, begin);
    if (kind == '#' || kind == '%')
        return trim(variable, kind, begin);
    const bool nullIsUnset = kind == ':';
    if (nullIsUnset) {
        if (atEnd())
            return broken(text::say("a \"{}\" is missing.", '}'));
        kind = m_text[m_at++];
    }
    if (kind == '-' || kind == '+' || kind == '?')
        return conditional(variable, kind, nullIsUnset, begin);
    return broken(text::say("{} is no substitution; there are :- - :+ + :? ? # ## % %% / and //.",
                            "${" + shown(variable) + (nullIsUnset ? ":" : "") + kind + "…}"));
}

Result<std::string> Lexer::conditional(const std::string& variable, char kind, bool nullIsUnset, std::size_t begin) {
    auto word = scanUntil('}', false, nullptr);
    if (!word)
        return word;
    const auto value = look(variable);
    if (!value && m_rules.keepUnset)
        return written(begin);
    const bool missing = !value || (nullIsUnset && value->empty());
    if (kind == '-')
        return missing ? *word : *value;
    if (kind == '+')
        return missing ? std::string{} : *word;
    if (!missing)
        return *value;
    if (word->empty())  // BuildKit's words, which people look for
        return broken(value ? text::say("{}: is not allowed to be empty", variable)
                            : text::say("{}: is not allowed to be unset", variable));
    return broken(variable + ": " + *word);
}

Result<std::string> Lexer::trim(const std::string& variable, char kind, std::size_t begin) {
    const auto word = scanUntil('}', true, nullptr);
    if (!word)
        return word;
    const auto value = look(variable);
    if (!value && m_rules.keepUnset)
        return written(begin);
    // The second # or % may come out of quotes or of a variable, too.
    const bool longest = word->starts_with(kind);
    const auto glob = Glob::compile(std::string_view(*word).substr(longest ? 1 : 0));
    if (!glob)
        return broken(glob.error().message);
    const std::string text = value.value_or("");
    return kind == '#' ? glob->withoutPrefix(text, longest) : glob->withoutSuffix(text, longest);
}

Result<std::string> Lexer::replacement(const std::string& variable, std::size_t begin) {
    const bool every = peek() == '/';
    if (every)
        ++m_at;
    const auto pattern = scanUntil('/', true, nullptr);
    if (!pattern)
        return pattern;
    auto with = scanUntil('}', true, nullptr);  // escapes stay in it, as they do with BuildKit
    if (!with)
        return with;
    const auto value = look(variable);
    if (!value && m_rules.keepUnset)
        return written(begin);
    const auto glob = Glob::compile(*pattern);
    if (!glob)
        return broken(glob.error().message);
    auto replaced = glob->replace(value.value_or(""), *with, every, mostBytes());
    if (!replaced)
        return tooLong();
    return std::move(*replaced);
}

}  // namespace slipway::dockerfile
