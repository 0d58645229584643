#include "plan/add_host.h"

#include "text/say.h"

#include <arpa/inet.h>

namespace slipway::plan {
namespace {

bool isAddress(const std::string& text) {
    in6_addr ignored{};
    return inet_pton(AF_INET, text.c_str(), &ignored) == 1 || inet_pton(AF_INET6, text.c_str(), &ignored) == 1;
}

}  // namespace

Result<std::pair<std::string, std::string>> readAddHost(std::string_view words) {
    const std::size_t split = words.find_first_of(":=");
    if (split == 0) {
        return fail(ErrorCode::Invalid, text::say("{} names no host; write NAME:ADDRESS.", words));
    }
    std::string address(split == words.npos ? std::string_view() : words.substr(split + 1));
    if (address.starts_with('[') && address.ends_with(']')) {
        address = address.substr(1, address.size() - 2);
    }
    if (address != "host-gateway" && !isAddress(address)) {
        return fail(ErrorCode::Invalid,
                    text::say("{} has no address; write NAME:ADDRESS, with an IP address or host-gateway.", words));
    }
    return std::pair(std::string(words.substr(0, split)), std::move(address));
}

}  // namespace slipway::plan
