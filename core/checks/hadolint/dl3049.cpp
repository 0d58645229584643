#include "checks/check.h"
#include "checks/hadolint/labels.h"

#include <vector>

namespace slipway::checks::dl3049 {

namespace {

/// Stages that others copy from.
std::vector<bool> sources(const Subject& subject) {
    std::vector<bool> out(subject.plan.stages.size(), false);
    for (const plan::Stage& stage : subject.plan.stages) {
        const int parent = hadolint::parentOf(subject, stage.index);
        for (const int used : stage.dependsOn) {
            if (used >= 0 && used < stage.index && used != parent) {
                out[static_cast<std::size_t>(used)] = true;
            }
        }
    }
    return out;
}

/// Stages that lack the label, and so do all that are built on them.
std::vector<bool> stagesWithout(const Subject& subject, const std::string& label) {
    std::vector<bool> out(subject.plan.stages.size(), true);
    for (std::size_t at = out.size(); at-- > 0;) {
        const plan::Stage& stage = subject.plan.stages[at];
        if (stage.config.labels.contains(label)) {
            out[at] = false;
        }
        if (const int parent = hadolint::parentOf(subject, stage.index); parent >= 0 && !out[at]) {
            out[static_cast<std::size_t>(parent)] = false;
        }
    }
    return out;
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3049",
    .family = Family::Hadolint,
    .severity = Severity::Info,
    .description = "An image has every label that the settings ask for.",
    .explanation =
        "The settings (label-schema) ask for the label because someone reads it: add it with LABEL. A stage that "
        "others copy from, or on which one with the label is built, does without.",
    .find =
        [](const Subject& subject, Report& report) {
            if (subject.settings.labels.empty()) {
                return;
            }
            const std::vector<bool> copied = sources(subject);
            for (const auto& [label, format] : subject.settings.labels) {
                const std::vector<bool> without = stagesWithout(subject, label);
                subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From&) {
                    const auto index = static_cast<std::size_t>(line.stage);
                    if (subject.stageOf(line) && !copied[index] && without[index]) {
                        report.add(line,
                                   "Stage " + hadolint::shownName(subject, line.stage) + " lacks the label " + label);
                    }
                });
            }
        },
};

}  // namespace slipway::checks::dl3049
