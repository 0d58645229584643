#include "registry/settings.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <iterator>

using namespace slipway;
using namespace slipway::registry;

class SettingsTest : public QObject {
    Q_OBJECT

private slots:
    void mirrorsAndInsecureRegistriesAreRead();
    void aMissingFileSetsNothing();
    void wrongSettingsAreRefusedWithTheirFile_data();
    void wrongSettingsAreRefusedWithTheirFile();
    void aMirrorOfTheCommandLineGoesFirst();
    void mirrorsAreWrittenAndAllElseStays();
    void aFileThatCantBeUnderstoodIsLeftAlone();
    void theFirstMirrorsMakeTheFile();
    void wordsAreReadAsTheyAreShown();

private:
    QTemporaryDir m_folder;
    std::filesystem::path write(const std::string& text) {
        const std::filesystem::path file = m_folder.filePath(QStringLiteral("settings.json")).toStdString();
        std::ofstream(file) << text;
        return file;
    }
};

void SettingsTest::mirrorsAndInsecureRegistriesAreRead() {
    const auto settings = readSettings(write(
        R"({"theme":"dark","registries":{"mirrors":{"docker.io":["http://127.0.0.1:5000","https://m.example/x"],"ghcr.io":"https://g"},"insecure":["10.0.0.7:5000"]}})"));
    QVERIFY2(settings, settings ? "" : settings.error().describe().c_str());
    const auto [first, last] = settings->mirrors.equal_range("docker.io");
    QCOMPARE(std::distance(first, last), 2);
    QCOMPARE(first->second, std::string("http://127.0.0.1:5000"));
    QCOMPARE(settings->mirrors.find("ghcr.io")->second, std::string("https://g"));
    QCOMPARE(settings->insecure, std::vector<std::string>{"10.0.0.7:5000"});
}

void SettingsTest::aMissingFileSetsNothing() {
    const auto settings = readSettings("/no/such/settings.json");
    QVERIFY(settings && settings->mirrors.empty() && settings->insecure.empty());
    QVERIFY(readSettings(write("{}")));
}

void SettingsTest::wrongSettingsAreRefusedWithTheirFile_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("not json") << "{";
    QTest::newRow("list") << "[]";
    QTest::newRow("registries") << R"({"registries":1})";
    QTest::newRow("mirrors") << R"({"registries":{"mirrors":[]}})";
    QTest::newRow("url") << R"({"registries":{"mirrors":{"docker.io":["127.0.0.1:5000"]}}})";
    QTest::newRow("scheme") << R"({"registries":{"mirrors":{"docker.io":["ftp://x"]}}})";
    QTest::newRow("password") << R"({"registries":{"mirrors":{"docker.io":["https://a:b@x"]}}})";
    QTest::newRow("insecure") << R"({"registries":{"insecure":[1]}})";
    QTest::newRow("insecure object") << R"({"registries":{"insecure":{"a":"b"}}})";
}

void SettingsTest::wrongSettingsAreRefusedWithTheirFile() {
    QFETCH(QString, text);
    const auto settings = readSettings(write(text.toStdString()));
    QVERIFY(!settings);
    QCOMPARE(settings.error().code, ErrorCode::Invalid);
    QVERIFY(settings.error().path.ends_with("settings.json"));
}

void SettingsTest::aMirrorOfTheCommandLineGoesFirst() {
    SourceOptions options;
    QVERIFY(addMirror(options, "docker.io=http://127.0.0.1:1"));
    QVERIFY(addMirror(options, "index.docker.io=http://127.0.0.1:2"));
    QCOMPARE(options.mirrors.find("docker.io")->second, std::string("http://127.0.0.1:2"));
    QCOMPARE(options.mirrors.size(), 2U);
    for (const char* wrong : {"", "docker.io", "=http://x", "docker.io=", "docker.io=x:5000", "docker.io=http://"}) {
        QVERIFY2(!addMirror(options, wrong), wrong);
    }
}

void SettingsTest::mirrorsAreWrittenAndAllElseStays() {
    const auto file =
        write(R"({"theme":"dark","registries":{"mirrors":{"docker.io":["http://old"]},"insecure":["10.0.0.7:5000"]}})");
    const auto link = std::filesystem::path(m_folder.filePath(QStringLiteral("link.json")).toStdString());
    std::filesystem::create_symlink(file, link);
    QVERIFY(writeMirrors({{"docker.io", "http://a"}, {"docker.io", "http://b"}, {"ghcr.io", "https://g"}}, link));
    QVERIFY(std::filesystem::is_symlink(link));
    const auto settings = readSettings(file);
    QVERIFY(settings);
    QCOMPARE(mirrorWords(*settings), std::string("docker.io=http://a docker.io=http://b ghcr.io=https://g"));
    QCOMPARE(settings->insecure, std::vector<std::string>{"10.0.0.7:5000"});
    std::ifstream in(file);
    const std::string text((std::istreambuf_iterator<char>(in)), {});
    QVERIFY(text.contains(R"("theme": "dark")"));
    QVERIFY(writeMirrors({}, file));
    QVERIFY(readSettings(file)->mirrors.empty());
    // Nothing half-made stays beside it.
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files).size(), 2);
}

void SettingsTest::aFileThatCantBeUnderstoodIsLeftAlone() {
    for (const char* const broken : {"{", R"({"registries":1})"}) {
        const auto file = write(broken);
        const auto written = writeMirrors({{"docker.io", "http://a"}}, file);
        QVERIFY(!written);
        QVERIFY(written.error().path.ends_with("settings.json"));
        std::ifstream in(file);
        QCOMPARE(std::string((std::istreambuf_iterator<char>(in)), {}), std::string(broken));
    }
}

void SettingsTest::theFirstMirrorsMakeTheFile() {
    const std::filesystem::path file = m_folder.filePath(QStringLiteral("new/slipway/settings.json")).toStdString();
    QVERIFY(writeMirrors({{"docker.io", "http://127.0.0.1:5000"}}, file));
    QCOMPARE(mirrorWords(*readSettings(file)), std::string("docker.io=http://127.0.0.1:5000"));
}

void SettingsTest::wordsAreReadAsTheyAreShown() {
    const std::string words = "docker.io=http://a docker.io=http://b ghcr.io=https://g";
    SourceOptions options;
    options.mirrors = mirrorsFromWords("  " + words + "\n").value();
    QCOMPARE(mirrorWords(options), words);
    QVERIFY(mirrorsFromWords("").value().empty());
    QVERIFY(!mirrorsFromWords("docker.io=http://a nonsense"));
}

QTEST_GUILESS_MAIN(SettingsTest)
#include "settings_test.moc"
