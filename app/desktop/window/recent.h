// Recent projects, and the tabs that were open in each.
#pragma once

#include <QStringList>

namespace slipway::window {

[[nodiscard]] QStringList recentFolders();
void rememberRecent(const QString& folder);
/// `front` is the tab that is seen; empty where none is a document's.
void rememberTabs(const QString& folder, const QStringList& paths, const QString& front);
/// In the order to open them: the one that was in front comes last, a second time.
[[nodiscard]] QStringList rememberedTabs(const QString& folder);

}  // namespace slipway::window
