#include "checks/check.h"
#include "checks/hadolint/run_edits.h"
#include "checks/slipway/stages.h"
#include "text/quantity.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks::file_in_several_layers {

namespace {

/// Less is nobody's concern: a package manager's own lists change with each install.
constexpr std::uint64_t kWorthSaying = 1'000'000;

std::string words(const std::vector<layer::Rewrite>& files, std::uint64_t sum) {
    const std::string size = text::bytesText(sum);
    const std::string& first = files[0].path;
    const bool touched = std::ranges::all_of(files, &layer::Rewrite::sameContent);
    if (files.size() == 1 && touched) {
        return text::say(
            "Writes /{} again, which a step above had written: {} of it stay in the image unseen; their content is the "
            "same: set owner and mode where they are copied",
            first, size);
    }
    if (files.size() == 1) {
        return text::say("Writes /{} again, which a step above had written: {} of it stay in the image unseen", first,
                         size);
    }
    if (touched) {
        return text::say(
            "Writes {} files again that steps above had written: {} stay in the image unseen, the largest is /{}; "
            "their content is the same: set owner and mode where they are copied",
            files.size(), size, first);
    }
    return text::say(
        "Writes {} files again that steps above had written: {} stay in the image unseen, the largest is /{}",
        files.size(), size, first);
}

/// The RUN above made them: in one RUN with it they are one layer's. That the two were apart was somebody's choice, so
/// only for who asks. Of a COPY nothing can be said: a chown behind it also reaches what stood there before, and
/// --chown the folders that the COPY makes on its way.
std::optional<Fix> writtenInOneRun(const Subject& subject, const Finding& finding) {
    const Line* line = subject.lineAt(finding.range.begin);
    if (!line || line == subject.lines.data() || !subject.surroundings.past) {
        return std::nullopt;
    }
    const auto pastAt = [&](const Line& each) -> const plan::PastStep* {
        const auto step = std::ranges::find(subject.plan.steps, each.instruction->range.begin,
                                            [](const plan::Step& one) { return one.range.begin; });
        const auto found = step == subject.plan.steps.end() ? subject.surroundings.past->end()
                                                            : subject.surroundings.past->find(step->id);
        return found == subject.surroundings.past->end() ? nullptr : &found->second;
    };
    const plan::PastStep* const past = pastAt(*line);
    const plan::PastStep* const above = pastAt(*(line - 1));
    const auto isAbove = [&](const layer::Rewrite& file) { return above->layer->find(file.path).has_value(); };
    if (!past || !above || !above->layer || std::ranges::none_of(past->rewritten, isAbove)) {
        return std::nullopt;
    }
    return hadolint::joinedWithPrevious(subject, finding, Asked::OnRequest);
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "FileInSeveralLayers",
    .family = Family::Slipway,
    .severity = Severity::Style,
    .description = "A file is in one layer of an image.",
    .explanation =
        "Slipway has built these steps and compared their layers: a file that a later step writes again, or changes "
        "only the owner or the mode of, is in the image twice, and everybody who pulls it loads both. Copy it as it is "
        "to be (COPY --chown=… --chmod=…), change it in the RUN that makes it, or leave it out of the earlier COPY. "
        "Two "
        "RUNs, one right after the other, can be joined here; a chown behind a COPY takes a person, for it may reach "
        "more than what was copied.",
    .find =
        [](const Subject& subject, Report& report) {
            for (const auto& [step, past] : builtSteps(subject)) {
                const auto& files = past->rewritten;
                std::uint64_t sum = 0;
                for (const layer::Rewrite& file : files) {
                    sum += file.size;
                }
                if (sum >= kWorthSaying) {
                    report.add(*step, words(files, sum));
                }
            }
        },
    .fix = writtenInOneRun,
};

}  // namespace slipway::checks::file_in_several_layers
