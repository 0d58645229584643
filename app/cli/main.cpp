// slipway: the command line.

#include "commands.h"
#include "memory/large_pages.h"

#include <poll.h>
#include <unistd.h>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <iostream>

/// Has the other end of a pipe been closed, as `| head` does once it has enough?
static bool isUnread() {
    pollfd output{.fd = STDOUT_FILENO, .events = 0, .revents = 0};
    return poll(&output, 1, 0) == 1 && (output.revents & POLLERR) != 0;
}

int main(int argc, char** argv) {
    slipway::memory::useLargePages();
    std::setlocale(LC_CTYPE, "C.UTF-8");  // libarchive needs it for names in UTF-8
    std::signal(SIGPIPE, SIG_IGN);
    const slipway::cli::Parsed parsed = slipway::cli::parseArguments(argc, argv);
    const auto runIt = [](const auto& command) { return slipway::cli::run(command); };
    const int status = parsed.command ? std::visit(runIt, *parsed.command) : parsed.exitStatus;
    std::cout.flush();
    if (!std::cout || std::fflush(stdout) != 0 || std::ferror(stdout) != 0) {
        if (!isUnread()) {
            std::cerr << "slipway: not all that it had to say could be written.\n";
        }
        return status == 0 ? 1 : status;
    }
    return status;
}
