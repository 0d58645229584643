// What a shell script does with variables.
//
// Reference: "Shell Command Language" and "Special Built-In Utilities" of POSIX (XCU 2), the Bash Reference Manual.
#include "language/script_inputs.h"
#include "language/variable_uses.h"
#include "shell/characters.h"
#include "shell/script.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

namespace slipway::language {

namespace {

using shell::Dialect;
using shell::TokenKind;

constexpr int kDeepest = 8;  ///< scripts in scripts

/// A script may name a variable only where one of these stands.
bool mayName(std::string_view text) {
    static constexpr std::array<std::string_view, 16> kSigns{
        "$",     "=",       "((",      "for",     "select",  "read",   "unset",    "export",
        "local", "declare", "typeset", "getopts", "mapfile", "printf", "printenv", "-v "};
    return std::ranges::any_of(kSigns, [&](std::string_view sign) { return text.contains(sign); });
}

/// A word's value with the places of its bytes; nullopt where those can't be told.
std::optional<PlacedText> valueOf(std::string_view text, const shell::Word& word) {
    if (word.parts.empty() && !word.quoted) {
        PlacedText out = placed(text, word.range);
        return out.text == word.value ? std::optional(std::move(out)) : std::nullopt;
    }
    PlacedText out;
    std::size_t end = 0;
    for (const shell::Part& part : word.parts) {
        if (part.range.begin < end)
            continue;  // inside the expansion before it
        end = part.range.end;
        const bool escape = part.quote == shell::Quote::Escape && part.kind == shell::PartKind::Literal;
        for (std::size_t at = part.range.begin + (escape && part.range.size() > 1 ? 1 : 0); at < part.range.end; ++at) {
            out.text += text[at];
            out.places.push_back(at);
        }
    }
    return out.text == word.value ? std::optional(std::move(out)) : std::nullopt;
}

class ScriptReader {
public:
    ScriptReader(std::string_view text, Dialect dialect, int depth)
        : m_text(text), m_dialect(dialect), m_depth(depth) {}

    std::vector<VariableUse> read() {
        usesInOtherLanguages(m_text, m_out);
        if (m_dialect == Dialect::Unknown || !mayName(m_text))
            return std::move(m_out);
        const auto script = shell::Script::parse(m_text, m_dialect);
        tokens(*script);
        for (const shell::Node& node : script->nodes()) {
            if (!node.compound)
                continue;
            if (node.kind == shell::NodeKind::For)
                loopVariable(node);
            if (node.kind == shell::NodeKind::Test)
                test(node.compound->words);
        }
        for (const shell::SimpleCommand& command : script->commands()) {
            simple(command);
            input(*script, command);
        }
        return std::move(m_out);
    }

    /// The words of a program that is started with them.
    std::vector<VariableUse> read(const std::vector<PlacedText>& words) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            const Dialect dialect = languageOfProgram(words[i].text).dialect;
            const auto word = [&](std::size_t at) { return std::string_view(words[at].text); };
            const std::size_t at =
                dialect == Dialect::Unknown ? words.size() : shellCall(word, i + 1, words.size()).script;
            if (at < words.size())
                script(words[at], dialect);
            if (shell::baseName(words[i].text) == "printenv")
                for (std::size_t each = i + 1; each < words.size(); ++each)
                    name(words[each]);
            std::vector<VariableUse> asked;
            usesInOtherLanguages(words[i].text, asked);
            take(words[i], asked);
        }
        return std::move(m_out);
    }

private:
    /// What was found in a text that stands in this one.
    void take(const PlacedText& inner, std::vector<VariableUse>& uses) {
        for (VariableUse& use : uses) {
            const text::Range range{inner.places[use.range.begin], inner.places[use.range.end - 1] + 1};
            if (range.size() == use.name.size())  // else quotes or line ends stand in the name
                m_out.push_back({std::move(use.name), range});
        }
    }
    void script(const PlacedText& inner, Dialect dialect) {
        if (m_depth >= kDeepest)
            return;
        auto uses = ScriptReader(inner.text, dialect, m_depth + 1).read();
        take(inner, uses);
    }
    /// The name that a word begins with, `+=`, `=` or a subscript behind it.
    void name(const PlacedText& word) {
        const std::size_t end = nameEnd(word.text, 0);
        const std::string_view rest = std::string_view(word.text).substr(end);
        if (end == 0 || !(rest.empty() || rest[0] == '=' || rest[0] == '[' || rest.starts_with("+=")))
            return;
        std::vector<VariableUse> found{{word.text.substr(0, end), {0, end}}};
        take(word, found);
    }
    void name(const shell::Word& word) {
        if (const auto text = valueOf(m_text, word))
            name(*text);
    }
    /// Names in an arithmetic expression.
    void expression(text::Range range) {
        for (std::size_t at = range.begin; at < range.end;) {
            if (shell::isDigit(m_text[at])) {  // 0xff, 16#ff
                while (at < range.end && (shell::isName(m_text[at]) || m_text[at] == '#'))
                    ++at;
                continue;
            }
            const std::size_t end = std::min(nameEnd(m_text, at), range.end);
            if (end > at)
                m_out.push_back({std::string(m_text.substr(at, end - at)), {at, end}});
            at = std::max(end, at + 1);
        }
    }

    void tokens(const shell::Script& script) {
        std::vector<char> open;  // '2': arithmetic
        std::size_t end = 0;
        for (const shell::Token& token : script.tokens()) {
            if (!open.empty() && open.back() == '2' && token.range.begin > end)
                expression({end, token.range.begin});
            end = token.range.end;
            const std::string_view written = token.range.of(m_text);
            if (token.kind == TokenKind::Variable && written.starts_with('$'))
                expansion(token.range);
            else if (token.kind == TokenKind::Assignment)
                assigned(token.range);
            else if (token.kind == TokenKind::Operator)
                bracket(written, open);
        }
    }
    static void bracket(std::string_view written, std::vector<char>& open) {
        if (written == "$((" || written == "((")
            open.push_back('2');
        else if (written == "`" && (open.empty() || open.back() != '`'))
            open.push_back('`');
        else if (written.ends_with('('))
            open.push_back('1');
        else if (!open.empty() && ((written == "))" && open.back() == '2') || (written == ")" && open.back() == '1') ||
                                   (written == "`" && open.back() == '`')))
            open.pop_back();
    }
    /// `$X`, `${X…}`; offsets and subscripts in it are arithmetic.
    void expansion(text::Range range) {
        const std::size_t end = addExpansion(m_text, range.begin, m_out);
        const bool braced = range.of(m_text).starts_with("${");
        if (!braced || m_dialect != Dialect::Bash || end + 1 >= range.end)
            return;
        static constexpr std::string_view kOperators = "-=?+";
        if (m_text[end] == '[')
            expression({end, std::min(m_text.find(']', end), range.end)});
        else if (m_text[end] == ':' && !kOperators.contains(m_text[end + 1]))
            expression({end, range.end});
    }
    void assigned(text::Range range) {
        const std::size_t end = nameEnd(m_text, range.begin);
        m_out.push_back({std::string(m_text.substr(range.begin, end - range.begin)), {range.begin, end}});
        if (end < range.end)
            expression({end, range.end});
    }

    void loopVariable(const shell::Node& node) {
        const std::string_view its = node.compound->name;
        if (its.empty() || nameEnd(its, 0) != its.size())
            return;
        const std::size_t keyword = nameEnd(m_text, node.range.begin);
        const std::size_t at = m_text.find_first_not_of(" \t\r\n\\", keyword);
        if (at != std::string_view::npos && nameEnd(m_text, at) - at == its.size() &&
            m_text.substr(at).starts_with(its))
            m_out.push_back({std::string(its), {at, at + its.size()}});
    }
    /// `-v X`, and the operands of `-eq` and its like, which are arithmetic.
    void test(std::span<const shell::Word> words) {
        static constexpr std::array<std::string_view, 6> kNumeric{"-eq", "-ne", "-lt", "-le", "-gt", "-ge"};
        for (std::size_t i = 1; i < words.size(); ++i) {
            if (words[i - 1].value == "-v" || words[i - 1].value == "-R")
                name(words[i]);
            if (!std::ranges::contains(kNumeric, words[i].value) || i + 1 >= words.size())
                continue;
            for (const shell::Word* const operand : {&words[i - 1], &words[i + 1]})
                if (operand->constant)
                    expression(operand->range);
        }
    }

    void simple(const shell::SimpleCommand& command) {
        const auto& words = command.words;
        const auto word = [&](std::size_t at) { return words[at].value; };
        for (std::size_t i = 0; i < words.size(); ++i) {
            const Dialect dialect = languageOfProgram(words[i].value).dialect;
            if (dialect == Dialect::Unknown)
                continue;
            const std::size_t at = shellCall(word, i + 1, words.size()).script;
            if (at < words.size())
                inner(words[at], dialect);
        }
        std::size_t first = 0;
        while (first < words.size() && (word(first) == "command" || word(first) == "builtin"))
            ++first;
        if (first < words.size())
            builtin(word(first), words.subspan(first + 1));
        given(words);
    }
    void inner(const shell::Word& word, Dialect dialect) {
        if (const auto text = valueOf(m_text, word))
            script(*text, dialect);
    }

    void builtin(std::string_view program, std::span<const shell::Word> words) {
        static constexpr std::array<std::string_view, 10> kNaming{
            "export", "readonly", "local", "declare", "typeset", "unset", "read", "printenv", "mapfile", "readarray"};
        if (std::ranges::contains(kNaming, program)) {
            naming(program, words);
        } else if (program == "getopts") {
            if (words.size() > 1)
                name(words[1]);
        } else if (program == "printf" || program == "wait") {
            const std::string_view option = program == "printf" ? "-v" : "-p";
            if (words.size() > 1 && words[0].value == option)
                name(words[1]);
        } else if (program == "let") {
            for (const shell::Word& word : words)
                if (word.constant)
                    expression(word.range);
        } else if (program == "test" || program == "[") {
            for (std::size_t i = 1; i < words.size(); ++i)
                if (words[i - 1].value == "-v")
                    name(words[i]);
        } else if (program == "eval") {
            for (const shell::Word& word : words)
                inner(word, m_dialect);
        } else if (program == "trap") {
            if (!words.empty())
                inner(words[0], m_dialect);
        }
    }
    void naming(std::string_view program, std::span<const shell::Word> words) {
        const std::string_view valued = program == "read"                                ? "dinNptu"
                                        : program == "mapfile" || program == "readarray" ? "dnOsuCc"
                                                                                         : "";
        bool reference = false;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::string_view word = words[i].value;
            if (isOption(word)) {
                if (program == "unset" && word.contains('f'))
                    return;
                reference = reference || word.contains('n');
                i += valued.contains(word.back()) ? 1 : 0;
                continue;
            }
            name(words[i]);
            const std::size_t equals = word.find('=');
            if (reference && program != "unset" && program != "export" && valued.empty() &&
                equals != std::string_view::npos)
                value(words[i], equals + 1);
        }
    }
    /// The name that stands in a word behind its first bytes.
    void value(const shell::Word& word, std::size_t from) {
        auto text = valueOf(m_text, word);
        if (!text || from >= text->text.size())
            return;
        text->text.erase(0, from);
        text->places.erase(text->places.begin(), text->places.begin() + static_cast<std::ptrdiff_t>(from));
        name(*text);
    }
    /// `env X=1 program`, `sudo X=1 program`, `env -u X program`.
    void given(std::span<const shell::Word> words) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            const std::string_view program = shell::baseName(words[i].value);
            if (program != "env" && program != "sudo" && program != "doas")
                continue;
            for (std::size_t at = i + 1; at < words.size(); ++at) {
                const std::string_view word = words[at].value;
                if (program == "env" && (words[at - 1].value == "-u" || words[at - 1].value == "--unset"))
                    name(words[at]);
                else if (!isOption(word) && word.contains('='))
                    name(words[at]);
                else if (!isOption(word))
                    break;
            }
            return;
        }
    }

    /// A here-document that a shell reads as its script; where its delimiter isn't quoted, what stands there is known
    /// already but for what is escaped.
    void input(const shell::Script& script, const shell::SimpleCommand& command) {
        for (const shell::Redirection& redirection : command.redirections) {
            const Dialect dialect = redirection.heredoc < 0 ? Dialect::Unknown : languageOfInput(command).dialect;
            if (dialect == Dialect::Unknown)
                continue;
            const shell::Heredoc& heredoc = script.heredocs()[static_cast<std::size_t>(redirection.heredoc)];
            PlacedText body = placed(m_text, heredoc.body);
            if (heredoc.expands) {
                const PlacedText plain = withoutEscapes(body.text);
                for (std::size_t i = 0; i < plain.places.size(); ++i)
                    body.places[i] = body.places[plain.places[i]];
                body.text = plain.text;
                body.places.resize(plain.places.size());
            }
            this->script(body, dialect);
        }
    }

    std::string_view m_text;
    Dialect m_dialect;
    int m_depth;
    std::vector<VariableUse> m_out;
};

}  // namespace

std::vector<VariableUse> usesInScript(std::string_view text, Dialect dialect) {
    return ScriptReader(text, dialect, 0).read();
}

std::vector<VariableUse> usesInProgram(const std::vector<PlacedText>& words) {
    return ScriptReader("", Dialect::Unknown, 0).read(words);
}

}  // namespace slipway::language
