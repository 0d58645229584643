// Several processes on one store, killed at any moment, and a disk that is full.
#include "store_fixture.h"

#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QProcess>

#include <fstream>
#include <random>

using namespace slipway;
using namespace slipway::store;
using namespace slipway::test;

namespace {

// What a child does until it is killed: makes layers, images, tags and records, each naming the other.
int work(const std::filesystem::path& home, const std::string& name, int rounds) {
    auto store = Store::open(home);
    if (!store) {
        qWarning("%s", store.error().describe().c_str());
        return 1;
    }
    for (int i = 0; rounds < 0 || i < rounds; ++i) {
        const std::string text = name + std::to_string(i);
        const auto layer =
            makeLayer(**store, {{"f", text + std::string(static_cast<std::size_t>(i % 7) * 50'000, 'x')}});
        const auto image = layer ? (*store)->putImage(configOf({*layer}, text)) : fail(layer.error());
        const auto tagged = image ? (*store)->setTag("app:" + text, *image) : fail(image.error());
        const auto recorded =
            tagged ? (*store)->putRecord({Digest::of(text), {}, name, layer->diffId, "{}", 0}) : tagged;
        if (!recorded) {
            qWarning("%s", recorded.error().describe().c_str());
            return 1;
        }
        printf("%d\n", i);
        fflush(stdout);
    }
    return 0;
}

void startWorker(QProcess& process, const std::filesystem::path& home, const char* name, int rounds) {
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--work"), QString::fromStdString(home.string()), QString::fromLatin1(name),
                   QString::number(rounds)});
}

// Everything that is recorded is whole.
void checkStore(const std::filesystem::path& home) {
    auto store = Store::open(home);
    VERIFY_OK(store);
    const auto images = (*store)->images();
    VERIFY_OK(images);
    std::set<Digest> whole;
    for (const Image& image : *images) {
        whole.insert(image.id);
        for (const Layer& layer : image.layers) {
            VERIFY_OK((*store)->readBlob(layer.diffId));
            VERIFY_OK((*store)->toc(layer.diffId));
        }
    }
    const auto tags = (*store)->tags();
    VERIFY_OK(tags);
    for (const Tag& tag : *tags) {
        QVERIFY2(whole.contains(tag.image), tag.name.c_str());
    }
    for (const std::string& file : filesBelow(home / "blobs" / "sha256")) {
        VERIFY_OK((*store)->readBlob(*Digest::parse(file)));
    }
    QVERIFY(filesBelow(home / "tmp").empty());
}

}  // namespace

class StoreProcessesTest : public QObject {
    Q_OBJECT

private slots:
    void twoProcessesFillOneStore();
    void aStoreIsGoodWhateverTheMomentOfAKill();
    void temporariesOfALivingProcessStay();
    void aLockEndsWithItsProcess();
    void whatAKilledBuildLeftIsRemovedOnceNobodyBuilds();
    void aFullDiskIsSaidAndLeavesTheStoreGood();
};

void StoreProcessesTest::twoProcessesFillOneStore() {
    QTemporaryDir folder;
    const auto home = pathOf(folder, "store");
    QProcess a;
    QProcess b;
    startWorker(a, home, "a", 40);
    startWorker(b, home, "b", 40);
    QVERIFY(a.waitForFinished(60'000));
    QVERIFY(b.waitForFinished(60'000));
    QCOMPARE(a.exitCode(), 0);
    QCOMPARE(b.exitCode(), 0);
    checkStore(home);
    auto store = Store::open(home);
    QCOMPARE((*store)->tags()->size(), 80U);
}

void StoreProcessesTest::aStoreIsGoodWhateverTheMomentOfAKill() {
    QTemporaryDir folder;
    const auto home = pathOf(folder, "store");
    std::minstd_rand random(20);
    for (int i = 0; i < 20; ++i) {
        QProcess process;
        startWorker(process, home, ("k" + std::to_string(i) + "-").c_str(), -1);
        QVERIFY(process.waitForReadyRead(20'000));
        const int lines = static_cast<int>(random() % 4);
        for (int line = 0; line < lines; ++line) {
            QVERIFY(process.bytesAvailable() > 0 || process.waitForReadyRead(20'000));
            process.readLine();
        }
        usleep(static_cast<useconds_t>(random() % 3000));  // not to wait for something: to hit any moment
        process.kill();
        QVERIFY(process.waitForFinished(20'000));
        checkStore(home);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

void StoreProcessesTest::temporariesOfALivingProcessStay() {
    QTemporaryDir folder;
    const auto home = pathOf(folder, "store");
    auto first = Store::open(home);
    VERIFY_OK(first);
    auto writer = (*first)->newBlob();
    VERIFY_OK(writer);
    VERIFY_OK(writer->write("half"));
    auto second = Store::open(home);
    VERIFY_OK(second);
    VERIFY_OK(writer->commit());
    QVERIFY((*second)->hasBlob(Digest::of("half")));
}

void StoreProcessesTest::aLockEndsWithItsProcess() {
    QTemporaryDir folder;
    const auto home = pathOf(folder, "store");
    auto store = Store::open(home);
    VERIFY_OK(store);
    int ready[2];
    QCOMPARE(pipe(ready), 0);
    const pid_t child = fork();
    if (child == 0) {
        auto other = Store::open(home);
        auto lock = (*other)->tryLock(Digest::of("k"));
        auto lease = (*other)->lease("build");
        const char good = lock && *lock && lease ? 'y' : 'n';
        (void)!write(ready[1], &good, 1);
        pause();
        _exit(0);
    }
    char good = 0;
    QCOMPARE(read(ready[0], &good, 1), 1);
    QCOMPARE(good, 'y');
    QVERIFY(!(*store)->tryLock(Digest::of("k"))->has_value());
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    QVERIFY((*store)->tryLock(Digest::of("k"))->has_value());
    store = Store::open(home);
    QVERIFY(filesBelow(home / "leases").empty());
    close(ready[0]);
    close(ready[1]);
}

void StoreProcessesTest::whatAKilledBuildLeftIsRemovedOnceNobodyBuilds() {
    QTemporaryDir folder;
    const auto home = pathOf(folder, "store");
    auto store = Store::open(home);
    VERIFY_OK(store);
    const auto kept = makeLayer(**store, {{"f", "kept"}});
    VERIFY_OK(kept);
    VERIFY_OK((*store)->setSnapshot(kept->diffId, "kept"));
    std::ofstream(home / "logs" / "kept.jsonl") << "{}";
    VERIFY_OK((*store)->putBuild({0, "/f", "/f/Dockerfile", "t", "failed", 1, 2, "logs/kept.jsonl", {}}));
    int ready[2];
    QCOMPARE(pipe(ready), 0);
    const pid_t child = fork();
    if (child == 0) {
        auto other = Store::open(home);
        auto lease = (*other)->lease("build");
        auto lock = (*other)->tryLock(Digest::of("k"));
        const std::string name = *(*other)->newSnapshotName();
        std::filesystem::create_directories(home / "snapshots" / name / "sub");
        std::filesystem::create_directories(home / "snapshots" / (name + ".part"));
        std::ofstream(home / "logs" / "half.jsonl") << "{}";
        const pid_t helper = fork();  // as the worker does, which holds the lease as well
        if (helper != 0) {
            (void)!write(ready[1], &helper, sizeof helper);
        }
        pause();
        _exit(0);
    }
    pid_t helper = 0;
    QCOMPARE(read(ready[0], &helper, sizeof helper), ssize_t{sizeof helper});
    std::filesystem::create_directories(home / "snapshots" / "kept");
    const auto snapshots = [&] {
        const std::filesystem::directory_iterator all(home / "snapshots");
        return std::distance(begin(all), end(all));
    };
    const auto left = [&] { return filesBelow(home / "logs").size() + filesBelow(home / "locks").size(); };
    const auto whole = left();
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    VERIFY_OK(Store::open(home));
    QCOMPARE(left(), whole);  // its worker may still be at it
    kill(helper, SIGKILL);
    QVERIFY(QTest::qWaitFor(
        [&] {
            const auto opened = Store::open(home);
            return opened && filesBelow(home / "leases").empty();
        },
        5000));
    QCOMPARE(filesBelow(home / "logs"), std::vector<std::string>{"kept.jsonl"});
    for (const std::string& lock : filesBelow(home / "locks")) {
        QVERIFY2(!lock.starts_with("key-"), lock.c_str());
    }
    const auto mine = (*store)->lease("build");
    VERIFY_OK(mine);
    {
        const auto another = (*store)->lease("build");
        QVERIFY((*store)->droppedSnapshots(mine->get())->empty());
        QCOMPARE(snapshots(), 3);
    }
    QVERIFY((*store)->droppedSnapshots(mine->get())->empty());  // removed right there
    QCOMPARE(snapshots(), 1);
    QVERIFY(std::filesystem::exists(home / "snapshots" / "kept"));
    close(ready[0]);
    close(ready[1]);
}

void StoreProcessesTest::aFullDiskIsSaidAndLeavesTheStoreGood() {
    QTemporaryDir folder;
    const auto disk = pathOf(folder, "disk");
    std::filesystem::create_directory(disk);
    if (mount("none", disk.c_str(), "tmpfs", 0, "size=3m") != 0) {
        QSKIP("mounting a small file system needs root");
    }
    const auto home = disk / "store";
    std::ofstream(disk / "ballast") << std::string(400'000, 'b');
    {
        auto store = Store::open(home);
        VERIFY_OK(store);
        std::optional<Error> full;
        for (int i = 0; i < 200 && !full; ++i) {
            const std::string text = std::to_string(i);
            const auto layer = makeLayer(**store, {{"f", text + std::string(30'000, 'x')}});
            const auto image = layer ? (*store)->putImage(configOf({*layer}, text)) : fail(layer.error());
            if (!image) {
                full = image.error();
            }
        }
        QVERIFY(full);
        QCOMPARE(full->code, ErrorCode::NoSpace);
        QVERIFY2(full->message.contains("full"), full->message.c_str());
        const auto images = (*store)->images();
        VERIFY_OK(images);
        QVERIFY(images->size() > 5);
        // The last kilobytes, too.
        for (int i = 0; i < 5000; ++i) {
            const auto recorded =
                (*store)->putRecord({Digest::of(std::to_string(i)), {}, "s", {}, std::string(900, 'r'), 0});
            if (!recorded) {
                QCOMPARE(recorded.error().code, ErrorCode::NoSpace);
                break;
            }
        }
        VERIFY_OK((*store)->images());
    }
    std::filesystem::remove(disk / "ballast");
    checkStore(home);
    {
        auto store = Store::open(home);
        VERIFY_OK(store);
        const auto images = (*store)->images();
        VERIFY_OK(images);
        VERIFY_OK((*store)->removeImage(images->back().id));
        VERIFY_OK(makeLayer(**store, {{"f", "there is room again"}}));
    }
    umount2(disk.c_str(), MNT_DETACH);
}

int main(int argc, char** argv) {
    if (argc == 5 && std::string_view(argv[1]) == "--work") {
        return work(argv[2], argv[3], atoi(argv[4]));
    }
    QCoreApplication app(argc, argv);
    StoreProcessesTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "store_processes_test.moc"
