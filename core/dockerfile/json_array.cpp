#include "dockerfile/json_array.h"

#include "dockerfile/spaces.h"
#include "text/utf8.h"

#include <cstdint>
#include <optional>

namespace slipway::dockerfile {

namespace {

/// A JSON reader that keeps the strings of the outermost array and only checks the rest.
/// Nesting is counted, not recursed into, so no input can exhaust the stack.
class Reader {
public:
    explicit Reader(std::string_view text) : m_text(text) {}

    JsonArray read() {
        JsonArray out;
        m_at = skipSpaces(m_text, 0);
        if (peek() != '[' || !readValue(out))
            return {};
        space();
        if (m_at != m_text.size())
            return {};
        out.kind = m_onlyStrings ? JsonArray::Kind::Strings : JsonArray::Kind::NotStrings;
        if (!m_onlyStrings)
            out.elements.clear();
        return out;
    }

private:
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void space() {
        while (m_at < m_text.size() &&
               (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\r' || m_text[m_at] == '\n'))
            ++m_at;
    }
    bool take(char c) {
        if (m_at >= m_text.size() || m_text[m_at] != c)
            return false;
        ++m_at;
        return true;
    }

    /// Reads the array with all that is in it.
    bool readValue(JsonArray& out) {
        do {
            space();
            if (!readOne(out))
                return false;
            // After a value: close what ends here, or go on with the next member.
            for (bool more = true; more && !m_open.empty();) {
                more = false;
                space();
                if (m_fresh) {
                    if (take(m_open.back())) {
                        m_open.pop_back();
                        m_fresh = false;
                        more = true;
                    }
                } else if (take(m_open.back())) {
                    m_open.pop_back();
                    more = true;
                } else if (!take(',')) {
                    return false;
                }
            }
            if (!m_open.empty() && m_open.back() == '}' && !readMemberName())
                return false;
            m_fresh = false;
        } while (!m_open.empty());
        return true;
    }

    /// A scalar, or the opening of an array or object (which then is `m_fresh`).
    bool readOne(JsonArray& out) {
        m_fresh = false;
        const bool member = m_open.size() == 1;
        const char c = peek();
        if (c == '"') {
            const std::size_t begin = m_at;
            auto value = readString();
            if (!value)
                return false;
            if (member)
                out.elements.push_back({std::move(*value), begin, m_at});
            return true;
        }
        if (!m_open.empty())
            m_onlyStrings = m_onlyStrings && !member;
        if (c == '[' || c == '{') {
            if (m_open.size() >= kDeepest)
                return false;
            ++m_at;
            m_open.push_back(c == '[' ? ']' : '}');
            m_fresh = true;
            return true;
        }
        for (const std::string_view word : {"true", "false", "null"}) {
            if (m_text.substr(m_at).starts_with(word)) {
                m_at += word.size();
                return true;
            }
        }
        return readNumber();
    }

    bool readMemberName() {
        space();
        if (peek() != '"' || !readString())
            return false;
        space();
        return take(':');
    }

    std::size_t digits() {
        const std::size_t begin = m_at;
        while (peek() >= '0' && peek() <= '9')
            ++m_at;
        return m_at - begin;
    }

    bool readNumber() {
        take('-');
        if (!take('0') && digits() == 0)
            return false;
        if (take('.') && digits() == 0)
            return false;
        if (take('e') || take('E')) {
            if (!take('+'))
                take('-');
            return digits() != 0;
        }
        return true;
    }

    std::optional<std::uint32_t> readHex() {
        if (m_at + 4 > m_text.size())
            return {};
        std::uint32_t code = 0;
        for (int i = 0; i < 4; ++i, ++m_at) {
            const char c = lowerCase(m_text[m_at]);
            if (c >= '0' && c <= '9')
                code = code << 4 | static_cast<std::uint32_t>(c - '0');
            else if (c >= 'a' && c <= 'f')
                code = code << 4 | static_cast<std::uint32_t>(c - 'a' + 10);
            else
                return {};
        }
        return code;
    }

    bool readEscape(std::string& out) {
        static constexpr std::string_view kFrom = "\"\\/bfnrt";
        static constexpr std::string_view kTo = "\"\\/\b\f\n\r\t";
        if (m_at >= m_text.size())
            return false;
        const char c = m_text[m_at++];
        if (const std::size_t known = kFrom.find(c); known != std::string_view::npos) {
            out += kTo[known];
            return true;
        }
        if (c != 'u')
            return false;
        auto code = readHex();
        if (!code)
            return false;
        if (*code >= 0xD800 && *code < 0xDC00 && m_text.substr(m_at).starts_with("\\u")) {
            const std::size_t back = m_at;
            m_at += 2;
            const auto low = readHex();
            if (!low)
                return false;
            if (*low >= 0xDC00 && *low < 0xE000)
                code = 0x10000 + ((*code - 0xD800) << 10) + (*low - 0xDC00);
            else
                m_at = back;
        }
        out += text::encodeUtf8(*code);
        return true;
    }

    std::optional<std::string> readString() {
        std::string out;
        for (++m_at; m_at < m_text.size();) {
            const char c = m_text[m_at++];
            if (c == '"')
                return text::firstInvalidUtf8(out) ? text::toValidUtf8(out) : out;
            if (static_cast<std::uint8_t>(c) < 0x20)
                return {};
            if (c != '\\')
                out += c;
            else if (!readEscape(out))
                return {};
        }
        return {};
    }

    static constexpr std::size_t kDeepest = 10000;
    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_open;    ///< closing brackets still to come, the innermost last
    bool m_fresh = false;  ///< the innermost bracket was opened just now
    bool m_onlyStrings = true;
};

}  // namespace

JsonArray readJsonArray(std::string_view text) { return Reader(text).read(); }

}  // namespace slipway::dockerfile
