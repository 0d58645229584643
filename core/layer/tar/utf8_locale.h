// Makes libarchive take names for UTF-8 on this thread, whatever locale the program runs in.
#pragma once

#include <locale.h>
#include <clocale>

namespace slipway::layer {

/// While it lives, the calling thread's locale is C.UTF-8: libarchive translates names by the thread's locale, and in
/// the C locale a PAX name outside ASCII has no translation.
class Utf8Locale {
public:
    Utf8Locale() : m_before(uselocale(utf8())) {}
    ~Utf8Locale() { uselocale(m_before); }
    Utf8Locale(const Utf8Locale&) = delete;
    Utf8Locale& operator=(const Utf8Locale&) = delete;

private:
    static locale_t utf8() {
        static const locale_t locale = newlocale(LC_ALL_MASK, "C.UTF-8", nullptr);
        return locale;
    }
    locale_t m_before;
};

}  // namespace slipway::layer
