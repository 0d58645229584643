// slipway-worker STORE: runs the commands of a build. Started by Slipway with a socket as descriptor 3.
#include "enter.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <clocale>
#include <csignal>
#include <cstdio>

int main(int argc, char** argv) {
    constexpr int kSocket = 3;
    std::setlocale(LC_CTYPE, "C.UTF-8");  // libarchive's UTF-8 paths depend on it
    int type = 0;
    socklen_t size = sizeof type;
    if (argc != 2 || getsockopt(kSocket, SOL_SOCKET, SO_TYPE, &type, &size) != 0) {
        std::fputs("slipway-worker is a part of Slipway and is started by it.\n", stderr);
        return 2;
    }
    close_range(kSocket + 1, ~0U, 0);
    fcntl(kSocket, F_SETFD, FD_CLOEXEC);
    std::signal(SIGPIPE, SIG_IGN);
    return slipway::worker::enter(slipway::sandbox::Descriptor(kSocket), argv[1]);
}
