#include "image/config.h"
#include "image/manifest.h"
#include "image/platform.h"
#include "image/reference.h"

#include <QTest>

using namespace slipway;
using namespace slipway::image;
using layer::Digest;

namespace {

const std::string kDigest = "sha256:" + std::string(64, 'a');

std::string descriptor(const std::string& more = {}) {
    return R"({"mediaType":"x","digest":")" + kDigest + R"(","size":7)" + more + "}";
}

}  // namespace

class ImageTest : public QObject {
    Q_OBJECT

private slots:
    void namesNormaliseAsDockersDo_data();
    void namesNormaliseAsDockersDo();
    void wrongNamesSayWhatIsWrong_data();
    void wrongNamesSayWhatIsWrong();
    void aNewNameHasNoDigest();
    void platformsNormalise_data();
    void platformsNormalise();
    void wrongPlatformsAreRefused();
    void aConfigComesBackAsItWas();
    void theSameConfigGivesTheSameBytes();
    void aDockerConfigIsRead();
    void aConfigOfWrongKindsIsRefusedByField_data();
    void aConfigOfWrongKindsIsRefusedByField();
    void environmentIsReplacedInPlace();
    void aManifestComesBackAsItWas();
    void anIndexFindsThePlatformItsMachineRuns();
    void brokenManifestsAreRefused_data();
    void brokenManifestsAreRefused();
    void deepAndLongJsonIsRefused();
};

void ImageTest::namesNormaliseAsDockersDo_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("whole");
    QTest::addColumn<QString>("familiar");
    const auto row = [](const char* name, const char* whole, const char* familiar) {
        QTest::newRow(name) << name << whole << familiar;
    };
    row("ubuntu:20.04", "docker.io/library/ubuntu:20.04", "ubuntu:20.04");
    row("ubuntu", "docker.io/library/ubuntu:latest", "ubuntu:latest");
    row("me/app", "docker.io/me/app:latest", "me/app:latest");
    row("docker.io/ubuntu", "docker.io/library/ubuntu:latest", "ubuntu:latest");
    row("index.docker.io/library/ubuntu", "docker.io/library/ubuntu:latest", "ubuntu:latest");
    row("docker.io/library/a/b", "docker.io/library/a/b:latest", "library/a/b:latest");
    row("127.0.0.1:5000/a/b_c:1", "127.0.0.1:5000/a/b_c:1", "127.0.0.1:5000/a/b_c:1");
    row("localhost/app", "localhost/app:latest", "localhost/app:latest");
    row("localhost:5000/app", "localhost:5000/app:latest", "localhost:5000/app:latest");
    row("[::1]:5000/app:x", "[::1]:5000/app:x", "[::1]:5000/app:x");
    row("Registry/app", "Registry/app:latest", "Registry/app:latest");
    row("ghcr.io/a/b--c.d__e:v1.0-rc_1", "ghcr.io/a/b--c.d__e:v1.0-rc_1", "ghcr.io/a/b--c.d__e:v1.0-rc_1");
    const QString digest = QString::fromStdString(kDigest);
    QTest::newRow("digest alone") << "ubuntu@" + digest << "docker.io/library/ubuntu@" + digest << "ubuntu@" + digest;
    QTest::newRow("tag and digest") << "a:1@" + digest << "docker.io/library/a:1@" + digest << "a:1@" + digest;
}

void ImageTest::namesNormaliseAsDockersDo() {
    QFETCH(QString, name);
    const auto reference = Reference::parse(name.toStdString());
    QVERIFY2(reference, reference ? "" : reference.error().message.c_str());
    QTEST(QString::fromStdString(reference->toString()), "whole");
    QTEST(QString::fromStdString(reference->familiar()), "familiar");
    QCOMPARE(*Reference::parse(reference->toString()), *reference);
    QCOMPARE(*Reference::parse(reference->familiar()), *reference);
}

void ImageTest::wrongNamesSayWhatIsWrong_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("part");
    const auto row = [](const char* name, const char* part) { QTest::newRow(name) << name << part; };
    row("", "empty");
    row("Ubuntu", "lower case");
    row("a/B", "lower case");
    row("http://a/b", "http://");
    row("ubuntu:", "tag after");
    row("ubuntu:.x", "tag \".x\"");
    row("ubuntu:a b", "tag \"a b\"");
    row("-a", "joined by");
    row("a..b", "joined by");
    row("a___b", "joined by");
    row("a//b", "joined by");
    row("a/", "joined by");
    row("/a", "joined by");
    row("a b", "joined by");
    row("-x.y/a", "host name");
    row("x.y:/a", "host name");
    row("ubuntu@sha256:12", "digest");
    row("ubuntu@md5:12", "digest");
    row("ubuntu@sha512:12", "sha512");
    QTest::newRow("id") << QString(64, u'a') << "image ID";
    QTest::newRow("long") << QString(300, u'a') << "longer than 255";
    QTest::newRow("long tag") << "a:" + QString(129, u'a') << "128";
    QTest::newRow("nul") << QStringLiteral("a") + QChar(u'\0') + QStringLiteral("b") << "joined by";
}

void ImageTest::wrongNamesSayWhatIsWrong() {
    QFETCH(QString, name);
    QFETCH(QString, part);
    const auto reference = Reference::parse(name.toStdString());
    QVERIFY(!reference);
    QVERIFY2(reference.error().message.contains(part.toStdString()), reference.error().message.c_str());
}

void ImageTest::aNewNameHasNoDigest() {
    QCOMPARE(Reference::parseNew("a:1")->toString(), std::string("docker.io/library/a:1"));
    const auto refused = Reference::parseNew("a:1@" + std::string(kDigest));
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains("leave it out"), refused.error().message.c_str());
}

void ImageTest::platformsNormalise_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("platform");
    const auto row = [](const char* text, const char* platform) { QTest::newRow(text) << text << platform; };
    row("linux/amd64", "linux/amd64");
    row("LINUX/x86_64", "linux/amd64");
    row("arm64", "linux/arm64");
    row("linux/aarch64/v8", "linux/arm64");
    row("linux/arm", "linux/arm/v7");
    row("linux/arm/6", "linux/arm/v6");
    row("linux/armhf", "linux/arm/v7");
    row("i386", "linux/386");
    row("windows/amd64", "windows/amd64");
    row("windows(10.0.17763.1+win32k)/amd64", "windows/amd64");
    row("wasi/wasm", "wasi/wasm");
    row("linux/pdp11", "linux/pdp11");
    row("beos/amd64", "beos/amd64");
    row("ppc64", "linux/ppc64");
    QTest::newRow("linux") << "linux" << QString::fromStdString(Platform::host().toString());
}

void ImageTest::platformsNormalise() {
    QFETCH(QString, text);
    const auto platform = Platform::parse(text.toStdString());
    QVERIFY2(platform, platform ? "" : platform.error().message.c_str());
    QTEST(QString::fromStdString(platform->toString()), "platform");
}

void ImageTest::wrongPlatformsAreRefused() {
    for (const char* text :
         {"", "/", "linux/", "linux/amd64/v1/x", "pdp11", "beos", "a b", "linux/amd64\n",
          "windows(10.0/amd64", "windows(10 0)/amd64", "windows(10+)/amd64", "(10)/amd64", "linux/amd64(1)"}) {
        const auto platform = Platform::parse(text);
        QVERIFY2(!platform, text);
        QCOMPARE(platform.error().code, ErrorCode::Invalid);
    }
}

namespace {

Config wholeConfig() {
    using namespace std::chrono_literals;
    Config config;
    config.platform = {"linux", "arm", "v7"};
    config.created = "2026-01-02T03:04:05Z";
    config.author = "Ann";
    config.user = "app:app";
    config.workingDir = "/app";
    config.stopSignal = "SIGINT";
    config.env = {"PATH=/bin", "A=b=c"};
    config.entrypoint = {"/bin/x"};
    config.cmd = {"a", "b\"c\n"};
    config.shell = {"/bin/sh", "-c"};
    config.argsEscaped = true;
    config.labels = {{"k", "v"}, {"é", "ü"}};
    config.exposedPorts = {"80/tcp"};
    config.volumes = {"/data"};
    config.healthcheck = HealthcheckConfig{{"CMD-SHELL", "x"}, 30s, 5s, 1s, 2s, 3};
    config.onbuild = {"RUN x"};
    config.diffIds = {Digest::of("a"), Digest::of("b")};
    config.history = {{"2026-01-02T03:04:05Z", "RUN x", "buildkit.dockerfile.v0", false, ""},
                      {"2026-01-02T03:04:05Z", "ENV a=b", "", true, "Ann"}};
    return config;
}

}  // namespace

void ImageTest::aConfigComesBackAsItWas() {
    const Config config = wholeConfig();
    const auto back = Config::parse(config.toJson());
    QVERIFY2(back, back ? "" : back.error().message.c_str());
    QVERIFY(*back == config);
    QCOMPARE(back->toJson(), config.toJson());
    QVERIFY(*Config::parse(Config().toJson()) == Config());
}

void ImageTest::theSameConfigGivesTheSameBytes() {
    Config config;
    config.platform.architecture = "amd64";
    config.cmd = {"sh"};
    config.exposedPorts = {"80/tcp"};
    config.env = {std::string("A=\xff")};
    QCOMPARE(config.toJson(),
             std::string(R"({"architecture":"amd64","config":{"Cmd":["sh"],"Env":["A=)"
                         "\xef\xbf\xbd"
                         R"("],"ExposedPorts":{"80/tcp":{}}},"os":"linux","rootfs":{"diff_ids":[],"type":"layers"}})"));
}

void ImageTest::aDockerConfigIsRead() {
    const auto config = Config::parse(
        R"({"architecture":"amd64","container":"12ab","container_config":{"Cmd":["x"]},"docker_version":"20.10","config":
        {"Hostname":"","AttachStdin":false,"ExposedPorts":null,"Env":null,"Cmd":["sh"],"Entrypoint":"single","Volumes":null,
        "OnBuild":null,"Labels":null},"os":"linux","rootfs":{"type":"layers","diff_ids":[")" +
        kDigest + R"("]}})");
    QVERIFY2(config, config ? "" : config.error().message.c_str());
    QCOMPARE(config->cmd->front(), std::string("sh"));
    QCOMPARE(config->entrypoint->front(), std::string("single"));
    QCOMPARE(config->diffIds.size(), 1U);
    QVERIFY(!config->healthcheck);
}

void ImageTest::aConfigOfWrongKindsIsRefusedByField_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("part");
    QTest::newRow("not json") << "{" << "not valid JSON";
    QTest::newRow("list") << "[]" << "not a JSON object";
    QTest::newRow("config") << R"({"config":1})" << "\"config\"";
    QTest::newRow("env") << R"({"config":{"Env":{}}})" << "\"config.Env\"";
    QTest::newRow("env item") << R"({"config":{"Env":[1]}})" << "\"config.Env\"";
    QTest::newRow("labels") << R"({"config":{"Labels":{"a":1}}})" << "\"config.Labels\"";
    QTest::newRow("retries") << R"({"config":{"Healthcheck":{"Retries":"x"}}})" << "Healthcheck.Retries";
    QTest::newRow("diff id") << R"({"rootfs":{"diff_ids":["sha256:../../etc"]}})" << "diff_ids";
    QTest::newRow("history") << R"({"history":[1]})" << "history";
}

void ImageTest::aConfigOfWrongKindsIsRefusedByField() {
    QFETCH(QString, json);
    QFETCH(QString, part);
    const auto config = Config::parse(json.toStdString());
    QVERIFY(!config);
    QVERIFY2(config.error().message.contains(part.toStdString()), config.error().message.c_str());
}

void ImageTest::environmentIsReplacedInPlace() {
    Config config;
    config.env = {"A=1", "AB=2"};
    config.setEnvironment("A", "3");
    config.setEnvironment("C", "");
    QCOMPARE(config.env, (std::vector<std::string>{"A=3", "AB=2", "C="}));
    QCOMPARE(config.environment("AB"), "2");
    QCOMPARE(config.environment("C"), "");
    QVERIFY(!config.environment("B"));
}

void ImageTest::aManifestComesBackAsItWas() {
    Manifest manifest{std::string(kOciManifest),
                      {std::string(kOciConfig), Digest::of("c"), 3, {}},
                      {{std::string(kOciLayerGzip), Digest::of("l"), 9, {}}}};
    const auto back = parseManifest(manifest.toJson());
    QVERIFY2(back, back ? "" : back.error().message.c_str());
    QVERIFY(std::holds_alternative<Manifest>(*back));
    QCOMPARE(std::get<Manifest>(*back).toJson(), manifest.toJson());
}

void ImageTest::anIndexFindsThePlatformItsMachineRuns() {
    const auto parsed = parseManifest(
        R"({"schemaVersion":2,"manifests":[)" + descriptor(R"(,"platform":{"os":"unknown","architecture":"unknown"})") +
        "," + descriptor(R"(,"platform":{"os":"linux","architecture":"arm","variant":"v5"})") + "," +
        descriptor(R"(,"platform":{"os":"linux","architecture":"arm","variant":"v6"})") + "," +
        descriptor(R"(,"platform":{"os":"linux","architecture":"arm64","variant":"v8"})") + "," +
        descriptor(R"(,"platform":{"os":"linux","architecture":"amd64"})") + "]}");
    QVERIFY2(parsed, parsed ? "" : parsed.error().message.c_str());
    const Index& index = std::get<Index>(*parsed);
    const auto at = [&](const char* platform) {
        const Descriptor* found = index.find(*Platform::parse(platform));
        return found ? found - index.manifests.data() : -1;
    };
    QCOMPARE(at("linux/amd64"), 4);
    QCOMPARE(at("linux/arm64"), 3);
    QCOMPARE(at("linux/arm/v7"), 2);
    QCOMPARE(at("linux/arm/v5"), 1);
    QCOMPARE(at("linux/s390x"), -1);
    QCOMPARE(index.find({"unknown", "unknown", ""}), nullptr);  // an attestation
    QVERIFY(std::holds_alternative<Index>(*parseManifest(index.toJson())));
}

void ImageTest::brokenManifestsAreRefused_data() {
    QTest::addColumn<QString>("json");
    QTest::addColumn<QString>("contentType");
    QTest::addColumn<QString>("part");
    const QString d = QString::fromStdString(descriptor());
    QTest::newRow("empty") << "" << "" << "not valid JSON";
    QTest::newRow("html") << "<html>" << "text/html" << "not valid JSON";
    QTest::newRow("schema 1") << R"({"schemaVersion":1,"fsLayers":[]})" << "" << "schema 1";
    QTest::newRow("neither") << R"({"schemaVersion":2})" << "" << "neither";
    QTest::newRow("both") << R"({"manifests":[],"layers":[],"config":)" + d + "}" << "" << "both";
    QTest::newRow("confused") << R"({"layers":[],"config":)" + d + "}" << "application/vnd.oci.image.index.v1+json"
                              << "media type";
    QTest::newRow("no layers") << R"({"config":)" + d + "}" << "" << "\"layers\"";
    QTest::newRow("no config") << R"({"layers":[]})" << "" << "\"config\"";
    QTest::newRow("no list") << R"({"manifests":{}})" << "" << "\"manifests\"";
    QTest::newRow("digest") << R"({"layers":[{"digest":"../x","size":1}],"config":)" + d + "}" << ""
                            << "entry 1 of \"layers\"";
    QTest::newRow("sha512") << R"({"layers":[{"digest":"sha512:00","size":1}],"config":)" + d + "}" << "" << "sha512";
    QTest::newRow("negative") << R"({"layers":[],"config":{"digest":")" + QString::fromStdString(kDigest) +
                                     R"(","size":-1}})"
                              << "" << "size";
    QTest::newRow("huge") << R"({"layers":[],"config":{"digest":")" + QString::fromStdString(kDigest) +
                                 R"(","size":1e99}})"
                          << "" << "size";
}

void ImageTest::brokenManifestsAreRefused() {
    QFETCH(QString, json);
    QFETCH(QString, contentType);
    QFETCH(QString, part);
    const auto manifest = parseManifest(json.toStdString(), contentType.toStdString());
    QVERIFY(!manifest);
    QVERIFY2(manifest.error().message.contains(part.toStdString()), manifest.error().message.c_str());
}

void ImageTest::deepAndLongJsonIsRefused() {
    QVERIFY(!Config::parse(R"({"config":)" + std::string(100'000, '[') + std::string(100'000, ']') + "}"));
    QVERIFY(!parseManifest("{\"a\":\"" + std::string(kManifestLimit, 'x') + "\"}"));
}

QTEST_GUILESS_MAIN(ImageTest)
#include "image_test.moc"
