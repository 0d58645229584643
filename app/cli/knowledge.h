// What store and disk tell beside a Dockerfile's text, for its checks. What isn't there is not known, and no error.
#pragma once

#include "cache/outlook.h"
#include "context/stamp_file.h"
#include "context/survey.h"
#include "insight/edit_effect.h"
#include "plan/past.h"
#include "plan/plan.h"
#include "store/store.h"

#include <map>
#include <memory>
#include <optional>
#include <string>

namespace slipway::cli {

/// The user's store where there is one; to look at a Dockerfile is no reason to make it.
class KnownStore {
public:
    [[nodiscard]] store::Store* get();
    /// The plan, and what it has of the base images.
    [[nodiscard]] cache::KnownPlan plan(const std::shared_ptr<const dockerfile::SyntaxTree>& tree,
                                        const plan::Options& options);
    /// What it has of base images.
    [[nodiscard]] plan::Bases bases(std::span<const plan::FromImage> images, const image::Platform& platform);
    /// What it has of the steps; `before` is an earlier answer for the same folder.
    [[nodiscard]] plan::Past past(const plan::BuildPlan& plan, const std::string& folder,
                                  const plan::Past& before = {});
    /// What edits do to the next build from a folder, whose files it knows again where a build has read them. Plan and
    /// store outlive it.
    [[nodiscard]] insight::EditForecaster effects(const plan::BuildPlan& plan, const checks::Surroundings& around,
                                                  const std::string& folder, const std::string& dockerfile);

private:
    std::shared_ptr<store::Store> m_store;
    std::map<std::string, std::shared_ptr<context::StampFile>> m_stamps;  ///< by folder
};

/// From how many files on a context is too large for a quick look: some 0.1 s.
inline constexpr std::uint64_t kMostFiles = 20'000;
/// The build context of a Dockerfile; nullopt where it is too large for a quick look, or can't be read.
[[nodiscard]] std::optional<context::Survey> surveyOf(const std::string& folder, const std::string& dockerfile);
/// The same under an ignore file that was read already.
[[nodiscard]] std::optional<context::Survey> surveyOf(const std::string& folder, const context::Ignore& ignore,
                                                      const std::string& ignoreFile);

}  // namespace slipway::cli
