#include "checks/configuration.h"

#include "text/read_file.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <utility>

namespace slipway::checks {

namespace {

std::optional<std::string> ofThisProcess(const char* name) {
    const char* const value = std::getenv(name);
    return value ? std::optional<std::string>(value) : std::nullopt;
}

}  // namespace

void Configuration::setSeverity(std::string rule, Severity severity) {
    const auto [given, isNew] = settings.severities.emplace(std::move(rule), severity);
    given->second = std::min(given->second, severity);
}

std::vector<std::string> configurationPaths(const std::string& project, const std::string& workingFolder,
                                            const Environment& environment) {
    std::vector<std::string> out;
    const auto add = [&](const std::string& withoutEnding) {
        for (const char* ending : {".yaml", ".yml"}) {
            out.push_back(withoutEnding + ending);
        }
    };
    add(project + "/.hadolint");
    if (workingFolder != project) {
        add(workingFolder + "/.hadolint");
    }
    if (const auto config = environment("XDG_CONFIG_HOME"); config && !config->empty()) {
        add(*config + "/hadolint");
    }
    if (const auto home = environment("HOME"); home && !home->empty()) {
        add(*home + "/.config/hadolint");
        add(*home + "/.hadolint/hadolint");
        add(*home + "/.hadolint/config");
        add(*home + "/hadolint/config");
        add(*home + "/.hadolint");
    }
    return out;
}

std::string findConfiguration(const std::string& project, const std::string& workingFolder) {
    std::error_code error;
    for (std::string& path : configurationPaths(project, workingFolder, ofThisProcess)) {
        if (std::filesystem::is_regular_file(path, error)) {
            return std::move(path);
        }
    }
    return {};
}

Result<Configuration> loadConfiguration(const std::string& path, const std::string& shown) {
    Result<Configuration> out;
    if (!path.empty()) {
        const auto text = text::readFile(path);
        out = text ? readConfiguration(*text, shown) : fail(text.error());
    }
    if (out) {
        addEnvironment(*out, ofThisProcess);
    }
    return out;
}

ConfigurationFile configurationFor(const std::string& project, const std::string& workingFolder,
                                   const UnsavedTexts& unsaved) {
    ConfigurationFile out;
    out.path = findConfiguration(project, workingFolder);
    if (out.path.empty()) {
        out.path = project + "/.hadolint.yaml";
        addEnvironment(out.configuration, ofThisProcess);
        return out;
    }
    const auto typed = unsaved.find(out.path);
    auto text = typed == unsaved.end() ? text::readFile(out.path) : Result<std::string>(typed->second);
    auto read = text ? readConfiguration(*text, out.path) : fail(text.error());
    if (text) {
        out.text = std::move(*text);
    }
    if (read) {
        out.configuration = std::move(*read);
    } else {
        out.complaint = read.error().describe();
    }
    addEnvironment(out.configuration, ofThisProcess);
    return out;
}

std::optional<Severity> severityNamed(std::string_view name) {
    for (const Severity severity : {Severity::Error, Severity::Warning, Severity::Info, Severity::Style}) {
        if (severityName(severity) == name) {
            return severity;
        }
    }
    return std::nullopt;
}

std::optional<Severity> thresholdNamed(std::string_view name) {
    return name == "ignore" || name == "none" ? Severity::Style : severityNamed(name);
}

Result<LabelFormat> labelFormat(std::string_view label, std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, LabelFormat>, 7> kFormats = {
        {{"text", LabelFormat::Text},
         {"url", LabelFormat::Url},
         {"semver", LabelFormat::Semver},
         {"hash", LabelFormat::Hash},
         {"rfc3339", LabelFormat::Rfc3339},
         {"spdx", LabelFormat::Spdx},
         {"email", LabelFormat::Email}}};
    if (name.empty() || name == "rawtext") {
        return LabelFormat::Text;
    }
    std::string names;
    for (const auto& [known, format] : kFormats) {
        if (known == name) {
            return format;
        }
        names += (names.empty() ? "" : ", ") + std::string(known);
    }
    return fail(ErrorCode::Invalid, text::say("The format of label {} is one of {}, not {}.", label, names, name));
}

Result<std::pair<std::string, LabelFormat>> requiredLabel(std::string_view text) {
    const std::size_t colon = std::min(text.find(':'), text.size());
    const std::string_view name = text.substr(0, colon);
    const auto format = labelFormat(name, text.substr(std::min(colon + 1, text.size())));
    return format ? Result<std::pair<std::string, LabelFormat>>(std::in_place, name, *format) : fail(format.error());
}

std::string_view severityName(Severity severity) {
    switch (severity) {
        case Severity::Error:
            return "error";
        case Severity::Warning:
            return "warning";
        case Severity::Info:
            return "info";
        case Severity::Style:
            break;
    }
    return "style";
}

}  // namespace slipway::checks
