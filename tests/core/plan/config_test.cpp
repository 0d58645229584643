#include "plan/go_text.h"
#include "plan/ports.h"
#include "plan_fixture.h"

using namespace slipway;
using namespace slipway::plan;

namespace {
std::string createdBy(const std::string& instruction, const Options& options = {}) {
    const BuildPlan plan = planOf("FROM scratch\n" + instruction + "\n", options);
    return plan.stages[0].history.empty() ? std::string() : plan.createdBy(plan.stages[0].history.back());
}
image::Config configOf(const std::string& text, const image::Config& base = {}) {
    return planOf(text, {}, baseNamed("base", base)).stages.back().config;
}
}  // namespace

class ConfigTest : public QObject {
    Q_OBJECT
private slots:
    void scratchHasAPathAndARoot();
    void historyTextsAreBuildKits_data();
    void historyTextsAreBuildKits();
    void historyOfARunNamesItsArguments();
    void historyOfARunNamesNoArgumentsOfAnEarlierStage();
    void historyOfAnArgumentTellsWhatIsWritten();
    void historyIsOfTheStageAlone();
    void entrypointTakesAwayTheBasesCmd();
    void cmdIsMarkedAsEscaped();
    void labelsPortsVolumesAndTheRest();
    void healthchecks();
    void portSpecifications_data();
    void portSpecifications();
    void goTexts();
};

void ConfigTest::scratchHasAPathAndARoot() {
    const image::Config config = configOf("FROM scratch\n");
    QCOMPARE(config.env, std::vector<std::string>{"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"});
    COMPARE_TEXT(config.workingDir, "/");
    QVERIFY(config.platform == image::Platform::host());
}

void ConfigTest::historyTextsAreBuildKits_data() {
    QTest::addColumn<QString>("instruction");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* instruction, const char* text) {
        QTest::newRow(instruction) << QString::fromUtf8(instruction) << QString::fromUtf8(text);
    };
    row("RUN echo hi", "RUN /bin/sh -c echo hi # buildkit");
    row("RUN [\"a\", \"b c\"]", "RUN a b c # buildkit");
    row("COPY a b /c/", "COPY a b /c/ # buildkit");
    row("COPY --chown=1 --chmod=644 --link a .", "COPY --chown=1 --chmod=644 a . # buildkit");
    row("ADD a /b", "ADD a /b # buildkit");
    row("WORKDIR app", "WORKDIR /app");
    row("WORKDIR /", "WORKDIR /");
    row("WORKDIR /a/../b//", "WORKDIR /a/../b//");  // as docker build has it
    row("WORKDIR a/../b/", "WORKDIR /b");
    row("WORKDIR \"\"", "WORKDIR /");
    row("ENV A=1 B=\"x y\"", "ENV A=1 B=x y");
    row("LABEL a=b", "LABEL a=b");
    row("ARG A=1", "ARG A=1");
    row("ARG A", "ARG A");
    row("CMD [\"a\", \"b\\\"\"]", "CMD [\"a\" \"b\\\"\"]");
    row("CMD a b", "CMD [\"/bin/sh\" \"-c\" \"a b\"]");
    row("ENTRYPOINT [\"a\"]", "ENTRYPOINT [\"a\"]");
    row("EXPOSE 80 53/udp", "EXPOSE map[53/udp:{} 80/tcp:{}]");
    row("VOLUME /a /b", "VOLUME [/a /b]");
    row("VOLUME [\"/a\"]", "VOLUME [/a]");
    row("VOLUME [\" /a\\t\", \"/b c\"]", "VOLUME [/a /b c]");
    row("USER app", "USER app");
    row("STOPSIGNAL SIGTERM", "STOPSIGNAL SIGTERM");
    row("STOPSIGNAL -1", "STOPSIGNAL -1");
    row("STOPSIGNAL +9", "STOPSIGNAL +9");
    row("STOPSIGNAL rtmin+15", "STOPSIGNAL rtmin+15");
    row("SHELL [\"/bin/bash\", \"-c\"]", "SHELL [/bin/bash -c]");
    row("MAINTAINER me", "MAINTAINER me");
    row("HEALTHCHECK NONE", "HEALTHCHECK &{[\"NONE\"] \"0s\" \"0s\" \"0s\" \"0s\" '\\x00'}");
    row("HEALTHCHECK --interval=90s --retries=3 CMD curl x",
        "HEALTHCHECK &{[\"CMD-SHELL\" \"curl x\"] \"1m30s\" \"0s\" \"0s\" \"0s\" '\\x03'}");
}
void ConfigTest::historyTextsAreBuildKits() {
    QFETCH(QString, instruction);
    QFETCH(QString, text);
    QCOMPARE(QString::fromStdString(createdBy(instruction.toStdString())), text);
}

void ConfigTest::historyOfARunNamesItsArguments() {
    const BuildPlan plan = planOf("FROM scratch\nARG A=1\nARG B\nENV A=2\nARG B\nRUN x\n");
    COMPARE_TEXT(plan.createdBy(plan.stages[0].history.back()), "RUN |3 A=2 B= B= /bin/sh -c x # buildkit");
}

void ConfigTest::historyOfARunNamesNoArgumentsOfAnEarlierStage() {
    const BuildPlan plan = planOf("FROM scratch AS a\nARG A=1\nFROM a\nRUN x\n");
    COMPARE_TEXT(plan.createdBy(plan.stages[1].history.back()), "RUN /bin/sh -c x # buildkit");
}

void ConfigTest::historyOfAnArgumentTellsWhatIsWritten() {
    Options options;
    options.buildArgs["GIVEN"] = "given";
    const BuildPlan plan = planOf("ARG GLOBAL=1\nFROM scratch\nARG GLOBAL GIVEN=default\nRUN x\n", options);
    COMPARE_TEXT(plan.createdBy(plan.stages[0].history[0]), "ARG GLOBAL GIVEN=default");
    COMPARE_TEXT(plan.createdBy(plan.stages[0].history[1]), "RUN |2 GLOBAL=1 GIVEN=given /bin/sh -c x # buildkit");
}

void ConfigTest::historyIsOfTheStageAlone() {
    image::Config base;
    base.history = {{"2020-01-01T00:00:00Z", "base", "", false}};
    const BuildPlan plan = planOf("FROM base AS a\nENV A=1\nFROM a\nRUN x\n", {}, baseNamed("base", base));
    QCOMPARE(plan.stages[0].history.size(), 1U);
    QCOMPARE(plan.stages[0].history[0].step, -1);
    QCOMPARE(plan.stages[1].history.size(), 1U);
    QCOMPARE(plan.stages[1].history[0].step, 1);
    QVERIFY(plan.stages[1].config.history.empty());
}

void ConfigTest::entrypointTakesAwayTheBasesCmd() {
    image::Config base;
    base.cmd = {{"bash"}};
    QVERIFY(!configOf("FROM base\nENTRYPOINT [\"a\"]\n", base).cmd);
    QVERIFY(configOf("FROM base\nCMD [\"b\"]\nENTRYPOINT [\"a\"]\n", base).cmd);
    QVERIFY(configOf("FROM base\nENTRYPOINT [\"a\"]\nCMD [\"b\"]\n", base).cmd);
    // A CMD of an earlier stage counts as its base's.
    QVERIFY(!configOf("FROM base AS x\nCMD [\"b\"]\nFROM x\nENTRYPOINT [\"a\"]\n", base).cmd);
}

void ConfigTest::cmdIsMarkedAsEscaped() {
    QVERIFY(configOf("FROM scratch\nCMD a\n").argsEscaped);
    QVERIFY(!configOf("FROM scratch\nENTRYPOINT a\n").argsEscaped);
}

void ConfigTest::labelsPortsVolumesAndTheRest() {
    const image::Config config = configOf(
        "FROM scratch\nARG P=8000\nLABEL a=\"b c\" $P=d\nEXPOSE $P-8002/TCP 53/udp\nVOLUME /v\nUSER u$P\nSTOPSIGNAL "
        "9\nMAINTAINER me\n"
        "SHELL [\"/bin/ash\"]\nONBUILD RUN x\n");
    COMPARE_TEXT(config.labels.at("a"), "b c");
    COMPARE_TEXT(config.labels.at("8000"), "d");
    QCOMPARE(config.exposedPorts, (std::set<std::string>{"53/udp", "8000/tcp", "8001/tcp", "8002/tcp"}));
    QCOMPARE(config.volumes, std::set<std::string>{"/v"});
    COMPARE_TEXT(config.user, "u8000");
    COMPARE_TEXT(config.stopSignal, "9");
    COMPARE_TEXT(config.author, "me");
    QCOMPARE(*config.shell, std::vector<std::string>{"/bin/ash"});
    QCOMPARE(config.onbuild, std::vector<std::string>{"RUN x"});
}

void ConfigTest::healthchecks() {
    const auto check =
        configOf("FROM scratch\nHEALTHCHECK --timeout=3s --start-period=1m CMD [\"a\", \"b\"]\n").healthcheck;
    QVERIFY(check);
    QCOMPARE(check->test, (std::vector<std::string>{"CMD", "a", "b"}));
    QCOMPARE(check->timeout, std::chrono::nanoseconds(std::chrono::seconds(3)));
    QCOMPARE(check->startPeriod, std::chrono::nanoseconds(std::chrono::minutes(1)));
}

void ConfigTest::portSpecifications_data() {
    QTest::addColumn<QString>("spec");
    QTest::addColumn<QString>("ports");
    const auto row = [](const char* spec, const char* ports) {
        QTest::newRow(spec) << QString(spec) << QString(ports);
    };
    row("80", "80/tcp");
    row("80/", "80/tcp");
    row("+80", "80/tcp");
    row("80-82/udp", "80/udp 81/udp 82/udp");
    row("8080:80", "80/tcp");
    row("127.0.0.1:8080:80/sctp", "80/sctp");
    row("[::1]:8080:80", "80/tcp");
    row("[]:8080:80", "80/tcp");
    row("::1:8080:80", "80/tcp");
    row("80-80/UDP", "80/udp");
    row("8000-8001:80-81", "80/tcp 81/tcp");
    for (const char* bad : {"", "/tcp", "80/foo", "65536", "90-80", "x", "1.2.3:80:80", "[:80:80", "[[]]:80:80", "x:80",
                            "+-80", "80-82:90-91", "80-90-100"})
        row(bad, "");
}
void ConfigTest::portSpecifications() {
    QFETCH(QString, spec);
    QFETCH(QString, ports);
    const auto parsed = parsePort(spec.toStdString());
    QCOMPARE(parsed.has_value(), !ports.isEmpty());
    QString all;
    for (const std::string& port : parsed.value_or(std::vector<std::string>{}))
        all += (all.isEmpty() ? "" : " ") + QString::fromStdString(port);
    QCOMPARE(all, ports);
}

void ConfigTest::goTexts() {
    COMPARE_TEXT(goQuote(std::string_view("a\t\"\\\x01é\xff")), "\"a\\t\\\"\\\\\\x01é\\xff\"");
    COMPARE_TEXT(goDuration(std::chrono::milliseconds(1500)), "1.5s");
    COMPARE_TEXT(goDuration(std::chrono::minutes(90)), "1h30m0s");
    COMPARE_TEXT(goDuration(std::chrono::microseconds(20)), "20µs");
    COMPARE_TEXT(goDuration(std::chrono::nanoseconds(0)), "0s");
    COMPARE_TEXT(goQuoteRune(10), "'\\n'");
    COMPARE_TEXT(goQuoteRune(65), "'A'");
}

QTEST_GUILESS_MAIN(ConfigTest)
#include "config_test.moc"
