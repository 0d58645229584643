// Kinds of bk_lex: expansion and words.
#include "cases.h"
#include "dockerfile/expansion.h"

#include <algorithm>

namespace conformance {

using namespace slipway;

namespace {

std::map<std::string, std::string, std::less<>> environmentOf(const Json& test) {
    std::map<std::string, std::string, std::less<>> out;
    if (test.contains("env"))
        for (const auto& [name, value] : test["env"].items())
            out[name] = value.get<std::string>();
    if (test.contains("env_list"))
        for (const auto& each : test["env_list"]) {
            const std::string pair = each;
            const std::size_t separator = pair.find('=');
            out[pair.substr(0, separator)] =
                separator == std::string::npos ? std::string{} : pair.substr(separator + 1);
        }
    return out;
}

dockerfile::Variables lookUp(const std::map<std::string, std::string, std::less<>>& environment) {
    return [&environment](std::string_view name) -> std::optional<std::string> {
        const auto found = environment.find(name);
        return found == environment.end() ? std::nullopt : std::optional(found->second);
    };
}

bool wantsError(const Json& test) {
    return test.contains("error") && test["error"].is_boolean() && test["error"].get<bool>();
}

Outcome failed(const Json& test, const Error& error) {
    const bool said = !test.contains("error_contains") || test["error_contains"].is_null() ||
                      error.message.contains(test["error_contains"].get<std::string>());
    return {wantsError(test) && said, {{"error", error.message}}};
}

Outcome word(const Json& test) {
    const auto environment = environmentOf(test);
    const auto expanded = dockerfile::expandWord(test["input"].get<std::string>(), lookUp(environment));
    if (!expanded)
        return failed(test, expanded.error());
    return {!wantsError(test) && test["expect"] == expanded->text, expanded->text};
}

Outcome words(const Json& test) {
    const auto environment = environmentOf(test);
    const auto expanded = dockerfile::expandWords(test["input"].get<std::string>(), lookUp(environment));
    if (!expanded)
        return failed(test, expanded.error());
    return {!wantsError(test) && test["expect"] == Json(*expanded), *expanded};
}

/// Are these the names of a case's list, in any order? Null is not checked.
bool sameNames(const Json& test, const char* key, std::vector<std::string> names) {
    if (!test.contains(key) || test[key].is_null())
        return true;
    auto wanted = test[key].get<std::vector<std::string>>();
    std::ranges::sort(wanted);
    std::ranges::sort(names);
    return wanted == names;
}

Outcome matches(const Json& test) {
    const auto environment = environmentOf(test);
    const auto expanded = dockerfile::expandWord(test["input"].get<std::string>(), lookUp(environment));
    if (!expanded)
        return failed(test, expanded.error());
    std::vector<std::string> matched = expanded->used;
    std::erase_if(matched, [&](const std::string& name) { return std::ranges::contains(expanded->unset, name); });
    const bool same = sameNames(test, "matched", matched) && sameNames(test, "unmatched", expanded->unset);
    return {!wantsError(test) && same && (test["expect"].is_null() || test["expect"] == expanded->text),
            {{"text", expanded->text}, {"matched", matched}, {"unmatched", expanded->unset}}};
}

}  // namespace

void addLexerCases(Kinds& kinds) {
    kinds["word"] = word;
    kinds["words"] = words;
    kinds["matches"] = matches;
}

}  // namespace conformance
