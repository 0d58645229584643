#include "shell/invocation.h"

#include "shell/characters.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace slipway::shell {

namespace {

/// A program that starts another, and what may stand before that one's name.
struct Wrapper {
    std::string_view name;
    OptionSyntax syntax{};
    std::size_t operands = 0;  ///< words of its own besides options
    bool assignments = false;
};

const Wrapper* wrapperNamed(std::string_view name) {
    static const std::array<Wrapper, 22> kWrappers{{
        {"builtin", {}},
        {"busybox", {}},
        {"chrt", {"TPD"}, 1},
        {"command", {}},
        {"doas", {"uC"}},
        {"eatmydata", {}},
        {"env", {"uCS", "--unset --chdir --split-string"}, 0, true},
        {"exec", {"a"}},
        {"fakeroot", {"lsib", "--lib --faked --save --load"}},
        {"gosu", {}, 1},
        {"ionice", {"cnpPu", "--class --classdata"}},
        {"linux32", {}},
        {"linux64", {}},
        {"nice", {"n", "--adjustment"}},
        {"nohup", {}},
        {"setsid", {}},
        {"stdbuf", {"ioe", "--input --output --error"}},
        {"su-exec", {}, 1},
        {"sudo",
         {"ugpCcDhRrTtU",
          "--user --group --prompt --close-from --chdir --host --chroot --role --type --command-timeout --other-user"},
         0,
         true},
        {"time", {"fo", "--format --output"}},
        {"timeout", {"ks", "--kill-after --signal"}, 1},
        {"xvfb-run", {"efnpsw", "--auth-file --error-file --server-num --server-args --xauth-protocol --wait"}},
    }};
    const auto* found = std::ranges::find(kWrappers, name, &Wrapper::name);
    return found == kWrappers.end() ? nullptr : found;
}

bool isAssignment(std::string_view word) {
    const std::size_t equals = word.find('=');
    return equals != std::string_view::npos && equals > 0 && std::ranges::all_of(word.substr(0, equals), isName);
}

/// Reads options word by word.
class OptionReader {
public:
    OptionReader(std::span<const Word> words, const OptionSyntax& syntax) : m_words(words), m_syntax(syntax) {}
    /// The options of the next word, its value's word too; false where it holds none.
    bool next(std::vector<Option>& out) {
        if (m_at >= m_words.size()) {
            return false;
        }
        const Word& word = m_words[m_at];
        const std::string_view text = word.value;
        if (text.size() < 2 || text[0] != '-' || text == "--") {
            return false;
        }
        ++m_at;
        if (text[1] == '-' || m_syntax.oneDash) {
            whole(out, word);
        } else {
            bundle(out, word);
        }
        return true;
    }
    [[nodiscard]] std::size_t at() const { return m_at; }
    void skip() { ++m_at; }

private:
    void whole(std::vector<Option>& out, const Word& word) {
        const std::string_view text = word.value;
        const std::size_t equals = text.find('=');
        Option option{text.substr(0, equals), {}, &word};
        if (equals != std::string_view::npos) {
            option.value = text.substr(equals + 1);
        } else if (m_syntax.takesValue(text)) {
            takeValue(option);
        }
        out.push_back(option);
    }
    void bundle(std::vector<Option>& out, const Word& word) {
        const std::string_view text = word.value;
        for (std::size_t at = 1; at < text.size(); ++at) {
            Option option{shortName(text[at]), {}, &word};
            const std::string_view rest = text.substr(at + 1);
            const bool valued = m_syntax.shortValued.contains(text[at]);
            if (rest.starts_with('=') || (valued && !rest.empty())) {
                option.value = rest.starts_with('=') ? rest.substr(1) : rest;
                out.push_back(option);
                return;
            }
            if (valued) {
                takeValue(option);
            }
            out.push_back(option);
        }
    }
    void takeValue(Option& option) {
        if (m_at < m_words.size()) {
            option.value = m_words[m_at++].value;
        }
    }
    /// "-a" for 'a', of static storage.
    static std::string_view shortName(char letter) {
        static const std::array<char, 512> kNames = [] {
            std::array<char, 512> names{};
            for (std::size_t each = 0; each < 256; ++each) {
                names[2 * each] = '-';
                names[2 * each + 1] = static_cast<char>(each);
            }
            return names;
        }();
        return {kNames.data() + std::size_t{2} * static_cast<unsigned char>(letter), 2};
    }

    std::span<const Word> m_words;
    const OptionSyntax& m_syntax;
    std::size_t m_at = 0;
};

}  // namespace

bool OptionSyntax::takesValue(std::string_view longName) const {
    for (std::string_view rest = longValued; !rest.empty();) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        if (end == longName.size() && rest.starts_with(longName)) {
            return true;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return false;
}

bool Arguments::has(std::initializer_list<std::string_view> names) const { return count(names) > 0; }

std::size_t Arguments::count(std::initializer_list<std::string_view> names) const {
    return static_cast<std::size_t>(std::ranges::count_if(
        options, [&](const Option& option) { return std::ranges::contains(names, option.name); }));
}

std::optional<std::string_view> Arguments::value(std::initializer_list<std::string_view> names) const {
    std::optional<std::string_view> found;
    for (const Option& option : options) {
        if (option.value && std::ranges::contains(names, option.name)) {
            found = option.value;
        }
    }
    return found;
}

std::span<const Word* const> Arguments::operandsFrom(std::size_t skip) const {
    return std::span(operands).subspan(std::min(skip, operands.size()));
}

Invocation::Invocation(const SimpleCommand& command) : m_command(&command), m_words(command.words) { lookThrough(); }

void Invocation::lookThrough() {
    while (!m_words.empty()) {
        const Word& program = m_words.front();
        m_name = program.constant ? baseName(program.value) : std::string_view{};
        m_words = m_words.subspan(1);
        const Wrapper* wrapper = wrapperNamed(m_name);
        if (!wrapper) {
            return;
        }
        OptionReader reader(m_words, wrapper->syntax);
        std::vector<Option> options;
        while (reader.next(options)) {
        }
        std::size_t at = reader.at();
        // `env -` is `env -i`.
        at += at < m_words.size() && (m_words[at].value == "--" || m_words[at].value == "-") ? 1 : 0;
        const std::size_t given = m_given.size();
        for (; wrapper->assignments && at < m_words.size() && isAssignment(m_words[at].value); ++at) {
            m_given.push_back(m_words[at].value);
        }
        at += wrapper->operands;
        // `command -v curl` asks for a program and starts none.
        const bool asks = m_name == "command" && !options.empty() && options.front().name != "-p";
        if (at >= m_words.size() || asks) {
            m_given.values().resize(given);
            return;
        }
        m_wrappers.push_back(wrapper->name);
        m_words = m_words.subspan(at);
    }
}

std::optional<std::string_view> Invocation::environment(std::string_view variable) const {
    for (const std::string_view given : std::views::reverse(m_given)) {
        if (given.starts_with(variable) && given.substr(variable.size()).starts_with('=')) {
            return given.substr(variable.size() + 1);
        }
    }
    std::optional<std::string_view> found;
    for (const Assignment& assignment : m_command->assignments) {
        if (assignment.name == variable) {
            found = assignment.value.value;
        }
    }
    return found;
}

Arguments Invocation::arguments(const OptionSyntax& syntax) const { return read(m_words, syntax); }

Arguments Invocation::read(std::span<const Word> words, const OptionSyntax& syntax) {
    Arguments out;
    const auto isDashed = [](const Word& word) { return word.value.starts_with('-'); };
    const auto dashed = static_cast<std::size_t>(std::ranges::count_if(words, isDashed));
    out.options.reserve(dashed);
    out.operands.reserve(words.size() - dashed);
    OptionReader reader(words, syntax);
    while (reader.at() < words.size()) {
        if (reader.next(out.options)) {
            continue;
        }
        const Word& word = words[reader.at()];
        reader.skip();
        if (word.value != "--") {
            out.operands.push_back(&word);
            continue;
        }
        out.afterDashes = out.operands.size();
        for (; reader.at() < words.size(); reader.skip()) {
            out.operands.push_back(&words[reader.at()]);
        }
    }
    return out;
}

}  // namespace slipway::shell
