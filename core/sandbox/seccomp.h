// The system calls a RUN may make, in the form the OCI runtimes want.
#pragma once

#include "sandbox/json.h"
#include "text/error.h"

#include <span>
#include <string>
#include <string_view>

namespace slipway::sandbox {

/// Docker's profile as Debian's golang-github-containers-common brings it.
inline constexpr const char* kSeccompProfile = "/usr/share/containers/seccomp.json";

/// "amd64", "arm64", … as the profile and OCI spell this machine's architecture.
[[nodiscard]] std::string machineArchitecture();

/// Translates Docker's profile (conditions on architecture, capabilities and kernel) into linux.seccomp of an OCI
/// config. Invalid where the text is not such a profile.
[[nodiscard]] Result<Json> resolveSeccomp(std::string_view profile, std::string_view architecture,
                                          std::span<const std::string> capabilities);

/// What stands in where the profile is not installed: everything but what reaches the kernel's insides.
[[nodiscard]] Json ownSeccomp();

/// The installed profile, resolved for this machine, else ownSeccomp().
[[nodiscard]] Json seccompFor(std::span<const std::string> capabilities);

}  // namespace slipway::sandbox
