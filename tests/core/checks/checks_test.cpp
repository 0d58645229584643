// Every rule's cases; what silences rules; what broken text does.
#include "cases.h"
#include "checks/fix.h"

#include "context/context_tree.h"
#include "text/say.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace slipway;

Q_DECLARE_METATYPE(const Case*)

namespace {

/// The context as a folder on disk has it; nothing where the case tells of no files.
std::optional<context::Survey> surveyed(const Case& given) {
    if (given.files.empty()) {
        return std::nullopt;
    }
    const QTemporaryDir folder;
    const std::string root = folder.path().toStdString();
    const auto make = [&](const std::string& path, std::uint64_t size, const std::string& text = {}) {
        const QFileInfo where(QString::fromStdString(root + '/' + path));
        QFile file(where.filePath());
        if (!QDir().mkpath(where.path()) || !file.open(QIODevice::WriteOnly) || file.write(text.c_str()) < 0 ||
            !file.resize(static_cast<qint64>(size))) {
            qFatal("%s can't be made", path.c_str());
        }
    };
    for (const auto& [path, size] : given.files) {
        make(path, size);
    }
    if (!given.dockerignore.empty()) {
        make(".dockerignore", given.dockerignore.size(), given.dockerignore);
    }
    const auto tree = context::ContextTree::open({.root = root, .ignore = *context::loadIgnore(root, {})});
    auto out = (*tree)->survey();
    out->ignoreFile = context::ignoreFileFor(root, {});
    return *out;
}

/// A case's text, planned.
class Planned {
public:
    explicit Planned(const Case& given) : Planned(given, given) {}
    /// With what builds left of the steps that `built` has.
    Planned(const Case& given, const Case& built) {
        plan::Options options;
        options.platform = *image::Platform::parse("linux/amd64");
        options.buildArgs = given.buildArgs;
        for (const auto& [name, config] : given.images) {
            m_bases[{name}].config = std::make_shared<const image::Config>(config);
        }
        if (auto ignore = context::Ignore::compile(context::readIgnoreFile(given.dockerignore))) {
            m_ignore = std::move(*ignore);
        }
        m_plan = plan::plan(dockerfile::SyntaxTree::parse(given.dockerfile), options, m_bases);
        m_settings = given.settings;
        const auto builtTree = dockerfile::SyntaxTree::parse(built.dockerfile);
        for (const plan::Step& step : plan::plan(builtTree, options, m_bases).steps) {
            if (const auto left = built.past.find(step.line); left != built.past.end()) {
                m_past.emplace(step.id, left->second);
            }
        }
        m_survey = surveyed(given);
    }
    [[nodiscard]] const plan::BuildPlan& plan() const { return m_plan; }
    [[nodiscard]] checks::Surroundings surroundings() const {
        return {.bases = &m_bases,
                .ignore = m_ignore ? &*m_ignore : nullptr,
                .past = &m_past,
                .context = m_survey ? &*m_survey : nullptr};
    }
    [[nodiscard]] const checks::Settings& settings() const { return m_settings; }
    [[nodiscard]] checks::CheckResult check() const { return checks::check(m_plan, surroundings(), m_settings); }
    [[nodiscard]] std::vector<checks::Finding> findings(std::string_view rule) const {
        std::vector<checks::Finding> out = check().findings;
        std::erase_if(out, [&](const checks::Finding& each) { return each.rule->name != rule; });
        return out;
    }
    [[nodiscard]] std::size_t errors() const {
        return static_cast<std::size_t>(
            std::ranges::count(m_plan.problems, dockerfile::Severity::Error, &plan::Problem::severity));
    }

private:
    plan::Bases m_bases;
    std::optional<context::Ignore> m_ignore;
    plan::Past m_past;
    std::optional<context::Survey> m_survey;
    plan::BuildPlan m_plan;
    checks::Settings m_settings;
};

/// Mends a case's findings one after the other, and looks at each text.
class Mending {
public:
    Mending(const Case& given, const std::string& rule) : m_first(given), m_now(given) {
        for (int i = 0; i < 100 && m_trouble.empty() && mendFirst(rule); ++i) {
        }
    }
    [[nodiscard]] const std::string& text() const { return m_now.dockerfile; }
    [[nodiscard]] const std::string& trouble() const { return m_trouble; }

private:
    bool mendFirst(const std::string& rule) {
        const Planned before(m_now, m_first);
        const checks::Fixer fixer(before.plan(), before.surroundings(), before.settings());
        const std::vector<checks::Finding> findings = before.findings(rule);
        for (const checks::Finding& finding : findings) {
            if (const auto fix = fixer.mend(finding)) {
                m_now.dockerfile = text::apply(m_now.dockerfile, fix->edits);
                const Planned after(m_now, m_first);
                if (!isMended(finding, findings, after.findings(rule))) {
                    m_trouble = "the finding is still there: " + m_now.dockerfile;
                } else if (after.errors() > before.errors()) {
                    m_trouble = "it can't be built now: " + m_now.dockerfile;
                } else if (fix->title.empty() || fix->title.ends_with('.')) {
                    m_trouble = "title: " + fix->title;
                }
                return true;
            }
        }
        return false;
    }

    /// Of an instruction's labels those are mended that can be: then the others are found, and no longer this.
    static bool isMended(const checks::Finding& finding, const std::vector<checks::Finding>& before,
                         const std::vector<checks::Finding>& after) {
        const bool isPart = finding.rule->name == "DL3048" && after.size() == before.size() &&
                            !std::ranges::contains(after, finding.message, &checks::Finding::message);
        return after.size() < before.size() || isPart;
    }

    const Case m_first;
    Case m_now;
    std::string m_trouble;
};

checks::CheckResult checked(const Case& given) { return Planned(given).check(); }

std::vector<std::string> rulesIn(const std::string& dockerfile) {
    std::vector<std::string> out;
    for (const checks::Finding& finding : checked({"", dockerfile, {}}).findings) {
        out.emplace_back(finding.rule->name);
    }
    return out;
}

}  // namespace

class ChecksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRuleFindsWhatItsCasesSay_data() {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<const Case*>("given");
        for (const Cases* rule : Cases::all()) {
            for (const Case& one : rule->cases) {
                QTest::addRow("%s: %s", rule->rule, one.title) << QString::fromUtf8(rule->rule) << &one;
            }
        }
    }
    void aRuleFindsWhatItsCasesSay() {
        QFETCH(QString, rule);
        QFETCH(const Case*, given);
        Case one = *given;
        one.settings.family = checks::ruleNamed(rule.toStdString())->family;
        one.settings.everyRule = true;
        std::vector<checks::Finding> found = checked(one).findings;
        std::erase_if(found, [&](const checks::Finding& each) { return each.rule->name != rule.toStdString(); });
        for (std::size_t i = 0; i < std::max(found.size(), given->found.size()); ++i) {
            QVERIFY2(i < given->found.size(), i < found.size() ? found[i].message.c_str() : "");
            QVERIFY2(i < found.size(), given->found[i].message.c_str());
            QCOMPARE(found[i].message, given->found[i].message);
            QCOMPARE(found[i].line, given->found[i].line);
            QVERIFY(!found[i].range.empty());
            QCOMPARE(found[i].path.ends_with("/.dockerignore"), given->found[i].inDockerignore);
            const std::string& text = found[i].path.empty() ? given->dockerfile : given->dockerignore;
            QVERIFY(found[i].range.end <= text.size());
            const std::uint32_t line = text::LineIndex(text).line(found[i].range.begin);
            QVERIFY(found[i].line <= line && line <= found[i].endLine);
        }
    }

    void aRulesFixesMendWhatItFinds_data() { aRuleFindsWhatItsCasesSay_data(); }
    void aRulesFixesMendWhatItFinds() {
        QFETCH(QString, rule);
        QFETCH(const Case*, given);
        Case one = *given;
        one.settings.family = checks::ruleNamed(rule.toStdString())->family;
        one.settings.everyRule = true;
        const Mending all(one, rule.toStdString());
        QVERIFY2(all.trouble().empty(), all.trouble().c_str());
        if (!given->mended.empty()) {
            QCOMPARE(all.text(), given->mended);
        }
    }

    void aFixIsTheSameInEveryLanguage_data() { aRuleFindsWhatItsCasesSay_data(); }
    void aFixIsTheSameInEveryLanguage() {
        QFETCH(QString, rule);
        QFETCH(const Case*, given);
        Case one = *given;
        one.settings.family = checks::ruleNamed(rule.toStdString())->family;
        one.settings.everyRule = true;
        const std::string english = Mending(one, rule.toStdString()).text();
        text::speakWith([](std::string_view words) { return "'" + std::string(words); });
        const std::string other = Mending(one, rule.toStdString()).text();
        text::speakWith(nullptr);
        QCOMPARE(other, english);
    }

    void everyRuleHasCasesAndWords() {
        for (const checks::Rule* rule : checks::rules()) {
            const auto has = [&](const Cases* cases) { return cases->rule == rule->name; };
            QVERIFY2(std::ranges::any_of(Cases::all(), has), std::string(rule->name).c_str());
            QVERIFY(!rule->description.empty() && !rule->explanation.empty());
            QCOMPARE(checks::ruleNamed(rule->name), rule);
        }
        QCOMPARE(checks::ruleNamed("stagenamecasing")->name, std::string_view("StageNameCasing"));
        QVERIFY(!checks::ruleNamed("NoSuchRule"));
    }

    void theContextIsAskedForWhereARuleReadsIt() {
        const auto isAsked = [](const Case& given) {
            const Planned planned(given);
            return checks::readsContext(planned.plan(), planned.surroundings(), planned.settings());
        };
        const std::string copy = "FROM a\nCOPY . /x\n", mount = "FROM a\nRUN --mount=target=/x make\n";
        QVERIFY(isAsked({"", copy, {}}) && isAsked({"", mount, {}}));
        QVERIFY(isAsked({"", "FROM a\nRUN make\n", {}, "*.pyc\n"}));
        QVERIFY(!isAsked({"", "FROM a\nRUN make\nCOPY --from=b /x /x\n", {}}));
        QVERIFY(!isAsked({"", "# check=skip=all\n" + copy, {}}));
        Case given{"", copy, {}};
        given.settings.only = {"DL3007"};
        QVERIFY(!isAsked(given));
        given.settings.only = {"oversizedcontext"};
        QVERIFY(isAsked(given));
        given.settings.ignored = {"OversizedContext"};
        QVERIFY(!isAsked(given));
    }
    void whoDoesNotAskForTheContextFindsTheSameWithoutIt() {
        for (const Cases* cases : Cases::all()) {
            for (const Case& each : cases->cases) {
                const Planned planned(each);
                checks::Surroundings around = planned.surroundings();
                if (around.context && !checks::readsContext(planned.plan(), around, planned.settings())) {
                    const auto found = checks::check(planned.plan(), around, planned.settings()).findings.size();
                    around.context = nullptr;
                    const auto without = checks::check(planned.plan(), around, planned.settings()).findings.size();
                    QVERIFY2(found == without, each.title);
                }
            }
        }
        // And who says it doesn't read it, doesn't.
        for (const Cases* cases : Cases::all()) {
            const bool tellsOfFiles =
                std::ranges::any_of(cases->cases, [](const Case& each) { return !each.files.empty(); });
            QVERIFY2(!tellsOfFiles || checks::ruleNamed(cases->rule)->readsContext, cases->rule);
        }
    }

    void theTopOfTheFileSilencesRules() {
        const std::string text = "FROM scratch as base\nCOPY a /a\ncopy b /b\n";
        QCOMPARE(rulesIn(text), (std::vector<std::string>{"FromAsCasing", "ConsistentInstructionCasing"}));
        QCOMPARE(rulesIn("# check=skip=FromAsCasing\n" + text),
                 (std::vector<std::string>{"ConsistentInstructionCasing"}));
        QCOMPARE(rulesIn("# check=skip=FromAsCasing,ConsistentInstructionCasing\n" + text), std::vector<std::string>());
        QVERIFY(!rulesIn(" # check=skip=all\n" + text).empty());
        // BuildKit compares the names exactly, and reads no further than a blank.
        for (const char* value : {"skip=fromascasing", "skip=StageNameCasing, FromAsCasing", "skip=All",
                                  "skip=FromAsCasing;skip=StageNameCasing", "skip=StageNameCasing,all"})
            QVERIFY(std::ranges::contains(rulesIn(std::string("# check=") + value + "\n" + text), "FromAsCasing"));
        QCOMPARE(rulesIn("#check=skip=all\n" + text), std::vector<std::string>());
    }

    void slipwaysOwnAreSilencedLikeBuildKits() {
        const std::string text = "FROM scratch AS one\nFROM scratch AS two\nFROM scratch\n";
        QCOMPARE(rulesIn(text), (std::vector<std::string>{"UnusedStage", "UnusedStage"}));
        QCOMPARE(rulesIn("# check=skip=UnusedStage\n" + text), std::vector<std::string>());
        QCOMPARE(rulesIn("# check=skip=all\n" + text), std::vector<std::string>());
        QCOMPARE(rulesIn("# for now\n# check=skip=unusedstage\n" + text), (std::vector<std::string>{"UnusedStage"}));
        Case given{"", text, {}};
        given.settings.ignored = {"UnusedStage"};
        QVERIFY(checked(given).findings.empty());
        given.settings = {.severities = {{"UnusedStage", checks::Severity::Error}}};
        QCOMPARE(checked(given).findings.at(0).severity, checks::Severity::Error);
    }

    // The comment's line counts in the Dockerfile alone.
    void whatIsAboutDockerignoreIsSilencedAtTheTop() {
        Case given{"", "FROM scratch\n# check=skip=UnmatchedIgnorePattern\nCOPY a /a\n", {}};
        given.dockerignore = "one\ntwo\nthree\n";
        given.files = {{"a", 1}};
        const auto found = checked(given).findings;
        QCOMPARE(found.size(), std::size_t{3});
        QCOMPARE(found[2].line, 3U);
        QVERIFY(found[2].path.ends_with("/.dockerignore"));
        given.dockerfile = "# check=skip=UnmatchedIgnorePattern\n" + given.dockerfile;
        QVERIFY(checked(given).findings.empty());
    }

    void aCommentAboveAnInstructionSilencesItAlone() {
        const std::string text =
            "FROM scratch\n# check=skip=MaintainerDeprecated // we keep it\nMAINTAINER me\nMAINTAINER you\n";
        const auto found = checked({"", text, {}}).findings;
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].rule->name, std::string_view("MaintainerDeprecated"));
        QCOMPARE(found[0].line, 4U);
    }

    void ofTheCommentsAboveAnInstructionTheFirstForTheChecksCounts() {
        const auto isSilenced = [](const std::string& comments) {
            return !std::ranges::contains(rulesIn("FROM scratch\n" + comments + "MAINTAINER me\n"),
                                          "MaintainerDeprecated");
        };
        for (const char* comments :
             {"# check=skip=MaintainerDeprecated\n", "# check=skip=MaintainerDeprecated\n\n# we keep it\n",
              "# CHECK = skip=MaintainerDeprecated // we keep it\n", "# check=skip=all\n# check=skip=A\n"})
            QVERIFY2(isSilenced(comments), comments);
        for (const char* comments :
             {"# check=skip=MaintainerDeprecated\n#\n", "  # check=skip=MaintainerDeprecated\n",
              "# check=skip=MaintainerDeprecated;foo=1\n", "# check=skip=A\n# check=skip=MaintainerDeprecated\n",
              "# check=skip=A, MaintainerDeprecated\n"})
            QVERIFY2(!isSilenced(comments), comments);
    }

    void rulesOfTheWholeFileAreSilencedAtItsTopAlone() {
        const std::string text = "FROM scratch AS base\n# check=skip=all\nFROM scratch AS context\nCOPY a /\n";
        QVERIFY(std::ranges::contains(rulesIn(text), "ReservedStageName"));
        QVERIFY(!std::ranges::contains(rulesIn("# check=skip=ReservedStageName\n" + text), "ReservedStageName"));
    }

    void aFileMayAskForFindingsToFailTheBuild() {
        QVERIFY(checked({"", "# check=error=true\nFROM scratch\n", {}}).error);
        QVERIFY(!checked({"", "# check=skip=all\nFROM scratch\n", {}}).error);
    }

    void aBuildArgumentStandsInForTheFilesOwnDirective() {
        const auto foundWith = [](const std::string& options, const std::string& directive) {
            return checked({"", directive + "FROM scratch as A\n", {}, {}, {{"BUILDKIT_DOCKERFILE_CHECK", options}}});
        };
        const auto has = [](const checks::CheckResult& result, std::string_view rule) {
            return std::ranges::contains(result.findings, rule,
                                         [](const checks::Finding& finding) { return finding.rule->name; });
        };
        const auto one = foundWith(" skip = StageNameCasing , X ; error = true ", "");
        QVERIFY(!has(one, "StageNameCasing"));
        QVERIFY(has(one, "FromAsCasing"));
        QVERIFY(one.error);
        const auto other = foundWith("skip=FromAsCasing", "# check=skip=StageNameCasing;error=true\n");
        QVERIFY(has(other, "StageNameCasing"));
        QVERIFY(!has(other, "FromAsCasing"));
        QVERIFY(!other.error);
        QVERIFY(!foundWith("", "# check=error=true\n").error);
    }

    void aPragmaSilencesTheNextLineItsStageOrTheFile_data() {
        QTest::addColumn<QString>("pragma");
        QTest::addColumn<QString>("lines");
        QTest::addRow("the instruction below") << "# hadolint ignore=DL3007,DL3011"
                                               << "4 5";
        QTest::addRow("with blanks and a reason") << "#hadolint  ignore = DL3011 , DL3007  # for now"
                                                  << "4 5";
        QTest::addRow("not of other rules") << "# hadolint ignore=DL3011"
                                            << "2 4 5";
        QTest::addRow("with a code that is no rule's") << "# hadolint ignore=DL3007,DL30"
                                                       << "4 5";
        QTest::addRow("not with what is no code") << "# hadolint ignore=DL3007,DX30"
                                                  << "2 4 5";
        QTest::addRow("not with words behind it") << "# hadolint ignore=DL3007 for now"
                                                  << "2 4 5";
        QTest::addRow("not of another tool") << "# hadolintignore=DL3007"
                                             << "2 4 5";
        QTest::addRow("its stage, from FROM to FROM") << "# hadolint stage ignore=DL3011,DL3007"
                                                      << "5";
        QTest::addRow("the file") << "# hadolint global ignore=DL3011,DL3007"
                                  << "";
    }
    void aPragmaSilencesTheNextLineItsStageOrTheFile() {
        QFETCH(QString, pragma);
        QFETCH(QString, lines);
        Case given{"", pragma.toStdString(), {}};
        given.dockerfile += "\nFROM a:latest\n# hadolint ignore=DL3002\nEXPOSE 70000\nFROM b:latest\n";
        given.settings.family = checks::Family::Hadolint;
        QStringList found;
        for (const checks::Finding& finding : checked(given).findings) {
            found << QString::number(finding.line);
        }
        QCOMPARE(found.join(' '), lines);
        given.settings.ignorePragmas = false;
        QCOMPARE(checked(given).findings.size(), std::size_t{3});
    }

    void aPragmaIsForTheLineBelowAlone() {
        QCOMPARE(rulesIn("# hadolint ignore=DL3007\n\nFROM a:latest\n"), std::vector<std::string>{"DL3007"});
        QCOMPARE(rulesIn("FROM scratch\n# hadolint ignore=DL3011\nONBUILD EXPOSE \\\n 70000\n"),
                 std::vector<std::string>());
    }

    void aPragmaForTheStageStandsDirectlyAboveItsFrom() {
        const auto lines = [](const std::string& text) {
            Case given{"", text, {}};
            given.settings.only = {"DL3007", "DL3011"};
            std::vector<std::uint32_t> out;
            for (const checks::Finding& finding : checked(given).findings) {
                out.push_back(finding.line);
            }
            return out;
        };
        using Lines = std::vector<std::uint32_t>;
        const std::string port = "ONBUILD EXPOSE 70000\n", pragma = "# hadolint stage ignore=DL3011\n";
        QCOMPARE(lines(pragma + "FROM scratch\n" + port + "FROM scratch\n" + port), Lines{5});
        QCOMPARE(lines("FROM scratch\n" + port + pragma + "FROM scratch\n" + port), Lines{2});
        QCOMPARE(lines("# hadolint stage ignore=DL3007\nFROM a:latest\nUSER b\nFROM b:latest\n"), Lines{4});
        QCOMPARE(lines("FROM scratch\n" + pragma + "RUN a\n" + port), Lines{4});
        QCOMPARE(lines(pragma + "RUN a\n" + port), Lines{3});
        QCOMPARE(lines(pragma + "\nFROM scratch\n" + port), Lines{4});
        QCOMPARE(lines(pragma + "FROM scratch\n# hadolint stage ignore=DL3000\n\n" + port), Lines());
    }

    void settingsChooseRulesAndSeverities() {
        Case given{"", "FROM a:latest\nWORKDIR app\nWORKDIR app\n", {}};
        const auto found = [&] {
            std::string out;
            for (const checks::Finding& finding : checked(given).findings) {
                out += std::string(finding.rule->name) + ":" + std::to_string(static_cast<int>(finding.severity)) + " ";
            }
            return out;
        };
        QCOMPARE(found(), std::string("DL3007:1 WorkdirRelativePath:0 DL3000:0 "));
        given.settings.ignored = {"dl3007", "workdirrelativepath"};
        QCOMPARE(found(), std::string("DL3000:0 "));
        given.settings.severities = {{"DL3000", checks::Severity::Style}, {"DL3057", checks::Severity::Info}};
        QCOMPARE(found(), std::string("DL3057:2 DL3000:3 "));
        given.settings.only = {"DL1001", "DL3057", "DL3007"};
        QCOMPARE(found(), std::string("DL3057:2 "));
        given.settings = {};
        given.settings.only = {"DL3057"};
        QCOMPARE(found(), std::string("DL3057:1 "));
    }

    void aFamilyMayBeLookedAtAlone() {
        Case given{"", "FROM scratch\nWORKDIR app\n", {}};
        given.settings.family = checks::Family::Hadolint;
        const auto found = checked(given).findings;
        QCOMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].rule->name, std::string_view("DL3000"));
        QCOMPARE(found[0].severity, checks::Severity::Error);
    }

    void ofTwoRulesThatSayTheSameOneIsRead() {
        QCOMPARE(rulesIn("FROM scratch\nMAINTAINER me\nWORKDIR app\nWORKDIR deeper\n"),
                 (std::vector<std::string>{"MaintainerDeprecated", "WorkdirRelativePath", "DL3000"}));
        // BuildKit points at the one that does nothing, hadolint at the one that takes its place.
        QCOMPARE(rulesIn("FROM scratch\nCMD [\"a\"]\nCMD [\"b\"]\n"),
                 (std::vector<std::string>{"MultipleInstructionsDisallowed"}));
        // It is the worse of the two: hadolint calls this an error.
        const checks::Finding shown = checked({"", "FROM scratch\nMAINTAINER me\n", {}}).findings.at(0);
        QCOMPARE(shown.severity, checks::Severity::Error);
        for (const checks::Rule* rule : checks::rules()) {
            QVERIFY2(rule->twin.empty() || checks::ruleNamed(rule->twin), std::string(rule->name).c_str());
        }
    }

    void ofSeveralInOneInstructionWhatTheTwinLeavesIsOneFinding() {
        const std::string text = "FROM scratch\nENV DB_PASSWORD=a DB_USERNAME=b API_USERNAME=c\n";
        const auto found = checked({"", text, {}}).findings;
        QCOMPARE(found.size(), std::size_t{2});
        QCOMPARE(found[0].message,
                 std::string("DB_USERNAME sounds like a secret, and would stay in the image (1 more like it here)"));
        QCOMPARE(found[0].range.of(text), std::string_view("DB_USERNAME"));
        QCOMPARE(found[1].rule->name, std::string_view("SecretsUsedInArgOrEnv"));
        QCOMPARE(rulesIn("FROM scratch\n# hadolint ignore=DL3064\nENV A_TOKEN=a B_USERNAME=b C_TOKEN=c\n"),
                 std::vector<std::string>());
    }

    void whatSilencesOneOfTwoThatSayTheSameSilencesBoth() {
        const std::vector<std::string> none;
        for (const char* comment : {"# check=skip=MaintainerDeprecated\n", "# hadolint ignore=DL4000\n"}) {
            QCOMPARE(rulesIn("FROM scratch\n" + std::string(comment) + "MAINTAINER me\n"), none);
            QCOMPARE(rulesIn("FROM scratch\n" + std::string(comment) + "MAINTAINER me\nMAINTAINER you\n"),
                     (std::vector<std::string>{"MaintainerDeprecated"}));
        }
        QCOMPARE(rulesIn("# check=skip=MaintainerDeprecated\nFROM scratch\nMAINTAINER me\n"), none);
        QCOMPARE(rulesIn("# hadolint global ignore=DL4000\nFROM scratch\nMAINTAINER me\n"), none);
        // The one that is not asked for, too, and where it stands at another line.
        Case given{"", "FROM scratch\n# check=skip=MaintainerDeprecated\nMAINTAINER me\n", {}};
        given.settings.only = {"DL4000"};
        QVERIFY(checked(given).findings.empty());
        given.dockerfile = "FROM scratch\nCMD [\"a\"]\n# hadolint ignore=DL4003\nCMD [\"b\"]\nCMD [\"c\"]\n";
        given.settings = {};
        QCOMPARE(checked(given).findings.size(), std::size_t{1});
        QCOMPARE(checked(given).findings[0].line, 4U);
        for (const char* ignored : {"MaintainerDeprecated", "DL4000"}) {
            given.dockerfile = "FROM scratch\nMAINTAINER me\n";
            given.settings.ignored = {ignored};
            QVERIFY(checked(given).findings.empty());
        }
        // What only one of them finds stays with it.
        QCOMPARE(rulesIn("# check=skip=WorkdirRelativePath\nFROM scratch\nWORKDIR app\nWORKDIR deeper\n"),
                 (std::vector<std::string>{"DL3000"}));
    }

    void whatCannotBeBuiltHasItsCodesToo() {
        QCOMPARE(rulesIn("FROM scratch\nONBUILD FROM a\nEXPOSE 80000\n"),
                 (std::vector<std::string>{"DL3043", "DL3011"}));
        QCOMPARE(rulesIn("FROM scratch AS a\nCOPY --from=a b /c\n"), (std::vector<std::string>{"DL3023"}));
        QCOMPARE(rulesIn("USER me\nFROM scratch\n"), (std::vector<std::string>{"DL3061"}));
    }

    void whatABuildDoesNotReachItDoesNotCheck() {
        const auto tree = dockerfile::SyntaxTree::parse("FROM scratch AS one\nCMD run\nFROM scratch AS two\nCMD run\n");
        const plan::BuildPlan made = plan::plan(tree, {}, {});
        const checks::Settings settings{.family = checks::Family::BuildKit};
        QCOMPARE(checks::check(made, {}, settings).findings.size(), std::size_t{2});
        const auto reached = checks::check(made, {}, settings, checks::Scope::ReachedStages).findings;
        QCOMPARE(reached.size(), std::size_t{1});
        QCOMPARE(reached[0].line, 4U);
    }

    // As BuildKit says it: at the FROM, where the base's ONBUILDs run.
    void whatABaseBringsIsCheckedWhereItIsBrought() {
        const auto found = [](const std::string& text, std::vector<std::string> onbuild = {}) {
            Case given{"", text, {}};
            given.dockerignore = "*.log\n";
            given.settings.family = checks::Family::BuildKit;
            given.images["image"].onbuild = std::move(onbuild);
            given.images["image"].platform = *image::Platform::parse("linux/amd64");
            const Planned planned(given);
            const checks::Fixer fixer(planned.plan(), planned.surroundings(), planned.settings());
            std::string out;
            for (const checks::Finding& finding : planned.check().findings) {
                out += (out.empty() ? "" : " ") + std::string(finding.rule->name) + ':' + std::to_string(finding.line);
                out += fixer.mend(finding) ? "!" : "";
            }
            return out;
        };
        QCOMPARE(found("FROM scratch AS base\nONBUILD CMD run\nFROM base\n"), std::string("JSONArgsRecommended:3"));
        QCOMPARE(found("FROM scratch AS base\nONBUILD ENV key 1\nFROM base:3\nFROM base\n"),
                 std::string("LegacyKeyValueFormat:4 SecretsUsedInArgOrEnv:4"));
        QCOMPARE(found("FROM scratch AS base\nONBUILD CMD [\"a\"]\nFROM base\nRUN b\nCMD [\"c\"]\n"),
                 std::string("MultipleInstructionsDisallowed:3"));
        QCOMPARE(found("FROM image\n", {"WORKDIR app", "EXPOSE 80:80", "COPY $file x.log <<E /\nE"}),
                 std::string("CopyIgnoredFile:1 ExposeInvalidFormat:1 WorkdirRelativePath:1 UndefinedVar:1"));
        // What it sets up counts for the stage.
        const std::string base = "FROM scratch AS base\nONBUILD WORKDIR /app\nONBUILD SHELL [\"sh\"]\n";
        QCOMPARE(found(base + "FROM base\nWORKDIR deeper\nCMD run\n"), std::string());
        QCOMPARE(found(base + "FROM base AS next\nFROM next\nWORKDIR deeper\nCMD run\n"), std::string());
        QCOMPARE(found(base + "WORKDIR deeper\n"), std::string("WorkdirRelativePath:4!"));
    }

    // Where the time grows with the square of the lines, these don't end before the test's time is up.
    void longFilesAreCheckedLineByLine() {
        Case given{"", "FROM scratch\n", {}};
        for (int i = 0; i < 200000; ++i) {
            given.dockerfile += "MAINTAINER me\nCOPY " + std::to_string(i) + ".tar /\nRUN tar xf x.tar\n";
        }
        given.settings.only = {"DL3010", "DL4000", "MaintainerDeprecated"};
        QCOMPARE(checked(given).findings.size(), std::size_t{200000});
    }

    void aLongFilesFindingsStandInItsOrder() {
        Case given{"", "FROM scratch\nSHELL [\"cmd\"]\nRUN sudo a\nSHELL [\"bash\", \"-c\"]\n", {}};
        for (int i = 0; i < 10000; ++i) {
            given.dockerfile += "RUN cd /tmp\nRUN sudo true; top\n";
        }
        given.settings.only = {"DL3001", "DL3003", "DL3004"};
        const auto found = checked(given).findings;
        QCOMPARE(found.size(), std::size_t{30000});
        QVERIFY(std::ranges::is_sorted(found, {}, &checks::Finding::line));
        for (std::uint32_t i = 0; i < 10000; ++i) {
            QCOMPARE(found[3 * std::size_t{i}].rule->name, std::string_view("DL3003"));
            QCOMPARE(found[3 * std::size_t{i}].line, 2 * i + 5);
            QCOMPARE(found[3 * std::size_t{i} + 2].line, 2 * i + 6);
        }
    }

    void halfTypedTextIsCheckedAsFarAsItGoes() {
        for (const char* text :
             {"", "FROM", "FROM \\", "FROM a AS", "ENV", "FROM x\nENV a", "FROM x\nCOPY <<E", "CMD x", "FROM x\nEXPOSE",
              "FROM x\nONBUILD", "FROM $\nWORKDIR", "\xff\xfe", "FROM x\nWORKDIR a\0b", "FROM x\nWORKDIR \"\""}) {
            static_cast<void>(checked({"", text, {}}));
        }
        QCOMPARE(rulesIn("FROM scratch\nCOPY\nMAINTAINER me\n"), (std::vector<std::string>{"MaintainerDeprecated"}));
    }

    void anArrayThatIsNoneIsThatAlone() {
        const std::string text = "FROM scratch\nCMD ['a']\nHEALTHCHECK CMD ['b']\nENTRYPOINT c\n";
        QCOMPARE(rulesIn(text),
                 (std::vector<std::string>{"BrokenJsonArray", "BrokenJsonArray", "JSONArgsRecommended"}));
        // Where nobody hears of that, the others say what they say of any text.
        QCOMPARE(rulesIn("# check=skip=BrokenJsonArray\n" + text),
                 (std::vector<std::string>{"JSONArgsRecommended", "DL3025", "JSONArgsRecommended"}));
        Case given{"", text, {}};
        given.settings.only = {"DL3025"};
        QCOMPARE(checked(given).findings.size(), std::size_t{3});
        // It is as bad as the worst of them.
        given.settings.only = {};
        given.settings.severities["DL3025"] = checks::Severity::Error;
        QCOMPARE(checked(given).findings.at(0).rule->name, "BrokenJsonArray");
        QCOMPARE(checked(given).findings.at(0).severity, checks::Severity::Error);
    }
};

QTEST_APPLESS_MAIN(ChecksTest)
#include "checks_test.moc"
