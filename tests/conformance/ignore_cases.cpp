// Kinds of dockerignore: patterns and what they leave out.
#include "cases.h"
#include "context/ignore.h"

#include <algorithm>

namespace conformance {

using namespace slipway;

namespace {

/// A list's patterns: other than in a file, a "/" at the beginning stays and a "#" is no comment.
std::vector<context::IgnorePattern> patternsOf(const Json& list) {
    std::vector<context::IgnorePattern> out;
    for (const auto& each : list) {
        const auto text = each.get<std::string>();
        auto pattern = context::ignorePattern(text);
        if (!pattern)
            continue;
        const std::size_t begin = text.find_first_not_of(" \t\n\v\f\r");
        if (text.substr(begin + (pattern->exception ? 1 : 0)).starts_with('/') && pattern->text != "/")
            pattern->text.insert(0, 1, '/');
        out.push_back(std::move(*pattern));
    }
    return out;
}

bool isTrue(const Json& test, const char* key) { return test.contains(key) && test[key] == true; }

Outcome match(const Json& test) {
    const auto ignore = context::Ignore::compile(patternsOf(test["patterns"]));
    if (!ignore)
        return {isTrue(test, "error"), ignore.error().message};
    const bool ignored = ignore->matches(test["path"].get<std::string>()).ignored;
    return {!isTrue(test, "error") && test["expect"] == ignored, ignored};
}

Outcome patterns(const Json& test) {
    const auto ignore = context::Ignore::compile(patternsOf(test["patterns"]));
    if (!ignore)
        return {isTrue(test, "error"), ignore.error().message};
    bool pass = !isTrue(test, "error");
    if (test.contains("exclusions") && !test["exclusions"].is_null())
        pass = pass && test["exclusions"] == ignore->hasExceptions();
    if (test.contains("count") && !test["count"].is_null())
        pass = pass && test["count"] == ignore->patterns().size();
    return {pass, {{"exclusions", ignore->hasExceptions()}, {"count", ignore->patterns().size()}}};
}

Outcome readAll(const Json& test) {
    const char* input = test.contains("input") ? "input" : "text";
    const char* expect = test.contains("expect") ? "expect" : "patterns";
    Json got = Json::array();
    for (const context::IgnorePattern& pattern : context::readIgnoreFile(test[input].get<std::string>()))
        got.push_back((pattern.exception ? "!" : "") + pattern.text);
    return {got == test[expect] || (got.empty() && test[expect].is_null()), got};
}

/// What the ignore file that counts for the Dockerfile leaves of the context.
Outcome build(const Json& test) {
    const Json& files = test["context"];
    const std::string own = test.value("filename", "Dockerfile") + ".dockerignore";
    const std::string name = files.contains(own) ? own : ".dockerignore";
    const std::string text = files.contains(name) ? files[name].get<std::string>() : std::string{};
    const auto ignore = context::Ignore::compile(context::readIgnoreFile(text));
    if (!ignore)
        return {test.value("expect", "") != "success", ignore.error().message};
    Json got = Json::array();
    for (const auto& [path, content] : files.items())
        if (!ignore->matches(path).ignored)
            got.push_back(path);
    const auto isThere = [&](std::string path) {
        path.erase(0, path.starts_with('/') ? 1 : 0);
        return std::ranges::any_of(got, [&](const Json& each) {
            const auto file = each.get<std::string>();
            return file == path || file.starts_with(path + '/');
        });
    };
    bool pass = true;
    for (const auto& [path, content] : test["present"].items())
        pass = pass && isThere(path);
    for (const auto& path : test["absent"])
        pass = pass && !isThere(path.get<std::string>());
    return {pass, got};
}

}  // namespace

void addIgnoreCases(Kinds& kinds) {
    kinds["match"] = match;
    kinds["patterns"] = patterns;
    kinds["readall"] = readAll;
    kinds["build"] = build;
}

}  // namespace conformance
