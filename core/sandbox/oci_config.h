// The config.json of an OCI bundle for one RUN.
//
// See the OCI runtime specification, "Configuration".
#pragma once

#include "sandbox/accounts.h"

#include <string>
#include <vector>

namespace slipway::sandbox {

struct ContainerMount {
    std::string destination, type, source;
    std::vector<std::string> options;
};

struct Container {
    std::string rootfs;  ///< absolute
    std::vector<std::string> arguments;
    std::vector<std::string> environment;  ///< HOME and PATH are added where missing
    std::string workingDir = "/";
    Account account;
    std::string networkNamespace;        ///< file; empty: the caller's own
    bool freshNetwork = false;           ///< a namespace of its own with nothing but loopback
    bool sysfsFromHost = false;          ///< where a fresh sysfs can't be mounted: a user with the host's network
    std::vector<ContainerMount> mounts;  ///< after /proc, /dev and /sys, in this order
};

/// The capabilities a RUN has, Docker's default set.
[[nodiscard]] const std::vector<std::string>& defaultCapabilities();
/// The PATH of a RUN whose image sets none, Docker's default.
inline constexpr const char* kDefaultPath = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
inline constexpr const char* kHostname = "buildkitsandbox";

/// `seccomp` is the JSON text of linux.seccomp; empty: no filter.
[[nodiscard]] std::string ociConfig(const Container& container, const std::string& seccomp);

}  // namespace slipway::sandbox
