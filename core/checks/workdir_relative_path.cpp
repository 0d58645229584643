#include "checks/check.h"
#include "checks/workdir_paths.h"

namespace slipway::checks {

namespace {

/// Also of a path whose beginning only a variable knows, and of one of Windows.
bool isAbsolute(std::string_view path) {
    if (path.starts_with('"') || path.starts_with('\'')) {
        path.remove_prefix(1);
    }
    return path.starts_with('/') || path.starts_with('\\') || path.starts_with('$') || path.substr(1, 1) == ":";
}

}  // namespace

extern const Rule workdirRelativePath;
const Rule workdirRelativePath{
    .name = "WorkdirRelativePath",
    .description = "A stage's first WORKDIR is absolute.",
    .explanation =
        "A relative path is below whatever the base image happens to have as its working directory, and moves when the "
        "base changes. Write the whole path.",
    .perStage = true,
    .find =
        [](const Subject& subject, Report& report) {
            std::vector<bool> isSet(subject.plan.stages.size() + 1, false);
            for (const Line& line : subject.lines) {
                const plan::Stage* stage = subject.stageOf(line);
                if (!stage || !line.value) {
                    continue;
                }
                const auto own = static_cast<std::size_t>(stage->index);
                if (std::holds_alternative<dockerfile::From>(*line.value)) {
                    const auto* parent = std::get_if<plan::FromStage>(&stage->base);
                    isSet[own] = parent && isSet[static_cast<std::size_t>(parent->stage)];
                } else if (const auto* workdir = std::get_if<dockerfile::Workdir>(&*line.value)) {
                    const std::string& path = workdir->path.text;
                    if (!isSet[own] && !isAbsolute(path)) {
                        report.add(
                            line,
                            "Relative workdir \"" + path + "\" can have unexpected results if the base image changes",
                            workdir->path.range);
                    }
                    isSet[own] = true;
                }
            }
        },
    .fix = absoluteWorkdir,
};

}  // namespace slipway::checks
