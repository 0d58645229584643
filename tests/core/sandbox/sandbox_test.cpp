// RUNs from the outside, with real namespaces, a real runtime and a real network; as root and (by ctest) as a user.
#include "store_folder.h"

#include "sandbox/descriptor.h"
#include "sandbox/programs.h"
#include "text/say.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTest>
#include <QThread>

#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <functional>

using namespace slipway;
using namespace slipway::sandbox;

namespace {

constexpr int kStartMs = 60'000;  // for a worker and its command to start on a busy machine

// Waits for a condition that is about to come true.
bool soon(const std::function<bool()>& condition, int ms = 5000) {
    const QDeadlineTimer deadline(ms);
    while (!condition()) {
        if (deadline.hasExpired()) {
            return false;
        }
        QThread::msleep(5);
    }
    return true;
}

// Processes whose command line has a word in it.
QStringList processesWith(const QByteArray& word) {
    QStringList found;
    for (const QString& pid : QDir("/proc").entryList({"[0-9]*"}, QDir::Dirs)) {
        QFile file("/proc/" + pid + "/cmdline");
        if (pid.toInt() != getpid() && file.open(QIODevice::ReadOnly) && file.readAll().contains(word)) {
            found << pid;
        }
    }
    return found;
}

// Mounts below a folder, in any process's view that this one may see.
qsizetype mountsBelow(const std::string& folder) {
    qsizetype count = 0;
    for (const QString& pid : QDir("/proc").entryList({"[0-9]*"}, QDir::Dirs)) {
        QFile file("/proc/" + pid + "/mountinfo");
        if (file.open(QIODevice::ReadOnly)) {
            count += file.readAll().count(QByteArray::fromStdString(" " + folder + "/"));
        }
    }
    return count;
}

struct Listener {
    Descriptor socket;
    int port = 0;
    explicit Listener(std::uint32_t address) : socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in name{};
        name.sin_family = AF_INET;
        name.sin_addr.s_addr = htonl(address);
        socklen_t size = sizeof name;
        if (bind(socket.get(), reinterpret_cast<sockaddr*>(&name), size) == 0 && listen(socket.get(), 8) == 0 &&
            getsockname(socket.get(), reinterpret_cast<sockaddr*>(&name), &size) == 0) {
            port = ntohs(name.sin_port);
        }
    }
};

}  // namespace

class SandboxTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_store.emplace();
        m_store->makeBusybox("b");
    }
    void cleanup() { m_store.reset(); }

    void aCommandRunsAndWhatItWroteIsTheSnapshot() {
        TestWorker worker(*m_store);
        QVERIFY(worker.started());
        const auto run = worker.shell("echo hello; echo there >/made; echo err >&2", "u");
        QCOMPARE(run.output, std::string("hello\nerr\n"));
        QCOMPARE(run.status(), 0);
        QCOMPARE(fileText("u/made"), std::string("there\n"));
        QVERIFY(run.ran()->peakMemory > 100'000);
        QVERIFY(soon([&] { return !exists("u.part"); }));
    }
    void whatFailsLeavesNothingAndTellsItsStatus() {
        TestWorker worker(*m_store);
        QCOMPARE(worker.shell("touch /x; exit 7", "u").status(), 7);
        QVERIFY(!exists("u") && !exists("u.part"));
        const auto killed = worker.shell("kill -9 $$; sleep 1; sh -c 'kill -9 $$'", "v");
        QVERIFY(killed.ran() != nullptr);
        const auto status = worker.shell("sh -c 'kill -9 $$'; exit $?", "w");
        QCOMPARE(status.status(), 137);
        QCOMPARE(status.ran()->signal, 9);
    }
    void aProgramThatIsNotThereIsNamed() {
        TestWorker worker(*m_store);
        auto request = shellRequest("", "u");
        request.arguments = {"/no/such/program"};
        const auto run = worker.run(request);
        QVERIFY(run.error() != nullptr);
        QCOMPARE(run.error()->code, ErrorCode::Failed);
        QVERIFY2(run.error()->message.contains("\"/no/such/program\""), run.error()->message.c_str());
        QVERIFY(!exists("u") && !exists("u.part"));
    }
    void whatTheWorkerSaysIsInTheLanguageOfItsCaller() {
        const std::string name = "\x02no {}\x1f\x03";  // what a text could be taken apart by
        const std::string path = m_store->path("snapshots/" + name);
        const auto errorOf = [&](Outcome outcome) {
            const auto* error = std::get_if<Error>(&outcome);
            return error != nullptr ? error->message : std::string();
        };
        auto request = shellRequest("", "u");
        request.arguments = {"/no/such/program"};
        const Descriptor null(open("/dev/null", O_WRONLY | O_CLOEXEC));
        TestWorker worker(*m_store);
        const std::string english = errorOf(worker.run(request).outcome);
        QVERIFY2(english.starts_with("the image has no program \"/no/such/program\" that could be run ("),
                 english.c_str());
        QCOMPARE(errorOf(worker.wait(worker->send(CommitRequest{name, null.get(), null.get()}))),
                 "cannot read the snapshot " + path + ": No such file or directory");
        text::speakWith([](std::string_view pattern) -> std::string {
            if (pattern == "the image has no program \"{}\" that could be run ({})")
                return "kein Programm {0} ({1})";
            if (pattern == "read the snapshot")
                return "Lesen des Snapshots";
            return pattern == "cannot {}: {}" ? "nicht möglich: {}: {}" : "";
        });
        const auto inEnglish = qScopeGuard([] { text::speakWith(nullptr); });
        request.upper = "v";
        QCOMPARE(errorOf(worker.run(request).outcome),
                 "kein Programm /no/such/program (" + english.substr(english.find('(') + 1));
        QCOMPARE(errorOf(worker.wait(worker->send(CommitRequest{name, null.get(), null.get()}))),
                 "nicht möglich: Lesen des Snapshots " + path + ": No such file or directory");
    }
    void layersStandOnEachOther() {
        TestWorker worker(*m_store);
        QCOMPARE(worker.shell("mkdir /d; echo one >/d/a; echo two >/d/b", "u").status(), 0);
        QCOMPARE(worker.shell("rm /d/a; rm -r /d/b; echo x >/d/c", "v", {"b", "u"}).status(), 0);
        QCOMPARE(worker.shell("ls /d", "w", {"b", "u", "v"}).output, std::string("c\n"));
        struct stat about {};
        QCOMPARE(stat(m_store->path("snapshots/v/d/a").c_str(), &about), 0);
        QVERIFY(S_ISCHR(about.st_mode) && about.st_rdev == 0);
        QCOMPARE(worker.shell("rm -r /d; mkdir /d; echo n >/d/n", "x", {"b", "u", "v"}).status(), 0);
        QCOMPARE(worker.shell("ls /d", "y", {"b", "u", "v", "x"}).output, std::string("n\n"));
    }
    void nothingBelowIsNeeded() {
        QFile::copy("/bin/busybox", QString::fromStdString(m_store->path("busybox")));
        TestWorker worker(*m_store);
        RunRequest request = shellRequest("", "u", {});
        request.arguments = {"/mnt/busybox", "mkdir", "/made"};
        request.mounts = {{RunMount::Kind::BindHost, "/mnt/busybox", m_store->path("busybox"), {}}};
        const auto run = worker.run(request);
        QVERIFY2(run.status() == 0, run.output.c_str());
        QCOMPARE(listing("u"), QStringList({"dev", "made", "proc", "sys"}));
    }
    void manyLayersFit() {
        TestWorker worker(*m_store);
        std::vector<std::string> lower = {"b"};
        for (int i = 1; i < 125; ++i) {
            const std::string name = "a-rather-long-name-for-a-snapshot-of-a-layer-" + std::to_string(i);
            m_store->write("snapshots/" + name + "/f" + std::to_string(i), "x");
            lower.push_back(name);
        }
        QCOMPARE(worker.shell("ls -d /f* | wc -l", "u", lower).output, std::string("124\n"));
        lower.emplace_back("b");
        const auto run = worker.shell("true", "v", lower);
        QVERIFY(run.error() != nullptr && run.error()->message.contains("125"));
    }

    void theEnvironmentIsDockers() {
        TestWorker worker(*m_store);
        auto request =
            shellRequest("echo $HOME; echo $PATH; echo $A; pwd; umask; hostname; id -u; id -g; cat; echo end", "u");
        request.environment = {"A=b c"};
        request.workingDir = "/place/here";
        auto run = worker.run(request);
        QCOMPARE(
            run.output,
            std::string("/root\n/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\nb c\n/place/here\n0022\n"
                        "buildkitsandbox\n0\n0\nend\n"));
        QVERIFY(exists("u/place/here"));
        request.user = "app";
        request.upper = "v";
        request.arguments[2] = "echo $HOME; id";
        QCOMPARE(worker.run(request).output,
                 std::string("/home/app\nuid=1000(app) gid=1000(app) groups=1000(app),2000(extra)\n"));
        request.user = "4242";
        request.upper = "w";
        QCOMPARE(worker.run(request).output, std::string("/\nuid=4242 gid=0(root) groups=0(root)\n"));
        request.user = "app:extra";
        request.upper = "x";
        QCOMPARE(worker.run(request).output,
                 std::string("/home/app\nuid=1000(app) gid=2000(extra) groups=2000(extra)\n"));
        request.user = "nobody-here";
        request.upper = "y";
        run = worker.run(request);
        QVERIFY(run.error() != nullptr && run.error()->message.contains("nobody-here"));
    }
    void accountsAreReadInsideTheImageOnly() {
        // A link out of the image must not make the host's accounts count.
        QFile::remove(QString::fromStdString(m_store->path("snapshots/b/etc/passwd")));
        QFile::link("/../../../etc/accounts", QString::fromStdString(m_store->path("snapshots/b/etc/passwd")));
        m_store->write("snapshots/b/etc/accounts", "inside:x:77:88::/in:/bin/sh\n");
        TestWorker worker(*m_store);
        auto request = shellRequest("id -u; id -g; echo $HOME", "u");
        request.user = "inside";
        QCOMPARE(worker.run(request).output, std::string("77\n88\n/in\n"));
    }
    void rightsAreDockers() {
        TestWorker worker(*m_store);
        auto run = worker.shell("grep -E '^(Cap|Seccomp:|NoNewPrivs)' /proc/self/status", "u");
        QVERIFY2(run.output.contains("CapEff:\t00000000a80425fb"), run.output.c_str());
        QVERIFY2(run.output.contains("CapBnd:\t00000000a80425fb"), run.output.c_str());
        QVERIFY2(run.output.contains("CapInh:\t0000000000000000"), run.output.c_str());
        QVERIFY2(run.output.contains("Seccomp:\t2"), run.output.c_str());
        run = worker.shell(
            "mount -t tmpfs none /tmp 2>&1 && echo mounted; cat /proc/kcore 2>/dev/null | head -c 1 | wc -c; "
            "echo 1 >/proc/sys/kernel/panic; ls /proc | grep -c '^[0-9]'; ls -l /dev/null",
            "v");
        QVERIFY2(!run.output.contains("mounted"), run.output.c_str());
        QVERIFY2(run.output.contains("Read-only file system"), run.output.c_str());
        QVERIFY2(run.output.contains("crw-rw-rw-"), run.output.c_str());
        auto request = shellRequest("grep CapEff /proc/self/status", "w");
        request.user = "app";
        QVERIFY(worker.run(request).output.contains("CapEff:\t0000000000000000"));
    }
    void ownersModesAndOtherUsersWork() {
        TestWorker worker(*m_store);
        const auto run = worker.shell(
            "touch /f /g; chown 1000:2000 /f; chmod 4755 /g; mkdir -m 700 /d; chown 65534 /d; mknod /p p; "
            "stat -c '%u %g %a' /f /g /d",
            "u");
        QCOMPARE(run.output, std::string("1000 2000 644\n0 0 4755\n65534 0 700\n"));
    }

    void stubsOfMountsLeaveNoTrace() {
        const std::string before = m_store->path("snapshots/b/etc");
        const std::array<timespec, 2> times = {timespec{1'600'000'000, 0}, timespec{1'600'000'000, 0}};
        utimensat(AT_FDCWD, before.c_str(), times.data(), 0);
        TestWorker worker(*m_store);
        auto request = shellRequest(
            "test -s /etc/hosts && test -e /etc/resolv.conf && stat -c %Y /etc && ls /a/b/c && echo x >/a/b/c/y", "u");
        request.mounts = {{RunMount::Kind::Cache, "/a/b/c", {}, {}, false, 0755, 0, 0, 0, "cache1"},
                          {RunMount::Kind::Tmpfs, "/run/t", "", {}, false}};
        const auto run = worker.run(request);
        QCOMPARE(run.output, std::string("1600000000\n"));
        QCOMPARE(listing("u"), QStringList({"dev", "proc", "sys"}));
        QVERIFY(QFile::exists(QString::fromStdString(m_store->path("mounts/cache1/y"))));
        // What a RUN itself puts beside a stub stays, the stub does not.
        request.upper = "v";
        request.arguments[2] = "echo x >/a/b/mine; echo y >/etc/own";
        QCOMPARE(worker.run(request).status(), 0);
        QCOMPARE(listing("v"), QStringList({"a", "dev", "etc", "proc", "sys"}));
        QCOMPARE(listing("v/a/b"), QStringList({"mine"}));
        QCOMPARE(listing("v/etc"), QStringList({"own"}));
    }
    void bindMountsOfSnapshotsAreMergedAndKeptInside() {
        m_store->write("snapshots/l/d/one", "1");
        m_store->write("snapshots/m/d/two", "2");
        QFile::link("/d", QString::fromStdString(m_store->path("snapshots/m/link")));
        QFile::link("/../../../../etc", QString::fromStdString(m_store->path("snapshots/m/out")));
        TestWorker worker(*m_store);
        auto request = shellRequest("ls /mnt; touch /mnt/x 2>&1; touch /rw/x && ls /rw", "u");
        request.mounts = {{RunMount::Kind::BindSnapshots, "/mnt", "link", {"l", "m"}, true},
                          {RunMount::Kind::BindSnapshots, "/rw", "/d", {"l", "m"}, false}};
        const auto run = worker.run(request);
        QVERIFY2(run.output.starts_with("one\ntwo\n"), run.output.c_str());
        QVERIFY2(run.output.contains("Read-only file system"), run.output.c_str());
        QVERIFY2(run.output.ends_with("one\ntwo\nx\n"), run.output.c_str());
        QVERIFY(!exists("l/d/x") && !exists("m/d/x") && !exists("u/rw") && !exists("u/mnt"));
        request.upper = "v";
        request.mounts = {{RunMount::Kind::BindSnapshots, "/mnt", "out", {"l", "m"}, true}};
        const auto out = worker.run(request);
        QVERIFY(out.error() != nullptr && out.error()->code == ErrorCode::NotFound);
    }
    void aMountsTargetNeverLeavesTheImage() {
        QFile::link("/../../../../../../../../tmp", QString::fromStdString(m_store->path("snapshots/b/escape")));
        TestWorker worker(*m_store);
        auto request = shellRequest("ls /tmp", "u");
        request.mounts = {{RunMount::Kind::Tmpfs, "/escape/slipway-escaped", "", {}, false}};
        QCOMPARE(worker.run(request).output, std::string("slipway-escaped\n"));
        QVERIFY(!QFile::exists("/tmp/slipway-escaped"));
    }

    void theHostsLoopbackAndAbstractSocketsAreOutOfReach() {
        if (findPasta().path.empty()) {
            QSKIP("pasta or /dev/net/tun is missing here, so a RUN has the host's network");
        }
        const Listener loopback(INADDR_LOOPBACK);
        const Descriptor abstract(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
        sockaddr_un name{};
        name.sun_family = AF_UNIX;
        const std::string label = "slipway-test-" + std::to_string(getpid());
        label.copy(name.sun_path + 1, label.size());
        QCOMPARE(::bind(abstract.get(), reinterpret_cast<sockaddr*>(&name),
                        static_cast<socklen_t>(sizeof(sa_family_t) + 1 + label.size())),
                 0);
        TestWorker worker(*m_store);
        const std::string port = std::to_string(loopback.port);
        auto request = shellRequest(
            "for a in 127.0.0.1 169.254.1.1 169.254.1.2 $(ip route | sed -n 's/^default via \\([^ ]*\\).*/\\1/p') "
            "$(ip -4 addr | sed -n 's/.*inet \\([0-9.]*\\).*/\\1/p'); do "
            "nc -w 1 $a " +
                port + " -e /bin/true && echo reached $a; done; grep -c " + label +
                " /proc/net/unix; "
                "ip -4 addr | grep -c inet",
            "u");
        request.addHosts = {{"gate", "host-gateway"}};
        const auto run = worker.run(request);
        QVERIFY2(run.ran() != nullptr, run.output.c_str());
        QVERIFY2(!run.ran()->hostNetwork, run.output.c_str());
        QVERIFY2(!run.output.contains("reached"), run.output.c_str());
        QVERIFY2(run.output.ends_with("0\n2\n"), run.output.c_str());  // no socket; lo and one more address
        request.upper = "v";
        request.network = "none";
        const auto none = worker.run(request);
        QVERIFY2(none.output.ends_with("0\n1\n"), none.output.c_str());
    }
    void theOutsideIsReached() {
        QFile resolver("/etc/resolv.conf");
        QVERIFY(resolver.open(QIODevice::ReadOnly));
        const QString server =
            QString::fromUtf8(resolver.readAll()).section("nameserver", 1).simplified().section(' ', 0, 0);
        const Descriptor probe(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
        sockaddr_in name{};
        name.sin_family = AF_INET;
        name.sin_port = htons(53);
        inet_pton(AF_INET, server.toUtf8().constData(), &name.sin_addr);
        ::connect(probe.get(), reinterpret_cast<sockaddr*>(&name), sizeof name);
        pollfd wait{probe.get(), POLLOUT, 0};
        int error = -1;
        socklen_t size = sizeof error;
        if (poll(&wait, 1, 3000) != 1 || getsockopt(probe.get(), SOL_SOCKET, SO_ERROR, &error, &size) != 0 ||
            error != 0) {
            QSKIP("this machine itself does not reach its nameserver by TCP");
        }
        TestWorker worker(*m_store);
        const auto run = worker.shell(
            "nc -w 3 " + server.toStdString() + " 53 -e /bin/true && echo reached; cat /etc/resolv.conf", "u");
        QVERIFY2(run.output.starts_with("reached\n"), run.output.c_str());
    }
    void hostGatewayReachesTheHostAndNamesAreAdded() {
        if (findPasta().path.empty()) {
            QSKIP("pasta or /dev/net/tun is missing here");
        }
        const Listener everywhere(INADDR_ANY);
        TestWorker worker(*m_store);
        auto request = shellRequest("grep -E 'one|gate' /etc/hosts; nc -w 3 gate " + std::to_string(everywhere.port) +
                                        " -e /bin/true && echo reached",
                                    "u");
        request.addHosts = {{"one.example", "10.1.2.3"}, {"gate", "host-gateway"}};
        const auto run = worker.run(request);
        QCOMPARE(run.output, std::string("10.1.2.3\tone.example\n169.254.1.2\tgate\nreached\n"));
    }
    void aPastaThatCantNameTheHostIsSaid() {
        if (findPasta().path.empty()) {
            QSKIP("pasta or /dev/net/tun is missing here");
        }
        QTemporaryDir programs;
        QVERIFY(QFile::setPermissions(programs.path(), QFile::Permissions(0x7755)));
        const QString pasta = QStandardPaths::findExecutable("pasta", {"/usr/bin", "/bin"});
        QFile old(programs.filePath("pasta"));
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("#!/bin/sh\ncase \"$*\" in *map-guest-addr*) exit 1;; esac\nexec " + pasta.toUtf8() + " \"$@\"\n");
        old.close();
        QVERIFY(old.setPermissions(QFile::Permissions(0x7755)));
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", programs.path().toUtf8() + ":" + path);
        TestWorker worker(*m_store);
        qputenv("PATH", path);
        auto request = shellRequest("true", "u");
        request.addHosts = {{"gate", "host-gateway"}};
        const auto refused = worker.run(request);
        QVERIFY2(refused.error() != nullptr, refused.output.c_str());
        QVERIFY2(refused.error()->message.contains("newer pasta"), refused.error()->message.c_str());
        QVERIFY(!exists("u") && !exists("u.part"));
        const auto other = worker.shell("echo fine", "v");
        QCOMPARE(other.output, std::string("fine\n"));
        QVERIFY(!other.ran()->hostNetwork);
    }
    void theHostsNetworkIsUsedOnlyWhenAskedFor() {
        const Listener loopback(INADDR_LOOPBACK);
        TestWorker worker(*m_store);
        auto request =
            shellRequest("nc -w 3 127.0.0.1 " + std::to_string(loopback.port) + " -e /bin/true && echo reached", "u");
        request.network = "host";
        const auto run = worker.run(request);
        QCOMPARE(run.output, std::string("reached\n"));
        QVERIFY(!run.ran()->hostNetwork);
    }

    void cancelEndsEverythingWithinASecond() {
        TestWorker worker(*m_store);
        const std::string word = "4242" + std::to_string(getpid());
        auto request =
            shellRequest("trap '' TERM; touch /tmp/x; setsid sleep " + word + " & echo up; sleep " + word, "u");
        std::array<int, 2> pipe{};
        QCOMPARE(pipe2(pipe.data(), O_CLOEXEC), 0);
        const Descriptor out(pipe[0]);
        Descriptor in(pipe[1]);
        request.stdoutFd = request.stderrFd = in.get();
        const auto id = worker->send(request);
        QVERIFY(id);
        in.reset();
        std::array<char, 3> up{};
        QCOMPARE(read(out.get(), up.data(), up.size()), 3);
        QVERIFY(soon([&] { return processesWith(QByteArray::fromStdString(word)).size() >= 2; }, kStartMs));
        QVERIFY(worker->cancel(*id));
        const auto outcome = worker.wait(id);
        const auto* error = std::get_if<Error>(&outcome);
        QVERIFY(error != nullptr);
        QCOMPARE(error->code, ErrorCode::Canceled);
        QVERIFY(processesWith(QByteArray::fromStdString(word)).isEmpty());
        QVERIFY(!exists("u") && !exists("u.part"));
        QCOMPARE(read(out.get(), up.data(), up.size()), 0);  // nobody holds the pipe
        QVERIFY(worker->cancel(*id));                        // late: no harm
        QCOMPARE(worker.shell("echo on", "v").output, std::string("on\n"));
    }
    void aCommandMayEndItselfWhenCanceled() {
        TestWorker worker(*m_store);
        auto request = shellRequest("trap 'echo bye; exit 0' TERM; echo up; while true; do sleep 0.05; done", "u");
        std::array<int, 2> pipe{};
        QCOMPARE(pipe2(pipe.data(), O_CLOEXEC), 0);
        const Descriptor out(pipe[0]);
        Descriptor in(pipe[1]);
        request.stdoutFd = request.stderrFd = in.get();
        const auto id = worker->send(request);
        in.reset();
        std::array<char, 16> text{};
        QCOMPARE(read(out.get(), text.data(), text.size()), 3);
        QVERIFY(worker->cancel(*id));
        const auto outcome = worker.wait(id);
        QVERIFY(std::get_if<Error>(&outcome) != nullptr && std::get<Error>(outcome).code == ErrorCode::Canceled);
        QCOMPARE(read(out.get(), text.data(), text.size()), 4);
        QVERIFY(!exists("u") && !exists("u.part"));
    }
    void aCommitOfManyFilesIsCanceledAtOnce() {
        TestWorker worker(*m_store);
        QCOMPARE(worker
                     .shell("mkdir /d; for i in $(seq 5000); do echo $i > /d/$i; done; "
                            "dd if=/dev/zero of=/big bs=1M count=200 2>/dev/null",
                            "u")
                     .output,
                 std::string());
        const Descriptor tar(memfd_create("tar", MFD_CLOEXEC));
        const Descriptor toc(memfd_create("toc", MFD_CLOEXEC));
        const auto id = worker->send(CommitRequest{"u", tar.get(), toc.get()});
        QVERIFY(soon([&] {
            struct stat about {};
            return fstat(tar.get(), &about) == 0 && about.st_size > 0;
        }));
        QVERIFY(worker->cancel(*id));
        const auto outcome = worker.wait(id);
        QVERIFY(std::get_if<Error>(&outcome) != nullptr);
        QCOMPARE(std::get<Error>(outcome).code, ErrorCode::Canceled);
        QVERIFY(std::holds_alternative<Done>(worker.wait(worker->send(RemoveRequest{{"snapshots/u"}}))));
        QVERIFY(!exists("u"));
    }
    void severalRunAtOnce() {
        TestWorker worker(*m_store);
        std::vector<RequestId> ids;
        const Descriptor null(open("/dev/null", O_WRONLY | O_CLOEXEC));
        // They meet in a cache mount: each waits for all others.
        for (int i = 0; i < 4; ++i) {
            auto request = shellRequest(
                "touch /c/" + std::to_string(i) + "; while test $(ls /c | wc -l) -lt 4; do sleep 0.02; done",
                "u" + std::to_string(i));
            request.mounts = {{RunMount::Kind::Cache, "/c", {}, {}, false, 0755, 0, 0, 0, "meet"}};
            request.stdoutFd = request.stderrFd = null.get();
            const auto id = worker->send(request);
            QVERIFY(id);
            ids.push_back(*id);
        }
        for (const RequestId id : ids) {
            const auto outcome = worker.wait(id);
            QVERIFY(std::get_if<Ran>(&outcome) != nullptr && std::get<Ran>(outcome).exitStatus == 0);
        }
    }
    void nothingOutlivesTheWorker_data() {
        QTest::addColumn<QString>("how");
        QTest::newRow("its socket closes") << "close";
        QTest::newRow("kill -9 of the process outside") << "outer";
        QTest::newRow("kill -9 of the process inside") << "inner";
    }
    void nothingOutlivesTheWorker() {
        QFETCH(QString, how);
        TestWorker worker(*m_store);
        const std::string word = "5151" + std::to_string(getpid());
        auto request = shellRequest("trap '' TERM; setsid sleep " + word + " & sleep " + word, "u");
        const Descriptor null(open("/dev/null", O_WRONLY | O_CLOEXEC));
        request.stdoutFd = request.stderrFd = null.get();
        const auto id = worker->send(request);
        QVERIFY(id);
        QVERIFY(soon([&] { return processesWith(QByteArray::fromStdString(word)).size() >= 2; }, kStartMs));
        QVERIFY(exists("u.part"));
        const pid_t outer = worker->processId();
        if (how == "outer") {
            kill(outer, SIGKILL);
        } else if (how == "inner") {
            QFile children(QString("/proc/%1/task/%1/children").arg(outer));
            QVERIFY(children.open(QIODevice::ReadOnly));
            const int inner = children.readAll().simplified().split(' ').first().toInt();
            QVERIFY(inner > 1);
            if (kill(inner, SIGKILL) != 0) {
                QSKIP("the process inside belongs to another user id here");
            }
        }
        if (how == "close") {
            worker.end();
        } else {
            const auto outcome = worker.wait(id);
            QVERIFY(std::get_if<Error>(&outcome) != nullptr);
        }
        const QByteArray home = QByteArray::fromStdString(m_store->home());
        QVERIFY2(soon([&] { return processesWith(QByteArray::fromStdString(word)).isEmpty(); }), "the command lives");
        QVERIFY2(soon([&] { return processesWith(home).isEmpty(); }), "the worker lives");
        QVERIFY2(soon([&] { return mountsBelow(m_store->home()) == 0; }), "a mount is left");
        if (how == "inner") {
            QVERIFY(exists("u.part"));  // nobody was left to remove it: the next worker does
            TestWorker next(*m_store);
            QCOMPARE(next.shell("true", "v").status(), 0);
            QVERIFY(soon([&] { return !exists("u.part"); }));
        } else {
            QVERIFY2(soon([&] { return !exists("u.part"); }), "a half-made snapshot is left");
        }
    }
    // Its answer comes before it has tidied up; an end right then waits for that.
    void whatARunThrowsAwayIsGoneWhenTheWorkerHasEnded() {
        m_store->write("snapshots/l/d/one", "1");
        TestWorker worker(*m_store);
        auto request = shellRequest("cd /rw && for i in $(seq 25000); do : >$i; done", "u");
        request.mounts = {{RunMount::Kind::BindSnapshots, "/rw", "/d", {"l"}, false}};
        QCOMPARE(worker.run(request).status(), 0);
        QVERIFY(exists("u") && exists("u.part"));
        worker.end();
        QVERIFY(!exists("u.part"));
    }
    void theWorkerEndsWithItsCaller() {
        // A caller that is killed: a child of this test that starts a worker and a RUN.
        const std::string word = "6161" + std::to_string(getpid());
        const pid_t caller = fork();
        if (caller == 0) {
            TestWorker worker(*m_store);
            worker.shell("sleep " + word, "u");
            _exit(0);
        }
        QVERIFY(soon([&] { return !processesWith(QByteArray::fromStdString(word)).isEmpty(); }, kStartMs));
        kill(caller, SIGKILL);
        waitpid(caller, nullptr, 0);
        QVERIFY(soon([&] { return processesWith(QByteArray::fromStdString(word)).isEmpty(); }));
        QVERIFY(soon([&] { return processesWith(QByteArray::fromStdString(m_store->home())).isEmpty(); }));
        QVERIFY(soon([&] { return !exists("u.part"); }));
    }

    void withoutARuntimeTheMessageNamesThePackage() {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "");
        QVERIFY(findRuntime().path.empty());
        if (geteuid() == 0) {
            TestWorker worker(*m_store);
            qputenv("PATH", path);
            const auto run = worker.shell("true", "u");
            QVERIFY(run.error() != nullptr);
            QCOMPARE(run.error()->code, ErrorCode::NotFound);
            QVERIFY2(run.error()->message.contains("install the package crun"), run.error()->message.c_str());
        }
        qputenv("PATH", path);
    }
    void runcDoesTheSame() {
        // A PATH in which crun is not there, and the rest is.
        QTemporaryDir programs;
        for (const char* name : {"runc", "pasta", "newuidmap", "newgidmap"}) {
            const QString found = QStandardPaths::findExecutable(name, {"/usr/bin", "/usr/sbin", "/bin", "/sbin"});
            QVERIFY(!found.isEmpty());
            QFile::link(found, programs.filePath(name));
        }
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", programs.path().toUtf8());
        QVERIFY(!findRuntime().crun && findRuntime().path.ends_with("/runc"));
        TestWorker worker(*m_store);
        qputenv("PATH", path);
        const auto run = worker.shell("echo hello; id -u; hostname; touch /x", "u");
        QCOMPARE(run.output, std::string("hello\n0\nbuildkitsandbox\n"));
        QCOMPARE(listing("u"), QStringList({"dev", "proc", "sys", "x"}));
        QCOMPARE(worker.shell("exit 3", "v").status(), 3);
        auto request = shellRequest("", "w");
        request.arguments = {"/no/such/program"};
        const auto missing = worker.run(request);
        QVERIFY2(missing.error() != nullptr && missing.error()->message.contains("/no/such/program"),
                 missing.output.c_str());
    }

private:
    [[nodiscard]] bool exists(const std::string& snapshot) const {
        struct stat about {};
        return lstat(m_store->path("snapshots/" + snapshot).c_str(), &about) == 0;
    }
    [[nodiscard]] std::string fileText(const std::string& snapshot) const {
        QFile file(QString::fromStdString(m_store->path("snapshots/" + snapshot)));
        return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    }
    [[nodiscard]] QStringList listing(const std::string& snapshot) const {
        return QDir(QString::fromStdString(m_store->path("snapshots/" + snapshot)))
            .entryList(QDir::AllEntries | QDir::System | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }

    std::optional<StoreFolder> m_store;
};

QTEST_GUILESS_MAIN(SandboxTest)
#include "sandbox_test.moc"
