// Recent projects, and the tabs that were open in each.
#pragma once

#include <QStringList>

namespace slipway::window {

[[nodiscard]] QStringList recentFolders();
void rememberRecent(const QString& folder);
void rememberTabs(const QString& folder, const QStringList& paths);
[[nodiscard]] QStringList rememberedTabs(const QString& folder);

}  // namespace slipway::window
