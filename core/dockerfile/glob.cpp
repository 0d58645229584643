#include "dockerfile/glob.h"

#include "dockerfile/spaces.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::dockerfile {

namespace {

using Characters = std::vector<std::uint32_t>;

constexpr std::uint32_t kRawByte = 0x110000;  // a byte that belongs to no UTF-8 sequence

Characters decode(std::string_view text) {
    Characters out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<std::uint8_t>(text[at]);
        std::size_t length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0;
        std::uint32_t code = length > 1 ? lead & (0x7FU >> length) : lead;
        if (at + length > text.size())
            length = 0;
        for (std::size_t i = 1; i < length; ++i) {
            const auto next = static_cast<std::uint8_t>(text[at + i]);
            if ((next & 0xC0) != 0x80) {
                length = 0;
                break;
            }
            code = code << 6 | (next & 0x3FU);
        }
        out.push_back(length == 0 ? kRawByte + lead : code);
        at += std::max<std::size_t>(length, 1);
    }
    return out;
}

void append(std::string& out, std::uint32_t code) {
    const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
    if (code >= kRawByte) {
        put(code - kRawByte);
    } else if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xC0 | code >> 6);
        put(0x80 | (code & 0x3F));
    } else if (code < 0x10000) {
        put(0xE0 | code >> 12);
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    } else {
        put(0xF0 | code >> 18);
        put(0x80 | (code >> 12 & 0x3F));
        put(0x80 | (code >> 6 & 0x3F));
        put(0x80 | (code & 0x3F));
    }
}

/// The name behind a `$`, in braces or not, and where it ends; npos where none stands there.
std::pair<std::string_view, std::size_t> groupAt(std::string_view text, std::size_t at) {
    const bool braced = text.substr(at).starts_with('{');
    const std::size_t begin = at + (braced ? 1 : 0);
    std::size_t end = begin;
    while (const std::size_t length = nameCharacterAt(text, end))
        end += length;
    if (end == begin || (braced && !text.substr(end).starts_with('}')))
        return {{}, std::string_view::npos};
    return {text.substr(begin, end - begin), end + (braced ? 1 : 0)};
}

/// A replacement as Go's regular expressions read one that has no groups: what stands between the `$0`s.
std::vector<std::string> betweenMatches(std::string_view replacement) {
    std::vector<std::string> out(1);
    for (std::size_t at = 0; at < replacement.size();) {
        if (replacement[at] != '$') {
            out.back() += replacement[at++];
        } else if (replacement.substr(at + 1).starts_with('$')) {
            out.back() += '$';
            at += 2;
        } else if (const auto [name, end] = groupAt(replacement, at + 1); end != std::string_view::npos) {
            if (name == "0")
                out.emplace_back();
            at = end;
        } else {
            out.back() += replacement[at++];
        }
    }
    return out;
}

std::string encode(const Characters& text, std::size_t begin, std::size_t end) {
    std::string out;
    for (std::size_t i = begin; i < end; ++i)
        append(out, text[i]);
    return out;
}

}  // namespace

Result<Glob> Glob::compile(std::string_view pattern) {
    Glob out;
    out.m_segments.emplace_back();
    const Characters text = decode(pattern);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '*') {
            out.m_segments.emplace_back();
        } else if (text[i] == '?') {
            out.m_segments.back().push_back(kAny);
        } else if (text[i] == '\\') {
            const std::uint32_t next = i + 1 < text.size() ? text[i + 1] : 0;
            if (next != '*' && next != '?' && next != '\\' && next != '}' && next != '/')
                return fail(
                    ErrorCode::Invalid,
                    text::say("The pattern {} has a \"\\\" before something other than * ? \\ / or }}.", pattern));
            out.m_segments.back().push_back(next);
            ++i;
        } else {
            out.m_segments.back().push_back(text[i]);
        }
    }
    return out;
}

namespace {

constexpr std::uint32_t kNewLine = '\n';

/// Of the line that the place is in.
std::size_t lineEnd(const Characters& value, std::size_t at) {
    while (at < value.size() && value[at] != kNewLine)
        ++at;
    return at;
}

}  // namespace

bool Glob::standsAt(const Characters& value, const Characters& segment, std::size_t at) {
    if (at + segment.size() > value.size())
        return false;
    for (std::size_t i = 0; i < segment.size(); ++i)
        if (segment[i] == kAny ? value[at + i] == kNewLine : segment[i] != value[at + i])
            return false;
    return true;
}

/// Where the rest of a match ends whose first segment ends at a place: each `*` reaches to its line's end at most.
std::optional<std::size_t> Glob::rest(const Characters& value, std::size_t at, bool longest) const {
    for (std::size_t i = 1; i < m_segments.size(); ++i) {
        const Characters& segment = m_segments[i];
        const std::size_t farthest = lineEnd(value, at);
        const bool isLast = i + 1 == m_segments.size() && longest;
        std::size_t found = isLast ? farthest : at;
        while (!standsAt(value, segment, found)) {
            if (found == (isLast ? at : farthest))
                return {};
            found += isLast ? std::size_t(-1) : 1;
        }
        at = found + segment.size();
    }
    return at;
}

Glob::Match Glob::match(const Characters& value, std::size_t from, bool anchored, bool longest) const {
    const Characters& head = m_segments.front();
    for (std::size_t begin = from; begin <= value.size() && (begin == from || !anchored); ++begin) {
        if (!standsAt(value, head, begin))
            continue;
        const std::size_t at = begin + head.size();
        if (const auto end = rest(value, at, longest))
            return {begin, *end, true};
        // What doesn't follow on this line doesn't follow farther on in it, either.
        begin = std::max(begin, lineEnd(value, at) - head.size());
    }
    return {0, 0, false};
}

std::string Glob::withoutPrefix(std::string_view value, bool longest) const {
    const Characters text = decode(value);
    const Match found = match(text, 0, true, longest);
    return found.found ? encode(text, found.end, text.size()) : std::string(value);
}

std::string Glob::withoutSuffix(std::string_view value, bool longest) const {
    Glob mirrored = *this;
    std::ranges::reverse(mirrored.m_segments);
    for (Characters& segment : mirrored.m_segments)
        std::ranges::reverse(segment);
    const Characters text = decode(value);
    Characters reversed = text;
    std::ranges::reverse(reversed);
    const Match found = mirrored.match(reversed, 0, true, longest);
    return found.found ? encode(text, 0, text.size() - found.end) : std::string(value);
}

std::optional<std::string> Glob::replace(std::string_view value, std::string_view replacement, bool every,
                                         std::size_t most) const {
    const Characters text = decode(value);
    const auto pieces = every ? betweenMatches(replacement) : std::vector{std::string(replacement)};
    std::string out;
    std::size_t copied = 0;  // everything before it is in `out`
    std::size_t from = 0;
    std::size_t lastEnd = text.size() + 1;  // of the match before; none yet
    while (from <= text.size() && out.size() <= most) {
        const Match found = match(text, from, false, true);
        if (!found.found)
            break;
        const bool empty = found.end == found.begin;
        if (!empty || found.begin != lastEnd) {  // an empty match right behind another is none
            out += encode(text, copied, found.begin) + pieces.front();
            const std::string matched = encode(text, found.begin, found.end);
            for (std::size_t i = 1; i < pieces.size() && out.size() <= most; ++i)
                out += matched + pieces[i];
            copied = found.end;
            lastEnd = found.end;
            if (!every)
                break;
        }
        from = empty ? found.end + 1 : found.end;
    }
    out += encode(text, copied, text.size());
    return out.size() <= most ? std::optional(std::move(out)) : std::nullopt;
}

}  // namespace slipway::dockerfile
