#include "run.h"

#include "commit.h"
#include "mounts.h"
#include "network.h"
#include "overlay.h"
#include "rooted.h"
#include "sandbox/oci_config.h"
#include "spawn.h"
#include "stubs.h"
#include "text/read_file.h"
#include "text/say.h"
#include "tree.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <fstream>
#include <optional>

namespace slipway::worker {

namespace {

using namespace sandbox;

Result<> writeText(const std::string& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary);
    out << text;
    out.close();
    return out ? Result<>{} : Result<>(fail(ErrorCode::Io, text::say("cannot write {}", path), path));
}

/// Is there no room for another megabyte, or for another file?
bool isFull(const std::string& folder) {
    constexpr std::uint64_t kLittle = 1 << 20;
    struct statvfs disk {};
    return statvfs(folder.c_str(), &disk) == 0 &&
           (std::uint64_t{disk.f_bavail} * disk.f_frsize < kLittle || (disk.f_files > 0 && disk.f_favail == 0));
}

/// The state of one RUN, built up step by step.
class Runner {
public:
    Runner(const RunRequest& request, const RunSetting& setting) : m_request(request), m_setting(setting) {}

    void execute(const std::function<void(Outcome)>& reply) {
        auto ran = prepare().and_then([this] { return start(); }).and_then([this] { return finish(); });
        m_mergedRoot.reset();
        umount2(m_container.rootfs.c_str(), MNT_DETACH);
        if (ran && ran->exitStatus == 0) {
            reply(*ran);
            discard();
        } else {
            discard();
            reply(ran ? Outcome(*ran) : Outcome(ran.error()));
        }
    }

private:
    Result<> prepare();
    Result<> mountRoot();
    Result<> prepareFiles();
    Result<> awaitNetwork();
    Result<> start();
    Result<Ran> finish();
    void waitForRuntime();
    [[nodiscard]] std::optional<Error> runtimeError() const;
    void discard() {
        if (m_part) {
            m_part->discard();
        }
    }

    const RunRequest& m_request;
    const RunSetting& m_setting;
    std::string m_bundle;  // folder on the worker's tmpfs: config.json, rootfs and what the container binds
    std::optional<Part> m_part;
    Descriptor m_mergedRoot;
    Stubs m_stubs;
    Container m_container;
    pid_t m_pid = -1;
    Ran m_ran;
    bool m_canceled = false;
};

Result<> Runner::prepare() {
    if (m_setting.runtime.path.empty()) {
        return fail(ErrorCode::NotFound, text::said(kNoRuntime));
    }
    if (m_request.arguments.empty()) {
        return fail(ErrorCode::Invalid, text::say("a RUN without a command"));
    }
    m_bundle = m_setting.place.run + "/" + m_request.upper;
    auto part = Part::make(m_setting.place, m_request.upper);
    if (!part) {
        return fail(part.error());
    }
    m_part = std::move(*part);
    if (auto mounted = mountRoot(); !mounted) {
        return mounted;
    }
    m_container.arguments = m_request.arguments;
    m_container.environment = m_request.environment;
    m_container.workingDir = m_request.workingDir.empty() ? "/" : m_request.workingDir;
    auto account = lookUpAccount(m_request.user, readInRoot(m_mergedRoot.get(), "etc/passwd"),
                                 readInRoot(m_mergedRoot.get(), "etc/group"));
    if (!account) {
        return fail(account.error());
    }
    m_container.account = std::move(*account);
    for (const char* folder : {"dev", "proc", "sys"}) {
        if (auto made = m_stubs.make(m_mergedRoot.get(), folder, Stubs::Kind::Folder, true); !made) {
            return made;
        }
    }
    auto mounts =
        prepareMounts(m_setting.place, m_request.mounts, m_mergedRoot.get(), m_bundle, m_part->path(), m_stubs);
    if (!mounts) {
        return fail(mounts.error());
    }
    m_container.mounts = std::move(*mounts);
    return prepareFiles();
}

Result<> Runner::mountRoot() {
    const std::string& part = m_part->path();
    m_container.rootfs = m_bundle + "/rootfs";
    const std::string lowers = m_bundle + "/lowers";
    for (const std::string& folder : {m_bundle, m_container.rootfs, lowers, part + "/work"}) {
        if (mkdir(folder.c_str(), 0700) != 0) {
            return fail(Error::fromErrno("make the folder", folder));
        }
    }
    const std::string upper = part + "/upper";
    // The merged root shows the upper directory's own owner and mode; Docker gives every container 0755, whatever an
    // image's tar says of its root (often 0700, from a temporary folder).
    if (mkdir(upper.c_str(), 0755) != 0 || chmod(upper.c_str(), 0755) != 0) {
        return fail(Error::fromErrno("make the folder", upper));
    }
    if (auto mounted =
            mountOverlay(m_setting.place, {m_request.lower, upper, part + "/work", m_container.rootfs}, lowers);
        !mounted) {
        return mounted;
    }
    m_mergedRoot = Descriptor(open(m_container.rootfs.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    return m_mergedRoot ? Result<>{} : Result<>(fail(Error::fromErrno("open", m_container.rootfs)));
}

Result<> Runner::prepareFiles() {
    for (const char* file : {"resolv.conf", "hosts"}) {
        const std::string target = std::string("/etc/") + file;
        if (auto made = m_stubs.make(m_mergedRoot.get(), target, Stubs::Kind::File); !made) {
            return made;
        }
        m_container.mounts.push_back(
            {target, "bind", m_bundle + "/" + file, {"bind", "rprivate", "nosuid", "nodev", "noexec", "ro"}});
    }
    const auto insideMount = [this](const RunMount& mount) {
        return (m_container.workingDir + "/").starts_with(mount.target + "/");
    };
    if (std::ranges::none_of(m_request.mounts, insideMount)) {
        return m_stubs.make(m_mergedRoot.get(), m_container.workingDir, Stubs::Kind::Folder, true);
    }
    return {};
}

Result<> Runner::awaitNetwork() {
    bool own = m_request.network != "host";
    const std::string file = m_bundle + "/netns";
    if (m_request.network == "none") {
        m_container.freshNetwork = true;
    } else if (own) {
        std::vector<Frame> frames;
        while (frames.empty()) {
            pollfd wait{m_setting.loop.descriptor(), POLLIN, 0};
            poll(&wait, 1, -1);
            auto received = m_setting.loop.receive();
            if (!received || m_setting.loop.closed()) {
                return fail(ErrorCode::Canceled, text::say("the worker ended"));
            }
            frames = std::move(*received);
        }
        if (frames.front().body == kNoGatewayMessage) {
            return fail(ErrorCode::Unsupported,
                        text::say("host-gateway needs a newer pasta (package passt): the one installed here has no "
                                  "--map-guest-addr. Give --add-host the host's address instead, or build with "
                                  "--network=host"));
        }
        own = !frames.front().descriptors.empty();
        m_ran.hostNetwork = !own;
        if (own) {
            const std::string from = "/proc/self/fd/" + std::to_string(frames.front().descriptors.front().get());
            const Descriptor made(open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600));
            if (mount(from.c_str(), file.c_str(), nullptr, MS_BIND, nullptr) != 0) {
                return fail(Error::fromErrno("bind the network namespace on", file));
            }
            m_container.networkNamespace = file;
        }
    }
    m_container.sysfsFromHost = !own && m_setting.asUser;
    return writeText(m_bundle + "/resolv.conf", resolverConfig(text::readFile("/etc/resolv.conf").value_or(""), own))
        .and_then([&] { return writeText(m_bundle + "/hosts", hostsFile(m_request.addHosts, own)); });
}

Result<> Runner::start() {
    if (auto network = awaitNetwork(); !network) {
        return network;
    }
    if (auto written = writeText(m_bundle + "/config.json", ociConfig(m_container, m_setting.seccomp)); !written) {
        return written;
    }
    Program program;
    // One state folder for all RUNs: crun keeps compiled seccomp filters in it.
    program.arguments = {m_setting.runtime.path, "--root", m_setting.place.run + "/state", "--log", m_bundle + "/log"};
    if (m_setting.runtime.crun) {
        program.arguments.emplace_back("--cgroup-manager=disabled");
    }
    program.arguments.insert(program.arguments.end(), {"run", "--bundle", m_bundle, m_request.upper});
    program.environment = {"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                           "XDG_RUNTIME_DIR=" + m_bundle};
    program.standardOut = m_request.stdoutFd;
    program.standardError = m_request.stderrFd;
    m_pid = spawn(program);
    if (m_pid < 0) {
        return fail(Error::fromErrno("start", m_setting.runtime.path));
    }
    waitForRuntime();
    return {};
}

void Runner::waitForRuntime() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGCHLD);
    sigaddset(&signals, SIGTERM);
    sigprocmask(SIG_BLOCK, &signals, nullptr);
    const Descriptor descriptor(signalfd(-1, &signals, SFD_CLOEXEC));
    int status = 0;
    while (true) {
        rusage usage{};
        for (pid_t pid = 0; (pid = wait4(-1, &status, WNOHANG, &usage)) > 0;) {
            if (pid != m_pid) {
                continue;
            }
            m_ran.exitStatus = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
            m_ran.peakMemory = static_cast<std::uint64_t>(usage.ru_maxrss) * 1024;
            const auto ms = [](const timeval& t) { return t.tv_sec * 1000 + t.tv_usec / 1000; };
            m_ran.cpuMs = ms(usage.ru_utime) + ms(usage.ru_stime);
            // What follows has nothing to end well: a cancel ends it at once. (Process 1 needs a handler for that.)
            if (!m_canceled) {
                std::signal(SIGTERM, [](int) { _exit(0); });
                sigprocmask(SIG_UNBLOCK, &signals, nullptr);
            }
            return;
        }
        signalfd_siginfo info{};
        if (read(descriptor.get(), &info, sizeof info) == sizeof info && info.ssi_signo == SIGTERM) {
            m_canceled = true;
            kill(m_pid, SIGTERM);  // the runtime passes it on
        }
    }
}

std::optional<Error> Runner::runtimeError() const {
    std::string log = m_ran.exitStatus == 0 ? std::string() : text::readFile(m_bundle + "/log").value_or("");
    if (!m_setting.runtime.crun) {  // it writes warnings there too, which are about no command
        const std::size_t level = log.find("level=error");
        log = level == std::string::npos ? std::string() : log.substr(level);
    }
    if (log.empty()) {
        return {};
    }
    const std::string& command = m_container.arguments.front();
    const std::string reason = log.substr(0, log.find('\n'));
    if (log.find("executable file") != std::string::npos ||
        log.find("No such file or directory") != std::string::npos ||
        log.find("no such file or directory") != std::string::npos) {
        return Error{ErrorCode::Failed,
                     text::say("the image has no program \"{}\" that could be run ({})", command, reason)};
    }
    return Error{ErrorCode::Failed, text::say("the command could not be started: {}", reason)};
}

Result<Ran> Runner::finish() {
    if (m_canceled) {
        return fail(ErrorCode::Canceled, text::say("canceled"));
    }
    if (auto error = runtimeError()) {
        return fail(*error);
    }
    m_mergedRoot.reset();
    if (umount2(m_container.rootfs.c_str(), 0) != 0) {
        umount2(m_container.rootfs.c_str(), MNT_DETACH);
    }
    constexpr int kSignalBase = 128;
    if (m_ran.exitStatus > kSignalBase && m_ran.exitStatus - kSignalBase < NSIG) {
        m_ran.signal = m_ran.exitStatus - kSignalBase;
    }
    if (m_ran.exitStatus != 0) {
        m_ran.diskFull = isFull(m_part->path());
        return m_ran;
    }
    const Descriptor upper(open((m_part->path() + "/upper").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    m_stubs.remove(upper.get());
    if (m_request.tarFd >= 0) {
        auto committed = commitFolder(m_part->path() + "/upper", m_request.tarFd, m_request.tocFd);
        if (!committed) {
            return fail(committed.error());
        }
        m_ran.committed = *committed;
    }
    if (auto renamed = m_part->finish(m_setting.place, "upper"); !renamed) {
        return fail(renamed.error());
    }
    return m_ran;
}

}  // namespace

void run(const RunRequest& request, const RunSetting& setting, const std::function<void(Outcome)>& reply) {
    Runner(request, setting).execute(reply);
}

}  // namespace slipway::worker
