// Which keys do what: as in Kate, whose editor this is, or as in VS Code. The table of actions has Kate's; a scheme is
// what differs from it.
#pragma once

#include <QKeySequence>
#include <QList>

#include <optional>
#include <string_view>
#include <vector>

namespace slipway::window {

enum class KeyScheme : quint8 { Kate, VsCode };

/// The keys of an action, ours or the editor component's, where the scheme has others than the action itself.
[[nodiscard]] std::optional<QList<QKeySequence>> keysIn(KeyScheme scheme, std::string_view id);

/// Those that the scheme names.
[[nodiscard]] std::vector<std::string_view> idsIn(KeyScheme scheme);

/// As it was chosen before.
[[nodiscard]] KeyScheme rememberedKeyScheme();
void rememberKeyScheme(KeyScheme scheme);

}  // namespace slipway::window
