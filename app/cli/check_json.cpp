#include "check_report.h"
#include "json.h"

#include "checks/configuration.h"
#include "layer/digest.h"

#include <algorithm>
#include <map>

namespace slipway::cli {

namespace {

/// RFC 3986: a relative path as it is, an absolute one as file://.
std::string uriOf(std::string_view path) {
    static constexpr std::string_view kPlain = "-._~/!$&'()*+,;=@";
    static constexpr std::string_view kHex = "0123456789ABCDEF";
    std::string out = path.starts_with('/') ? "file://" : "";
    for (const char c : path) {
        const bool plain =
            (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || kPlain.contains(c);
        if (plain) {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += kHex[byte >> 4U];
            out += kHex[byte & 0xFU];
        }
    }
    return out;
}

std::string_view sarifLevel(checks::Severity severity) {
    switch (severity) {
        case checks::Severity::Error:
            return "error";
        case checks::Severity::Warning:
            return "warning";
        default:
            return "note";
    }
}

/// Of what no rule found.
Json sarifRule(std::string_view name, std::string_view description, checks::Severity severity) {
    return {{"id", name},
            {"shortDescription", {{"text", description}}},
            {"defaultConfiguration", {{"level", sarifLevel(severity)}}}};
}

Json sarifRule(const Remark& remark) {
    const checks::Rule* rule = remark.rule;
    if (!rule) {
        return remark.isRight
                   ? sarifRule(remark.ruleName(), "What Slipway's own engine can't build yet.", checks::Severity::Info)
                   : sarifRule(remark.ruleName(), "What keeps a Dockerfile from being built.", checks::Severity::Error);
    }
    // Where a rule has no page, this is all that there is to read about it.
    const std::string text(rule->explanation.empty() ? rule->description : rule->explanation);
    std::string markdown = text;
    Json out = {{"id", rule->name},
                {"shortDescription", {{"text", rule->description}}},
                {"fullDescription", {{"text", text}}},
                {"defaultConfiguration", {{"level", sarifLevel(rule->severity)}}}};
    if (const std::string page = checks::documentationOf(*rule); !page.empty()) {
        out["helpUri"] = page;
        markdown += "\n\n[" + std::string(rule->name) + "](" + page + ")";
    }
    out["help"] = {{"text", text}, {"markdown", markdown}};
    return out;
}

Json sarifRegion(const CheckedFile& file, text::Position begin, text::Position end) {
    return {{"startLine", begin.line},
            {"startColumn", utf16Column(file, begin)},
            {"endLine", end.line},
            {"endColumn", utf16Column(file, end)}};
}

Json sarifResult(const CheckedFile& file, const Remark& remark, std::size_t rule) {
    const Json artifact = {{"uri", uriOf(file.reportPath)}};
    const Json place = {{"artifactLocation", artifact}, {"region", sarifRegion(file, remark.begin, remark.end)}};
    Json out = {{"ruleId", remark.ruleName()},
                {"ruleIndex", rule},
                {"level", sarifLevel(remark.severity)},
                {"message", {{"text", remark.message}}},
                {"locations", Json::array({{{"physicalLocation", place}}})}};
    if (remark.fix) {
        Json replacements = Json::array();
        for (const text::Edit& edit : remark.fix->edits) {
            const text::LineIndex& lines = file.lines;
            replacements.push_back(
                {{"deletedRegion", sarifRegion(file, lines.position(edit.range.begin), lines.position(edit.range.end))},
                 {"insertedContent", {{"text", edit.replacement}}}});
        }
        out["fixes"] = Json::array(
            {{{"description", {{"text", remark.fix->title}}},
              {"artifactChanges", Json::array({{{"artifactLocation", artifact}, {"replacements", replacements}}})}}});
    }
    return out;
}

std::string_view climateSeverity(checks::Severity severity) {
    switch (severity) {
        case checks::Severity::Error:
            return "blocker";
        case checks::Severity::Warning:
            return "major";
        case checks::Severity::Info:
            return "info";
        case checks::Severity::Style:
            break;
    }
    return "minor";
}

/// Issues with a fingerprint that stays when lines move: of the path, the check, its words, and which of several it is.
std::vector<Json> climateIssues(std::span<const CheckedFile> files) {
    std::vector<Json> out;
    std::map<std::string, int> seen;
    for (const CheckedFile& file : files) {
        for (const Remark& remark : file.remarks) {
            const std::string name(remark.ruleName());
            std::string identity = file.reportPath + '\n' + name + '\n' + remark.message;
            identity += '\n' + std::to_string(seen[identity]++);
            const bool style = remark.severity == checks::Severity::Style;
            Json issue = {
                {"type", "issue"},
                {"check_name", name},
                {"description", remark.message},
                {"categories", Json::array({style ? "Style" : "Bug Risk"})},
                {"severity", climateSeverity(remark.severity)},
                {"fingerprint", layer::Digest::of(identity).hex()},
                {"location",
                 {{"path", file.reportPath}, {"lines", {{"begin", remark.begin.line}, {"end", remark.end.line}}}}}};
            if (remark.rule) {
                issue["content"] = {{"body", remark.rule->explanation}};
            }
            out.push_back(std::move(issue));
        }
    }
    return out;
}

/// What the fix does to the next build and its image.
Json effectOf(const insight::EditEffect& effect) {
    if (!effect.steps && effect.bytesSaved == 0) {
        return nullptr;
    }
    Json out = {{"text", insight::effectText(effect)},
                {"more_steps", nullptr},
                {"fewer_steps", nullptr},
                {"expected_ms", nullptr},
                {"size_saved", nullptr}};
    if (effect.steps) {
        out["more_steps"] = effect.steps->runsNow;
        out["fewer_steps"] = effect.steps->runsNoMore;
        out["expected_ms"] = orNull(effect.steps->ms);
    }
    if (effect.bytesSaved > 0) {
        out["size_saved"] = effect.bytesSaved;
    }
    return out;
}

Json fixOf(const CheckedFile& file, const Remark& remark) {
    if (!remark.fix) {
        return nullptr;
    }
    Json edits = Json::array();
    for (const text::Edit& edit : remark.fix->edits) {
        const text::Position begin = file.lines.position(edit.range.begin), end = file.lines.position(edit.range.end);
        edits.push_back({{"line", begin.line},
                         {"column", begin.column},
                         {"end_line", end.line},
                         {"end_column", end.column},
                         {"text", edit.replacement}});
    }
    return {{"title", remark.fix->title}, {"edits", std::move(edits)}, {"effect", effectOf(remark.effect)}};
}

Json remarkList(std::span<const CheckedFile> files) {
    Json list = Json::array();
    for (const CheckedFile& file : files) {
        for (const Remark& remark : file.remarks) {
            list.push_back({{"file", file.shown},
                            {"rule", remark.ruleName()},
                            {"severity", checks::severityName(remark.severity)},
                            {"message", remark.message},
                            {"line", remark.begin.line},
                            {"column", remark.begin.column},
                            {"end_line", remark.end.line},
                            {"end_column", remark.end.column},
                            {"fix", fixOf(file, remark)}});
        }
    }
    return list;
}

}  // namespace

std::string jsonReport(std::span<const CheckedFile> files) { return dump(remarkList(files)) + '\n'; }

std::string mendedJsonReport(std::span<const MendedFile> mended, std::span<const CheckedFile> left) {
    Json list = Json::array();
    for (const MendedFile& file : mended) {
        Json rules = Json::object();
        for (const auto& [rule, count] : file.perRule) {
            rules[std::string(rule)] = count;
        }
        list.push_back({{"file", file.shown}, {"rules", std::move(rules)}});
        if (file.text) {
            list.back()["text"] = *file.text;
        }
    }
    return dump({{"mended", std::move(list)}, {"left", remarkList(left)}}) + '\n';
}

std::string sarifReport(std::span<const CheckedFile> files) {
    Json rules = Json::array(), results = Json::array();
    std::map<std::string_view, std::size_t> indexes;
    for (const CheckedFile& file : files) {
        for (const Remark& remark : file.remarks) {
            const auto [index, isNew] = indexes.emplace(remark.ruleName(), indexes.size());
            if (isNew) {
                rules.push_back(sarifRule(remark));
            }
            results.push_back(sarifResult(file, remark, index->second));
        }
    }
    const Json driver = {{"name", "Slipway"}, {"version", SLIPWAY_VERSION}, {"rules", rules}};
    const Json run = {{"tool", {{"driver", driver}}}, {"columnKind", "utf16CodeUnits"}, {"results", results}};
    return dump({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                 {"version", "2.1.0"},
                 {"runs", Json::array({run})}}) +
           '\n';
}

std::string codeClimateReport(std::span<const CheckedFile> files) {
    std::string out;
    for (const Json& issue : climateIssues(files)) {
        out += dump(issue) + '\0';
    }
    return out;
}

std::string gitLabReport(std::span<const CheckedFile> files) { return dump(Json(climateIssues(files))) + '\n'; }

}  // namespace slipway::cli
