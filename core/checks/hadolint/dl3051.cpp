#include "checks/check.h"
#include "checks/hadolint/labels.h"
#include "text/say.h"

namespace slipway::checks::dl3051 {

extern const Rule rule;
const Rule rule{
    .name = "DL3051",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "A label that the settings ask for is not empty.",
    .explanation = "The settings (label-schema) ask for the label because someone reads it: give it a value.",
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            hadolint::eachLabel(
                subject, [&](const Line& line, const dockerfile::NameValue& pair, std::string_view name) {
                    if (subject.settings.labels.contains(name) && hadolint::withoutQuotes(pair.value.text).empty()) {
                        report.add(line, text::say("Label {} is empty", name), pair.name.range);
                    }
                });
        },
};

}  // namespace slipway::checks::dl3051
