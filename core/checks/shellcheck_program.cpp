#include "checks/shellcheck.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>

extern char** environ;

namespace slipway::checks {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

/// A folder of its own, gone with it; empty where none can be made.
class TemporaryFolder {
public:
    TemporaryFolder() {
        std::error_code error;
        std::string name = (fs::temp_directory_path(error) / "slipway-shellcheck-XXXXXX").string();
        m_path = mkdtemp(name.data()) ? name : std::string();
    }
    ~TemporaryFolder() {
        std::error_code error;
        if (!m_path.empty()) {
            fs::remove_all(m_path, error);
        }
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::string m_path;
};

/// Starts it with its output in a pipe; -1 where it can't be. Its end of the pipe is for reading.
pid_t start(std::vector<std::string> arguments, int& output) {
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) {
        return -1;
    }
    std::vector<char*> pointers;
    for (std::string& argument : arguments) {
        pointers.push_back(argument.data());
    }
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = -1;
    const int error = posix_spawnp(&child, pointers[0], &actions, nullptr, pointers.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    output = ends[0];
    if (error != 0) {
        close(output);
        return -1;
    }
    return child;
}

/// All that comes until the pipe ends; false where time runs out first.
bool readAll(int output, Clock::time_point deadline, std::string& out) {
    char buffer[16'384];
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
        pollfd waited{output, POLLIN, 0};
        const int ready = left > 0 ? poll(&waited, 1, static_cast<int>(left)) : 0;
        if (ready < 0 && errno == EINTR) {
            continue;
        }
        const ssize_t got = ready > 0 ? read(output, buffer, sizeof buffer) : -1;
        if (got <= 0) {
            return got == 0;
        }
        out.append(buffer, static_cast<std::size_t>(got));
    }
}

std::string answerFor(std::span<const std::string> texts, Clock::time_point deadline) {
    const TemporaryFolder folder;
    if (folder.path().empty()) {
        return {};
    }
    // Of a file that another sources nothing is known here, and ash is none of its shells' names.
    std::vector<std::string> arguments{"shellcheck", "--norc", "--format=json1", "--exclude=SC1090,SC1091,SC2187"};
    for (std::size_t each = 0; each < texts.size(); ++each) {
        arguments.push_back(folder.path() + '/' + std::to_string(each));
        if (!(std::ofstream(arguments.back(), std::ios::binary) << texts[each]).flush()) {
            return {};
        }
    }
    int output = -1;
    const pid_t child = start(std::move(arguments), output);
    if (child < 0) {
        return {};
    }
    std::string answer;
    if (!readAll(output, deadline, answer)) {
        kill(child, SIGKILL);
        answer.clear();
    }
    close(output);
    while (waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
    return answer;
}

}  // namespace

ShellcheckRunner installedShellcheck(int seconds) {
    return [seconds](std::span<const std::string> texts) {
        return answerFor(texts, Clock::now() + std::chrono::seconds(seconds));
    };
}

}  // namespace slipway::checks
