// Signals that stop a command's work, not its process.
#pragma once

#include <csignal>
#include <stop_token>
#include <thread>

namespace slipway::cli {

/// While it lives, SIGINT, SIGTERM and SIGHUP ask its token to stop: what was finished is kept, nothing is left behind.
/// It has to be made before any thread: a signal ends the process where one of them takes it.
class Interrupt {
public:
    Interrupt() {
        sigemptyset(&m_signals);
        for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGUSR1}) {
            sigaddset(&m_signals, signal);
        }
        pthread_sigmask(SIG_BLOCK, &m_signals, nullptr);
        m_waiter = std::thread([this] {
            int signal = 0;
            while (sigwait(&m_signals, &signal) == 0 && signal != SIGUSR1) {
                m_stop.request_stop();
            }
        });
    }
    ~Interrupt() {
        pthread_kill(m_waiter.native_handle(), SIGUSR1);  // ends the wait
        m_waiter.join();
    }
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;
    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    sigset_t m_signals{};
    std::stop_source m_stop;
    std::thread m_waiter;
};

}  // namespace slipway::cli
