#include "checks/check.h"
#include "checks/hadolint/words.h"
#include "checks/mending.h"

namespace slipway::checks::dl3021 {

extern const Rule rule;
const Rule rule{
    .name = "DL3021",
    .family = Family::Hadolint,
    .severity = Severity::Error,
    .description = "COPY of several sources has a destination that ends with a slash.",
    .explanation =
        "Several files need a folder to go to, and the slash says that it is one: docker build without BuildKit, and "
        "other builders, refuse the instruction without it.",
    .onbuild = Onbuild::InsideToo,
    .find =
        [](const Subject& subject, Report& report) {
            subject.each<dockerfile::Copy>([&](const Line& line, const dockerfile::Copy& copy) {
                // hadolint looks at the last character as written; a variable may end with the slash.
                const auto taken = subject.plan.taken(copy.destination);
                const bool isKnown = !taken.empty() && taken.front().isSet;
                const std::string_view destination =
                    isKnown ? std::string_view(taken.front().text) : hadolint::withoutQuotes(copy.destination.text);
                const bool forABuildToKnow = !isKnown && destination.starts_with('$') &&
                                             destination.find_first_of("/\\") == std::string_view::npos;
                const bool isFolder = destination.ends_with('/') || destination.ends_with('\\');
                if (!copy.add && copy.sources.size() + copy.heredocs.size() > 1 && !isFolder && !forABuildToKnow) {
                    report.add(line,
                               "COPY of several sources: end the destination " + copy.destination.text + " with /",
                               copy.destination.range);
                }
            });
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const std::string_view written = finding.range.of(subject.tree.text());
        const bool isQuoted = written.size() > 1 && (written.ends_with('"') || written.ends_with('\''));
        const std::size_t end = finding.range.end - (isQuoted ? 1 : 0);
        return fixOf("End the destination with /", {{{end, end}, "/"}});
    },
};

}  // namespace slipway::checks::dl3021
