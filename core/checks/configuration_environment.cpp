// hadolint's environment variables.
//
// Reference: "Configure" of hadolint's README.
#include "checks/configuration.h"

#include "dockerfile/spaces.h"
#include "text/say.h"

#include <algorithm>
#include <array>
#include <utility>

namespace slipway::checks {

namespace {

class VariableReader {
public:
    explicit VariableReader(const Environment& environment) : m_environment(environment) {}

    [[nodiscard]] std::string text(const char* name) const { return m_environment(name).value_or(""); }
    /// The words between commas.
    [[nodiscard]] std::vector<std::string> list(const char* name) const {
        std::vector<std::string> out;
        const std::string value = text(name);
        std::string_view rest = value;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(','), rest.size());
            std::string_view word = rest.substr(0, end);
            word.remove_prefix(std::min(word.find_first_not_of(" \t"), word.size()));
            word = word.substr(0, word.find_last_not_of(" \t") + 1);
            if (!word.empty()) {
                out.emplace_back(word);
            }
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        return out;
    }
    /// nullopt where it isn't set.
    [[nodiscard]] std::optional<bool> truth(const char* name) const {
        static constexpr std::array<std::string_view, 5> kTrue{"1", "y", "on", "true", "yes"};
        const auto value = m_environment(name);
        return value ? std::optional(std::ranges::any_of(
                           kTrue, [&](auto word) { return dockerfile::equalsIgnoringCase(*value, word); }))
                     : std::nullopt;
    }

private:
    const Environment& m_environment;
};

void addLabels(Configuration& configuration, const VariableReader& variables) {
    for (const std::string& item : variables.list("HADOLINT_REQUIRE_LABELS")) {
        if (auto label = requiredLabel(item)) {
            configuration.settings.labels.insert_or_assign(std::move(label->first), label->second);
        } else {
            configuration.notes.emplace_back(ErrorCode::Invalid, "HADOLINT_REQUIRE_LABELS: " + label.error().message);
        }
    }
}

}  // namespace

void addEnvironment(Configuration& configuration, const Environment& environment) {
    static constexpr std::array<std::pair<const char*, Severity>, 4> kOverrides{
        {{"HADOLINT_OVERRIDE_ERROR", Severity::Error},
         {"HADOLINT_OVERRIDE_WARNING", Severity::Warning},
         {"HADOLINT_OVERRIDE_INFO", Severity::Info},
         {"HADOLINT_OVERRIDE_STYLE", Severity::Style}}};
    const VariableReader variables(environment);
    Settings& settings = configuration.settings;
    for (const auto& [name, severity] : kOverrides) {
        for (std::string& rule : variables.list(name)) {
            configuration.setSeverity(std::move(rule), severity);
        }
    }
    for (std::string& rule : variables.list("HADOLINT_IGNORE")) {
        settings.ignored.insert(std::move(rule));
    }
    for (const char* name : {"HADOLINT_TRUSTED_REGISTRIES", "HADOLINT_ALLOWED_REGISTRIES"}) {  // as it was once called
        for (std::string& registry : variables.list(name)) {
            settings.trustedRegistries.push_back(std::move(registry));
        }
    }
    addLabels(configuration, variables);
    settings.strictLabels = variables.truth("HADOLINT_STRICT_LABELS").value_or(settings.strictLabels);
    settings.ignorePragmas = !variables.truth("HADOLINT_DISABLE_IGNORE_PRAGMA").value_or(!settings.ignorePragmas);
    configuration.noFail = variables.truth("HADOLINT_NOFAIL").value_or(configuration.noFail);
    if (const std::string threshold = variables.text("HADOLINT_FAILURE_THRESHOLD"); !threshold.empty()) {
        if (const auto known = thresholdNamed(threshold)) {
            configuration.failureThreshold = known;
        } else {
            configuration.notes.emplace_back(
                ErrorCode::Invalid, text::say("HADOLINT_FAILURE_THRESHOLD: no threshold is named {}.", threshold));
        }
    }
}

}  // namespace slipway::checks
