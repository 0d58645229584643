// Starting other people's programs from a worker.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace slipway::worker {

struct Program {
    std::vector<std::string> arguments;  ///< the first is its absolute path
    std::vector<std::string> environment;
    int standardOut = -1, standardError = -1;  ///< -1: /dev/null
};

/// Its process id, with no signal blocked and /dev/null as standard input; -1 with errno set where it can't be started.
[[nodiscard]] pid_t spawn(const Program& program);
/// Waits for it; its exit status, or 128 and the signal's number.
int waitFor(pid_t pid);

}  // namespace slipway::worker
