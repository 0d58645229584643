#include "store_folder.h"

#include "sandbox/descriptor.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <utility>

namespace slipway::sandbox {

namespace {

constexpr int kPatienceMs = 30'000;

std::string contentOf(int file) {
    std::string text;
    std::array<char, 65536> buffer;
    off_t at = 0;
    for (ssize_t got = 0; (got = pread(file, buffer.data(), buffer.size(), at)) > 0; at += got) {
        text.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return text;
}

}  // namespace

StoreFolder::StoreFolder() {
    QDir(m_folder.path()).mkdir("snapshots");
    QDir(m_folder.path()).mkdir("mounts");
}

StoreFolder::~StoreFolder() {
    // What a user's build made belongs to subordinate ids: only a worker can remove it.
    if (geteuid() != 0) {
        TestWorker worker(*this);
        if (worker.started()) {
            worker.wait(worker->send(RemoveRequest{{"snapshots", "mounts"}}));
        }
    }
}

std::string StoreFolder::home() const { return m_folder.path().toStdString(); }

void StoreFolder::write(const std::string& below, const std::string& text, unsigned mode) const {
    const QString path = QString::fromStdString(this->path(below));
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        qFatal("cannot write %s", qPrintable(path));
    }
    file.write(text.data(), static_cast<qint64>(text.size()));
    file.close();
    chmod(path.toUtf8().constData(), mode);
}

void StoreFolder::makeBusybox(const std::string& name) const {
    const std::string root = "snapshots/" + name + "/";
    QDir().mkpath(QString::fromStdString(path(root + "bin")));
    QFile::copy("/bin/busybox", QString::fromStdString(path(root + "bin/busybox")));
    for (const char* command :
         {"sh",    "cat",   "echo",  "ls",   "id",    "env",      "mkdir", "rm",    "ln",     "touch",
          "chmod", "chown", "sleep", "true", "false", "mv",       "stat",  "mknod", "mount",  "umask",
          "pwd",   "wget",  "nc",    "ip",   "grep",  "hostname", "dd",    "find",  "setsid", "mkfifo",
          "head",  "wc",    "seq",   "sed",  "test",  "cp",       "rmdir", "tr",    "kill",   "readlink"}) {
        QFile::link("busybox", QString::fromStdString(path(root + "bin/" + command)));
    }
    write(root + "etc/passwd", "root:x:0:0:root:/root:/bin/sh\napp:x:1000:1000::/home/app:/bin/sh\n");
    write(root + "etc/group", "root:x:0:\napp:x:1000:\nextra:x:2000:app\n");
    QDir().mkpath(QString::fromStdString(path(root + "tmp")));
    chmod(path(root + "tmp").c_str(), 01777);
    chmod(path("snapshots/" + name).c_str(), 0755);
}

TestWorker::TestWorker(const StoreFolder& store) {
    auto worker =
        Worker::start({qEnvironmentVariable("SLIPWAY_BINARIES").toStdString() + "/slipway-worker", store.home()});
    if (worker) {
        m_worker = std::move(*worker);
    } else {
        qWarning("%s", worker.error().describe().c_str());
    }
}

Outcome TestWorker::wait(Result<RequestId> id) {
    if (!id) {
        return id.error();
    }
    const QDeadlineTimer deadline(kPatienceMs);
    while (!deadline.hasExpired()) {
        const auto found = std::ranges::find(m_replies, *id, &Reply::id);
        if (found != m_replies.end()) {
            Outcome outcome = std::move(found->outcome);
            m_replies.erase(found);
            return outcome;
        }
        pollfd wait{m_worker->descriptor(), POLLIN, 0};
        poll(&wait, 1, static_cast<int>(deadline.remainingTime()));
        auto replies = m_worker->receive();
        if (!replies) {
            return replies.error();
        }
        std::ranges::move(*replies, std::back_inserter(m_replies));
    }
    return Error{ErrorCode::Io, "no reply in time"};
}

TestWorker::Run TestWorker::run(RunRequest request) {
    const Descriptor output(memfd_create("output", MFD_CLOEXEC));
    fcntl(output.get(), F_SETFL, O_APPEND);
    request.stdoutFd = request.stderrFd = output.get();
    Run run;
    run.outcome = wait(m_worker->send(request));
    run.output = contentOf(output.get());
    if (const Error* error = run.error()) {
        run.output += "\n[" + error->message + "]";
    }
    return run;
}

RunRequest shellRequest(const std::string& script, const std::string& upper, std::vector<std::string> lower) {
    RunRequest request;
    request.lower = std::move(lower);
    request.upper = upper;
    request.arguments = {"/bin/sh", "-c", script};
    return request;
}

TestWorker::Run TestWorker::shell(const std::string& script, const std::string& upper, std::vector<std::string> lower) {
    return run(shellRequest(script, upper, std::move(lower)));
}

}  // namespace slipway::sandbox
