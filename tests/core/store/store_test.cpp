#include "store_fixture.h"

#include "text/read_file.h"

#include <sched.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <sstream>
#include <thread>

using namespace slipway;
using namespace slipway::store;
using namespace slipway::test;

class StoreTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void anotherUsersStoreIsRefusedWithTheReason();
    void aStoreThatIsAFileOrOfANewerVersionIsRefused();
    void aDamagedIndexIsSaid();
    void theIndexIsOpenedWhenItIsFirstNeeded();
    void aBlobIsThereWhenItIsCommittedAndNotBefore();
    void aBlobOfAnotherDigestLeavesNothing();
    void aLayerThatAnotherWroteIsTakenAtItsSize();
    void aDamagedBlobIsNoticed();
    void aLayerIsRecordedWithItsTableAndContent();
    void aLayerWithoutItsFilesIsAbsent();
    void aTarIsMadeAgainFromTheCompressedBlob();
    void snapshotNamesAreShortAndNeverTheSame();
    void aReplacedSnapshotIsDroppedWhenNoBuildRuns();
    void theCompressedSizeIsMeasuredOnce();
    void measuringStandsBackButNeverStarves();
    void anImageNeedsItsLayers();
    void tagsNormaliseAndMove();
    void aNameStandsForAnImageOfEachPlatform();
    void anIndexOfBeforePlatformsIsTakenOver();
    void imagesResolveByTagIdPrefixAndStage();
    void removingAnImageKeepsWhatOthersUse();
    void removingAnImageKeepsLayersWhileABuildRuns();
    void recordsComeNewestFirstAndOnlyWithTheirLayer();
    void buildsAreListedNewestFirst();
    void aKeyIsHeldOnce();
    void diskUsageCountsEachKind();
    void afterAPowerCutOnlyWhatIsWholeIsThere();
    void manyThreadsUseOneStore();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::filesystem::path home() const { return pathOf(*m_folder, "store"); }
    void open() {
        auto opened = Store::open(home());
        VERIFY_OK(opened);
        m_store = std::move(*opened);
    }
};

void StoreTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    open();
}

void StoreTest::cleanup() {
    m_store.reset();
    m_folder.reset();
}

void StoreTest::anotherUsersStoreIsRefusedWithTheReason() {
    if (geteuid() != 0) {
        QSKIP("only root can give a folder to another user");
    }
    QCOMPARE(chown(home().c_str(), 12345, 12345), 0);
    const auto refused = Store::open(home());
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Denied);
    QVERIFY2(refused.error().message.contains("12345") && refused.error().message.contains("SLIPWAY_HOME"),
             refused.error().message.c_str());
}

void StoreTest::aStoreThatIsAFileOrOfANewerVersionIsRefused() {
    std::ofstream(pathOf(*m_folder, "file")) << "x";
    QVERIFY(!Store::open(pathOf(*m_folder, "file")));
    QVERIFY(!Store::open(pathOf(*m_folder, "file/below")));
    std::ofstream(home() / "format") << "slipway store 2\n";
    const auto newer = Store::open(home());
    QVERIFY(!newer);
    QCOMPARE(newer.error().code, ErrorCode::Unsupported);
}

void StoreTest::aDamagedIndexIsSaid() {
    VERIFY_OK(m_store->tags());
    m_store.reset();
    std::filesystem::remove(home() / "index.sqlite-wal");
    std::filesystem::remove(home() / "index.sqlite-shm");
    std::ofstream(home() / "index.sqlite", std::ios::trunc) << std::string(8192, 'x');
    open();
    const auto tags = m_store->tags();
    QVERIFY(!tags);
    QCOMPARE(tags.error().code, ErrorCode::Corrupt);
}

void StoreTest::theIndexIsOpenedWhenItIsFirstNeeded() {
    QVERIFY(!m_store->hasBlob(Digest::of("x")));
    QVERIFY(!std::filesystem::exists(home() / "index.sqlite"));
    VERIFY_OK(m_store->tags());
    QVERIFY(std::filesystem::exists(home() / "index.sqlite"));
}

void StoreTest::aBlobIsThereWhenItIsCommittedAndNotBefore() {
    std::string content;
    {
        auto dropped = m_store->newBlob();
        VERIFY_OK(dropped);
        VERIFY_OK(dropped->write("dropped"));
    }
    auto writer = m_store->newBlob();
    VERIFY_OK(writer);
    for (int i = 0; i < 1000; ++i) {
        const std::string piece(static_cast<std::size_t>(i), static_cast<char>('a' + i % 26));
        content += piece;
        VERIFY_OK(writer->write(piece));
    }
    const Digest digest = Digest::of(content);
    QVERIFY(!m_store->hasBlob(digest));
    const auto committed = writer->commit(digest);
    VERIFY_OK(committed);
    QCOMPARE(*m_store->readBlob(digest), content);
    QCOMPARE(m_store->readBlob(digest, 10).error().code, ErrorCode::Invalid);
    QCOMPARE(m_store->readBlob(Digest::of("other")).error().code, ErrorCode::NotFound);
    QCOMPARE(filesBelow(home() / "blobs").size(), 1U);
    m_store.reset();
    QVERIFY(filesBelow(home() / "tmp").empty());
}

void StoreTest::aBlobOfAnotherDigestLeavesNothing() {
    auto writer = m_store->newBlob();
    VERIFY_OK(writer->write("x"));
    const auto committed = writer->commit(Digest::of("y"));
    QVERIFY(!committed);
    QCOMPARE(committed.error().code, ErrorCode::Corrupt);
    QVERIFY(filesBelow(home() / "blobs").empty());
}

void StoreTest::aLayerThatAnotherWroteIsTakenAtItsSize() {
    const auto written = [this](std::string_view content) {
        auto writer = m_store->newBlob();
        if (write(writer->descriptor(), content.data(), content.size()) != static_cast<ssize_t>(content.size())) {
            qFatal("write");
        }
        return std::move(*writer);
    };
    Layer layer;
    layer.diffId = Digest::of("a tar");
    layer.tarSize = 5;
    layer.toc = Digest::of("table");
    for (const auto& [tarSize, tocSize] : {std::pair(4, 5), std::pair(5, 6)}) {
        layer.tarSize = tarSize;
        QCOMPARE(m_store->putLayer(layer, written("a tar"), written("table"), tocSize).error().code,
                 ErrorCode::Corrupt);
        QVERIFY(filesBelow(home() / "blobs").empty());
    }
    layer.tarSize = 5;
    VERIFY_OK(m_store->putLayer(layer, written("a tar"), written("table"), 5));
    QCOMPARE(*m_store->readBlob(layer.diffId), std::string("a tar"));
    QCOMPARE(*m_store->readBlob(layer.toc), std::string("table"));
    QVERIFY((*m_store->layer(layer.diffId)).has_value());
}

void StoreTest::aDamagedBlobIsNoticed() {
    const auto digest = m_store->putBlob("content");
    VERIFY_OK(digest);
    std::ofstream(m_store->blobPath(*digest), std::ios::trunc) << "CONTENT";
    QCOMPARE(m_store->readBlob(*digest).error().code, ErrorCode::Corrupt);
}

void StoreTest::aLayerIsRecordedWithItsTableAndContent() {
    const auto made = makeLayer(*m_store, {{"a.txt", "hello"}, {"dir/b.txt", "world"}});
    VERIFY_OK(made);
    m_store.reset();
    open();
    const auto layer = m_store->layer(made->diffId);
    VERIFY_OK(layer);
    QVERIFY(layer->has_value());
    QCOMPARE((*layer)->size, 10U);
    const auto toc = m_store->toc(made->diffId);
    VERIFY_OK(toc);
    QCOMPARE(m_store->toc(made->diffId)->get(), toc->get());  // kept in memory
    const auto at = (*toc)->find("dir/b.txt");
    QVERIFY(at);
    const auto text = m_store->readFile(made->diffId, (*toc)->entry(*at), 100);
    VERIFY_OK(text);
    QCOMPARE(*text, std::string("world"));
    QCOMPARE(m_store->readFile(made->diffId, (*toc)->entry(*at), 4).error().code, ErrorCode::Invalid);
}

void StoreTest::aLayerWithoutItsFilesIsAbsent() {
    const auto made = makeLayer(*m_store, {{"a", "1"}});
    VERIFY_OK(made);
    std::filesystem::remove(m_store->blobPath(made->diffId));
    QVERIFY(!*m_store->layer(made->diffId));
    QCOMPARE(m_store->putLayer(*made).error().code, ErrorCode::NotFound);
    QCOMPARE(m_store->toc(made->diffId).error().code, ErrorCode::NotFound);
}

void StoreTest::aTarIsMadeAgainFromTheCompressedBlob() {
    auto made = makeLayer(*m_store, {{"a", std::string(100'000, 'x')}});
    VERIFY_OK(made);
    auto writer = m_store->newBlob();
    const auto source = layer::fileSource(m_store->blobPath(made->diffId));
    VERIFY_OK(source);
    VERIFY_OK(layer::compress(
        *source, [&](std::string_view bytes) { return writer->write(bytes); }, layer::Compression::Zstd));
    made->compressedSize = writer->size();
    made->compressed = *writer->commit();
    VERIFY_OK(m_store->putLayer(*made));
    std::filesystem::remove(m_store->blobPath(made->diffId));
    QVERIFY(m_store->layer(made->diffId)->has_value());
    const auto tar = m_store->layerTar(made->diffId);
    VERIFY_OK(tar);
    QCOMPARE(std::filesystem::file_size(*tar), made->tarSize);
    VERIFY_OK(m_store->readBlob(made->diffId));
}

void StoreTest::snapshotNamesAreShortAndNeverTheSame() {
    std::set<std::string> names;
    for (int i = 0; i < 1500; ++i) {
        const auto name = m_store->newSnapshotName();
        VERIFY_OK(name);
        QVERIFY2(!name->empty() && name->size() <= 3, name->c_str());
        QVERIFY(names.insert(*name).second);
    }
    m_store.reset();
    open();
    QVERIFY(names.insert(*m_store->newSnapshotName()).second);
}

void StoreTest::aReplacedSnapshotIsDroppedWhenNoBuildRuns() {
    const auto made = makeLayer(*m_store, {{"a", "1"}});
    const std::string first = *m_store->newSnapshotName();
    const std::string second = *m_store->newSnapshotName();
    std::filesystem::create_directories(home() / "snapshots" / first / "sub");
    VERIFY_OK(m_store->setSnapshot(made->diffId, first));
    QCOMPARE((*m_store->layer(made->diffId))->snapshot, first);
    VERIFY_OK(m_store->setSnapshot(made->diffId, second));
    auto lease = m_store->lease("build");
    VERIFY_OK(lease);
    QVERIFY(m_store->droppedSnapshots()->empty());
    QVERIFY(std::filesystem::exists(home() / "snapshots" / first));
    lease->reset();
    QVERIFY(m_store->droppedSnapshots()->empty());  // removed right there
    QVERIFY(!std::filesystem::exists(home() / "snapshots" / first));
    QCOMPARE(m_store->setSnapshot(Digest::of("none"), "x").error().code, ErrorCode::NotFound);
}

void StoreTest::theCompressedSizeIsMeasuredOnce() {
    const auto made = makeLayer(*m_store, {{"a", std::string(1'000'000, 'x')}});
    QVERIFY(!(*m_store->layer(made->diffId))->compressedSize);
    std::stop_source stopped;
    stopped.request_stop();
    QCOMPARE(m_store->measureCompressed(made->diffId, stopped.get_token()).error().code, ErrorCode::Canceled);
    const auto size = m_store->measureCompressed(made->diffId);
    VERIFY_OK(size);
    QVERIFY(*size > 0 && *size < 100'000);
    QCOMPARE((*m_store->layer(made->diffId))->compressedSize, *size);
    std::filesystem::resize_file(m_store->blobPath(made->diffId), 0);  // it is not read again
    QCOMPARE(*m_store->measureCompressed(made->diffId), *size);
    QCOMPARE(m_store->measureCompressed(Digest::of("none")).error().code, ErrorCode::NotFound);
}

void StoreTest::measuringStandsBackButNeverStarves() {
    std::string noise(40'000'000, '\0');  // which takes gzip a second
    std::mt19937 random(7);
    std::ranges::generate(noise, [&] { return static_cast<char>(random()); });
    const auto made = makeLayer(*m_store, {{"a", noise}});
    std::stop_source stop;
    const std::jthread measuring(
        [&] { static_cast<void>(m_store->measureCompressed(made->diffId, stop.get_token())); });
    const int own = getpriority(PRIO_PROCESS, 0);
    bool standsBack = false, isIdle = false;
    const auto look = [&] {
        for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
            const std::string stat = text::readFile((task.path() / "stat").string()).value_or("");
            std::istringstream fields(stat.substr(std::min(stat.rfind(')') + 2, stat.size())));
            std::vector<std::string> words{std::istream_iterator<std::string>(fields), {}};
            if (words.size() > 38) {  // proc_pid_stat(5); the first is its field 3
                standsBack = standsBack || std::stoi(words[16]) == std::min(own + 10, 19);
                isIdle = isIdle || std::stoi(words[38]) == SCHED_IDLE;
            }
        }
        return standsBack;
    };
    QVERIFY(QTest::qWaitFor(look));
    stop.request_stop();
    QVERIFY(!isIdle);
}

void StoreTest::anImageNeedsItsLayers() {
    const auto layer = makeLayer(*m_store, {{"a", "1"}});
    Layer missing;
    missing.diffId = Digest::of("missing");
    QCOMPARE(m_store->putImage(configOf({*layer, missing})).error().code, ErrorCode::NotFound);
    QVERIFY(m_store->images()->empty());
    const auto id = m_store->putImage(configOf({*layer, *layer}));
    VERIFY_OK(id);
    const auto image = m_store->image(*id);
    VERIFY_OK(image);
    QCOMPARE((*image)->layers.size(), 2U);
    QCOMPARE((*image)->size(), 2U);
    QCOMPARE(Digest::of((*image)->configJson), *id);
    QCOMPARE(m_store->images()->size(), 1U);
    std::filesystem::remove(m_store->blobPath(layer->toc));
    QVERIFY(!*m_store->image(*id));
    QVERIFY(m_store->images()->empty());
}

void StoreTest::aNameStandsForAnImageOfEachPlatform() {
    const auto here = image::Platform::host();
    const auto other = *image::Platform::parse("linux/s390x");
    const auto a = *m_store->putImage(configOf({}, "a"));
    const auto b = *m_store->putImage(configOf({}, "b"));
    const auto c = *m_store->putImage(configOf({}, "c"));
    const Digest index = Digest::of("index");
    const auto named = [&] {
        const auto tag = m_store->tag("docker.io/library/app:latest");
        return tag && *tag ? (*tag)->image : Digest();
    };
    const auto known = [&](const char* name) {
        std::map<std::string, Digest> out;
        for (const Tag& tag : *m_store->tagsOf(*image::Reference::parse(name)))
            out.emplace(tag.platform, tag.image);
        return out;
    };
    using Known = std::map<std::string, Digest>;
    // The first is what the name stands for, whatever it is; then this machine's.
    VERIFY_OK(m_store->tagPulled("app", other, b, index));
    QCOMPARE(named(), b);
    VERIFY_OK(m_store->tagPulled("app", here, a, index));
    QCOMPARE(named(), a);
    VERIFY_OK(m_store->tagPulled("app", other, c, index));
    QCOMPARE(named(), a);
    QVERIFY((known("app") == Known{{"", a}, {here.toString(), a}, {"linux/s390x", c}}));
    QVERIFY(known(("app@" + index.toString()).c_str()) == known("app"));
    // What a person names so is no registry's.
    VERIFY_OK(m_store->setTag("app", b));
    QVERIFY((known("app") == Known{{"", b}}));
    VERIFY_OK(m_store->tagPulled("app", other, c, index));
    QCOMPARE(named(), b);
    VERIFY_OK(m_store->removeImage(c));
    QVERIFY((known("app") == Known{{"", b}}));
    VERIFY_OK(m_store->tagPulled("app", here, a, index));
    VERIFY_OK(m_store->removeTag("app"));
    QVERIFY(known("app").empty());
}

void StoreTest::anIndexOfBeforePlatformsIsTakenOver() {
    const auto a = *m_store->putImage(configOf({}, "a"));
    VERIFY_OK(m_store->setTag("app", a));
    m_store.reset();
    sqlite3* index = nullptr;
    QCOMPARE(sqlite3_open((home() / "index.sqlite").c_str(), &index), SQLITE_OK);
    QCOMPARE(sqlite3_exec(index, "DROP TABLE platform_tags; PRAGMA user_version = 1", nullptr, nullptr, nullptr),
             SQLITE_OK);
    sqlite3_close(index);
    open();
    QCOMPARE(m_store->tag("docker.io/library/app:latest").value()->image, a);
    VERIFY_OK(m_store->tagPulled("app", image::Platform::host(), a, Digest::of("index")));
}

void StoreTest::tagsNormaliseAndMove() {
    const auto a = m_store->putImage(configOf({}, "a"));
    const auto b = m_store->putImage(configOf({}, "b"));
    VERIFY_OK(m_store->setTag("app", *a));
    VERIFY_OK(m_store->setTag("docker.io/library/app:latest", *b, Digest::of("m")));
    const auto tags = m_store->tags();
    QCOMPARE(tags->size(), 1U);
    QCOMPARE(tags->front().name, std::string("docker.io/library/app:latest"));
    QCOMPARE(tags->front().image, *b);
    QCOMPARE(tags->front().manifest, Digest::of("m"));
    QCOMPARE(m_store->setTag("App", *a).error().code, ErrorCode::Invalid);
    QCOMPARE(m_store->setTag("x", Digest::of("none")).error().code, ErrorCode::NotFound);
    VERIFY_OK(m_store->removeTag("app:latest"));
    QCOMPARE(m_store->removeTag("app").error().code, ErrorCode::NotFound);
    QVERIFY(!*m_store->tag("docker.io/library/app:latest"));
}

void StoreTest::imagesResolveByTagIdPrefixAndStage() {
    const auto a = *m_store->putImage(configOf({}, "a"));
    const auto b = *m_store->putImage(configOf({}, "b"), Digest::of("manifest"));
    VERIFY_OK(m_store->setTag("app:1", a));
    const auto id = [&](const std::string& name) { return m_store->resolve(name).value_or(Image{}).id; };
    QCOMPARE(id("app:1"), a);
    QCOMPARE(id(a.hex()), a);
    QCOMPARE(id(a.toString()), a);
    QCOMPARE(id(b.hex().substr(0, 12)), b);
    QCOMPARE(id("sha256:" + b.hex().substr(0, 12)), b);
    QCOMPARE(id("any@" + Digest::of("manifest").toString()), b);
    QCOMPARE(m_store->resolve("").error().code, ErrorCode::Invalid);
    QCOMPARE(m_store->resolve("UPPER").error().code, ErrorCode::Invalid);
    QCOMPARE(m_store->resolve("app:2").error().code, ErrorCode::NotFound);
    for (int i = 0; i < 40; ++i) {  // until some share their first digit
        VERIFY_OK(m_store->putImage(configOf({}, std::to_string(i))));
    }
    const auto ambiguous = m_store->resolve(a.hex().substr(0, 1));
    QCOMPARE(ambiguous.error().code, ErrorCode::Invalid);
    QVERIFY(ambiguous.error().message.contains("more digits"));

    const std::string folder = m_folder->path().toStdString();
    Build build;
    build.folder = folder;
    build.outcome = "succeeded";
    build.images = {{"runtime", 0, a}, {"dev", 1, a}};
    VERIFY_OK(m_store->putBuild(build));
    build.images = {{"runtime", 0, b}};
    VERIFY_OK(m_store->putBuild(build));
    QCOMPARE(id(folder + "#runtime"), b);
    QCOMPARE(id(folder + "/#RUNTIME"), b);
    QCOMPARE(id(folder + "#0"), b);
    QCOMPARE(id(folder + "#dev"), a);
    QCOMPARE(id(folder + "#1"), a);
    QCOMPARE(m_store->resolve(folder + "#2").error().code, ErrorCode::NotFound);
    QCOMPARE(m_store->resolve(folder + "#").error().code, ErrorCode::NotFound);
    VERIFY_OK(m_store->removeImage(b));
    QCOMPARE(id(folder + "#runtime"), a);  // the last build whose image is still there
}

void StoreTest::removingAnImageKeepsWhatOthersUse() {
    const auto shared = *makeLayer(*m_store, {{"s", "shared"}});
    const auto own = *makeLayer(*m_store, {{"o", "own"}});
    const auto a = *m_store->putImage(configOf({shared, own}));
    const auto b = *m_store->putImage(configOf({shared}));
    const std::string name = *m_store->newSnapshotName();
    std::filesystem::create_directories(home() / "snapshots" / name);
    VERIFY_OK(m_store->setSnapshot(own.diffId, name));
    VERIFY_OK(m_store->setTag("a", a));
    VERIFY_OK(m_store->putRecord({Digest::of("k"), {}, "step", own.diffId, "{}", 0}));
    VERIFY_OK(m_store->removeImage(a));
    QVERIFY(m_store->tags()->empty());
    QVERIFY(!*m_store->image(a));
    QVERIFY(!*m_store->layer(own.diffId));
    QVERIFY(!m_store->hasBlob(own.diffId));
    QVERIFY(!m_store->hasBlob(own.toc));
    QVERIFY(!m_store->hasBlob(a));
    QVERIFY(!*m_store->record(Digest::of("k")));
    QVERIFY(m_store->image(b)->has_value());
    QVERIFY(m_store->toc(shared.diffId).has_value());
    QVERIFY(m_store->droppedSnapshots()->empty());
    QVERIFY(!std::filesystem::exists(home() / "snapshots" / name));
    QCOMPARE(m_store->removeImage(a).error().code, ErrorCode::NotFound);
}

void StoreTest::removingAnImageKeepsLayersWhileABuildRuns() {
    const auto layer = *makeLayer(*m_store, {{"o", "own"}});
    const auto id = *m_store->putImage(configOf({layer}));
    const auto lease = m_store->lease("build");
    VERIFY_OK(m_store->removeImage(id));
    QVERIFY(!*m_store->image(id));
    QVERIFY(m_store->layer(layer.diffId)->has_value());
}

void StoreTest::recordsComeNewestFirstAndOnlyWithTheirLayer() {
    const auto first = *makeLayer(*m_store, {{"a", "1"}});
    const auto second = *makeLayer(*m_store, {{"a", "2"}});
    const Digest key = Digest::of("key");
    VERIFY_OK(m_store->putRecord({key, Digest::of("c1"), "step", first.diffId, "1", 0}));
    VERIFY_OK(m_store->putRecord({key, Digest::of("c2"), "step", second.diffId, "2", 0}));
    QCOMPARE((*m_store->record(key))->body, std::string("2"));
    QCOMPARE((*m_store->recordByChainKey(Digest::of("c1")))->body, std::string("1"));
    QCOMPARE((*m_store->lastRecordOf("step"))->layer, second.diffId);
    VERIFY_OK(m_store->putRecord({key, Digest::of("c1"), "step", first.diffId, "1 again", 0}));
    const auto newest = *m_store->record(key);
    QCOMPARE(newest->body, std::string("1 again"));
    QVERIFY(newest->counter > 2);
    std::filesystem::remove(m_store->blobPath(first.diffId));
    QCOMPARE((*m_store->record(key))->body, std::string("2"));
    QVERIFY(!*m_store->recordByChainKey(Digest::of("c1")));
    VERIFY_OK(m_store->putRecord({Digest::of("none"), {}, std::string("a\0b", 3), {}, "no layer", 0}));
    QCOMPARE((*m_store->record(Digest::of("none")))->step, std::string("a\0b", 3));
    QVERIFY(!*m_store->record(Digest::of("unknown")));
    QVERIFY(!*m_store->recordByChainKey({}));
}

void StoreTest::buildsAreListedNewestFirst() {
    Build build{0, "/f", "/f/Dockerfile", "t", "failed", 1, 2, "logs/1", {{"t", 0, Digest::of("i")}}};
    const auto first = m_store->putBuild(build);
    VERIFY_OK(first);
    const auto second = *m_store->putBuild(build);
    QVERIFY(second > *first);
    build.id = *first;
    build.outcome = "succeeded";
    build.images.clear();
    QCOMPARE(*m_store->putBuild(build), *first);
    const auto builds = m_store->builds("/f");
    QCOMPARE(builds->size(), 2U);
    QCOMPARE(builds->front().id, second);
    QCOMPARE(builds->front().images.front().image, Digest::of("i"));
    QCOMPARE(builds->back().outcome, std::string("succeeded"));
    QVERIFY(builds->back().images.empty());
    QCOMPARE(m_store->builds("/f", 1)->size(), 1U);
    QVERIFY(m_store->builds("/g")->empty());
    QVERIFY(!*m_store->build(99));
}

void StoreTest::aKeyIsHeldOnce() {
    auto held = m_store->tryLock(Digest::of("k"));
    QVERIFY(held->has_value());
    QVERIFY(!m_store->tryLock(Digest::of("k"))->has_value());
    QVERIFY(m_store->tryLock(Digest::of("other"))->has_value());
    Store::KeyLock moved = std::move(**held);
    held->reset();
    QVERIFY(!m_store->tryLock(Digest::of("k"))->has_value());
    moved = {};
    QVERIFY(m_store->tryLock(Digest::of("k"))->has_value());
}

void StoreTest::diskUsageCountsEachKind() {
    const auto layer = *makeLayer(*m_store, {{"a", std::string(50'000, 'x')}});
    VERIFY_OK(m_store->putImage(configOf({layer})));
    VERIFY_OK(m_store->putRecord({Digest::of("k"), {}, "s", layer.diffId, "{}", 0}));
    std::filesystem::create_directories(home() / "snapshots" / "0" / "sub");
    std::ofstream(home() / "snapshots" / "0" / "sub" / "f") << std::string(20'000, 'y');
    std::ofstream(home() / "logs" / "1") << "log";
    const auto usage = m_store->diskUsage();
    VERIFY_OK(usage);
    const auto of = [&](const char* kind) {
        for (const DiskUsage& each : *usage) {
            if (each.kind == kind) {
                return each;
            }
        }
        return DiskUsage{};
    };
    QCOMPARE(usage->size(), 6U);
    QCOMPARE(of("images").count, 1U);
    QCOMPARE(of("layers").count, 1U);
    QVERIFY(of("layers").size >= 50'000);
    QCOMPARE(of("snapshots").count, 1U);
    QVERIFY(of("snapshots").size >= 20'000);
    QCOMPARE(of("logs").count, 1U);
    QCOMPARE(of("records").count, 1U);
    QCOMPARE(of("mounts").count, 0U);
}

void StoreTest::afterAPowerCutOnlyWhatIsWholeIsThere() {
    const auto good = *makeLayer(*m_store, {{"a", "good"}});
    const auto bad = *makeLayer(*m_store, {{"a", "bad"}});
    VERIFY_OK(m_store->setSnapshot(good.diffId, "x"));
    m_store.reset();
    std::filesystem::resize_file(home() / "blobs/sha256" / bad.diffId.hex(), 100);
    sqlite3* index = nullptr;
    QCOMPARE(sqlite3_open((home() / "index.sqlite").c_str(), &index), SQLITE_OK);
    QCOMPARE(sqlite3_exec(index, "UPDATE meta SET value = 'another' WHERE name = 'boot'", nullptr, nullptr, nullptr),
             SQLITE_OK);
    sqlite3_close(index);
    open();
    const auto layer = m_store->layer(good.diffId);
    QVERIFY(layer->has_value());
    QVERIFY((*layer)->snapshot.empty());
    QVERIFY(!*m_store->layer(bad.diffId));
    VERIFY_OK(makeLayer(*m_store, {{"a", "bad"}}));
    QVERIFY(m_store->layer(bad.diffId)->has_value());
}

void StoreTest::manyThreadsUseOneStore() {
    std::atomic<int> failures = 0;
    {
        std::vector<std::jthread> threads;
        for (int t = 0; t < 6; ++t) {
            threads.emplace_back([&, t] {
                for (int i = 0; i < 20; ++i) {
                    const auto layer = makeLayer(*m_store, {{"f", std::to_string(t % 2) + "-" + std::to_string(i)}});
                    const bool good = layer && m_store->toc(layer->diffId) && m_store->putImage(configOf({*layer})) &&
                                      m_store->putRecord({layer->diffId, {}, "s", layer->diffId, "{}", 0}) &&
                                      m_store->record(layer->diffId)->has_value();
                    failures += good ? 0 : 1;
                }
            });
        }
    }
    QCOMPARE(failures.load(), 0);
    QCOMPARE(m_store->images()->size(), 40U);
}

QTEST_GUILESS_MAIN(StoreTest)
#include "store_test.moc"
