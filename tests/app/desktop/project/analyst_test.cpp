#include "project/analyst.h"
#include "project/problems.h"
#include "project/text_job.h"
#include "store/store.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::project;

namespace {

constexpr int kPatience = 30'000;

class TypedText : public Document {
public:
    TypedText(QString path, QString text) : m_path(std::move(path)), m_text(std::move(text)) {}
    [[nodiscard]] QString path() const override { return m_path; }
    [[nodiscard]] QString text() const override { return m_text; }
    [[nodiscard]] qint64 revision() const override { return m_revision; }
    [[nodiscard]] bool isModified() const override { return m_revision > 1; }
    QFuture<Result<>> save() override { return QtFuture::makeReadyValueFuture(Result<>{}); }
    void type(const QString& text) {
        m_text = text;
        ++m_revision;
    }

private:
    QString m_path, m_text;
    qint64 m_revision = 1;
};

}  // namespace

class AnalystTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::shared_ptr<store::Store> m_store;
    Project m_project;
    Analysis m_analysis;
    Builds m_builds;

    [[nodiscard]] QString path(const QString& name) const { return m_folder.filePath(u"project/"_s + name); }
    void write(const QString& name, const QByteArray& content) {
        QDir().mkpath(QFileInfo(path(name)).path());
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s can't be written", qPrintable(name));
    }
    [[nodiscard]] bool known(const Analyst& analyst) const {
        return analyst.idle() && m_analysis.current()->forecastIsCurrent;
    }

private Q_SLOTS:
    void initTestCase() {
        auto opened = store::Store::open(m_folder.filePath(u"store"_s).toStdString());
        QVERIFY2(opened, opened ? "" : opened.error().message.c_str());
        m_store = std::move(*opened);
        write(u"Dockerfile"_s, "FROM scratch\nCOPY a /\n");
        write(u".dockerignore"_s, "left-out\n");
        write(u"a"_s, "12345");
        write(u"below/b"_s, "123");
        write(u"left-out/c"_s, "1234567890");
        m_project.open(m_folder.filePath(u"project"_s));
    }

    void treeAndPlanNeedNoStoreAndTheForecastFollowsIt() {
        Analyst analyst(m_project, m_analysis, m_builds);
        QTRY_VERIFY_WITH_TIMEOUT(analyst.idle(), kPatience);
        QVERIFY(m_analysis.current()->plan);
        QCOMPARE(m_analysis.current()->plan->steps.size(), 1U);
        QVERIFY(!m_analysis.current()->forecast);
        m_project.setStore(m_store);
        QTRY_VERIFY_WITH_TIMEOUT(known(analyst), kPatience);
        QCOMPARE(m_analysis.current()->forecastOf(0)->reason.kind, cache::ReasonKind::NeverBuilt);
    }

    void aBaseIsKnownByItsDigestToo() {
        image::Config config;
        config.platform = image::Platform::host();
        config.workingDir = "/";
        const auto id = m_store->putImage(config);
        QVERIFY(id && m_store->setTag("docker.io/library/base:1", *id));
        config.platform.architecture = "of-another-machine";
        const auto foreign = m_store->putImage(config);
        QVERIFY(foreign && m_store->setTag("docker.io/library/foreign:1", *foreign));
        m_project.setStore(m_store);
        Analyst analyst(m_project, m_analysis, m_builds);
        TypedText document(path(u"Dockerfile"_s), {});
        m_project.add(&document);
        const auto isKnown = [&](const std::string& base) {
            document.type(QString::fromStdString("FROM " + base + "\n"));
            m_project.noteEdit(&document);
            const auto isDone = [&] { return known(analyst) && m_analysis.current()->revision == document.revision(); };
            return QTest::qWaitFor(isDone, kPatience) && m_analysis.current()->plan->stages.front().known;
        };
        QVERIFY(isKnown("base:1"));
        QVERIFY(isKnown("base@" + id->toString()));
        QVERIFY(!isKnown("base:2"));
        QVERIFY(!isKnown("foreign:1"));
        m_project.remove(&document);
    }

    void whatAnotherProgramDidToTheStoreIsForecast() {
        m_project.setStore(m_store);
        Analyst analyst(m_project, m_analysis, m_builds);
        QTRY_VERIFY_WITH_TIMEOUT(known(analyst), kPatience);
        const auto forecastsAgain = [&](const auto& happens) {
            const auto before = m_analysis.current()->forecast;
            happens();
            return QTest::qWaitFor([&] { return known(analyst) && m_analysis.current()->forecast != before; },
                                   kPatience);
        };
        QVERIFY(forecastsAgain([&] {
            BuildRun run{.startedAt = 1, .state = RunState::Succeeded};
            run.foreign = true;
            m_builds.add(run);
        }));
        QVERIFY(forecastsAgain([&] { Q_EMIT m_project.tagsChanged(); }));
        m_builds.clear();
    }

    void aBaseThatABuildPulledIsForecastWhileItGoesOn() {
        m_project.setStore(m_store);
        Analyst analyst(m_project, m_analysis, m_builds);
        TypedText document(path(u"Dockerfile"_s), u"FROM pulled:1\nRUN true\n"_s);
        m_project.add(&document);
        document.type(document.text());
        m_project.noteEdit(&document);
        QTRY_VERIFY_WITH_TIMEOUT(known(analyst) && m_analysis.current()->revision == document.revision(), kPatience);
        QCOMPARE(m_analysis.current()->forecastOf(0)->status, cache::Status::Unknown);
        BuildRun run;
        run.dockerfile = m_project.dockerfile();
        const int number = m_builds.add(std::move(run));
        const auto tell = [&](engine::StepStatus status) {
            engine::StepEvent event;
            event.id = m_analysis.current()->plan->steps.front().id;
            event.status = status;
            m_builds.apply(number, std::vector{engine::BuildEvent{1, event}});
        };
        tell(engine::StepStatus::Running);
        image::Config config;
        config.platform = image::Platform::host();
        const auto id = m_store->putImage(config);
        QVERIFY(id && m_store->setTag("docker.io/library/pulled:1", *id));
        QVERIFY(analyst.idle());
        tell(engine::StepStatus::Done);
        QTRY_VERIFY_WITH_TIMEOUT(known(analyst) && m_analysis.current()->plan->stages.front().known, kPatience);
        QCOMPARE(m_analysis.current()->forecastOf(0)->status, cache::Status::Cached);
        // Once for each base.
        tell(engine::StepStatus::Done);
        QVERIFY(analyst.idle());
        m_builds.clear();
        m_project.remove(&document);
    }

    void theContextsSizeIsThatOfWhatABuildFinds() {
        Analyst analyst(m_project, m_analysis, m_builds);
        QTRY_VERIFY_WITH_TIMEOUT(known(analyst) && m_analysis.current()->context, kPatience);
        // Dockerfile, .dockerignore, a, below/b.
        QCOMPARE(m_analysis.current()->context->files, 4U);
        const quint64 bytes = m_analysis.current()->context->bytes;
        QCOMPARE(bytes, 22U + 9U + 5U + 3U);
        write(u"d"_s, "1234");
        analyst.noteContextChange();
        QTRY_COMPARE_WITH_TIMEOUT(m_analysis.current()->context->files, 5U, kPatience);
        QCOMPARE(m_analysis.current()->context->bytes, bytes + 4);
        QFile::remove(path(u"d"_s));
    }

    void theChecksKnowTheContext() {
        write(u".dockerignore"_s, "left-out\nnowhere\n");
        Analyst analyst(m_project, m_analysis, m_builds);
        QTRY_COMPARE_WITH_TIMEOUT(m_analysis.current()->elsewhere.size(), 1U, kPatience);
        const Problem& found = m_analysis.current()->elsewhere.front();
        QCOMPARE(std::pair(found.path, found.line), std::pair(path(u".dockerignore"_s), 2));
        QVERIFY(m_analysis.current()->problems.empty());
        QTRY_VERIFY_WITH_TIMEOUT(analyst.idle(), kPatience);
        QCOMPARE(m_analysis.current()->elsewhere.size(), 1U);
        write(u".dockerignore"_s, "left-out\n");
        analyst.noteContextChange();
        QTRY_VERIFY_WITH_TIMEOUT(m_analysis.current()->elsewhere.empty(), kPatience);
    }

    void anOlderTextNeverComesAfterANewerOne() {
        Analyst analyst(m_project, m_analysis, m_builds);
        TypedText document(path(u"Dockerfile"_s), u"FROM scratch\nCOPY a /\n"_s);
        m_project.add(&document);
        QTRY_VERIFY_WITH_TIMEOUT(known(analyst), kPatience);
        qint64 newest = 0;
        bool backwards = false;
        connect(&m_analysis, &Analysis::changed, &analyst, [&] {
            const qint64 revision = m_analysis.current()->revision;
            backwards = backwards || revision < newest;
            newest = std::max(newest, revision);
        });
        for (int i = 0; i < 50; ++i) {
            document.type(u"FROM scratch\nCOPY a /%1\n"_s.arg(i));
            m_project.noteEdit(&document);
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY_WITH_TIMEOUT(known(analyst) && m_analysis.current()->revision == document.revision(), kPatience);
        QVERIFY(!backwards);
        QCOMPARE(m_analysis.current()->plan->steps.front().name, "COPY a /49");
        m_project.remove(&document);
    }

    void betweenAnEditAndTheNextForecastStepsKeepTheirWords() {
        Analyst analyst(m_project, m_analysis, m_builds);
        TypedText document(path(u"Dockerfile"_s), u"FROM scratch\nCOPY a /\n"_s);
        m_project.add(&document);
        QTRY_VERIFY_WITH_TIMEOUT(known(analyst), kPatience);
        QSignalSpy changed(&m_analysis, &Analysis::changed);
        document.type(u"FROM scratch\n\nCOPY a /\nCOPY below /b\n"_s);
        m_project.noteEdit(&document);
        QTRY_VERIFY_WITH_TIMEOUT(changed.count() > 0, kPatience);
        const auto snapshot = m_analysis.current();
        QVERIFY(!snapshot->forecastIsCurrent);
        QCOMPARE(snapshot->plan->steps.size(), 2U);
        QCOMPARE(snapshot->forecastOf(0)->reason.kind, cache::ReasonKind::NeverBuilt);
        QCOMPARE(snapshot->forecastOf(1)->status, cache::Status::Unknown);
        QVERIFY(snapshot->context);
        m_project.remove(&document);
    }

    void theLineOfAReasonMovesWithItsStep() {
        Analyst analyst(m_project, m_analysis, m_builds);
        TypedText document(path(u"Dockerfile"_s), u"FROM scratch\nADD https://example.org/x /\n"_s);
        m_project.add(&document);
        QTRY_VERIFY_WITH_TIMEOUT(known(analyst), kPatience);
        QCOMPARE(m_analysis.current()->forecastOf(0)->reason.text(), std::string("line 2 has an error"));
        QSignalSpy changed(&m_analysis, &Analysis::changed);
        document.type(u"FROM scratch\n\nADD https://example.org/x /\n"_s);
        m_project.noteEdit(&document);
        QTRY_VERIFY_WITH_TIMEOUT(changed.count() > 0, kPatience);
        QVERIFY(!m_analysis.current()->forecastIsCurrent);
        QCOMPARE(m_analysis.current()->forecastOf(0)->reason.text(), std::string("line 3 has an error"));
        m_project.remove(&document);
    }

    void aFileThatIsTypedInCountsBeforeItIsSaved() {
        Analyst analyst(m_project, m_analysis, m_builds);
        QTRY_VERIFY_WITH_TIMEOUT(known(analyst), kPatience);
        QSignalSpy changed(&m_analysis, &Analysis::changed);
        TypedText other(path(u"a"_s), u"12345"_s);
        m_project.add(&other);
        other.type(u"123456"_s);
        m_project.noteEdit(&other);
        QTRY_VERIFY_WITH_TIMEOUT(changed.count() > 0 && known(analyst), kPatience);
        m_project.remove(&other);
    }

    void theProjectsFilesAreReadAgainOnlyOnceTheyMayBeOthers() {
        Project project;
        Analysis analysis;
        project.open(m_folder.filePath(u"project"_s));
        TypedText document(path(u"Dockerfile"_s), u"FROM scratch\nCOPY a /\n"_s);
        project.add(&document);
        Analyst analyst(project, analysis, m_builds);
        QTRY_VERIFY_WITH_TIMEOUT(analysis.current()->plan && analyst.idle(), kPatience);
        const auto files = analysis.current()->knowledge.files;
        QVERIFY(files && files->configuration.configuration.settings.ignored.empty());
        document.type(u"FROM debian:13\nRUN apt-get install -y a\n"_s);
        project.noteEdit(&document);
        QTRY_COMPARE_WITH_TIMEOUT(analysis.current()->revision, document.revision(), kPatience);
        QCOMPARE(analysis.current()->knowledge.files, files);
        QVERIFY(std::ranges::contains(analysis.current()->problems, u"DL3008"_s, &Problem::rule));
        write(u".hadolint.yaml"_s, "ignored: [DL3008]\n");
        analyst.noteContextChange();
        QTRY_VERIFY_WITH_TIMEOUT(!std::ranges::contains(analysis.current()->problems, u"DL3008"_s, &Problem::rule),
                                 kPatience);
        QVERIFY(analysis.current()->knowledge.files != files);
        QFile::remove(path(u".hadolint.yaml"_s));
        project.remove(&document);
    }

    void whatIsTypedInAnIgnoreFileCountsBeforeItIsSaved() {
        Analyst analyst(m_project, m_analysis, m_builds);
        QTRY_VERIFY_WITH_TIMEOUT(known(analyst) && m_analysis.current()->context, kPatience);
        QVERIFY(m_analysis.current()->elsewhere.empty());
        const quint64 files = m_analysis.current()->context->files;
        TypedText ignore(path(u".dockerignore"_s), u"left-out\n"_s);
        m_project.add(&ignore);
        const auto said = [&] {
            const auto found = problemsIn(*m_analysis.current(), path(u".dockerignore"_s));
            return found.size() == 1 ? std::pair(found.front().rule, found.front().line) : std::pair(QString(), 0);
        };
        ignore.type(u"\nleft-out\nnowhere\n"_s);
        m_project.noteEdit(&ignore);
        QTRY_COMPARE_WITH_TIMEOUT(said(), std::pair(u"UnmatchedIgnorePattern"_s, 3), kPatience);
        const auto typed = [&](const QString& text) {
            return problemsInTyped(*m_analysis.current(), path(u".dockerignore"_s), text);
        };
        QTRY_VERIFY_WITH_TIMEOUT(typed(ignore.text()) && typed(ignore.text())->size() == 1, kPatience);
        QVERIFY(!typed(u"another\n"_s + ignore.text()));
        ignore.type(u"left-out\n\n["_s);
        m_project.noteEdit(&ignore);
        QTRY_COMPARE_WITH_TIMEOUT(said(), std::pair(QString(), 3), kPatience);
        QCOMPARE(typed(ignore.text()).value_or(std::vector<Problem>()).size(), std::size_t{1});
        QVERIFY(!typed(u"left-out\n["_s));
        ignore.type(u"left-out\nbelow\n"_s);
        m_project.noteEdit(&ignore);
        QTRY_COMPARE_WITH_TIMEOUT(m_analysis.current()->context->files, files - 1, kPatience);
        QVERIFY(m_analysis.current()->elsewhere.empty());
        m_project.remove(&ignore);  // without saving it
        analyst.noteContextChange();
        QTRY_COMPARE_WITH_TIMEOUT(m_analysis.current()->context->files, files, kPatience);
    }

    void aBadPatternOfAnIgnoreFileIsSaidWithItsLine() {
        QTemporaryDir folder;
        QFile ignore(folder.filePath(u".dockerignore"_s));
        QVERIFY(ignore.open(QIODevice::WriteOnly) && ignore.write("a\n[\n") > 0);
        ignore.close();
        const QString path = folder.filePath(u"Dockerfile"_s);
        const auto snapshot =
            analyseText({.path = path, .folder = folder.path(), .text = u"FROM scratch\nCOPY a /\n"_s});
        const auto found = problemsIn(*snapshot, ignore.fileName());
        QCOMPARE(found.size(), 1U);
        QCOMPARE(found.front().line, 2);
        QCOMPARE(found.front().severity, checks::Severity::Error);
    }

    // After a pause, and never before the others.
    void whatShellcheckFindsComesLater() {
        if (QStandardPaths::findExecutable(u"shellcheck"_s).isEmpty())
            QSKIP("shellcheck is not installed");
        QTemporaryDir folder;
        const QString path = folder.filePath(u"Dockerfile"_s);
        Project project;
        Analysis analysis;
        Builds builds;
        TypedText text(path, u"FROM scratch\nRUN echo $x\n"_s);
        project.open(folder.path());
        project.add(&text);
        project.setActive(&text);
        Analyst analyst(project, analysis, builds);
        const auto finding = [&] {
            const auto found = std::ranges::find(analysis.current()->problems, u"SC2086"_s, &Problem::rule);
            return found == analysis.current()->problems.end() ? 0 : found->line;
        };
        QTRY_VERIFY_WITH_TIMEOUT(analysis.current()->tree, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(finding(), 2, kPatience);
        // It is there at once where the command moves.
        text.type(u"FROM scratch\nUSER u\nRUN echo $x\n"_s);
        project.noteEdit(&text);
        QTRY_COMPARE_WITH_TIMEOUT(analysis.current()->revision, text.revision(), kPatience);
        QCOMPARE(finding(), 3);
        project.remove(&text);
    }
};

QTEST_GUILESS_MAIN(AnalystTest)
#include "analyst_test.moc"
