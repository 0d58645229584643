// The programs of others that a RUN needs, found when they are needed.
#pragma once

#include "text/say.h"

#include <string>
#include <string_view>

namespace slipway::sandbox {

/// Absolute path of a program on PATH (and, where PATH is set at all, in the sbin folders that a user's PATH leaves
/// out); empty where there is none.
[[nodiscard]] std::string findProgram(const std::string& name);

struct Runtime {
    std::string path;  ///< empty where neither is installed
    bool crun = false;
};
/// crun, else runc.
[[nodiscard]] Runtime findRuntime();

struct Pasta {
    std::string path;     ///< empty where it can't be had: a RUN has the host's network then,
    std::string missing;  ///< and this says why, and what to do about it
};
/// What gives a RUN a network of its own.
[[nodiscard]] Pasta findPasta();

inline constexpr std::string_view kNoRuntime = text::worded(
    "RUN needs an OCI runtime, and neither crun nor runc is installed: install the package crun (or runc)");

inline constexpr std::string_view kNoUidmap = text::worded(
    "RUN needs the programs newuidmap and newgidmap to build without being root: install the package uidmap");

}  // namespace slipway::sandbox
