// Root file systems imported, images saved and loaded, and archives that lie.
#include "store/archive.h"
#include "fixtures/fixture.h"
#include "image/manifest.h"
#include "store_fixture.h"

#include <archive.h>
#include <archive_entry.h>
#include <unistd.h>

#include <fstream>

using namespace slipway;
using namespace slipway::store;
using namespace slipway::test;

namespace {

struct Member {
    std::string name;
    std::string content;
    std::string link;
};

void writeTar(const std::filesystem::path& file, const std::vector<Member>& members) {
    archive* out = archive_write_new();
    archive_write_set_format_pax_restricted(out);
    archive_write_open_filename(out, file.c_str());
    for (const Member& member : members) {
        archive_entry* entry = archive_entry_new();
        archive_entry_set_pathname(entry, member.name.c_str());
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_mtime(entry, 1'000'000'000, 0);
        if (member.link.empty()) {
            archive_entry_set_filetype(entry, AE_IFREG);
            archive_entry_set_size(entry, static_cast<la_int64_t>(member.content.size()));
        } else {
            archive_entry_set_filetype(entry, AE_IFLNK);
            archive_entry_set_symlink(entry, member.link.c_str());
        }
        archive_write_header(out, entry);
        archive_write_data(out, member.content.data(), member.content.size());
        archive_entry_free(entry);
    }
    archive_write_free(out);
}

std::map<std::string, std::string> readTar(const std::filesystem::path& file) {
    std::map<std::string, std::string> out;
    archive* in = archive_read_new();
    archive_read_support_format_tar(in);
    archive_read_open_filename(in, file.c_str(), 1 << 16);
    archive_entry* entry = nullptr;
    while (archive_read_next_header(in, &entry) == ARCHIVE_OK) {
        std::string& content = out[archive_entry_pathname(entry)];
        content.resize(static_cast<std::size_t>(archive_entry_size(entry)));
        archive_read_data(in, content.data(), content.size());
    }
    archive_read_free(in);
    return out;
}

std::string bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

class ArchiveTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aRootfsIsImportedAsDockerDoes_data();
    void aRootfsIsImportedAsDockerDoes();
    void theSameRootfsGivesTheSameImage();
    void whatIsNoRootfsIsRefused();
    void aSavedArchiveHasBothLayoutsAndTheSameBytes();
    void aSavedImageLoadsIntoAnotherStore_data();
    void aSavedImageLoadsIntoAnotherStore();
    void dockerLoadsWhatWasSaved();
    void anOldDockerArchiveWithLinksIsLoaded();
    void anOciLayoutAloneIsLoaded();
    void archivesThatLieAreRefused_data();
    void archivesThatLieAreRefused();
    void savingToAWrongPlaceLeavesNothing();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::filesystem::path path(const char* name) const { return pathOf(*m_folder, name); }
    std::unique_ptr<Store> openStore(const char* name) {
        auto store = Store::open(path(name));
        return store ? std::move(*store) : nullptr;
    }
};

void ArchiveTest::init() {
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = openStore("store");
    QVERIFY(m_store);
    writeTar(path("rootfs.tar"), {{"./etc/passwd", "root:x:0:0::/root:/bin/sh\n", ""},
                                  {"bin/sh", std::string(200'000, 's'), ""},
                                  {"bin/bash", "", "sh"}});
}

void ArchiveTest::aRootfsIsImportedAsDockerDoes_data() {
    QTest::addColumn<QString>("compressor");
    QTest::newRow("plain") << "";
    QTest::newRow("gzip") << "gzip";
    QTest::newRow("zstd") << "zstd";
    QTest::newRow("xz") << "xz";
}

void ArchiveTest::aRootfsIsImportedAsDockerDoes() {
    QFETCH(QString, compressor);
    std::string file = path("rootfs.tar");
    if (!compressor.isEmpty()) {
        const std::string command = compressor.toStdString() + " -q -c " + file + " > " + file + ".packed";
        QCOMPARE(system(command.c_str()), 0);
        file += ".packed";
    }
    const auto id = importRootfs(*m_store, file, "base:1");
    VERIFY_OK(id);
    const auto image = m_store->resolve("base:1");
    VERIFY_OK(image);
    QCOMPARE(image->id, *id);
    QCOMPARE(image->layers.size(), 1U);
    QCOMPARE(image->size(), 200'026U);
    QVERIFY(!image->config.cmd && !image->config.entrypoint && image->config.env.empty());
    QCOMPARE(image->config.platform, image::Platform::host());
    QCOMPARE(image->config.created, std::string("2001-09-09T01:46:40Z"));
    QCOMPARE(image->config.history.size(), 1U);
    const auto toc = m_store->toc(image->layers[0].diffId);
    const auto entry = (*toc)->find("etc/passwd");
    QVERIFY(entry);
    QVERIFY(m_store->readFile(image->layers[0].diffId, (*toc)->entry(*entry), 1000)->starts_with("root:"));
}

void ArchiveTest::theSameRootfsGivesTheSameImage() {
    const auto first = importRootfs(*m_store, path("rootfs.tar"), "a");
    const auto second = importRootfs(*m_store, path("rootfs.tar"), "a");
    VERIFY_OK(second);
    QCOMPARE(*first, *second);
}

void ArchiveTest::whatIsNoRootfsIsRefused() {
    QCOMPARE(importRootfs(*m_store, path("missing.tar"), "a").error().code, ErrorCode::NotFound);
    std::ofstream(path("text")) << "no tar at all, but some text that is long enough to be read as one";
    const auto text = importRootfs(*m_store, path("text"), "a");
    QVERIFY(!text);
    QVERIFY(text.error().path.ends_with("/text"));
    writeTar(path("climbing.tar"), {{"../etc/passwd", "x", ""}});
    QVERIFY(!importRootfs(*m_store, path("climbing.tar"), "a"));
    std::ofstream(path("cut.tar")) << bytesOf(path("rootfs.tar")).substr(0, 100'000);
    QVERIFY(!importRootfs(*m_store, path("cut.tar"), "a"));
    QCOMPARE(importRootfs(*m_store, path("rootfs.tar"), "Not A Name").error().code, ErrorCode::Invalid);
    QVERIFY(m_store->images()->empty());
    QVERIFY(m_store->tags()->empty());
}

void ArchiveTest::aSavedArchiveHasBothLayoutsAndTheSameBytes() {
    const auto id = importRootfs(*m_store, path("rootfs.tar"), "base:1");
    VERIFY_OK(saveArchive(*m_store, {{*id, {"base:1", "127.0.0.1:5000/x:y"}}}, path("a.tar")));
    VERIFY_OK(saveArchive(*m_store, {{*id, {"base:1", "127.0.0.1:5000/x:y"}}}, path("b.tar")));
    QVERIFY(bytesOf(path("a.tar")) == bytesOf(path("b.tar")));
    const auto members = readTar(path("a.tar"));
    QVERIFY(members.contains("oci-layout"));
    for (const auto& [name, content] : members) {
        if (name.starts_with("blobs/sha256/")) {
            QCOMPARE(Digest::of(content).hex(), name.substr(13));
        }
    }
    QVERIFY2(members.at("manifest.json").contains(R"("RepoTags":["base:1","127.0.0.1:5000/x:y"])"),
             members.at("manifest.json").c_str());
    const auto index = image::parseManifest(members.at("index.json"));
    VERIFY_OK(index);
    const auto& first = std::get<image::Index>(*index).manifests.at(0);
    QCOMPARE(first.annotations.at("io.containerd.image.name"), std::string("docker.io/library/base:1"));
    VERIFY_OK(image::parseManifest(members.at("blobs/sha256/" + first.digest.hex())));
}

void ArchiveTest::aSavedImageLoadsIntoAnotherStore_data() {
    QTest::addColumn<bool>("compress");
    QTest::newRow("plain") << false;
    QTest::newRow("compressed") << true;
}

void ArchiveTest::aSavedImageLoadsIntoAnotherStore() {
    QFETCH(bool, compress);
    const auto id = importRootfs(*m_store, path("rootfs.tar"), "base:1");
    const auto extra = *makeLayer(*m_store, {{"extra", "more"}});
    image::Config config = m_store->resolve("base:1")->config;
    config.diffIds.push_back(extra.diffId);
    const auto second = m_store->putImage(config);
    VERIFY_OK(second);
    VERIFY_OK(saveArchive(*m_store, {{*id, {"base:1"}}, {*second, {}}}, path("out.tar"), {compress}));
    auto other = openStore("other");
    const auto loaded = loadArchive(*other, path("out.tar"));
    VERIFY_OK(loaded);
    QCOMPARE(loaded->size(), 2U);
    QCOMPARE(loaded->at(0).image, *id);
    QCOMPARE(loaded->at(0).tags, std::vector<std::string>{"docker.io/library/base:1"});
    QCOMPARE(loaded->at(1).image, *second);
    QCOMPARE(other->resolve("base:1")->configJson, m_store->resolve("base:1")->configJson);
    VERIFY_OK(other->readBlob(extra.diffId));
}

void ArchiveTest::dockerLoadsWhatWasSaved() {
    if (geteuid() != 0) {
        QSKIP("dockerd needs root");
    }
    fixtures::Fixture dockerd(QStringLiteral("dockerd"), {});
    QVERIFY2(dockerd.start(), qPrintable(dockerd.error()));
    const auto docker = [&](const QStringList& arguments) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DOCKER_HOST"), dockerd[QStringLiteral("DOCKER_HOST")]);
        environment.insert(QStringLiteral("DOCKER_CONFIG"), dockerd[QStringLiteral("DOCKER_CONFIG")]);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral("docker"), arguments);
        process.waitForFinished(60'000);
        return QString::fromUtf8(process.readAll()).trimmed();
    };
    const auto id = importRootfs(*m_store, path("rootfs.tar"), "base:1");
    VERIFY_OK(id);
    image::Config config = m_store->resolve("base:1")->config;
    config.cmd = {"sh"};
    config.diffIds.push_back(makeLayer(*m_store, {{"extra", "more"}})->diffId);
    const auto second = m_store->putImage(config);
    VERIFY_OK(second);
    const QString file = QString::fromStdString(path("out.tar").string());
    for (const bool compress : {false, true}) {
        VERIFY_OK(
            saveArchive(*m_store, {{*id, {"base:1"}}, {*second, {"x.example/two:2"}}}, path("out.tar"), {compress}));
        const QString said = docker({QStringLiteral("load"), QStringLiteral("-i"), file});
        QVERIFY2(said.contains(QStringLiteral("base:1")) && said.contains(QStringLiteral("x.example/two:2")),
                 qPrintable(said));
        const QString format = QStringLiteral("{{.Id}}");
        QCOMPARE(docker({QStringLiteral("image"), QStringLiteral("inspect"), QStringLiteral("-f"), format,
                         QStringLiteral("base:1")}),
                 QString::fromStdString(id->toString()));
        QCOMPARE(docker({QStringLiteral("image"), QStringLiteral("inspect"), QStringLiteral("-f"), format,
                         QStringLiteral("x.example/two:2")}),
                 QString::fromStdString(second->toString()));
        docker(
            {QStringLiteral("rmi"), QStringLiteral("-f"), QStringLiteral("base:1"), QStringLiteral("x.example/two:2")});
    }
    // And the way back: what docker saves is loaded here.
    VERIFY_OK(saveArchive(*m_store, {{*second, {"x.example/two:2"}}}, path("out.tar")));
    docker({QStringLiteral("load"), QStringLiteral("-i"), file});
    const QString saved =
        docker({QStringLiteral("save"), QStringLiteral("-o"), QString::fromStdString(path("back.tar").string()),
                QStringLiteral("x.example/two:2")});
    QVERIFY2(saved.isEmpty(), qPrintable(saved));
    auto other = openStore("other");
    const auto loaded = loadArchive(*other, path("back.tar"));
    VERIFY_OK(loaded);
    QCOMPARE(loaded->at(0).image, *second);
}

void ArchiveTest::anOldDockerArchiveWithLinksIsLoaded() {
    const std::string tar = bytesOf(path("rootfs.tar"));
    image::Config config;
    config.platform.architecture = "amd64";
    config.diffIds = {Digest::of(tar), Digest::of(tar)};
    const std::string json = config.toJson();
    const std::string name = Digest::of(json).hex() + ".json";
    writeTar(path("old.tar"),
             {{"aa/layer.tar", tar, ""},
              {"bb/layer.tar", "", "../aa/layer.tar"},
              {name, json, ""},
              {"manifest.json",
               R"([{"Config":")" + name + R"(","RepoTags":["old:1"],"Layers":["aa/layer.tar","bb/layer.tar"]}])", ""}});
    const auto loaded = loadArchive(*m_store, path("old.tar"));
    VERIFY_OK(loaded);
    QCOMPARE(loaded->at(0).image, Digest::of(json));
    QCOMPARE(m_store->resolve("old:1")->layers.size(), 2U);
}

void ArchiveTest::anOciLayoutAloneIsLoaded() {
    const auto id = importRootfs(*m_store, path("rootfs.tar"), "base:1");
    VERIFY_OK(saveArchive(*m_store, {{*id, {"base:1"}}}, path("a.tar")));
    std::vector<Member> members;
    for (const auto& [name, content] : readTar(path("a.tar"))) {
        if (name != "manifest.json") {
            members.push_back({name, content, ""});
        }
    }
    writeTar(path("oci.tar"), members);
    auto other = openStore("other");
    const auto loaded = loadArchive(*other, path("oci.tar"));
    VERIFY_OK(loaded);
    QCOMPARE(loaded->at(0).image, *id);
    VERIFY_OK(other->resolve("base:1"));
}

void ArchiveTest::archivesThatLieAreRefused_data() {
    QTest::addColumn<QString>("manifest");
    QTest::addColumn<QString>("part");
    QTest::newRow("no list") << "{}" << "not a list";
    QTest::newRow("no config") << R"([{"Layers":[]}])" << "names no configuration";
    QTest::newRow("config missing") << R"([{"Config":"x.json","Layers":[]}])" << "configuration is missing";
    QTest::newRow("config outside") << R"([{"Config":"../../etc/passwd","Layers":[]}])" << "configuration is missing";
    QTest::newRow("layers missing") << R"([{"Config":"c.json","Layers":["none"]}])" << "layer none is missing";
    QTest::newRow("layers too few") << R"([{"Config":"c.json","Layers":[]}])" << "has 0 layers";
    QTest::newRow("layer of another digest") << R"([{"Config":"c.json","Layers":["l.tar"]}])" << "digest";
    QTest::newRow("bad tag") << R"([{"Config":"empty.json","RepoTags":["A B"],"Layers":[]}])" << "not an image name";
}

void ArchiveTest::archivesThatLieAreRefused() {
    QFETCH(QString, manifest);
    QFETCH(QString, part);
    writeTar(path("lie.tar"), {{"c.json",
                                R"({"architecture":"amd64","os":"linux","rootfs":{"diff_ids":[")" +
                                    Digest::of("other").toString() + R"("]}})",
                                ""},
                               {"empty.json", R"({"architecture":"amd64","os":"linux"})", ""},
                               {"l.tar", bytesOf(path("rootfs.tar")), ""},
                               {"manifest.json", manifest.toStdString(), ""}});
    const auto loaded = loadArchive(*m_store, path("lie.tar"));
    QVERIFY(!loaded);
    QVERIFY2(loaded.error().message.contains(part.toStdString()), loaded.error().message.c_str());
    QVERIFY(loaded.error().path.ends_with("lie.tar"));
    QVERIFY(m_store->tags()->empty());
    writeTar(path("nothing.tar"), {{"a", "b", ""}});
    QVERIFY(loadArchive(*m_store, path("nothing.tar")).error().message.contains("neither"));
    QVERIFY(!loadArchive(*m_store, path("none.tar")));
}

void ArchiveTest::savingToAWrongPlaceLeavesNothing() {
    const auto id = importRootfs(*m_store, path("rootfs.tar"), "base:1");
    QVERIFY(!saveArchive(*m_store, {{*id, {}}}, path("no/such/folder.tar")));
    QVERIFY(!saveArchive(*m_store, {{*id, {}}}, path("store")));
    std::filesystem::create_directory(path("out"));
    QVERIFY(!saveArchive(*m_store, {{*id, {"Wrong Name"}}}, path("out/a.tar")));
    QVERIFY(!saveArchive(*m_store, {{Digest::of("none"), {}}}, path("out/a.tar")));
    std::stop_source stopped;
    stopped.request_stop();
    QCOMPARE(saveArchive(*m_store, {{*id, {}}}, path("out/a.tar"), {}, stopped.get_token()).error().code,
             ErrorCode::Canceled);
    QVERIFY(filesBelow(path("out")).empty());
}

QTEST_GUILESS_MAIN(ArchiveTest)
#include "archive_test.moc"
