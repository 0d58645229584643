// Users and groups that a stage's RUNs make, as their commands say: known before anything is built. Internal to
// core/language.
#pragma once

#include "language/surroundings.h"

#include <string>
#include <vector>

namespace slipway::language {

/// A user or a group that a command makes.
struct MadeAccount {
    std::string name, id;    ///< the number as it is written; empty where none is
    std::uint32_t line = 1;  ///< its RUN's
};
struct MadeAccounts {
    std::vector<MadeAccount> users, groups;  ///< the last one made first
};
/// By useradd, adduser, groupadd and addgroup, in a stage above the offset and in the stages that it is built on.
[[nodiscard]] MadeAccounts accountsMade(const plan::BuildPlan& plan, const Surroundings& surroundings, int stage,
                                        std::size_t offset);

}  // namespace slipway::language
