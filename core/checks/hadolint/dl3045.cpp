#include "checks/check.h"
#include "checks/hadolint/words.h"
#include "checks/mending.h"
#include "checks/workdir_paths.h"
#include "text/say.h"

#include <vector>

namespace slipway::checks::dl3045 {

namespace {

bool baseHasWorkdir(const Subject& subject, const plan::Stage* stage) {
    const plan::Base* base = stage ? plan::baseOf(subject.surroundings.bases, stage->base) : nullptr;
    return base && !base->config->workingDir.empty() && base->config->workingDir != "/";
}

/// COPY and WORKDIR of a Dockerfile, or of what ONBUILD keeps.
class Walk {
public:
    Walk(const Subject& subject, Report& report)
        : m_subject(subject),
          m_report(report),
          m_isSet(subject.lines.empty() ? 1 : slot(subject.lines.back().stage) + 1) {}

    void look(const Line& line, const dockerfile::Value& value, bool trigger) {
        if (std::holds_alternative<dockerfile::From>(value)) {
            const int parent = hadolint::parentOf(m_subject, line.stage);
            m_isSet[slot(line.stage)] =
                (parent >= 0 && m_isSet[slot(parent)]) || baseHasWorkdir(m_subject, m_subject.stageOf(line));
        } else if (std::holds_alternative<dockerfile::Workdir>(value)) {
            if (trigger) {
                m_isSetByTrigger = true;
            } else {
                m_isSet[slot(line.stage)] = true;
            }
        } else if (const auto* copy = std::get_if<dockerfile::Copy>(&value); copy && !copy->add) {
            const bool isSet = m_isSet[slot(line.stage)] || (trigger && m_isSetByTrigger);
            if (!isSet && !hadolint::mayBeAbsolute(copy->destination.text)) {
                m_report.add(
                    line,
                    text::say("COPY to {}, and no WORKDIR says below what: set one above, or write an absolute path",
                              copy->destination.text),
                    copy->destination.range);
            }
        }
    }

private:
    /// What stands above the first FROM comes first.
    [[nodiscard]] static std::size_t slot(int stage) { return static_cast<std::size_t>(stage + 1); }

    const Subject& m_subject;
    Report& m_report;
    std::vector<bool> m_isSet;      // by slot
    bool m_isSetByTrigger = false;  // of any stage, as triggersOf() has it
};

}  // namespace

extern const Rule rule;
const Rule rule{
    .name = "DL3045",
    .family = Family::Hadolint,
    .severity = Severity::Warning,
    .description = "COPY to a relative destination has a WORKDIR above it.",
    .explanation =
        "Without one the file lands below whatever the base image has as its working directory, and moves when the "
        "base changes. Set WORKDIR, or write the whole path.",
    .find =
        [](const Subject& subject, Report& report) {
            Walk walk(subject, report);
            for (const Line& line : subject.lines) {
                if (!line.value) {
                    continue;
                }
                const auto* onbuild = std::get_if<dockerfile::Onbuild>(&*line.value);
                if (!onbuild) {
                    walk.look(line, *line.value, false);
                } else if (const auto value = dockerfile::interpret(*onbuild->trigger, subject.tree.lines())) {
                    walk.look(line, *value, true);
                }
            }
        },
    .fix = [](const Subject& subject, const Finding& finding) -> std::optional<Fix> {
        const Line* line = subject.lineAt(finding.range.begin);
        const auto above = line ? workdirAbove(subject, *line) : std::nullopt;
        const std::string_view written = finding.range.of(subject.tree.text());
        const bool isQuoted = written.starts_with('"') || written.starts_with('\'');
        std::string_view path = written.substr(isQuoted ? 1 : 0);
        while (path.starts_with("./")) {
            path.remove_prefix(2);
        }
        if (!above || above->path != "/" || path.starts_with("..") || written.contains('\\')) {
            return std::nullopt;
        }
        std::string whole =
            "/" + std::string(path.starts_with('.') && path.size() <= (isQuoted ? 2U : 1U) ? path.substr(1) : path);
        return fixOf(text::say("Write {}", hadolint::withoutQuotes(whole)),
                     {{finding.range, (isQuoted ? std::string(1, written[0]) : "") + whole}},
                     above->isKnown ? Asked::Always : Asked::OnRequest);
    },
};

}  // namespace slipway::checks::dl3045
