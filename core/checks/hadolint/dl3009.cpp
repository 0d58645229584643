#include "checks/hadolint/installs.h"
#include "checks/hadolint/run_edits.h"

#include <algorithm>

namespace slipway::checks::dl3009 {

using namespace hadolint;

namespace {

constexpr std::string_view kLists = "/var/lib/apt/lists", kPackages = "/var/cache/apt";
/// With it, as Debian's and Ubuntu's images come, apt deletes packages once they are installed.
constexpr std::string_view kDockerClean = "/etc/apt/apt.conf.d/docker-clean";

Trace traceOfLists(const shell::Invocation& command) {
    return aptAction(command) == "update" ? Trace::Makes : removes(command, kLists) ? Trace::Cleans : Trace::None;
}

Trace traceOfPackages(const shell::Invocation& command) {
    const std::string_view action = aptAction(command);
    const bool cleans = isOneOf(action, {"clean", "distclean"}) || removes(command, kPackages) ||
                        removes(command, "/var/cache/apt/archives");
    return action == "install" ? Trace::Makes : cleans ? Trace::Cleans : Trace::None;
}

bool removesDockerClean(const RunScript& script) {
    return std::ranges::any_of(script.commands(), [](const shell::Invocation& command) {
        return command.name() == "rm" && std::ranges::contains(command.words(), kDockerClean, &shell::Word::value);
    });
}

/// Stages in which packages stay because docker-clean was removed, there or below.
class KeptPackages {
public:
    explicit KeptPackages(const Subject& subject) : m_subject(subject), m_stages(subject.plan.stages.size(), false) {}
    bool see(const Line& line) {
        const plan::Stage* stage = m_subject.stageOf(line);
        if (!stage) {
            return m_outside = m_outside || removesDockerClean(*line.script);
        }
        const auto index = static_cast<std::size_t>(line.stage);
        const auto* base = std::get_if<plan::FromStage>(&stage->base);
        const bool below = base && m_stages[static_cast<std::size_t>(base->stage)];
        return m_stages[index] = m_stages[index] || below || removesDockerClean(*line.script);
    }

private:
    const Subject& m_subject;
    std::vector<bool> m_stages;
    bool m_outside = false;
};

constexpr std::string_view kListsStay = "apt's lists stay in the layer: end this RUN with rm -rf /var/lib/apt/lists/*";

void findWhatStays(const Subject& subject, Report& report) {
    const KeptStages stages(subject);
    KeptPackages packages(subject);
    subject.eachRun([&](const Line& line, const dockerfile::Run& run) {
        const bool packagesStay = packages.see(line) && !isMounted(run, kPackages);
        if (!stages.keep(line)) {
            return;
        }
        const shell::Invocation* fetch = isMounted(run, kLists) ? nullptr : uncleaned(*line.script, traceOfLists);
        if (fetch) {
            report.add(line, std::string(kListsStay), line.script->source(headOf(*fetch)));
            return;
        }
        fetch = packagesStay ? uncleaned(*line.script, traceOfPackages) : nullptr;
        if (fetch) {
            report.add(line, "Without docker-clean apt's packages stay in the layer: end this RUN with apt-get clean",
                       line.script->source(headOf(*fetch)));
        }
    });
}

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3009",
    .family = Family::Hadolint,
    .severity = Severity::Info,
    .description = "The RUN that fetches apt's lists deletes them.",
    .explanation =
        "The lists below /var/lib/apt/lists are tens of megabytes that only apt-get install needs. Deleting them in a "
        "later RUN leaves them in the layer below: end the same RUN with rm -rf /var/lib/apt/lists/*, or mount a "
        "cache there. Where docker-clean was removed from /etc/apt/apt.conf.d, the packages in /var/cache/apt stay, "
        "too: apt-get clean deletes them.",
    .onbuild = Onbuild::InsideToo,
    .programs = "apt-get apt aptitude",
    .find = findWhatStays,
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        if (finding.message != kListsStay) {
            return endWith(subject, finding, "apt-get clean");
        }
        return aptListsAreNeeded(subject, finding) ? std::nullopt
                                                   : endWith(subject, finding, "rm -rf /var/lib/apt/lists/*");
    },
};

}  // namespace slipway::checks::dl3009
