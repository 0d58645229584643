// slipway-worker STORE: runs the commands of a build. Started by Slipway with a socket as descriptor 3 and the build's
// lease, which is only held, as 4.
#include "enter.h"
#include "text/say.h"

#include <linux/close_range.h>
#include <sys/socket.h>
#include <unistd.h>

#include <clocale>
#include <csignal>
#include <cstdio>

int main(int argc, char** argv) {
    constexpr int kSocket = 3;
    constexpr int kLease = 4;
    std::setlocale(LC_CTYPE, "C.UTF-8");  // libarchive's UTF-8 paths depend on it
    int type = 0;
    socklen_t size = sizeof type;
    if (argc != 2 || getsockopt(kSocket, SOL_SOCKET, SO_TYPE, &type, &size) != 0) {
        std::fputs("slipway-worker is a part of Slipway and is started by it.\n", stderr);
        return 2;
    }
    close_range(kLease + 1, ~0U, 0);
    close_range(kSocket, kLease, CLOSE_RANGE_CLOEXEC);
    std::signal(SIGPIPE, SIG_IGN);
    slipway::text::sayInParts();  // the program that started this one puts it into words
    return slipway::worker::enter(slipway::sandbox::Descriptor(kSocket), argv[1]);
}
