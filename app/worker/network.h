// Network namespaces for RUNs, each connected to the outside by pasta.
#pragma once

#include "place.h"

#include <sys/types.h>

#include <list>
#include <optional>
#include <string>
#include <vector>

namespace slipway::worker {

/// Addresses inside such a namespace (link-local, so they hide no real host).
inline constexpr const char* kDnsAddress = "169.254.1.1";   ///< answers DNS with the host's own resolver
inline constexpr const char* kHostGateway = "169.254.1.2";  ///< the host, where a RUN asked for host-gateway

/// What a RUN is told instead of a namespace, see NetworkPool::Ready::noGateway.
inline constexpr const char* kNoGatewayMessage = "no gateway";

/// Keeps namespaces for the next RUN: nothing in one outlives its RUN's processes, and a RUN has no right to change it.
/// Owned by the worker's loop; no call waits.
class NetworkPool {
public:
    explicit NetworkPool(const Place& place);
    ~NetworkPool();

    using Ticket = std::size_t;
    /// What became of a wish: a namespace, or none to be had (the host's network then is all there is).
    struct Ready {
        Ticket ticket = 0;
        Descriptor netns;
        bool noGateway = false;  ///< there is none because this pasta can't name the host
    };

    [[nodiscard]] bool available() const { return !m_pasta.empty(); }
    /// Begins to make one, so that it is there when the first RUN wants it.
    void prepare();
    /// Takes one that is free or makes one; take() tells when it is ready.
    Ticket wish(bool hostGateway);
    /// Wishes that came true or failed since the last call.
    std::vector<Ready> take();
    /// The RUN ended; its namespace is free for another.
    void giveBack(Ticket ticket);
    /// Of a child of this process that ended. True where it was one of ours.
    bool ended(pid_t pid, int status);

private:
    enum class State { Starting, Ready, Failed };
    struct Slot {
        std::string file;
        bool hostGateway = false;
        State state = State::Starting;
        bool noGateway = false;
        pid_t starter = -1, pasta = -1;
        Ticket owner = 0;  // 0: free
        bool told = false;
    };
    Slot& start(bool hostGateway);

    std::string m_folder, m_pasta;
    std::list<Slot> m_slots;
    std::size_t m_named = 0;
    Ticket m_lastTicket = 0;
    std::vector<Ticket> m_refused;
};

/// The host's resolv.conf for a RUN: nameservers on loopback give way to kDnsAddress where the namespace is its own.
[[nodiscard]] std::string resolverConfig(const std::string& hostText, bool ownNamespace);
/// The hosts file of a RUN.
[[nodiscard]] std::string hostsFile(const std::vector<std::pair<std::string, std::string>>& added, bool ownNamespace);

}  // namespace slipway::worker
