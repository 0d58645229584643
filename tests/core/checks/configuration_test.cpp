// hadolint's configuration file: what it says, where it is, what is wrong with it.
#include "checks/configuration.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

using namespace slipway::checks;

class ConfigurationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySettingIsRead() {
        const auto read = readConfiguration(R"(failure-threshold: warning
format: sarif
ignored:
  - DL3000
  - SC1010
label-schema:
  author: text
  contact: email
  created: rfc3339
  version: semver
  documentation: url
  git-revision: hash
  license: spdx
no-color: true
no-fail: true
override:
  error: [DL3001, DL3002]
  warning:
    - DL3042
  info: []
  style: [DL3015]
strict-labels: true
disable-ignore-pragma: true
trustedRegistries:
  - docker.io
  - "*.gcr.io"
)",
                                            ".hadolint.yaml");
        QVERIFY2(read, read ? "" : read.error().describe().c_str());
        QCOMPARE(read->failureThreshold, std::optional(Severity::Warning));
        QVERIFY(read->noFail && read->notes.empty());
        const Settings& settings = read->settings;
        QCOMPARE(settings.ignored, (RuleNames{"DL3000", "SC1010"}));
        QCOMPARE(settings.severities.size(), std::size_t{4});
        QCOMPARE(settings.severities.at("dl3002"), Severity::Error);
        QCOMPARE(settings.severities.at("DL3042"), Severity::Warning);
        QCOMPARE(settings.severities.at("DL3015"), Severity::Style);
        QCOMPARE(settings.labels.size(), std::size_t{7});
        QCOMPARE(settings.labels.at("git-revision"), LabelFormat::Hash);
        QCOMPARE(settings.labels.at("contact"), LabelFormat::Email);
        QVERIFY(settings.strictLabels && !settings.ignorePragmas);
        QCOMPARE(settings.trustedRegistries, (std::vector<std::string>{"docker.io", "*.gcr.io"}));
    }

    void littleIsEnough() {
        QVERIFY(readConfiguration("", "x"));
        QVERIFY(readConfiguration("# nothing yet\nignored:\noverride:\nlabel-schema:\n", "x"));
        QCOMPARE(readConfiguration("trustedRegistries: docker.io", "x")->settings.trustedRegistries,
                 std::vector<std::string>{"docker.io"});
        QCOMPARE(readConfiguration("failure-threshold: none", "x")->failureThreshold, std::optional(Severity::Style));
        QCOMPARE(readConfiguration("label-schema:\n  a: \"\"\n", "x")->settings.labels.at("a"), LabelFormat::Text);
        QVERIFY(readConfiguration("{\"ignored\": [\"DL3000\"]}", "x")->settings.ignored.contains("DL3000"));
    }

    void olderFilesAreReadToo() {
        const auto read =
            readConfiguration("trusted-registries:\n  - docker.io\noutput-format: tty\nverbose: true\n", "x");
        QVERIFY(read && read->notes.empty());
        QCOMPARE(read->settings.trustedRegistries, std::vector<std::string>{"docker.io"});
    }

    void whatNothingReadsIsNoted() {
        const auto read = readConfiguration("no-fail: true\nignore:\n  - DL3000\n", "conf.yml");
        QVERIFY(read && read->noFail);
        QCOMPARE(read->notes.size(), std::size_t{1});
        QCOMPARE(read->notes[0].describe(), std::string("conf.yml:2:1: No setting is named ignore."));
    }

    void aBrokenFileIsAnErrorWithItsPlace_data() {
        QTest::addColumn<QString>("yaml");
        QTest::addColumn<QString>("error");
        QTest::addRow("no YAML") << "ignored:\n  - DL3000\n - x: [\n"
                                 << "c:3:2: This is no YAML: ";
        QTest::addRow("an open list") << "ignored: [DL3000\n"
                                      << "c:2:1: This is no YAML: ";
        QTest::addRow("behind letters beyond ASCII") << "ignored: [\"é\", {}]\n"
                                                     << "c:1:17: An item of ignored is one word.";
        QTest::addRow("a list") << "- DL3000\n"
                                << "c:1:1: The configuration is a list of \"key: value\".";
        QTest::addRow("a word for a list") << "ignored: DL3000\n"
                                           << "c:1:10: ignored is a list: ";
        QTest::addRow("a severity") << "override:\n  fatal: [DL3000]\n"
                                    << "c:2:3: A severity is error, warning, info or style, not fatal.";
        QTest::addRow("a threshold") << "failure-threshold: all\n"
                                     << "c:1:20: failure-threshold is ";
        QTest::addRow("a format") << "label-schema:\n  a: number\n"
                                  << "c:2:6: The format of label a is one of ";
        QTest::addRow("yes or no") << "no-fail: perhaps\n"
                                   << "c:1:10: no-fail is true or false.";
        QTest::addRow("deep") << QString("[").repeated(100000) << "c:";
        QTest::addRow("an alias to nothing") << "ignored: *x\n"
                                             << "c:1:10: This is no YAML: ";
    }
    void aBrokenFileIsAnErrorWithItsPlace() {
        QFETCH(QString, yaml);
        QFETCH(QString, error);
        const auto read = readConfiguration(yaml.toStdString(), "c");
        QVERIFY(!read);
        const std::string said = read.error().describe();
        QVERIFY2(said.starts_with(error.toStdString()), said.c_str());
    }

    void theProjectsOwnComesFirstThenTheUsers() {
        const auto environment = [](const char* name) -> std::optional<std::string> {
            const std::string wanted = name;
            return wanted == "HOME"              ? std::optional<std::string>("/home/me")
                   : wanted == "XDG_CONFIG_HOME" ? std::optional<std::string>("/conf")
                                                 : std::nullopt;
        };
        const std::vector<std::string> expected = {"/p/.hadolint.yaml",
                                                   "/p/.hadolint.yml",
                                                   "/w/.hadolint.yaml",
                                                   "/w/.hadolint.yml",
                                                   "/conf/hadolint.yaml",
                                                   "/conf/hadolint.yml",
                                                   "/home/me/.config/hadolint.yaml",
                                                   "/home/me/.config/hadolint.yml",
                                                   "/home/me/.hadolint/hadolint.yaml",
                                                   "/home/me/.hadolint/hadolint.yml",
                                                   "/home/me/.hadolint/config.yaml",
                                                   "/home/me/.hadolint/config.yml",
                                                   "/home/me/hadolint/config.yaml",
                                                   "/home/me/hadolint/config.yml",
                                                   "/home/me/.hadolint.yaml",
                                                   "/home/me/.hadolint.yml"};
        QCOMPARE(configurationPaths("/p", "/w", environment), expected);
        QCOMPARE(configurationPaths("/p", "/p", [](const char*) { return std::nullopt; }),
                 (std::vector<std::string>{"/p/.hadolint.yaml", "/p/.hadolint.yml"}));
    }

    void theEnvironmentAddsToIt() {
        std::map<std::string, std::string> variables = {{"HADOLINT_IGNORE", "DL3001, SC2086,"},
                                                        {"HADOLINT_OVERRIDE_ERROR", "DL3002"},
                                                        {"HADOLINT_OVERRIDE_STYLE", "DL3002,DL3003"},
                                                        {"HADOLINT_TRUSTED_REGISTRIES", "a.com"},
                                                        {"HADOLINT_ALLOWED_REGISTRIES", "*.c.com, d.com"},
                                                        {"HADOLINT_REQUIRE_LABELS", "me:email,note:,none:number"},
                                                        {"HADOLINT_STRICT_LABELS", "Yes"},
                                                        {"HADOLINT_DISABLE_IGNORE_PRAGMA", "1"},
                                                        {"HADOLINT_NOFAIL", "off"},
                                                        {"HADOLINT_FAILURE_THRESHOLD", "error"}};
        const auto environment = [&](const char* name) {
            const auto found = variables.find(name);
            return found == variables.end() ? std::nullopt : std::optional(found->second);
        };
        Configuration made = *readConfiguration(
            "ignored: [DL3000]\ntrustedRegistries: b.com\nno-fail: true\nfailure-threshold: style\n", "c");
        addEnvironment(made, environment);
        QCOMPARE(made.settings.ignored, (RuleNames{"DL3000", "DL3001", "SC2086"}));
        QCOMPARE(made.settings.severities.at("DL3002"), Severity::Error);
        QCOMPARE(made.settings.severities.at("DL3003"), Severity::Style);
        QCOMPARE(made.settings.trustedRegistries, (std::vector<std::string>{"b.com", "a.com", "*.c.com", "d.com"}));
        QCOMPARE(made.settings.labels.at("me"), LabelFormat::Email);
        QCOMPARE(made.settings.labels.at("note"), LabelFormat::Text);
        QVERIFY(made.settings.strictLabels && !made.settings.ignorePragmas && !made.noFail);
        QCOMPARE(made.failureThreshold, std::optional(Severity::Error));
        QCOMPARE(made.notes.size(), std::size_t{1});
        QCOMPARE(made.notes[0].describe(),
                 std::string("HADOLINT_REQUIRE_LABELS: The format of label none is one of text, url, semver, hash, "
                             "rfc3339, spdx, email, not number."));

        variables = {{"HADOLINT_FAILURE_THRESHOLD", "bad"}};
        addEnvironment(made, environment);
        QCOMPARE(made.failureThreshold, std::optional(Severity::Error));
        QVERIFY(made.settings.strictLabels && made.notes.size() == 2);
    }

    void ofSeveralSeveritiesTheWorstCounts() {
        const auto read = readConfiguration("override:\n  error: [DL3001]\n  info: [DL3001]\n", "c");
        QVERIFY(read);
        QCOMPARE(read->settings.severities.at("DL3001"), Severity::Error);
    }

    void theFileThatIsThereIsRead() {
        const QTemporaryDir folder;
        const std::string project = folder.path().toStdString();
        QFile file(folder.filePath(".hadolint.yml"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("ignored: [DL3000, UnusedStage]\n") > 0);
        file.close();
        QVERIFY(QDir(folder.path()).mkdir(".hadolint.yaml"));  // a folder is none
        const std::string path = findConfiguration(project, project);
        QCOMPARE(path, project + "/.hadolint.yml");
        const auto read = loadConfiguration(path, "shown");
        QCOMPARE(read->settings.ignored, (RuleNames{"DL3000", "UnusedStage"}));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("ignored: [DL3000\n") > 0);
        file.close();
        QCOMPARE(loadConfiguration(path, "shown").error().path, std::string("shown"));
        QVERIFY(file.remove());
        QCOMPARE(loadConfiguration(path, path).error().code, slipway::ErrorCode::NotFound);
        QVERIFY(loadConfiguration({}, {})->settings.ignored.empty());
    }

    void aProjectsConfigurationIsReadWithWhatIsWrongWithIt() {
        const QTemporaryDir folder;
        const std::string project = folder.path().toStdString();
        const std::string path = project + "/.hadolint.yaml";
        const ConfigurationFile none = configurationFor(project, project);
        QCOMPARE(none.path, path);
        QVERIFY(!none.text && none.complaint.empty());
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("ignored: [DL3000]\n") > 0);
        file.close();
        const ConfigurationFile whole = configurationFor(project, project);
        QCOMPARE(whole.text, std::optional<std::string>("ignored: [DL3000]\n"));
        QCOMPARE(whole.configuration.settings.ignored, RuleNames{"DL3000"});
        QVERIFY(whole.complaint.empty());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("ignored: [DL3000\n") > 0);
        file.close();
        const ConfigurationFile broken = configurationFor(project, project);
        QVERIFY2(broken.complaint.starts_with(path + ':'), broken.complaint.c_str());
        QVERIFY(broken.configuration.settings.ignored.empty());
        const ConfigurationFile typed = configurationFor(project, project, {{path, "ignored: [DL3001]\n"}});
        QCOMPARE(typed.configuration.settings.ignored, RuleNames{"DL3001"});
        QVERIFY(typed.complaint.empty());
    }
};

QTEST_APPLESS_MAIN(ConfigurationTest)
#include "configuration_test.moc"
