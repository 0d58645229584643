#include "check_report.h"

#include "text/utf8.h"

#include <format>

namespace slipway::cli {

namespace {

/// As the value of an attribute; what XML 1.0 can't carry at all becomes U+FFFD.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text::toValidUtf8(text)) {
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
                static_cast<unsigned char>(c) < 0x20 ? out += "\xEF\xBF\xBD" : out += c;
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
