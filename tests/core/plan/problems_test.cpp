#include "plan_fixture.h"

using namespace slipway;
using namespace slipway::plan;

class ProblemsTest : public QObject {
    Q_OBJECT
private slots:
    void badInputIsRefusedAtItsLine_data();
    void badInputIsRefusedAtItsLine();
    void laterStagesAreNamed();
    void errorsOfUnreachedStagesDontStopABuild();
    void sourcesOfUnreachedStagesStopABuild();
    void aStageBelowStopsABuildWhereItIsReachedOrACircle();
    void whatComesLaterIsRefusedWhereItIsReached();
    void ownFrontendsAreTaken();
    void aBadTriggerIsReportedAtItsFrom();
    void aBadTriggerOfAStageIsReportedAtTheFromThatRunsIt();
    void mistakesInALongFileAreAtTheirLines();
    void aNullByteIsRefusedWhereItStands();
    void aBrokenWordIsToldWhateverTheBaseMaySet();
    void whatAnUnknownBaseMaySetIsNoMistake();
    void whatOthersBuildIsTold();
    void badOptionsForTheChecksAreRefused();
};

void ProblemsTest::badInputIsRefusedAtItsLine_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* text, int line, const char* words) {
        QTest::newRow(name) << QString(text) << line << QString(words);
    };
    row("empty", "", 1, "no instruction");
    row("only comments", "# a\n\n", 3, "no instruction");
    row("no FROM", "ARG a=1\n", 1, "no FROM");
    row("RUN first", "RUN a\nFROM scratch\n", 1, "before the first FROM");
    row("unknown instruction", "FROM scratch\nFOO bar\n", 2, "FOO");
    row("letters of a keyword that changed places", "FROM scratch\nRNU a\n", 2, "did you mean RUN");
    row("unknown flag", "FROM scratch\n\nCOPY --froom=x a b\n", 3, "froom");
    row("blank image", "FROM $NOPE\n", 1, "names no image");
    row("bad image name", "FROM scratch AS a\nFROM UPPER\n", 2, "");
    row("stage in other letters", "FROM scratch AS base\nFROM BASE\n", 2,
        "must be in lower case. The stage above is named base");
    row("copy from later", "FROM scratch\nCOPY --from=b x y\nFROM scratch AS b\nCOPY --from=0 x y\n", 2,
        "below, at line 3");
    row("copy from later by number", "FROM scratch\nCOPY --from=1 x y\nFROM scratch\nCOPY --from=0 x y\n", 2,
        "below, at line 3");
    row("copy from itself", "FROM scratch AS me\nCOPY --from=me x y\n", 2, "stands in");
    row("copy from the last stage of a name", "FROM scratch AS a\nFROM scratch\nCOPY --from=a x y\nFROM scratch AS a\n",
        3, "below, at line 4");
    row("continuation of nothing", "FROM scratch\n\n\\\n", 3, "no instruction");
    row("copy from no stage", "FROM scratch\nCOPY --from=7 x y\n", 2, "no stage with that number");
    row("copy from a variable", "ARG x=y\nFROM scratch\nCOPY --from=$x x y\n", 3, "variables don't work");
    row("required variable", "FROM scratch\nENV a=\"${b:?must be given}\"\n", 2, "must be given");
    row("bad substitution", "FROM scratch\nWORKDIR /${x\n", 2, "");
    row("bad port", "FROM scratch\nEXPOSE 80 x\n", 2, "EXPOSE x");
    row("bad signal", "FROM scratch\nSTOPSIGNAL SIGNOPE\n", 2, "SIGNOPE");
    row("empty volume", "FROM scratch\nVOLUME [\"\"]\n", 2, "VOLUME");
    row("signal 0", "FROM scratch\nSTOPSIGNAL 0\n", 2, "no signal");
    row("signal with two signs", "FROM scratch\nSTOPSIGNAL +-9\n", 2, "no signal");
    row("signal with a zero before it", "FROM scratch\nSTOPSIGNAL RTMIN+01\n", 2, "no signal");
    row("line too long", "FROM scratch\nLABEL a=", 2, "65535");
    row("check of nothing", "# check=skip\nFROM scratch\n", 1, "check directive");
    row("check that goes on behind a blank", "# check=skip=all; error=true\nFROM scratch\n", 1, "check directive");
    row("check that is neither", "# check=error=maybe\nFROM scratch\n", 1, "true or false");
    row("mount over the root", "FROM scratch\nRUN --mount=type=bind,target=/ a\n", 2, "");
    row("mount with a slip, on a base that isn't known", "FROM a\nRUN --mount=type=bin,target=/x a\n", 2,
        "did you mean bind");
    row("mount of no type", "FROM scratch\nRUN --mount=type=$NOPE,target=/x a\n", 2, "Unsupported mount type");
    row("RUN of nothing", "FROM scratch\nRUN []\n", 2, "no command");
    row("copy of a URL", "FROM scratch\nCOPY https://example.org/a /\n", 2, "URL");
    row("no mode", "FROM scratch\nCOPY --chmod=999 a /\n", 2, "--chmod=999 is no mode");
    row("no mode in a variable", "FROM scratch\nARG m=u?x\nCOPY --chmod=$m a /\n", 3, "--chmod=u?x is no mode");
    row("checksum of two", "FROM scratch\nADD --checksum=a https://a/b https://a/c /\n", 2,
        "one source, and here are 2");
    row("checksum of a file", "FROM scratch\nADD --checksum=a b /\n", 2, "b is neither");
    row("checksum that is none", "FROM scratch\nARG s=sha256:0\nADD --checksum=$s https://a/b /\n", 3,
        "--checksum=sha256:0 is no digest");
    row("bad platform", "FROM --platform=$x scratch\n", 1, "");
}
void ProblemsTest::badInputIsRefusedAtItsLine() {
    QFETCH(QString, text);
    QFETCH(int, line);
    QFETCH(QString, words);
    Options options;
    options.all = true;
    if (text.endsWith('='))
        text += QString(65536, 'a');
    const BuildPlan plan = planOf(text.toStdString(), options);
    const Problem* error = plan.firstError();
    QVERIFY(error);
    QVERIFY2(error->where.line == static_cast<std::uint32_t>(line), messages(plan).c_str());
    QVERIFY2(error->message.find(words.toStdString()) != std::string::npos, messages(plan).c_str());
}

void ProblemsTest::aNullByteIsRefusedWhereItStands() {
    for (const std::string& line : {std::string("WORKDIR /a\0b", 12), std::string("RUN echo a\0b", 12),
                                    std::string("COPY f /\0", 9), std::string("RUN <<E\necho a\0b\nE", 18)}) {
        const BuildPlan plan = planOf("FROM scratch\n" + line + "\n", {});
        const Problem* error = plan.firstError();
        QVERIFY2(error, line.c_str());
        QVERIFY(error->message.contains("null byte"));
        QCOMPARE(error->where.line, 2U);
        const std::size_t at = line.find('\0');
        if (!line.contains('\n'))
            QCOMPARE(error->where.column, at + 1);
    }
    // A file may hold any.
    QVERIFY(!planOf(std::string("FROM scratch\nCOPY <<E /f\na\0b\nE\n", 31), {}).firstError());
}

void ProblemsTest::aBrokenWordIsToldWhateverTheBaseMaySet() {
    for (const char* line : {"ENV A=\"x",
                             "ENV A='x",
                             "ENV A=${x",
                             "ENV A=${x:^y}",
                             "ENV A=${}",
                             "ENV A=${x:-\"y}",
                             "ENV ${a=b",
                             "LABEL a=${x:",
                             "ARG a=${x",
                             "COPY ${x /",
                             "COPY a ${x:^y}",
                             "COPY --chown=${x a /",
                             "ADD a /${x",
                             "EXPOSE ${x",
                             "WORKDIR ${x",
                             "USER ${x:^y}",
                             "VOLUME ${x",
                             "STOPSIGNAL ${x",
                             "ENV A=${must:?be} B=${x",
                             "COPY <<E /a\n${x\nE",
                             "RUN --mount=type=cache,target=${x a"}) {
        for (const char* base : {"FROM unknown\n", "FROM unknown AS a\nFROM a\n", "FROM scratch\n"}) {
            const BuildPlan plan = planOf(base + std::string(line) + '\n');
            const Problem* error = plan.firstError();
            QVERIFY2(error, line);
            QCOMPARE(error->where.line,
                     static_cast<std::uint32_t>(std::ranges::count(std::string_view(base), '\n') + 1 +
                                                (std::string_view(line).contains('\n') ? 1 : 0)));
        }
    }
}

void ProblemsTest::whatAnUnknownBaseMaySetIsNoMistake() {
    for (const char* line :
         {"ENV A=${must:?}", "ENV B=$X\nENV A=${B:?}", "EXPOSE $PORT/tcp", "EXPOSE ${PORT:?}", "STOPSIGNAL $SIGNAL",
          "VOLUME $DATA", "WORKDIR ${HOME:?}", "COPY --chmod=$MODE a /", "COPY <<E /a\n${x:?}\nE", "ENV A=${x#$y}",
          "RUN --mount=type=cache a", "RUN --mount=from=b,source=/x,rw a", "WORKDIR $APP\nRUN --mount=target=. a"})
        QVERIFY2(planOf("FROM unknown\n" + std::string(line) + '\n').problems.empty(), line);
    QVERIFY(planOf("FROM scratch\nSTOPSIGNAL $SIGNAL\n").firstError());
    QVERIFY(planOf("FROM scratch\nVOLUME $DATA\n").firstError());
    QVERIFY(planOf("FROM unknown\nSTOPSIGNAL FOO\n").firstError());
    QVERIFY(planOf("FROM unknown\nRUN --mount=type=cache,target=/ a\n").firstError());
    QVERIFY(planOf("FROM scratch\nRUN --mount=type=cache a\n").firstError());
}

// A build ends there; a linter has nothing to say against it.
void ProblemsTest::whatOthersBuildIsTold() {
    for (const char* line : {"RUN --mount=type=secret,id=a b", "RUN --mount=type=ssh b",
                             "RUN --mount=type=tmpfs,target=/a b", "RUN --security=insecure a", "COPY --parents a /",
                             "ADD https://example.org/a /", "ADD git@example.org:a.git /", "ADD me_2@example:a /"}) {
        const BuildPlan plan = planOf("FROM scratch\n" + std::string(line) + '\n');
        QVERIFY2(plan.firstError(), line);
        QCOMPARE(plan.firstError()->code, ErrorCode::Unsupported);
        QCOMPARE(plan.firstError()->where.line, 2U);
    }
    QCOMPARE(planOf("# syntax=example.org/other\nFROM scratch\n").firstError()->code, ErrorCode::Unsupported);
    for (const std::string& line : {"ADD --checksum=sha384:" + std::string(96, 'a') + " https://a/b /",
                                    std::string("ADD --checksum=1 https://a/b.git#c /"),
                                    std::string("ADD --checksum= a /"), std::string("ADD --checksum=$NOPE a /")})
        for (const Problem& problem : planOf("FROM scratch\n" + line + '\n').problems)
            QCOMPARE(problem.code, ErrorCode::Unsupported);
    QVERIFY(planOf("FROM unknown\nADD --checksum=$SUM https://a/b /\n").firstError()->code == ErrorCode::Unsupported);
    const std::string image = "a@sha512:" + std::string(128, '0');
    QCOMPARE(planOf("FROM " + image + "\n").firstError()->code, ErrorCode::Unsupported);
    QCOMPARE(planOf("FROM scratch\nCOPY --from=" + image + " a /\n").firstError()->code, ErrorCode::Unsupported);
    QCOMPARE(planOf("FROM a@sha512:0\n").firstError()->code, ErrorCode::Invalid);
    for (const char* line : {"ADD a@b /", "ADD @b:c /", "ADD a/b@c:d /", "ADD a@b/c:d /", "ADD a@:b /", "ADD a:b@c /"})
        QVERIFY2(!planOf("FROM scratch\n" + std::string(line) + '\n').firstError(), line);
    for (const char* line : {"RUN []", "RUN --mount=type=tmpfs b", "COPY https://example.org/a /",
                             "COPY me@example:a /", "FOO", "ENV A=${x"})
        QCOMPARE(planOf("FROM scratch\n" + std::string(line) + '\n').firstError()->code, ErrorCode::Invalid);
}

void ProblemsTest::badOptionsForTheChecksAreRefused() {
    const auto errorWith = [](const std::string& value) {
        Options options;
        options.buildArgs["BUILDKIT_DOCKERFILE_CHECK"] = value;
        const BuildPlan plan = planOf("FROM scratch\n", options);
        return plan.firstError() ? plan.firstError()->message : std::string();
    };
    QCOMPARE(errorWith("skip=all; error = true"), std::string());
    QCOMPARE(errorWith(""), std::string());
    QVERIFY(errorWith("skip").starts_with("BUILDKIT_DOCKERFILE_CHECK takes skip="));
    QVERIFY(errorWith("error=maybe").contains("true or false"));
}

void ProblemsTest::laterStagesAreNamed() {
    const BuildPlan plan = planOf("FROM later\nFROM scratch AS later\n");
    QCOMPARE(plan.problems.size(), 1U);
    QVERIFY(plan.problems[0].severity == dockerfile::Severity::Warning);
    QVERIFY(plan.problems[0].message.find("below, at line 2") != std::string::npos);
    QVERIFY(plan.stages[0].base == Origin(FromImage{"later"}));
}

void ProblemsTest::errorsOfUnreachedStagesDontStopABuild() {
    const BuildPlan plan = planOf("FROM scratch AS bad\nENV a=${b:?no}\nFROM scratch\n");
    QCOMPARE(plan.problems.size(), 1U);
    QVERIFY(!plan.firstError());
    QVERIFY(!planOf("FROM scratch AS bad\nRUN --mount=type=foo a\nFROM scratch\n").firstError());
    Options options;
    options.target = "bad";
    QVERIFY(planOf("FROM scratch AS bad\nENV a=${b:?no}\nFROM scratch\n", options).firstError());
    options.target = "nope";
    const BuildPlan missing = planOf("FROM scratch AS a\nFROM scratch\n", options);
    QVERIFY(missing.firstError() && missing.firstError()->message.find("a, 1") != std::string::npos);
    QCOMPARE(missing.target, -1);
    // What can't be read is told first: here it hides the stage.
    const BuildPlan hidden = planOf("FROM scratch\nRUN <<EOF\na\nFROM scratch AS nope\n", options);
    QVERIFY(hidden.firstError() && hidden.firstError()->message.starts_with("Unterminated heredoc"));
    QCOMPARE(hidden.firstError()->where.line, 2U);
    const BuildPlan broken = planOf("FROM scratch\nRUN a\nFROM scratch AS nope nope\n", options);
    QVERIFY(broken.firstError() && broken.firstError()->message.starts_with("FROM requires"));
    QCOMPARE(broken.firstError()->where.line, 3U);
}

void ProblemsTest::sourcesOfUnreachedStagesStopABuild() {
    for (const char* stage :
         {"FROM scratch AS x\nCOPY --from=$y a /\n", "FROM scratch AS x\nCOPY --from=9 a /\n",
          "FROM scratch AS x\nCOPY --from=x a /\n", "FROM scratch AS x\nRUN --mount=from=x,target=/a a\n",
          "FROM A AS u\n", "FROM scratch AS x\nCOPY --from=A:B:C a /\n", "FROM scratch AS x\nCOPY --from=FOO a /\n",
          "FROM scratch AS x\nRUN --mount=from=FOO:1:2,target=/a a\n", "FROM scratch AS x\nRUN --mount=from=$ a\n"})
        QVERIFY2(planOf(std::string(stage) + "FROM scratch\n").firstError(), stage);
    QVERIFY(!planOf("FROM scratch AS x\nCOPY --from=foo a /\nFROM scratch\n").firstError());
}

void ProblemsTest::aStageBelowStopsABuildWhereItIsReachedOrACircle() {
    const auto stops = [](const char* text) { return planOf(text).firstError() != nullptr; };
    QVERIFY(!stops("FROM scratch AS a\nCOPY --from=b x /\nFROM scratch AS b\nFROM scratch\n"));
    QVERIFY(stops("FROM scratch AS b\nCOPY --from=a x /\nFROM scratch AS a\nFROM b\n"));
    QVERIFY(stops("FROM scratch AS a\nCOPY --from=b x /\nFROM scratch AS b\nCOPY --from=a x /\nFROM scratch\n"));
    QVERIFY(
        stops("FROM scratch AS a\nCOPY --from=c x /\nFROM scratch AS b\nRUN --mount=from=a,target=/a y\n"
              "FROM scratch AS c\nCOPY --from=b x /\nFROM scratch\n"));
    // What a stage is built on makes no circle.
    QVERIFY(!stops("FROM scratch AS a\nCOPY --from=b x /\nFROM a AS b\nFROM scratch\n"));
}

void ProblemsTest::whatComesLaterIsRefusedWhereItIsReached() {
    for (const char* instruction :
         {"RUN --mount=type=tmpfs,target=/x a", "RUN --mount=type=secret,id=x a", "RUN --mount=type=ssh a",
          "RUN --security=insecure a", "RUN --device=x a", "COPY --parents a/b /", "ADD https://example.org/a /",
          "ADD git@github.com:a/b.git /", "ADD --checksum=sha256:00 https://example.org/a /"}) {
        const BuildPlan plan = planOf(std::string("FROM scratch\n\n") + instruction + "\n");
        QVERIFY2(plan.firstError(), instruction);
        QVERIFY2(plan.firstError()->where.line == 3, messages(plan).c_str());
        QVERIFY2(!planOf(std::string("FROM scratch\n") + instruction + "\nFROM scratch\n").firstError(), instruction);
    }
    QVERIFY(planOf("# syntax=example/other:1\nFROM scratch\n").firstError());
}

void ProblemsTest::ownFrontendsAreTaken() {
    for (const char* name : {"docker/dockerfile:1", "docker.io/docker/dockerfile:1.7-labs", "docker/dockerfile",
                             "docker/dockerfile-upstream:master"})
        QVERIFY2(!planOf("# syntax=" + std::string(name) + "\nFROM scratch\n").firstError(), name);
}

void ProblemsTest::aBadTriggerIsReportedAtItsFrom() {
    image::Config config;
    config.onbuild = {"COPY --from=7 a b"};
    const BuildPlan plan = planOf("ARG a\nFROM base\n", {}, baseNamed("base", config));
    QVERIFY(plan.firstError());
    QCOMPARE(plan.firstError()->where.line, 2U);
    QVERIFY(plan.firstError()->message.find("ONBUILD COPY") != std::string::npos);
}

void ProblemsTest::aBadTriggerOfAStageIsReportedAtTheFromThatRunsIt() {
    for (const char* trigger : {"COPY --from=7 a /", "COPY --from=later a /", "COPY one", "COPY --fast a /", "FLY away",
                                "RUN --mount=type=bogus a", "EXPOSE x/y", "COPY --parents a /"}) {
        const std::string stage = std::string("FROM scratch AS a\nONBUILD ") + trigger + "\n";
        const BuildPlan plan = planOf(stage + "FROM a AS b\nFROM scratch AS later\nFROM b\n");
        QVERIFY2(plan.firstError(), trigger);
        QVERIFY2(plan.firstError()->where.line == 3, messages(plan).c_str());
        QVERIFY2(plan.firstError()->message.contains(std::string("ONBUILD ") + trigger), messages(plan).c_str());
        QVERIFY2(!planOf(stage + "FROM scratch\n").firstError(), trigger);
    }
}

void ProblemsTest::mistakesInALongFileAreAtTheirLines() {
    std::string text = "FROM scratch\n";
    for (int i = 0; i < 10000; ++i)
        text += i % 1000 == 500 ? "WORKDIR\n" : "ENV A=b\n";
    const BuildPlan plan = planOf(text);
    QCOMPARE(plan.problems.size(), 10U);
    for (std::uint32_t i = 0; i < 10; ++i) {
        QCOMPARE(plan.problems[i].where.line, i * 1000 + 502);
        QVERIFY(!plan.values[i * 1000 + 501]);
    }
}

QTEST_GUILESS_MAIN(ProblemsTest)
#include "problems_test.moc"
