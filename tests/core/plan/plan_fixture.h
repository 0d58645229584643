// Plans out of texts, for the tests of core/plan.
#pragma once

#include "plan/plan.h"

#include <QTest>

namespace slipway::plan {

inline BuildPlan planOf(std::string text, const Options& options = {}, const Bases& bases = {}) {
    return plan(dockerfile::SyntaxTree::parse(std::move(text)), options, bases);
}

/// A base with some config.
inline Bases baseNamed(const std::string& name, image::Config config) {
    if (config.platform.architecture.empty())
        config.platform = image::Platform::host();
    Bases bases;
    bases[{name}] = {layer::Digest::of(name), {}, std::make_shared<const image::Config>(std::move(config))};
    return bases;
}

/// A base called "base" with nothing but PATH.
inline Bases plainBase() {
    image::Config config;
    config.env = {"PATH=/bin"};
    return baseNamed("base", config);
}

template <class T>
const T& operationOf(const BuildPlan& plan, std::size_t step) {
    return std::get<T>(plan.steps.at(step).operation);
}

inline std::string messages(const BuildPlan& plan) {
    std::string out;
    for (const Problem& problem : plan.problems)
        out += std::to_string(problem.where.line) + ": " + problem.message + "\n";
    return out;
}

}  // namespace slipway::plan

#define COMPARE_TEXT(actual, expected) QCOMPARE(QString::fromStdString(actual), QString::fromUtf8(expected))
