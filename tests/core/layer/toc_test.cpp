#include "layer/toc.h"

#include <QTest>

#include <cstring>
#include <random>

using namespace slipway;
using namespace slipway::layer;

namespace {

Entry entry(std::string path, EntryType type = EntryType::File) {
    Entry e;
    e.path = std::move(path);
    e.type = type;
    e.mode = type == EntryType::Directory ? 0755 : 0644;
    return e;
}

std::shared_ptr<const Toc> sample() {
    TocBuilder builder;
    Entry file = entry("etc/passwd");
    file.size = 42;
    file.mtime = -5;
    file.uid = 4'000'000'000U;
    file.digest = Digest::of("x");
    file.offset = 1536;
    file.xattrs = {{"user.a", std::string("\0b", 2)}, {"security.capability", "c"}};
    builder.add(file);
    Entry dir = entry("etc", EntryType::Directory);
    dir.opaque = true;
    builder.add(dir);
    Entry device = entry("dev/null", EntryType::CharDevice);
    device.deviceMajor = 1;
    device.deviceMinor = 3;
    builder.add(device);
    Entry link = entry("etc-link", EntryType::Symlink);
    link.link = "../../etc";
    builder.add(link);
    builder.add(entry("gone", EntryType::Whiteout));
    builder.add(entry("", EntryType::Directory));
    return builder.build();
}

}  // namespace

class TocTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDigestIsWrittenAndReadAsOciDoes() {
        const Digest d = Digest::of("abc");
        QCOMPARE(d.hex(), std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(Digest::parse(d.toString()).value(), d);
        QCOMPARE(Digest::parse(d.hex()).value(), d);
        QVERIFY(Digest{}.isNull());
    }
    void aBadDigestIsRefused() {
        for (const std::string text : {"", "sha256:", "sha512:00", "sha256:zz", "BA7816BF"}) {
            QVERIFY(!Digest::parse(text));
        }
        QVERIFY(!Digest::parse(std::string(63, 'a')));
        QVERIFY(!Digest::parse(std::string(65, 'a')));
        QVERIFY(!Digest::parse(std::string(64, 'A')));
    }
    void aHasherStartsAnewAfterFinish() {
        Hasher hasher;
        hasher.update(std::string_view("a"));
        hasher.update(std::string_view("bc"));
        QCOMPARE(hasher.finish(), Digest::of("abc"));
        QCOMPARE(hasher.finish(), Digest::of(""));
    }
    void entriesComeBackSortedByTheirBytes() {
        const auto toc = sample();
        QCOMPARE(toc->size(), std::size_t{6});
        QCOMPARE(toc->path(0), std::string_view(""));
        QCOMPARE(toc->path(1), std::string_view("dev/null"));
        QCOMPARE(toc->path(2), std::string_view("etc"));
        QCOMPARE(toc->path(3), std::string_view("etc-link"));
        QCOMPARE(toc->path(4), std::string_view("etc/passwd"));
        QVERIFY(toc->opaque(2));
        QCOMPARE(toc->contentSize(), std::uint64_t{42});
        QCOMPARE(toc->find("etc/passwd").value(), std::size_t{4});
        QVERIFY(!toc->find("etc/pass"));
        QCOMPARE(toc->lowerBound("zzz"), std::size_t{6});
    }
    void serialisingLosesNothing() {
        const auto toc = sample();
        const std::string bytes = toc->serialize();
        const auto again = Toc::parse(bytes).value();
        QCOMPARE(again->size(), toc->size());
        for (std::size_t i = 0; i < toc->size(); ++i) {
            QVERIFY(again->entry(i) == toc->entry(i));
        }
        QVERIFY(again->serialize() == bytes);
        QVERIFY(sample()->serialize() == bytes);
    }
    void anEmptyTableIsATable() {
        const auto toc = TocBuilder().build();
        QCOMPARE(Toc::parse(toc->serialize()).value()->size(), std::size_t{0});
        QCOMPARE(Toc::parse(Toc().serialize()).value()->size(), std::size_t{0});
    }
    void aLaterEntryForAPathWins() {
        TocBuilder builder;
        builder.add(entry("a"));
        Entry second = entry("a");
        second.size = 7;
        builder.add(second);
        const auto toc = builder.build();
        QCOMPARE(toc->size(), std::size_t{1});
        QCOMPARE(toc->fileSize(0), std::uint64_t{7});
    }
    void aWhiteoutBesideADirectoryMakesItOpaque() {
        TocBuilder builder;
        builder.add(entry("d", EntryType::Directory));
        builder.add(entry("d", EntryType::Whiteout));
        builder.add(entry("f", EntryType::Whiteout));
        builder.add(entry("f"));
        const auto toc = builder.build();
        QCOMPARE(toc->size(), std::size_t{2});
        QVERIFY(toc->type(0) == EntryType::Directory && toc->opaque(0));
        QVERIFY(toc->type(1) == EntryType::File);
    }
    void aTableOfAnotherVersionIsRefused() {
        std::string bytes = sample()->serialize();
        bytes[8] = 99;
        const auto toc = Toc::parse(bytes);
        QVERIFY(!toc);
        QVERIFY(toc.error().code == ErrorCode::Unsupported);
    }
    void aTruncatedTableIsRefused() {
        const std::string bytes = sample()->serialize();
        for (std::size_t n = 0; n < bytes.size(); ++n) {
            QVERIFY(!Toc::parse(std::string_view(bytes).substr(0, n)));
        }
    }
    void aDamagedTableIsRefusedOrReadWithoutACrash() {
        const std::string good = sample()->serialize();
        std::mt19937 random(1);
        for (int round = 0; round < 20000; ++round) {
            std::string bytes = good;
            for (unsigned k = random() % 4 + 1; k > 0; --k) {
                bytes[random() % bytes.size()] = static_cast<char>(random());
            }
            const auto toc = Toc::parse(bytes);
            if (!toc) {
                continue;
            }
            for (std::size_t i = 0; i < (*toc)->size(); ++i) {
                const Entry e = (*toc)->entry(i);
                QVERIFY(e.path.find("//") == std::string::npos);
                QVERIFY((*toc)->find(e.path) == i);
            }
        }
    }
    void pathsThatClimbAreRefusedInATable() {
        for (const std::string path : {"..", "../x", "a/../b", "a/..", "a/./b", "./a", "a//b", "/a", "a/", "."}) {
            TocBuilder builder;
            builder.add(entry(path));
            QVERIFY2(!Toc::parse(builder.build()->serialize()), path.c_str());
        }
        for (const std::string path : {"..a", "a/..b", "a/.b", "a..", ".a", "a/b..", "..."}) {
            TocBuilder builder;
            builder.add(entry(path));
            QVERIFY2(Toc::parse(builder.build()->serialize()).has_value(), path.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TocTest)
#include "toc_test.moc"
