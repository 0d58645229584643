// Builds that end before their time, or share their store: canceled, killed, out of space, two at once.
#include "scene.h"

#include "fixtures/fixture.h"
#include "sandbox/parts.h"
#include "text/say.h"

#include <QtCore/QDir>
#include <QtCore/QDirIterator>
#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtTest/QTest>

#include <fcntl.h>
#include <sys/mount.h>
#include <unistd.h>

#include <random>
#include <thread>

using namespace slipway;
using namespace slipway::engine;
using namespace slipway::engine::tests;

#define VERIFY_BUILT(ran) QVERIFY2((ran).outcome == BuildOutcome::Succeeded, (ran).story().constData())

namespace {

const QByteArray kSlow = "FROM base:1\nRUN echo begun && sleep 100 && echo never\n";

/// A build of the scene in a process of its own.
class Driver {
public:
    explicit Driver(const Scene& scene) {
        m_process.setProgram(QCoreApplication::applicationDirPath() + QStringLiteral("/engine_driver"));
        m_process.setArguments({scene.home(), scene.path()});
        m_process.start();
    }
    ~Driver() {
        m_process.kill();
        m_process.waitForFinished();
    }
    QProcess* operator->() { return &m_process; }
    /// All that it printed, once it ended.
    QByteArray finish() {
        const bool ended = m_process.waitForFinished(120'000);
        return (ended ? "" : "It did not end.\n") + m_process.readAllStandardOutput() +
               m_process.readAllStandardError();
    }
    [[nodiscard]] bool succeeded() const {
        return m_process.state() == QProcess::NotRunning && m_process.exitStatus() == QProcess::NormalExit &&
               m_process.exitCode() == 0;
    }

private:
    QProcess m_process;
};

/// Has every process of a killed build ended? A dying one has no name any more, but still its lease.
bool isOver(const Scene& scene) {
    if (scene.leftovers().contains("process:")) {
        return false;
    }
    QDirIterator leases(scene.home() + QStringLiteral("/leases"), QDir::Files);
    while (leases.hasNext()) {
        const sandbox::Descriptor lease(open(QFile::encodeName(leases.next()).constData(), O_RDWR | O_CLOEXEC));
        struct flock lock {};
        lock.l_type = F_WRLCK;
        if (lease && fcntl(lease.get(), F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK) {
            return false;
        }
    }
    return true;
}

}  // namespace

class EndingsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        QVERIFY2(m_scene->problem.isEmpty(), m_scene->problem.constData());
    }
    void cleanup() {
        if (m_scene) {
            QVERIFY2(QTest::qWaitFor([&] { return m_scene->leftovers().isEmpty(); }, 3000), m_scene->leftovers());
        }
        m_scene.reset();
    }

    void canceledBeforeItBegan() {
        std::stop_source stop;
        stop.request_stop();
        const Ran ran = m_scene->build(m_scene->request(kSlow), stop.get_token());
        QCOMPARE(ran.outcome, BuildOutcome::Canceled);
        QVERIFY(std::holds_alternative<EndEvent>(ran.events.back().what));
        QVERIFY(!ran.error());
    }

    void canceledWhileACommandRuns_data() {
        QTest::addColumn<QByteArray>("dockerfile");
        QTest::newRow("a short one") << kSlow;
        QTest::newRow("one that made many files")
            << QByteArray("FROM base:1\nRUN mkdir /d && cd /d && seq 30000 | xargs touch && echo begun && sleep 100\n");
    }
    void canceledWhileACommandRuns() {
        QFETCH(const QByteArray, dockerfile);
        std::stop_source stop;
        Ran ran;
        QElapsedTimer sinceCancel;
        ran.outcome = runBuild(
            m_scene->store, m_scene->request(dockerfile), {},
            [&](const BuildEvent& event) {
                ran.events.push_back(event);
                if (std::holds_alternative<LogEvent>(event.what)) {
                    sinceCancel.start();
                    stop.request_stop();
                }
            },
            stop.get_token());
        qInfo("canceled in %lld ms", static_cast<long long>(sinceCancel.elapsed()));
        QCOMPARE(ran.outcome, BuildOutcome::Canceled);
        QCOMPARE(ran.step("RUN").status, StepStatus::Canceled);
        QVERIFY(!ran.error());
        QCOMPARE(m_scene->leftovers(), QByteArray());
        QCOMPARE(m_scene->store->builds(m_scene->path().toStdString())->front().outcome, std::string("canceled"));
    }

    void canceledAtAnyMoment() {
        // Each round cancels at the next event, until a build comes through.
        for (std::size_t at = 0; at < 60; ++at) {
            std::stop_source stop;
            Ran ran;
            ran.outcome = runBuild(
                m_scene->store, m_scene->request("FROM base:1\nRUN echo a > /a\nWORKDIR /w\nRUN echo b > /b\n"), {},
                [&](const BuildEvent& event) {
                    ran.events.push_back(event);
                    if (ran.events.size() == at + 1) {
                        stop.request_stop();
                    }
                },
                stop.get_token());
            QVERIFY2(ran.outcome != BuildOutcome::Failed, ran.story().constData());
            QCOMPARE(m_scene->leftovers(), QByteArray());
            if (ran.outcome == BuildOutcome::Succeeded && ran.events.size() <= at + 1) {
                return;
            }
        }
    }

    void canceledAfterItsEndNothingHappens() {
        Build build(m_scene->store, m_scene->request("FROM base:1\nWORKDIR /x\n"), {}, [](const BuildEvent&) {});
        bool finished = false;
        connect(&build, &Build::finished, this, [&] { finished = true; });
        build.start();
        QVERIFY(QTest::qWaitFor([&] { return finished; }, 60'000));
        build.cancel();
        build.cancel();
    }

    void destroyingABuildCancelsIt() {
        std::vector<BuildEvent> events;
        {
            Build build(m_scene->store, m_scene->request(kSlow), {},
                        [&](const BuildEvent& event) { events.push_back(event); });
            build.start();
        }
        QVERIFY(!events.empty());
        QCOMPARE(std::get<EndEvent>(events.back().what).outcome, BuildOutcome::Canceled);
    }

    void aFailureEndsTheOthers() {
        const Ran ran = m_scene->build(
            "FROM base:1 AS slow\nRUN --mount=type=cache,target=/m,id=fail touch /m/go && sleep 100\n"
            "FROM base:1 AS bad\nRUN --mount=type=cache,target=/m,id=fail "
            "for i in $(seq 1000); do test -e /m/go && exit 7; sleep 0.02; done\n",
            [](BuildRequest& request) { request.all = true; });
        QCOMPARE(ran.outcome, BuildOutcome::Failed);
        QCOMPARE(ran.count(StepStatus::Failed), std::size_t{1});
        QCOMPARE(ran.count(StepStatus::Canceled), std::size_t{1});
        QCOMPARE(ran.error()->where->line, 4U);
    }

    void aFileThatKeepsChangingFailsTheBuildAndIsNamed() {
        // Larger than what one piece holds, and written all the time.
        m_scene->write(QStringLiteral("busy"), QByteArray(64 << 20, 'a'));
        std::jthread writer([path = m_scene->path(QStringLiteral("busy")).toStdString()](std::stop_token stop) {
            QFile file(QString::fromStdString(path));
            if (!file.open(QIODevice::ReadWrite)) {
                return;
            }
            for (qint64 i = 0; !stop.stop_requested(); ++i) {
                file.seek(i % (64 << 20));
                file.write(QByteArray::number(i));
                file.flush();
            }
        });
        const Ran ran = m_scene->build("FROM base:1\nCOPY busy /\n");
        QCOMPARE(ran.outcome, BuildOutcome::Failed);
        QVERIFY2(ran.error()->message.find("busy") != std::string::npos, ran.error()->describe().c_str());
        QCOMPARE(ran.error()->where->line, 2U);
    }

    void twoProcessesBuildTheSameOnce() {
        m_scene->write(QStringLiteral("Dockerfile"),
                       "FROM base:1\nRUN sleep 1; cat /proc/sys/kernel/random/uuid > /id\nRUN cat /id\n");
        Driver one(*m_scene);
        Driver two(*m_scene);
        const QByteArray first = one.finish();
        const QByteArray second = two.finish();
        QVERIFY2(one.succeeded(), first);
        QVERIFY2(two.succeeded(), second);
        const auto layer = [](const QByteArray& events) {
            for (const QByteArray& line : events.split('\n')) {
                const auto event = eventFromJson(line.toStdString());
                const auto* step = event ? std::get_if<StepEvent>(&event->what) : nullptr;
                if (step != nullptr && step->number == 2 && step->layer) {
                    return *step->layer;
                }
            }
            return Digest{};
        };
        QVERIFY(!layer(first).isNull());
        QCOMPARE(layer(first).hex(), layer(second).hex());
    }

    void aKilledBuildLeavesAGoodStore() {
        m_scene->write(QStringLiteral("file"), QByteArray(1 << 20, 'x'));
        std::mt19937 random(7);
        for (int round = 0; round < 20; ++round) {
            const QByteArray number = QByteArray::number(round);
            const QByteArray dockerfile = "FROM base:1\nRUN echo " + number + " > /a\nCOPY file /" + number +
                                          "/\nFROM base:1\nRUN for i in $(seq 200); do echo $i > /f$i; done; echo " +
                                          number + "\n";
            m_scene->write(QStringLiteral("Dockerfile"), dockerfile);
            {
                Driver driver(*m_scene);
                driver->waitForStarted();
                std::this_thread::sleep_for(std::chrono::milliseconds(random() % 250));
                driver->kill();
                driver.finish();
            }
            QVERIFY2(QTest::qWaitFor([&] { return isOver(*m_scene); }, 3000), m_scene->leftovers());
            Driver driver(*m_scene);
            const QByteArray said = driver.finish();
            QVERIFY2(driver.succeeded(), said.constData());
            QCOMPARE(m_scene->leftovers(), QByteArray());
        }
    }

    void whatAKilledWorkerLeftGoesWithTheNextBuildThoughAllOfItIsCached() {
        const auto builds = [&] { return m_scene->build("FROM base:1\nRUN echo a > /a\n").outcome; };
        QCOMPARE(builds(), BuildOutcome::Succeeded);
        const QString snapshots = m_scene->home() + QStringLiteral("/snapshots/");
        QVERIFY(QDir().mkpath(snapshots + QStringLiteral("left.part/work")));
        QVERIFY(QDir().mkpath(snapshots + QStringLiteral("made.part")));
        const sandbox::Descriptor maker(open((snapshots + QStringLiteral("made.part")).toLocal8Bit().constData(),
                                             O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        QVERIFY(sandbox::lockPart(maker, (snapshots + QStringLiteral("made.part")).toStdString()));
        QCOMPARE(builds(), BuildOutcome::Succeeded);
        QCOMPARE(m_scene->leftovers(), QByteArray("file: snapshots/made.part\n"));
        QVERIFY(QDir().rmdir(snapshots + QStringLiteral("made.part")));
    }

    void aWorkerThatIsKilledFailsTheStepAndNotTheEngine() {
        Ran ran;
        ran.outcome = runBuild(m_scene->store, m_scene->request(kSlow), {}, [&](const BuildEvent& event) {
            ran.events.push_back(event);
            if (std::holds_alternative<LogEvent>(event.what)) {
                QProcess::execute(QStringLiteral("pkill"), {QStringLiteral("-9"), QStringLiteral("-f"),
                                                            QStringLiteral("slipway-worker ") + m_scene->home()});
            }
        });
        QCOMPARE(ran.outcome, BuildOutcome::Failed);
        QVERIFY2(ran.error()->message.find("worker") != std::string::npos, ran.error()->describe().c_str());
        VERIFY_BUILT(m_scene->build("FROM base:1\nRUN echo good\n"));
    }

    void whatTheWorkerSaysIsInTheLanguageOfTheProgram() {
        text::speakWith([](std::string_view pattern) -> std::string {
            return pattern == "the image has no program \"{}\" that could be run ({})" ? "kein Programm {} ({})" : "";
        });
        const auto inEnglish = qScopeGuard([] { text::speakWith(nullptr); });
        const Ran ran = m_scene->build("FROM base:1\nRUN [\"/no/such/program\"]\n");
        QCOMPARE(ran.outcome, BuildOutcome::Failed);
        QVERIFY2(ran.error()->message.starts_with("kein Programm /no/such/program ("), ran.story().constData());
        QCOMPARE(ran.step("RUN").message, ran.error()->message);
    }

    void aFullDiskIsToldAndTheStoreIsGoodAfterwards() {
        if (geteuid() != 0) {
            QSKIP("needs root to mount a small file system");
        }
        QTemporaryDir folder;
        QVERIFY(mount("tmpfs", folder.path().toLocal8Bit().constData(), "tmpfs", 0, "size=40m") == 0);
        const auto unmount = qScopeGuard([&] { umount2(folder.path().toLocal8Bit().constData(), MNT_DETACH); });
        Scene small(folder.path() + QStringLiteral("/store"));
        QVERIFY2(small.problem.isEmpty(), small.problem.constData());
        small.write(QStringLiteral("big"), QByteArray(60 << 20, 'x'));
        const Ran copy = small.build("FROM base:1\nCOPY big /\n");
        QCOMPARE(copy.outcome, BuildOutcome::Failed);
        QVERIFY2(copy.error()->message.find("space") != std::string::npos, copy.error()->describe().c_str());
        QCOMPARE(copy.error()->where->line, 2U);
        const Ran run = small.build("FROM base:1\nRUN head -c 60000000 /dev/zero > /big\n");
        QCOMPARE(run.outcome, BuildOutcome::Failed);
        VERIFY_BUILT(small.build("FROM base:1\nRUN echo fits > /small\n"));
        QCOMPARE(small.leftovers(), QByteArray());
    }

private:
    std::unique_ptr<Scene> m_scene;
};

QTEST_GUILESS_MAIN(EndingsTest)
#include "endings_test.moc"
