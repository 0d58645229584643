#include "engine/events.h"

#include <QtTest/QTest>

#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

using namespace slipway;
using namespace slipway::engine;

namespace {

QJsonObject parsed(const BuildEvent& event) {
    return QJsonDocument::fromJson(QByteArray::fromStdString(toJson(event))).object();
}

BuildEvent sampleStep() {
    StepEvent step;
    step.id = "runtime/run/1234";
    step.stage = "runtime";
    step.stageIndex = 1;
    step.number = 5;
    step.count = 7;
    step.name = "RUN pip install";
    step.line = 12;
    step.status = StepStatus::Failed;
    step.sameResult = true;
    step.dockerWouldRerun = true;
    step.durationMs = 1234;
    step.size = 99;
    step.layer = Digest::of("layer");
    step.reason = {.kind = cache::ReasonKind::Files, .subject = "requirements.txt", .more = 2};
    step.exitStatus = 3;
    step.message = "exit status 3";
    step.lastLines = "one\nlast words";
    return {17, step};
}

}  // namespace

class EventsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKindSurvivesTheWayThroughJson_data() {
        QTest::addColumn<int>("index");
        for (int i = 0; i < 9; ++i) {
            QTest::addRow("%d", i) << i;
        }
    }
    void everyKindSurvivesTheWayThroughJson() {
        QFETCH(int, index);
        ImageEvent image{"runtime", 1, Digest::of("c"), Digest::of("m"), {"docker.io/library/a:latest"}, 10, 5, {}};
        image.layers.push_back({Digest::of("z"), Digest::of("d"), 10, "runtime/run/1234"});
        image.layers.push_back({std::nullopt, Digest::of("e"), 0, ""});
        ImageEvent bare{"0", 0, Digest::of("c"), std::nullopt, {}, 0, std::nullopt, {}};
        const std::vector<BuildEvent> events{
            sampleStep(),
            {1, LogEvent{"a", 2, "hello \x1b[1mworld\x1b[0m\n"}},
            {2, ProgressEvent{"a", 10, 20, "bytes"}},
            {3, image},
            {4, bare},
            {5, ErrorEvent{Error{ErrorCode::Failed, "It ended with exit status 3.", "/x/Dockerfile",
                                 text::Position{12, 1}},
                           "last words"}},
            {6, ErrorEvent{Error{ErrorCode::NoSpace, "The disk is full."}, {}}},
            {7, NoteEvent{"said once"}},
            {8, EndEvent{BuildOutcome::Canceled, 5000, 42}},
        };
        const std::string json = toJson(events[static_cast<std::size_t>(index)]);
        QVERIFY(json.find('\n') == std::string::npos);
        const auto back = eventFromJson(json);
        QVERIFY(back.has_value());
        QCOMPARE(back->atMs, events[static_cast<std::size_t>(index)].atMs);
        QCOMPARE(QString::fromStdString(toJson(*back)), QString::fromStdString(json));
    }

    void aStepHasTheDocumentedFields() {
        const QJsonObject json = parsed(sampleStep());
        QCOMPARE(json[u"event"].toString(), QStringLiteral("step"));
        QCOMPARE(json[u"index"].toInt(), 5);
        QCOMPARE(json[u"count"].toInt(), 7);
        QCOMPARE(json[u"status"].toString(), QStringLiteral("failed"));
        QCOMPARE(json[u"same_result"].toBool(), true);
        QCOMPARE(json[u"docker_would_rerun"].toBool(), true);
        QCOMPARE(json[u"layer"].toString(), QString::fromStdString(Digest::of("layer").toString()));
        QCOMPARE(json[u"exit_status"].toInt(), 3);
        StepEvent plain;
        const QJsonObject bare = parsed({0, plain});
        QVERIFY(!bare.contains(u"same_result"));
        QVERIFY(!bare.contains(u"docker_would_rerun"));
        QVERIFY(bare[u"layer"].isNull());
    }

    void aReasonKeepsItsPartsAndOldLogsTheirWords() {
        const auto back = eventFromJson(toJson(sampleStep()));
        const cache::Reason& reason = std::get<StepEvent>(back->what).reason;
        QCOMPARE(reason.kind, cache::ReasonKind::Files);
        QCOMPARE(reason.subject, std::string("requirements.txt"));
        QCOMPARE(reason.more, 2);
        const auto old = eventFromJson(R"({"event":"step","status":"done","reason":"app.py changed"})");
        QCOMPARE(std::get<StepEvent>(old->what).reason.text(), std::string("app.py changed"));
    }

    void whatIsNotUtf8BecomesAReplacementCharacter() {
        const QJsonObject json = parsed({0, LogEvent{"a", 1,
                                                     "x\xff\xfe"
                                                     "y"}});
        QCOMPARE(json[u"text"].toString(), QStringLiteral("x\uFFFD\uFFFDy"));
    }

    void badJsonIsRefusedWithASentence_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("half") << QByteArray("{\"event\":\"st");
        QTest::newRow("unknown kind") << QByteArray("{\"event\":\"dance\"}");
        QTest::newRow("unknown status") << QByteArray("{\"event\":\"step\",\"status\":\"sleeping\"}");
        QTest::newRow("bad digest") << QByteArray("{\"event\":\"step\",\"status\":\"done\",\"layer\":\"sha256:12\"}");
        QTest::newRow("image without id") << QByteArray("{\"event\":\"image\"}");
        QTest::newRow("end without outcome") << QByteArray("{\"event\":\"end\"}");
    }
    void badJsonIsRefusedWithASentence() {
        QFETCH(QByteArray, json);
        const auto event = eventFromJson(json.toStdString());
        QVERIFY(!event.has_value());
        QVERIFY(!event.error().message.empty());
    }
};

QTEST_GUILESS_MAIN(EventsTest)
#include "events_test.moc"
