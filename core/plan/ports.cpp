#include "plan/ports.h"

#include "text/say.h"

#include <algorithm>
#include <charconv>

#include <arpa/inet.h>

namespace slipway::plan {

namespace {

struct PortRange {
    std::uint32_t first = 0, last = 0;
};

std::optional<std::uint32_t> number(std::string_view text) {
    std::uint32_t value = 0;
    text.remove_prefix(text.starts_with('+') ? 1 : 0);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value > 65535)
        return {};
    return value;
}

std::optional<PortRange> range(std::string_view text) {
    const std::size_t dash = text.find('-');
    const auto first = number(text.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : number(text.substr(dash + 1));
    if (!first || !last || *last < *first)
        return {};
    return PortRange{*first, *last};
}

bool isAddress(std::string address) {
    if (address.size() >= 2 && address.front() == '[' && address.back() == ']')
        address = address.substr(1, address.size() - 2);
    if (address.empty())  // between brackets, as docker build takes it
        return true;
    unsigned char buffer[16];
    return inet_pton(AF_INET, address.c_str(), buffer) == 1 || inet_pton(AF_INET6, address.c_str(), buffer) == 1;
}

}  // namespace

Result<std::vector<std::string>> parsePort(std::string_view spec) {
    const auto bad = [&](const std::string& what) {
        return fail(ErrorCode::Invalid, text::say("EXPOSE {}: {}.", spec, what));
    };
    std::string_view container = spec, host, address;
    if (const std::size_t colon = container.rfind(':'); colon != std::string_view::npos) {
        host = container.substr(0, colon);
        container = container.substr(colon + 1);
        if (const std::size_t second = host.rfind(':'); second != std::string_view::npos) {
            address = host.substr(0, second);
            host = host.substr(second + 1);
        }
    }
    std::string protocol = "tcp";
    if (const std::size_t slash = container.find('/'); slash != std::string_view::npos) {
        if (slash + 1 < container.size())
            protocol = container.substr(slash + 1);
        container = container.substr(0, slash);
        std::ranges::transform(protocol, protocol.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    }
    if (container.empty())
        return bad(text::say("there is no port"));
    if (protocol != "tcp" && protocol != "udp" && protocol != "sctp")
        return bad(text::say("the protocol must be tcp, udp or sctp, not {}", protocol));
    if (!address.empty() && !isAddress(std::string(address)))
        return bad(text::say("{} is no IP address", address));
    const auto ports = range(container);
    if (!ports)
        return bad(text::say("a port is a number up to 65535, or a range like 8000-8010"));
    if (!host.empty()) {
        const auto hostPorts = range(host);
        if (!hostPorts)
            return bad(text::say("the host's port {} is no port", host));
        if (ports->first != ports->last && hostPorts->last - hostPorts->first != ports->last - ports->first)
            return bad(text::say("the two ranges have different lengths"));
    }
    std::vector<std::string> out;
    out.reserve(ports->last - ports->first + 1);
    for (std::uint32_t port = ports->first; port <= ports->last; ++port)
        out.push_back(std::to_string(port) + '/' + protocol);
    return out;
}

}  // namespace slipway::plan
