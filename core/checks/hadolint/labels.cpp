#include "checks/hadolint/labels.h"

#include <algorithm>

namespace slipway::checks::hadolint {

void findBadValues(const Subject& subject, Report& report, LabelFormat format, bool (*isGood)(std::string_view value),
                   std::string (*message)(std::string_view name, std::string_view value)) {
    if (std::ranges::none_of(subject.settings.labels, [&](const auto& label) { return label.second == format; })) {
        return;
    }
    eachLabel(subject, [&](const Line& line, const dockerfile::NameValue& pair, std::string_view name) {
        const auto wanted = subject.settings.labels.find(name);
        const std::string_view value = withoutQuotes(pair.value.text);
        if (wanted != subject.settings.labels.end() && wanted->second == format && !isGood(value)) {
            report.add(line, message(name, value), pair.value.range.empty() ? pair.name.range : pair.value.range);
        }
    });
}

}  // namespace slipway::checks::hadolint
