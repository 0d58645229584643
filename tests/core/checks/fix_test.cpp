// Silencing rules by comments and by the configuration; mending many findings at once; every fix on many texts.
#include "checks/fix.h"
#include "../language/meaning.h"
#include "../language/texts.h"
#include "text/say.h"

#include <QScopeGuard>
#include <QTest>

#include <algorithm>
#include <set>

using namespace slipway;

namespace {

class Looked {
public:
    explicit Looked(const std::string& text, checks::Settings settings = {})
        : m_settings(std::move(settings)),
          m_plan(plan::plan(dockerfile::SyntaxTree::parse(text), {.all = true}, m_bases)),
          m_fixer(m_plan, {&m_bases}, m_settings) {}
    [[nodiscard]] const plan::BuildPlan& plan() const { return m_plan; }
    [[nodiscard]] const checks::Fixer& fixer() const { return m_fixer; }
    [[nodiscard]] std::vector<checks::Finding> findings() const {
        return checks::check(m_plan, {&m_bases}, m_settings).findings;
    }
    [[nodiscard]] std::string names() const {
        std::string out;
        for (const checks::Finding& finding : findings()) {
            out += (out.empty() ? "" : " ") + std::string(finding.rule->name);
        }
        return out;
    }
    [[nodiscard]] checks::Finding finding(std::string_view rule) const {
        for (const checks::Finding& each : findings()) {
            if (each.rule->name == rule) {
                return each;
            }
        }
        qFatal("no such finding");
    }
    [[nodiscard]] std::string with(const std::optional<checks::Fix>& fix) const {
        return fix ? text::apply(m_plan.tree->text(), fix->edits) : "(no fix)";
    }

private:
    checks::Settings m_settings;
    plan::Bases m_bases;
    plan::BuildPlan m_plan;
    checks::Fixer m_fixer;
};

std::set<std::string> errorsIn(const plan::BuildPlan& plan) {
    std::set<std::string> out;
    for (const plan::Problem& problem : plan.problems) {
        if (problem.severity == dockerfile::Severity::Error) {
            out.insert(problem.message);
        }
    }
    return out;
}

/// What is wrong with a fix of a text; empty where nothing is.
std::string troubleWith(const Looked& before, const checks::Finding& finding, const checks::Fix& fix,
                        const checks::Settings& settings) {
    const std::string text = text::apply(before.plan().tree->text(), fix.edits);
    const Looked after(text, settings);
    std::string joined;
    for (const dockerfile::Node& node : after.plan().tree->nodes()) {
        joined += node.range.of(text);
    }
    const auto same = [&](const std::vector<checks::Finding>& all) {
        return std::ranges::count(all, finding.rule, &checks::Finding::rule);
    };
    const std::string about =
        std::string(finding.rule->name) + " in:\n" + before.plan().tree->text() + "\nmade:\n" + text;
    if (joined != text) {
        return "lost bytes, " + about;
    }
    if (errorsIn(after.plan()).size() > errorsIn(before.plan()).size()) {
        return "broke it, " + about;
    }
    // Of an instruction's labels those are mended that can be: then the others are found, and no longer this.
    const bool isPart = finding.rule->name == "DL3048" && same(after.findings()) == same(before.findings()) &&
                        std::ranges::count(after.findings(), finding.message, &checks::Finding::message) <
                            std::ranges::count(before.findings(), finding.message, &checks::Finding::message);
    // Of what can't be built half is read as something else.
    if (errorsIn(before.plan()).empty() && !isPart && same(after.findings()) >= same(before.findings())) {
        return "mended nothing, " + about;
    }
    return {};
}

/// What is found in a text but for one rule's findings in one instruction, and for DL1001, which is about comments.
std::multiset<std::string> others(const std::vector<checks::Finding>& found, std::string_view text,
                                  const checks::Finding& but, std::uint32_t line) {
    std::multiset<std::string> out;
    for (const checks::Finding& each : found) {
        if ((each.rule != but.rule || each.line != line) && each.rule->name != "DL1001") {
            out.insert(std::string(each.rule->name) + ' ' + std::string(each.range.of(text)));
        }
    }
    return out;
}

void tryAll(const std::string& text) {
    const checks::Settings settings{.everyRule = true};
    const Looked before(text, settings);
    const std::vector<checks::Finding> found = before.findings();
    for (const checks::Finding& finding : found) {
        for (const auto& fix : {before.fixer().mend(finding), before.fixer().ignoreHere(finding)}) {
            if (fix) {
                const std::string trouble = troubleWith(before, finding, *fix, settings);
                QVERIFY2(trouble.empty(), trouble.c_str());
            }
        }
        // A comment above an instruction silences a rule there and nothing else.
        if (const auto fix = before.fixer().ignoreHere(finding); fix && errorsIn(before.plan()).empty()) {
            const std::string silenced = text::apply(text, fix->edits);
            QVERIFY2(others(found, text, finding, finding.line) ==
                         others(Looked(silenced, settings).findings(), silenced, finding, 0),
                     (std::string(finding.rule->name) + " in:\n" + silenced).c_str());
        }
    }
    const checks::Mended all = checks::mendAll(
        before.plan(), {}, settings, [](const checks::Finding&) { return true; }, true);
    const Looked after(text::apply(text, all.edits), settings);
    QVERIFY2(errorsIn(after.plan()).size() <= errorsIn(before.plan()).size(), text.c_str());
}

}  // namespace

class FixTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anImagesDigestIsAddedWhereTheStoreKnowsIt() {
        const std::string text = "FROM debian\nFROM alpine:latest\nFROM \"alpine:latest\"\nFROM other\n";
        plan::Bases bases;
        bases[{"debian"}].manifest = layer::Digest::of("debian");
        bases[{"alpine:latest"}].manifest = layer::Digest::of("alpine");
        bases[{"other"}];
        for (auto& [name, base] : bases) {
            base.config = std::make_shared<const image::Config>();
        }
        const auto plan = plan::plan(dockerfile::SyntaxTree::parse(text), {.all = true}, bases);
        const checks::Mended mended = checks::mendAll(
            plan, {.bases = &bases}, {},
            [](const checks::Finding& finding) {
                return finding.rule->name == "DL3006" || finding.rule->name == "DL3007";
            },
            true);
        QCOMPARE(text::apply(text, mended.edits), "FROM debian@" + layer::Digest::of("debian").toString() +
                                                      "\nFROM alpine:latest@" + layer::Digest::of("alpine").toString() +
                                                      "\nFROM \"alpine:latest\"\nFROM other\n");
        QVERIFY(checks::mendAll(plan, {.bases = &bases}, {}, [](const checks::Finding& finding) {
                    return finding.rule->name.starts_with("DL300");
                }).edits.empty());
    }

    void anIgnoreFilesPatternIsTakenOutOrMadeToCountBelow() {
        const std::string text = "# ours\r\ndits\r\n  *.pyc\r\n!kept";
        context::Survey survey;
        survey.files = {{"src/a.pyc", 1}};
        survey.ignoreFile = "/p/.dockerignore";
        survey.ignore = *context::Ignore::compile(context::readIgnoreFile(text));
        survey.uses = {{false, 0}, {false, 1}, {false, 0}};
        const auto plan = plan::plan(dockerfile::SyntaxTree::parse("FROM scratch\nCOPY . /\n"), {.all = true}, {});
        std::vector<std::string> mended;
        for (const checks::Finding& finding : checks::check(plan, {.context = &survey}).findings) {
            if (!finding.path.empty()) {
                const auto fix = checks::mendIgnoreFile(finding, survey, text);
                QVERIFY(fix && fix->onRequest);
                mended.push_back(text::apply(text, fix->edits));
                QVERIFY(!checks::mendIgnoreFile(finding, survey, ""));
                QVERIFY(!checks::Fixer(plan, {.context = &survey}).mend(finding));
            }
        }
        QCOMPARE(mended,
                 (std::vector<std::string>{"# ours\r\n  *.pyc\r\n!kept", "# ours\r\ndits\r\n  **/*.pyc\r\n!kept",
                                           "# ours\r\ndits\r\n  *.pyc\r\n"}));
    }

    void aShellIsSetUnaskedWhereContainersStartAsBefore() {
        const auto isOnRequest = [](const std::string& text) {
            const Looked looked(text);
            const auto fix = looked.fixer().mend(looked.finding("DL4006"));
            return fix && fix->onRequest;
        };
        const std::string alpine = "FROM alpine:3 AS one\nRUN a | b\n", debian = "FROM debian:13\nRUN a | b\n";
        QVERIFY(!isOnRequest(alpine + "CMD c && d\n"));
        QVERIFY(isOnRequest(alpine + "CMD c | d\n"));
        QVERIFY(isOnRequest(alpine + "FROM one\nHEALTHCHECK CMD c | d\n"));
        QVERIFY(!isOnRequest(alpine + "FROM alpine:3\nHEALTHCHECK CMD c | d\n"));
        QVERIFY(!isOnRequest(alpine + "SHELL [\"/bin/sh\", \"-c\"]\nCMD c | d\n"));
        QVERIFY(!isOnRequest(debian + "CMD c $D\nENTRYPOINT [\"e\", \"|\"]\n"));
        QVERIFY(isOnRequest(debian + "ENTRYPOINT c && d\n"));
        QVERIFY(isOnRequest(debian + "CMD echo 'c\\nd'\n"));
    }

    void aNameThatMayBeMeantIsWrittenOnRequest() {
        for (const auto& [rule, text] : {std::pair("UndefinedVar", "FROM a:1\nENV HOST=b A=1\nWORKDIR /$PORT\n"),
                                         std::pair("UndefinedVar", "FROM a:1\nARG TAG=1\nENV A=1 B=$A\n"),
                                         std::pair("UndefinedArgInFrom", "ARG VERSION=1\nFROM a:$VERSON\n")}) {
            const Looked looked(text);
            const auto fix = looked.fixer().mend(looked.finding(rule));
            QVERIFY(fix && fix->onRequest);
        }
    }

    void whatIsFoundAndMendedIsSaidInTheProgramsLanguage() {
        text::speakWith([](std::string_view english) -> std::string {
            if (english == "Usage of undefined variable '${}' (did you mean ${}?)")
                return "${1} statt ${0}?";
            if (english == "Empty continuation line")
                return "Leere Zeile";
            return english == "Write {}" ? "{} schreiben" : "";
        });
        const auto inEnglish = qScopeGuard([] { text::speakWith(nullptr); });
        const Looked looked("FROM scratch\nENV MODE=1\nLABEL m=$MDE \\\n\n  n=1\n");
        QCOMPARE(looked.finding("NoEmptyContinuation").message, std::string("Leere Zeile"));
        const checks::Finding misspelled = looked.finding("UndefinedVar");
        QCOMPARE(misspelled.message, std::string("$MODE statt $MDE?"));
        const auto fix = looked.fixer().mend(misspelled);
        QVERIFY(fix);
        QCOMPARE(fix->title, std::string("MODE schreiben"));
    }

    void aRuleIsIgnoredAboveItsInstruction_data() {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const auto row = [](const char* title, const char* rule, const char* before, const char* after) {
            QTest::addRow("%s", title) << rule << before << after;
        };
        row("BuildKit's, which is not indented", "LegacyKeyValueFormat", "FROM a:1\n  ENV b c\n",
            "FROM a:1\n# check=skip=LegacyKeyValueFormat\n  ENV b c\n");
        row("of two instructions above the one that counts", "MultipleInstructionsDisallowed",
            "FROM a:1\nCMD [\"b\"]\nCMD [\"c\"]\n",
            "FROM a:1\nCMD [\"b\"]\n# check=skip=MultipleInstructionsDisallowed\n# hadolint ignore=DL4003\nCMD "
            "[\"c\"]\n");
        row("hadolint's", "DL3059", "FROM a:1\nRUN b\n  RUN c\n",
            "FROM a:1\nRUN b\n  # hadolint ignore=DL3059\n  RUN c\n");
        row("with another of its kind", "DL3059", "FROM a:1\nRUN b\n# hadolint ignore=DL3001 # why\nRUN c\n",
            "FROM a:1\nRUN b\n# hadolint ignore=DL3001,DL3059 # why\nRUN c\n");
        row("with another of BuildKit's", "LegacyKeyValueFormat",
            "FROM a:1\n#check=skip=A // why\n\n# check=skip=B\nENV b c\n",
            "FROM a:1\n#check=skip=A,LegacyKeyValueFormat // why\n\n# check=skip=B\nENV b c\n");
        row("above hadolint's, which has to be next", "LegacyKeyValueFormat",
            "FROM a:1\n# hadolint ignore=DL3001\nENV b c\n",
            "FROM a:1\n# check=skip=LegacyKeyValueFormat\n# hadolint ignore=DL3001\nENV b c\n");
        row("both that say it", "MaintainerDeprecated", "FROM a:1\r\nMAINTAINER b\r\n",
            "FROM a:1\r\n# check=skip=MaintainerDeprecated\r\n# hadolint ignore=DL4000\r\nMAINTAINER b\r\n");
        row("with the rules that it outdoes", "BrokenJsonArray", "FROM a:1\nCMD ['b']\n",
            "FROM a:1\n# check=skip=BrokenJsonArray,JSONArgsRecommended\n# hadolint ignore=DL3025\nCMD ['b']\n");
        row("at the top, where it would be the whole file's", "FromAsCasing", "FROM a:1 as b\nFROM a:1 as c\n",
            "\n# check=skip=FromAsCasing\nFROM a:1 as b\nFROM a:1 as c\n");
        row("below directives", "FromAsCasing", "# syntax=docker/dockerfile:1\nFROM a:1 as b\nFROM a:1 as c\n",
            "# syntax=docker/dockerfile:1\n\n# check=skip=FromAsCasing\nFROM a:1 as b\nFROM a:1 as c\n");
        row("behind a comment at the top", "FromAsCasing", "\xEF\xBB\xBF# a\nFROM a:1 as b\n",
            "\xEF\xBB\xBF# a\n# check=skip=FromAsCasing\nFROM a:1 as b\n");
    }
    void aRuleIsIgnoredAboveItsInstruction() {
        QFETCH(QString, rule);
        QFETCH(QString, before);
        QFETCH(QString, after);
        const Looked looked(before.toStdString());
        const std::string made = looked.with(looked.fixer().ignoreHere(looked.finding(rule.toStdString())));
        QCOMPARE(QString::fromStdString(made), after);
        QCOMPARE(Looked(made).findings().size() + 1, looked.findings().size());
    }

    void aRuleIsIgnoredInTheWholeFile_data() {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        const auto row = [](const char* title, const char* rule, const char* before, const char* after) {
            QTest::addRow("%s", title) << rule << before << after;
        };
        row("BuildKit's", "FromAsCasing", "FROM a:1 as b\nFROM a:1 as c\n",
            "# check=skip=FromAsCasing\nFROM a:1 as b\nFROM a:1 as c\n");
        row("below other directives", "FromAsCasing", "# escape=`\nFROM a:1 as b\n",
            "# escape=`\n# check=skip=FromAsCasing\nFROM a:1 as b\n");
        row("behind a line for the shell, where escape is no directive", "FromAsCasing",
            "#!/x\n# escape=`\nFROM a:1 as b\n", "#!/x\n# check=skip=FromAsCasing\n# escape=`\nFROM a:1 as b\n");
        row("with others", "FromAsCasing", "# check=error=true;skip=A,B ; experimental=C // why\nFROM a:1 as b\n",
            "# check=error=true;skip=A,B,FromAsCasing ; experimental=C // why\nFROM a:1 as b\n");
        row("with others, indented", "FromAsCasing", "  # check=skip=A\nFROM a:1 as b\n",
            "# check=skip=A,FromAsCasing\nFROM a:1 as b\n");
        row("where nothing is skipped yet", "FromAsCasing", "# check=error=false\nFROM a:1 as b\n",
            "# check=error=false;skip=FromAsCasing\nFROM a:1 as b\n");
        row("hadolint's", "DL3007", "FROM a:latest\nFROM b:latest\n",
            "# hadolint global ignore=DL3007\nFROM a:latest\nFROM b:latest\n");
        row("hadolint's, with others", "DL3007", "FROM a:latest\n# hadolint global ignore=DL3001\n",
            "FROM a:latest\n# hadolint global ignore=DL3001,DL3007\n");
        row("hadolint's, behind half a code", "DL3007", "FROM a:latest\n# hadolint global ignore=DL # 1\n",
            "FROM a:latest\n# hadolint global ignore=DL,DL3007 # 1\n");
    }
    void aRuleIsIgnoredInTheWholeFile() {
        QFETCH(QString, rule);
        QFETCH(QString, before);
        QFETCH(QString, after);
        const Looked looked(before.toStdString());
        const std::string made = looked.with(looked.fixer().ignoreInFile(looked.finding(rule.toStdString())));
        QCOMPARE(QString::fromStdString(made), after);
        QVERIFY(!Looked(made).names().contains(rule.toStdString()));
    }

    void aCommentThatWouldNotCountIsNotOffered() {
        const Looked looked("FROM a:latest\n", {.ignorePragmas = false});
        QVERIFY(!looked.fixer().ignoreHere(looked.finding("DL3007")));
        QVERIFY(!looked.fixer().ignoreInFile(looked.finding("DL3007")));
        // Both would have to stand next to the instruction.
        const Looked stages("# hadolint stage ignore=DL3011\nFROM a:latest\nEXPOSE 80000\nENV b c\n");
        QVERIFY(!stages.fixer().ignoreHere(stages.finding("DL3007")));
        const Looked elsewhere("FROM a:1\n# hadolint stage ignore=DL3011\nEXPOSE 80000\n");
        QVERIFY(elsewhere.fixer().ignoreHere(elsewhere.finding("DL3011")));
        const Looked wholeFile("FROM a:1\ncopy b /b\n");
        QVERIFY(!wholeFile.fixer().ignoreHere(wholeFile.finding("ConsistentInstructionCasing")));
        const Looked asked("# check=experimental=all\n# b\nARG x=1\nFROM a:1\n");
        QVERIFY(!asked.fixer().ignoreHere(asked.finding("InvalidDefinitionDescription")));
        QVERIFY(!asked.fixer().ignoreInFile(asked.finding("InvalidDefinitionDescription")));
    }

    void theConfigurationIsLengthenedAsItStands_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addRow("no file") << ""
                                 << "ignored:\n  - DL3007\n";
        QTest::addRow("another key") << "# ours\nstrict-labels: true"
                                     << "# ours\nstrict-labels: true\nignored:\n  - DL3007\n";
        QTest::addRow("a list") << "ignored:\n# a\n- DL3001 # b\n# c\nno-fail: true\n"
                                << "ignored:\n# a\n- DL3001 # b\n- DL3007\n# c\nno-fail: true\n";
        QTest::addRow("a deeper list, with Windows' line ends") << "ignored:\r\n    -   'DL3001'\r\n"
                                                                << "ignored:\r\n    -   'DL3001'\r\n    -   DL3007\r\n";
        QTest::addRow("a list in brackets") << "ignored: [ DL3001, \"SC1000\" ] # x\n"
                                            << "ignored: [ DL3001, \"SC1000\", DL3007 ] # x\n";
        QTest::addRow("empty brackets") << "ignored: []\n"
                                        << "ignored: [DL3007]\n";
        QTest::addRow("nothing") << "ignored:   # none\nno-fail: true\n"
                                 << "ignored:   # none\n  - DL3007\nno-fail: true\n";
        QTest::addRow("null") << "ignored: null # none\n"
                              << "ignored: [DL3007] # none\n";
        QTest::addRow("there already") << "ignored: [dl3007]\n"
                                       << "ignored: [dl3007]\n";
    }
    void theConfigurationIsLengthenedAsItStands() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        const std::string text = before.toStdString();
        const auto edits = checks::ignoreInConfiguration(text, ".hadolint.yaml", "DL3007");
        QVERIFY2(edits, edits ? "" : edits.error().message.c_str());
        QCOMPARE(QString::fromStdString(text::apply(text, *edits)), after);
    }
    void aConfigurationThatCantBeLengthenedIsLeft() {
        for (const char* text :
             {"{ignored: [DL3001]}\n", "ignored: 5\n", "ignored: [\n", "ignored:\n  - DL3001\n---\n"}) {
            const auto edits = checks::ignoreInConfiguration(text, ".hadolint.yaml", "DL3007");
            QVERIFY2(!edits || !edits->empty(), text);
        }
    }

    void manyFindingsAreMendedUntilNothingChanges() {
        const std::string text =
            "from debian:13 as Base\nRUN apt update\nRUN apt install curl\nRUN cd /x && make\nMAINTAINER me\n";
        const Looked looked(text);
        const checks::Mended all = checks::mendAll(looked.plan(), {}, {}, [](const checks::Finding&) { return true; });
        QCOMPARE(QString::fromStdString(text::apply(text, all.edits)),
                 QString("FROM debian:13 AS base\nRUN apt-get update \\\n    && apt-get install "
                         "--no-install-recommends -y curl \\\n    && rm -rf /var/lib/apt/lists/*\nRUN cd /x && "
                         "make\nLABEL org.opencontainers.image.authors=\"me\"\n"));
        QCOMPARE(all.perRule.at("UpdateApartFromInstall"), 1);
        QCOMPARE(all.perRule.at("DL3027"), 1);  // both stand in one RUN by then
        const checks::Mended one = checks::mendAll(
            looked.plan(), {}, {}, [](const checks::Finding& finding) { return finding.rule->name == "DL3027"; });
        QCOMPARE(one.count(), 2);
        QCOMPARE(QString::fromStdString(text::apply(text, one.edits)),
                 QString::fromStdString(text).replace("apt ", "apt-get "));
    }

    void aShellIsSetOnceForAllThatFollows() {
        const std::string shell = "SHELL [\"/bin/ash\", \"-o\", \"pipefail\", \"-c\"]\n",
                          runs = "RUN a | b\nRUN c | d\n";
        const std::string other = "SHELL [\"/bin/sh\", \"-c\"]\n";
        const std::string text = "FROM alpine:3\n" + runs + other + runs + "FROM alpine:3\n" + runs;
        const auto isPipe = [](const checks::Finding& finding) { return finding.rule->name == "DL4006"; };
        const checks::Mended all = checks::mendAll(Looked(text).plan(), {}, {}, isPipe);
        QCOMPARE(QString::fromStdString(text::apply(text, all.edits)),
                 QString::fromStdString("FROM alpine:3\n" + shell + runs + other + shell + runs + "FROM alpine:3\n" +
                                        shell + runs));
        QCOMPARE(all.perRule.at("DL4006"), 3);
    }

    void whatTakesAGuessIsMendedWhereItIsAskedFor() {
        const std::string text = "FROM --platform=linux/amd64 a:1\n";
        const Looked looked(text);
        const auto any = [](const checks::Finding&) { return true; };
        QVERIFY(checks::mendAll(looked.plan(), {}, {}, any).edits.empty());
        QCOMPARE(text::apply(text, checks::mendAll(looked.plan(), {}, {}, any, true).edits), std::string("FROM a:1\n"));
    }

    void everyFixHoldsOnEverySample() {
        std::vector<std::string> texts = sampleTexts();
        QVERIFY(!texts.empty());
        for (std::string& each : corpusTexts()) {
            texts.push_back(std::move(each));
        }
        for (const std::string& text : texts) {
            if (text.size() < 20'000) {
                tryAll(text);
            }
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }

    /// What is a matter of writing alone makes the same build.
    void fixesOfSpellingKeepTheMeaning() {
        static const std::set<std::string_view> kSpelling{
            "ConsistentInstructionCasing", "FromAsCasing", "StageNameCasing",     "NoEmptyContinuation",
            "RedundantTargetPlatform",     "DL3065",       "LegacyKeyValueFormat"};
        const checks::Settings settings{.everyRule = true};
        for (const std::vector<std::string>& texts : {sampleTexts(), corpusTexts()}) {
            for (const std::string& text : texts) {
                const Looked before(text, settings);
                if (text.size() > 20'000 || !errorsIn(before.plan()).empty()) {
                    continue;
                }
                for (const checks::Finding& finding : before.findings()) {
                    const auto fix =
                        kSpelling.contains(finding.rule->name) ? before.fixer().mend(finding) : std::nullopt;
                    if (fix && Meaning::of(before.with(fix)) != Meaning::of(text)) {
                        QFAIL((std::string(finding.rule->name) + " of:\n" + text + "\nmade:\n" + before.with(fix))
                                  .c_str());
                    }
                }
            }
        }
    }

    void everyFixHoldsOnChangedSamples() {
        const std::vector<std::string> samples = sampleTexts();
        for (unsigned seed = 0; seed < 600; ++seed) {
            std::string text = samples[seed % samples.size()];
            if (text.size() > 4'000) {
                continue;
            }
            TextMutator mutator(seed);
            for (unsigned i = 0; i <= seed % 7; ++i) {
                mutator.mutate(text);
            }
            tryAll(text);
            if (QTest::currentTestFailed()) {
                return;
            }
        }
    }
};

QTEST_GUILESS_MAIN(FixTest)
#include "fix_test.moc"
