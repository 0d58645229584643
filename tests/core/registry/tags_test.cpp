// Tags of a repository: from a real docker-registry, and from one that lies.
#include "fixtures/fixture.h"
#include "image/platform.h"
#include "lying_registry.h"
#include "registry/tag_questions.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <semaphore>

using namespace slipway;
using namespace slipway::registry;
using test::Answer;
using test::LyingRegistry;

namespace {

/// Asks and waits for what is said.
TagQuestions::Answer asked(const QString& repository) {
    std::binary_semaphore answered(0);
    TagQuestions questions([] { return SourceOptions{.timeout = std::chrono::seconds(5)}; },
                           [&](const std::string&) { answered.release(); });
    questions.ask(repository.toStdString());
    if (!answered.try_acquire_for(std::chrono::seconds(30)))
        qFatal("no answer");
    return questions.answer(repository.toStdString());
}

std::string said(const TagQuestions::Answer& answer) {
    std::string out;
    for (const std::string& tag : answer.tags)
        out += tag + ' ';
    return out + answer.error;
}

Answer list(const QByteArray& json, const QList<QByteArray>& headers = {}) {
    return {200, json, headers, -1, false, false};
}

}  // namespace

class TagsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void aRealRegistryTellsItsTags();
    void whoMustLogInIsToldSo_data();
    void whoMustLogInIsToldSo();
    void pagesFollowEachOther();
    void whatIsNoTagIsLeftOut();
    void errorsAreWords();
    void nobodyAskedMeansNothingKnown();
    void itIsAskedOnceAtATimeAndAgainLater();
    void whoGoesWaitsForNoAnswer();

private:
    QTemporaryDir m_folder;
    QString archive() const { return m_folder.filePath(QStringLiteral("image.tar")); }
};

void TagsTest::initTestCase() {
    const QString rootfs = m_folder.filePath(QStringLiteral("rootfs.tar"));
    QCOMPARE(fixtures::run(QStringLiteral("busybox-rootfs"), {rootfs}), QString());
    const QString platform = QString::fromStdString(image::Platform::host().toString());
    QCOMPARE(fixtures::run(QStringLiteral("image-archive"), {rootfs, archive(), platform}), QString());
    qputenv("DOCKER_CONFIG", m_folder.path().toLocal8Bit());
}

void TagsTest::aRealRegistryTellsItsTags() {
    fixtures::Fixture registry(QStringLiteral("registry"), {});
    QVERIFY2(registry.start(), qPrintable(registry.error()));
    const QString repository = registry[QStringLiteral("ADDRESS")] + QStringLiteral("/me/busybox");
    for (const char* tag : {":1.36", ":latest", ":1.37"})
        QCOMPARE(fixtures::run(QStringLiteral("push"), {archive(), repository + QLatin1String(tag)}), QString());
    QCOMPARE(said(asked(repository)), std::string("latest 1.37 1.36 "));
    const std::string missing = said(asked(registry[QStringLiteral("ADDRESS")] + QStringLiteral("/me/none")));
    QVERIFY2(missing.contains("cannot list the tags of me/none") && missing.contains("has no me/none"),
             missing.c_str());
}

void TagsTest::whoMustLogInIsToldSo_data() {
    QTest::addColumn<QString>("kind");
    QTest::newRow("Basic") << "--basic";
    QTest::newRow("token") << "--token";
}

void TagsTest::whoMustLogInIsToldSo() {
    QFETCH(QString, kind);
    fixtures::Fixture registry(QStringLiteral("registry"), {kind});
    QVERIFY2(registry.start(), qPrintable(registry.error()));
    const QString address = registry[QStringLiteral("ADDRESS")];
    const QString account = registry[QStringLiteral("USER")] + u':' + registry[QStringLiteral("PASSWORD")];
    QCOMPARE(fixtures::run(QStringLiteral("push"), {archive(), address + QStringLiteral("/me/busybox:1"),
                                                    QStringLiteral("--dest-creds"), account}),
             QString());
    const std::string anonymous = said(asked(address + QStringLiteral("/me/busybox")));
    if (kind == QStringLiteral("--token"))
        QCOMPARE(anonymous, std::string("1 "));  // whoever asks for a token may look
    else
        QVERIFY2(anonymous.contains("log in with docker login"), anonymous.c_str());
    QFile config(m_folder.filePath(QStringLiteral("config.json")));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("{\"auths\":{\"" + address.toUtf8() + "\":{\"auth\":\"" + account.toUtf8().toBase64() + "\"}}}");
    config.close();
    QCOMPARE(said(asked(address + QStringLiteral("/me/busybox"))), std::string("1 "));
    QVERIFY(config.remove());
}

void TagsTest::pagesFollowEachOther() {
    LyingRegistry registry;
    registry.answer("/v2/", list("{}"));
    registry.answer("/v2/library/app/tags/list?n=1000",
                    list(R"({"name":"library/app","tags":["1","2"]})",
                         {"Link: </v2/library/app/tags/list?n=1000&last=2>; rel=\"next\""}));
    registry.answer("/v2/library/app/tags/list?n=1000&last=2", list(R"({"tags":["3"]})"));
    QCOMPARE(said(asked(registry.address() + QStringLiteral("/library/app"))), std::string("3 2 1 "));
    // One that leads in a circle ends some time.
    registry.answer("/v2/library/app/tags/list?n=1000&last=2",
                    list(R"({"tags":["3"]})", {"Link: </v2/library/app/tags/list?n=1000>; rel=\"next\""}));
    QVERIFY(asked(registry.address() + QStringLiteral("/library/app")).tags.size() < 100);
}

void TagsTest::whatIsNoTagIsLeftOut() {
    LyingRegistry registry;
    registry.answer("/v2/", list("{}"));
    registry.answer("/v2/library/app/tags/list?n=1000", list(R"({"tags":["ok","../x","a b","",7,"a\nRUN x","-z"]})"));
    QCOMPARE(said(asked(registry.address() + QStringLiteral("/library/app"))), std::string("ok "));
    registry.answer("/v2/library/app/tags/list?n=1000", list(R"({"tags":null})"));
    QVERIFY(said(asked(registry.address() + QStringLiteral("/library/app"))).contains("has no tags"));
}

void TagsTest::errorsAreWords() {
    LyingRegistry registry;
    registry.answer("/v2/", list("{}"));
    registry.answer("/v2/library/app/tags/list?n=1000", list("<html>"));
    const std::string none = said(asked(registry.address() + QStringLiteral("/library/app")));
    QVERIFY2(none.contains("gives no list of tags"), none.c_str());
    const std::string nobody = said(asked(QStringLiteral("127.0.0.1:1/library/app")));
    QVERIFY2(nobody.contains("127.0.0.1:1 refuses connections"), nobody.c_str());
    const std::string bad = said(asked(QStringLiteral("UPPER/x")));
    QVERIFY2(!bad.empty(), bad.c_str());
}

void TagsTest::nobodyAskedMeansNothingKnown() {
    const TagQuestions questions([] { return SourceOptions{}; });
    QCOMPARE(said(questions.answer("docker.io/library/ubuntu")), std::string());
    QVERIFY(!questions.answer("docker.io/library/ubuntu").isBeingAsked);
}

void TagsTest::itIsAskedOnceAtATimeAndAgainLater() {
    LyingRegistry registry;
    registry.answer("/v2/", list("{}"));
    registry.answer("/v2/library/app/tags/list?n=1000", list(R"({"tags":["1"]})"));
    std::counting_semaphore<8> answered(0);
    TagQuestions questions([] { return SourceOptions{}; }, [&](const std::string&) { answered.release(); });
    const std::string repository = registry.address().toStdString() + "/library/app";
    questions.ask(repository);
    questions.ask(repository);
    QVERIFY(answered.try_acquire_for(std::chrono::seconds(30)));
    QCOMPARE(said(questions.answer(repository)), std::string("1 "));
    registry.answer("/v2/library/app/tags/list?n=1000", list(R"({"tags":["1","2"]})"));
    while (answered.try_acquire()) {
    }
    questions.ask(repository);
    QVERIFY(answered.try_acquire_for(std::chrono::seconds(30)));
    QCOMPARE(said(questions.answer(repository)), std::string("2 1 "));
}

void TagsTest::whoGoesWaitsForNoAnswer() {
    LyingRegistry registry;
    registry.answer("/v2/", {200, {}, {}, -1, true, false});
    QElapsedTimer timer;
    {
        TagQuestions questions([] { return SourceOptions{}; });
        questions.ask(registry.address().toStdString() + "/library/app");
        QTRY_VERIFY_WITH_TIMEOUT(registry.wasAsked("/v2/"), 30'000);
        QVERIFY(questions.answer(registry.address().toStdString() + "/library/app").isBeingAsked);
        timer.start();
    }
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TagsTest)
#include "tags_test.moc"
