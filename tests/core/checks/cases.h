// What each rule's file says: Dockerfiles, and what the rule finds in them.
#pragma once

#include "checks/check.h"

#include <map>
#include <string>
#include <vector>

struct Expected {
    std::uint32_t line = 1;
    std::string message;
    bool inDockerignore = false;
};

struct Case {
    const char* title;
    std::string dockerfile;
    std::vector<Expected> found;
    std::string dockerignore = {};
    std::map<std::string, std::string> buildArgs = {};
    std::map<std::string, slipway::image::Config> images = {};  ///< by name; others are not known
    slipway::checks::Settings settings = {};  ///< rules of the case's own family alone, off by default or not
    std::string mended = {};  ///< the text once the rule's fixes are in it; empty: this is not looked at
    std::map<std::uint32_t, slipway::plan::PastStep> past = {};  ///< by the step's line
    std::map<std::string, std::uint64_t> files = {};             ///< of the context; none: nothing is known of it
};

/// What a build left: a duration, a layer with these files, and what of it steps below had written.
inline slipway::plan::PastStep built(std::optional<std::int64_t> milliseconds,
                                     const std::map<std::string, std::uint64_t>& files = {},
                                     std::vector<slipway::layer::Rewrite> rewritten = {}) {
    slipway::layer::TocBuilder table;
    for (const auto& [path, size] : files) {
        table.add({.path = path, .size = size});
    }
    return {milliseconds, table.build(), {}, std::move(rewritten)};
}

/// Cases of one rule; making one adds it to all().
struct Cases {
    Cases(const char* ruleName, std::vector<Case> ruleCases) : rule(ruleName), cases(std::move(ruleCases)) {
        all().push_back(this);
    }
    static std::vector<const Cases*>& all() {
        static std::vector<const Cases*> list;
        return list;
    }
    const char* rule;
    std::vector<Case> cases;
};
