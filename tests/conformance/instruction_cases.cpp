// Kinds of bk_instructions that need no plan.
#include "cases.h"
#include "dockerfile/instruction.h"
#include "dockerfile/instruction_mounts.h"

#include <algorithm>
#include <limits>

namespace conformance {

using namespace slipway;
using namespace slipway::dockerfile;

namespace {

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

Outcome parseError(const Json& test) {
    const auto tree = SyntaxTree::parse(test["dockerfile"].get<std::string>());
    const FirstError first = firstError(*tree, 1);
    return {!first.message.empty(), first.message};
}

Outcome noCrash(const Json& test) {
    const auto tree = SyntaxTree::parse(test["dockerfile"].get<std::string>());
    return {true, firstError(*tree, std::numeric_limits<std::size_t>::max()).message};
}

Result<Value> firstValue(const Json& test) {
    const auto tree = SyntaxTree::parse(test["dockerfile"].get<std::string>());
    if (tree->instructions().empty())
        return fail(ErrorCode::Invalid, "There is no instruction.");
    return interpret(*tree->instructions().front(), tree->lines());
}

Outcome copy(const Json& test) {
    const auto value = firstValue(test);
    const auto* copy = value ? std::get_if<Copy>(&*value) : nullptr;
    if (!copy)
        return {test.contains("error") && !test["error"].is_null(), value ? "no COPY" : value.error().message};
    Json sources = Json::array();
    Json contents = Json::array();
    for (const Word& source : copy->sources)
        sources.push_back(source.text);
    for (const Heredoc& heredoc : copy->heredocs)
        contents.push_back({{"Path", heredoc.name}, {"Data", heredoc.consumed()}, {"Expand", heredoc.expand}});
    const auto same = [&](const char* key, const Json& got) {
        return !test.contains(key) || test[key] == got || (test[key].is_null() && got.empty());
    };
    return {same("dest", copy->destination.text) && same("sources", sources) && same("contents", contents),
            {{"dest", copy->destination.text}, {"sources", sources}, {"contents", contents}}};
}

Json flagsUsed(const Instruction& instruction) {
    std::vector<std::string> names;
    for (const Flag& flag : instruction.flags)
        if (!std::ranges::contains(names, flag.name))
            names.push_back(flag.name);
    std::ranges::sort(names);
    return names;
}

Outcome runInstruction(const Json& test) {
    const auto tree = SyntaxTree::parse(test["dockerfile"].get<std::string>());
    if (tree->instructions().empty())
        return {false, "There is no instruction."};
    const Instruction& instruction = *tree->instructions().front();
    const auto value = interpret(instruction, tree->lines());
    const auto* run = value ? std::get_if<dockerfile::Run>(&*value) : nullptr;
    if (!run)
        return {false, value ? "no RUN" : value.error().message};
    Json files = Json::array();
    for (const Heredoc& heredoc : run->heredocs)
        files.push_back({{"Name", heredoc.name}, {"Data", heredoc.content}, {"Chomp", heredoc.stripTabs}});
    const Json command = run->command.exec ? Json(run->command.arguments) : Json::array({run->command.text});
    bool pass = true;
    if (test.contains("shell"))
        pass = pass && test["shell"] == !run->command.exec;
    if (test.contains("command"))
        pass = pass && test["command"] == command;
    if (test.contains("files"))
        pass = pass && (test["files"] == files || (test["files"].is_null() && files.empty()));
    if (test.contains("flags_used")) {
        Json wanted = test["flags_used"];
        std::sort(wanted.begin(), wanted.end());
        pass = pass && wanted == flagsUsed(instruction);
    }
    return {pass,
            {{"shell", !run->command.exec},
             {"command", command},
             {"files", files},
             {"flags_used", flagsUsed(instruction)}}};
}

Outcome healthcheck(const Json& test) {
    std::string text = "HEALTHCHECK";
    for (const auto& argument : test["args"])
        text += ' ' + argument.get<std::string>();
    const auto tree = SyntaxTree::parse(text);
    const auto value = interpret(*tree->instructions().front(), tree->lines());
    if (!value)
        return {test["test"].is_null(), value.error().message};
    const auto& check = std::get<Healthcheck>(*value);
    Json got = Json::array();
    if (check.none)
        got = {"NONE"};
    else if (check.command.exec)
        got = {"CMD"};
    else
        got = {"CMD-SHELL", check.command.text};
    for (const std::string& argument : check.command.arguments)
        got.push_back(argument);
    return {got == test["test"], got};
}

Outcome device(const Json& test) {
    const auto read = readDevice({test["input"].get<std::string>(), {}});
    const bool wanted = !test["device"].is_null();
    if (!read)
        return {!wanted, read.error().message};
    const Json got = {{"Name", read->name}, {"Required", read->required}};
    return {wanted && got == test["device"], got};
}

Outcome docComments(const Json& test) {
    const auto tree = SyntaxTree::parse(test["dockerfile"].get<std::string>());
    Json got = Json::object();
    int stage = -1;
    int command = 0;
    int meta = 0;
    for (const auto& instruction : tree->instructions()) {
        if (instruction->keyword == Keyword::From) {
            ++stage;
            command = 0;
            const std::string name = instruction->words.size() == 3 ? instruction->words[2].text : std::string{};
            got["stages[" + std::to_string(stage) + "].DocComment"] = describedAs(*instruction, lower(name));
            continue;
        }
        const std::string where =
            stage < 0 ? "meta[" + std::to_string(meta++) + ']'
                      : "stages[" + std::to_string(stage) + "].Commands[" + std::to_string(command++) + ']';
        if (instruction->keyword != Keyword::Arg)
            continue;
        int argument = 0;
        for (const NameValue& pair : instruction->pairs) {
            const std::string prefix = where + ".Args[" + std::to_string(argument++) + "].";
            got[prefix + "Key"] = pair.name.text;
            got[prefix + "DocComment"] = describedAs(*instruction, pair.name.text);
        }
    }
    bool pass = true;
    for (const auto& [key, value] : test["expect"].items())
        pass = pass && got.contains(key) && got[key] == value;
    return {pass, got};
}

}  // namespace

void addInstructionCases(Kinds& kinds) {
    kinds["parse_error"] = parseError;
    kinds["nocrash"] = noCrash;
    kinds["copy"] = copy;
    kinds["run"] = runInstruction;
    kinds["healthcheck"] = healthcheck;
    kinds["device"] = device;
    kinds["doc_comments"] = docComments;
}

}  // namespace conformance
