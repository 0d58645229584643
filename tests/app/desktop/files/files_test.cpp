#include "files/file_model.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/inotify.h>
#include <unistd.h>
#include <array>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::files;

class FilesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    void write(const QString& name, const QByteArray& content = {}) {
        QDir().mkpath(QFileInfo(m_folder.filePath(name)).path());
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s can't be written", qPrintable(name));
    }
    static QStringList names(const FileModel& model) {
        QStringList all;
        for (int row = 0; row < model.rowCount(model.rootIndex()); ++row)
            all << model.index(row, 0, model.rootIndex()).data().toString();
        return all;
    }

private Q_SLOTS:
    void initTestCase() {
        write(u".dockerignore"_s, "# nothing of Python's\n*.pyc\n");
        for (const char* name : {"b.py", "A.py", "x.pyc", "src/main.py", ".git/HEAD"})
            write(QLatin1StringView(name));
    }

    void foldersComeFirstAndGitIsLeftOut() {
        FileModel model;
        QAbstractItemModelTester tester(&model);
        model.setFolder(m_folder.path());
        QTRY_COMPARE(names(model), (QStringList{u"src"_s, u".dockerignore"_s, u"A.py"_s, u"b.py"_s, u"x.pyc"_s}));
        QCOMPARE(model.path(model.indexOf(m_folder.filePath(u"b.py"_s))), m_folder.filePath(u"b.py"_s));
    }

    void filesAreListedWithoutBeingOpened() {
        QTemporaryDir folder;
        QFile unknown(folder.filePath(u"entrypoint"_s));
        QVERIFY(unknown.open(QIODevice::WriteOnly));
        unknown.close();
        const int watch = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
        const auto close = qScopeGuard([&] { ::close(watch); });
        QVERIFY(inotify_add_watch(watch, QFile::encodeName(unknown.fileName()).constData(), IN_OPEN | IN_ACCESS) >= 0);

        FileModel model;
        QAbstractItemModelTester tester(&model);
        model.setFolder(folder.path());
        QTRY_COMPARE(names(model), QStringList{u"entrypoint"_s});
        QFile added(folder.filePath(u"healthcheck"_s));
        QVERIFY(added.open(QIODevice::WriteOnly));
        QTRY_COMPARE(names(model).size(), 2);

        std::array<char, 4096> events;
        QCOMPARE(::read(watch, events.data(), events.size()), -1);
        QCOMPARE(errno, EAGAIN);
    }

    void whatIsLeftOutNamesPatternAndLine() {
        FileModel model;
        model.setFolder(m_folder.path());
        QTRY_COMPARE(names(model).size(), 5);
        model.setIgnore(readIgnore(m_folder.path(), m_folder.filePath(u"Dockerfile"_s)));
        const QString why = model.indexOf(m_folder.filePath(u"x.pyc"_s)).data(FileModel::IgnoredRole).toString();
        QVERIFY2(why.contains(u"2"_s) && why.contains(u"*.pyc"_s), qPrintable(why));
        QVERIFY(model.indexOf(m_folder.filePath(u"b.py"_s)).data(FileModel::IgnoredRole).toString().isEmpty());
    }

    void whatIsTypedCountsInPlaceOfTheFile() {
        const QString dockerfile = m_folder.filePath(u"Dockerfile"_s);
        const std::string file = m_folder.filePath(u".dockerignore"_s).toStdString();
        const IgnoreWords words = readIgnore(m_folder.path(), dockerfile, {{file, "*.py\n"}});
        QVERIFY(words.whyIgnored(u"x.pyc"_s).isEmpty());
        QVERIFY(words.whyIgnored(u"b.py"_s).contains(u"line 1"_s));
        QVERIFY(words.file == u".dockerignore"_s);
        QVERIFY(!readIgnore(m_folder.path(), dockerfile, {{file, "[\n"}}).problem.isEmpty());
    }

    void filesThatAreWhyAStepRunsAgainAreMarked() {
        FileModel model;
        model.setFolder(m_folder.path());
        QTRY_COMPARE(names(model).size(), 5);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setChanged({u"b.py"_s});
        QCOMPARE(changed.size(), 1);
        QVERIFY(model.indexOf(m_folder.filePath(u"b.py"_s)).data(FileModel::ChangedRole).toBool());
        model.setChanged({});
        QVERIFY(!model.indexOf(m_folder.filePath(u"b.py"_s)).data(FileModel::ChangedRole).toBool());
    }

    void aFileIsRenamedInPlace() {
        FileModel model;
        model.setFolder(m_folder.path());
        QTRY_COMPARE(names(model).size(), 5);
        QSignalSpy renamed(&model, &FileModel::renamed);
        QVERIFY(model.setData(model.indexOf(m_folder.filePath(u"b.py"_s)), u"c.py"_s));
        QCOMPARE(renamed.size(), 1);
        QCOMPARE(renamed.first()[1].toString(), m_folder.filePath(u"c.py"_s));
        QVERIFY(QFile::exists(m_folder.filePath(u"c.py"_s)));
        QTRY_VERIFY(names(model).contains(u"c.py"_s) && !names(model).contains(u"b.py"_s));
    }
};

QTEST_MAIN(FilesTest)
#include "files_test.moc"
