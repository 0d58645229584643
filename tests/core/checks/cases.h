// What each rule's file says: Dockerfiles, and what the rule finds in them.
#pragma once

#include "checks/check.h"

#include <string>
#include <vector>

struct Expected {
    std::uint32_t line = 1;
    std::string message;
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
};

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
