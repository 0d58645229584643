#include "dockerfile/outline.h"

#include "dockerfile/outline_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace slipway::dockerfile;

class OutlineTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stagesKnowWhomTheyUse() {
        const auto tree = SyntaxTree::parse(
            "ARG A=1\nFROM x AS One\nFROM one AS two\nRUN --mount=from=ONE,target=/y true\nFROM z\n"
            "COPY --from=1 a b\nCOPY --from=one a b\nCOPY --from=2 a b\nCOPY --from=image a b\n");
        const Outline made = outline(*tree);
        QCOMPARE(made.global.size(), 1U);
        QCOMPARE(made.stages.size(), 3U);
        QCOMPARE(made.stages[0].name, std::string("One"));
        QCOMPARE(made.stages[0].dependents, (std::vector<int>{1, 2}));
        QCOMPARE(made.stages[1].baseStage, 0);
        QCOMPARE(made.stages[1].dependsOn, std::vector<int>{0});
        QCOMPARE(made.stages[2].dependsOn, (std::vector<int>{0, 1}));
        QCOMPARE(made.stages[2].baseStage, -1);
        QCOMPARE(made.stages[0].line, 2U);
        QCOMPARE(made.stages[0].endLine, 2U);
        QCOMPARE(made.stages[2].endLine, 9U);
    }

    void aStageEndsWithItsLastInstruction() {
        const std::string text = "FROM a\nCOPY <<E /x\nb\nE\n\n# about c\nFROM c\n# none\n\n";
        const Outline made = outline(*SyntaxTree::parse(text));
        QCOMPARE(made.stages[0].endLine, 4U);
        QCOMPARE(made.stages[0].range.of(text), std::string_view("FROM a\nCOPY <<E /x\nb\nE"));
        QCOMPARE(made.stages[1].line, 7U);
        QCOMPARE(made.stages[1].endLine, 7U);
        QCOMPARE(made.stages[1].range.of(text), std::string_view("FROM c"));
    }

    void aFromOfALaterStageIsAnImage() {
        const Outline made = outline(*SyntaxTree::parse("FROM later\nFROM x AS later\n"));
        QCOMPARE(made.stages[0].baseStage, -1);
    }

    void aLineBelongsToItsStage() {
        const Outline made = outline(*SyntaxTree::parse("# c\nFROM a\nRUN b\n\nFROM c\n"));
        QVERIFY(!made.stageAt(1));
        QCOMPARE(made.stageAt(4)->index, 0);
        QCOMPARE(made.stageAt(5)->index, 1);
        QCOMPARE(made.stageAt(99)->index, 1);
    }

    void halfTypedTextStillHasStages() {
        const Outline made = outline(*SyntaxTree::parse("FROM\nRUN x\nFROM a AS\nFROM b AS c d\nCOPY --from\n"));
        QCOMPARE(made.stages.size(), 3U);
        QCOMPARE(made.stages[0].base, std::string());
        QCOMPARE(made.stages[1].name, std::string());
        QVERIFY(outline(*SyntaxTree::parse("")).stages.empty());
    }

    void aListShowsWhereFilesComeFrom() {
        const auto tree = SyntaxTree::parse(
            "FROM --platform=linux/amd64 a AS one\nCOPY --chown=1 --from=\"one\" --link /a \\\n    /b\n"
            "RUN --mount=type=cache,target=/c make\nHEALTHCHECK --retries=3 NONE\n");
        std::vector<std::string> shown;
        for (const auto& instruction : tree->instructions()) {
            shown.push_back(outlineText(*instruction));
        }
        QCOMPARE(shown, (std::vector<std::string>{"a AS one", "--from=one /a /b", "make", "NONE"}));
        QCOMPARE(outlineText(*tree->instructions()[0], 3), std::string("a A…"));
    }
    void stagesGoByTheirNumberInJsonWhereTheyHaveNoName() {
        const auto tree = SyntaxTree::parse("FROM a\nFROM b AS C\nCOPY --from=0 x y\n");
        const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(outlineJson(*tree)));
        QCOMPARE(json["stages"][0]["name"].toString(), "0");
        QCOMPARE(json["stages"][1]["name"].toString(), "C");
        QCOMPARE(json["stages"][1]["depends_on"][0].toString(), "0");
    }

    void theJsonHasItsFields() {
        const auto tree = SyntaxTree::parse("FROM a AS b\nrun x \\\n y\nfoo\xFF z\n");
        const auto json = QJsonDocument::fromJson(QByteArray::fromStdString(outlineJson(*tree)));
        const QJsonObject stage = json["stages"][0].toObject();
        QCOMPARE(stage["name"].toString(), "b");
        QCOMPARE(stage["base"].toString(), "a");
        QCOMPARE(stage["index"].toInt(), 0);
        QCOMPARE(stage["line"].toInt(), 1);
        QCOMPARE(stage["end_line"].toInt(), 4);
        QVERIFY(stage["depends_on"].isArray());
        const QJsonArray instructions = stage["instructions"].toArray();
        QCOMPARE(instructions.size(), 3);
        QCOMPARE(instructions[1]["keyword"].toString(), "RUN");
        QCOMPARE(instructions[1]["end_line"].toInt(), 3);
        QCOMPARE(instructions[2]["keyword"].toString(), QString("foo") + QChar(0xFFFD));
    }
};

QTEST_APPLESS_MAIN(OutlineTest)
#include "outline_test.moc"
