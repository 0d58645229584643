// Kinds of bk_parser: trees, errors, lines, here-documents, JSON arrays, directives.
#include "cases.h"
#include "dockerfile/directives.h"
#include "dockerfile/heredocs.h"
#include "dockerfile/json_array.h"

#include <algorithm>

namespace conformance {

using namespace slipway::dockerfile;

namespace {

Outcome ast(const Json& test) {
    const auto tree = SyntaxTree::parse(test["dockerfile"].get<std::string>());
    const std::string got = printTree(*tree);
    auto wanted = test["ast"].get<std::string>();
    while (wanted.ends_with('\n'))
        wanted.pop_back();
    return {got == wanted + '\n' || got == wanted, got};
}

Outcome error(const Json& test) {
    const auto tree = SyntaxTree::parse(test["dockerfile"].get<std::string>());
    const FirstError first = firstError(*tree, tree->instructions().size());
    return {!first.message.empty(), first.message};
}

Outcome lines(const Json& test) {
    const auto tree = SyntaxTree::parse(test["dockerfile"].get<std::string>());
    Json got = Json::array();
    for (const auto& instruction : tree->instructions())
        got.push_back({instruction->firstLine, instruction->lastLine});
    for (const char* key : {"lines", "expect"})
        if (test.contains(key))
            return {test[key] == got, got};
    return {false, got};
}

Json heredocJson(const Heredoc& heredoc) {
    return {{"Name", heredoc.name},
            {"FileDescriptor", heredoc.fileDescriptor},
            {"Expand", heredoc.expand},
            {"Chomp", heredoc.stripTabs},
            {"Content", heredoc.content}};
}

/// Does every field that the case names agree, whatever its letter case?
bool agrees(const Json& wanted, const Json& got) {
    if (!wanted.is_object())
        return wanted == got;
    const auto lower = [](std::string text) {
        std::ranges::transform(text, text.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        std::erase(text, '_');
        return text;
    };
    for (const auto& [key, value] : wanted.items()) {
        bool found = false;
        for (const auto& [name, other] : got.items())
            found = found || (lower(key) == lower(name) && value == other);
        if (!found)
            return false;
    }
    return true;
}

Outcome heredocs(const Json& test) {
    const auto tree = SyntaxTree::parse(test["dockerfile"].get<std::string>());
    Json got = Json::object();
    bool pass = true;
    for (const auto& [index, wanted] : test["children"].items()) {
        const auto at = static_cast<std::size_t>(std::stoul(index));
        if (at >= tree->instructions().size())
            return {false, "There is no instruction with this index: " + index};
        Json list = Json::array();
        for (const Heredoc& heredoc : tree->instructions()[at]->heredocs)
            list.push_back(heredocJson(heredoc));
        got[index] = list;
        if (wanted.is_null()) {
            pass = pass && list.empty();
            continue;
        }
        pass = pass && wanted.size() == list.size() && std::ranges::equal(wanted, list, agrees);
    }
    return {pass, got};
}

Outcome heredocWord(const Json& test) {
    const auto read = readHeredocWord(test["input"].get<std::string>());
    const Json got = !read ? Json("error") : *read ? Json((*read)->name) : Json(nullptr);
    return {got == test["expect"], got};
}

Outcome heredocsLine(const Json& test) {
    Json got = Json::array();
    for (const HeredocOpening& opening : heredocsInLine(test["line"].get<std::string>()))
        got.push_back(opening.name);
    return {got == test["names"], got};
}

Outcome jsonArray(const Json& test) {
    const JsonArray array = readJsonArray(test["input"].get<std::string>());
    Json got = Json::array();
    for (const JsonArray::Element& element : array.elements)
        got.push_back(element.value);
    if (array.kind != JsonArray::Kind::Strings)
        got = "invalid";
    return {got == test["expect"], got};
}

Outcome directives(const Json& test) {
    const auto tree = SyntaxTree::parse(test["input"].get<std::string>());
    Json got = Json::array();
    for (const Directive& directive : tree->directives())
        got.push_back({{"name", directive.name}, {"value", directive.value}});
    return {got == test["expect"], got};
}

Outcome found(const Json& test, const std::optional<FoundDirective>& directive) {
    Json got = {{"ok", directive.has_value()}};
    bool pass = test["ok"] == directive.has_value();
    if (directive) {
        got["ref"] = directive->first;
        got["cmdline"] = directive->value;
        got["start_line"] = got["end_line"] = directive->line;
        for (const char* key : {"ref", "cmdline", "start_line", "end_line"})
            pass = pass && (!test.contains(key) || test[key].is_null() || test[key] == got[key]);
    }
    return {pass, got};
}

Outcome detectSyntax(const Json& test) { return found(test, findSyntax(test["input"].get<std::string>())); }
Outcome parseDirective(const Json& test) {
    return found(test, findDirective(test["input"].get<std::string>(), test["key"].get<std::string>()));
}

}  // namespace

void addParserCases(Kinds& kinds) {
    kinds["ast"] = ast;
    kinds["error"] = error;
    kinds["lines"] = lines;
    kinds["heredocs"] = heredocs;
    kinds["heredoc_word"] = heredocWord;
    kinds["heredocs_line"] = heredocsLine;
    kinds["json_array"] = jsonArray;
    kinds["directives"] = directives;
    kinds["detect_syntax"] = detectSyntax;
    kinds["parse_directive"] = parseDirective;
}

}  // namespace conformance
