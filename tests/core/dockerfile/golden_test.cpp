// Tokens, outline and diagnostics of each sample against its golden file.
// To take what is now given for right: SLIPWAY_UPDATE_GOLDENS=1 ctest -R dockerfile_goldens, then review the diff.
#include "dockerfile/outline_json.h"
#include "tree_text.h"

#include <QDir>
#include <QtTest>

using namespace slipway::dockerfile;

class GoldenTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void samplesGiveTheirGoldens_data() {
        QTest::addColumn<QString>("path");
        const QDir folder(qEnvironmentVariable("SLIPWAY_SOURCE") + "/tests/core/dockerfile/samples");
        for (const QFileInfo& info : folder.entryInfoList({"*.Dockerfile"}, QDir::Files, QDir::Name))
            QTest::newRow(qPrintable(info.completeBaseName())) << info.filePath();
    }
    void samplesGiveTheirGoldens() {
        QFETCH(QString, path);
        QFile sample(path);
        QVERIFY(sample.open(QIODevice::ReadOnly));
        const auto tree = SyntaxTree::parse(sample.readAll().toStdString());
        const std::string got = "== problems\n" + problemsText(*tree) + "== outline\n" + outlineText(*tree) +
                                outlineJson(*tree) + "\n== tree\n" + treeText(*tree);
        QFile golden(path.chopped(QStringLiteral("Dockerfile").size()) + "golden");
        if (qEnvironmentVariableIsSet("SLIPWAY_UPDATE_GOLDENS")) {
            QVERIFY(golden.open(QIODevice::WriteOnly));
            golden.write(got.data(), static_cast<qint64>(got.size()));
            return;
        }
        QVERIFY2(golden.open(QIODevice::ReadOnly), qPrintable("There is no " + golden.fileName()));
        const QList<QByteArray> wanted = golden.readAll().split('\n');
        const QList<QByteArray> lines = QByteArray::fromStdString(got).split('\n');
        for (qsizetype i = 0; i < std::min(wanted.size(), lines.size()); ++i)
            QCOMPARE(lines[i], wanted[i]);
        QCOMPARE(lines.size(), wanted.size());
    }
};

QTEST_APPLESS_MAIN(GoldenTest)
#include "golden_test.moc"
