#include "context/context_tree.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::context;

class SurveyTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;

    void write(const QString& path, qint64 size) {
        const QString whole = m_folder.filePath(path);
        QDir().mkpath(QFileInfo(whole).path());
        QFile file(whole);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(size));
    }
    [[nodiscard]] Result<Survey> survey(std::string_view ignore, std::uint64_t maxFiles = 1000) const {
        const auto compiled = Ignore::compile(readIgnoreFile(ignore));
        return (*ContextTree::open({.root = m_folder.path().toStdString(), .ignore = *compiled, .maxFiles = maxFiles}))
            ->survey();
    }

private Q_SLOTS:
    void initTestCase() {
        write("a", 3);
        write("b/c", 10);
        write("b-d", 20);
        write("node_modules/x/y", 1000);
        write("src/one.pyc", 1);
        write("src/deep/two.pyc", 1);
        QVERIFY(QFile::link("nowhere", m_folder.filePath("link")));
    }

    void whatIsLeftOutIsNotThere() {
        const auto found = survey("node_modules\n**/*.pyc\n");
        QVERIFY(found);
        QCOMPARE(found->files, (std::vector<Survey::File>{{"a", 3}, {"b-d", 20}, {"b/c", 10}, {"link", 0}}));
        QCOMPARE(found->size, 33U);
        QCOMPARE(found->uses, (std::vector<Survey::Use>{{true, 0}, {true, 0}}));
    }

    void patternsAreToldApart() {
        const auto found = survey("*.pyc\nnode_modules\n!node_modules\nnode_modules/x\n!zzz\nsrc\n!src/deep\n");
        QVERIFY(found);
        const std::vector<Survey::Use> expected = {{false, 1}, {false, 0}, {true, 0}, {true, 0},
                                                   {false, 0}, {true, 0},  {true, 0}};
        QCOMPARE(found->uses, expected);
    }

    void tooManyFilesAreAnError() {
        QVERIFY(!survey("", 3));
        QVERIFY(survey("*\n", 3));
    }

    void aLookAfterAMatchSeesTheSame() {
        const auto tree = *ContextTree::open({.root = m_folder.path().toStdString()});
        QVERIFY(tree->match("src"));
        QVERIFY(*tree->survey() == *survey(""));
        QVERIFY(!(*tree->survey() == *survey("a\n")));
    }
};

QTEST_GUILESS_MAIN(SurveyTest)
#include "survey_test.moc"
