// Builds of real Dockerfiles into a real store.
#include "scene.h"

#include "store/archive.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QScopeGuard>
#include <QtCore/QStandardPaths>
#include <QtTest/QTest>

#include <condition_variable>
#include <mutex>

using namespace slipway;
using namespace slipway::engine;
using namespace slipway::engine::tests;

#define VERIFY_BUILT(ran) QVERIFY2((ran).outcome == BuildOutcome::Succeeded, (ran).story().constData())

namespace {

std::vector<std::string> words(std::initializer_list<const char*> list) { return {list.begin(), list.end()}; }

/// Answers two pulls once both were asked for; where one is bad, the other goes on until it is stopped.
class PairSource final : public registry::ImageSource {
public:
    PairSource(std::shared_ptr<store::Store> store, std::string bad)
        : m_store(std::move(store)), m_bad(std::move(bad)) {}

    Result<registry::Pulled> pull(const image::Reference& reference, const image::Platform&,
                                  const std::function<void(registry::Progress)>&, std::stop_token stop) override {
        std::unique_lock lock(m_mutex);
        ++m_asked;
        m_changed.notify_all();
        if (!m_changed.wait_for(lock, std::chrono::seconds(30), [this] { return m_asked == 2; })) {
            return fail(ErrorCode::Network, "asked for alone");
        }
        if (reference.familiar() == m_bad) {
            return fail(ErrorCode::NotFound, "there is no " + m_bad);
        }
        if (!m_bad.empty()) {
            m_changed.wait_for(lock, stop, std::chrono::seconds(30), [] { return false; });
            return stop.stop_requested() ? fail(ErrorCode::Canceled, "canceled")
                                         : fail(ErrorCode::Network, "not stopped");
        }
        lock.unlock();
        const auto image = store::importRootfs(*m_store, busyboxRootfs().toStdString(), reference.toString());
        return image ? Result<registry::Pulled>({*image, {}, true}) : fail(image.error());
    }
    Result<std::vector<std::string>> tags(const image::Reference&, std::stop_token) override { return {}; }

private:
    std::shared_ptr<store::Store> m_store;
    std::string m_bad;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    int m_asked = 0;
};

}  // namespace

class BuildTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        QVERIFY2(m_scene->problem.isEmpty(), m_scene->problem.constData());
    }
    void cleanup() {
        QCOMPARE(m_scene->leftovers(), QByteArray());
        m_scene.reset();
    }

    void aCopyBecomesALayerAndIsCachedNextTime() {
        m_scene->write(QStringLiteral("app.py"), "print('hi')\n", 0755);
        const QByteArray dockerfile = "FROM base:1\nWORKDIR /srv/app\nCOPY app.py .\nCMD [\"python\", \"app.py\"]\n";
        const Ran first = m_scene->build(dockerfile);
        VERIFY_BUILT(first);
        QCOMPARE(first.states(), words({"cached", "done", "done"}));
        QCOMPARE(m_scene->content(first, "srv/app/app.py"), QByteArray("print('hi')\n"));
        QCOMPARE(m_scene->entry(first, "srv/app/app.py")->mode, 0755U);
        QCOMPARE(m_scene->config(first).workingDir, std::string("/srv/app"));
        const Ran second = m_scene->build(dockerfile);
        VERIFY_BUILT(second);
        QCOMPARE(second.states(), words({"cached", "cached", "cached"}));
        QCOMPARE(second.image()->id, first.image()->id);
    }

    void anImageIsUnpackedAheadOfItsFirstRun() {
        const auto base = m_scene->store->resolve("base:1").value();
        const Digest layer = base.config.diffIds.front();
        QVERIFY(m_scene->store->layer(layer).value()->snapshot.empty());
        const auto done = unpackAhead(m_scene->store, base.id);
        QVERIFY2(done, done ? "" : done.error().message.c_str());
        const std::string snapshot = m_scene->store->layer(layer).value()->snapshot;
        QVERIFY(!snapshot.empty());
        QVERIFY(QFileInfo(m_scene->home() + QStringLiteral("/snapshots/") + QString::fromStdString(snapshot)).isDir());
        QVERIFY(unpackAhead(m_scene->store, base.id));
        const Ran ran = m_scene->build("FROM base:1\nRUN echo hi > /made\n");
        VERIFY_BUILT(ran);
        QCOMPARE(m_scene->store->layer(layer).value()->snapshot, snapshot);
        QVERIFY(unpackAhead(m_scene->store, Digest::of("no image")));  // nothing to do
    }

    void everyStepIsAnnouncedBeforeAnythingRuns() {
        const Ran ran = m_scene->build("FROM base:1 AS one\nWORKDIR /a\nFROM one\nWORKDIR /b\n");
        VERIFY_BUILT(ran);
        std::size_t waiting = 0;
        while (waiting < ran.events.size() && std::holds_alternative<StepEvent>(ran.events[waiting].what) &&
               std::get<StepEvent>(ran.events[waiting].what).status == StepStatus::Waiting) {
            ++waiting;
        }
        QCOMPARE(waiting, std::size_t{3});
        QVERIFY(std::holds_alternative<EndEvent>(ran.events.back().what));
        QVERIFY(std::get<EndEvent>(ran.events.back().what).build > 0);
    }

    void aRunSeesWhatStandsBelowAndItsChangesAreALayer() {
        m_scene->write(QStringLiteral("in.txt"), "42\n");
        const QByteArray dockerfile =
            "FROM base:1\nENV GREETING=hello\nCOPY in.txt /data/\n"
            "RUN echo $GREETING $(cat /data/in.txt) > /data/out.txt && rm /data/in.txt && echo said && echo bad >&2\n"
            "RUN test ! -e /data/in.txt && cat /data/out.txt\n";
        const Ran ran = m_scene->build(dockerfile);
        VERIFY_BUILT(ran);
        QCOMPARE(m_scene->content(ran, "data/out.txt"), QByteArray("hello 42\n"));
        QVERIFY(!m_scene->entry(ran, "data/in.txt"));
        QCOMPARE(ran.log(1), std::string("said\nhello 42\n"));
        QCOMPARE(ran.log(2), std::string("bad\n"));
        const Ran again = m_scene->build(dockerfile);
        QCOMPARE(again.states(), words({"cached", "cached", "cached", "cached"}));
        QCOMPARE(again.image()->id, ran.image()->id);
        QCOMPARE(again.log(), std::string());
    }

    void oneChangedFileRunsOnlyWhatLooksAtIt() {
        m_scene->write(QStringLiteral("requirements.txt"), "flask\n");
        m_scene->write(QStringLiteral("app.py"), "1\n");
        const QByteArray dockerfile =
            "FROM base:1\nWORKDIR /app\nCOPY requirements.txt .\nRUN cat requirements.txt > installed\nCOPY app.py .\n";
        VERIFY_BUILT(m_scene->build(dockerfile));
        m_scene->write(QStringLiteral("app.py"), "2\n");
        const Ran second = m_scene->build(dockerfile);
        VERIFY_BUILT(second);
        QCOMPARE(second.states(), words({"cached", "cached", "cached", "cached", "done"}));
        QCOMPARE(second.step("COPY app.py").reason.text(), std::string("app.py changed"));
        QCOMPARE(m_scene->content(second, "app/app.py"), QByteArray("2\n"));
    }

    void aRunIsToldWhichLayerBelowItChanged() {
        m_scene->write(QStringLiteral("in.txt"), "1");
        const QByteArray dockerfile = "FROM base:1\nCOPY in.txt /\nRUN cat /in.txt\n";
        VERIFY_BUILT(m_scene->build(dockerfile));
        m_scene->write(QStringLiteral("in.txt"), "2");
        Ran ran = m_scene->build(dockerfile);
        VERIFY_BUILT(ran);
        QCOMPARE(ran.step("RUN").reason.text(), std::string("line 2 changed"));
        const Ran other = m_scene->build("FROM base:1\nRUN echo other > /other\n");
        VERIFY_BUILT(other);
        QVERIFY(m_scene->store->setTag("docker.io/library/base:1", other.image()->id));
        ran = m_scene->build(dockerfile);
        VERIFY_BUILT(ran);
        QCOMPARE(ran.step("RUN").reason.text(), std::string("base:1 changed"));
    }

    void whatAStepDidNotLookAtDoesNotBustIt() {
        m_scene->write(QStringLiteral("app.py"), "1\n");
        const QByteArray before = "FROM base:1\nRUN echo one > /one\nWORKDIR /app\nCOPY app.py .\nRUN ls /\n";
        const QByteArray after = "FROM base:1\nRUN echo two > /one\nWORKDIR /app\nCOPY app.py .\nRUN ls /\n";
        VERIFY_BUILT(m_scene->build(before));
        const Ran ran = m_scene->build(after);
        VERIFY_BUILT(ran);
        QCOMPARE(ran.states(), words({"cached", "done", "cached", "cached", "done"}));
        QVERIFY(ran.step("COPY app.py").dockerWouldRerun);
        QVERIFY(ran.step("WORKDIR /app").dockerWouldRerun);
        const Ran off = m_scene->build("FROM base:1\nRUN echo three > /one\nWORKDIR /app\nCOPY app.py .\nRUN ls /\n",
                                       [](BuildRequest& request) { request.cutoff = false; });
        VERIFY_BUILT(off);
        QCOMPARE(off.states(), words({"cached", "done", "done", "done", "done"}));
        QCOMPARE(off.step("COPY app.py").reason.text(), std::string("a step above it ran"));
    }

    void withoutCacheEverythingRuns() {
        const QByteArray dockerfile = "FROM base:1\nWORKDIR /a\nRUN echo x > x\n";
        VERIFY_BUILT(m_scene->build(dockerfile));
        const Ran ran = m_scene->build(dockerfile, [](BuildRequest& request) { request.noCache = true; });
        VERIFY_BUILT(ran);
        QCOMPARE(ran.states(), words({"cached", "done", "done"}));
        QCOMPARE(ran.step("RUN").reason.text(), std::string("built without cache"));
    }

    void stagesCopyFromEachOtherAndOnlyReachedOnesAreBuilt() {
        const QByteArray dockerfile =
            "FROM base:1 AS build\nRUN mkdir /out && echo made > /out/file && ln -s file /out/link\n"
            "FROM base:1 AS unused\nRUN false\n"
            "FROM scratch\nCOPY --from=build /out /result\n";
        const Ran ran = m_scene->build(dockerfile);
        VERIFY_BUILT(ran);
        QCOMPARE(m_scene->content(ran, "result/file"), QByteArray("made\n"));
        QCOMPARE(m_scene->entry(ran, "result/link")->link, std::string("file"));
        QCOMPARE(ran.step("RUN false").id, std::string());
        QVERIFY(ran.image("build").has_value());
        QCOMPARE(ran.image()->target, std::string("2"));
    }

    void theTargetIsBuiltAloneAndTagged() {
        const QByteArray dockerfile = "FROM base:1 AS one\nWORKDIR /one\nFROM one AS two\nWORKDIR /two\n";
        const Ran ran = m_scene->build(dockerfile, [](BuildRequest& request) {
            request.target = "one";
            request.tags = {"mine:3"};
        });
        VERIFY_BUILT(ran);
        QCOMPARE(ran.states(), words({"cached", "done"}));
        const auto image = m_scene->store->resolve("mine:3");
        QVERIFY(image.has_value());
        QCOMPARE(image->id, ran.image("one")->id);
        const Ran all = m_scene->build(dockerfile, [](BuildRequest& request) { request.all = true; });
        VERIFY_BUILT(all);
        QVERIFY(all.image("one") && all.image("two"));
        QVERIFY(m_scene->store->resolve(m_scene->path().toStdString() + "#two").has_value());
    }

    void instructionsWithoutALayerShapeTheConfig() {
        const QByteArray dockerfile =
            "FROM base:1\nARG WHO=nobody\nENV A=1 B=\"two words\"\nLABEL org.example.name=x\nMAINTAINER Someone\n"
            "EXPOSE 80 53/udp\nVOLUME /data\nUSER app\nSHELL [\"/bin/sh\", \"-ec\"]\nSTOPSIGNAL SIGINT\n"
            "HEALTHCHECK --interval=5s CMD true\nENTRYPOINT [\"/bin/echo\"]\nCMD [\"$A\"]\nONBUILD RUN echo later\n"
            "RUN test \"$WHO\" = me && test \"$B\" = \"two words\" && test \"$(id -u)\" = 1000\n";
        const Ran ran = m_scene->build(dockerfile, [](BuildRequest& request) { request.buildArgs["WHO"] = "me"; });
        VERIFY_BUILT(ran);
        const image::Config config = m_scene->config(ran);
        QCOMPARE(config.environment("B").value_or(""), std::string("two words"));
        QCOMPARE(config.labels.at("org.example.name"), std::string("x"));
        QCOMPARE(config.user, std::string("app"));
        QCOMPARE(config.author, std::string("Someone"));
        QVERIFY(config.exposedPorts.contains("53/udp"));
        QVERIFY(config.volumes.contains("/data"));
        QCOMPARE(config.stopSignal, std::string("SIGINT"));
        QCOMPARE(config.onbuild.size(), std::size_t{1});
        QCOMPARE(config.diffIds.size(), ran.image()->layers.size());
        QVERIFY(!config.created.empty());
    }

    void anImageTellsTheHistoryOfItsBaseAndOfTheStagesBelow() {
        VERIFY_BUILT(
            m_scene->build("FROM base:1\nENV FIRST=1\n", [](BuildRequest& request) { request.tags = {"parent"}; }));
        const Ran ran = m_scene->build("FROM parent AS below\nWORKDIR /one\nFROM below\nENV A=2\nWORKDIR /two\n");
        VERIFY_BUILT(ran);
        const auto parent = m_scene->store->resolve("parent");
        QVERIFY(parent.has_value());
        const std::vector<image::HistoryEntry> below = parent->config.history;
        const std::vector<image::HistoryEntry> history = m_scene->config(ran).history;
        QCOMPARE(history.size(), below.size() + 3);
        QVERIFY(std::ranges::equal(below, std::span(history).first(below.size())));
        const std::span own = std::span(history).last(3);
        QCOMPARE(own[0].createdBy, std::string("WORKDIR /one"));
        QCOMPARE(own[1].createdBy, std::string("ENV A=2"));
        QCOMPARE(own[2].createdBy, std::string("WORKDIR /two"));
        QVERIFY(!own[0].emptyLayer && own[1].emptyLayer && !own[2].emptyLayer);
        QCOMPARE(own[1].created, own[0].created);
        QVERIFY(!own[2].created.empty());
    }

    void onbuildOfABaseRunsInTheNextBuild() {
        m_scene->write(QStringLiteral("x"), "x\n");
        VERIFY_BUILT(m_scene->build("FROM base:1\nONBUILD COPY x /x\nONBUILD RUN cp /x /y\n",
                                    [](BuildRequest& request) { request.tags = {"parent"}; }));
        const Ran ran = m_scene->build("FROM parent\nRUN cat /y\n");
        VERIFY_BUILT(ran);
        QCOMPARE(ran.states(), words({"cached", "done", "done", "done"}));
        QCOMPARE(m_scene->content(ran, "y"), QByteArray("x\n"));
        QCOMPARE(ran.log(1), std::string("x\n"));
    }

    void heredocsAreScriptsAndFiles() {
        const QByteArray dockerfile =
            "FROM base:1\nARG NAME=world\nCOPY <<EOF /etc/greeting\nhello $NAME\nEOF\n"
            "RUN <<EOF\ncat /etc/greeting > /a\necho second >> /a\nEOF\n"
            "RUN <<EOF\n#!/bin/sh -e\necho script $0 > /b\nEOF\n"
            "RUN cat <<EOF > /c\npiped\nEOF\n";
        const Ran ran = m_scene->build(dockerfile);
        VERIFY_BUILT(ran);
        QCOMPARE(m_scene->content(ran, "etc/greeting"), QByteArray("hello world\n"));
        QCOMPARE(m_scene->content(ran, "a"), QByteArray("hello world\nsecond\n"));
        QVERIFY2(m_scene->content(ran, "b").startsWith("script /dev/pipes/"), m_scene->content(ran, "b").constData());
        QCOMPARE(m_scene->content(ran, "c"), QByteArray("piped\n"));
    }

    void execFormUserAndOwnersAreRespected() {
        m_scene->write(QStringLiteral("f"), "f\n", 0600);
        const Ran ran = m_scene->build(
            "FROM base:1\nCOPY --chown=app:app --chmod=640 f /f\nCOPY --chown=7:8 f /g\nUSER app\nWORKDIR /home/mine\n"
            "RUN [\"/bin/sh\", \"-c\", \"touch made; id -u > uid\"]\n");
        VERIFY_BUILT(ran);
        QCOMPARE(m_scene->entry(ran, "f")->uid, 1000U);
        QCOMPARE(m_scene->entry(ran, "f")->mode, 0640U);
        QCOMPARE(m_scene->entry(ran, "g")->uid, 7U);
        QCOMPARE(m_scene->entry(ran, "g")->gid, 8U);
        QCOMPARE(m_scene->content(ran, "home/mine/uid"), QByteArray("1000\n"));
        QCOMPARE(m_scene->entry(ran, "home/mine/made")->uid, 1000U);
    }

    void aCacheMountOutlivesTheBuildAndStaysOutOfTheImage() {
        const auto dockerfile = [](const char* sharing, const char* n) {
            return QByteArray("FROM base:1\nRUN --mount=type=cache,target=/cache,sharing=") + sharing + " echo " + n +
                   " >> /cache/list && cat /cache/list\n";
        };
        const Ran first = m_scene->build(dockerfile("shared", "1"));
        VERIFY_BUILT(first);
        const Ran second = m_scene->build(dockerfile("locked", "2"));
        VERIFY_BUILT(second);
        QCOMPARE(second.log(1), std::string("1\n2\n"));
        QVERIFY(!m_scene->entry(second, "cache/list"));
        const Ran third = m_scene->build(dockerfile("private", "3"));
        QCOMPARE(third.log(1), std::string("1\n2\n3\n"));
    }

    void aBindMountShowsTheContextAndOtherStages() {
        m_scene->write(QStringLiteral("src/one"), "1\n");
        m_scene->write(QStringLiteral("src/secret"), "no\n");
        m_scene->write(QStringLiteral(".dockerignore"), "src/secret\n");
        const QByteArray dockerfile =
            "FROM base:1 AS tools\nRUN echo tool > /tool\nFROM base:1\n"
            "RUN --mount=type=bind,source=src,target=/src --mount=type=bind,from=tools,source=/tool,target=/t "
            "ls /src > /list && cat /t >> /list && ! touch /src/new\n"
            "RUN --mount=type=bind,source=src/one,target=/one,rw cat /one && echo x > /one\n";
        const Ran ran = m_scene->build(dockerfile);
        VERIFY_BUILT(ran);
        QCOMPARE(m_scene->content(ran, "list"), QByteArray("one\ntool\n"));
        QVERIFY(!m_scene->entry(ran, "src/one"));
        m_scene->write(QStringLiteral("src/one"), "2\n");
        const Ran second = m_scene->build(dockerfile);
        VERIFY_BUILT(second);
        QCOMPARE(second.states(), words({"cached", "cached", "cached", "done", "done"}));
        QCOMPARE(second.log(1), std::string("2\n"));
    }

    void anArchiveIsUnpackedByAddAndNotByCopy() {
        const QString archive = m_scene->path(QStringLiteral("a.tar.gz"));
        QDir(m_scene->path()).mkdir(QStringLiteral("in"));
        m_scene->write(QStringLiteral("in/file"), "packed\n");
        QCOMPARE(QProcess::execute(QStringLiteral("tar"), {QStringLiteral("-czf"), archive, QStringLiteral("-C"),
                                                           m_scene->path(), QStringLiteral("in")}),
                 0);
        const Ran ran = m_scene->build("FROM scratch\nADD a.tar.gz /added/\nCOPY a.tar.gz /copied/\n");
        VERIFY_BUILT(ran);
        QCOMPARE(m_scene->content(ran, "added/in/file"), QByteArray("packed\n"));
        QVERIFY(m_scene->entry(ran, "copied/a.tar.gz").has_value());
    }

    void independentStagesRunAtTheSameTime() {
        // Each waits for the file of the other, in a cache mount that both see.
        const QByteArray dockerfile =
            "FROM base:1 AS a\nRUN --mount=type=cache,id=meet,target=/m touch /m/a && "
            "for i in $(seq 1000); do test -e /m/b && exit 0; sleep 0.02; done; exit 1\n"
            "FROM base:1 AS b\nRUN --mount=type=cache,id=meet,target=/m touch /m/b && "
            "for i in $(seq 1000); do test -e /m/a && exit 0; sleep 0.02; done; exit 1\n";
        VERIFY_BUILT(m_scene->build(dockerfile, [](BuildRequest& request) { request.all = true; }));
    }

    void imagesArePulledAtTheSameTimeAndAFailureEndsTheOthers_data() {
        QTest::addColumn<QString>("bad");
        QTest::addColumn<QStringList>("froms");
        QTest::newRow("both are there") << "" << QStringList{"done", "done"};
        QTest::newRow("the first is not") << "one:1" << QStringList{"failed", "canceled"};
        QTest::newRow("the second is not") << "two:1" << QStringList{"canceled", "failed"};
    }
    void imagesArePulledAtTheSameTimeAndAFailureEndsTheOthers() {
        QFETCH(const QString, bad);
        QFETCH(const QStringList, froms);
        BuildRequest request = m_scene->request("FROM one:1 AS one\nFROM two:1\nCOPY --from=one /etc/passwd /p\n");
        request.offline = false;
        Ran ran;
        ran.outcome = runBuild(
            m_scene->store, request,
            [&](std::shared_ptr<store::Store> store) -> Result<std::unique_ptr<registry::ImageSource>> {
                return std::make_unique<PairSource>(std::move(store), bad.toStdString());
            },
            [&ran](const BuildEvent& event) { ran.events.push_back(event); });
        QVERIFY2((ran.outcome == BuildOutcome::Succeeded) == bad.isEmpty(), ran.story().constData());
        const auto state = [&](const char* name) {
            return QString::fromUtf8(stepStatusName(ran.step(name).status).data());
        };
        QCOMPARE(QStringList({state("FROM docker.io/library/one:1"), state("FROM docker.io/library/two:1")}), froms);
        if (!bad.isEmpty()) {
            QVERIFY2(ran.error()->message.contains(bad.toStdString()), ran.story().constData());
            QCOMPARE(ran.error()->where->line, bad == "one:1" ? 1U : 2U);
        }
    }

    void aLayerMayStandTwiceInOneRoot() {
        m_scene->write(QStringLiteral("f"), "from the copy\n");
        const Ran ran = m_scene->build(
            "FROM base:1\nCOPY f /f\nRUN echo changed > /f && echo more > /g\nCOPY f /f\nRUN cat /f /g\n");
        VERIFY_BUILT(ran);
        QCOMPARE(ran.image()->layers[1].diffId.hex(), ran.image()->layers[3].diffId.hex());
        QCOMPARE(ran.log(1), std::string("from the copy\nmore\n"));
    }

    void twoStepsThatAreTheSameRunOnce_data() {
        QTest::addColumn<bool>("noCache");
        QTest::newRow("with the cache") << false;
        QTest::newRow("without it") << true;
    }
    void twoStepsThatAreTheSameRunOnce() {
        QFETCH(bool, noCache);
        const QByteArray dockerfile =
            "FROM base:1 AS a\nRUN cat /proc/sys/kernel/random/uuid > /id\n"
            "FROM base:1 AS b\nRUN cat /proc/sys/kernel/random/uuid > /id\n"
            "FROM scratch\nCOPY --from=a /id /a\nCOPY --from=b /id /b\n";
        const Ran ran = m_scene->build(dockerfile, [&](BuildRequest& request) { request.noCache = noCache; });
        VERIFY_BUILT(ran);
        QCOMPARE(m_scene->content(ran, "a"), m_scene->content(ran, "b"));
        QCOMPARE(ran.count(StepStatus::Done), std::size_t{4});
    }

    void aFailingRunShowsItsStatusAndLastLinesAndKeepsWhatWasFinished() {
        const QByteArray dockerfile =
            "FROM base:1 AS base\nRUN echo kept > /kept\n\nRUN echo first; echo last words >&2; exit 3\nRUN echo "
            "never\n";
        const Ran ran = m_scene->build(dockerfile);
        QCOMPARE(ran.outcome, BuildOutcome::Failed);
        QCOMPARE(ran.states(), words({"cached", "done", "failed", "waiting"}));
        const StepEvent failed = ran.step("RUN echo first");
        QCOMPARE(failed.exitStatus, 3);
        QCOMPARE(failed.message, std::string("The command failed with exit status 3."));
        QVERIFY2(failed.lastLines.find("last words") != std::string::npos, failed.lastLines.c_str());
        const auto error = ran.error();
        QVERIFY(error && error->where);
        QCOMPARE(error->where->line, 4U);
        QVERIFY(error->path.ends_with("/Dockerfile"));
        QCOMPARE(m_scene->store->builds(m_scene->path().toStdString())->front().outcome, std::string("failed"));
        const Ran mended = m_scene->build("FROM base:1 AS base\nRUN echo kept > /kept\n\nRUN echo fine\n");
        VERIFY_BUILT(mended);
        QCOMPARE(mended.states(), words({"cached", "cached", "done"}));
    }

    void mistakesAreToldWithFileAndLine_data() {
        QTest::addColumn<QByteArray>("dockerfile");
        QTest::addColumn<unsigned>("line");
        QTest::newRow("empty") << QByteArray() << 1U;
        QTest::newRow("unknown instruction") << QByteArray("FROM base:1\nFLY away\n") << 2U;
        QTest::newRow("unknown flag") << QByteArray("FROM base:1\nCOPY --fast a b\n") << 2U;
        QTest::newRow("missing file") << QByteArray("FROM base:1\n\nCOPY nowhere /\n") << 3U;
        QTest::newRow("ignored file") << QByteArray("FROM base:1\nCOPY ignored /\n") << 2U;
        QTest::newRow("climbing out") << QByteArray("FROM base:1\nCOPY ../../../etc/hostname /\n") << 2U;
        QTest::newRow("a link out") << QByteArray("FROM base:1\nCOPY out /\n") << 2U;
        QTest::newRow("unknown image") << QByteArray("FROM base:1\nFROM nothing:1\n") << 2U;
        QTest::newRow("copy from a later stage")
            << QByteArray("FROM base:1 AS a\nCOPY --from=b /x /\nFROM base:1 AS b\nFROM a\n") << 2U;
        QTest::newRow("unknown user") << QByteArray("FROM base:1\nUSER ghost\nRUN true\n") << 3U;
        QTest::newRow("no such program") << QByteArray("FROM base:1\nRUN [\"/no/such\"]\n") << 2U;
        QTest::newRow("unknown owner") << QByteArray("FROM base:1\nCOPY --chown=ghost here /\n") << 2U;
        QTest::newRow("secret mount") << QByteArray("FROM base:1\nRUN --mount=type=secret,id=x true\n") << 2U;
        QTest::newRow("nothing to mount")
            << QByteArray("FROM base:1\nRUN --mount=source=*.none,target=/x echo\n") << 2U;
        QTest::newRow("url") << QByteArray("FROM base:1\nADD https://example.org/x /\n") << 2U;
        QTest::newRow("unterminated heredoc") << QByteArray("FROM base:1\nRUN <<EOF\necho\n") << 2U;
    }
    void mistakesAreToldWithFileAndLine() {
        QFETCH(QByteArray, dockerfile);
        QFETCH(unsigned, line);
        m_scene->write(QStringLiteral("here"), "here\n");
        m_scene->write(QStringLiteral("ignored"), "x\n");
        m_scene->write(QStringLiteral(".dockerignore"), "ignored\n");
        QFile::link(QStringLiteral("/etc/hostname"), m_scene->path(QStringLiteral("out")));
        const Ran ran = m_scene->build(dockerfile);
        QCOMPARE(ran.outcome, BuildOutcome::Failed);
        const auto error = ran.error();
        QVERIFY(error.has_value());
        QVERIFY2(error->where.has_value(), error->describe().c_str());
        QCOMPARE(error->where->line, line);
        QVERIFY2(error->path.ends_with("Dockerfile"), error->describe().c_str());
        QVERIFY(error->message.size() > 10);
    }

    void anImageOfMoreLayersThanDockerTakesIsRefusedAtItsLine() {
        m_scene->write(QStringLiteral("file"), "x\n");
        QByteArray dockerfile = "FROM base:1\n";
        for (int number = 0; number < 124; ++number) {
            dockerfile += "COPY file /" + QByteArray::number(number) + '\n';
        }
        QCOMPARE(m_scene->build(dockerfile).outcome, BuildOutcome::Succeeded);
        const Ran ran = m_scene->build(dockerfile + "COPY file /more\n");
        QCOMPARE(ran.outcome, BuildOutcome::Failed);
        QVERIFY2(ran.error()->message.contains("125 layers"), ran.error()->message.c_str());
        QCOMPARE(ran.error()->where->line, 126U);
    }

    void aDockerfileThatIsNotThereIsNamed() {
        BuildRequest request = m_scene->request({});
        request.dockerfileText.reset();
        const Ran ran = m_scene->build(std::move(request));
        QCOMPARE(ran.outcome, BuildOutcome::Failed);
        QVERIFY(ran.error()->path.ends_with("/Dockerfile"));
    }

    void namesGivenByAddHostAreKnown() {
        const Ran ran = m_scene->build("FROM base:1\nRUN grep somewhere /etc/hosts\n", [](BuildRequest& request) {
            request.addHosts = {{"somewhere", "10.1.2.3"}};
        });
        VERIFY_BUILT(ran);
        QVERIFY(ran.log(1).find("10.1.2.3") != std::string::npos);
        QVERIFY2(!m_scene->entry(ran, "etc/hosts") || m_scene->content(ran, "etc/hosts").indexOf("somewhere") < 0,
                 "what /etc/hosts was for one RUN is in the image");
    }

    void whyARunHasTheHostsNetworkIsSaidOnce() {
        // A PATH in which pasta is not there, and the rest is.
        const QTemporaryDir programs;
        for (const char* name : {"crun", "newuidmap", "newgidmap"}) {
            const QString found = QStandardPaths::findExecutable(QLatin1String(name));
            QVERIFY2(!found.isEmpty(), name);
            QVERIFY(QFile::link(found, programs.filePath(QLatin1String(name))));
        }
        const QByteArray path = qgetenv("PATH");
        const auto restore = qScopeGuard([&] { qputenv("PATH", path); });
        qputenv("PATH", programs.path().toUtf8());
        const Ran ran = m_scene->build("FROM base:1\nRUN touch /one\nRUN touch /two\n");
        VERIFY_BUILT(ran);
        QByteArrayList notes;
        for (const BuildEvent& event : ran.events) {
            if (const auto* note = std::get_if<NoteEvent>(&event.what)) {
                notes.append(QByteArray::fromStdString(note->text));
            }
        }
        QCOMPARE(notes.size(), 1);
        QVERIFY2(notes[0].contains("install the package passt"), notes[0].constData());
    }
    void theEventStreamIsKeptWithTheBuild() {
        const Ran ran = m_scene->build("FROM base:1\nRUN echo kept words\n");
        VERIFY_BUILT(ran);
        const auto builds = m_scene->store->builds(m_scene->path().toStdString());
        QVERIFY(builds && builds->size() == 1);
        QCOMPARE(builds->front().outcome, std::string("succeeded"));
        QCOMPARE(builds->front().id, std::get<EndEvent>(ran.events.back().what).build);
        QFile log(m_scene->home() + u'/' + QString::fromStdString(builds->front().events));
        QVERIFY(log.open(QIODevice::ReadOnly));
        std::vector<BuildEvent> kept;
        for (const QByteArray& line : log.readAll().trimmed().split('\n')) {
            const auto event = eventFromJson(line.toStdString());
            QVERIFY2(event.has_value(), line.constData());
            kept.push_back(*event);
        }
        QVERIFY(std::holds_alternative<EndEvent>(kept.back().what));
        Ran read;
        read.events = std::move(kept);
        QCOMPARE(read.log(1), std::string("kept words\n"));
    }

    void aBuildInTheBackgroundEndsWithItsSignal() {
        std::vector<BuildEvent> events;
        Build build(m_scene->store, m_scene->request("FROM base:1\nRUN echo hi\n"), {},
                    [&](const BuildEvent& event) { events.push_back(event); });
        bool finished = false;
        connect(&build, &Build::finished, this, [&] { finished = true; });
        build.start();
        QVERIFY(QTest::qWaitFor([&] { return finished; }, 60'000));
        QVERIFY(std::holds_alternative<EndEvent>(events.back().what));
        QCOMPARE(std::get<EndEvent>(events.back().what).outcome, BuildOutcome::Succeeded);
    }

private:
    std::unique_ptr<Scene> m_scene;
};

QTEST_GUILESS_MAIN(BuildTest)
#include "build_test.moc"
