// Works a plan out, instruction by instruction. Internal to core/plan.
#pragma once

#include "plan/plan.h"
#include "plan/scope.h"

#include <array>
#include <set>
#include <unordered_map>

namespace slipway::plan {

/// Where an instruction stands: its own place, or that of the FROM that brought it.
struct Site {
    const dockerfile::Instruction* instruction = nullptr;
    text::Range range;
    text::Position where;
    std::uint32_t line = 1, endLine = 1;
    bool onbuild = false;
    std::size_t index = 0;  ///< among the tree's instructions; of no use where ONBUILD brought it
};

/// What an instruction that may be a step says, whatever stands around it.
struct StepText {
    StepText() = default;
    explicit StepText(const dockerfile::Instruction& instruction);
    std::string text;  ///< originalText()
    std::uint32_t print = 0;
};

/// What a stage knows beyond its config; its children begin with a copy.
struct StageState {
    Scope environment;                   ///< ENV and ARG in effect
    std::vector<std::string> arguments;  ///< names of its own ARGs, as often as they are declared
    Scope declared;                      ///< those and the ones of the stages it is built on, each once; without values
    image::Platform platform;
    bool hasCmd = false;  ///< a CMD of this stage, not of its base
    int number = 0;       ///< of its last step
    int namesake = 0;     ///< the first stage of its name
    std::array<int, 2 * static_cast<std::size_t>(dockerfile::Keyword::Unknown)> steps{};  ///< of that name, by keyword
    int lastStep = -1;
};

/// One use; thread: the caller's.
class Planner {
public:
    Planner(BuildPlan& plan, const Bases& bases) : m_plan(plan), m_bases(bases) {}
    void run();

private:
    // planner.cpp
    void readInstructions();
    void collectDiagnostics();
    void refuseOtherFrontends();
    void globalArguments(const dockerfile::Arg& arg, const Site& site);
    void beginStage(const dockerfile::From& from, const Site& site);
    Origin baseOf(const std::string& name, Stage& stage, const dockerfile::From& from, const Site& site);
    void inheritImage(Stage& stage, const Base& base);
    void inheritStage(Stage& stage, const Stage& base, const StageState& state);
    void runTriggers(const std::vector<std::string>& triggers, const Site& fromSite);
    void endStage();
    void chooseTarget();
    void dispatch(const dockerfile::Value& value, const Site& site);

    // planner_config.cpp
    void apply(const dockerfile::Env& env, const Site& site);
    void apply(const dockerfile::Label& label, const Site& site);
    void apply(const dockerfile::Arg& arg, const Site& site);
    void apply(const dockerfile::Cmd& cmd, const Site& site);
    void apply(const dockerfile::Entrypoint& entrypoint, const Site& site);
    void apply(const dockerfile::Expose& expose, const Site& site);
    void apply(const dockerfile::Healthcheck& check, const Site& site);
    void apply(const dockerfile::Maintainer& maintainer, const Site& site);
    void apply(const dockerfile::Onbuild& onbuild, const Site& site);
    void apply(const dockerfile::Shell& shell, const Site& site);
    void apply(const dockerfile::Stopsignal& signal, const Site& site);
    void apply(const dockerfile::User& user, const Site& site);
    void apply(const dockerfile::Volume& volume, const Site& site);
    void remember(std::string text, const Site& site, int step = -1);
    [[nodiscard]] std::vector<std::string> shellWords() const;
    [[nodiscard]] std::vector<std::string> shellCommand(dockerfile::Command command) const;

    // planner_steps.cpp
    void apply(const dockerfile::Run& run, const Site& site);
    void apply(const dockerfile::Copy& copy, const Site& site);
    void apply(const dockerfile::Workdir& workdir, const Site& site);
    void apply(const dockerfile::From&, const Site&) {}
    /// `text` is the instruction's, with the step's name in its text.
    template <class Kind>
    int addStep(Kind operation, StepText text, const Site& site);
    void nameStep(Step& step, std::uint32_t print, const Site& site);
    void tellIdenticalStepsApart();
    void setCommand(RunOperation& operation, const dockerfile::Run& run);
    void setEnvironment(RunOperation& operation);
    std::optional<dockerfile::Mount> settled(const dockerfile::Mount& mount, const Site& site);
    std::optional<RunOperation::Mount> mountOf(const dockerfile::Mount& mount, const Site& site);
    [[nodiscard]] std::shared_ptr<const std::string> declaredArguments() const;
    /// Where `--from` points; reports what is wrong with it.
    std::optional<Origin> originOf(const std::string& from, std::string_view what, bool numbers, const Site& site,
                                   text::Range range);
    /// A circle of stages stops every build, reached or not.
    void tellCircles();
    /// Of the instruction of a step. Its text goes into the step's name and is asked for once.
    [[nodiscard]] StepText textOf(const Site& site);
    [[nodiscard]] std::string stepName(const std::string& text) const;
    /// The first stage of that name (in lower case) from `index` on, else -1.
    [[nodiscard]] int stageNamedFrom(int index, const std::string& name) const;

    // Both
    std::optional<std::string> expand(const std::string& text, const Site& site, text::Range range);
    /// Keeps what a build takes the word for, where that may not be what is written.
    void keepWord(const dockerfile::Word& word, std::string text, const Site& site);
    /// Notes what an expansion found unset: names that none of `declared` is.
    void noteUnset(const std::vector<std::string>& names, const Scope& scope, const Scope& declared, const Site& site,
                   text::Range range, bool inFrom);
    void problem(dockerfile::Severity severity, std::string message, const Site& site, std::optional<text::Range> range,
                 int stage);
    void error(std::string message, const Site& site, std::optional<text::Range> range = {});
    [[nodiscard]] Stage& stage() { return m_plan.stages.back(); }
    [[nodiscard]] const Stage& stage() const { return m_plan.stages.back(); }
    [[nodiscard]] StageState& state() { return m_states.back(); }
    [[nodiscard]] const StageState& state() const { return m_states.back(); }
    [[nodiscard]] int stageIndex() const { return static_cast<int>(m_plan.stages.size()) - 1; }
    [[nodiscard]] char escape() const { return m_plan.tree->escape(); }

    BuildPlan& m_plan;
    const Bases& m_bases;
    std::unordered_map<std::size_t, Error> m_mistakes;  ///< of each instruction that is broken, by its index
    std::vector<StepText> m_texts;                      ///< of each instruction that may be a step
    std::vector<std::size_t> m_diagnosed;               ///< where the tree's errors begin, ascending
    std::vector<std::pair<std::string, std::uint32_t>> m_stageNames;  ///< of all FROMs, with their lines
    std::unordered_map<std::string, std::vector<int>> m_named;        ///< stages of a name, ascending
    Scope m_global;
    Scope m_globalNames;              ///< declared above the first FROM; without values
    std::uint64_t m_spellEffort = 0;  ///< what the search for nearly equal names has taken so far
    std::vector<StageState> m_states;
    std::map<std::string, int, std::less<>> m_byName;  ///< stages so far
    /// A use of a stage below.
    struct Forward {
        int from, to;
        std::size_t problem;
    };
    std::vector<Forward> m_forward;
    std::vector<std::uint64_t> m_prints;  ///< of each step so far: its kind and fingerprint
    std::vector<std::string> m_used;      ///< variables of the current instruction
    // What a RUN here shares with those around it; null until one asks, and where something has changed it.
    std::shared_ptr<const std::vector<std::string>> m_shell;
    std::shared_ptr<const std::string> m_declared;
};

/// What this build of Slipway leaves to later: reported at its line for the stage. In refusals.cpp.
[[nodiscard]] std::vector<std::pair<std::string, text::Range>> refusals(const dockerfile::Value& value);
/// Empty for a mount that can be built.
[[nodiscard]] std::string mountRefusal(dockerfile::MountType type);
/// Is this source of ADD a URL or a git repository?
[[nodiscard]] bool isRemote(std::string_view source);
/// In graph.cpp: which stages the target needs, and the images to resolve.
void markReached(BuildPlan& plan);
void collectImages(BuildPlan& plan);

}  // namespace slipway::plan
