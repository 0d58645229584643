#include "server.h"

#include "commit.h"
#include "layer/tar.h"
#include "run.h"
#include "sandbox/json.h"
#include "sandbox/oci_config.h"
#include "sandbox/seccomp.h"
#include "sealed_program.h"
#include "text/say.h"
#include "tree.h"
#include "unpack.h"

#include <poll.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <utility>

namespace slipway::worker {

namespace {

using namespace sandbox;
using namespace std::chrono_literals;

constexpr auto kGrace = 500ms;
/// How long the worker's end may take for what is half-made; what stays is removed by the next one.
constexpr auto kSweepPatience = 2500ms;
/// And how long for processes that have answered and only tidy up, where nothing was cut short.
constexpr auto kTidyPatience = 2000ms;

// fork() with namespaces: the child is process 1 of a new PID namespace and has its own copy of all mounts.
pid_t forkInto(unsigned long namespaces) {
    return static_cast<pid_t>(syscall(SYS_clone, namespaces | SIGCHLD, nullptr, nullptr, nullptr, nullptr));
}

template <class T>
Outcome outcomeOf(Result<T> result) {
    if (!result) {
        return result.error();
    }
    if constexpr (std::is_void_v<T>) {
        return Done{};
    } else {
        return *result;
    }
}

/// Readable once the child has ended, for good.
Descriptor endOf(pid_t child) { return Descriptor(static_cast<int>(syscall(SYS_pidfd_open, child, 0))); }

constexpr std::chrono::milliseconds kForever{-1};
void await(const Descriptor& end, std::chrono::milliseconds patience) {
    pollfd wait{end.get(), POLLIN, 0};
    if (end) {
        poll(&wait, 1, static_cast<int>(patience.count()));
    }
}

std::chrono::milliseconds leftUntil(std::chrono::steady_clock::time_point end) {
    return std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()));
}

Result<> removeAll(const Place& place, const RemoveRequest& request, const Descriptor& swept) {
    Result<> result;
    for (const std::string& path : request.paths) {
        if (auto removed = removeBelow(place.home, path); !removed && result) {
            result = removed;
        }
    }
    if (request.abandoned) {
        await(swept, kForever);
        sweepParts(place);
    }
    return result;
}

bool wantsNetwork(const Request& request) {
    const auto* run = std::get_if<RunRequest>(&request);
    return run != nullptr && run->network != "none" && run->network != "host";
}

}  // namespace

Server::Server(Descriptor socket, Descriptor alive, Place place, bool asUser)
    : m_client(std::move(socket)),
      m_alive(std::move(alive)),
      m_place(std::move(place)),
      m_asUser(asUser),
      m_network(m_place) {
    sigset_t signals;
    sigemptyset(&signals);
    for (const int signal : {SIGCHLD, SIGTERM, SIGINT, SIGHUP}) {
        sigaddset(&signals, signal);
    }
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    m_signals = Descriptor(signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
}

Server::~Server() = default;

int Server::serve() {
    m_network.prepare();
    warmUp();
    m_swept = sweep();
    while (!m_client.closed()) {
        std::vector<pollfd> waits = {
            {m_client.descriptor(), static_cast<short>(POLLIN | (m_client.wantsToWrite() ? POLLOUT : 0)), 0},
            {m_signals.get(), POLLIN, 0},
            {m_alive.get(), POLLIN, 0}};
        std::vector<RequestId> ids;
        for (const auto& [id, running] : m_running) {
            if (running.channel && !running.channel->closed()) {
                waits.push_back({running.channel->descriptor(), POLLIN, 0});
                ids.push_back(id);
            }
        }
        const std::size_t fixed = waits.size() - ids.size();
        poll(waits.data(), waits.size(), patience());
        if (waits[2].revents != 0 || !m_client.flush()) {
            break;
        }
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (waits[fixed + i].revents != 0) {
                hear(ids[i], m_running.at(ids[i]));
            }
        }
        signalfd_siginfo info{};
        bool told = false;
        while (read(m_signals.get(), &info, sizeof info) == sizeof info) {
            told = told || info.ssi_signo != SIGCHLD;
        }
        if (told) {
            break;
        }
        reap();
        auto frames = m_client.receive();
        if (!frames) {
            break;
        }
        for (Frame& frame : *frames) {
            handle(std::move(frame));
        }
        passNetworks();
        killOverdue();
    }
    endAll();
    return 0;
}

/// What every child needs is made here once: libraries set up, symbols resolved, memory touched. A child of a process
/// that hasn't done so does it each time again.
void Server::warmUp() {
    m_runtime = findRuntime();
    if (m_runtime.crun) {
        m_sealedRuntime = sealedCopy(m_runtime.path);
        if (m_sealedRuntime) {
            m_runtime.path = "/proc/self/fd/" + std::to_string(m_sealedRuntime.get());
        }
    }
    m_seccomp = toText(seccompFor(defaultCapabilities()));
    layer::Entry entry;
    entry.path = "f";
    entry.size = 1;
    const auto content = [](const layer::Entry&) -> Result<layer::ByteSource> {
        return [left = true]() mutable -> Result<std::string_view> {
            return std::exchange(left, false) ? std::string_view("x") : std::string_view();
        };
    };
    static_cast<void>(layer::writeLayer({entry}, content, [](std::string_view) { return Result<>(); }));
}

void Server::handle(Frame frame) {
    auto call = decodeCall(std::move(frame));
    if (!call) {
        reply(0, call.error());
        return;
    }
    if (std::holds_alternative<CancelRequest>(call->request)) {
        cancel(call->id);
    } else {
        start(std::move(*call));
    }
}

void Server::start(Call call) {
    const bool isRun = std::holds_alternative<RunRequest>(call.request);
    std::array<int, 2> ends = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        reply(call.id, Error::fromErrno("make a socket"));
        return;
    }
    Descriptor ours(ends[0]);
    Descriptor theirs(ends[1]);
    const pid_t pid = forkInto(isRun ? CLONE_NEWPID | CLONE_NEWNS : 0);
    if (pid < 0) {
        reply(call.id, Error::fromErrno("start a process"));
        return;
    }
    if (pid == 0) {
        ours.reset();
        Channel channel(std::move(theirs));
        work(call.request, channel);
    }
    Running& running = m_running[call.id];
    running.pid = pid;
    running.channel = std::make_unique<Channel>(std::move(ours));
    if (wantsNetwork(call.request)) {
        const auto& added = std::get<RunRequest>(call.request).addHosts;
        running.ticket =
            m_network.wish(std::ranges::any_of(added, [](const auto& host) { return host.second == "host-gateway"; }));
    }
    running.request = std::move(call.request);
}

void Server::work(const Request& request, Channel& channel) {
    // The worker's own end must not stay open here: it would hide from its caller that the worker is gone.
    m_client.close();
    m_alive.reset();
    const auto answer = [&](Outcome outcome) { static_cast<void>(channel.send(encode(Reply{1, std::move(outcome)}))); };
    if (const auto* run = std::get_if<RunRequest>(&request)) {
        mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr);
        worker::run(*run, {m_place, m_runtime, m_seccomp, m_asUser, channel}, answer);
    } else if (const auto* unpacking = std::get_if<UnpackRequest>(&request)) {
        answer(outcomeOf(unpack(m_place, *unpacking)));
    } else if (const auto* committing = std::get_if<CommitRequest>(&request)) {
        answer(outcomeOf(commit(m_place, *committing)));
    } else if (const auto* removing = std::get_if<RemoveRequest>(&request)) {
        answer(outcomeOf(removeAll(m_place, *removing, m_swept)));
    }
    _exit(0);
}

void Server::cancel(RequestId id) {
    const auto found = m_running.find(id);
    if (found == m_running.end() || found->second.canceled || found->second.replied) {
        return;  // its reply is on the way
    }
    Running& running = found->second;
    running.canceled = true;
    if (std::holds_alternative<RunRequest>(running.request)) {
        kill(running.pid, SIGTERM);
        running.killAt = Clock::now() + kGrace;
    } else {
        kill(running.pid, SIGKILL);
    }
}

// Removes what a canceled request left, in a process of its own, before its reply goes out.
void Server::clean(RequestId id, Running& running) {
    std::string name;
    if (const auto* run = std::get_if<RunRequest>(&running.request)) {
        name = run->upper;
    } else if (const auto* unpacking = std::get_if<UnpackRequest>(&running.request)) {
        name = unpacking->snapshot;
    }
    running.killAt.reset();
    running.channel.reset();
    running.cleaning = true;
    running.pid = name.empty() ? -1 : forkInto(0);
    if (running.pid == 0) {
        static_cast<void>(removeBelow(m_place.home, "snapshots/" + name + ".part"));
        static_cast<void>(removeBelow(m_place.home, "snapshots/" + name));
        _exit(0);
    }
    if (running.pid < 0) {
        reply(id, Error{ErrorCode::Canceled, text::say("canceled")});
        m_running.erase(id);
    }
}

void Server::hear(RequestId id, Running& running) {
    auto frames = running.channel->receive();
    if (!frames || frames->empty() || running.canceled || running.replied) {
        return;
    }
    auto result = decodeReply(frames->front());
    running.replied = true;
    // Its container has ended: the next RUN may have the network before this process has tidied up.
    giveBackNetwork(running);
    reply(id, result ? result->outcome : Outcome(result.error()));
}

void Server::giveBackNetwork(Running& running) {
    if (const auto ticket = std::exchange(running.ticket, 0); ticket != 0) {
        m_network.giveBack(ticket);
    }
}

void Server::reap() {
    int status = 0;
    for (pid_t pid = 0; (pid = waitpid(-1, &status, WNOHANG)) > 0;) {
        ended(pid, status);
    }
}

void Server::ended(pid_t pid, int status) {
    if (m_network.ended(pid, status)) {
        return;
    }
    const auto found = std::ranges::find_if(m_running, [&](const auto& entry) { return entry.second.pid == pid; });
    if (found == m_running.end()) {
        return;
    }
    const RequestId id = found->first;
    Running& running = found->second;
    if (running.cleaning) {
        reply(id, Error{ErrorCode::Canceled, text::say("canceled")});
        m_running.erase(found);
        return;
    }
    hear(id, running);  // what it said before it ended
    giveBackNetwork(running);
    if (running.canceled) {
        clean(id, running);
        return;
    }
    if (!running.replied) {
        reply(id,
              Error{ErrorCode::Io,
                    WIFSIGNALED(status)
                        ? text::say("the worker's process for this step ended with signal {}", WTERMSIG(status))
                        : text::say("the worker's process for this step ended with status {}", WEXITSTATUS(status))});
    }
    m_running.erase(found);
}

void Server::passNetworks() {
    for (const auto& ready : m_network.take()) {
        for (auto& [id, running] : m_running) {
            if (running.ticket != ready.ticket || !running.channel) {
                continue;
            }
            const int fd = ready.netns.get();
            static_cast<void>(running.channel->send(ready.noGateway ? kNoGatewayMessage : "network",
                                                    fd >= 0 ? std::span(&fd, 1) : std::span<const int>{}));
        }
    }
}

void Server::killOverdue() {
    const auto now = Clock::now();
    for (auto& [id, running] : m_running) {
        if (running.killAt && *running.killAt <= now) {
            kill(running.pid, SIGKILL);
            running.killAt.reset();
        }
    }
}

int Server::patience() const {
    std::optional<Clock::time_point> next;
    for (const auto& [id, running] : m_running) {
        if (running.killAt && (!next || *running.killAt < *next)) {
            next = running.killAt;
        }
    }
    if (!next) {
        return -1;
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(*next - Clock::now()).count();
    return static_cast<int>(std::max<long>(left, 0));
}

void Server::reply(RequestId id, const Outcome& outcome) {
    static_cast<void>(m_client.send(encode(Reply{id, outcome})));
}

void Server::endAll() {
    const bool allAnswered = std::ranges::all_of(m_running, [](const auto& entry) { return entry.second.replied; });
    const auto until = Clock::now() + kTidyPatience;
    for (const auto& [id, running] : m_running) {
        if (allAnswered) {
            await(endOf(running.pid), leftUntil(until));
        }
    }
    for (const auto& [id, running] : m_running) {
        if (running.pid > 0) {
            kill(running.pid, SIGKILL);
        }
    }
    for (const auto& [id, running] : m_running) {
        if (running.pid > 0) {
            waitpid(running.pid, nullptr, 0);
        }
    }
    const auto swept = Clock::now() + kSweepPatience;
    await(m_swept, leftUntil(swept));
    await(sweep(), leftUntil(swept));
}

/// Readable once it is done.
Descriptor Server::sweep() {
    const pid_t sweeper = forkInto(0);
    if (sweeper == 0) {
        sweepParts(m_place);
        _exit(0);
    }
    return endOf(sweeper);
}

}  // namespace slipway::worker
