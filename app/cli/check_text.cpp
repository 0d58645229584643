#include "check_report.h"
#include "terminal.h"

#include "checks/configuration.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <format>
#include <map>

namespace slipway::cli {

namespace {

std::string_view lineOf(const CheckedFile& file, std::uint32_t line) {
    const std::string_view text = file.text;
    const std::size_t begin = file.lines.lineStart(line);
    std::string_view out = text.substr(begin, text.find('\n', begin) - begin);
    return out.ends_with('\r') ? out.substr(0, out.size() - 1) : out;
}

std::size_t characters(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::ranges::count_if(utf8, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// What stands before the position in its line.
std::string_view before(const CheckedFile& file, text::Position position) {
    return lineOf(file, position.line).substr(0, position.column - 1);
}

std::string lineOfText(const CheckedFile& file, const Remark& remark) {
    return std::format("{}:{}:{}: {}: {} [{}]\n", printable(file.shown), remark.begin.line, remark.begin.column,
                       checks::severityName(remark.severity), printable(remark.message), remark.ruleName());
}

constexpr std::size_t kLongestExcerpt = 160;

/// The remark's line with its part underlined; a long line is left out.
std::string excerpt(const CheckedFile& file, const Remark& remark, std::string_view colour, std::string_view plain) {
    const std::string_view line = lineOf(file, remark.begin.line);
    if (characters(line) > kLongestExcerpt) {
        return {};
    }
    const std::size_t start = characters(before(file, remark.begin));
    const std::size_t end =
        remark.end.line == remark.begin.line ? characters(before(file, remark.end)) : characters(line);
    const std::string number = std::to_string(remark.begin.line);
    return std::format("  {} | {}\n  {} | {}{}{}{}\n", number, printable(line), std::string(number.size(), ' '),
                       std::string(start, ' '), colour,
                       std::string(std::max<std::size_t>(1, end - std::min(start, end)), '^'), plain);
}

}  // namespace

std::size_t utf16Column(const CheckedFile& file, text::Position position) {
    return text::utf16Length(before(file, position)) + 1;
}

std::size_t characterColumn(const CheckedFile& file, text::Position position) {
    return characters(before(file, position)) + 1;
}

std::string textReport(std::span<const CheckedFile> files) {
    std::string out;
    for (const CheckedFile& file : files) {
        for (const Remark& remark : file.remarks) {
            out += lineOfText(file, remark);
        }
    }
    return out;
}

std::string terminalReport(std::span<const CheckedFile> files, bool colours) {
    static constexpr std::array<std::string_view, 4> kColours = {"\x1b[1;31m", "\x1b[1;33m", "\x1b[1;36m",
                                                                 "\x1b[1;34m"};
    std::array<int, 4> counts{};
    std::string out;
    for (const CheckedFile& file : files) {
        for (const Remark& remark : file.remarks) {
            const auto severity = static_cast<std::size_t>(remark.severity);
            ++counts[severity];
            const std::string_view colour = colours ? kColours[severity] : "", plain = colours ? "\x1b[0m" : "";
            out += std::format("{}:{}:{}: {}{}{}: {} [{}]\n", printable(file.shown), remark.begin.line,
                               remark.begin.column, colour, checks::severityName(remark.severity), plain,
                               printable(remark.message), remark.ruleName());
            out += excerpt(file, remark, colour, plain);
        }
    }
    if (out.empty()) {
        return "Nothing found.\n";
    }
    const bool canMend = std::ranges::any_of(files, [](const CheckedFile& file) {
        return std::ranges::any_of(file.remarks,
                                   [](const Remark& remark) { return remark.fix && !remark.fix->onRequest; });
    });
    out += std::format(
        "\nFound {} of severity error, {} warning, {} info, {} style. slipway check --explain NAME says more.\n",
        counts[0], counts[1], counts[2], counts[3]);
    return out + (canMend ? "slipway check --fix mends some of it.\n" : "");
}

std::string mendedReport(std::span<const MendedFile> mended) {
    std::string out;
    for (const MendedFile& file : mended) {
        if (file.perRule.empty()) {
            continue;
        }
        std::string rules;
        for (const auto& [rule, count] : file.perRule) {
            rules +=
                std::format("{}{}{}", rules.empty() ? "" : ", ", rule, count > 1 ? std::format(" ({})", count) : "");
        }
        out += std::format("{}: mended {}\n", printable(file.shown), rules);
    }
    return out;
}

std::string unaskedReport(std::span<const CheckedFile> left) {
    std::map<std::string_view, std::string_view> titles;
    for (const CheckedFile& file : left) {
        for (const Remark& remark : file.remarks) {
            if (remark.fix) {
                titles.emplace(remark.ruleName(), remark.fix->title);
            }
        }
    }
    std::string out;
    for (const auto& [rule, title] : titles) {
        out += std::format("{} is mended when you ask for it, with --fix --rule {}: {}.\n", rule, rule, title);
    }
    return out;
}

}  // namespace slipway::cli
