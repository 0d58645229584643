#include "checks/hadolint/installs.h"
#include "checks/hadolint/run_edits.h"
#include "text/say.h"

#include <algorithm>

namespace slipway::checks::dl3042 {

using namespace hadolint;

namespace {

constexpr std::string_view kVariable = "PIP_NO_CACHE_DIR", kSetting = "PIP_NO_CACHE_DIR=";

/// Of whichever user.
bool isMountedAbove(const dockerfile::Run& run) {
    return isMounted(run, [](std::string_view folder) { return folder == "/root" || folder.ends_with("/.cache"); });
}

constexpr Remains kCache{"~/.cache/pip", text::worded("pip leaves its cache in the layer: add --no-cache-dir"),
                         isMountedAbove};

/// As pip reads a switch.
bool isTrue(std::optional<std::string_view> value) {
    std::string lower(value.value_or(""));
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return isOneOf(lower, {"1", "true", "t", "yes", "y", "on"});
}

/// Value that `export NAME=value` or `NAME=value` alone gives the rest of the script.
std::optional<std::string_view> exported(const shell::Invocation& command) {
    std::optional<std::string_view> found;
    if (isOneOf(command.name(), {"export", "declare", "typeset"})) {
        for (const shell::Word& word : command.words()) {
            found = word.value.starts_with(kSetting) ? word.value.substr(kSetting.size()) : found;
        }
    }
    return found;
}

/// Each `pip install` that caches.
std::vector<const shell::Invocation*> cachingInstalls(const RunScript& script) {
    std::vector<const shell::Invocation*> out;
    bool off = false;
    for (const shell::Invocation& command : script.commands()) {
        if (const auto value = exported(command)) {
            off = isTrue(value);
        }
        const auto install = pipInstall(command);
        const auto own = command.environment(kVariable);
        if (install && !(own ? isTrue(own) : off) && !install->arguments.has({"--no-cache-dir"})) {
            out.push_back(&command);
        }
    }
    return out;
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3042",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "pip install keeps no cache.",
    .explanation =
        "What pip fetched and built stays below ~/.cache/pip in the layer, for an installation that never comes "
        "again. Add --no-cache-dir, set PIP_NO_CACHE_DIR, or mount a cache on /root/.cache/pip.",
    .onbuild = Onbuild::InsideToo,
    .programs = "pip* python* pypy3",
    .find =
        [](const Subject& subject, Report& report) {
            Variables variables(subject);
            for (const Line& line : subject.lines) {
                const auto* run = line.as<dockerfile::Run>();
                const auto commands =
                    run && line.script ? cachingInstalls(*line.script) : std::vector<const shell::Invocation*>();
                if (commands.empty() || isMountedAt(*run, ".cache/pip")) {
                    continue;
                }
                variables.goTo(line);
                if (!isTrue(variables.value(kVariable))) {
                    report.add(line, kCache.message(*run), line.script->source(headOf(*commands.front())));
                }
            }
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const Line* line = kCache.stayIn(subject, finding) ? editableRun(subject, finding) : nullptr;
        const auto caching = line ? cachingInstalls(*line->script) : std::vector<const shell::Invocation*>();
        return addOption(
            subject, finding, "--no-cache-dir", [&](const shell::Invocation& command) -> const shell::Word* {
                return std::ranges::contains(caching, &command) ? pipInstall(command)->arguments.operands.front()
                                                                : nullptr;
            });
    },
};

}  // namespace slipway::checks::dl3042
