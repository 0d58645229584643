// What the tabs of files say: the name, and where several have it, as much of their folders as tells them apart.
#pragma once

#include <QStringList>

namespace slipway::editor {

/// "Dockerfile", or "app/Dockerfile" and "db/Dockerfile"; in the order of the paths, which are absolute.
[[nodiscard]] QStringList tabNames(const QStringList& paths);

}  // namespace slipway::editor
