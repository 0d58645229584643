#include "project/build_history.h"
#include "store/store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::project;

class BuildHistoryTest : public QObject {
    Q_OBJECT

    static constexpr int kPatience = 30'000;
    QTemporaryDir m_folder;
    std::shared_ptr<store::Store> m_store;

    // As another process leaves it: events first, then the record.
    void buildEnds(const std::string& folder, const std::string& target, std::int64_t at, const std::string& outcome) {
        store::Build build;
        build.folder = folder;
        build.dockerfile = folder + "/Dockerfile";
        build.target = target;
        build.outcome = outcome;
        build.startedAt = at;
        build.endedAt = at + 1500;
        const auto put = m_store->putBuild(build);
        QVERIFY2(put, put ? "" : put.error().message.c_str());
        QFile log(QString::fromStdString((m_store->home() / "logs" / (target + ".jsonl")).string()));
        QVERIFY(log.open(QIODevice::WriteOnly));
    }

private Q_SLOTS:
    void initTestCase() {
        auto opened = store::Store::open(m_folder.filePath(u"store"_s).toStdString());
        QVERIFY2(opened, opened ? "" : opened.error().message.c_str());
        m_store = std::move(*opened);
        for (const char* name : {"one", "other"})
            QVERIFY(QDir(m_folder.path()).mkdir(QLatin1StringView(name)));
    }

    void buildsOfTheFolderComeNewestFirstAndNewOnesAppear() {
        const std::string one = m_folder.filePath(u"one"_s).toStdString();
        const std::string other = m_folder.filePath(u"other"_s).toStdString();
        buildEnds(one, "first", 1'000'000, "succeeded");
        buildEnds(other, "elsewhere", 2'000'000, "succeeded");
        buildEnds(one, "second", 3'000'000, "failed");
        Project project;
        Builds builds;
        BuildHistory history(project, builds);
        QVERIFY(!history.idle());
        project.open(QString::fromStdString(one));
        project.setStore(m_store);
        QTRY_VERIFY_WITH_TIMEOUT(history.idle(), kPatience);
        QCOMPARE(builds.runs().size(), 2U);
        QCOMPARE(builds.runs()[0]->target, u"second"_s);
        QCOMPARE(builds.runs()[0]->state, RunState::Failed);
        QCOMPARE(builds.runs()[0]->durationMs, 1500);
        QCOMPARE(builds.runs()[1]->target, u"first"_s);
        // One of the command line, while the window is open.
        buildEnds(one, "third", 4'000'000, "succeeded");
        QTRY_COMPARE_WITH_TIMEOUT(builds.runs().size(), 3U, kPatience);
        QCOMPARE(builds.runs()[0]->target, u"third"_s);
        // What is known is not read again.
        history.look();
        QTRY_VERIFY_WITH_TIMEOUT(history.idle(), kPatience);
        QCOMPARE(builds.runs().size(), 3U);
        project.open(QString::fromStdString(other));
        QTRY_VERIFY_WITH_TIMEOUT(builds.runs().size() == 1 && history.idle(), kPatience);
        QCOMPARE(builds.runs()[0]->target, u"elsewhere"_s);
    }
};

QTEST_GUILESS_MAIN(BuildHistoryTest)
#include "build_history_test.moc"
