// What a check looks at: a file's instructions with what they mean, and what is known around them.
#pragma once

#include "checks/run_script.h"
#include "checks/settings.h"
#include "context/survey.h"
#include "plan/past.h"
#include "plan/plan.h"

#include <array>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
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

}  // namespace slipway::checks
