#include "checks/check.h"
#include "checks/hadolint/labels.h"
#include "text/say.h"

#include <vector>

namespace slipway::checks::dl3049 {

namespace {

/// Stages that those below copy from, or mount, by their name.
std::vector<bool> sources(const Subject& subject) {
    std::vector<bool> out(subject.plan.stages.size(), false);
    const hadolint::StageNames stages(subject);
    const auto see = [&](const Line& line, std::string_view from) {
        if (const auto stage = stages.named(line, from)) {
            out[static_cast<std::size_t>(*stage)] = true;
        }
    };
    subject.each<dockerfile::Copy>([&](const Line& line, const dockerfile::Copy& copy) {
        if (copy.from) {
            see(line, copy.from->text);
        }
    });
    subject.each<dockerfile::Run>([&](const Line& line, const dockerfile::Run& run) {
        for (const dockerfile::Mount& mount : run.mounts) {
            see(line, mount.from);
        }
    });
    return out;
}

/// Stages that lack the label. One without a name that has it answers for the stage that it is built on.
std::vector<bool> stagesWithout(const Subject& subject, const std::string& label) {
    std::vector<bool> out(subject.plan.stages.size(), true);
    for (const plan::Stage& stage : subject.plan.stages) {
        if (!stage.config.labels.contains(label)) {
            continue;
        }
        out[static_cast<std::size_t>(stage.index)] = false;
        if (const int parent = hadolint::parentOf(subject, stage.index); parent >= 0 && stage.name.empty()) {
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
        "others copy from by its name, or on which one without a name is built that has the label, does without.",
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
                        report.add(line, text::say("Stage {} lacks the label {}",
                                                   hadolint::shownName(subject, line.stage), label));
                    }
                });
            }
        },
};

}  // namespace slipway::checks::dl3049
