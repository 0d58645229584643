#include "checks/hadolint/labels.h"

namespace slipway::checks::hadolint {

void findBadValues(const Subject& subject, Report& report, LabelFormat format, bool (*isGood)(std::string_view value),
                   std::string (*message)(std::string_view name, std::string_view value)) {
    eachLabel(subject, [&](const Line& line, const dockerfile::NameValue& pair, std::string_view name) {
        const auto wanted = subject.settings.labels.find(name);
        const std::string_view value = withoutQuotes(pair.value.text);
        if (wanted != subject.settings.labels.end() && wanted->second == format && !isGood(value)) {
            report.add(line, message(name, value), pair.value.range.empty() ? pair.name.range : pair.value.range);
        }
    });
}

}  // namespace slipway::checks::hadolint
