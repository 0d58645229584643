#include "enter.h"

#include "place.h"
#include "sandbox/channel.h"
#include "sandbox/programs.h"
#include "sandbox/protocol.h"
#include "sandbox/subids.h"
#include "server.h"
#include "spawn.h"
#include "text/say.h"

#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <csignal>

namespace slipway::worker {

namespace {

using namespace sandbox;

void tell(Channel& client, const Error& error) { static_cast<void>(client.send(encode(Reply{0, error}))); }

std::vector<std::string> mapArguments(const std::string& program, pid_t pid, std::uint32_t own,
                                      const std::vector<IdRange>& ranges) {
    std::vector<std::string> arguments = {program, std::to_string(pid), "0", std::to_string(own), "1"};
    std::uint32_t inside = 1;
    for (const IdRange& range : ranges) {
        arguments.insert(arguments.end(),
                         {std::to_string(inside), std::to_string(range.first), std::to_string(range.count)});
        inside += range.count;
    }
    return arguments;
}

// The user becomes root inside, its subordinate ids follow from 1 on.
Result<> mapIds(pid_t pid) {
    auto ids = subordinateIds();
    if (!ids) {
        return fail(ids.error());
    }
    const std::string uidMap = findProgram("newuidmap");
    const std::string gidMap = findProgram("newgidmap");
    if (uidMap.empty() || gidMap.empty()) {
        return fail(ErrorCode::NotFound, text::said(kNoUidmap));
    }
    for (const auto& arguments :
         {mapArguments(uidMap, pid, getuid(), ids->uids), mapArguments(gidMap, pid, getgid(), ids->gids)}) {
        const pid_t child = spawn({arguments, {"PATH=/usr/bin:/bin"}, -1, STDERR_FILENO});
        if (child < 0 || waitFor(child) != 0) {
            return fail(ErrorCode::Denied,
                        text::say("{} did not map the subordinate ids of /etc/subuid and /etc/subgid: "
                                  "it must be setuid root (or have cap_setuid), as the package uidmap installs it",
                                  arguments.front()));
        }
    }
    return {};
}

Result<> enterMounts(const Place& place, bool asUser) {
    if (mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) {
        return fail(Error::fromErrno("make mounts private"));
    }
    if (mount("proc", "/proc", "proc", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr) != 0) {
        return fail(Error::fromErrno("mount", "/proc"));
    }
    // crun wants one pure cgroup hierarchy, and a machine may have both kinds; the user's is that of its own namespace.
    mount("cgroup2", "/sys/fs/cgroup", "cgroup2", MS_NOSUID | MS_NODEV | MS_NOEXEC, nullptr);
    static_cast<void>(asUser);
    if (mkdir(place.run.c_str(), 0700) != 0 && errno != EEXIST) {
        return fail(Error::fromErrno("make the folder", place.run));
    }
    if (mount("tmpfs", place.run.c_str(), "tmpfs", MS_NOSUID | MS_NODEV, "mode=0700") != 0) {
        return fail(Error::fromErrno("mount a tmpfs on", place.run));
    }
    return chdir(place.home.c_str()) == 0 ? Result<>{} : Result<>(fail(Error::fromErrno("enter", place.home)));
}

int inside(Descriptor socket, Descriptor alive, const std::string& store, bool asUser) {
    Place place(store);
    Channel client(Descriptor(fcntl(socket.get(), F_DUPFD_CLOEXEC, 3)));
    char go = 0;
    if (read(alive.get(), &go, 1) != 1) {
        return 1;  // the process outside has said why
    }
    if (asUser && (setresgid(0, 0, 0) != 0 || setresuid(0, 0, 0) != 0 || setgroups(0, nullptr) != 0)) {
        tell(client, Error::fromErrno("become root of the worker's user namespace"));
        return 1;
    }
    prctl(PR_SET_DUMPABLE, 1);
    umask(022);
    if (auto entered = enterMounts(place, asUser); !entered) {
        tell(client, entered.error());
        return 1;
    }
    client.close();
    return Server(std::move(socket), std::move(alive), std::move(place), asUser).serve();
}

void raiseFileLimit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
}

}  // namespace

int enter(Descriptor socket, const std::string& store) {
    const bool asUser = geteuid() != 0;
    Channel client(Descriptor(fcntl(socket.get(), F_DUPFD_CLOEXEC, 3)));
    std::array<int, 2> pipe = {-1, -1};
    if (pipe2(pipe.data(), O_CLOEXEC) != 0) {
        tell(client, Error::fromErrno("make a pipe"));
        return 1;
    }
    Descriptor readEnd(pipe[0]);
    Descriptor writeEnd(pipe[1]);
    const unsigned long namespaces = CLONE_NEWNS | CLONE_NEWPID | (asUser ? CLONE_NEWUSER | CLONE_NEWCGROUP : 0);
    const auto pid = static_cast<pid_t>(syscall(SYS_clone, namespaces | SIGCHLD, nullptr, nullptr, nullptr, nullptr));
    if (pid < 0) {
        Error error = Error::fromErrno("make namespaces for the commands of a build");
        error.message =
            asUser ? text::say(
                         "{}; the kernel must allow user namespaces (sysctl user.max_user_namespaces, and "
                         "kernel.unprivileged_userns_clone or kernel.apparmor_restrict_unprivileged_userns where "
                         "they exist)",
                         error.message)
                   : text::say("{}; root needs CAP_SYS_ADMIN for that", error.message);
        tell(client, error);
        return 1;
    }
    if (pid == 0) {
        writeEnd.reset();
        client.close();
        raiseFileLimit();
        _exit(inside(std::move(socket), std::move(readEnd), store, asUser));
    }
    readEnd.reset();
    socket.reset();
    if (auto mapped = asUser ? mapIds(pid) : Result<>{}; !mapped) {
        tell(client, mapped.error());
        kill(pid, SIGKILL);
        waitFor(pid);
        return 1;
    }
    client.close();
    // Its end of this pipe tells the process inside that this one lives.
    if (write(writeEnd.get(), "+", 1) != 1) {
        kill(pid, SIGKILL);
    }
    return waitFor(pid);
}

}  // namespace slipway::worker
