#include "checks/check.h"
#include "checks/hadolint/label_formats.h"
#include "checks/hadolint/labels.h"
#include "text/say.h"

namespace slipway::checks::dl3058 {

extern const Rule rule;
const Rule rule{
    .name = "DL3058",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "A label that is to hold an e-mail address does.",
    .explanation =
        "The settings (label-schema) say what this label holds, so that programs can read it. A variable's value is "
        "not "
        "known here: for a label that is filled during the build the settings say text.",
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            hadolint::findBadValues(subject, report, LabelFormat::Email, hadolint::isEmail,
                                    [](std::string_view name, std::string_view value) {
                                        return text::say("Label {} is no e-mail address: {}", name, value);
                                    });
        },
};

}  // namespace slipway::checks::dl3058
