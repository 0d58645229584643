#include "check_report.h"

#include "text/utf8.h"

#include <format>

namespace slipway::cli {

namespace {

/// As the value of an attribute; what XML 1.0 can't carry at all becomes U+FFFD.
std::string escaped(std::string_view text) {
    constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
    const std::string valid = text::toValidUtf8(text);
    std::string out;
    for (std::size_t i = 0; i < valid.size(); ++i) {
        const char c = valid[i];
        const std::string_view rest = std::string_view(valid).substr(i);
        if (rest.starts_with("\xEF\xBF\xBE") || rest.starts_with("\xEF\xBF\xBF")) {  // U+FFFE, U+FFFF
            out += kReplacement;
            i += 2;
            continue;
        }
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\t':
            case '\n':
            case '\r':
                out += std::format("&#{};", static_cast<int>(c));
                break;
            default:
                static_cast<unsigned char>(c) < 0x20 ? out += kReplacement : out += c;
        }
    }
    return out;
}

/// Checkstyle knows error, warning and info.
std::string_view checkstyleSeverity(checks::Severity severity) {
    switch (severity) {
        case checks::Severity::Error:
            return "error";
        case checks::Severity::Warning:
            return "warning";
        default:
            return "info";
    }
}

}  // namespace

std::string checkstyleReport(std::span<const CheckedFile> files) {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
    for (const CheckedFile& file : files) {
        out += std::format("<file name=\"{}\">\n", escaped(file.reportPath));
        for (const Remark& remark : file.remarks) {
            out += std::format("<error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"{}\"/>\n",
                               remark.begin.line, characterColumn(file, remark.begin),
                               checkstyleSeverity(remark.severity), escaped(remark.message), remark.ruleName());
        }
        out += "</file>\n";
    }
    return out + "</checkstyle>\n";
}

}  // namespace slipway::cli
