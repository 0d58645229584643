#include "spawn.h"

#include "sandbox/clean_signals.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>

namespace slipway::worker {

namespace {

std::vector<char*> pointers(const std::vector<std::string>& words) {
    std::vector<char*> list;
    for (const std::string& word : words) {
        list.push_back(const_cast<char*>(word.c_str()));
    }
    list.push_back(nullptr);
    return list;
}

void redirect(posix_spawn_file_actions_t& actions, int from, int to) {
    if (from < 0) {
        posix_spawn_file_actions_addopen(&actions, to, "/dev/null", O_WRONLY, 0);
    } else {
        posix_spawn_file_actions_adddup2(&actions, from, to);
    }
}

}  // namespace

pid_t spawn(const Program& program) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    redirect(actions, program.standardOut, STDOUT_FILENO);
    redirect(actions, program.standardError, STDERR_FILENO);
    const sandbox::CleanSignals signals;
    pid_t pid = -1;
    const int error = posix_spawn(&pid, program.arguments.front().c_str(), &actions, signals.attributes(),
                                  pointers(program.arguments).data(), pointers(program.environment).data());
    posix_spawn_file_actions_destroy(&actions);
    errno = error;
    return error == 0 ? pid : -1;
}

int waitFor(pid_t pid) {
    int status = 0;
    while (waitpid(pid, &status, 0) < 0) {
        if (errno != EINTR) {
            return 128;
        }
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace slipway::worker
