// Checks of a Dockerfile: what is wrong or unwise in it, by rules with names.
//
// The rules and their names are BuildKit's, see https://docs.docker.com/reference/build-checks/, and hadolint's, see
// https://github.com/hadolint/hadolint#rules; Slipway's own need what no linter knows (slipway/).
#pragma once

#include "checks/run_script.h"
#include "checks/settings.h"
#include "context/survey.h"
#include "plan/past.h"
#include "plan/plan.h"
#include "text/edit.h"

#include <array>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace slipway::checks {

/// What is known beside the text. Pointers may be null: then nothing is known. They outlive the call.
struct Surroundings {
    const plan::Bases* bases = nullptr;
    const context::Ignore* ignore = nullptr;  ///< of the build context
    /// shellcheck (shellcheck.h), for those who can wait for it.
    const std::function<std::string(std::span<const std::string>)>* shellcheck = nullptr;
    const plan::Past* past = nullptr;          ///< what earlier builds left of the plan's steps
    const context::Survey* context = nullptr;  ///< what the build context holds
};

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

/// Index of a kind of instruction among dockerfile::Value's.
template <class Kind>
inline constexpr std::size_t kindOf = []<class... Kinds>(const std::variant<Kinds...>*) {
    std::size_t index = 0;
    static_cast<void>(((std::is_same_v<Kind, Kinds> || (++index, false)) || ...));
    return index;
}(static_cast<const dockerfile::Value*>(nullptr));

/// An instruction, what it means (null where it is broken) and the stage it stands in (-1: above the first FROM).
struct Line {
    Line() = default;
    Line(const dockerfile::Instruction& its, std::shared_ptr<const dockerfile::Value> meaning)
        : instruction(&its),
          value(std::move(meaning)),
          keyword(its.keyword),
          kind(static_cast<std::uint8_t>(value ? value->index() : std::variant_size_v<dockerfile::Value>)) {}
    /// What it means where it is of that kind, else nullptr.
    template <class Kind>
    [[nodiscard]] const Kind* as() const {
        return kind == kindOf<Kind> ? std::get_if<Kind>(value.get()) : nullptr;
    }

    const dockerfile::Instruction* instruction = nullptr;
    std::shared_ptr<const dockerfile::Value> value;
    int stage = -1;
    // Rules pass over most lines: these two are here so that they need not look elsewhere for that.
    dockerfile::Keyword keyword = dockerfile::Keyword::Unknown;  ///< the instruction's
    std::uint8_t kind = std::variant_size_v<dockerfile::Value>;  ///< index of the value; none where it is broken
    std::shared_ptr<const RunScript> script;                     ///< of a RUN, and of an ONBUILD RUN
};

/// A file's instructions in order, with their scripts.
[[nodiscard]] std::vector<Line> linesOf(const plan::BuildPlan& plan, const Surroundings& surroundings);

/// What a check looks at.
struct Subject {
    Subject(const dockerfile::SyntaxTree& tree, const plan::BuildPlan& plan, const Surroundings& surroundings,
            const Settings& settings, std::vector<Line> lines);
    Subject(const Subject&) = delete;  // it points into its lines
    Subject(Subject&&) = default;

    const dockerfile::SyntaxTree& tree;
    const plan::BuildPlan& plan;
    const Surroundings& surroundings;
    const Settings& settings;
    std::vector<Line> lines;  ///< in order of the text

    /// Calls `look(line, value)` for each instruction of the kind.
    template <class Kind, class Look>
    void each(Look look) const {
        for (const auto& [line, value] : m_kinds[kindOf<Kind>]) {
            look(*line, std::get<Kind>(*value));
        }
    }
    /// Calls `look(line, run)` for each RUN; its script is the line's.
    template <class Look>
    void eachRun(Look look) const {
        each<dockerfile::Run>([&](const Line& line, const dockerfile::Run& run) {
            if (line.script) {
                look(line, run);
            }
        });
    }
    [[nodiscard]] const plan::Stage* stageOf(const Line& line) const;
    /// The lines whose instructions begin at the byte or behind it.
    [[nodiscard]] std::span<const Line> linesFrom(std::size_t offset) const;
    /// Indices of the stages that are built on a stage, ascending.
    [[nodiscard]] std::vector<int> stagesOn(int stage) const;
    /// The line whose instruction holds the byte; nullptr between instructions.
    [[nodiscard]] const Line* lineAt(std::size_t offset) const;
    /// Does a RUN, or what ONBUILD keeps, call one of these programs (with a blank between them)? "pip*" is any whose
    /// name begins so.
    [[nodiscard]] bool calls(std::string_view programs) const;

private:
    struct Of {
        const Line* line;
        const dockerfile::Value* value;
    };
    void readLines();
    std::array<std::vector<Of>, std::variant_size_v<dockerfile::Value>> m_kinds;  ///< the lines of each
    std::vector<std::size_t> m_begins;  ///< where each line's instruction begins
    std::unordered_set<std::string_view> m_programs;
    std::vector<std::pair<int, int>> m_bases;  ///< stages of the file and those that are built on them, sorted
};
/// All that ONBUILD keeps, as though it were a file without FROM; hadolint, too, reads on from one stage to the next.
[[nodiscard]] Subject triggersOf(const Subject& file);

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
