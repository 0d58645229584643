// From a tree to its forecast: looks at store and context, run in the background.
#pragma once

#include "cache/forecast.h"
#include "context/context_tree.h"
#include "plan/plan.h"
#include "project/problems.h"
#include "project/project.h"

#include <QString>

#include <memory>
#include <stop_token>

namespace slipway::project {

struct ForecastInput {
    std::shared_ptr<const dockerfile::SyntaxTree> tree;
    plan::Options options;
    QString folder, dockerfile;  ///< absolute
    context::Overlay overlay;    ///< texts of changed documents
    std::shared_ptr<store::Store> store;
    std::shared_ptr<context::StampCache> stamps;
    bool noCache = false;
    std::stop_token stop;
    Knowledge knowledge = {};           ///< so far
    checks::UnsavedTexts unsaved = {};  ///< that count in place of the project's files
};

struct ForecastOutput {
    std::shared_ptr<const dockerfile::SyntaxTree> tree;
    Knowledge knowledge;                              ///< with what store and disk have by now
    std::shared_ptr<const plan::BuildPlan> plan;      ///< with the bases that the store has
    Problems problems;                                ///< the plan's, with all of that
    std::shared_ptr<const cache::Forecast> forecast;  ///< null where it was stopped or the context can't be read
    std::shared_ptr<context::ContextTree> context;    ///< as far as it was listed
};

/// What a forecast of the snapshot's plan needs: store, settings, changed documents. GUI thread.
[[nodiscard]] ForecastInput forecastInput(const Project& project, const Snapshot& snapshot);
/// Any thread.
[[nodiscard]] ForecastOutput forecastOf(const ForecastInput& input);
/// Lists what the forecast had no need to; null where that can't be done. Any thread.
[[nodiscard]] std::shared_ptr<const context::Survey> surveyOf(context::ContextTree& context, const QString& dockerfile);
/// What is remembered of files between two looks, in memory.
[[nodiscard]] std::shared_ptr<context::StampCache> newStamps();

}  // namespace slipway::project
