#include "checks/shellcheck.h"
#include "checks/fix.h"

#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <thread>

using namespace slipway;
using namespace slipway::checks;

namespace {

CheckResult checked(std::string text, const ShellcheckRunner& shellcheck, const Settings& settings = {}) {
    const plan::BuildPlan made = plan::plan(dockerfile::SyntaxTree::parse(std::move(text)), {.all = true}, {});
    return check(made, {.shellcheck = &shellcheck}, settings);
}

/// Codes and what they point at, as the installed program says.
std::string found(const std::string& text, const Settings& settings = {}) {
    std::string out;
    for (const Finding& finding : checked(text, installedShellcheck(), settings).findings) {
        if (finding.rule->name.starts_with("SC")) {
            out += std::string(finding.rule->name) + ':' + std::to_string(finding.line) + ' ' +
                   std::string(finding.range.of(text)) + '\n';
        }
    }
    return out;
}

/// With single quotes for double ones.
std::string json(std::string text) {
    std::ranges::replace(text, '\'', '"');
    return text;
}

}  // namespace

class ShellcheckTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void scriptsGoThroughItTogether() {
        std::vector<std::string> texts;
        const ShellcheckRunner run = [&](std::span<const std::string> given) {
            texts.assign(given.begin(), given.end());
            return std::string();
        };
        (void)checked(
            "ARG outer\nFROM x AS a\nENV one=1 2=3\nARG two\nRUN a\nRUN [\"b\"]\nFROM a\nSHELL [\"bash\", \"-c\"]\n"
            "ONBUILD RUN c\nRUN <<EOF\n#!/bin/dash\nd\nEOF\nRUN f\nSHELL [\"pwsh\"]\nRUN e\n",
            run);
        QCOMPARE(texts.size(), 4U);
        QVERIFY(texts[0].starts_with("# shellcheck shell=sh\n") && texts[0].ends_with("\na"));
        QVERIFY(texts[0].contains("export one=1\n") && texts[0].contains("export two=1\n"));
        QVERIFY(!texts[0].contains("outer") && !texts[0].contains("export 2"));
        QVERIFY(texts[1].starts_with("# shellcheck shell=sh\n") && texts[1].ends_with("\nc"));
        QVERIFY(!texts[1].contains("one") && !texts[1].contains("two"));
        QVERIFY(texts[2].starts_with("# shellcheck shell=sh\n") && texts[2].ends_with("\n##/bin/dash\nd\n"));
        QVERIFY(texts[3].starts_with("# shellcheck shell=bash\n") && texts[3].ends_with("\nf"));
    }
    void whatItWouldWriteMendsTheFile() {
        const auto mended = [&](const std::string& text, const std::string& replacements) {
            const ShellcheckRunner run = [&](std::span<const std::string> given) {
                // The shell's name and what is set stand above the script.
                const std::string line =
                    std::to_string(std::ranges::count(given.front().substr(0, given.front().find("echo")), '\n') + 1);
                std::string out =
                    "{'comments':[{'file':'/t/0','line':N,'column':6,'endLine':N,'endColumn':8,'code':2086,'level':"
                    "'info','message':'m','fix':{'replacements':[" +
                    replacements + "]}}]}";
                for (std::size_t at = 0; (at = out.find(":N,", at)) != std::string::npos;) {
                    out.replace(at + 1, 1, line);
                }
                return json(out);
            };
            const plan::BuildPlan made = plan::plan(dockerfile::SyntaxTree::parse(text), {.all = true}, {});
            const Surroundings around{.shellcheck = &run};
            const Settings settings{.only = {"SC2086"}};
            const auto found = check(made, around, settings).findings;
            const auto fix = found.empty() ? std::nullopt : Fixer(made, around, settings).mend(found.front());
            return fix ? text::apply(text, fix->edits) : std::string();
        };
        const std::string quotes =
            "{'line':N,'column':6,'endLine':N,'endColumn':6,'insertionPoint':'beforeStart','replacement':'\\''},"
            "{'line':N,'column':8,'endLine':N,'endColumn':8,'insertionPoint':'afterEnd','replacement':'\\''}";
        QCOMPARE(mended("FROM a:1\nRUN echo $B\n", quotes), std::string("FROM a:1\nRUN echo \"$B\"\n"));
        QCOMPARE(mended("FROM a:1\nRUN echo $B \\\n  c\n", quotes), std::string("FROM a:1\nRUN echo \"$B\" \\\n  c\n"));
        const std::string word = "{'line':N,'column':6,'endLine':N,'endColumn':8,'replacement':'x'}";
        QCOMPARE(mended("FROM a:1\nRUN echo $B\n", word), std::string("FROM a:1\nRUN echo x\n"));
        QCOMPARE(mended("FROM a:1\nRUN echo $\\\nB\n", word), std::string());  // a line end stands in it
        for (const char* broken :
             {"", "1", "{}", "{'line':1,'column':1,'endLine':1,'endColumn':2,'replacement':'x'}"}) {
            QCOMPARE(mended("FROM a:1\nRUN echo $B\n", broken), std::string());
        }
    }
    void theSameScriptIsReadOnceAndAHugeOneNever() {
        std::vector<std::string> texts;
        const ShellcheckRunner run = [&](std::span<const std::string> given) {
            texts.assign(given.begin(), given.end());
            return std::string("{\"comments\":[{\"file\":\"/t/0\",\"line\":99,\"code\":1000,\"level\":\"style\"}]}");
        };
        std::string text = "FROM x:1\nRUN a | b\nUSER c\nRUN " + std::string(70'000, 'd') + "\nRUN a | b\n";
        std::vector<std::uint32_t> found;
        for (const Finding& finding : checked(text, run, {.only = {"SC1000"}}).findings) {
            found.push_back(finding.line);
        }
        QVERIFY(found == (std::vector<std::uint32_t>{2, 5}));
        QCOMPARE(texts.size(), 1U);
        for (int each = 0; each < 100; ++each) {
            text += "RUN " + std::string(20'000, 'e') + std::to_string(each) + '\n';
        }
        (void)checked(text, run);
        QCOMPARE(texts.size(), 25U);
    }
    void noScriptNoProgram() {
        bool called = false;
        const ShellcheckRunner run = [&](std::span<const std::string>) {
            called = true;
            return std::string();
        };
        (void)checked("FROM x\nRUN [\"a\"]\nCMD b\n", run);
        (void)checked("FROM x\nRUN a\n", run, {.family = Family::BuildKit});
        QVERIFY(!called);
    }
    void answersAreReadAsFarAsTheyMakeSense_data() {
        QTest::addColumn<std::string>("answer");
        QTest::addColumn<int>("count");
        const std::string place =
            "\"line\":99,\"column\":99,\"endLine\":1,\"endColumn\":1,\"code\":1000,\"level\":\"style\",\"message\":"
            "\"m\"";
        QTest::newRow("nothing") << std::string() << 0;
        QTest::newRow("broken") << std::string("{\"comments\":[") << 0;
        QTest::newRow("another shape") << std::string("{\"comments\":{}}") << 0;
        QTest::newRow("a list of others") << std::string("{\"comments\":[1,{}]}") << 0;
        QTest::newRow("another file") << "{\"comments\":[{\"file\":\"/t/7\"," + place + "}]}" << 0;
        QTest::newRow("no number") << "{\"comments\":[{\"file\":\"/t/x\"," + place + "}]}" << 0;
        QTest::newRow("other types")
            << std::string(
                   "{\"comments\":[{\"file\":1},{\"file\":\"/t/0\",\"line\":\"x\",\"code\":-1,\"message\":[]}]}")
            << 0;
        QTest::newRow("far away") << "{\"comments\":[{\"file\":\"/t/0\"," + place + "}]}" << 1;
    }
    void answersAreReadAsFarAsTheyMakeSense() {
        QFETCH(std::string, answer);
        QFETCH(int, count);
        const std::string text = "FROM x:1\nRUN a \\\n b\n";
        const auto findings = checked(text, [&](std::span<const std::string>) { return answer; }).findings;
        QCOMPARE(static_cast<int>(findings.size()), count);
        for (const Finding& finding : findings) {
            QVERIFY(finding.range.begin <= finding.range.end && finding.range.end <= text.size());
            QCOMPARE(finding.severity, Severity::Style);
        }
    }
    void theProgramFindsWhatItFinds() {
        QCOMPARE(found("FROM x\nENV a=1\nRUN true && \\\n  # why\n  echo $a \xC3\xBC $b\n"),
                 std::string("SC2086:3 $b\nSC2154:3 $b\n"));
        QCOMPARE(found("FROM x\nRUN <<EOF\n#!/bin/bash\necho \"$RANDOM\"\nx=$1\nEOF\n"), std::string("SC2034:2 x\n"));
        QCOMPARE(found("FROM x\nRUN source /x && echo \"$HTTP_PROXY\"\n"), std::string("SC3046:2 source /x\n"));
        QCOMPARE(found("FROM x\nRUN echo \"$a\"\nONBUILD RUN echo $\n"), std::string("SC2154:2 $a\n"));
        QCOMPARE(found("FROM x\nSHELL [\"/bin/ash\", \"-c\"]\nRUN f() { local b=1; echo \"$b\"; }; f\n"),
                 std::string());
    }
    void aStageHasWhatTheOneBelowItSets() {
        const std::string below = "FROM x AS b\nARG c=1\nENV d=1\n", run = "RUN echo \"$c\" \"$d\"\n";
        QCOMPARE(found(below + "FROM b\n" + run), std::string());
        QCOMPARE(found(below + "FROM x\n" + run), std::string("SC2154:5 $c\nSC2154:5 $d\n"));
    }
    void whatOnbuildKeepsIsLookedAtByItself() {
        const std::string run = "ONBUILD RUN echo \"$a\"\n";
        QCOMPARE(found("FROM x\nARG a\n" + run), std::string("SC2154:3 $a\n"));
        QCOMPARE(found("FROM x\nENV a=1\n" + run), std::string("SC2154:3 $a\n"));
        QCOMPARE(found("FROM x\nONBUILD ARG a\n" + run), std::string());
        QCOMPARE(found("FROM x\nONBUILD ENV a=1\nFROM y\n" + run), std::string());
        QCOMPARE(found("FROM x\nONBUILD ARG a\nRUN echo \"$a\"\n"), std::string("SC2154:3 $a\n"));
        const std::string test = "ONBUILD RUN [[ -n \"$HOME\" ]]\n";
        QCOMPARE(found("FROM x\nONBUILD SHELL [\"/bin/bash\", \"-c\"]\n" + test), std::string());
        QCOMPARE(found("FROM x\nSHELL [\"/bin/bash\", \"-c\"]\n" + test), std::string("SC3010:3 [[ -n \"$HOME\" ]]\n"));
    }
    void pragmasAndSettingsSilenceIt() {
        const std::string text = "FROM x\n# hadolint ignore=SC2086\nRUN echo $HOME\nRUN echo $HOME\n";
        QCOMPARE(found(text), std::string("SC2086:4 $HOME\n"));
        QCOMPARE(found(text, {.ignored = {"sc2086"}}), std::string());
        QCOMPARE(found(text, {.family = Family::BuildKit}), std::string());
    }
    void manyScriptsAreToldApartAndNoFolderIsNeeded() {
        const QByteArray folder = qgetenv("TMPDIR");
        qputenv("TMPDIR", "/no/such/folder");
        std::string text = "FROM x\n", expected;
        for (int i = 2; i < 260; ++i) {  // more than one process is given
            const bool bad = i % 50 == 7;
            text += "RUN echo " + std::to_string(i) + (bad ? " $HOME\n" : "\n");
            expected += bad ? "SC2086:" + std::to_string(i) + " $HOME\n" : "";
        }
        QCOMPARE(found(text), expected);
        folder.isNull() ? qunsetenv("TMPDIR") : qputenv("TMPDIR", folder);
    }
    void withoutTheProgramNothingIsFound() {
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        QCOMPARE(found("FROM x\nRUN echo $HOME\n"), std::string());
        qputenv("PATH", path);
    }
    void whatTakesTooLongIsStopped() {
        const std::vector<std::string> texts{"echo $x"};
        QCOMPARE(installedShellcheck(0)(texts), std::string());
    }
    void whatIsNoLongerWantedIsStopped() {
        const QTemporaryDir folder;
        QFile program(folder.filePath("shellcheck"));
        QVERIFY(program.open(QIODevice::WriteOnly));
        program.write("#!/bin/sh\nexec sleep 100\n");
        program.close();
        QVERIFY(program.setPermissions(QFile::ReadOwner | QFile::ExeOwner));
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", folder.path().toUtf8() + ':' + path);
        const auto back = qScopeGuard([&] { qputenv("PATH", path); });
        std::stop_source stop;
        std::string answer = "none";
        std::jthread asks(
            [&] { answer = installedShellcheck(60, stop.get_token())(std::vector<std::string>{"echo $x"}); });
        QVERIFY(stop.request_stop());
        const auto start = std::chrono::steady_clock::now();
        asks.join();
        QVERIFY(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
        QCOMPARE(answer, std::string());
    }
};

QTEST_APPLESS_MAIN(ShellcheckTest)
#include "shellcheck_test.moc"
