#include "checks/check.h"
#include "checks/hadolint/labels.h"
#include "text/say.h"

namespace slipway::checks::dl3050 {

extern const Rule rule;
const Rule rule{
    .name = "DL3050",
    .family = Family::Hadolint,
    .severity = Severity::Info,
    .description = "An image has no labels but those that the settings name.",
    .explanation =
        "The settings say strict-labels: then every label stands in their label-schema. Add it there, or remove it "
        "here.",
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            if (!subject.settings.strictLabels) {
                return;
            }
            const Line* reported = nullptr;
            hadolint::eachLabel(
                subject, [&](const Line& line, const dockerfile::NameValue& pair, std::string_view name) {
                    if (reported != &line && !subject.settings.labels.contains(name)) {
                        report.add(line, text::say("Label {} is none of those that the settings name", name),
                                   pair.name.range);
                        reported = &line;
                    }
                });
        },
};

}  // namespace slipway::checks::dl3050
