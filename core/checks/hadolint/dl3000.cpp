#include "checks/check.h"
#include "checks/hadolint/words.h"
#include "checks/workdir_paths.h"
#include "text/say.h"

namespace slipway::checks::dl3000 {

extern const Rule rule;
const Rule rule{
    .name = "DL3000",
    .family = Family::Hadolint,
    .severity = Severity::Error,
    .description = "WORKDIR is absolute.",
    .explanation =
        "A relative WORKDIR is below the one before it, so to know where a step works one has to read all of them, and "
        "those of the base image. Write the whole path.",
    .onbuild = Onbuild::InsideToo,
    .twin = "WorkdirRelativePath",
    .find =
        [](const Subject& subject, Report& report) {
            subject.each<dockerfile::Workdir>([&](const Line& line, const dockerfile::Workdir& workdir) {
                if (!hadolint::mayBeAbsolute(workdir.path.text)) {
                    report.add(line,
                               text::say("WORKDIR {} is relative: give the whole path, from / on", workdir.path.text),
                               workdir.path.range);
                }
            });
        },
    .fix = absoluteWorkdir,
};

}  // namespace slipway::checks::dl3000
