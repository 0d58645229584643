#include "language/symbols.h"

#include "language/names.h"
#include "parallel/pieces.h"
#include "shell/script.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <span>

namespace slipway::language {

namespace {

using dockerfile::Instruction;
using dockerfile::Keyword;
using dockerfile::NodeKind;
using dockerfile::SyntaxTree;

constexpr std::size_t kDetail = 100;

DocumentSymbol symbolOf(const Instruction& instruction) {
    const std::string_view name = keywordName(instruction.keyword);
    DocumentSymbol out{SymbolKind::Instruction,           std::string(name.empty() ? instruction.keywordText : name),
                       outlineText(instruction, kDetail), instruction.range,
                       instruction.keywordRange,          {}};
    if (instruction.keyword != Keyword::Arg && instruction.keyword != Keyword::Env)
        return out;
    out.children.reserve(instruction.pairs.size());
    for (const dockerfile::NameValue& pair : instruction.pairs)
        if (!pair.name.range.empty())
            out.children.push_back({SymbolKind::Variable,
                                    pair.name.text,
                                    text::oneLine(pair.value.text, kDetail),
                                    {pair.name.range.begin, std::max(pair.name.range.end, pair.value.range.end)},
                                    pair.name.range,
                                    {}});
    return out;
}

DocumentSymbol symbolOf(const dockerfile::StageOutline& stage) {
    const Instruction& from = *stage.instructions.front();
    const bool named = !stage.name.empty() && from.words.size() >= 3;
    DocumentSymbol out{SymbolKind::Stage,
                       named ? stage.name : std::to_string(stage.index),
                       "FROM " + text::oneLine(stage.base, kDetail),
                       stage.range,
                       named ? from.words[2].range : from.keywordRange,
                       std::vector<DocumentSymbol>(stage.instructions.size())};
    constexpr std::size_t kInstructions = 2048;
    parallel::eachPiece(out.children.size(), kInstructions, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            out.children[i] = symbolOf(*stage.instructions[i]);
    });
    return out;
}

}  // namespace

std::vector<DocumentSymbol> documentSymbols(const SyntaxTree&, const dockerfile::Outline& outline) {
    std::vector<DocumentSymbol> out(outline.global.size() + outline.stages.size());
    std::ranges::transform(outline.global, out.begin(), [](const auto& each) { return symbolOf(*each); });
    const auto stages = std::span(out).subspan(outline.global.size());
    constexpr std::size_t kStages = 64;
    parallel::eachPiece(stages.size(), kStages, [&](std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            stages[i] = symbolOf(outline.stages[i]);
    });
    return out;
}

std::vector<FoldingRange> foldingRanges(const SyntaxTree& tree, const dockerfile::Outline& outline) {
    std::vector<FoldingRange> out;
    const auto add = [&](std::uint32_t line, std::uint32_t end, FoldingRange::Kind kind) {
        if (line < end)
            out.push_back({line, end, kind});
    };
    for (const dockerfile::StageOutline& stage : outline.stages)
        add(stage.line, stage.endLine, FoldingRange::Kind::Region);
    std::uint32_t line = 1;
    std::uint32_t comments = 0;  // how many comment lines end right above
    const auto& nodes = tree.nodes();
    for (std::size_t i = 0; i <= nodes.size(); ++i) {
        const bool isComment = i < nodes.size() && nodes[i].kind == NodeKind::Comment;
        if (i < nodes.size())
            line = tree.lines().line(nodes[i].range.begin);
        if (isComment) {
            ++comments;
            continue;
        }
        if (comments > 1) {
            const std::uint32_t last = i < nodes.size() ? line - 1 : tree.lines().line(nodes.back().range.begin);
            add(last - comments + 1, last, FoldingRange::Kind::Comment);
        }
        comments = 0;
        if (i == nodes.size() || !nodes[i].instruction)
            continue;
        const Instruction& instruction = *nodes[i].instruction;
        add(instruction.firstLine, instruction.lastLine, FoldingRange::Kind::Region);
        for (const dockerfile::Heredoc& heredoc : instruction.heredocs)
            if (instruction.heredocs.size() > 1 && heredoc.terminated)
                add(tree.lines().line(heredoc.bodyRange.begin), tree.lines().line(heredoc.endRange.begin),
                    FoldingRange::Kind::Region);
    }
    std::ranges::stable_sort(out, {}, &FoldingRange::line);
    // One line can begin one fold in most editors; the larger one comes first.
    return out;
}

namespace {

/// The language of a stage's commands at an instruction.
shell::Dialect dialectAt(const dockerfile::Outline& outline, const Instruction& instruction) {
    shell::Dialect out = shell::Dialect::Bash;
    const int stage = stageAt(outline, instruction.range.begin);
    if (stage < 0)
        return out;
    for (const auto& each : outline.stages[static_cast<std::size_t>(stage)].instructions)
        if (each->range.begin < instruction.range.begin && each->keyword == Keyword::Shell && each->json &&
            !each->json->empty())
            out = shell::dialectOfProgram(each->json->front());
    return out;
}

/// Words, commands and what is made of them around a place of a script, the smallest first.
std::vector<text::Range> scriptRanges(std::string_view text, shell::Dialect dialect, std::size_t offset) {
    std::vector<text::Range> out;
    const auto holds = [&](text::Range range) {
        if (!range.empty() && offset >= range.begin && offset <= range.end)
            out.push_back(range);
    };
    const auto script = shell::Script::parse(text, dialect);
    for (const shell::SimpleCommand& command : script->commands()) {
        holds(command.range);
        for (const shell::Word& word : command.words)
            holds(word.range);
        for (const shell::Assignment& assignment : command.assignments)
            holds(assignment.range);
    }
    for (const shell::Node& node : script->nodes())
        holds(node.range);
    std::ranges::stable_sort(out, {}, &text::Range::size);
    return out;
}

/// The same for the commands of an instruction, in the source.
std::vector<text::Range> commandRanges(const dockerfile::Outline& outline, const Instruction& whole,
                                       std::size_t offset) {
    const Instruction* instruction = &whole;
    while (instruction->trigger)
        instruction = instruction->trigger.get();
    static constexpr std::array kCommands{Keyword::Run, Keyword::Cmd, Keyword::Entrypoint};
    if (instruction->json || !std::ranges::contains(kCommands, instruction->keyword))
        return {};
    const shell::Dialect dialect = dialectAt(outline, whole);
    for (const dockerfile::Heredoc& heredoc : whole.heredocs) {
        const std::size_t begin = heredoc.bodyRange.begin;
        if (offset < begin || offset > heredoc.bodyRange.end)
            continue;
        auto out = scriptRanges(heredoc.content, shell::dialectOfScript(heredoc.content, dialect), offset - begin);
        for (text::Range& range : out)
            range = {begin + range.begin, begin + range.end};
        return out;
    }
    // The place in the joined lines is the last byte of theirs that isn't behind it in the source.
    std::size_t place = 0;
    while (place < instruction->arguments.size() && instruction->sourceOffset(place) < offset)
        ++place;
    auto out = scriptRanges(instruction->arguments, dialect, place);
    for (text::Range& range : out)
        range = instruction->sourceRange(range.begin, range.end);
    return out;
}

}  // namespace

std::vector<text::Range> selectionRanges(const SyntaxTree& tree, const dockerfile::Outline& outline,
                                         std::size_t offset) {
    std::vector<text::Range> out;
    const auto holds = [&](text::Range range) {
        if (range.empty() || offset < range.begin || offset > range.end)
            return;
        if (out.empty() || (range != out.back() && range.begin <= out.back().begin && range.end >= out.back().end))
            out.push_back(range);
    };
    if (const Instruction* const instruction = instructionAt(tree, offset)) {
        for (const Instruction* each = instruction; each; each = each->trigger.get()) {
            holds(each->keywordRange);
            for (const dockerfile::Word& word : each->words)
                holds(word.range);
            for (const dockerfile::NameValue& pair : each->pairs) {
                holds(pair.name.range);
                holds(pair.value.range);
                holds({pair.name.range.begin, std::max(pair.name.range.end, pair.value.range.end)});
            }
            for (const dockerfile::Flag& flag : each->flags) {
                holds(flag.valueRange);
                holds(flag.range);
            }
        }
        for (const text::Range range : commandRanges(outline, *instruction, offset))
            holds(range);
        for (const dockerfile::Heredoc& heredoc : instruction->heredocs)
            holds(heredoc.bodyRange);
        holds(instruction->argumentsRange);
        holds(instruction->range);
    }
    if (const int stage = stageAt(outline, offset); stage >= 0)
        holds(outline.stages[static_cast<std::size_t>(stage)].range);
    holds({0, tree.text().size()});
    return out;
}

}  // namespace slipway::language
