// Text for people. It is written in English in the sources, once; a program that speaks another language sets a
// translator, and then everything that core says is in that language.
//
// Every literal that say(), worded() or Error::fromErrno() is given first belongs to the catalogue of
// translations/core_de.ts; a test reads them out of the sources and demands that it is complete. So they are plain
// string literals there, one or several side by side, and never made of parts: a sentence is one pattern.
//
// A process that speaks to people through another one (the worker) says it in parts, and the other puts it into words.
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

/// From now on say() and said() give pattern and parts, between marks that nobody outside of this process knows, for
/// sayAgain() of the process that they are sent to. For the whole process; before other threads start.
void sayInParts();
/// Puts what another process said in parts into words, wherever it stands in a text. All else stays as it is, and so
/// does a text whose marks don't fit together.
[[nodiscard]] std::string sayAgain(std::string_view text);

/// How a process says things. What it loads (core/module) has a copy of this code and is told.
struct Manner {
    Translator translator = nullptr;
    const char* mark = nullptr;  ///< of what is said in parts
};
[[nodiscard]] Manner manner();
/// A module's extern "C" function for that, which takes a `const Manner&`.
inline constexpr const char* kMannerEntry = "slipway_text_speak_in";

// Implementation

[[nodiscard]] bool saysPlainEnglish();
/// The translated pattern with its parts; the English one where the translation can't take them.
[[nodiscard]] std::string fill(std::string_view pattern, std::format_args parts);

template <class First, class... Parts>
std::string say(std::format_string<const First&, const Parts&...> pattern, const First& first, const Parts&... parts) {
    if (saysPlainEnglish()) {
        return std::format(pattern, first, parts...);
    }
    return fill(pattern.get(), std::make_format_args(first, parts...));
}

}  // namespace slipway::text
