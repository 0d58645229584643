// What the store still knows of a plan's steps, for those who advise about a Dockerfile.
#pragma once

#include "plan/past.h"
#include "plan/plan.h"
#include "store/store.h"

#include <string>

namespace slipway::cache {

/// Of steps without a record, nothing; what can't be read is left out. `folder` is the context's absolute path;
/// `before` is an earlier answer: what is still so is taken from there. Any thread; reads the store.
[[nodiscard]] plan::Past pastOf(const plan::BuildPlan& plan, const std::string& folder, const store::Store& store,
                                const plan::Past& before = {});

}  // namespace slipway::cache
