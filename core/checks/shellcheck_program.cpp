#include "checks/shellcheck.h"

#include "text/write_all.h"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>

extern char** environ;

namespace slipway::checks {

namespace {

using Json = nlohmann::json;
using Clock = std::chrono::steady_clock;

/// Texts as files without a name, which are gone with the process however it ends.
class AnonymousFiles {
public:
    explicit AnonymousFiles(std::span<const std::string> texts) {
        for (const std::string& text : texts) {
            const int file = memfd_create("script", MFD_CLOEXEC);
            if (file < 0) {
                return;
            }
            m_files.push_back(file);
            if (!text::writeAll(file, text)) {
                return;
            }
        }
        m_whole = true;
    }
    ~AnonymousFiles() {
        for (const int file : m_files) {
            close(file);
        }
    }
    AnonymousFiles(const AnonymousFiles&) = delete;
    AnonymousFiles& operator=(const AnonymousFiles&) = delete;
    [[nodiscard]] bool isWhole() const { return m_whole; }
    [[nodiscard]] const std::vector<int>& descriptors() const { return m_files; }

private:
    std::vector<int> m_files;
    bool m_whole = false;
};

constexpr std::string_view kDescriptors = "/dev/fd/";

/// Starts it with the files open and its output in a pipe; -1 where it can't be. Its end of the pipe is for reading.
pid_t start(std::vector<std::string> arguments, const std::vector<int>& files, int& output) {
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
    for (const int file : files) {
        posix_spawn_file_actions_adddup2(&actions, file, file);  // it stays open in this child alone
    }
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

std::string answerAbout(const std::vector<int>& files, Clock::time_point deadline, const std::stop_token& stop) {
    // Of a file that another sources nothing is known here, and ash is none of its shells' names.
    std::vector<std::string> arguments{"shellcheck", "--norc", "--format=json1", "--exclude=SC1090,SC1091,SC2187"};
    for (const int file : files) {
        arguments.push_back(std::string(kDescriptors) + std::to_string(file));
    }
    int output = -1;
    const pid_t child = start(std::move(arguments), files, output);
    if (child < 0) {
        return {};
    }
    std::string answer;
    {
        const std::stop_callback killed(stop, [child] { kill(child, SIGKILL); });
        if (!readAll(output, deadline, answer)) {
            kill(child, SIGKILL);
            answer.clear();
        }
    }
    if (stop.stop_requested()) {
        answer.clear();
    }
    close(output);
    while (waitpid(child, nullptr, 0) < 0 && errno == EINTR) {
    }
    return answer;
}

/// The comments of an answer, under the indexes of their texts in place of the descriptors.
void addComments(const std::string& answer, const std::vector<int>& files, std::size_t first, Json& out) {
    Json said = Json::parse(answer, nullptr, false);
    if (!said.is_object() || !said.contains("comments") || !said["comments"].is_array()) {
        return;
    }
    for (Json& comment : said["comments"]) {
        const std::string file = comment.is_object() ? comment.value("file", "") : std::string();
        const auto isIt = [&](int each) { return file == std::string(kDescriptors) + std::to_string(each); };
        if (const auto found = std::ranges::find_if(files, isIt); found != files.end()) {
            comment["file"] = std::to_string(first + static_cast<std::size_t>(found - files.begin()));
            out.push_back(std::move(comment));
        }
    }
}

std::string answerFor(std::span<const std::string> texts, Clock::time_point deadline, const std::stop_token& stop) {
    constexpr std::size_t kAtOnce = 200;  // a process may have some thousand files open
    Json comments = Json::array();
    for (std::size_t first = 0; first < texts.size(); first += kAtOnce) {
        const AnonymousFiles files(texts.subspan(first, std::min(kAtOnce, texts.size() - first)));
        if (!files.isWhole()) {
            break;
        }
        const std::string answer = answerAbout(files.descriptors(), deadline, stop);
        if (answer.empty()) {
            break;
        }
        addComments(answer, files.descriptors(), first, comments);
    }
    return comments.empty() ? std::string() : Json{{"comments", std::move(comments)}}.dump();
}

}  // namespace

ShellcheckRunner installedShellcheck(int seconds, std::stop_token stop) {
    return [seconds, stop = std::move(stop)](std::span<const std::string> texts) {
        return answerFor(texts, Clock::now() + std::chrono::seconds(seconds), stop);
    };
}

}  // namespace slipway::checks
