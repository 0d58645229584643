// A store's folders with a busybox snapshot in it, and a worker on it, for tests.
#pragma once

#include "sandbox/worker.h"

#include <QTemporaryDir>

#include <optional>
#include <string>

namespace slipway::sandbox {

class StoreFolder {
public:
    StoreFolder();
    ~StoreFolder();

    [[nodiscard]] std::string home() const;
    [[nodiscard]] std::string path(const std::string& below) const { return home() + "/" + below; }
    /// A snapshot with busybox, its commands as links, /etc/passwd, /etc/group and /tmp (1777).
    void makeBusybox(const std::string& name) const;
    void write(const std::string& below, const std::string& text, unsigned mode = 0644) const;

private:
    QTemporaryDir m_folder;
};

/// A worker and what came from it. Waits with a deadline; every wait that runs out gives an Io error.
class TestWorker {
public:
    explicit TestWorker(const StoreFolder& store);

    Worker& operator*() const { return *m_worker; }
    Worker* operator->() const { return m_worker.get(); }
    [[nodiscard]] bool started() const { return m_worker != nullptr; }
    void end() { m_worker.reset(); }
    Outcome wait(Result<RequestId> id);

    /// A RUN of a shell script on `lower`, with its output.
    struct Run {
        Outcome outcome;
        std::string output;  ///< standard output and error together
        [[nodiscard]] const Ran* ran() const { return std::get_if<Ran>(&outcome); }
        [[nodiscard]] const Error* error() const { return std::get_if<Error>(&outcome); }
        [[nodiscard]] int status() const { return ran() != nullptr ? ran()->exitStatus : -1; }
    };
    Run run(RunRequest request);
    Run shell(const std::string& script, const std::string& upper, std::vector<std::string> lower = {"b"});

private:
    std::unique_ptr<Worker> m_worker;
    std::vector<Reply> m_replies;
};

/// The request of TestWorker::shell().
[[nodiscard]] RunRequest shellRequest(const std::string& script, const std::string& upper,
                                      std::vector<std::string> lower = {"b"});

}  // namespace slipway::sandbox
