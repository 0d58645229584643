#include "sandbox/programs.h"
#include "sandbox/seccomp.h"
#include "sandbox/subids.h"
#include "sandbox/worker.h"
#include "text/say.h"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace slipway::sandbox {

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

Capabilities capabilities() {
    Capabilities found;
    const Runtime runtime = findRuntime();
    if (runtime.path.empty()) {
        found.missing.push_back(text::said(kNoRuntime));
    } else {
        found.runtime = runtime.crun ? "crun" : "runc";
    }
    if (findProgram("pasta").empty()) {
        found.missing.push_back(
            text::say("RUN uses the host's network, because pasta is not installed: install the package "
                      "passt for a network of its own"));
    } else if (access(kTunDevice, R_OK | W_OK) != 0) {
        found.missing.push_back(
            text::say("RUN uses the host's network, because /dev/net/tun can't be used here: as root, "
                      "\"modprobe tun\" and \"chmod 666 /dev/net/tun\""));
    } else {
        found.network = "pasta";
    }
    found.seccompProfile = access(kSeccompProfile, R_OK) == 0;
    if (getuid() != 0) {
        if (findProgram("newuidmap").empty() || findProgram("newgidmap").empty()) {
            found.missing.push_back(text::said(kNoUidmap));
        }
        if (auto ids = subordinateIds(); !ids) {
            found.missing.push_back(ids.error().message);
        }
    }
    return found;
}

}  // namespace slipway::sandbox
