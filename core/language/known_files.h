// What an image or a stage holds, as completion offers it. Internal to core/language.
#pragma once

#include "language/surroundings.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::language {

/// What a folder has in it, folders first, by name; links count as what they lead to. At most 5000 entries.
[[nodiscard]] std::vector<ContextEntry> entriesOf(const KnownFiles& files, std::string_view folder);

/// A user or a group.
struct Account {
    std::string name;
    std::uint32_t id = 0;
};
/// Of its /etc/passwd, people's first: root, those from 1000 on, then the system's.
[[nodiscard]] std::vector<Account> usersOf(const KnownFiles& files);
/// The same of its /etc/group.
[[nodiscard]] std::vector<Account> groupsOf(const KnownFiles& files);

}  // namespace slipway::language
