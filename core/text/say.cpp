#include "text/say.h"

#include "text/say_in_parts.h"

#include <atomic>

namespace slipway::text {

namespace {

std::atomic<Translator> current = nullptr;
std::atomic<const char*> currentMark = nullptr;

const char* mark() { return currentMark.load(std::memory_order_relaxed); }
Translator translator() { return current.load(std::memory_order_relaxed); }

void speakIn(const Manner& manner) {
    current.store(manner.translator, std::memory_order_relaxed);
    currentMark.store(manner.mark, std::memory_order_relaxed);
}

}  // namespace

void speakWith(Translator translator) { speakIn({.translator = translator}); }

void sayInParts() {
    static const std::string own = newMark();
    speakIn({.mark = own.c_str()});
}

Manner manner() { return {translator(), mark()}; }

bool saysPlainEnglish() { return translator() == nullptr && mark() == nullptr; }

std::string said(std::string_view english) {
    if (const char* own = mark(); own && !english.empty()) {
        return inParts(own, english, {});
    }
    if (const Translator translate = translator()) {
        if (std::string words = translate(english); !words.empty()) {
            return words;
        }
    }
    return std::string(english);
}

std::string fill(std::string_view pattern, std::format_args parts) {
    if (const char* own = mark()) {
        const auto words = wordsOf(pattern, parts);
        return words ? inParts(own, pattern, *words) : std::vformat(pattern, parts);
    }
    try {
        return std::vformat(said(pattern), parts);
    } catch (const std::format_error&) {
        return std::vformat(pattern, parts);
    }
}

}  // namespace slipway::text

extern "C" __attribute__((visibility("default"))) void slipway_text_speak_in(const slipway::text::Manner& manner);
void slipway_text_speak_in(const slipway::text::Manner& manner) { slipway::text::speakIn(manner); }
