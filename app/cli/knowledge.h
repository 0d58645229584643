// What store and disk tell beside a Dockerfile's text, for its checks. What isn't there is not known, and no error.
#pragma once

#include "context/survey.h"
#include "plan/past.h"
#include "plan/plan.h"
#include "store/store.h"

#include <memory>
#include <optional>
#include <string>

namespace slipway::cli {

/// The user's store where there is one; to look at a Dockerfile is no reason to make it.
class KnownStore {
public:
    [[nodiscard]] store::Store* get();
    /// What it has of the base images.
    [[nodiscard]] plan::Bases bases(const std::shared_ptr<const dockerfile::SyntaxTree>& tree,
                                    const plan::Options& options);
    /// What it has of the steps; `before` is an earlier answer for the same folder.
    [[nodiscard]] plan::Past past(const plan::BuildPlan& plan, const std::string& folder,
                                  const plan::Past& before = {});

private:
    std::shared_ptr<store::Store> m_store;
};

/// The build context of a Dockerfile; nullopt where it is too large for a quick look, or can't be read.
[[nodiscard]] std::optional<context::Survey> surveyOf(const std::string& folder, const std::string& dockerfile);

}  // namespace slipway::cli
