// Works the stages of a part of a file out, instruction by instruction. Internal to core/plan.
#pragma once

#include "plan/reading.h"

#include <array>
#include <span>

namespace slipway::plan {

/// A use of a stage below.
struct Forward {
    int from, to;
    std::size_t problem;  ///< index among the problems of its part, then of the plan
};

/// Some stages of a file, one below the other, and what comes of them. Indices of steps are the part's own.
struct Part {
    std::size_t begin = 0, end = 0;  ///< instructions, the first of them a FROM
    int firstStage = 0, endStage = 0;
    std::uint64_t spellEffort = 0;  ///< how much the search for nearly equal names may take
    std::vector<Step> steps = {};
    std::vector<Problem> problems = {};
    std::vector<UnsetVariable> unset = {};
    std::vector<ExpandedWord> expanded = {};
    std::vector<Forward> forward = {};
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

/// What this build of Slipway leaves to later, at its line for the stage. In refusals.cpp.
struct Refusal {
    std::string message;
    text::Range range = {};                   ///< empty: the whole instruction
    ErrorCode code = ErrorCode::Unsupported;  ///< or Invalid, where no engine builds it
};
[[nodiscard]] std::vector<Refusal> refusals(const dockerfile::Value& value);
/// nullopt for a mount that can be built.
[[nodiscard]] std::optional<Refusal> mountRefusal(const dockerfile::Mount& mount);
[[nodiscard]] Refusal remoteRefusal(const dockerfile::Word& source);
/// Of ADD --checksum, whose value and sources are expanded, if `readable`.
[[nodiscard]] std::optional<Refusal> checksumRefusal(const dockerfile::Word& flag, std::string_view checksum,
                                                     const std::vector<std::string>& sources, bool readable);
/// Of any variable: what can't be expanded with it is broken whatever the values are.
[[nodiscard]] std::optional<std::string> anyValue(std::string_view name);
/// Is this source of ADD a URL or a git repository?
[[nodiscard]] bool isRemote(std::string_view source);

/// One use, by one thread; others may work on other parts of the file.
class StagePlanner {
public:
    /// `stages` are those of the whole file; the part's own are filled.
    StagePlanner(Reading& file, Part& part, std::span<Stage> stages);
    void run();

private:
    // stage_planner.cpp
    void instruction(std::size_t index);
    [[nodiscard]] std::optional<Problem> nullByte(const Site& site) const;
    void beginStage(const dockerfile::From& from, const Site& site);
    Origin baseOf(const std::string& name, Stage& stage, const dockerfile::From& from, const Site& site);
    void inheritImage(Stage& stage, const Base& base);
    void inheritStage(Stage& stage, const Stage& base, const StageState& state);
    void runTriggers(const std::vector<std::string>& triggers, const Site& fromSite);
    void endStage();
    void dispatch(const dockerfile::Value& value, const Site& site);

    // stage_planner_config.cpp
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

    // stage_planner_run.cpp
    void apply(const dockerfile::Run& run, const Site& site);
    void setCommand(RunOperation& operation, const dockerfile::Run& run);
    /// Of a RUN here that says nothing of its own.
    [[nodiscard]] std::shared_ptr<const RunSetting> setting();
    [[nodiscard]] std::vector<std::string> proxyEnvironment() const;
    [[nodiscard]] std::string declaredArguments() const;
    std::optional<dockerfile::Mount> settled(const dockerfile::Mount& mount, const Site& site);
    std::optional<RunOperation::Mount> mountOf(const dockerfile::Mount& mount, const Site& site);

    // stage_planner_steps.cpp
    void apply(const dockerfile::Copy& copy, const Site& site);
    void apply(const dockerfile::Workdir& workdir, const Site& site);
    void apply(const dockerfile::From&, const Site&) {}
    /// `text` is the instruction's, with the step's name in its text.
    template <class Kind>
    int addStep(Kind operation, StepText text, const Site& site);
    void nameStep(Step& step, std::uint32_t print, const Site& site);
    void tellIdenticalStepsApart();
    /// Where `--from` points; reports what is wrong with it.
    std::optional<Origin> originOf(const std::string& from, std::string_view what, bool numbers, const Site& site,
                                   text::Range range);
    /// Of the instruction of a step. Its text goes into the step's name and is asked for once.
    [[nodiscard]] StepText textOf(const Site& site);
    [[nodiscard]] std::string stepName(const std::string& text) const;

    // All
    std::optional<std::string> expand(const std::string& text, const Site& site, text::Range range);
    /// What is wrong with a word that can't be expanded. What an unresolved base sets is unknown, and `${X:?}` may well
    /// be satisfied: then nullopt, unless the text itself is broken.
    [[nodiscard]] std::optional<Error> mistakeIn(const std::string& text, const Error& error) const;
    /// May an unresolved base have a say in what the word becomes?
    [[nodiscard]] bool isOpen(const std::string& word) const;
    /// Keeps what a build takes the word for, where that may not be what is written.
    void keepWord(const dockerfile::Word& word, std::string text, const Site& site);
    /// Notes what an expansion found unset: names that none of `declared` is.
    void noteUnset(const std::vector<std::string>& names, const Scope& scope, const Scope& declared, const Site& site,
                   text::Range range, bool inFrom);
    void problem(dockerfile::Severity severity, std::string message, const Site& site, std::optional<text::Range> range,
                 int stage);
    void error(std::string message, const Site& site, std::optional<text::Range> range = {});
    void refuse(const Refusal& refusal, const Site& site);
    [[nodiscard]] Stage& stage() { return m_stages[static_cast<std::size_t>(m_stage)]; }
    [[nodiscard]] const Stage& stage() const { return m_stages[static_cast<std::size_t>(m_stage)]; }
    [[nodiscard]] StageState& state() { return m_states.back(); }
    [[nodiscard]] const StageState& state() const { return m_states.back(); }
    /// Of a stage of this part.
    [[nodiscard]] StageState& stateOf(int stage) {
        return m_states[static_cast<std::size_t>(stage - m_part.firstStage)];
    }
    [[nodiscard]] const Options& options() const { return m_file.plan.options; }
    [[nodiscard]] char escape() const { return m_file.escape(); }

    Reading& m_file;
    Part& m_part;
    std::span<Stage> m_stages;
    int m_stage;                          ///< index of the current one
    std::uint64_t m_spelled = 0;          ///< effort that the search for nearly equal names has taken so far
    std::vector<StageState> m_states;     ///< of the part's stages so far
    std::vector<std::uint64_t> m_prints;  ///< of each step so far: its kind and fingerprint
    std::vector<std::string> m_used;      ///< variables of the current instruction
    // What a RUN here shares with those around it; null until one asks, and where something has changed it.
    std::shared_ptr<const std::vector<std::string>> m_shell;
    std::shared_ptr<const RunSetting> m_setting;
};

}  // namespace slipway::plan
