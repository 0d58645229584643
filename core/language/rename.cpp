#include "language/rename.h"

#include "dockerfile/instruction.h"
#include "dockerfile/spaces.h"
#include "language/environment.h"
#include "language/stage_bases.h"
#include "plan/scope.h"
#include "shell/characters.h"
#include "text/say.h"

#include <algorithm>
#include <array>
#include <set>

namespace slipway::language {

namespace {

using dockerfile::equalsIgnoringCase;
using Role = Occurrence::Role;

struct Found {
    dockerfile::Outline outline;
    Names names;
    Occurrence occurrence;
    [[nodiscard]] const Symbol& symbol() const { return names.symbols[occurrence.symbol]; }
};

std::unexpected<Error> refuse(std::string why) { return fail(ErrorCode::Invalid, std::move(why)); }

/// A name that Docker itself gives a meaning.
bool isPredefined(const std::string& name) {
    static constexpr std::array<std::string_view, 3> kOfEveryContainer{"PATH", "HOME", "HOSTNAME"};
    return plan::isProxyArgument(name) || plan::platformArguments({}, {}, {}).has(name) ||
           std::ranges::contains(kOfEveryContainer, name);
}

std::string lineOf(const plan::BuildPlan& plan, std::size_t offset) {
    return std::to_string(plan.tree->lines().line(offset));
}

/// The stages that have a variable: where it stands, and those that stand on them.
std::set<int> stagesOf(const Found& found) {
    std::set<int> out;
    for (const Occurrence* const each : found.names.of(found.occurrence.symbol))
        out.insert(each->stage);
    for (std::size_t stage = 0; stage < found.names.bases.size(); ++stage)
        if (std::ranges::any_of(found.names.bases[stage], [&](int base) { return out.contains(base); }))
            out.insert(static_cast<int>(stage));
    return out;
}

/// A stage can be reached through variables; where they are more than the default of one ARG, that can't follow.
Result<> checkReach(const plan::BuildPlan& plan, const Found& found) {
    const Symbol& symbol = found.symbol();
    for (std::size_t i = 0; i < found.outline.stages.size(); ++i) {
        const dockerfile::StageOutline& stage = found.outline.stages[i];
        const auto* const base = i < plan.stages.size() ? std::get_if<plan::FromStage>(&plan.stages[i].base) : nullptr;
        const bool isReached =
            base && base->stage == symbol.stage && !std::ranges::contains(found.names.bases[i], symbol.stage);
        const bool mayBeReached = stage.index > symbol.stage && mayBecome(stage.base, symbol.name);
        if (isReached || mayBeReached)
            return refuse(
                text::say("Line {} reaches this stage through a variable, as {}: what the variable holds can't be "
                          "renamed with it.",
                          stage.line, stage.base));
        for (const auto& instruction : stage.instructions)
            for (const dockerfile::Flag& flag : instruction->flags) {
                const std::size_t from = flag.name == "from" ? 0 : flag.plain.find("from=");
                const std::size_t dollar = flag.plain.find('$', std::min(from, flag.plain.size()));
                if (flag.name != "from" && flag.name != "mount")
                    continue;
                if (dollar != std::string::npos && dollar < flag.plain.find(',', from))
                    return refuse(
                        text::say("Line {} names a stage by a variable, which a build doesn't take: mend that "
                                  "first.",
                                  lineOf(plan, flag.range.begin)));
            }
    }
    // The default of an ARG that a FROM takes goes with the stage, unless it says something else, too.
    for (const Occurrence* const each : found.names.of(found.occurrence.symbol)) {
        if (each->stage >= 0)
            continue;
        const auto isArgument = [&](const Occurrence& other) {
            return other.stage < 0 && other.role == Role::Definition && other.range.end < each->range.begin;
        };
        const auto argument = std::ranges::find_last_if(found.names.occurrences, isArgument);
        if (argument.empty())
            continue;
        for (const Occurrence* const use : found.names.of(argument.front().symbol)) {
            const dockerfile::Instruction* const by = instructionAt(*plan.tree, use->range.begin);
            const int stage = stageAt(found.outline, use->range.begin);
            const bool isBase = by && by->keyword == dockerfile::Keyword::From && !by->words.empty() &&
                                use->range.begin >= by->words[0].range.begin &&
                                use->range.end <= by->words[0].range.end && stage >= 0 &&
                                std::ranges::contains(found.names.bases[static_cast<std::size_t>(stage)], symbol.stage);
            if (use->role == Role::Use && !isBase)
                return refuse(text::say("The default of {} names this stage, and line {} uses it for something else.",
                                        found.names.symbols[argument.front().symbol].name,
                                        lineOf(plan, use->range.begin)));
        }
    }
    return {};
}

/// What can name a variable of the environment by a text that is made while it runs.
bool namesByOtherMeans(std::string_view script) {
    static constexpr std::array<std::string_view, 7> kMeans{"${!",        "eval ",      "envsubst", "printenv \"",
                                                            "declare -n", "typeset -n", "local -n"};
    return std::ranges::any_of(kMeans, [&](std::string_view each) { return script.contains(each); });
}

/// The name as a word of its own in a range of the text that is no occurrence of it; npos where there is none.
std::size_t strayMention(const Found& found, std::string_view text, text::Range range, std::string_view name) {
    for (std::size_t at = text.find(name, range.begin); at < range.end; at = text.find(name, at + 1)) {
        const bool whole = (at == 0 || !shell::isName(text[at - 1])) &&
                           (at + name.size() >= text.size() || !shell::isName(text[at + name.size()]));
        const Occurrence* const known = found.names.at(at);
        if (whole && (!known || known->range.begin > at || known->range.end < at + name.size()))
            return at;
    }
    return std::string_view::npos;
}

Result<> checkVariable(const plan::BuildPlan& plan, const Found& found, const Surroundings& surroundings) {
    const std::string& name = found.symbol().name;
    const std::set<int> stages = stagesOf(found);
    for (const int stage : stages)
        if (const auto set = baseVariable(plan, surroundings, stage, name))
            return refuse(text::say("The image {} sets {}, so it can't be renamed here.", set->image, name));
    for (std::size_t i = 0; i < plan.stages.size() && i < found.names.bases.size(); ++i) {
        const auto* const base = std::get_if<plan::FromStage>(&plan.stages[i].base);
        if (base && !std::ranges::contains(found.names.bases[i], base->stage) &&
            (stages.contains(static_cast<int>(i)) || stages.contains(base->stage)))
            return refuse(text::say("Line {} takes its stage from a variable, so where {} is used can't be told.",
                                    plan.stages[i].line, name));
    }
    const std::string_view text = plan.tree->text();
    for (const int stage : stages) {
        if (stage < 0)
            continue;
        for (const auto& instruction : found.outline.stages[static_cast<std::size_t>(stage)].instructions) {
            if (!namesByOtherMeans(instruction->range.of(text)))
                continue;
            const std::size_t at = strayMention(found, text, instruction->range, name);
            if (at != std::string_view::npos)
                return refuse(
                    text::say("Line {} may name {} by what it puts together while it runs.", lineOf(plan, at), name));
        }
    }
    return {};
}

Result<Found> find(const plan::BuildPlan& plan, std::size_t offset, const Surroundings& surroundings) {
    Found out{dockerfile::outline(*plan.tree), {}, {}};
    out.names = names(*plan.tree, out.outline);
    const Occurrence* const at = out.names.at(offset);
    if (!at || out.names.symbols[at->symbol].kind == NameKind::Heredoc)
        return refuse(text::say("There is no stage and no variable here to rename."));
    out.occurrence = *at;
    const Symbol& symbol = out.symbol();
    if (at->role == Role::Number)
        return refuse(text::say("This is a stage's number; rename the stage where its name stands."));
    const bool isVariable = symbol.kind == NameKind::Variable;
    if (isVariable && isPredefined(symbol.name))
        return refuse(text::say("{} is a name that Docker gives, so it can't be another.", symbol.name));
    // A base image's variable has a reason of its own.
    const auto good = isVariable ? checkVariable(plan, out, surroundings) : checkReach(plan, out);
    if (!good)
        return std::unexpected(good.error());
    const auto all = out.names.of(at->symbol);
    if (std::ranges::none_of(all, [](const Occurrence* each) { return each->role == Role::Definition; }))
        return refuse(text::say("Nothing in this file defines {}, so it can't be renamed here.", symbol.name));
    return out;
}

Result<> checkStageName(const plan::BuildPlan& plan, const Found& found, const std::string& name) {
    const auto tree = dockerfile::SyntaxTree::parse("FROM scratch AS " + name);
    const bool whole = tree->instructions().size() == 1 && tree->instructions()[0]->words.size() == 3 &&
                       tree->instructions()[0]->words[2].text == name;
    if (!whole || !dockerfile::interpret(*tree->instructions()[0], tree->lines()))
        return refuse(
            text::say("\"{}\" can't be a stage's name; it begins with a letter and holds letters, digits, -, _ and . "
                      "only.",
                      name));
    if (equalsIgnoringCase(name, "scratch") || equalsIgnoringCase(name, "context"))
        return refuse(text::say("\"{}\" is a reserved name.", name));
    for (const dockerfile::StageOutline& stage : found.outline.stages) {
        if (stage.index == found.symbol().stage)
            continue;
        if (equalsIgnoringCase(stage.name, name))
            return refuse(text::say("Line {} has a stage of that name already.", stage.line));
    }
    // FROM looks for the name as it is written among names that are in lower case; --from takes both.
    const bool hasCapitals = std::ranges::any_of(name, [](char c) { return dockerfile::lowerCase(c) != c; });
    for (const plan::Stage& stage : plan.stages) {
        const auto* const base = std::get_if<plan::FromStage>(&stage.base);
        if (hasCapitals && base && base->stage == found.symbol().stage)
            return refuse(text::say("Line {} builds on this stage, and FROM finds stages by names in lower case alone.",
                                    stage.line));
    }
    const bool usedAsImage =
        std::ranges::any_of(plan.images, [&](const plan::FromImage& image) { return equalsIgnoringCase(image.name, name); });
    if (usedAsImage)
        return refuse(text::say("\"{}\" is an image that this file uses.", name));
    return {};
}

bool isVariableName(std::string_view name) {
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    return !name.empty() && isLetter(name.front()) &&
           std::ranges::all_of(name, [&](char c) { return isLetter(c) || (c >= '0' && c <= '9'); });
}

Result<> checkVariableName(const plan::BuildPlan& plan, const Found& found, const std::string& name) {
    if (!isVariableName(name))
        return refuse(
            text::say("\"{}\" can't be a variable's name; it begins with a letter or _ and holds letters, digits and _ "
                      "only.",
                      name));
    if (isPredefined(name))
        return refuse(text::say("{} is a name that Docker gives a meaning.", name));
    const std::set<int> stages = stagesOf(found);
    const auto line = [&](text::Range range) { return lineOf(plan, range.begin); };
    for (const Occurrence& each : found.names.occurrences) {
        const Symbol& symbol = found.names.symbols[each.symbol];
        if (symbol.kind == NameKind::Variable && symbol.name == name && stages.contains(each.stage))
            return refuse(text::say("{} is used already, in line {}.", name, line(each.range)));
    }
    for (const ShellName& each : found.names.shellNames)
        if (each.name == name && stages.contains(each.stage))
            return refuse(text::say("A command uses {} already, in line {}.", name, line(each.range)));
    for (const int stage : stages) {
        if (stage < 0)
            continue;
        if (const Symbol* const inherited = found.names.variable(stage, name))
            return refuse(text::say("{} is set already by the stage that this one stands on.", inherited->name));
        const auto index = static_cast<std::size_t>(stage);
        if (index < plan.stages.size() && plan.stages[index].config.environment(name))
            return refuse(text::say("The base image sets {} already.", name));
    }
    return {};
}

}  // namespace

Result<text::Range> renameable(const plan::BuildPlan& plan, std::size_t offset, const Surroundings& surroundings) {
    const auto found = find(plan, offset, surroundings);
    if (!found)
        return std::unexpected(found.error());
    return found->occurrence.range;
}

Result<std::vector<text::Edit>> rename(const plan::BuildPlan& plan, std::size_t offset, const std::string& newName,
                                       const Surroundings& surroundings) {
    const auto found = find(plan, offset, surroundings);
    if (!found)
        return std::unexpected(found.error());
    std::vector<text::Edit> out;
    for (const Occurrence* const each : found->names.of(found->occurrence.symbol))
        if (each->role != Role::Number && each->range.of(plan.tree->text()) != newName)
            out.push_back({each->range, newName});
    const bool isStage = found->symbol().kind == NameKind::Stage;
    if (!out.empty()) {
        const auto good = isStage ? checkStageName(plan, *found, newName) : checkVariableName(plan, *found, newName);
        if (!good)
            return std::unexpected(good.error());
    }
    return out;
}

}  // namespace slipway::language
