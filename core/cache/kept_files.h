// What an image or a stage holds as far as the store knows, for those who look at a Dockerfile and build nothing.
#pragma once

#include "cache/key.h"
#include "plan/plan.h"
#include "store/store.h"

#include <string>

namespace slipway::cache {

/// Of an image that the bases name; empty where the store has it not. Any thread; reads the store.
[[nodiscard]] Root keptImage(const std::string& image, const plan::Bases& bases, store::Store& store);
/// Of a stage above an offset of the text (of an earlier one, all of it): its base image, and what each of its steps
/// last made. A step without a record, because it was changed, say, is passed over. `folder` is the context's absolute
/// path.
[[nodiscard]] Root keptStage(const plan::BuildPlan& plan, const plan::Bases& bases, int stage, std::size_t offset,
                             const std::string& folder, store::Store& store);

}  // namespace slipway::cache
