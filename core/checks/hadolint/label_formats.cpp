#include "checks/hadolint/label_formats.h"

#include "checks/hadolint/words.h"
#include "dockerfile/spaces.h"

#include <algorithm>
#include <array>
#include <span>

namespace slipway::checks::hadolint {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isAlnum(char c) { return isDigit(c) || isAlpha(c); }
bool isHex(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// Takes as many digits as asked for; -1 where they aren't there.
int number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits || !std::ranges::all_of(text.substr(0, digits), isDigit)) {
        return -1;
    }
    int out = 0;
    for (const char c : text.substr(0, digits)) {
        out = out * 10 + (c - '0');
    }
    text.remove_prefix(digits);
    return out;
}

bool take(std::string_view& text, std::string_view oneOf) {
    if (text.empty() || !oneOf.contains(text.front())) {
        return false;
    }
    text.remove_prefix(1);
    return true;
}

bool isDate(std::string_view& text) {
    static constexpr std::array<int, 12> kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int year = number(text, 4);
    const bool first = take(text, "-");
    const int month = number(text, 2);
    const bool second = take(text, "-");
    const int day = number(text, 2);
    if (year < 0 || !first || month < 1 || month > 12 || !second || day < 1 ||
        day > kDays[static_cast<std::size_t>(month - 1)]) {
        return false;
    }
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month != 2 || day < 29 || leap;
}

bool isClock(std::string_view& text) {
    const int hour = number(text, 2);
    const bool first = take(text, ":");
    const int minute = number(text, 2);
    const bool second = take(text, ":");
    const int seconds = number(text, 2);
    if (hour < 0 || hour > 23 || !first || minute < 0 || minute > 59 || !second || seconds < 0 || seconds > 60) {
        return false;
    }
    if (!take(text, ".")) {
        return true;
    }
    const auto end = std::ranges::find_if_not(text, isDigit);
    const auto digits = static_cast<std::size_t>(end - text.begin());
    text.remove_prefix(digits);
    return digits > 0;
}

bool isOffset(std::string_view text) {
    if (take(text, "Zz")) {
        return text.empty();
    }
    const bool sign = take(text, "+-");
    const int hour = number(text, 2);
    const bool colon = take(text, ":");
    const int minute = number(text, 2);
    return sign && hour >= 0 && hour < 24 && colon && minute >= 0 && minute < 60 && text.empty();
}

/// A dot-separated list of which each part is good.
template <class Good>
bool allParts(std::string_view text, Good good) {
    while (true) {
        const std::size_t dot = text.find('.');
        if (!good(text.substr(0, dot))) {
            return false;
        }
        if (dot == std::string_view::npos) {
            return true;
        }
        text.remove_prefix(dot + 1);
    }
}

bool isPlainNumber(std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, isDigit) && (part.size() == 1 || part.front() != '0');
}

bool isIdentifier(std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, [](char c) { return isAlnum(c) || c == '-'; });
}

bool isKnown(std::span<const std::string_view> list, std::string_view id) {
    return std::ranges::binary_search(list, id);
}

constexpr std::string_view kLicenses[] = {
#include "checks/hadolint/spdx_licenses.inc"
};
constexpr std::string_view kExceptions[] = {
#include "checks/hadolint/spdx_exceptions.inc"
};

/// Reads "A OR (B AND C WITH D)" by recursive descent; every operator binds alike, for only its form matters.
class LicenseReader {
public:
    explicit LicenseReader(std::string_view text) : m_text(text) {}

    bool whole() { return expression(0) && word().empty(); }

private:
    std::string word() {
        while (!m_text.empty() && m_text.front() == ' ') {
            m_text.remove_prefix(1);
        }
        std::size_t length = m_text.find_first_of(" ()");
        length = length == 0 ? 1 : std::min(length, m_text.size());
        std::string out = lower(m_text.substr(0, length));
        m_text.remove_prefix(length);
        return out;
    }

    std::string peek() {
        const std::string_view before = m_text;
        std::string out = word();
        m_text = before;
        return out;
    }

    bool operand(int depth) {
        const std::string first = word();
        if (first == "(") {
            return depth < 50 && expression(depth + 1) && word() == ")";
        }
        const std::string id = first.ends_with('+') ? first.substr(0, first.size() - 1) : first;
        if (!isKnown(kLicenses, id) && !first.starts_with("licenseref-") && !first.starts_with("documentref-")) {
            return false;
        }
        if (peek() != "with") {
            return true;
        }
        word();
        const std::string exception = word();
        return isKnown(kExceptions, exception) || exception.starts_with("additionref-");
    }

    bool expression(int depth) {
        if (!operand(depth)) {
            return false;
        }
        for (std::string next = peek(); next == "and" || next == "or"; next = peek()) {
            word();
            if (!operand(depth)) {
                return false;
            }
        }
        return true;
    }

    std::string_view m_text;
};

}  // namespace

bool isUrl(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 == text.size()) {
        return false;
    }
    const std::string_view scheme = text.substr(0, colon);
    const auto inScheme = [](char c) { return isAlnum(c) || c == '+' || c == '-' || c == '.'; };
    if (!isAlpha(scheme.front()) || !std::ranges::all_of(scheme, inScheme)) {
        return false;
    }
    const std::string_view rest = text.substr(colon + 1);
    for (std::size_t i = 0; i < rest.size(); ++i) {
        const bool escape = rest[i] == '%';
        if (escape && !(i + 2 < rest.size() && isHex(rest[i + 1]) && isHex(rest[i + 2]))) {
            return false;
        }
        if (!escape && !isAlnum(rest[i]) && !std::string_view("-._~:/?#[]@!$&'()*+,;=").contains(rest[i])) {
            return false;
        }
    }
    // A host is needed where "//" announces one.
    const bool hasHost = rest.size() > 2 && !std::string_view("/?#").contains(rest[2]);
    return !rest.starts_with("//") || scheme == "file" || hasHost;
}

bool isTime(std::string_view text) { return isDate(text) && take(text, "Tt ") && isClock(text) && isOffset(text); }

bool isLicense(std::string_view text) { return LicenseReader(text).whole(); }

bool isGitHash(std::string_view text) {
    const bool length = text.size() == 7 || text.size() == 40;
    return length && std::ranges::all_of(text, [](char c) { return isDigit(c) || (c >= 'a' && c <= 'f'); });
}

bool isSemanticVersion(std::string_view text) {
    if (const std::size_t plus = text.find('+'); plus != std::string_view::npos) {
        if (!allParts(text.substr(plus + 1), isIdentifier)) {
            return false;
        }
        text = text.substr(0, plus);
    }
    if (const std::size_t minus = text.find('-'); minus != std::string_view::npos) {
        const auto good = [](std::string_view part) {
            return isIdentifier(part) && (!std::ranges::all_of(part, isDigit) || isPlainNumber(part));
        };
        if (!allParts(text.substr(minus + 1), good)) {
            return false;
        }
        text = text.substr(0, minus);
    }
    return std::ranges::count(text, '.') == 2 && allParts(text, isPlainNumber);
}

bool isEmail(std::string_view text) {
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos) {
        return false;
    }
    const std::string_view local = text.substr(0, at), domain = text.substr(at + 1);
    const auto isAtom = [](std::string_view part) {
        return !part.empty() && std::ranges::all_of(part, [](char c) {
            return isAlnum(c) || (static_cast<unsigned char>(c) & 0x80U) != 0 ||
                   std::string_view("!#$%&'*+-/=?^_`{|}~").contains(c);
        });
    };
    const bool quoted = local.size() > 2 && local.starts_with('"') && local.ends_with('"');
    const bool literal = domain.size() > 2 && domain.starts_with('[') && domain.ends_with(']');
    return (quoted || allParts(local, isAtom)) && (literal || allParts(domain, isAtom));
}

}  // namespace slipway::checks::hadolint
