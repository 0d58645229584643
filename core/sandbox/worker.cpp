#include "sandbox/worker.h"

#include "sandbox/channel.h"
#include "sandbox/clean_signals.h"
#include "sandbox/programs.h"
#include "sandbox/protocol.h"
#include "sandbox/subids.h"
#include "text/say.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include <array>
#include <climits>
#include <csignal>
#include <filesystem>

namespace slipway::sandbox {

namespace {

constexpr int kWorkerSocket = 3;
constexpr int kWorkerLease = 4;
constexpr int kFree = 5;
constexpr int kEndPatienceMs = 6000;

std::string defaultProgram() {
    std::array<char, PATH_MAX> buffer;
    const ssize_t length = readlink("/proc/self/exe", buffer.data(), buffer.size());
    if (length <= 0) {
        return {};
    }
    const std::filesystem::path folder =
        std::filesystem::path(std::string(buffer.data(), static_cast<std::size_t>(length))).parent_path();
    const char* binaries = std::getenv("SLIPWAY_BINARIES");
    std::vector<std::filesystem::path> candidates = {folder / "slipway-worker",
                                                     folder.parent_path() / "libexec/slipway-worker",
                                                     folder.parent_path() / "libexec/slipway/slipway-worker"};
    if (binaries != nullptr) {
        candidates.push_back(std::filesystem::path(binaries) / "slipway-worker");
    }
    for (const auto& candidate : candidates) {
        if (access(candidate.c_str(), X_OK) == 0) {
            return candidate.string();
        }
    }
    return {};
}

Result<> checkRights() {
    if (getuid() == 0) {
        return {};
    }
    if (findProgram("newuidmap").empty() || findProgram("newgidmap").empty()) {
        return fail(ErrorCode::NotFound, text::said(kNoUidmap));
    }
    if (auto ids = subordinateIds(); !ids) {
        return fail(ids.error());
    }
    return {};
}

// The worker gets a session of its own, so that a Ctrl+C in a terminal reaches its caller alone, and clean signals.
int spawn(const std::string& program, const std::string& storeHome, int socket, int lease, pid_t& pid) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, socket, kWorkerSocket);
    if (lease >= 0) {
        posix_spawn_file_actions_adddup2(&actions, lease, kWorkerLease);
    } else {
        posix_spawn_file_actions_addopen(&actions, kWorkerLease, "/dev/null", O_RDONLY, 0);
    }
    const CleanSignals signals(POSIX_SPAWN_SETSID);
    std::array<std::string, 2> words = {program, storeHome};
    std::array<char*, 3> arguments = {words[0].data(), words[1].data(), nullptr};
    const int result = posix_spawn(&pid, program.c_str(), &actions, signals.attributes(), arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    return result;
}

}  // namespace

struct Worker::State {
    Channel channel{Descriptor{}};
    Descriptor poller;  // readable for what the socket brings, and while something waits to be sent
    pid_t pid = -1;
    RequestId lastId = 0;

    void watch() const {
        epoll_event event{};
        event.events = EPOLLIN | (channel.wantsToWrite() ? EPOLLOUT : 0U);
        epoll_ctl(poller.get(), EPOLL_CTL_MOD, channel.descriptor(), &event);
    }
    Result<> post(RequestId id, const Request& request) {
        const std::vector<int> descriptors = descriptorsOf(request);
        auto sent = channel.send(encode(id, request), descriptors);
        watch();
        return sent;
    }
    Result<RequestId> post(const Request& request) {
        const RequestId id = ++lastId;
        if (auto sent = post(id, request); !sent) {
            return fail(sent.error());
        }
        return id;
    }
};

Worker::Worker() : m_state(std::make_unique<State>()) {}

Result<std::unique_ptr<Worker>> Worker::start(const WorkerOptions& options) {
    if (auto rights = checkRights(); !rights) {
        return fail(rights.error());
    }
    const std::string program = options.program.empty() ? defaultProgram() : options.program;
    if (program.empty() || access(program.c_str(), X_OK) != 0) {
        return fail(ErrorCode::NotFound,
                    text::say("the program slipway-worker, which runs the commands of a build, is not beside "
                              "this one: install Slipway again"),
                    program);
    }
    std::array<int, 2> ends = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        return fail(Error::fromErrno("make a socket for the worker"));
    }
    Descriptor theirs(ends[1]);
    std::unique_ptr<Worker> worker(new Worker);
    State& state = *worker->m_state;
    state.channel = Channel(Descriptor(ends[0]));
    state.poller = Descriptor(epoll_create1(EPOLL_CLOEXEC));
    epoll_event event{};
    event.events = EPOLLIN;
    if (!state.poller || epoll_ctl(state.poller.get(), EPOLL_CTL_ADD, ends[0], &event) != 0) {
        return fail(Error::fromErrno("watch the worker's socket"));
    }
    // Out of the way of the numbers that they get there: dup2 of a descriptor onto itself would leave it closed on
    // exec.
    theirs = Descriptor(fcntl(theirs.get(), F_DUPFD_CLOEXEC, kFree));
    const Descriptor lease(options.lease >= 0 ? fcntl(options.lease, F_DUPFD_CLOEXEC, kFree) : -1);
    if (const int error = spawn(program, options.storeHome, theirs.get(), lease.get(), state.pid); error != 0) {
        state.pid = -1;
        return fail(Error::fromErrno(error, "start", program));
    }
    return worker;
}

Worker::~Worker() {
    State& state = *m_state;
    state.channel.close();
    if (state.pid < 0) {
        return;
    }
    const Descriptor process(static_cast<int>(syscall(SYS_pidfd_open, state.pid, 0)));
    pollfd wait{process.get(), POLLIN, 0};
    if (!process || poll(&wait, 1, kEndPatienceMs) <= 0) {
        kill(state.pid, SIGKILL);
    }
    while (waitpid(state.pid, nullptr, 0) < 0 && errno == EINTR) {
    }
}

int Worker::descriptor() const { return m_state->poller.get(); }
int Worker::processId() const { return m_state->pid; }

Result<RequestId> Worker::send(UnpackRequest request) { return m_state->post(Request(std::move(request))); }
Result<RequestId> Worker::send(const RunRequest& request) { return m_state->post(Request(request)); }
Result<RequestId> Worker::send(CommitRequest request) { return m_state->post(Request(std::move(request))); }
Result<RequestId> Worker::send(RemoveRequest request) { return m_state->post(Request(std::move(request))); }
Result<> Worker::cancel(RequestId request) { return m_state->post(request, Request(CancelRequest{})); }

Result<std::vector<Reply>> Worker::receive() {
    State& state = *m_state;
    auto flushed = state.channel.flush();
    state.watch();
    auto frames = state.channel.receive();
    if (!frames) {
        return fail(frames.error());
    }
    std::vector<Reply> replies;
    for (const Frame& frame : *frames) {
        auto reply = decodeReply(frame);
        if (!reply) {
            return fail(reply.error());
        }
        auto* error = std::get_if<Error>(&reply->outcome);
        if (error != nullptr) {
            error->message = text::sayAgain(error->message);
        }
        if (reply->id == 0) {
            return fail(error != nullptr ? *error
                                         : Error{ErrorCode::Corrupt, text::say("the worker sent a reply to nothing")});
        }
        replies.push_back(std::move(*reply));
    }
    if (replies.empty() && (state.channel.closed() || !flushed)) {
        return fail(ErrorCode::Io, text::say("the worker, which runs the commands of a build, ended unexpectedly"));
    }
    return replies;
}

}  // namespace slipway::sandbox
