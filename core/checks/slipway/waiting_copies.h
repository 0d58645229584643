// COPYs that no step has needed so far. Internal to core/checks.
#pragma once

#include "checks/slipway/manifest_installs.h"

namespace slipway::checks::copy_before_slow_step {

/// A COPY or ADD from the context whose files nothing reads that isn't told to.
struct Waiting {
    const plan::Step* step;
    std::string destination;
    std::vector<std::string_view> names;  ///< what a command that reads them would hold
    Brings brings = Brings::Nothing;      ///< of what the step reads for which it waits

    [[nodiscard]] bool isNamedIn(std::string_view text) const;
    [[nodiscard]] const plan::CopyOperation& copy() const { return std::get<plan::CopyOperation>(step->operation); }
};

/// nullopt where a program may look for its files unasked: settings, and folders of the system.
[[nodiscard]] std::optional<Waiting> waiting(const plan::Step& step, const plan::CopyOperation& copy);

/// Is a path a folder, or below it?
[[nodiscard]] bool startsWithFolder(std::string_view path, std::string_view folder);

}  // namespace slipway::checks::copy_before_slow_step
