#include "dockerfile/outline.h"

#include "dockerfile/instruction.h"
#include "dockerfile/spaces.h"
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
        const auto isFrom = [](const auto& each) { return each->keyword == Keyword::From; };
        for (auto at = all.begin(); at != all.end(); ++at) {
            const std::shared_ptr<const Instruction>& instruction = *at;
            if (isFrom(instruction)) {
                begin(*instruction);
                const auto next = std::find_if(std::next(at), all.end(), isFrom);
                m_out.stages.back().instructions.reserve(static_cast<std::size_t>(next - at));
            }
            if (m_out.stages.empty()) {
                m_out.global.push_back(instruction);
                continue;
            }
            m_out.stages.back().instructions.push_back(instruction);
            if (instruction->keyword == Keyword::Copy)
                useFlag(*instruction, "from");
            if (instruction->keyword == Keyword::Run)
                useMounts(*instruction);
        }
        if (!m_out.stages.empty())
            end();
        connect();
        return std::move(m_out);
    }

private:
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

    void end() {
        StageOutline& stage = m_out.stages.back();
        stage.range.end = stage.instructions.back()->range.end;
        stage.endLine = stage.instructions.back()->lastLine;
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
        const auto value = interpret(instruction, m_tree.lines(), m_tree.escape());
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
    std::unordered_map<std::string, int> m_byName;
};

}  // namespace

const StageOutline* Outline::stageAt(std::uint32_t line) const {
    const auto after = std::ranges::upper_bound(stages, line, {}, &StageOutline::line);
    return after == stages.begin() ? nullptr : &*std::prev(after);
}

Outline outline(const SyntaxTree& tree) { return Builder(tree).build(); }

std::string outlineText(const Instruction& instruction, std::size_t most) {
    std::string out;
    if (instruction.keyword == Keyword::Copy)
        for (const Flag& flag : instruction.flags)
            if (flag.name == "from")
                out = text::oneLine(flag.plain, most) + ' ';
    return out += text::oneLine(instruction.arguments, most);
}

}  // namespace slipway::dockerfile
