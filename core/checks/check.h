// Checks of a Dockerfile: what is wrong or unwise in it, by rules with names.
//
// The rules and their names are BuildKit's, see https://docs.docker.com/reference/build-checks/, and hadolint's, see
// https://github.com/hadolint/hadolint#rules; Slipway's own need what no linter knows (slipway/).
#pragma once

#include "checks/subject.h"
#include "text/edit.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::checks {

struct Rule;
struct Fix;

struct Finding {
    const Rule* rule = nullptr;
    /// The rule's, or the one that the settings give it; of twins that it stands for, the worst.
    Severity severity = Severity::Warning;
    std::string message;                      ///< a whole sentence or clause, without its location
    text::Range range;                        ///< bytes of the source
    std::uint32_t line = 1, endLine = 1;      ///< 1-based, inclusive: the instruction's, or one line of it
    int stage = -1;                           ///< -1: of no stage
    std::optional<text::Range> related = {};  ///< another place that it is about
    std::shared_ptr<const Fix> fix = {};      ///< where who found it said what mends it
    std::uint32_t silencedAt = 0;             ///< line of the instruction whose comment silences it; 0: of its own
    /// The file that range and lines are of, as Survey::ignoreFile names it; empty: the Dockerfile.
    std::string path = {};
};

/// Where a check puts what it finds.
class Report {
public:
    Report(const Rule& rule, Severity severity, std::deque<Finding>& findings)
        : m_rule(rule), m_severity(severity), m_findings(findings) {}
    /// At the instruction, or at a part of it.
    void add(const Line& line, std::string message, std::optional<text::Range> part = {},
             std::optional<text::Range> related = {});
    void add(Finding finding);
    /// At a step's instruction.
    void add(const plan::Step& step, std::string message);

private:
    const Rule& m_rule;
    Severity m_severity;
    std::deque<Finding>& m_findings;
};

/// What mends a finding.
struct Fix {
    std::string title;              ///< what it does, as an order: "Write the stage's name in lower case"
    std::vector<text::Edit> edits;  ///< of the source; sorted, apart from each other
    /// It gives something up, or takes a guess: never part of mending many findings at once, unless asked for by rule.
    bool onRequest = false;
    /// It holds for all that follows in the stage, so it may mend what the rule finds there, too.
    bool carriesOn = false;
};

/// How a rule meets ONBUILD.
enum class Onbuild : std::uint8_t {
    AsWritten,  ///< as an instruction like any other
    InsideToo,  ///< so, and once more with all triggers alone, as though they were a file without FROM
};

struct Rule {
    std::string_view name;
    Family family = Family::BuildKit;
    Severity severity = Severity::Warning;
    std::string_view description;  ///< one sentence
    std::string_view explanation;  ///< why it matters, and what to write instead
    bool experimental = false;     ///< on only where `# check=experimental=…` asks for it
    bool perStage = false;         ///< a build finds it only in stages that it reaches
    bool fileOnly = false;         ///< `# check=skip=…` silences it at the top of the file alone, as BuildKit has it
    bool oncePerInstruction = false;  ///< of what it finds in one the first is shown, and how much more there is
    bool offByDefault = false;        ///< on only where the settings give it a severity or ask for it by name
    bool readsContext = false;        ///< it asks Surroundings::context
    Onbuild onbuild = Onbuild::AsWritten;
    /// A rule that says the same: of two findings in one place (of this rule's, where it is related) only the twin's is
    /// shown, and neither where one of them is silenced.
    std::string_view twin = {};
    /// Rules, with a blank between them, that have nothing to add where this one finds something: it is shown alone, as
    /// the worst of them.
    std::string_view outdoes = {};
    /// As Subject::calls() takes them: where no RUN calls one of them, it has nothing to find. Empty: it may.
    std::string_view programs = {};
    void (*find)(const Subject& subject, Report& report) = nullptr;
    /// Of one of its findings in the subject; nullopt where mending it takes a person. Without it, it always does.
    std::optional<Fix> (*fix)(const Subject& subject, const Finding& finding) = nullptr;
};

/// All rules: a family after the other, by name.
[[nodiscard]] std::span<const Rule* const> rules();
/// nullptr for an unknown name; letter case doesn't matter.
[[nodiscard]] const Rule* ruleNamed(std::string_view name);
/// Address of the page about it; empty for Slipway's own, whose explanation says all.
[[nodiscard]] std::string documentationOf(const Rule& rule);

struct CheckResult {
    std::vector<Finding> findings;  ///< the Dockerfile's first; by line, then by message
    bool error = false;             ///< the file asks for findings to fail the build: `# check=error=true`
};
/// Would check() ask what the build context holds? To survey one takes longer than all other checks together.
[[nodiscard]] bool readsContext(const plan::BuildPlan& plan, const Surroundings& surroundings,
                                const Settings& settings = {});
enum class Scope : std::uint8_t { AllStages, ReachedStages };
/// Runs every rule that neither the settings nor the file have silenced. `plan` is the tree's. Any thread.
[[nodiscard]] CheckResult check(const plan::BuildPlan& plan, const Surroundings& surroundings = {},
                                const Settings& settings = {}, Scope scope = Scope::AllStages);

}  // namespace slipway::checks
