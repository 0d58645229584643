#include "checks/check.h"
#include "checks/stage_references.h"
#include "text/say.h"

#include <string_view>
#include <unordered_map>

namespace slipway::checks::dl3024 {

extern const Rule rule;
const Rule rule{
    .name = "DL3024",
    .family = Family::Hadolint,
    .severity = Severity::Error,
    .description = "Every stage has a name of its own.",
    .explanation = "Of two stages with one name only the last can be reached by it: give one of them another name.",
    .twin = "DuplicateStageName",
    .find =
        [](const Subject& subject, Report& report) {
            std::unordered_map<std::string_view, std::uint32_t> lines;
            lines.reserve(subject.plan.stages.size());
            subject.each<dockerfile::From>([&](const Line& line, const dockerfile::From& from) {
                const auto [first, isNew] = lines.emplace(from.name, line.instruction->firstLine);
                if (!from.name.empty() && !isNew) {
                    report.add(line, text::say("The stage in line {} is named {}, too", first->second, from.name),
                               from.nameRange);
                }
            });
        },
    .fix = withOtherNameAbove,
};

}  // namespace slipway::checks::dl3024
