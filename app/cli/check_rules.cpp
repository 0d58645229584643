#include "check_report.h"
#include "json.h"

#include "checks/configuration.h"
#include "dockerfile/spaces.h"
#include "dockerfile/suggestion.h"

#include <format>

namespace slipway::cli {

namespace {

std::string_view familyName(checks::Family family) {
    switch (family) {
        case checks::Family::BuildKit:
            return "BuildKit";
        case checks::Family::Hadolint:
            return "hadolint";
        case checks::Family::Slipway:
            break;
    }
    return "Slipway";
}

std::string severityShown(const checks::Rule& rule) {
    return rule.offByDefault || rule.experimental ? "off" : std::string(checks::severityName(rule.severity));
}

/// Broken into lines of at most 80 bytes at blanks.
std::string wrapped(std::string_view text) {
    std::string out;
    std::size_t column = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (column > 0 && column + 1 + end > 80) {
            out += '\n';
            column = 0;
        } else if (column > 0) {
            out += ' ';
            ++column;
        }
        out += text.substr(0, end);
        column += end;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out + '\n';
}

}  // namespace

std::string ruleList(bool json) {
    Json list = Json::array();
    std::string out;
    for (const checks::Rule* rule : checks::rules()) {
        const std::string page = checks::documentationOf(*rule);
        list.push_back({{"rule", rule->name},
                        {"family", familyName(rule->family)},
                        {"severity", checks::severityName(rule->severity)},
                        {"off_by_default", rule->offByDefault || rule->experimental},
                        {"description", rule->description},
                        {"explanation", rule->explanation},
                        {"url", page.empty() ? Json(nullptr) : Json(page)}});
        out += std::format("{:<32}{:<9}{}\n", rule->name, severityShown(*rule), rule->description);
    }
    return json ? dump(list) + '\n' : out;
}

std::string ruleExplanation(const checks::Rule& rule) {
    const std::string page = checks::documentationOf(rule);
    return std::format("{} ({}, {})\n{}\n{}{}", rule.name, familyName(rule.family), severityShown(rule),
                       wrapped(rule.description), wrapped(rule.explanation), page.empty() ? "" : '\n' + page + '\n');
}

std::string shellcheckExplanation(std::string_view code) {
    const std::string name = "SC" + std::string(code.substr(2));
    return std::format("{} (shellcheck)\nA check of the shell in RUN, found where shellcheck is installed.\n\n{}\n",
                       name, checks::documentationOf({.name = name}));
}

std::string ruleSuggestion(std::string_view name) {
    std::vector<std::string_view> names;
    for (const checks::Rule* rule : checks::rules()) {
        names.push_back(rule->name);
    }
    return dockerfile::suggestion(name, names);
}

}  // namespace slipway::cli
