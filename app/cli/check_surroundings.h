// What `slipway check` knows of a Dockerfile and around it.
#pragma once

#include "checks/check.h"
#include "commands.h"
#include "knowledge.h"

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <utility>

namespace slipway::cli {

/// What is known of each folder's context, and the store: read once.
struct Knowledge {
    /// nullptr where it is too large for a quick look, or can't be read. Good until it is forgotten.
    const context::Survey* context(const Location& location);
    /// Of a context whose ignore file is another one now.
    void forgetContext(const Location& location);

    KnownStore store;
    std::chrono::steady_clock::duration effectTime{};  ///< left to tell what fixes do to the next build
    std::map<std::pair<std::string, std::string>, std::optional<context::Survey>> surveys;
};

/// A Dockerfile's plan, and what is known around it.
struct Planned {
    /// The context is looked at only where something asks for it.
    Planned(const Location& location, const checks::Settings& settings, Knowledge& knowledge);
    [[nodiscard]] checks::Surroundings surroundings() const;

    const context::Survey* context = nullptr;  ///< nullptr where nothing is known
    plan::Bases bases;
    plan::BuildPlan plan;
    plan::Past past;
    std::optional<context::Ignore> ignore;
};

}  // namespace slipway::cli
