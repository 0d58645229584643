#include "project/project_files.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway::project;

class ProjectFilesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    void write(const QString& name) {
        QDir().mkpath(QFileInfo(m_folder.filePath(name)).path());
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }

private Q_SLOTS:
    void initTestCase() {
        for (const char* name : {"b.txt", "A.txt", ".dockerignore", "src/main.py", "src/deep/x", ".git/HEAD"})
            write(QLatin1StringView(name));
        // A ring of links must not be walked round and round.
        QVERIFY(QFile::link(m_folder.path(), m_folder.filePath(u"src/again"_s)));
    }

    void theNearestComeFirst() {
        QCOMPARE(filesBelow(m_folder.path(), 100),
                 (QStringList{u".dockerignore"_s, u"A.txt"_s, u"b.txt"_s, u"src/main.py"_s, u"src/deep/x"_s}));
        QCOMPARE(filesBelow(m_folder.path(), 2), (QStringList{u".dockerignore"_s, u"A.txt"_s}));
        QCOMPARE(filesBelow(m_folder.filePath(u"no-such-folder"_s), 100), QStringList());
    }

    void theListFollowsTheDisk() {
        Project project;
        ProjectFiles files(project);
        QVERIFY(files.names().isEmpty());
        project.open(m_folder.path());
        QTRY_COMPARE(files.names().size(), 5);
        write(u"c.txt"_s);
        project.noteDiskChange({m_folder.path()});
        QTRY_VERIFY(files.names().contains(u"c.txt"_s));
    }
};

QTEST_GUILESS_MAIN(ProjectFilesTest)
#include "project_files_test.moc"
