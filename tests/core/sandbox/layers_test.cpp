// Layers on disk: unpacked from a tar, and committed from what a RUN left; as root and (by ctest) as a user.
#include "store_folder.h"

#include "layer/tar.h"
#include "sandbox/descriptor.h"
#include "sandbox/parts.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <fcntl.h>
#include <linux/fs.h>
#include <linux/magic.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>
#include <sys/xattr.h>

#include <array>
#include <future>
#include <map>

using namespace slipway;
using namespace slipway::sandbox;
using layer::Entry;
using layer::EntryType;

namespace {

Entry file(const std::string& path, std::uint64_t size, std::uint32_t mode = 0644) {
    Entry entry;
    entry.path = path;
    entry.size = size;
    entry.mode = mode;
    entry.mtime = 1'500'000'000;
    return entry;
}
Entry folder(const std::string& path, std::uint32_t mode = 0755) {
    Entry entry = file(path, 0, mode);
    entry.type = EntryType::Directory;
    return entry;
}
Entry link(const std::string& path, EntryType type, const std::string& to) {
    Entry entry = file(path, 0, 0777);
    entry.type = type;
    entry.link = to;
    return entry;
}
Entry device(const std::string& path, EntryType type, std::uint32_t major, std::uint32_t minor) {
    Entry entry = file(path, 0, 0600);
    entry.type = type;
    entry.deviceMajor = major;
    entry.deviceMinor = minor;
    return entry;
}

}  // namespace

class LayersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_store.emplace();
        m_store->makeBusybox("b");
        m_worker.emplace(*m_store);
        QVERIFY(m_worker->started());
    }
    void cleanup() {
        m_worker.reset();
        m_store.reset();
    }

    void aLayerIsUnpackedAsItsTableSays() {
        Entry plain = file("d/plain", 5, 04755);
        plain.uid = 1000;
        plain.gid = 2000;
        plain.xattrs = {{"user.note", "hi"}, {"user.overlay.opaque", "y"}};
        Entry readOnly = folder("d", 01555);
        readOnly.uid = 7;
        const Error error =
            unpack({readOnly, plain, file("d/empty", 0, 0), link("d/link", EntryType::Symlink, "/etc/passwd"),
                    link("a-hard", EntryType::Hardlink, "d/plain"), device("p", EntryType::Fifo, 0, 0)});
        QVERIFY2(error.message.empty(), error.message.c_str());
        const auto seen = inside(
            "cd /; stat -c '%n %u %g %a %Y %h' d d/plain d/empty d/link a-hard p; cat d/plain; readlink d/link", "s");
        QCOMPARE(seen, std::string(
                           "d 7 0 1555 1500000000 2\nd/plain 1000 2000 4755 1500000000 2\nd/empty 0 0 0 1500000000 1\n"
                           "d/link 0 0 777 1500000000 1\na-hard 1000 2000 4755 1500000000 2\np 0 0 600 1500000000 1\n"
                           "xxxxx/etc/passwd\n"));
        QVERIFY(!QFile::exists(QString::fromStdString(m_store->path("snapshots/s.part"))));
        if (geteuid() == 0) {
            std::array<char, 8> value{};
            QCOMPARE(getxattr(m_store->path("snapshots/s/d/plain").c_str(), "user.note", value.data(), value.size()),
                     2);
            QCOMPARE(getxattr(m_store->path("snapshots/s/d/plain").c_str(), "user.overlay.opaque", value.data(),
                              value.size()),
                     -1);
        }
    }
    void ext4IsToldThatSnapshotsAreTreesOfTheirOwn() {
        QVERIFY(unpack({file("f", 1)}).message.empty());
        const Descriptor snapshots(open(m_store->path("snapshots").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        struct statfs about {};
        QCOMPARE(fstatfs(snapshots.get(), &about), 0);
        if (about.f_type != EXT4_SUPER_MAGIC) {
            QSKIP("the store is on another file system, which knows no such hint");
        }
        int flags = 0;
        QCOMPARE(ioctl(snapshots.get(), FS_IOC_GETFLAGS, &flags), 0);
        QVERIFY((flags & FS_TOPDIR_FL) != 0);
    }
    void whiteoutsAndOpaqueDirectoriesHide() {
        m_store->write("snapshots/l/d/old", "1");
        m_store->write("snapshots/l/e/old", "1");
        Entry gone = file("e", 0);
        gone.type = EntryType::Whiteout;
        Entry fresh = folder("d");
        fresh.opaque = true;
        const Error error = unpack({fresh, file("d/new", 1), gone});
        QVERIFY2(error.message.empty(), error.message.c_str());
        QCOMPARE(inside("ls -d /d /d/* /e 2>/dev/null", "s", {"b", "l", "s"}), std::string("/d\n/d/new\n"));
    }
    void devicesAreMadeWhereTheyMayBe() {
        const Error error = unpack(
            {device("null", EntryType::CharDevice, 1, 3), device("zero", EntryType::CharDevice, 0, 0), file("f", 1)});
        QVERIFY2(error.message.empty(), error.message.c_str());
        struct stat about {};
        const bool made = lstat(m_store->path("snapshots/s/null").c_str(), &about) == 0;
        QCOMPARE(made, geteuid() == 0);
        QVERIFY(!made || (S_ISCHR(about.st_mode) && about.st_rdev == makedev(1, 3)));
        QVERIFY(QFile::exists(QString::fromStdString(m_store->path("snapshots/s/f"))));
    }
    void anImpliedDirectoryLooksAsTheOneBelow() {
        Entry low = folder("tmp", 01777);
        low.uid = 55;
        Entry below = folder("d/e", 0700);
        below.uid = 66;
        QVERIFY(unpack({low, folder("d", 0711), below}, "l").message.empty());
        Entry gone = file("d", 0);
        gone.type = EntryType::Whiteout;
        QVERIFY(unpack({gone}, "m").message.empty());
        QVERIFY(unpack({file("tmp/f", 1), file("d/e/f", 1)}, "s", {"b", "l"}).message.empty());
        QCOMPARE(inside("cd /; stat -c '%n %u %a' tmp d d/e", "s", {"b", "l", "s"}),
                 std::string("tmp 55 1777\nd 0 711\nd/e 66 700\n"));
        QVERIFY(unpack({file("d/e/f", 1)}, "t", {"b", "l", "m"}).message.empty());
        QCOMPARE(inside("cd /; stat -c '%n %u %a' d d/e", "t", {"b", "l", "m", "t"}),
                 std::string("d 0 755\nd/e 0 755\n"));
    }
    // As with Docker's overlay2 store: containerd would follow the link. Tables are folded the same way.
    void anImpliedDirectoryHidesALinkBelow() {
        Entry link = file("door", 0);
        link.type = EntryType::Symlink;
        link.link = "real";
        QVERIFY(unpack({folder("real", 0711), link}, "l").message.empty());
        QVERIFY(unpack({file("door/f", 1)}, "s", {"b", "l"}).message.empty());
        QCOMPARE(inside("cd /; stat -c '%n %F %a' door; ls door real", "s", {"b", "l", "s"}),
                 std::string("door directory 755\ndoor:\nf\n\nreal:\n"));
    }
    void theRootIsOpenToAllWhateverALayerSaysOfIt() {
        QVERIFY(unpack({file("f", 1)}, "s").message.empty());
        QCOMPARE(chmod(m_store->path("snapshots/s").c_str(), 0700), 0);
        QCOMPARE(inside("stat -c '%u %a' /", "s", {"b", "s"}), std::string("0 755\n"));
    }
    void aLayerCantWriteOutsideItsSnapshot_data() {
        QTest::addColumn<int>("which");
        QTest::newRow("through a link to a folder") << 0;
        QTest::newRow("through an absolute link") << 1;
        QTest::newRow("through a link to the parent") << 2;
        QTest::newRow("a hard link to the outside") << 3;
        QTest::newRow("a hard link through a link") << 4;
        QTest::newRow("a name with dots") << 5;
        QTest::newRow("a hard link with dots") << 6;
        QTest::newRow("a file as a folder") << 7;
    }
    void aLayerCantWriteOutsideItsSnapshot() {
        QFETCH(int, which);
        m_store->write("victim/f", "untouched");
        const std::string victim = m_store->path("victim");
        const std::array<std::vector<Entry>, 8> layers = {{
            {folder("in"), link("a", EntryType::Symlink, "in"), file("a/f", 1)},
            {link("a", EntryType::Symlink, victim), file("a/f", 1)},
            {link("a", EntryType::Symlink, "../../victim"), file("a/f", 1)},
            {link("a", EntryType::Hardlink, "../../victim/f")},
            {link("a", EntryType::Symlink, victim), link("b", EntryType::Hardlink, "a/f")},
            {file("../../victim/f", 1)},
            {folder("d"), link("d/b", EntryType::Hardlink, "../victim/f")},
            {file("a", 1), file("a/b", 1)},
        }};
        const Error error = unpackTable(layers.at(static_cast<std::size_t>(which)));
        QVERIFY(!error.message.empty());
        QCOMPARE(m_store->home().empty(), false);
        QFile kept(QString::fromStdString(victim + "/f"));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray("untouched"));
        QVERIFY(!QFile::exists(QString::fromStdString(m_store->path("snapshots/s"))));
        QVERIFY(!QFile::exists(QString::fromStdString(m_store->path("snapshots/s.part"))));
    }
    void brokenInputIsAnErrorAndLeavesNothing() {
        m_store->write("bad.toc", "this is no table");
        m_store->write("short.tar", "x");
        UnpackRequest request{m_store->path("short.tar"), m_store->path("bad.toc"), "s", {}};
        QVERIFY(std::holds_alternative<Error>(m_worker->wait((*m_worker)->send(request))));
        request.tocBlob = m_store->path("missing");
        QVERIFY(std::holds_alternative<Error>(m_worker->wait((*m_worker)->send(request))));
        QVERIFY(unpackTable({file("f", 100)}).message.contains("ends before"));
        QVERIFY(unpack({file("f", 1)}, "../s").message.contains("name"));
        QVERIFY(!QFile::exists(QString::fromStdString(m_store->path("snapshots/s.part"))));
    }

    void whatARunLeftIsCommitted() {
        const auto run = m_worker->shell(
            "mkdir -m 700 /d; echo hello >/d/f; ln /d/f /d/g; ln -s f /d/s; chown 1000:2000 /d/f; "
            "rm /etc/group; rm -r /tmp; mkdir /tmp; mkfifo /p; touch -d @1600000000 /d/f",
            "u");
        QVERIFY2(run.status() == 0, run.output.c_str());
        const auto committed = commit("u");
        QVERIFY(committed.toc);
        const auto entries = table(*committed.toc);
        QCOMPARE(entries.at("d").mode, 0700U);
        QCOMPARE(entries.at("d/f").digest, layer::Digest::of("hello\n"));
        QCOMPARE(entries.at("d/f").uid, 1000U);
        QCOMPARE(entries.at("d/f").gid, 2000U);
        QCOMPARE(entries.at("d/f").mtime, 1'600'000'000);
        QCOMPARE(entries.at("d/g").type, EntryType::Hardlink);
        QCOMPARE(entries.at("d/g").link, std::string("d/f"));
        QCOMPARE(entries.at("d/s").link, std::string("f"));
        QCOMPARE(entries.at("etc/group").type, EntryType::Whiteout);
        QVERIFY(entries.at("tmp").opaque && entries.at("tmp").xattrs.empty());
        QCOMPARE(entries.at("p").type, EntryType::Fifo);
        QVERIFY(!entries.contains("") && !entries.contains("etc/hosts") && !entries.contains("etc/resolv.conf"));
        QCOMPARE(committed.committed.diffId, layer::Digest::of(committed.tar));
        QCOMPARE(committed.committed.tarSize, committed.tar.size());
        QCOMPARE(committed.committed.size, 6U);
        QCOMPARE(committed.committed.toc, layer::Digest::of(committed.tocBytes));
        QVERIFY(!committed.committed.empty);
        // The upper directory stays as the snapshot, with what it hides.
        QCOMPARE(inside("ls /etc /tmp; ls /d", "u"),
                 std::string("/etc:\nhosts\npasswd\nresolv.conf\n\n/tmp:\nf\ng\ns\n"));
    }
    void aCommittedLayerUnpacksToTheSame() {
        QVERIFY(
            m_worker->shell("mkdir -p /d/e; echo 1 >/d/e/f; ln /d/e/f /d/e/g; chmod 4711 /d/e/f; rm /etc/passwd", "u")
                .status() == 0);
        const auto first = commit("u");
        m_store->write("again.tar", first.tar);
        m_store->write("again.toc", first.tocBytes);
        const auto outcome = m_worker->wait(
            (*m_worker)->send(UnpackRequest{m_store->path("again.tar"), m_store->path("again.toc"), "v", {"b"}}));
        QVERIFY(std::holds_alternative<Done>(outcome));
        const auto second = commit("v");
        QCOMPARE(second.committed.diffId, first.committed.diffId);
        QCOMPARE(second.tocBytes, first.tocBytes);
    }
    void aRunThatIsGivenFilesCommitsWhatItMade() {
        QFile tar(QString::fromStdString(m_store->path("r.tar")));
        QFile toc(QString::fromStdString(m_store->path("r.toc")));
        QVERIFY(tar.open(QIODevice::ReadWrite) && toc.open(QIODevice::ReadWrite));
        RunRequest request = shellRequest("echo 1 >/tmp/f", "u");
        request.tarFd = tar.handle();
        request.tocFd = toc.handle();
        const auto run = m_worker->run(request);
        QVERIFY2(run.ran() != nullptr && run.ran()->committed, run.output.c_str());
        tar.seek(0);  // the worker wrote through the same descriptor
        toc.seek(0);
        const Committed& committed = *run.ran()->committed;
        QCOMPARE(committed.diffId, layer::Digest::of(tar.readAll().toStdString()));
        QCOMPARE(committed.toc, layer::Digest::of(toc.readAll().toStdString()));
        QCOMPARE(committed.diffId, commit("u").committed.diffId);
    }
    void aRunThatFailedCommitsNothing() {
        QFile tar(QString::fromStdString(m_store->path("r.tar")));
        QFile toc(QString::fromStdString(m_store->path("r.toc")));
        QVERIFY(tar.open(QIODevice::ReadWrite) && toc.open(QIODevice::ReadWrite));
        RunRequest request = shellRequest("echo 1 >/tmp/f; false", "u");
        request.tarFd = tar.handle();
        request.tocFd = toc.handle();
        const auto run = m_worker->run(request);
        QCOMPARE(run.status(), 1);
        QVERIFY(!run.ran()->committed);
        QCOMPARE(tar.size() + toc.size(), 0);
        QVERIFY(!QFile::exists(QString::fromStdString(m_store->path("snapshots/u"))));
    }
    void attributesOfARunAreKeptAndOverlaysAreNot() {
        if (geteuid() != 0) {
            QSKIP("the test itself writes into the snapshot here");
        }
        m_store->write("snapshots/u/f", "x");
        const std::string path = m_store->path("snapshots/u/f");
        for (const char* name : {"user.a", "user.overlay.origin", "user.overlay.overlay.mine", "trusted.t"}) {
            QCOMPARE(setxattr(path.c_str(), name, "v", 1, 0), 0);
        }
        const auto entries = table(*commit("u").toc);
        QVERIFY(entries.at("f").xattrs ==
                (layer::Xattrs{{"trusted.t", "v"}, {"user.a", "v"}, {"user.overlay.mine", "v"}}));
    }
    void aRunThatDidNothingGivesAnEmptyLayer() {
        for (const char* name : {"dev", "proc", "sys"}) {
            QDir(QString::fromStdString(m_store->path("snapshots/b"))).mkdir(name);
        }
        QCOMPARE(m_worker->shell("true", "u").status(), 0);
        const auto committed = commit("u");
        QVERIFY(committed.committed.empty);
        QCOMPARE(committed.committed.size, 0U);
    }
    void whatIsNotThereCantBeCommitted() {
        const auto outcome = m_worker->wait((*m_worker)->send(CommitRequest{"nothing", 0, 0}));
        QVERIFY(std::holds_alternative<Error>(outcome));
        QCOMPARE(std::get<Error>(outcome).code, ErrorCode::NotFound);
    }
    void aFullDiskIsSaidSo() {
        QVERIFY(m_worker->shell("dd if=/dev/zero of=/big bs=1M count=3 2>/dev/null", "u").status() == 0);
        const Descriptor full(open("/dev/full", O_WRONLY | O_CLOEXEC));
        const auto outcome = m_worker->wait((*m_worker)->send(CommitRequest{"u", full.get(), full.get()}));
        QVERIFY(std::holds_alternative<Error>(outcome));
        QCOMPARE(std::get<Error>(outcome).code, ErrorCode::NoSpace);
    }

    void removingTakesEverythingAndStaysInTheStore() {
        QVERIFY(m_worker->shell("mkdir -p /d/e; touch /d/e/f; chown -R 33:33 /d; chmod 0 /d/e /d", "u").status() == 0);
        m_store->write("outside/f", "x");
        QFile::link(QString::fromStdString(m_store->path("outside")),
                    QString::fromStdString(m_store->path("snapshots/link")));
        QVERIFY(std::holds_alternative<Done>(
            m_worker->wait((*m_worker)->send(RemoveRequest{{"snapshots/u", "snapshots/link", "snapshots/none"}}))));
        QVERIFY(!QFile::exists(QString::fromStdString(m_store->path("snapshots/u"))));
        QVERIFY(QFile::exists(QString::fromStdString(m_store->path("outside/f"))));
        QFile::link(QString::fromStdString(m_store->path("outside")),
                    QString::fromStdString(m_store->path("snapshots/link")));
        for (const char* path : {"snapshots/link/f", "../x", "snapshots/../../x", "/etc/x", "", ".", "snapshots/.."}) {
            QVERIFY2(std::holds_alternative<Error>(m_worker->wait((*m_worker)->send(RemoveRequest{{path}}))), path);
        }
        QVERIFY(QFile::exists(QString::fromStdString(m_store->path("outside/f"))));
    }
    void removingTakesWhatAKilledWorkerHeldAsThisOneStarted() {
        QVERIFY(m_worker->shell("true", "u").status() == 0);
        m_store->write("snapshots/gone.part/f", "x");
        m_store->write("snapshots/held.part/f", "x");
        const Descriptor held(open(m_store->path("snapshots/held.part").c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        QVERIFY(lockPart(held, m_store->path("snapshots/held.part")));
        QVERIFY(std::holds_alternative<Done>(
            m_worker->wait((*m_worker)->send(RemoveRequest{.paths = {}, .abandoned = true}))));
        QVERIFY(!QFile::exists(QString::fromStdString(m_store->path("snapshots/gone.part"))));
        QVERIFY(QFile::exists(QString::fromStdString(m_store->path("snapshots/held.part/f"))));
    }
    void removingWaitsForTheSweepOfTheStart() {
        const QString left = QString::fromStdString(m_store->path("snapshots/left.part"));
        m_worker->end();
        for (int i = 0; i < 20000; ++i) {
            m_store->write("snapshots/left.part/" + std::to_string(i), {});
        }
        TestWorker other(*m_store);  // which begins to remove them
        QVERIFY(other.started());
        QVERIFY(std::holds_alternative<Done>(other.wait(other->send(RemoveRequest{.paths = {}, .abandoned = true}))));
        QVERIFY(!QFile::exists(left));
    }
    void whatIsBegunIsNotTakenForAbandoned() {
        const std::string snapshots = m_store->path("snapshots"), part = snapshots + "/s.part";
        std::optional<Descriptor> beginning = holdSnapshots(snapshots);
        QVERIFY(*beginning && QDir().mkdir(QString::fromStdString(part)));
        auto found = std::async(std::launch::async, [&] { return abandonedParts(snapshots).size(); });
        QVERIFY(found.wait_for(std::chrono::milliseconds(50)) == std::future_status::timeout);
        const Descriptor maker(open(part.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        QVERIFY(lockPart(maker, part));
        beginning.reset();
        QCOMPARE(found.get(), 0U);
    }
    void nothingIsBegunWhileSomebodyLooksForWhatIsAbandoned() {
        const std::string snapshots = m_store->path("snapshots");
        std::optional<Descriptor> looking(open(snapshots.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        QVERIFY(flock(looking->get(), LOCK_EX) == 0);
        const auto begun = [&] {
            return QFile::exists(QString::fromStdString(snapshots + "/s.part")) ||
                   QFile::exists(QString::fromStdString(snapshots + "/s"));
        };
        auto unpacked = std::async(std::launch::async, [&] { return unpack({file("f", 5)}); });
        QVERIFY(!QTest::qWaitFor(begun, 50));
        looking.reset();
        const Error error = unpacked.get();
        QVERIFY2(error.message.empty(), error.message.c_str());
    }
    void anUnpackCanBeCanceled() {
        m_store->write("big.tar", {});
        QFile::resize(QString::fromStdString(m_store->path("big.tar")), qint64{8} << 30);
        layer::TocBuilder builder;
        builder.add(file("f", std::uint64_t{8} << 30));
        m_store->write("big.toc", builder.build()->serialize());
        const auto id = (*m_worker)->send(UnpackRequest{m_store->path("big.tar"), m_store->path("big.toc"), "s", {}});
        QVERIFY(id);
        QVERIFY((*m_worker)->cancel(*id));
        const auto outcome = m_worker->wait(id);
        QVERIFY(std::holds_alternative<Error>(outcome));
        QCOMPARE(std::get<Error>(outcome).code, ErrorCode::Canceled);
        QVERIFY(!QFile::exists(QString::fromStdString(m_store->path("snapshots/s"))));
        QVERIFY(!QFile::exists(QString::fromStdString(m_store->path("snapshots/s.part"))));
    }

private:
    /// Packs entries as Slipway does (content is x's) and unpacks them.
    Error unpack(std::vector<Entry> entries, const std::string& snapshot = "s", std::vector<std::string> below = {}) {
        std::string tar;
        const auto content = [](const Entry& entry) -> Result<layer::ByteSource> {
            return [bytes = std::string(entry.size, 'x'), given = false]() mutable -> Result<std::string_view> {
                return std::exchange(given, true) ? std::string_view{} : std::string_view(bytes);
            };
        };
        auto packed = layer::writeLayer(std::move(entries), content, [&](std::string_view bytes) -> Result<> {
            tar += bytes;
            return {};
        });
        if (!packed) {
            return packed.error();
        }
        return unpackFiles(tar, packed->toc->serialize(), snapshot, std::move(below));
    }
    /// Unpacks a table as it is, with a tar of one byte: what no writer of ours would make.
    Error unpackTable(const std::vector<Entry>& entries) {
        layer::TocBuilder builder;
        for (const Entry& entry : entries) {
            builder.add(entry);
        }
        return unpackFiles("x", builder.build()->serialize(), "s", {});
    }
    Error unpackFiles(const std::string& tar, const std::string& toc, const std::string& snapshot,
                      std::vector<std::string> below) {
        m_store->write("t.tar", tar);
        m_store->write("t.toc", toc);
        const auto outcome = m_worker->wait((*m_worker)->send(
            UnpackRequest{m_store->path("t.tar"), m_store->path("t.toc"), snapshot, std::move(below)}));
        return std::holds_alternative<Error>(outcome) ? std::get<Error>(outcome) : Error{ErrorCode::Invalid, ""};
    }
    /// What a command sees of a snapshot on busybox.
    std::string inside(const std::string& script, const std::string& snapshot, std::vector<std::string> lower = {}) {
        if (lower.empty()) {
            lower = {"b", snapshot};
        }
        return m_worker->shell(script, "see" + std::to_string(++m_looks), lower).output;
    }
    struct CommitResult {
        Committed committed;
        std::string tar, tocBytes;
        std::shared_ptr<const layer::Toc> toc;
    };
    CommitResult commit(const std::string& upper) {
        CommitResult result;
        QFile tar(QString::fromStdString(m_store->path("c.tar")));
        QFile toc(QString::fromStdString(m_store->path("c.toc")));
        if (!tar.open(QIODevice::ReadWrite | QIODevice::Truncate) ||
            !toc.open(QIODevice::ReadWrite | QIODevice::Truncate)) {
            return result;
        }
        const auto outcome = m_worker->wait((*m_worker)->send(CommitRequest{upper, tar.handle(), toc.handle()}));
        if (!std::holds_alternative<Committed>(outcome)) {
            qWarning("%s", std::get<Error>(outcome).describe().c_str());
            return result;
        }
        result.committed = std::get<Committed>(outcome);
        tar.seek(0);
        toc.seek(0);
        result.tar = tar.readAll().toStdString();
        result.tocBytes = toc.readAll().toStdString();
        if (auto parsed = layer::Toc::parse(result.tocBytes)) {
            result.toc = *parsed;
        }
        return result;
    }
    static std::map<std::string, Entry> table(const layer::Toc& toc) {
        std::map<std::string, Entry> entries;
        for (std::size_t i = 0; i < toc.size(); ++i) {
            entries.emplace(toc.path(i), toc.entry(i));
        }
        return entries;
    }

    std::optional<StoreFolder> m_store;
    std::optional<TestWorker> m_worker;
    int m_looks = 0;
};

QTEST_GUILESS_MAIN(LayersTest)
#include "layers_test.moc"
