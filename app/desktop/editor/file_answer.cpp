#include "editor/file_answer.h"

#include <QByteArray>
#include <QFile>
#include <QPromise>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace slipway::editor {
namespace {

// Without Qt's files: the thread is none of Qt's.
FileAnswer answerOf(const QByteArray& path) {
    struct stat status {};
    if (::stat(path.constData(), &status) != 0)
        return FileAnswer::NotThere;
    const int file = S_ISREG(status.st_mode) ? ::open(path.constData(), O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0)
        return FileAnswer::NoFile;
    constexpr qint64 kMost = 64 << 20;
    std::array<char, 1 << 16> part{};
    for (qint64 size = 0, got = 1; got > 0 && size < kMost; size += got)
        got = ::read(file, part.data(), part.size());
    ::close(file);
    return FileAnswer::Readable;
}

/// What the thread that looks has to answer to; nothing once nobody waits any more.
struct Asked {
    std::mutex mutex;
    std::optional<QPromise<FileAnswer>> promise;
};

}  // namespace

QFuture<FileAnswer> askForFile(const QString& path, QObject& asker) {
    const auto asked = std::make_shared<Asked>();
    asked->promise.emplace().start();
    QFuture<FileAnswer> future = asked->promise->future();
    // The thread may still wait for its disk when the program ends, and must touch nothing of Qt's then.
    auto* open = new QObject(&asker);
    QObject::connect(open, &QObject::destroyed, [asked] {
        const std::scoped_lock lock(asked->mutex);
        asked->promise.reset();
    });
    std::thread([asked, path = QFile::encodeName(path)] {
        const FileAnswer answer = answerOf(path);
        const std::scoped_lock lock(asked->mutex);
        if (!asked->promise)
            return;
        asked->promise->addResult(answer);
        asked->promise->finish();
    }).detach();
    return future.then(open, [open](FileAnswer answer) {
        open->deleteLater();
        return answer;
    });
}

}  // namespace slipway::editor
