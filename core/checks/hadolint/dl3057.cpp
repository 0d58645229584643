#include "checks/check.h"
#include "checks/hadolint/words.h"
#include "checks/mending.h"
#include "text/say.h"

namespace slipway::checks::dl3057 {

namespace {

/// Stages that have one, by themselves or from their base, and those that such a stage is built on.
std::vector<bool> stagesWithCheck(const Subject& subject) {
    std::vector<bool> out(subject.plan.stages.size(), false);
    for (const plan::Stage& stage : subject.plan.stages) {
        int each = stage.config.healthcheck ? stage.index : -1;
        while (each >= 0 && !out[static_cast<std::size_t>(each)]) {
            out[static_cast<std::size_t>(each)] = true;
            each = hadolint::parentOf(subject, each);
        }
    }
    return out;
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3057",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "An image has a HEALTHCHECK.",
    .explanation =
        "It tells whether what runs in a container does its work. HEALTHCHECK NONE says that none is wanted. A stage "
        "does without where one that is built on it has one. This check is off until a severity is given to it: "
        "Kubernetes, for one, has probes of its own.",
    .offByDefault = true,
    .find =
        [](const Subject& subject, Report& report) {
            const std::vector<bool> has = stagesWithCheck(subject);
            subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From&) {
                const plan::Stage* stage = subject.stageOf(line);
                if (stage && !has[static_cast<std::size_t>(line.stage)]) {
                    report.add(line,
                               text::say("Stage {} has no HEALTHCHECK", hadolint::shownName(subject, line.stage)));
                }
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const Line* from = subject.lineAt(finding.range.begin);
        const Line* last = from;
        for (const Line& line : subject.lines) {
            last = from && line.stage == from->stage ? &line : last;
        }
        const std::string_view text = subject.tree.text();
        // What ends with the escape character goes on in the next line.
        if (!last || last->instruction->range.of(text).ends_with(subject.tree.escape())) {
            return std::nullopt;
        }
        const std::size_t end = wholeLines(text, last->instruction->range).end;
        const std::string_view lineEnd = lineEndOf(text);
        const bool isOpen = !text.substr(0, end).ends_with('\n');
        return fixOf(text::say("Say that none is wanted: HEALTHCHECK NONE"),
                     {{{end, end}, std::string(isOpen ? lineEnd : "") + "HEALTHCHECK NONE" + std::string(lineEnd)}},
                     Asked::OnRequest);
    },
};

}  // namespace slipway::checks::dl3057
