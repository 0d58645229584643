#include "text/say_in_parts.h"

#include "text/say.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <functional>

#include <unistd.h>

namespace slipway::text {

namespace {

constexpr char kBegin = '\x02', kNext = '\x1f', kEnd = '\x03';
constexpr std::string_view kSigns = "\x02\x1f\x03";
constexpr std::size_t kMarkLength = 16;
constexpr int kDepth = 30;

/// Goes through a pattern: `between` gets what stands between its parts, braces as they are shown, `part` each part's
/// number and format (":.1f"). False where it is no pattern, or `part` said so.
bool walk(std::string_view pattern, const std::function<void(std::string_view)>& between,
          const std::function<bool(std::size_t number, std::string_view format)>& part) {
    std::size_t counted = 0;
    while (true) {
        const std::size_t brace = pattern.find_first_of("{}");
        between(pattern.substr(0, brace));
        if (brace == std::string_view::npos) {
            return true;
        }
        pattern.remove_prefix(brace);
        if (pattern.size() > 1 && pattern[1] == pattern[0]) {
            between(pattern.substr(0, 1));
            pattern.remove_prefix(2);
            continue;
        }
        const std::size_t end = pattern.find('}');
        if (pattern[0] != '{' || end == std::string_view::npos) {
            return false;
        }
        const std::string_view inside = pattern.substr(1, end - 1);
        const std::string_view digits = inside.substr(0, inside.find(':'));
        std::size_t number = counted;
        const auto [last, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (digits.empty()) {
            ++counted;
        } else if (error != std::errc{} || last != digits.data() + digits.size()) {
            return false;
        }
        const std::string_view format = inside.substr(digits.size());
        if (format.find('{') != std::string_view::npos || !part(number, format)) {
            return false;
        }
        pattern.remove_prefix(end + 1);
    }
}

std::optional<std::string> filled(std::string_view pattern, const std::vector<std::string>& parts) {
    std::string out;
    const bool good = walk(
        pattern, [&](std::string_view text) { out += text; },
        [&](std::size_t number, std::string_view) {
            if (number < parts.size()) {
                out += parts[number];
            }
            return number < parts.size();
        });
    return good ? std::optional(std::move(out)) : std::nullopt;
}

/// Reads a text that has pieces said in parts in it, and puts them into words.
class Reader {
public:
    Reader(std::string_view mark, std::string_view text) : m_mark(mark), m_rest(text) {}

    std::optional<std::string> all() {
        auto out = text(0);
        return m_rest.empty() ? out : std::nullopt;
    }

private:
    /// The sign that stands next, with its mark.
    [[nodiscard]] bool isAt(char sign) const {
        return m_rest.starts_with(sign) && m_rest.substr(1).starts_with(m_mark);
    }
    bool take(char sign) {
        const bool is = isAt(sign);
        m_rest.remove_prefix(is ? 1 + m_mark.size() : 0);
        return is;
    }

    /// As far as it belongs together: to the end, or to what ends a pattern or a part.
    std::optional<std::string> text(int depth) {
        std::string out;
        while (!m_rest.empty() && !isAt(kNext) && !isAt(kEnd)) {
            if (isAt(kBegin)) {
                auto words = piece(depth + 1);
                if (!words) {
                    return std::nullopt;
                }
                out += *words;
                continue;
            }
            const std::size_t plain = std::min(m_rest.find_first_of(kSigns, 1), m_rest.size());
            out += m_rest.substr(0, plain);
            m_rest.remove_prefix(plain);
        }
        return out;
    }

    std::optional<std::string> piece(int depth) {
        if (depth > kDepth || !take(kBegin)) {
            return std::nullopt;
        }
        const auto pattern = text(depth);
        std::vector<std::string> parts;
        while (pattern && take(kNext)) {
            auto part = text(depth);
            if (!part) {
                return std::nullopt;
            }
            parts.push_back(std::move(*part));
        }
        if (!pattern || pattern->empty() || !take(kEnd)) {
            return std::nullopt;
        }
        if (parts.empty()) {
            return said(*pattern);
        }
        auto words = filled(said(*pattern), parts);
        return words ? std::move(words) : filled(*pattern, parts);
    }

    std::string_view m_mark, m_rest;
};

/// The mark of the first piece; empty where there is none.
std::string_view firstMark(std::string_view text) {
    for (std::size_t at = text.find(kBegin); at != std::string_view::npos; at = text.find(kBegin, at + 1)) {
        const std::string_view mark = text.substr(at + 1, kMarkLength);
        if (mark.size() == kMarkLength && mark.find_first_not_of("0123456789abcdef") == std::string_view::npos) {
            return mark;
        }
    }
    return {};
}

}  // namespace

std::string newMark() {
    std::uint64_t number = 0;
    static_cast<void>(getentropy(&number, sizeof number));
    return std::format("{:016x}", number);
}

std::string inParts(std::string_view mark, std::string_view pattern, const std::vector<std::string>& parts) {
    std::string out;
    const auto sign = [&](char which) -> std::string& { return (out += which) += mark; };
    sign(kBegin) += pattern;
    for (const std::string& part : parts) {
        sign(kNext) += part;
    }
    return std::move(sign(kEnd));
}

std::optional<std::vector<std::string>> wordsOf(std::string_view pattern, std::format_args parts) {
    std::vector<std::optional<std::string>> words;
    const bool good = walk(
        pattern, [](std::string_view) {},
        [&](std::size_t number, std::string_view format) {
            words.resize(std::max(words.size(), number + 1));
            auto here = std::vformat(std::format("{{{}{}}}", number, format), parts);
            return words[number].value_or(here) == here && (words[number] = std::move(here));
        });
    if (!good) {
        return std::nullopt;
    }
    std::vector<std::string> out;
    for (auto& each : words) {
        out.push_back(std::move(each).value_or(std::string()));
    }
    return out;
}

std::string sayAgain(std::string_view text) {
    const std::string_view mark = firstMark(text);
    std::optional<std::string> words = mark.empty() ? std::nullopt : Reader(mark, text).all();
    return words ? std::move(*words) : std::string(text);
}

}  // namespace slipway::text
