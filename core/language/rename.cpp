#include "language/rename.h"

#include "dockerfile/instruction.h"
#include "dockerfile/spaces.h"
#include "plan/scope.h"

#include <algorithm>
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
    return plan::isProxyArgument(name) || plan::platformArguments({}, {}, {}).has(name);
}

Result<Found> find(const plan::BuildPlan& plan, std::size_t offset) {
    Found out{dockerfile::outline(*plan.tree), {}, {}};
    out.names = names(*plan.tree, out.outline);
    const Occurrence* const at = out.names.at(offset);
    if (!at || out.names.symbols[at->symbol].kind == NameKind::Heredoc)
        return refuse("There is no stage and no variable here to rename.");
    out.occurrence = *at;
    const Symbol& symbol = out.symbol();
    if (at->role == Role::Number)
        return refuse("This is a stage's number; rename the stage where its name stands.");
    if (symbol.kind == NameKind::Variable && isPredefined(symbol.name))
        return refuse(symbol.name + " is a name that Docker gives, so it can't be another.");
    const auto all = out.names.of(at->symbol);
    if (std::ranges::none_of(all, [](const Occurrence* each) { return each->role == Role::Definition; }))
        return refuse("Nothing in this file defines " + symbol.name + ", so it can't be renamed here.");
    return out;
}

Result<> checkStageName(const plan::BuildPlan& plan, const Found& found, const std::string& name) {
    const auto tree = dockerfile::SyntaxTree::parse("FROM scratch AS " + name);
    const bool whole = tree->instructions().size() == 1 && tree->instructions()[0]->words.size() == 3 &&
                       tree->instructions()[0]->words[2].text == name;
    if (!whole || !dockerfile::interpret(*tree->instructions()[0], tree->lines(), tree->escape()))
        return refuse(
            "\"" + name +
            "\" can't be a stage's name; it begins with a letter and holds letters, digits, -, _ and . only.");
    if (equalsIgnoringCase(name, "scratch") || equalsIgnoringCase(name, "context"))
        return refuse("\"" + name + "\" is a reserved name.");
    for (const dockerfile::StageOutline& stage : found.outline.stages) {
        if (stage.index == found.symbol().stage)
            continue;
        if (equalsIgnoringCase(stage.name, name))
            return refuse("Line " + std::to_string(stage.line) + " has a stage of that name already.");
    }
    const bool usedAsImage =
        std::ranges::any_of(plan.images, [&](const std::string& image) { return equalsIgnoringCase(image, name); });
    if (usedAsImage)
        return refuse("\"" + name + "\" is an image that this file uses.");
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
            "\"" + name +
            "\" can't be a variable's name; it begins with a letter or _ and holds letters, digits and _ only.");
    if (isPredefined(name))
        return refuse(name + " is a name that Docker gives a meaning.");
    std::set<int> stages;
    for (const Occurrence* const each : found.names.of(found.occurrence.symbol))
        stages.insert(each->stage);
    const auto line = [&](text::Range range) { return std::to_string(plan.tree->lines().line(range.begin)); };
    for (const Occurrence& each : found.names.occurrences) {
        const Symbol& symbol = found.names.symbols[each.symbol];
        if (symbol.kind == NameKind::Variable && symbol.name == name && stages.contains(each.stage))
            return refuse(name + " is used already, in line " + line(each.range) + ".");
    }
    for (const ShellName& each : found.names.shellNames)
        if (each.name == name && stages.contains(each.stage))
            return refuse("A command uses " + name + " already, in line " + line(each.range) + ".");
    for (const int stage : stages) {
        if (stage < 0)
            continue;
        if (const Symbol* const inherited = found.names.variable(found.outline, stage, name))
            return refuse(inherited->name + " is set already by the stage that this one stands on.");
        const auto index = static_cast<std::size_t>(stage);
        if (index < plan.stages.size() && plan.stages[index].config.environment(name))
            return refuse("The base image sets " + name + " already.");
    }
    return {};
}

}  // namespace

Result<text::Range> renameable(const plan::BuildPlan& plan, std::size_t offset) {
    const auto found = find(plan, offset);
    if (!found)
        return std::unexpected(found.error());
    return found->occurrence.range;
}

Result<std::vector<text::Edit>> rename(const plan::BuildPlan& plan, std::size_t offset, const std::string& newName) {
    const auto found = find(plan, offset);
    if (!found)
        return std::unexpected(found.error());
    const bool same = found->symbol().name == newName;
    const bool isStage = found->symbol().kind == NameKind::Stage;
    if (!same) {
        const auto good = isStage ? checkStageName(plan, *found, newName) : checkVariableName(plan, *found, newName);
        if (!good)
            return std::unexpected(good.error());
    }
    std::vector<text::Edit> out;
    for (const Occurrence* const each : found->names.of(found->occurrence.symbol))
        if (each->role != Role::Number && each->range.of(plan.tree->text()) != newName)
            out.push_back({each->range, newName});
    return out;
}

}  // namespace slipway::language
