// What an image or a stage holds as far as the store knows, for those who look at a Dockerfile and build nothing.
#pragma once

#include "cache/key.h"
#include "plan/plan.h"
#include "store/store.h"

#include <optional>
#include <string>

namespace slipway::cache {

/// Of an image that the bases name; empty where the store has it not. Any thread; reads the store.
[[nodiscard]] Root keptImage(const plan::FromImage& image, const plan::Bases& bases, store::Store& store);
/// Of a stage above an offset of the text (of an earlier one, all of it): its base image, and what each of its steps
/// last made. A step without a record, because it was changed, say, is passed over. `folder` is the context's absolute
/// path.
[[nodiscard]] Root keptStage(const plan::BuildPlan& plan, const plan::Bases& bases, int stage, std::size_t offset,
                             const std::string& folder, store::Store& store);

/// In bytes.
struct KeptSize {
    std::uint64_t unpacked = 0;
    std::optional<std::uint64_t> compressed;  ///< where all layers were compressed once
};
/// Of an image that the bases name; nullopt where the store has it not. Any thread; reads the store.
[[nodiscard]] std::optional<KeptSize> keptImageSize(const plan::FromImage& image, const plan::Bases& bases,
                                                    const store::Store& store);
/// Of a stage as the last build in the folder that finished it left it; nullopt where none did.
[[nodiscard]] std::optional<KeptSize> keptStageSize(const plan::BuildPlan& plan, int stage, const std::string& folder,
                                                    const store::Store& store);

}  // namespace slipway::cache
