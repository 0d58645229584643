#include "terminal.h"

#include "text/utf8.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <cwchar>

namespace slipway::cli {

namespace {

// The next character of valid UTF-8: how many bytes it has, and how many columns.
struct Character {
    std::size_t bytes = 1, columns = 1;
};
Character characterAt(std::string_view text) {
    std::mbstate_t state{};
    wchar_t wide = 0;
    const std::size_t bytes = std::mbrtowc(&wide, text.data(), text.size(), &state);
    if (bytes == 0 || bytes > text.size()) {
        return {};
    }
    return {bytes, static_cast<std::size_t>(std::max(wcwidth(wide), 0))};
}

}  // namespace

bool isTerminal() {
    const char* const kind = std::getenv("TERM");
    return isatty(STDOUT_FILENO) && !(kind && std::string_view(kind) == "dumb");
}

bool isLive(ProgressKind kind) { return kind == ProgressKind::Tty || (kind == ProgressKind::Auto && isTerminal()); }

bool wantsColors() {
    const char* const plain = std::getenv("NO_COLOR");
    return !plain || *plain == '\0';
}

TerminalSize terminalSize(std::FILE* out) {
    winsize size{};
    if (ioctl(fileno(out), TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
        return {};
    }
    return {size.ws_col, size.ws_row};
}

std::size_t columnsOf(std::string_view text) {
    std::size_t columns = 0;
    while (!text.empty()) {
        const Character next = characterAt(text);
        columns += next.columns;
        text.remove_prefix(next.bytes);
    }
    return columns;
}

std::string printable(std::string_view text) {
    std::string out = text::toValidUtf8(text);
    std::ranges::replace_if(
        out, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, ' ');
    return out;
}

std::string printable(std::string_view bytes, std::size_t width) {
    const std::string valid = text::toValidUtf8(bytes);
    std::string_view rest = valid;
    std::string out;
    std::size_t columns = 0;
    while (!rest.empty() && columns < width) {
        const auto byte = static_cast<unsigned char>(rest.front());
        if (byte == 0x1b) {  // skip "ESC [ … letter"
            std::size_t end = 1;
            while (end < rest.size() && !std::isalpha(static_cast<unsigned char>(rest[end]))) {
                ++end;
            }
            rest.remove_prefix(std::min(end + 1, rest.size()));
            continue;
        }
        if (byte < 0x20 || byte == 0x7f) {
            if (byte == '\t') {
                out += ' ';
                ++columns;
            }
            rest.remove_prefix(1);
            continue;
        }
        const Character next = characterAt(rest);
        columns += next.columns;
        if (columns <= width) {
            out += rest.substr(0, next.bytes);
        }
        rest.remove_prefix(next.bytes);
    }
    return out;
}

}  // namespace slipway::cli
