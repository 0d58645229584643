#include "sandbox/programs.h"

#include <unistd.h>

#include <cstdlib>
#include <string_view>
#include <utility>

namespace slipway::sandbox {

namespace {

/// What pasta makes its interface with; a kernel may lack it, or keep it for root.
constexpr const char* kTunDevice = "/dev/net/tun";

}  // namespace

std::string findProgram(const std::string& name) {
    const char* variable = std::getenv("PATH");
    if (variable == nullptr || *variable == '\0') {
        return {};
    }
    const std::string folders = std::string(variable) + ":/usr/local/sbin:/usr/sbin:/sbin";
    for (std::string_view rest = folders; !rest.empty();) {
        const std::size_t end = rest.find(':');
        const std::string_view folder = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
        if (folder.empty() || folder.front() != '/') {
            continue;
        }
        std::string path = std::string(folder) + "/" + name;
        if (access(path.c_str(), X_OK) == 0) {
            return path;
        }
    }
    return {};
}

Runtime findRuntime() {
    if (std::string crun = findProgram("crun"); !crun.empty()) {
        return {std::move(crun), true};
    }
    return {findProgram("runc"), false};
}

Pasta findPasta() {
    std::string path = findProgram("pasta");
    if (path.empty()) {
        return {{},
                text::say("RUN uses the host's network, because pasta is not installed: install the package "
                          "passt for a network of its own")};
    }
    if (access(kTunDevice, R_OK | W_OK) != 0) {
        return {{},
                text::say("RUN uses the host's network, because /dev/net/tun can't be used here: as root, "
                          "\"modprobe tun\" and \"chmod 666 /dev/net/tun\"")};
    }
    return {std::move(path), {}};
}

}  // namespace slipway::sandbox
