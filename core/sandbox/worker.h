// The engine's side of the worker: the process that enters namespaces, mounts, runs and commits.
//
// See DESIGN.md, "The worker". One worker a build; it ends when its socket closes, and everything below it ends with
// it.
#pragma once

#include "layer/digest.h"
#include "text/error.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace slipway::sandbox {

using RequestId = std::uint64_t;

/// Unpacks a layer's uncompressed tar into snapshots/NAME.
struct UnpackRequest {
    std::string tar;                 ///< absolute path of the uncompressed tar
    std::string tocBlob;             ///< absolute path of its serialised table
    std::string snapshot;            ///< short name
    std::vector<std::string> below;  ///< snapshots under it, lowest first, for metadata of directories it only implies
};

struct RunMount {
    enum class Kind : std::uint8_t { BindSnapshots, BindHost, Cache, Tmpfs } kind = Kind::BindHost;
    std::string target;                  ///< absolute, in the container
    std::string source;                  ///< BindHost: absolute path; else path inside the snapshots
    std::vector<std::string> snapshots;  ///< BindSnapshots, and a Cache that begins with files: lowest first
    bool readOnly = true;
    std::uint32_t mode = 0755, uid = 0, gid = 0;
    std::uint64_t size = 0;
    std::string cache;  ///< Cache: directory below mounts/; over snapshots it holds what was changed in them
};

struct RunRequest {
    std::vector<std::string> lower;  ///< snapshots, lowest first; may be empty
    std::string upper;               ///< short name of the new snapshot; on success it holds the upper directory
    std::vector<std::string> arguments;
    std::vector<std::string> environment;
    std::string user;                 ///< as USER says; looked up in the merged root's passwd and group
    std::string workingDir;           ///< made where missing
    std::string network = "default";  ///< default, none, host
    std::vector<std::pair<std::string, std::string>> addHosts;
    std::vector<RunMount> mounts;
    int stdoutFd = -1, stderrFd = -1;  ///< write ends, passed on and not closed here
    /// As in CommitRequest: where they are given, a RUN that succeeds commits what it made, in the same process.
    int tarFd = -1, tocFd = -1;
};
/// Reads a snapshot, such as the upper directory of a RUN that succeeded: table, tar and hashes.
struct CommitRequest {
    std::string upper;
    int tarFd = -1;  ///< empty file open for writing: gets the tar
    int tocFd = -1;  ///< empty file open for writing: gets the serialised table
};
/// Removes snapshots, cache mounts or half-made ones, whoever owns the files in them.
struct RemoveRequest {
    std::vector<std::string> paths;  ///< relative to the store
    bool abandoned = false;          ///< also what killed workers left half-made, as each does when it starts
};

struct Committed {
    layer::Digest diffId;                    ///< of the tar
    layer::Digest toc;                       ///< of the table
    std::uint64_t tarSize = 0, tocSize = 0;  ///< bytes of each
    std::uint64_t size = 0;                  ///< unpacked: sum of the files' bytes
    bool empty = false;                      ///< nothing was changed
};
struct Ran {
    int exitStatus = 0;
    int signal = 0;                      ///< that ended it; 0: it ended by itself
    std::uint64_t peakMemory = 0;        ///< bytes
    std::int64_t cpuMs = 0;              ///< user and system time
    bool hostNetwork = false;            ///< it had the host's network, wanted or not
    bool diskFull = false;               ///< it failed, and where it wrote there was no room
    std::optional<Committed> committed;  ///< where it succeeded and files for it were given
};
struct Done {};
using Outcome = std::variant<Done, Ran, Committed, Error>;
struct Reply {
    RequestId id = 0;
    Outcome outcome;
};

struct WorkerOptions {
    std::string program;  ///< slipway-worker; empty: beside the calling program, else in libexec
    std::string storeHome;
    int lease = -1;  ///< passed on: open as long as the worker or anything below it lives
};

/// Owned by the engine's loop; not shared between threads. No call waits.
class Worker {
public:
    static Result<std::unique_ptr<Worker>> start(const WorkerOptions& options);
    ~Worker();  ///< closes the socket; the worker and everything below it end

    /// Readable when there is something for receive().
    [[nodiscard]] int descriptor() const;
    [[nodiscard]] int processId() const;
    Result<RequestId> send(UnpackRequest request);
    Result<RequestId> send(const RunRequest& request);
    Result<RequestId> send(CommitRequest request);
    Result<RequestId> send(RemoveRequest request);
    /// SIGTERM to what the request runs, SIGKILL after half a second; its reply is Error{Canceled}.
    Result<> cancel(RequestId request);
    /// All replies that are there. Io where the worker ended.
    Result<std::vector<Reply>> receive();

private:
    Worker();
    struct State;
    std::unique_ptr<State> m_state;
};

}  // namespace slipway::sandbox
