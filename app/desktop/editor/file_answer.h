// Whether a file can be opened, asked where nobody waits for the answer.
#pragma once

#include <QFuture>
#include <QString>

namespace slipway::editor {

enum class FileAnswer : quint8 { Readable, NotThere, NoFile };

/// In a thread of its own: of a dead network mount the answer never comes, and nothing else waits for it then, nor does
/// the end of the program. What is read of the file is in memory when the answer comes. GUI thread; nobody is told once
/// the asker is gone.
[[nodiscard]] QFuture<FileAnswer> askForFile(const QString& path, QObject& asker);

}  // namespace slipway::editor
