// What the joined text of an instruction says: keyword, flags, arguments, words.
#include "dockerfile/json_array.h"
#include "dockerfile/parser.h"
#include "dockerfile/spaces.h"
#include "dockerfile/suggestion.h"
#include "dockerfile/words.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::dockerfile {

namespace {

/// Reads the arguments of one instruction whose `arguments` and `argumentMap` are set.
class ArgumentReader {
public:
    ArgumentReader(Instruction& instruction, char escape, int depth)
        : m_instruction(instruction), m_escape(escape), m_depth(depth) {}

    void read() {
        switch (m_instruction.keyword) {
            case Keyword::Env:
            case Keyword::Label:
                pairs();
                break;
            case Keyword::Arg:
                arguments();
                break;
            case Keyword::Add:
            case Keyword::Copy:
            case Keyword::Volume:
                if (!json(0))
                    plainWords();
                break;
            case Keyword::Cmd:
            case Keyword::Entrypoint:
            case Keyword::Run:
            case Keyword::Shell:
                json(0);
                break;
            case Keyword::Expose:
            case Keyword::From:
                plainWords();
                break;
            case Keyword::Healthcheck:
                healthcheck();
                break;
            case Keyword::Maintainer:
            case Keyword::Stopsignal:
            case Keyword::User:
            case Keyword::Workdir:
                whole(0);
                break;
            case Keyword::Onbuild:
                trigger();
                break;
            case Keyword::Unknown:
                break;
        }
    }

private:
    [[nodiscard]] const std::string& text() const { return m_instruction.arguments; }
    [[nodiscard]] text::Range range(std::size_t begin, std::size_t end) const {
        return m_instruction.sourceRange(begin, end);
    }
    void problem(std::string message, text::Range where) {
        m_instruction.problems.push_back({Severity::Error, std::move(message), where});
    }
    void add(std::string_view word, std::size_t begin, std::size_t end) {
        m_instruction.words.push_back({std::string(word), range(begin, end)});
    }

    void plainWords() {
        std::vector<TextWord> words = splitAtSeparators(text());
        m_instruction.words.reserve(words.size());
        for (TextWord& word : words)
            m_instruction.words.push_back({std::move(word.text), range(word.begin, word.end)});
    }

    void whole(std::size_t begin) {
        if (begin < text().size())
            add(std::string_view(text()).substr(begin), begin, text().size());
    }

    /// Takes the arguments from `begin` as a JSON array where they are one.
    bool json(std::size_t begin) {
        const std::string_view rest = std::string_view(text()).substr(begin);
        if (!rest.starts_with('['))
            return false;
        JsonArray array = readJsonArray(rest);
        if (array.kind == JsonArray::Kind::None)
            return false;
        if (array.kind == JsonArray::Kind::NotStrings)
            problem(text::say("An array in JSON form must hold strings only."), range(begin, text().size()));
        m_instruction.json = std::vector<std::string>{};
        for (JsonArray::Element& element : array.elements) {
            m_instruction.words.push_back({element.value, range(begin + element.begin, begin + element.end)});
            m_instruction.json->push_back(std::move(element.value));
        }
        return true;
    }

    NameValue pairOf(const TextWord& word, std::size_t separator) {
        // The word's text and its bytes differ only where an escape at the very end was dropped.
        const std::size_t equals = word.begin + separator;
        return {{word.text.substr(0, separator), range(word.begin, equals)},
                {word.text.substr(separator + 1), range(equals + 1, word.end)},
                true};
    }
    /// Room for so many pairs.
    void expectPairs(std::size_t count) {
        if (count > 0)
            m_instruction.pairs.values().reserve(count);
    }

    void pairs() {
        const std::vector<TextWord> words = splitOutsideQuotes(text(), m_escape);
        const std::string_view name = keywordName(m_instruction.keyword);
        if (words.empty())
            return;
        if (!words.front().text.contains('=')) {
            const auto end = static_cast<std::size_t>(std::ranges::find_if(text(), isSeparator) - text().begin());
            std::size_t begin = end;
            while (begin < text().size() && isSeparator(text()[begin]))
                ++begin;
            if (end == text().size()) {
                problem(text::say("{} must have two arguments: a name and a value.", name), range(0, end));
                return;
            }
            m_instruction.pairs.push_back(
                {{text().substr(0, end), range(0, end)}, {text().substr(begin), range(begin, text().size())}, false});
            return;
        }
        expectPairs(words.size());
        for (const TextWord& word : words) {
            const std::size_t separator = word.text.find('=');
            if (separator == std::string::npos) {
                problem(text::say("Can't find = in \"{}\": {} takes name=value.", word.text, name),
                        range(word.begin, word.end));
                return;
            }
            m_instruction.pairs.push_back(pairOf(word, separator));
        }
    }

    void arguments() {
        const std::vector<TextWord> words = splitOutsideQuotes(text(), m_escape);
        m_instruction.words.reserve(words.size());
        expectPairs(words.size());
        for (const TextWord& word : words) {
            const std::size_t separator = word.text.find('=');
            m_instruction.words.push_back({word.text, range(word.begin, word.end)});
            if (separator == std::string::npos)
                m_instruction.pairs.push_back({{word.text, range(word.begin, word.end)}, {}, false});
            else
                m_instruction.pairs.push_back(pairOf(word, separator));
        }
    }

    void healthcheck() {
        const auto end = static_cast<std::size_t>(std::ranges::find_if(text(), isSeparator) - text().begin());
        if (end == 0)
            return;
        add(std::string_view(text()).substr(0, end), 0, end);
        std::size_t command = end;
        while (command < text().size() && isSeparator(text()[command]))
            ++command;
        if (!json(command))
            whole(command);
    }

    void trigger() {
        if (text().empty())
            return;
        auto inner = std::make_shared<Instruction>();
        // An ONBUILD inside an ONBUILD is an error; what stands in it is read all the same, if not for ever.
        constexpr int kDeepest = 3;
        if (m_depth < kDeepest) {
            const SourceMap& map = m_instruction.argumentMap;
            const std::size_t begin = m_instruction.argumentsRange.begin;
            readInstruction(text(), map.empty() ? SourceMap{{0, begin}} : map, m_escape, *inner, m_depth + 1);
        }
        if (m_depth == 0 && inner->keyword != Keyword::Unknown)
            for (const Diagnostic& diagnostic : inner->problems)
                m_instruction.problems.push_back(diagnostic);
        inner->firstLine = m_instruction.firstLine;
        m_instruction.trigger = std::move(inner);
    }

    Instruction& m_instruction;
    char m_escape;
    int m_depth;
};

void readFlags(TextFlags found, std::string_view text, std::size_t offset, const SourceMap& map, Instruction& out) {
    if (found.flags.empty())
        return;
    out.flags.values().reserve(found.flags.size());
    for (TextFlag& flag : found.flags) {
        Flag& made = out.flags.emplace_back();
        made.range = sourceRange(map, offset + flag.begin, offset + flag.end);
        made.name = flag.plain.substr(2, flag.plain.find('=') - 2);
        const std::size_t value = flag.separator ? *flag.separator + 1 : flag.end;
        made.valueRange = sourceRange(map, offset + value, offset + flag.end);
        if (flag.separator)
            made.value = std::string(text.substr(value, flag.end - value));
        made.plain = std::move(flag.plain);
    }
}

}  // namespace

void readInstruction(std::string_view text, const SourceMap& map, char escape, Instruction& out, int depth) {
    const std::size_t start = skipSpaces(text, 0);
    std::size_t stop = text.size();
    while (stop > start) {
        const std::size_t length = spaceBefore(text, stop);
        if (length == 0)
            break;
        stop -= length;
    }
    const std::string_view whole = text.substr(0, text.find_last_not_of("\r\n") + 1);
    text = text.substr(0, stop);
    std::size_t at = start;
    while (at < text.size() && !isSeparator(text[at]))
        ++at;
    out.keywordText = text.substr(start, at - start);
    out.keyword = keywordFromName(out.keywordText);
    out.keywordRange = sourceRange(map, start, at);
    out.range = sourceRange(map, start, stop);

    const std::string_view rest = text.substr(at);
    TextFlags flags = splitFlags(rest, escape);
    const std::size_t begin = std::min(at + flags.end, text.size());
    readFlags(std::move(flags), rest, at, map, out);
    // An image keeps the blanks behind a trigger, too.
    out.arguments = (out.keyword == Keyword::Onbuild && begin < stop ? whole : text).substr(begin);
    if (map.size() > 1)
        out.argumentMap = partOf(map, begin, stop);
    out.argumentsRange = begin < stop ? sourceRange(map, begin, stop) : text::Range{out.range.end, out.range.end};
    if (out.keyword == Keyword::Unknown) {
        const std::string shown = out.keywordText.size() > 40 ? out.keywordText.substr(0, 40) + "…" : out.keywordText;
        out.problems.push_back({Severity::Error,
                                shown.empty()
                                    ? text::say("Here is no instruction, only the end of a line that goes on.")
                                    : text::say("This is an unknown instruction: {}{}", shown,
                                                suggestion(out.keywordText, keywordNames())),
                                out.keywordRange});
    }
    ArgumentReader(out, escape, depth).read();
}

bool takesHeredocs(const Instruction& instruction) {
    const Instruction& inner =
        instruction.keyword == Keyword::Onbuild && instruction.trigger ? *instruction.trigger : instruction;
    const bool taking =
        inner.keyword == Keyword::Run || inner.keyword == Keyword::Copy || inner.keyword == Keyword::Add;
    return taking && !inner.json;
}

}  // namespace slipway::dockerfile
