#include "checks/subject.h"

#include "checks/hadolint/pragmas.h"
#include "parallel/pieces.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <sstream>

namespace slipway::checks {

namespace {

/// So many lines are worth a thread.
constexpr std::size_t kPiece = 2048;

/// What an ONBUILD keeps; null where it is broken.
std::shared_ptr<const dockerfile::Value> meaningOf(const dockerfile::Instruction& trigger,
                                                   const dockerfile::SyntaxTree& tree) {
    auto value = dockerfile::interpret(trigger, tree.lines());
    return value ? std::make_shared<const dockerfile::Value>(std::move(*value)) : nullptr;
}

/// The instruction itself, or what ONBUILD keeps.
const dockerfile::Instruction& innermost(const Line& line) {
    const dockerfile::Instruction& outer = *line.instruction;
    return line.keyword == dockerfile::Keyword::Onbuild && outer.trigger ? *outer.trigger : outer;
}

dockerfile::Keyword innermostKeyword(const Line& line) {
    return line.keyword == dockerfile::Keyword::Onbuild ? innermost(line).keyword : line.keyword;
}

/// What a SHELL names, or the one that an ONBUILD keeps; nullopt for any other instruction. A build refuses SHELL's
/// shell form; what it is meant to say is clear all the same.
std::optional<dockerfile::Shell> shellNamed(const Line& line, const dockerfile::SyntaxTree& tree) {
    if (innermostKeyword(line) != dockerfile::Keyword::Shell) {
        return std::nullopt;
    }
    const dockerfile::Instruction& instruction = innermost(line);
    const auto value = &instruction == line.instruction ? line.value : meaningOf(instruction, tree);
    if (const auto* shell = std::get_if<dockerfile::Shell>(value.get())) {
        return *shell;
    }
    std::istringstream words(instruction.arguments);
    dockerfile::Shell out{{std::istream_iterator<std::string>(words), {}}};
    const bool isJson = instruction.arguments.starts_with('[');
    return out.arguments.empty() || isJson ? std::nullopt : std::optional(std::move(out));
}

/// Scripts of lines that stand near each other, in memory that they share.
class Scripts {
public:
    explicit Scripts(std::size_t most) { m_scripts.reserve(most); }
    /// The script of a RUN, or of the RUN that an ONBUILD keeps; else nullptr. At most as many as there is room for.
    const RunScript* read(const Line& line, const dockerfile::SyntaxTree& tree,
                          const std::shared_ptr<const RunShell>& shell) {
        const dockerfile::Instruction* instruction = &innermost(line);
        const auto value = instruction == line.instruction ? line.value : meaningOf(*instruction, tree);
        const auto* run = std::get_if<dockerfile::Run>(value.get());
        return run ? &m_scripts.emplace_back(*instruction, *run, shell, m_shelf, m_parser) : nullptr;
    }

private:
    shell::Shelf m_shelf;
    shell::Parser m_parser{m_shelf, shell::Parser::Tokens::LeftOut};
    std::vector<RunScript> m_scripts;
};

/// The shells that a RUN's script is given to, from a line on.
struct InForce {
    std::size_t first;  ///< index of the first line
    RunShell shell, ofTriggers;
};

/// What lines are to know of those above them.
struct Above {
    std::vector<InForce> shells;
    std::vector<std::size_t> froms;  ///< indices of the FROMs
};

/// Looks at the lines that have a say in it alone: FROM, SHELL, and comments in which hadolint is told of a shell.
Above aboveOf(const std::vector<Line>& lines, const plan::BuildPlan& plan, const Surroundings& surroundings) {
    const dockerfile::SyntaxTree& tree = *plan.tree;
    const auto hasSay = [&](std::size_t index) {
        return lines[index].keyword == dockerfile::Keyword::From ||
               innermostKeyword(lines[index]) == dockerfile::Keyword::Shell;
    };
    const std::vector<std::size_t> telling = parallel::those(lines.size(), kPiece, hasSay);
    StageShells shells(plan, surroundings.bases);
    Above out;
    std::size_t index = 0;  // of the instruction at hand
    const auto changed = [&] { out.shells.push_back({index, shells.current(), shells.ofTriggers()}); };
    changed();
    auto nextTelling = telling.begin();
    for (const dockerfile::Node& node : tree.nodes()) {
        if (const auto comment = hadolint::commentOf(node, tree.text())) {
            if (shells.comment(comment->of(tree.text()))) {
                changed();
            }
        }
        if (node.instruction && nextTelling != telling.end() && *nextTelling == index) {
            ++nextTelling;
            const Line& line = lines[index];
            if (line.keyword == dockerfile::Keyword::From) {
                out.froms.push_back(index);
            }
            const auto* from = line.as<dockerfile::From>();
            const auto shell = shellNamed(line, tree);
            if (from) {
                shells.from(*from, static_cast<int>(out.froms.size()) - 1);
            } else if (shell && line.keyword == dockerfile::Keyword::Onbuild) {
                shells.trigger(*shell);
            } else if (shell) {
                shells.shell(*shell);
            }
            if (from || shell) {
                changed();
            }
        }
        index += node.instruction ? 1 : 0;
    }
    return out;
}

/// Fills stage and script of some lines that stand one below the other; `begin` is the first one's index in the file.
void fill(std::span<Line> lines, std::size_t begin, const Above& above, const dockerfile::SyntaxTree& tree) {
    auto next = std::ranges::upper_bound(above.shells, begin, {}, &InForce::first);
    auto stage = static_cast<int>(std::ranges::lower_bound(above.froms, begin) - above.froms.begin()) - 1;
    const auto isRun = [](const Line& line) { return innermostKeyword(line) == dockerfile::Keyword::Run; };
    const auto scripts = std::make_shared<Scripts>(std::ranges::count_if(lines, isRun));
    // These lines' own: threads that count the uses of one together wait for each other.
    std::shared_ptr<const RunShell> shell, ofTriggers;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Line& line = lines[i];
        while (next != above.shells.end() && next->first <= begin + i) {
            ++next;
            shell.reset();
        }
        stage += line.keyword == dockerfile::Keyword::From ? 1 : 0;
        line.stage = stage;
        if (isRun(line)) {
            if (!shell) {
                shell = std::make_shared<const RunShell>(std::prev(next)->shell);
                ofTriggers = std::make_shared<const RunShell>(std::prev(next)->ofTriggers);
            }
            const bool isKept = line.keyword == dockerfile::Keyword::Onbuild;
            line.script = {scripts, scripts->read(line, tree, isKept ? ofTriggers : shell)};
        }
    }
}

}  // namespace

std::vector<Line> linesOf(const plan::BuildPlan& plan, const Surroundings& surroundings) {
    const dockerfile::SyntaxTree& tree = *plan.tree;
    std::vector<Line> out(plan.values.size());
    parallel::eachPiece(out.size(), kPiece, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            out[i] = Line(*tree.instructions()[i], plan.values[i]);
        }
    });
    const Above above = aboveOf(out, plan, surroundings);
    parallel::eachPiece(out.size(), kPiece, [&](std::size_t begin, std::size_t end) {
        fill(std::span(out).subspan(begin, end - begin), begin, above, tree);
    });
    return out;
}

Subject::Subject(const dockerfile::SyntaxTree& ofTree, const plan::BuildPlan& ofPlan, const Surroundings& around,
                 const Settings& wanted, std::vector<Line> its)
    : tree(ofTree), plan(ofPlan), surroundings(around), settings(wanted), lines(std::move(its)) {
    for (const plan::Stage& stage : plan.stages) {
        if (const auto* base = std::get_if<plan::FromStage>(&stage.base)) {
            m_bases.emplace_back(base->stage, stage.index);
        }
    }
    std::ranges::sort(m_bases);
    readLines();
}

void Subject::readLines() {
    struct Piece {
        decltype(m_kinds) kinds;
        decltype(m_programs) programs;
    };
    std::vector<Piece> pieces((lines.size() + kPiece - 1) / kPiece);
    m_begins.resize(lines.size());
    parallel::eachPiece(lines.size(), kPiece, [&](std::size_t begin, std::size_t end) {
        auto& [kinds, programs] = pieces[begin / kPiece];
        std::string_view last;  // most files call the same programs again and again
        for (std::size_t i = begin; i < end; ++i) {
            const Line& line = lines[i];
            m_begins[i] = line.instruction->range.begin;
            if (line.value) {
                kinds[line.kind].push_back({&line, line.value.get()});
            }
            for (const shell::Invocation& command :
                 line.script ? line.script->commands() : std::span<const shell::Invocation>()) {
                if (command.name() != last) {
                    last = command.name();
                    programs.insert(last);
                }
                programs.insert(command.wrappers().begin(), command.wrappers().end());
            }
        }
    });
    for (const auto& [kinds, programs] : pieces) {
        for (std::size_t kind = 0; kind < kinds.size(); ++kind) {
            m_kinds[kind].insert(m_kinds[kind].end(), kinds[kind].begin(), kinds[kind].end());
        }
        m_programs.insert(programs.begin(), programs.end());
    }
}

std::span<const Line> Subject::linesFrom(std::size_t offset) const {
    return std::span(lines).subspan(
        static_cast<std::size_t>(std::ranges::lower_bound(m_begins, offset) - m_begins.begin()));
}

std::vector<int> Subject::stagesOn(int stage) const {
    std::vector<int> out;
    for (const auto& [base, child] : std::ranges::equal_range(m_bases, stage, {}, &std::pair<int, int>::first)) {
        out.push_back(child);
    }
    return out;
}

bool Subject::calls(std::string_view programs) const {
    while (!programs.empty()) {
        const std::size_t end = std::min(programs.find(' '), programs.size());
        std::string_view name = programs.substr(0, end);
        const bool isBeginning = name.ends_with('*');
        name.remove_suffix(isBeginning ? 1 : 0);
        if (isBeginning ? std::ranges::any_of(m_programs, [&](std::string_view each) { return each.starts_with(name); })
                        : m_programs.contains(name)) {
            return true;
        }
        programs.remove_prefix(std::min(end + 1, programs.size()));
    }
    return false;
}

const plan::Stage* Subject::stageOf(const Line& line) const {
    const auto index = static_cast<std::size_t>(line.stage);
    return line.stage >= 0 && index < plan.stages.size() ? &plan.stages[index] : nullptr;
}

const Line* Subject::lineAt(std::size_t offset) const {
    const auto after = std::ranges::upper_bound(m_begins, offset) - m_begins.begin();
    const Line* line = after == 0 ? nullptr : &lines[static_cast<std::size_t>(after - 1)];
    return line && offset <= line->instruction->range.end ? line : nullptr;
}

Subject triggersOf(const Subject& file) {
    std::vector<Line> lines;
    for (const Line& line : file.lines) {
        if (line.keyword != dockerfile::Keyword::Onbuild) {
            continue;
        }
        if (const dockerfile::Instruction& trigger = innermost(line); &trigger != line.instruction) {
            lines.emplace_back(trigger, meaningOf(trigger, file.tree)).script = line.script;
        }
    }
    return {file.tree, file.plan, file.surroundings, file.settings, std::move(lines)};
}

}  // namespace slipway::checks
