#include "sandbox/channel.h"

#include "text/say.h"

#include <fcntl.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstring>

namespace slipway::sandbox {

namespace {

struct Header {
    std::uint32_t length = 0;
    std::uint32_t descriptors = 0;
};
constexpr std::uint32_t kMaxLength = 256U << 20;
constexpr std::uint32_t kMaxDescriptors = 16;

// Descriptors travel with the first byte of their frame.
ssize_t sendSome(int socket, std::string_view bytes, const std::vector<Descriptor>& descriptors) {
    iovec part{const_cast<char*>(bytes.data()), bytes.size()};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * kMaxDescriptors)> control{};
    if (!descriptors.empty()) {
        message.msg_control = control.data();
        message.msg_controllen = CMSG_SPACE(sizeof(int) * descriptors.size());
        cmsghdr* header = CMSG_FIRSTHDR(&message);
        header->cmsg_level = SOL_SOCKET;
        header->cmsg_type = SCM_RIGHTS;
        header->cmsg_len = CMSG_LEN(sizeof(int) * descriptors.size());
        unsigned char* at = CMSG_DATA(header);
        for (const Descriptor& descriptor : descriptors) {
            const int fd = descriptor.get();
            std::memcpy(at, &fd, sizeof fd);
            at += sizeof fd;
        }
    }
    return sendmsg(socket, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
}

}  // namespace

Channel::Channel(Descriptor socket) : m_socket(std::move(socket)) {}

Result<> Channel::send(std::string body, std::span<const int> descriptors) {
    if (body.size() > kMaxLength || descriptors.size() > kMaxDescriptors) {
        return fail(ErrorCode::Invalid, text::say("a message to the worker is too large"));
    }
    Outgoing out;
    const Header header{static_cast<std::uint32_t>(body.size()), static_cast<std::uint32_t>(descriptors.size())};
    out.bytes.resize(sizeof header);
    std::memcpy(out.bytes.data(), &header, sizeof header);
    out.bytes += body;
    for (const int fd : descriptors) {
        Descriptor copy(fcntl(fd, F_DUPFD_CLOEXEC, 3));
        if (!copy) {
            return fail(Error::fromErrno("pass a file descriptor to the worker"));
        }
        out.descriptors.push_back(std::move(copy));
    }
    m_out.push_back(std::move(out));
    return flush();
}

Result<> Channel::flush() {
    while (!m_out.empty()) {
        Outgoing& out = m_out.front();
        const ssize_t sent = sendSome(m_socket.get(), std::string_view(out.bytes).substr(out.sent), out.descriptors);
        if (sent < 0) {
            if (errno == EINTR) {
                continue;
            }
            if (errno == EAGAIN) {
                return {};
            }
            return fail(Error::fromErrno("talk to the worker"));
        }
        out.descriptors.clear();
        out.sent += static_cast<std::size_t>(sent);
        if (out.sent == out.bytes.size()) {
            m_out.pop_front();
        }
    }
    return {};
}

Result<std::vector<Frame>> Channel::receive() {
    std::vector<Frame> frames;
    std::array<char, 65536> buffer;
    while (!m_closed) {
        iovec part{buffer.data(), buffer.size()};
        alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int) * 253)> control;
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        const ssize_t got = recvmsg(m_socket.get(), &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
        if (got < 0) {
            if (errno == EINTR) {
                continue;
            }
            if (errno == EAGAIN) {
                break;
            }
            if (errno != ECONNRESET) {
                return fail(Error::fromErrno("hear from the worker"));
            }
        }
        if (got <= 0) {
            m_closed = true;
            break;
        }
        for (cmsghdr* header = CMSG_FIRSTHDR(&message); header != nullptr; header = CMSG_NXTHDR(&message, header)) {
            if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) {
                continue;
            }
            const std::size_t count = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);
            for (std::size_t i = 0; i < count; ++i) {
                int fd = -1;
                std::memcpy(&fd, CMSG_DATA(header) + i * sizeof fd, sizeof fd);
                m_inDescriptors.emplace_back(fd);
            }
        }
        m_in.append(buffer.data(), static_cast<std::size_t>(got));
        if (auto parsed = parse(frames); !parsed) {
            return fail(parsed.error());
        }
    }
    return frames;
}

Result<> Channel::parse(std::vector<Frame>& frames) {
    std::size_t at = 0;
    Header header;
    while (m_in.size() - at >= sizeof header) {
        std::memcpy(&header, m_in.data() + at, sizeof header);
        if (header.length > kMaxLength || header.descriptors > kMaxDescriptors) {
            return fail(ErrorCode::Corrupt, text::say("the worker and its caller don't understand each other"));
        }
        if (m_in.size() - at - sizeof header < header.length) {
            break;
        }
        if (m_inDescriptors.size() < header.descriptors) {
            return fail(ErrorCode::Corrupt, text::say("a file descriptor was lost on its way to the worker"));
        }
        Frame frame;
        frame.body = m_in.substr(at + sizeof header, header.length);
        for (std::uint32_t i = 0; i < header.descriptors; ++i) {
            frame.descriptors.push_back(std::move(m_inDescriptors.front()));
            m_inDescriptors.pop_front();
        }
        frames.push_back(std::move(frame));
        at += sizeof header + header.length;
    }
    m_in.erase(0, at);
    return {};
}

}  // namespace slipway::sandbox
