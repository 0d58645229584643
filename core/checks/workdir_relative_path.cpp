#include "checks/check.h"
#include "checks/workdir_paths.h"
#include "plan/go_text.h"
#include "text/say.h"

namespace slipway::checks {

namespace {

bool isAbsolute(std::string_view path, const plan::Stage& stage) {
    // What the base image is for isn't known before it is there.
    const bool mayBeWindows = !stage.known || stage.config.platform.os == "windows";
    return path.starts_with('/') || (mayBeWindows && (path.starts_with('\\') || (path.size() > 1 && path[1] == ':')));
}

/// As a build takes it; where only that knows, as it is written, unless that begins with a variable.
std::optional<std::string> taken(const plan::BuildPlan& plan, const dockerfile::Word& path) {
    if (const auto words = plan.taken(path); !words.empty()) {
        return words.front().text;
    }
    const std::size_t begin = std::min(path.text.find_first_not_of("\"'"), path.text.size());
    return path.text[begin] == '$' ? std::nullopt : std::optional(path.text.substr(begin));
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
                if (line.as<dockerfile::From>()) {
                    const auto* parent = std::get_if<plan::FromStage>(&stage->base);
                    isSet[own] = parent && isSet[static_cast<std::size_t>(parent->stage)];
                } else if (const auto* workdir = line.as<dockerfile::Workdir>()) {
                    const auto path = isSet[own] ? std::nullopt : taken(subject.plan, workdir->path);
                    if (path && !isAbsolute(*path, *stage)) {
                        report.add(
                            line,
                            text::say("Relative workdir {} can have unexpected results if the base image changes",
                                      plan::goQuote(*path)),
                            workdir->path.range);
                    }
                    isSet[own] = true;
                }
            }
        },
    .fix = absoluteWorkdir,
};

}  // namespace slipway::checks
