// What `slipway check` found, and one function for each way to say it.
#pragma once

#include "checks/check.h"
#include "checks/fix.h"
#include "insight/edit_effect.h"

#include <span>
#include <string>
#include <vector>

namespace slipway::cli {

/// What a check found, or what keeps the file from being built.
struct Remark {
    const checks::Rule* rule = nullptr;  ///< null for the latter
    checks::Severity severity = checks::Severity::Error;
    std::string message;
    text::Position begin, end;
    std::optional<checks::Fix> fix = {};
    insight::EditEffect effect = {};  ///< of the fix
    bool isRight = false;             ///< only Slipway's own engine can't build it

    [[nodiscard]] std::string_view ruleName() const { return rule ? rule->name : isRight ? "engine" : "syntax"; }
};

/// A Dockerfile, or the .dockerignore that some of its checks are about.
struct CheckedFile {
    std::string shown;       ///< as people read it
    std::string reportPath;  ///< for other programs: relative to the working folder where it is below; "-" for stdin
    std::string text = {};
    text::LineIndex lines = {};        ///< of the text
    std::vector<Remark> remarks = {};  ///< by place
};
/// What `--fix` did to a file.
struct MendedFile {
    std::string shown;
    std::map<std::string_view, int> perRule;  ///< how many findings of each
    std::optional<std::string> text;          ///< of standard input: what it is now
};

/// Where each format counts columns in something else than bytes.
[[nodiscard]] std::size_t utf16Column(const CheckedFile& file, text::Position position);
[[nodiscard]] std::size_t characterColumn(const CheckedFile& file, text::Position position);

/// One line a remark: `file:line:column: severity: message [rule]`.
[[nodiscard]] std::string textReport(std::span<const CheckedFile> files);
/// For a terminal: the same with the line it is about, and a sum.
[[nodiscard]] std::string terminalReport(std::span<const CheckedFile> files, bool colours);
[[nodiscard]] std::string jsonReport(std::span<const CheckedFile> files);
/// What was mended and, in the form of the above, what is left.
[[nodiscard]] std::string mendedJsonReport(std::span<const MendedFile> mended, std::span<const CheckedFile> left);
/// One line for each file that was changed.
[[nodiscard]] std::string mendedReport(std::span<const MendedFile> mended);
/// How to have the rest mended that is not mended unasked; empty where nothing is.
[[nodiscard]] std::string unaskedReport(std::span<const CheckedFile> left);
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/
[[nodiscard]] std::string sarifReport(std::span<const CheckedFile> files);
/// https://github.com/codeclimate/platform/blob/master/spec/analyzers/SPEC.md: issues, each ended by a NUL.
[[nodiscard]] std::string codeClimateReport(std::span<const CheckedFile> files);
/// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format: the same issues as an array.
[[nodiscard]] std::string gitLabReport(std::span<const CheckedFile> files);
/// The XML of Checkstyle.
[[nodiscard]] std::string checkstyleReport(std::span<const CheckedFile> files);

/// All checks, a line each, or as JSON.
[[nodiscard]] std::string ruleList(bool json);
/// One check for people.
[[nodiscard]] std::string ruleExplanation(const checks::Rule& rule);
/// Where to read about one of shellcheck's.
[[nodiscard]] std::string shellcheckExplanation(std::string_view code);
/// "; did you mean NAME?", or ".".
[[nodiscard]] std::string ruleSuggestion(std::string_view name);

}  // namespace slipway::cli
