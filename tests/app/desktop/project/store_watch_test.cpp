#include "project/store_watch.h"
#include "store/store.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::project;

class StoreWatchTest : public QObject {
    Q_OBJECT

    static constexpr int kPatience = 30'000;
    QTemporaryDir m_folder;

    [[nodiscard]] std::shared_ptr<store::Store> open() const {
        auto opened = store::Store::open(m_folder.filePath(u"store"_s).toStdString());
        return opened ? std::shared_ptr<store::Store>(std::move(*opened)) : nullptr;
    }

private Q_SLOTS:
    void aNameGivenByAnotherProgramIsNoticedAndNothingElse() {
        const auto store = open(), other = open();
        QVERIFY(store && other);
        image::Config config;
        config.platform = image::Platform::host();
        const auto image = other->putImage(config);
        QVERIFY(image);
        Project project;
        StoreWatch watch(project);
        QSignalSpy changed(&project, &Project::tagsChanged);
        project.setStore(store);
        // Once the names that were there are known; until then there is nothing that they differ from.
        QTest::qWait(300);
        QVERIFY(other->setTag("docker.io/library/one:1", *image));
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, kPatience);
        config.workingDir = "/elsewhere";  // an image without a name
        QVERIFY(other->putImage(config));
        QTest::qWait(700);  // nothing must come: there is no event to wait for
        QCOMPARE(changed.size(), 1);
        QVERIFY(other->removeTag("docker.io/library/one:1"));
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, kPatience);
    }

    // The window opens a store of which there was nothing before, and then the first image is pulled elsewhere.
    void theFirstNameInAFreshStoreIsNoticed() {
        QTemporaryDir folder;
        auto opened = store::Store::open((folder.path() + u"/fresh"_s).toStdString());
        QVERIFY(opened);
        const std::shared_ptr<store::Store> store(std::move(*opened));
        Project project;
        StoreWatch watch(project);
        QSignalSpy changed(&project, &Project::tagsChanged);
        project.setStore(store);
        QTest::qWait(300);
        const auto other = store::Store::open((folder.path() + u"/fresh"_s).toStdString());
        QVERIFY(other);
        image::Config config;
        config.platform = image::Platform::host();
        const auto image = (*other)->putImage(config);
        QVERIFY(image && (*other)->setTag("docker.io/library/one:1", *image));
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, kPatience);
    }
};

QTEST_GUILESS_MAIN(StoreWatchTest)
#include "store_watch_test.moc"
