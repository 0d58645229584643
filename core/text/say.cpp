#include "text/say.h"

#include <atomic>

namespace slipway::text {

namespace {

std::atomic<Translator> current = nullptr;

}  // namespace

void speakWith(Translator translator) { current.store(translator, std::memory_order_relaxed); }

Translator translator() { return current.load(std::memory_order_relaxed); }

std::string said(std::string_view english) {
    if (const Translator translate = translator()) {
        if (std::string words = translate(english); !words.empty()) {
            return words;
        }
    }
    return std::string(english);
}

std::string fill(std::string_view pattern, std::format_args parts) {
    try {
        return std::vformat(said(pattern), parts);
    } catch (const std::format_error&) {
        return std::vformat(pattern, parts);
    }
}

}  // namespace slipway::text
