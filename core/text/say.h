// Text for people. It is written in English in the sources, once; a program that speaks another language sets a
// translator, and then everything that core says is in that language.
//
// Every literal that say(), worded() or Error::fromErrno() is given first belongs to the catalogue of
// translations/core_de.ts; a test reads them out of the sources and demands that it is complete. So they are plain
// string literals there, one or several side by side, and never made of parts: a sentence is one pattern.
#pragma once

#include <format>
#include <string>
#include <string_view>

namespace slipway::text {

/// A text that is known when compiling.
class Worded {
public:
    consteval Worded(const char* text) : m_text(text) {}
    [[nodiscard]] constexpr std::string_view text() const { return m_text; }
    constexpr operator std::string_view() const { return m_text; }

private:
    std::string_view m_text;
};

/// Gives the translation of an English text or pattern; empty where there is none. Called from any thread.
using Translator = std::string (*)(std::string_view english);

/// For the whole process; before other threads start. nullptr: English.
void speakWith(Translator translator);
/// The language's own word for a text, or the text itself.
[[nodiscard]] std::string said(std::string_view english);

/// Marks a text that said() is given later.
[[nodiscard]] consteval std::string_view worded(const char* text) { return text; }

/// A sentence without parts; braces are braces.
[[nodiscard]] inline std::string say(Worded text) { return said(text); }
/// A sentence with parts, as std::format() takes it. A translation may have them in another order: "{1} {0}".
template <class First, class... Parts>
[[nodiscard]] std::string say(std::format_string<const First&, const Parts&...> pattern, const First& first,
                              const Parts&... parts);

// Implementation

[[nodiscard]] Translator translator();
/// The translated pattern with its parts; the English one where the translation can't take them.
[[nodiscard]] std::string fill(std::string_view pattern, std::format_args parts);

template <class First, class... Parts>
std::string say(std::format_string<const First&, const Parts&...> pattern, const First& first, const Parts&... parts) {
    if (!translator()) {
        return std::format(pattern, first, parts...);
    }
    return fill(pattern.get(), std::make_format_args(first, parts...));
}

}  // namespace slipway::text
