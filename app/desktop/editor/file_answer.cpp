#include "editor/file_answer.h"

#include <QByteArray>
#include <QFile>
#include <QPromise>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
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

}  // namespace

QFuture<FileAnswer> askForFile(const QString& path) {
    QPromise<FileAnswer> promise;
    QFuture<FileAnswer> future = promise.future();
    promise.start();
    std::thread([promise = std::move(promise), path = QFile::encodeName(path)]() mutable {
        promise.addResult(answerOf(path));
        promise.finish();
    }).detach();
    return future;
}

}  // namespace slipway::editor
