// The worker's loop: takes requests, gives each a process of its own, answers.
#pragma once

#include "network.h"
#include "place.h"
#include "sandbox/channel.h"
#include "sandbox/programs.h"
#include "sandbox/protocol.h"

#include <chrono>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace slipway::worker {

/// Process 1 of the worker's PID namespace. Single-threaded; returns when the socket or `alive` (the read end of a pipe
/// that the process outside holds) closes. Nothing is left of any request then.
class Server {
public:
    Server(Descriptor socket, Descriptor alive, Place place, bool asUser);
    ~Server();
    int serve();

private:
    using Clock = std::chrono::steady_clock;
    /// A request that is being worked on.
    struct Running {
        sandbox::Request request;
        pid_t pid = -1;
        std::unique_ptr<sandbox::Channel> channel;
        NetworkPool::Ticket ticket = 0;
        bool replied = false, canceled = false, cleaning = false;
        std::optional<Clock::time_point> killAt;
    };

    void warmUp();
    void handle(sandbox::Frame frame);
    void start(sandbox::Call call);
    [[noreturn]] void work(const sandbox::Request& request, sandbox::Channel& channel);
    void cancel(sandbox::RequestId id);
    void clean(sandbox::RequestId id, Running& running);
    void hear(sandbox::RequestId id, Running& running);
    void giveBackNetwork(Running& running);
    void reap();
    void ended(pid_t pid, int status);
    void passNetworks();
    void killOverdue();
    [[nodiscard]] int patience() const;
    void reply(sandbox::RequestId id, const sandbox::Outcome& outcome);
    void endAll();
    Descriptor sweep();

    sandbox::Channel m_client;
    Descriptor m_alive, m_signals;
    Descriptor m_swept;  ///< readable once what killed workers had left as this one started is gone
    Place m_place;
    bool m_asUser;
    NetworkPool m_network;
    sandbox::Runtime m_runtime;
    Descriptor m_sealedRuntime;
    std::string m_seccomp;
    std::map<sandbox::RequestId, Running> m_running;
};

}  // namespace slipway::worker
