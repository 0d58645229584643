// Pulling: from a real docker-registry (plain, TLS, Basic, token), and from one that lies.
#include "fixtures/fixture.h"
#include "image/config.h"
#include "image/manifest.h"
#include "layer/tar.h"
#include "lying_registry.h"
#include "registry/image_source.h"
#include "store/archive.h"
#include "text/say.h"

#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>
#include <thread>

using namespace slipway;
using namespace slipway::registry;
using layer::Digest;
using test::Answer;
using test::LyingRegistry;

#define VERIFY_OK(result)                                                                             \
    do {                                                                                              \
        const auto& outcome = (result);                                                               \
        QVERIFY2(outcome.has_value(), outcome.has_value() ? "" : outcome.error().describe().c_str()); \
    } while (false)

namespace {

QByteArray bytes(const std::string& text) { return QByteArray::fromStdString(text); }

// A tar with one file.
std::string tarOf(const std::string& name, const std::string& content) {
    std::string out;
    layer::Entry entry;
    entry.path = name;
    entry.mode = 0644;
    entry.size = content.size();
    const auto give = [&](const layer::Entry&) -> Result<layer::ByteSource> {
        return [&, done = false]() mutable -> Result<std::string_view> {
            return std::exchange(done, true) ? std::string_view() : std::string_view(content);
        };
    };
    (void)layer::writeLayer({entry}, give, [&](std::string_view piece) -> Result<> {
        out += piece;
        return {};
    });
    return out;
}

// An image as a registry serves it, laid out by hand.
struct Served {
    std::string tar = tarOf("f", "content");
    std::string config, manifest;

    explicit Served(std::string layer = tarOf("f", "content"),
                    const std::string& architecture = image::Platform::host().architecture)
        : tar(std::move(layer)) {
        image::Config value;
        value.platform.architecture = architecture;
        value.diffIds = {Digest::of(tar)};
        config = value.toJson();
        image::Manifest list{std::string(image::kOciManifest),
                             {std::string(image::kOciConfig), Digest::of(config), config.size(), {}, {}},
                             {{std::string(image::kOciLayer), Digest::of(tar), tar.size(), {}, {}}}};
        manifest = list.toJson();
    }
    static QByteArray blobPath(const std::string& content) {
        return "/v2/library/app/blobs/" + bytes(Digest::of(content).toString());
    }
    static Answer json(const std::string& body) {
        return {200, bytes(body), {"Content-Type: " + bytes(std::string(image::kOciManifest))}, -1, false, false};
    }
    void put(LyingRegistry& registry) const {
        registry.answer("/v2/", {200, "{}", {}, -1, false, false});
        registry.answer("/v2/library/app/manifests/1", json(manifest));
        registry.answer(blobPath(config), {200, bytes(config), {}, -1, false, false});
        registry.answer(blobPath(tar), {200, bytes(tar), {}, -1, false, false});
    }
};

}  // namespace

class RegistryTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void anImageIsPulledFromARealRegistry();
    void aRegistryWithItsOwnAuthorityIsTrustedByItsFile();
    void aRegistryWithPasswordsTakesThoseOfDocker_data();
    void aRegistryWithPasswordsTakesThoseOfDocker();
    void mirrorsAreAskedInOrderThenTheRegistry();
    void aPlainMirrorElsewhereIsRefused();
    void whatPullsSpeaksTheLanguageOfTheProgram();
    void anImageByDigestIsVerified();
    void aListGivesThePlatformAsked();
    void layersAreSharedAndComeOnce();
    void redirectsAreFollowedWithoutCredentials();
    void refusalsAreSaidClearly_data();
    void refusalsAreSaidClearly();
    void noAnswerIsSaid();
    void wrongContentIsRefusedAndNothingStays_data();
    void wrongContentIsRefusedAndNothingStays();
    void cancelingEndsAtOnceAndNothingStays();
    void severalPullsAtOnce();

private:
    QTemporaryDir m_images;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<store::Store> m_store;

    QString archive() const { return m_images.filePath(QStringLiteral("image.tar")); }
    Result<Pulled> pull(const QString& name, SourceOptions options = {}, std::stop_token stop = {},
                        const std::string& platform = {}) {
        auto source = openImageSource(m_store, options);
        if (!source) {
            return fail(source.error());
        }
        const auto reference = image::Reference::parse(name.toStdString());
        return reference ? (*source)->pull(
                               *reference,
                               platform.empty() ? image::Platform::host() : *image::Platform::parse(platform), {}, stop)
                         : fail(reference.error());
    }
    Result<Pulled> pullFrom(const LyingRegistry& registry, SourceOptions options = {}, std::stop_token stop = {}) {
        return pull(registry.address() + QStringLiteral("/library/app:1"), std::move(options), stop);
    }
    void verifyNothingStayed() {
        QVERIFY(m_store->images()->empty());
        QVERIFY(m_store->tags()->empty());
    }
    // A store, empty again.
    void reset() {
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        auto store = store::Store::open(m_folder->filePath(QStringLiteral("store")).toStdString());
        VERIFY_OK(store);
        m_store = std::move(*store);
    }
};

void RegistryTest::initTestCase() {
    const QString rootfs = m_images.filePath(QStringLiteral("rootfs.tar"));
    QCOMPARE(fixtures::run(QStringLiteral("busybox-rootfs"), {rootfs}), QString());
    const QString platform = QString::fromStdString(image::Platform::host().toString());
    QCOMPARE(fixtures::run(QStringLiteral("image-archive"), {rootfs, archive(), platform}), QString());
    qputenv("DOCKER_CONFIG", m_images.path().toLocal8Bit());
}

void RegistryTest::init() {
    QFile::remove(m_images.filePath(QStringLiteral("config.json")));
    qunsetenv("SSL_CERT_FILE");
    reset();
}

void RegistryTest::anImageIsPulledFromARealRegistry() {
    fixtures::Fixture registry(QStringLiteral("registry"), {});
    QVERIFY2(registry.start(), qPrintable(registry.error()));
    const QString name = registry[QStringLiteral("ADDRESS")] + QStringLiteral("/me/busybox:1");
    QCOMPARE(fixtures::run(QStringLiteral("push"), {archive(), name}), QString());
    auto source = openImageSource(m_store, {});
    VERIFY_OK(source);
    Progress last;
    std::uint64_t steps = 0;
    const auto pulled = (*source)->pull(*image::Reference::parse(name.toStdString()), image::Platform::host(),
                                        [&](Progress p) {
                                            QVERIFY(p.current >= last.current);
                                            last = p;
                                            ++steps;
                                        },
                                        {});
    VERIFY_OK(pulled);
    QVERIFY(steps > 0 && last.total > 0);
    QCOMPARE(last.current, last.total);
    const auto image = m_store->resolve(name.toStdString());
    VERIFY_OK(image);
    QCOMPARE(image->id, pulled->image);
    QCOMPARE((*m_store->tag(name.toStdString()))->manifest, pulled->manifest);
    QCOMPARE(image->config.cmd, std::vector<std::string>{"sh"});
    QVERIFY(image->compressedSize() && *image->compressedSize() < image->size());
    const auto toc = m_store->toc(image->layers.at(0).diffId);
    VERIFY_OK(toc);
    QVERIFY((*toc)->find("etc/passwd"));
    QVERIFY(pulled->isNew);
    // Again: all is there, and nothing is on its way.
    const auto again = (*source)->pull(*image::Reference::parse(name.toStdString()), image::Platform::host(),
                                       [](Progress) { QFAIL("progress of what is here"); }, {});
    VERIFY_OK(again);
    QVERIFY(!again->isNew && again->image == pulled->image);
    const auto missing = pull(registry[QStringLiteral("ADDRESS")] + QStringLiteral("/me/busybox:2"));
    QCOMPARE(missing.error().code, ErrorCode::NotFound);
    QVERIFY2(missing.error().message.contains("busybox:2"), missing.error().message.c_str());
}

void RegistryTest::aRegistryWithItsOwnAuthorityIsTrustedByItsFile() {
    fixtures::Fixture registry(QStringLiteral("registry"), {QStringLiteral("--tls")});
    QVERIFY2(registry.start(), qPrintable(registry.error()));
    const QString name = registry[QStringLiteral("ADDRESS")] + QStringLiteral("/busybox:1");
    QCOMPARE(fixtures::run(QStringLiteral("push"), {archive(), name}), QString());
    const auto untrusted = pull(name);
    QVERIFY(!untrusted);
    QVERIFY2(untrusted.error().message.contains("trusted") && untrusted.error().message.contains("SSL_CERT_FILE"),
             untrusted.error().message.c_str());
    qputenv("SSL_CERT_FILE", registry[QStringLiteral("CA")].toLocal8Bit());
    VERIFY_OK(pull(name));
}

void RegistryTest::aRegistryWithPasswordsTakesThoseOfDocker_data() {
    QTest::addColumn<QString>("kind");
    QTest::newRow("Basic") << "--basic";
    QTest::newRow("token") << "--token";
}

void RegistryTest::aRegistryWithPasswordsTakesThoseOfDocker() {
    QFETCH(QString, kind);
    fixtures::Fixture registry(QStringLiteral("registry"), {kind});
    QVERIFY2(registry.start(), qPrintable(registry.error()));
    const QString address = registry[QStringLiteral("ADDRESS")];
    const QString account = registry[QStringLiteral("USER")] + u':' + registry[QStringLiteral("PASSWORD")];
    const QString name = address + QStringLiteral("/me/busybox:1");
    QCOMPARE(fixtures::run(QStringLiteral("push"), {archive(), name, QStringLiteral("--dest-creds"), account}),
             QString());
    const auto anonymous = pull(name);
    if (kind == QStringLiteral("--token")) {
        VERIFY_OK(anonymous);  // whoever asks for a token may pull
        reset();
    } else {
        QVERIFY(!anonymous);
        QCOMPARE(anonymous.error().code, ErrorCode::Denied);
        QVERIFY2(anonymous.error().message.contains("credentials"), anonymous.error().message.c_str());
    }
    const auto login = [&](const QString& who) {
        QFile config(m_images.filePath(QStringLiteral("config.json")));
        QVERIFY(config.open(QIODevice::WriteOnly));
        config.write("{\"auths\":{\"" + address.toUtf8() + "\":{\"auth\":\"" + who.toUtf8().toBase64() + "\"}}}");
    };
    login(QStringLiteral("captain:wrong"));
    QCOMPARE(pull(name).error().code, ErrorCode::Denied);
    login(account);
    VERIFY_OK(pull(name));
}

void RegistryTest::mirrorsAreAskedInOrderThenTheRegistry() {
    const Served image;
    LyingRegistry empty;
    LyingRegistry full;
    image.put(full);
    SourceOptions options;
    options.mirrors = {{"docker.io", "http://" + empty.address().toStdString()},
                       {"docker.io", "http://" + full.address().toStdString()}};
    const auto pulled = pull(QStringLiteral("app:1"), options);
    VERIFY_OK(pulled);
    QVERIFY(m_store->tag("docker.io/library/app:1")->has_value());
    QVERIFY(!empty.requests().isEmpty());

    LyingRegistry own;
    image.put(own);
    reset();
    options.mirrors = {{own.address().toStdString(), "http://" + empty.address().toStdString()}};
    VERIFY_OK(pullFrom(own, options));
    options.mirrors = {{empty.address().toStdString(), "http://" + empty.address().toStdString()}};
    const auto none = pullFrom(empty, options);
    QCOMPARE(none.error().code, ErrorCode::NotFound);
    QVERIFY2(none.error().message.contains("mirror"), none.error().message.c_str());
}

void RegistryTest::aPlainMirrorElsewhereIsRefused() {
    SourceOptions options;
    options.mirrors = {{"docker.io", "http://192.0.2.1:5000"}};
    const auto refused = pull(QStringLiteral("app:1"), options);
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
    QVERIFY2(refused.error().message.contains("plain HTTP"), refused.error().message.c_str());
}

void RegistryTest::whatPullsSpeaksTheLanguageOfTheProgram() {
    const auto message = [&](const std::string& mirror) {
        SourceOptions options;
        options.mirrors = {{"docker.io", mirror}};
        return pull(QStringLiteral("app:1"), options).error().message;
    };
    QCOMPARE(message("nonsense"), std::string("the mirror \"nonsense\" of docker.io is not a URL like "
                                              "http://127.0.0.1:5000"));
    text::speakWith([](std::string_view pattern) -> std::string {
        return pattern == "the mirror \"{}\" of {} is not a URL like http://127.0.0.1:5000" ? "{1} hat den Spiegel {0}"
                                                                                            : "";
    });
    const auto inEnglish = qScopeGuard([] { text::speakWith(nullptr); });
    QCOMPARE(message("nonsense"), std::string("docker.io hat den Spiegel nonsense"));
}

void RegistryTest::anImageByDigestIsVerified() {
    const Served image;
    LyingRegistry registry;
    image.put(registry);
    const std::string digest = Digest::of(image.manifest).toString();
    const QString name = registry.address() + QStringLiteral("/library/app@") + QString::fromStdString(digest);
    registry.answer("/v2/library/app/manifests/" + bytes(digest), Served::json(image.manifest + " "));
    QCOMPARE(pull(name).error().code, ErrorCode::Corrupt);
    verifyNothingStayed();
    registry.answer("/v2/library/app/manifests/" + bytes(digest), Served::json(image.manifest));
    VERIFY_OK(pull(name));
    VERIFY_OK(m_store->resolve(name.toStdString()));
}

void RegistryTest::aListGivesThePlatformAsked() {
    const Served amd(tarOf("f", "amd"), "amd64");
    const Served arm(tarOf("f", "arm"), "arm64");
    LyingRegistry registry;
    amd.put(registry);
    arm.put(registry);
    image::Index index;
    for (const Served* each : {&amd, &arm}) {
        index.manifests.push_back({std::string(image::kOciManifest),
                                   Digest::of(each->manifest),
                                   each->manifest.size(),
                                   image::Platform{"linux", each == &amd ? "amd64" : "arm64", ""},
                                   {}});
        registry.answer("/v2/library/app/manifests/" + bytes(Digest::of(each->manifest).toString()),
                        Served::json(each->manifest));
    }
    registry.answer(
        "/v2/library/app/manifests/1",
        {200, bytes(index.toJson()), {"Content-Type: " + bytes(std::string(image::kOciIndex))}, -1, false, false});
    const QString name = registry.address() + QStringLiteral("/library/app:1");
    const auto pulled = pull(name, {}, {}, "linux/arm64");
    VERIFY_OK(pulled);
    QCOMPARE(pulled->image, Digest::of(arm.config));
    QCOMPARE(pulled->manifest, Digest::of(index.toJson()));
    QCOMPARE((*m_store->image(pulled->image))->manifest, Digest::of(arm.manifest));
    const auto none = pull(name, {}, {}, "linux/s390x");
    QCOMPARE(none.error().code, ErrorCode::NotFound);
    QVERIFY2(none.error().message.contains("linux/amd64, linux/arm64"), none.error().message.c_str());
    amd.put(registry);  // one image, for another machine
    QCOMPARE(pull(name, {}, {}, "linux/arm64").error().code, ErrorCode::NotFound);
}

void RegistryTest::layersAreSharedAndComeOnce() {
    const Served image;
    LyingRegistry registry;
    image.put(registry);
    VERIFY_OK(pullFrom(registry));
    const auto before = registry.requests().size();
    VERIFY_OK(pullFrom(registry));
    for (const QByteArray& request : registry.requests().sliced(before)) {
        QVERIFY2(!request.contains("/blobs/"), request.constData());
    }
}

void RegistryTest::redirectsAreFollowedWithoutCredentials() {
    const Served image;
    LyingRegistry registry;
    LyingRegistry elsewhere;
    image.put(registry);
    image.put(elsewhere);
    registry.answer("/v2/library/app/manifests/1",
                    {401, "{}", {"WWW-Authenticate: Basic realm=\"x\""}, -1, false, false});
    QFile config(m_images.filePath(QStringLiteral("config.json")));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("{\"auths\":{\"" + registry.address().toUtf8() + "\":{\"auth\":\"" +
                 QByteArray("me:secret").toBase64() + "\"}}}");
    config.close();
    QCOMPARE(pullFrom(registry).error().code, ErrorCode::Denied);
    bool sent = false;
    for (const QByteArray& request : registry.requests()) {
        sent = sent || request.contains(QByteArray("me:secret").toBase64());
    }
    QVERIFY(sent);
    const QByteArray there = "http://" + elsewhere.address().toUtf8();
    registry.answer("/v2/library/app/manifests/1",
                    {307, {}, {"Location: " + there + "/v2/library/app/manifests/1"}, -1, false, false});
    registry.answer(Served::blobPath(image.tar),
                    {302, {}, {"Location: " + there + Served::blobPath(image.tar)}, -1, false, false});
    VERIFY_OK(pullFrom(registry));
    for (const QByteArray& request : elsewhere.requests()) {
        QVERIFY2(!request.toLower().contains("\nauthorization:"), request.constData());
    }
    reset();
    registry.answer(Served::blobPath(image.tar),
                    {302, {}, {"Location: " + Served::blobPath(image.tar)}, -1, false, false});
    const auto endless = pullFrom(registry);
    QVERIFY2(!endless && endless.error().message.contains("without end"),
             endless ? "" : endless.error().message.c_str());
    registry.answer(Served::blobPath(image.tar), {302, {}, {"Location: file:///etc/passwd"}, -1, false, false});
    QVERIFY(!pullFrom(registry));
    verifyNothingStayed();
}

void RegistryTest::refusalsAreSaidClearly_data() {
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("part");
    QTest::addColumn<int>("code");
    QTest::newRow("401") << 401 << "credentials" << static_cast<int>(ErrorCode::Denied);
    QTest::newRow("403") << 403 << "denies access" << static_cast<int>(ErrorCode::Denied);
    QTest::newRow("404") << 404 << "has no library/app:1" << static_cast<int>(ErrorCode::NotFound);
    QTest::newRow("429") << 429 << "try again in 7 s" << static_cast<int>(ErrorCode::Network);
    QTest::newRow("500") << 500 << "status 500" << static_cast<int>(ErrorCode::Network);
}

void RegistryTest::refusalsAreSaidClearly() {
    QFETCH(int, status);
    QFETCH(QString, part);
    QFETCH(int, code);
    LyingRegistry registry;
    registry.answer("/v2/", {200, "{}", {}, -1, false, false});
    registry.answer("/v2/library/app/manifests/1",
                    {status, R"({"errors":[{"message":"own words"}]})", {"Retry-After: 7"}, -1, false, false});
    const auto refused = pullFrom(registry);
    QVERIFY(!refused);
    QCOMPARE(static_cast<int>(refused.error().code), code);
    QVERIFY2(refused.error().message.contains(part.toStdString()) && refused.error().message.contains("own words"),
             refused.error().message.c_str());
    verifyNothingStayed();
}

void RegistryTest::noAnswerIsSaid() {
    LyingRegistry registry;
    registry.answer("/v2/", {200, "{}", {}, -1, false, false});
    registry.answer("/v2/library/app/manifests/1", {200, {}, {}, -1, true, false});
    SourceOptions options;
    options.timeout = std::chrono::milliseconds(300);
    const auto silent = pullFrom(registry, options);
    QCOMPARE(silent.error().code, ErrorCode::Network);
    QVERIFY2(silent.error().message.contains("no answer"), silent.error().message.c_str());
    QString address;
    {
        const LyingRegistry gone;
        address = gone.address();
    }
    const auto refused = pull(address + QStringLiteral("/app:1"));
    QVERIFY2(!refused && refused.error().message.contains("refuses connections"),
             refused ? "" : refused.error().message.c_str());
}

void RegistryTest::wrongContentIsRefusedAndNothingStays_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"html", "schema1", "huge manifest", "wrong config", "config too long", "layer count",
                             "wrong layer", "layer truncated", "layer short", "layer too long", "climbing names",
                             "links outside", "no tar", "wrong diff id"}) {
        QTest::newRow(what) << what;
    }
}

namespace {

// A tar with one entry of a hostile kind, laid out by hand: the writer would not make it.
std::string hostileTar(const std::string& name, char type, const std::string& link) {
    std::string header(512, '\0');
    const auto put = [&](std::size_t at, const std::string& text) { header.replace(at, text.size(), text); };
    put(0, name);
    put(100, "0000644");
    put(108, "0000000");
    put(116, "0000000");
    put(124, "00000000000");
    put(136, "00000000000");
    put(148, "        ");
    header[156] = type;
    put(157, link);
    put(257, std::string("ustar\0"
                         "00",
                         8));
    unsigned sum = 0;
    for (const char c : header) {
        sum += static_cast<unsigned char>(c);
    }
    char text[8];
    snprintf(text, sizeof text, "%06o", sum);
    put(148, std::string(text, 6) + '\0' + ' ');
    return header + std::string(1024, '\0');
}

}  // namespace

void RegistryTest::wrongContentIsRefusedAndNothingStays() {
    QFETCH(QString, what);
    std::string tar = tarOf("f", "content");
    if (what == QStringLiteral("climbing names")) {
        tar = hostileTar("../../etc/passwd", '0', "");
    } else if (what == QStringLiteral("links outside")) {
        tar = hostileTar("a", '1', "../../../etc/passwd");
    } else if (what == QStringLiteral("no tar")) {
        tar = std::string(5000, 'x');
    }
    Served image(tar);
    if (what == QStringLiteral("wrong diff id") || what == QStringLiteral("layer count")) {
        image::Config config = *image::Config::parse(image.config);
        config.diffIds.front() = Digest::of("another");
        if (what == QStringLiteral("layer count")) {
            config.diffIds.push_back(Digest::of("one more"));
        }
        image.config = config.toJson();
        auto manifest = std::get<image::Manifest>(*image::parseManifest(image.manifest));
        manifest.config.digest = Digest::of(image.config);
        manifest.config.size = image.config.size();
        image.manifest = manifest.toJson();
    }
    LyingRegistry registry;
    image.put(registry);
    const QByteArray manifestPath = "/v2/library/app/manifests/1";
    const QByteArray whole = bytes(image.tar);
    const auto layer = [&](const QByteArray& body, qsizetype length, bool chunked) {
        registry.answer(Served::blobPath(image.tar), {200, body, {}, length, false, chunked});
    };
    if (what == QStringLiteral("html")) {
        registry.answer(
            manifestPath,
            {200, "<html>Sign in to the hotel's network</html>", {"Content-Type: text/html"}, -1, false, false});
    } else if (what == QStringLiteral("schema1")) {
        registry.answer(manifestPath, {200, R"({"schemaVersion":1,"fsLayers":[]})", {}, -1, false, false});
    } else if (what == QStringLiteral("huge manifest")) {
        registry.answer(manifestPath, {200, QByteArray(5 << 20, ' '), {}, -1, false, false});
    } else if (what == QStringLiteral("wrong config")) {
        registry.answer(Served::blobPath(image.config),
                        {200, bytes(image.config).replace("linux", "LINUX"), {}, -1, false, false});
    } else if (what == QStringLiteral("config too long")) {
        registry.answer(Served::blobPath(image.config), {200, bytes(image.config) + " ", {}, -1, false, false});
    } else if (what == QStringLiteral("wrong layer")) {
        layer(QByteArray(whole).replace("content", "CONTENT"), -1, false);
    } else if (what == QStringLiteral("layer truncated")) {
        layer(whole.first(600), whole.size(), false);
    } else if (what == QStringLiteral("layer short")) {
        layer(whole.first(600), -1, true);
    } else if (what == QStringLiteral("layer too long")) {
        layer(whole + QByteArray(100, 'x'), -1, true);
    }
    const auto refused = pullFrom(registry);
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.starts_with("cannot pull "), refused.error().message.c_str());
    verifyNothingStayed();
    QVERIFY(!*m_store->layer(Digest::of(image.tar)));
    QVERIFY(!m_store->hasBlob(Digest::of(image.tar)));
}

void RegistryTest::cancelingEndsAtOnceAndNothingStays() {
    const Served image;
    LyingRegistry registry;
    image.put(registry);
    registry.answer(Served::blobPath(image.tar), {200, {}, {}, -1, true, false});
    std::stop_source stop;
    std::jthread canceling([&] {
        const QDeadlineTimer deadline(20'000);
        while (!registry.wasAsked(Served::blobPath(image.tar)) && !deadline.hasExpired()) {
            std::this_thread::yield();
        }
        stop.request_stop();
    });
    QCOMPARE(pullFrom(registry, {}, stop.get_token()).error().code, ErrorCode::Canceled);
    QCOMPARE(pullFrom(registry, {}, stop.get_token()).error().code, ErrorCode::Canceled);  // before it begins
    verifyNothingStayed();
}

void RegistryTest::severalPullsAtOnce() {
    const Served image;
    LyingRegistry registry;
    image.put(registry);
    auto source = openImageSource(m_store, {});
    VERIFY_OK(source);
    const auto reference =
        *image::Reference::parse((registry.address() + QStringLiteral("/library/app:1")).toStdString());
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 5; ++i) {
            threads.emplace_back(
                [&] { failures += (*source)->pull(reference, image::Platform::host(), {}, {}) ? 0 : 1; });
        }
    }
    QCOMPARE(failures.load(), 0);
    QCOMPARE(m_store->images()->size(), 1U);
}

QTEST_GUILESS_MAIN(RegistryTest)
#include "registry_test.moc"
