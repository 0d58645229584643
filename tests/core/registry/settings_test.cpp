#include "registry/settings.h"

#include <QTemporaryDir>
#include <QTest>

#include <fstream>

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

QTEST_GUILESS_MAIN(SettingsTest)
#include "settings_test.moc"
