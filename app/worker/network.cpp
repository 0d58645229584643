#include "network.h"

#include "sandbox/oci_config.h"
#include "sandbox/programs.h"
#include "spawn.h"

#include <fcntl.h>
#include <net/if.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <sstream>

namespace slipway::worker {

namespace {

constexpr int kNoGateway = 3;  // exit status of a starter

bool raiseLoopback() {
    const Descriptor socket(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    ifreq request{};
    std::strcpy(request.ifr_name, "lo");
    if (!socket || ioctl(socket.get(), SIOCGIFFLAGS, &request) != 0) {
        return false;
    }
    request.ifr_flags = static_cast<short>(request.ifr_flags | IFF_UP);
    return ioctl(socket.get(), SIOCSIFFLAGS, &request) == 0;
}

// In a process of its own: a namespace, bound to a file (pasta wants a path, and /proc's does not do), then pasta,
// which goes into the background once it is connected.
int makeNamespace(const std::string& pasta, const std::string& file, bool hostGateway) {
    const Descriptor made(open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
    // The namespace is made by a child, because pasta must start in the host's, and a user can't go back there.
    const pid_t maker = fork();
    if (maker == 0) {
        const bool done = unshare(CLONE_NEWNET) == 0 && raiseLoopback() &&
                          mount("/proc/self/ns/net", file.c_str(), nullptr, MS_BIND, nullptr) == 0;
        _exit(done ? 0 : 1);
    }
    if (maker < 0 || waitFor(maker) != 0) {
        return 1;
    }
    std::vector<std::string> arguments = {pasta,
                                          "-q",
                                          "--config-net",
                                          "-t",
                                          "none",
                                          "-u",
                                          "none",
                                          "-T",
                                          "none",
                                          "-U",
                                          "none",
                                          "--no-map-gw",
                                          "--dns-forward",
                                          kDnsAddress,
                                          "-P",
                                          file + ".pid",
                                          "--runas",
                                          "0:0",
                                          "--netns-only",
                                          "--netns",
                                          file};
    const auto connect = [&] {
        const pid_t pid = spawn({arguments, {"PATH=/usr/bin:/bin"}, -1, -1});
        return pid > 0 && waitFor(pid) == 0;
    };
    if (!hostGateway) {
        return connect() ? 0 : 1;
    }
    const std::vector<std::string> gateway = {"--map-guest-addr", kHostGateway};
    arguments.insert(arguments.end(), gateway.begin(), gateway.end());
    if (connect()) {
        return 0;
    }
    arguments.resize(arguments.size() - gateway.size());
    return connect() ? kNoGateway : 1;  // an old one (Debian 12's) connects, but does not know that option
}

pid_t readPid(const std::string& file) {
    std::ifstream in(file);
    pid_t pid = -1;
    in >> pid;
    return in ? pid : -1;
}

}  // namespace

NetworkPool::NetworkPool(const Place& place) : m_folder(place.run + "/net"), m_pasta(sandbox::findPasta().path) {
    mkdir(m_folder.c_str(), 0700);
}

NetworkPool::~NetworkPool() = default;

void NetworkPool::prepare() {
    if (available() && m_slots.empty()) {
        start(false);
    }
}

NetworkPool::Slot& NetworkPool::start(bool hostGateway) {
    Slot& slot = m_slots.emplace_back();
    slot.file = m_folder + "/" + std::to_string(m_named++);
    slot.hostGateway = hostGateway;
    slot.starter = fork();
    if (slot.starter == 0) {
        _exit(makeNamespace(m_pasta, slot.file, hostGateway));
    }
    if (slot.starter < 0) {
        slot.state = State::Failed;
    }
    return slot;
}

NetworkPool::Ticket NetworkPool::wish(bool hostGateway) {
    const Ticket ticket = ++m_lastTicket;
    if (!available()) {
        m_refused.push_back(ticket);
        return ticket;
    }
    Slot* chosen = nullptr;
    for (Slot& slot : m_slots) {
        if (slot.owner == 0 && slot.hostGateway == hostGateway && slot.state != State::Failed &&
            (chosen == nullptr || slot.state == State::Ready)) {
            chosen = &slot;
        }
    }
    if (chosen == nullptr) {
        chosen = &start(hostGateway);
    }
    chosen->owner = ticket;
    chosen->told = false;
    return ticket;
}

std::vector<NetworkPool::Ready> NetworkPool::take() {
    std::vector<Ready> ready;
    for (const Ticket ticket : m_refused) {
        ready.push_back({ticket, {}});
    }
    m_refused.clear();
    for (Slot& slot : m_slots) {
        if (slot.owner == 0 || slot.told || slot.state == State::Starting) {
            continue;
        }
        slot.told = true;
        ready.push_back(
            {slot.owner,
             slot.state == State::Ready ? Descriptor(open(slot.file.c_str(), O_RDONLY | O_CLOEXEC)) : Descriptor{},
             slot.noGateway});
    }
    return ready;
}

void NetworkPool::giveBack(Ticket ticket) {
    for (Slot& slot : m_slots) {
        if (slot.owner == ticket) {
            slot.owner = 0;
        }
    }
}

bool NetworkPool::ended(pid_t pid, int status) {
    for (Slot& slot : m_slots) {
        if (slot.starter == pid) {
            slot.starter = -1;
            slot.pasta = readPid(slot.file + ".pid");
            slot.state = WIFEXITED(status) && WEXITSTATUS(status) == 0 ? State::Ready : State::Failed;
            slot.noGateway = WIFEXITED(status) && WEXITSTATUS(status) == kNoGateway;
            return true;
        }
        if (slot.pasta == pid) {
            slot.pasta = -1;
            slot.state = State::Failed;  // whoever uses it has lost the outside; the next one gets another
            return true;
        }
    }
    return false;
}

std::string resolverConfig(const std::string& hostText, bool ownNamespace) {
    std::istringstream lines(hostText);
    std::string out;
    std::string line;
    bool forwarded = false;
    while (std::getline(lines, line)) {
        std::istringstream words(line);
        std::string keyword;
        std::string address;
        words >> keyword >> address;
        const bool loopback = address.starts_with("127.") || address == "::1";
        if (ownNamespace && keyword == "nameserver" && loopback) {
            if (!std::exchange(forwarded, true)) {
                out += std::string("nameserver ") + kDnsAddress + "\n";
            }
            continue;
        }
        out += line + "\n";
    }
    return out;
}

std::string hostsFile(const std::vector<std::pair<std::string, std::string>>& added, bool ownNamespace) {
    std::string text = std::string("127.0.0.1\tlocalhost ") + sandbox::kHostname +
                       "\n::1\tlocalhost ip6-localhost ip6-loopback\nfe00::0\tip6-localnet\nff00::0\tip6-mcastprefix\n"
                       "ff02::1\tip6-allnodes\nff02::2\tip6-allrouters\n";
    for (const auto& [name, address] : added) {
        const bool gateway = address == "host-gateway";
        text += (gateway ? std::string(ownNamespace ? kHostGateway : "127.0.0.1") : address) + "\t" + name + "\n";
    }
    return text;
}

}  // namespace slipway::worker
