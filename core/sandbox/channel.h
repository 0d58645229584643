// Length-prefixed messages with passed file descriptors over a socket pair.
#pragma once

#include "sandbox/descriptor.h"
#include "text/error.h"

#include <deque>
#include <span>
#include <string>
#include <vector>

namespace slipway::sandbox {

struct Frame {
    std::string body;
    std::vector<Descriptor> descriptors;
};

/// One end of a connected stream socket, which it owns and makes non-blocking. Not shared between threads.
class Channel {
public:
    explicit Channel(Descriptor socket);

    [[nodiscard]] int descriptor() const { return m_socket.get(); }
    /// Sends what the socket takes now and keeps the rest (with duplicates of the descriptors) for flush().
    Result<> send(std::string body, std::span<const int> descriptors = {});
    Result<> flush();
    [[nodiscard]] bool wantsToWrite() const { return !m_out.empty(); }
    /// All frames that are complete. Corrupt where the other end does not keep to the format.
    Result<std::vector<Frame>> receive();
    /// The other end closed; what it sent before has been returned.
    [[nodiscard]] bool closed() const { return m_closed; }
    void close() { m_socket.reset(); }

private:
    Result<> parse(std::vector<Frame>& frames);

    struct Outgoing {
        std::string bytes;
        std::size_t sent = 0;
        std::vector<Descriptor> descriptors;
    };
    Descriptor m_socket;
    std::deque<Outgoing> m_out;
    std::string m_in;
    std::deque<Descriptor> m_inDescriptors;
    bool m_closed = false;
};

}  // namespace slipway::sandbox
