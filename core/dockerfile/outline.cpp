#include "dockerfile/outline.h"

#include "dockerfile/instruction.h"
#include "dockerfile/spaces.h"
#include "parallel/pieces.h"
#include "text/utf8.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace slipway::dockerfile {

namespace {

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), lowerCase);
    return out;
}

/// Builds stage by stage. Names count only for the stages below them, as in a build.
class Builder {
public:
    explicit Builder(const SyntaxTree& tree) : m_tree(tree) {}

    Outline build() {
        const auto& all = m_tree.instructions();
        const std::vector<std::size_t> telling = thoseOfStages();
        const auto isFrom = [&](std::size_t index) { return all[index]->keyword == Keyword::From; };
        const auto stages = static_cast<std::size_t>(std::ranges::count_if(telling, isFrom));
        m_out.stages.reserve(stages);
        m_firsts.reserve(stages + 1);
        m_byName.reserve(stages);
        for (const std::size_t index : telling) {
            const Instruction& instruction = *all[index];
            if (isFrom(index)) {
                begin(instruction);
                m_firsts.push_back(index);
            } else if (!m_out.stages.empty() && instruction.keyword == Keyword::Copy) {
                useFlag(instruction, "from");
            } else if (!m_out.stages.empty()) {
                useMounts(instruction);
            }
        }
        if (!m_out.stages.empty())
            end();
        connect();
        fill();
        return std::move(m_out);
    }

private:
    static constexpr std::size_t kPiece = 4096;  // so many instructions are worth a thread

    /// Indices of the instructions that begin a stage or may name one.
    [[nodiscard]] std::vector<std::size_t> thoseOfStages() const {
        const auto& all = m_tree.instructions();
        return parallel::those(all.size(), kPiece, [&](std::size_t index) {
            const Instruction& each = *all[index];
            return each.keyword == Keyword::From ||
                   (!each.flags.empty() && (each.keyword == Keyword::Copy || each.keyword == Keyword::Run));
        });
    }

    /// Gives each stage its instructions, and with them its end.
    void fill() {
        const auto& all = m_tree.instructions();
        m_firsts.push_back(all.size());
        m_out.global.resize(m_firsts.front());
        for (std::size_t i = 0; i < m_out.stages.size(); ++i)
            m_out.stages[i].instructions.resize(m_firsts[i + 1] - m_firsts[i]);
        parallel::eachPiece(all.size(), kPiece, [&](std::size_t begin, std::size_t end) {
            auto next = std::ranges::upper_bound(m_firsts, begin);
            while (begin < end) {
                const std::size_t stop = std::min(end, *next);
                const auto stage = static_cast<std::size_t>(next - m_firsts.begin());  // 0: above the first one
                auto& row = stage == 0 ? m_out.global : m_out.stages[stage - 1].instructions;
                const std::size_t first = stage == 0 ? 0 : m_firsts[stage - 1];
                for (; begin < stop; ++begin)
                    row[begin - first] = all[begin];
                ++next;
            }
        });
        for (StageOutline& stage : m_out.stages) {
            stage.range.end = stage.instructions.back()->range.end;
            stage.endLine = stage.instructions.back()->lastLine;
        }
    }

    void begin(const Instruction& from) {
        if (!m_out.stages.empty())
            end();
        StageOutline stage;
        stage.index = static_cast<int>(m_out.stages.size());
        stage.line = from.firstLine;
        stage.range.begin = from.range.begin;
        if (!from.words.empty())
            stage.base = from.words[0].text;
        if (from.words.size() >= 3 && equalsIgnoringCase(from.words[1].text, "as"))
            stage.name = from.words[2].text;
        stage.baseStage = find(stage.base, false);
        if (stage.baseStage >= 0)
            stage.dependsOn.push_back(stage.baseStage);
        m_out.stages.push_back(std::move(stage));
    }

    /// From here on its name counts.
    void end() {
        const StageOutline& stage = m_out.stages.back();
        if (!stage.name.empty())
            m_byName[lower(stage.name)] = stage.index;
    }

    /// The stage above the current one that a name, or a number where those count, stands for.
    [[nodiscard]] int find(std::string_view name, bool numbers) const {
        int number = 0;
        const auto [stop, error] = std::from_chars(name.data(), name.data() + name.size(), number);
        if (numbers && error == std::errc{} && stop == name.data() + name.size())
            return number >= 0 && number + 1 < static_cast<int>(m_out.stages.size()) ? number : -1;
        const auto found = m_byName.find(lower(name));
        return found == m_byName.end() ? -1 : found->second;
    }

    void use(std::string_view name, bool numbers) {
        if (const int stage = find(name, numbers); stage >= 0)
            m_out.stages.back().dependsOn.push_back(stage);
    }

    void useFlag(const Instruction& instruction, std::string_view name) {
        for (const Flag& flag : instruction.flags)
            if (flag.name == name && flag.value)
                use(std::string_view(flag.plain).substr(flag.plain.find('=') + 1), true);
    }

    void useMounts(const Instruction& instruction) {
        // What a mount's options mean is asked only where one of them may name a stage.
        const auto mayName = [](const Flag& flag) {
            return flag.name == "mount" &&
                   !std::ranges::search(flag.plain, std::string_view("from"), {}, lowerCase).empty();
        };
        if (std::ranges::none_of(instruction.flags, mayName))
            return;
        const auto value = interpret(instruction, m_tree.lines());
        if (!value)
            return;
        for (const Mount& mount : std::get<Run>(*value).mounts)
            if (!mount.from.empty())
                use(mount.from, false);
    }

    void connect() {
        for (StageOutline& stage : m_out.stages) {
            std::ranges::sort(stage.dependsOn);
            stage.dependsOn.erase(std::ranges::unique(stage.dependsOn).begin(), stage.dependsOn.end());
            for (const int other : stage.dependsOn)
                m_out.stages[static_cast<std::size_t>(other)].dependents.push_back(stage.index);
        }
    }

    const SyntaxTree& m_tree;
    Outline m_out;
    std::vector<std::size_t> m_firsts;  ///< of each stage, its FROM's index
    std::unordered_map<std::string, int> m_byName;
};

}  // namespace

const StageOutline* Outline::stageAt(std::uint32_t line) const {
    const auto after = std::ranges::upper_bound(stages, line, {}, &StageOutline::line);
    return after == stages.begin() ? nullptr : &*std::prev(after);
}

Outline outline(const SyntaxTree& tree) { return Builder(tree).build(); }

std::string outlineText(const Instruction& instruction, std::size_t most) {
    std::string from;
    if (instruction.keyword == Keyword::Copy)
        for (const Flag& flag : instruction.flags)
            if (flag.name == "from")
                from = text::oneLine(flag.plain, most) + ' ';
    std::string arguments = text::oneLine(instruction.arguments, most);
    if (!from.empty())
        arguments.insert(0, from);
    return arguments;
}

}  // namespace slipway::dockerfile
