#include "tar_maker.h"

#include <QTest>

using namespace slipway;
using namespace slipway::layer;
using namespace slipway::layer::test;

namespace {

Result<PackedLayer> read(const std::string& tar, const TarLimits& limits = {}) {
    auto whole = readLayer(source(tar, 1 << 20), limits);
    // However the bytes are cut, the outcome is the same.
    for (const std::size_t piece : {std::size_t{100}, std::size_t{512}, std::size_t{777}}) {
        const auto again = readLayer(source(tar, piece), limits);
        if (again.has_value() != whole.has_value() ||
            (whole && (again->diffId != whole->diffId || again->toc->serialize() != whole->toc->serialize()))) {
            qFatal("a tar in pieces of %zu bytes reads differently", piece);
        }
    }
    return whole;
}

Entry at(const PackedLayer& layer, std::string_view path) {
    const auto index = layer.toc->find(path);
    if (!index) {
        qFatal("no %s", std::string(path).c_str());
    }
    return layer.toc->entry(*index);
}

void refused(const std::string& tar, std::string_view says, ErrorCode code = ErrorCode::Invalid,
             const TarLimits& limits = {}) {
    const auto layer = read(tar, limits);
    QVERIFY2(!layer, std::string(says).c_str());
    QVERIFY2(layer.error().message.find(says) != std::string::npos, layer.error().message.c_str());
    QVERIFY(layer.error().code == code);
}

}  // namespace

class TarReaderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tableDiffIdAndOffsetsOfAPlainTar() {
        const std::string tar = directory("./") + directory("./etc/") + file("etc/a", "hello") + file("/b", "") +
                                softlink("etc/s", "/x/../y") + hardlink("./c", "./etc/a") + end();
        const auto layer = read(tar).value();
        QCOMPARE(layer.diffId, Digest::of(tar));
        QCOMPARE(layer.tarSize, tar.size());
        QCOMPARE(layer.toc->size(), std::size_t{6});
        const Entry a = at(layer, "etc/a");
        QCOMPARE(a.digest, Digest::of("hello"));
        QCOMPARE(tar.substr(a.offset, a.size), std::string("hello"));
        QCOMPARE(at(layer, "etc/s").link, std::string("/x/../y"));
        QVERIFY(at(layer, "c").type == EntryType::Hardlink);
        QCOMPARE(at(layer, "c").link, std::string("etc/a"));
        QVERIFY(at(layer, "").type == EntryType::Directory);
    }
    void offsetsHoldBehindPaxAndGnuHeaders() {
        const std::string longName(300, 'n');
        const std::string big(1'500'000, 'q');
        const std::string tar = pax(paxRecord("path", longName + "/p") + paxRecord("SCHILY.xattr.user.k", "v")) +
                                file("short", "first") + gnuLongName(longName + "/g") + file("short", "second") +
                                file("big", big) + end() + std::string(8192, '\0');
        const auto layer = read(tar).value();
        QCOMPARE(layer.diffId, Digest::of(tar));
        for (const auto& [path, content] :
             {std::pair(longName + "/p", std::string("first")), std::pair(longName + "/g", std::string("second")),
              std::pair(std::string("big"), big)}) {
            const Entry e = at(layer, path);
            QVERIFY(tar.substr(e.offset, e.size) == content);
            QCOMPARE(e.digest, Digest::of(content));
        }
        QCOMPARE(at(layer, longName + "/p").xattrs.at("user.k"), std::string("v"));
    }
    void whiteoutsAndOpaqueMarkersAreUnderstood() {
        const std::string tar = directory("d/") + file("d/.wh..wh..opq", "") + file("d/.wh.gone", "") +
                                file("e/.wh..wh..opq", "") + file(".wh..wh.aufs", "") + file(".wh.top", "") + end();
        const auto layer = read(tar).value();
        QVERIFY(at(layer, "d").opaque);
        QVERIFY(at(layer, "d/gone").type == EntryType::Whiteout);
        QVERIFY(at(layer, "e").opaque);
        QVERIFY(at(layer, "top").type == EntryType::Whiteout);
        QCOMPARE(layer.toc->size(), std::size_t{4});
    }
    void overlaysOwnAttributesAreDropped() {
        const std::string tar = pax(paxRecord("SCHILY.xattr.user.overlay.opaque", "y") +
                                    paxRecord("SCHILY.xattr.trusted.overlay.opaque", "y") +
                                    paxRecord("SCHILY.xattr.security.capability", "cap")) +
                                directory("d/") + end();
        const auto layer = read(tar).value();
        QVERIFY((at(layer, "d").xattrs == Xattrs{{"security.capability", "cap"}}));
        QVERIFY(!at(layer, "d").opaque);
    }
    void namesThatClimbAreRefused() {
        refused(file("../x", "") + end(), "climb out");
        refused(file("a/../../x", "") + end(), "climb out");
        refused(pax(paxRecord("path", "/../x")) + file("x", "") + end(), "climb out");
        QVERIFY(read(file("a/../b", "") + end()).value().toc->find("b"));
    }
    void hardLinksThatLeadOutAreRefused() {
        refused(hardlink("x", "../../etc/passwd") + end(), "leads out");
        refused(directory("d/") + hardlink("x", "d") + end(), "hard link to");
        refused(hardlink("x", "y") + hardlink("y", "x") + end(), "no file");
        refused(hardlink("x", "/") + end(), "leads out");
    }
    void whiteoutsOfNothingAreRefused() {
        refused(file("a/.wh.", "") + end(), "whiteout");
        refused(file("a/.wh..", "") + end(), "whiteout");
        refused(file("a/.wh...", "") + end(), "whiteout");
    }
    void entriesBelowALinkAreRefused() {
        refused(softlink("x", "/etc") + file("x/passwd", "root") + end(), "no directory");
        refused(file("x/y", "") + file("x", "") + end(), "no directory");
    }
    void theLastOfSeveralEntriesWins() {
        const auto layer = read(file("a", "one") + hardlink("b", "a") + file("a", "three") + end()).value();
        QCOMPARE(at(layer, "a").digest, Digest::of("three"));
        // b was the first file, and still is
        QVERIFY(at(layer, "b").type == EntryType::File);
        QCOMPARE(at(layer, "b").digest, Digest::of("one"));
    }
    void theLastNameOfAFileDressesItUnderAllOfThem() {
        const std::string capability =
            pax(paxRecord("SCHILY.xattr.security.capability", "cap") + paxRecord("SCHILY.xattr.user.k", "v"));
        const auto layer =
            read(capability + dressed(file("z", "z"), 04755, 1, 1000) + dressed(hardlink("a", "z"), 0600, 7, 2000) +
                 dressed(hardlink("b", "a"), 04711, 8, 3000) + dressed(softlink("s", "z"), 0777, 1, 1000) +
                 dressed(hardlink("t", "s"), 0600, 9, 2000) + dressed(hardlink("below-b", "below"), 0700, 5, 500) +
                 dressed(hardlink("below-a", "below"), 0750, 6, 600) +
                 pax(paxRecord("SCHILY.xattr.security.capability", "own")) +
                 dressed(hardlink("below-c", "below"), 0711, 7, 700) + end())
                .value();
        for (const char* name : {"a", "b", "z"}) {
            const Entry e = at(layer, name);
            QCOMPARE(std::tuple(e.mode, e.uid, e.gid, e.mtime), std::tuple(04711U, 8U, 8U, std::int64_t{3000}));
            QVERIFY((e.xattrs == Xattrs{{"user.k", "v"}}));  // a new owner takes capabilities away
        }
        for (const char* name : {"s", "t"}) {
            const Entry e = at(layer, name);
            QCOMPARE(std::tuple(e.mode, e.uid, e.mtime), std::tuple(0777U, 9U, std::int64_t{1000}));
        }
        for (const char* name : {"below-a", "below-b", "below-c"}) {
            const Entry e = at(layer, name);
            QCOMPARE(std::tuple(e.mode, e.uid, e.mtime), std::tuple(0711U, 7U, std::int64_t{700}));
            QVERIFY((e.xattrs == Xattrs{{"security.capability", "own"}}));
        }
        // What took the file's name is dressed by none of them.
        const auto again = read(dressed(file("f", "old"), 0644, 1, 1) + dressed(hardlink("g", "f"), 0600, 2, 2) +
                                dressed(file("f", "new"), 0640, 3, 3) + end())
                               .value();
        QCOMPARE(std::tuple(at(again, "f").mode, at(again, "g").mode), std::tuple(0640U, 0600U));
        QCOMPARE(at(again, "g").digest, Digest::of("old"));
    }
    void absurdSizesAreRefused() {
        refused(header("x", '0', 0, {}, "77777777777") + end(), "", ErrorCode::Invalid);
        TarLimits limits;
        limits.contentBytes = 10;
        refused(file("x", "123456") + file("y", "123456") + end(), "more than 10 bytes", ErrorCode::Invalid, limits);
        limits = {};
        limits.entries = 2;
        refused(file("a", "") + file("b", "") + file("c", "") + end(), "more than 2 entries", ErrorCode::Invalid,
                limits);
        limits = {};
        limits.pathBytes = 20;
        refused(gnuLongName(std::string(30, 'x')) + file("s", "") + end(), "more than 20 bytes", ErrorCode::Invalid,
                limits);
        limits = {};
        limits.xattrBytes = 10;
        refused(pax(paxRecord("SCHILY.xattr.user.k", "0123456789")) + file("s", "") + end(), "extended attributes",
                ErrorCode::Invalid, limits);
        // a size of 2^63 - 1 and a negative one, in base 256
        refused(header("x", '0', 0, {}, std::string_view("\x80\0\0\0\x7f\xff\xff\xff\xff\xff\xff\xff", 12)) + end(),
                "");
        refused(
            header("x", '0', 0, {}, std::string_view("\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", 12)) + end(),
            "");
    }
    void namesThatAreNotUtf8AreKeptByteForByte() {
        const auto layer = read(file("caf\xe9", "x") + file("caf\xc3\xa9", "y") +
                                pax(paxRecord("path",
                                              "p\xff"
                                              "q")) +
                                file("z", "") + pax(paxRecord("hdrcharset", "BINARY") + paxRecord("path", "b\xff")) +
                                file("z", "") + end())
                               .value();
        QVERIFY(layer.toc->find("caf\xe9"));
        QVERIFY(layer.toc->find("caf\xc3\xa9"));
        QVERIFY(
            layer.toc->find("p\xff"
                            "q"));
        QVERIFY(layer.toc->find("b\xff"));
    }
    void sparseFilesAreRefusedWithAMend() {
        const std::string map = padded("1\n0\n5\n");
        const std::string tar =
            pax(paxRecord("GNU.sparse.major", "1") + paxRecord("GNU.sparse.minor", "0") +
                paxRecord("GNU.sparse.name", "holes") + paxRecord("GNU.sparse.realsize", "100000")) +
            header("GNUSparseFile.0/holes", '0', 512 + 5) + map + padded("hello") + end();
        refused(tar, "sparse", ErrorCode::Unsupported);
    }
    void aTruncatedOrForeignTarIsRefused() {
        const std::string tar = file("a", std::string(5000, 'x')) + end();
        refused(tar.substr(0, 3000), "can't be read");
        refused(tar.substr(0, 300), "can't be read");
        refused("", "can't be read");
        refused(std::string(4096, 'x'), "can't be read");
    }
    void anEmptyTarIsAnEmptyLayer() {
        const auto layer = read(end()).value();
        QCOMPARE(layer.toc->size(), std::size_t{0});
        // the digest that Docker's empty layer is known by
        QCOMPARE(layer.diffId.hex(), std::string("5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef"));
    }
    void aFailingSourceAndAStopEndTheReading() {
        const std::string tar = file("a", std::string(100'000, 'x')) + end();
        int calls = 0;
        const auto failing = readLayer([&]() -> Result<std::string_view> {
            return ++calls < 3 ? Result<std::string_view>(std::string_view(tar).substr(4096 * (calls - 1), 4096))
                               : fail(ErrorCode::Network, "gone");
        });
        QVERIFY(!failing);
        QVERIFY(failing.error().code == ErrorCode::Network);
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = readLayer(source(tar), {}, stop.get_token());
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Canceled);
    }
    void damagedTarsNeverCrash() {
        std::string good =
            directory("d/") + pax(paxRecord("SCHILY.xattr.user.k", "v") + paxRecord("path", "long/name")) +
            file("d/a", "hello") + gnuLongName("other") + hardlink("h", "d/a") + softlink("s", "t") + end();
        std::uint32_t random = 1;
        for (int round = 0; round < 3000; ++round) {
            std::string tar = good;
            for (int k = 0; k < 3; ++k) {
                random = random * 1664525 + 1013904223;
                const std::size_t where = (random >> 8) % (tar.size() - 1024);
                tar[where] = static_cast<char>(random >> 3);
                const std::size_t block = where / 512 * 512;
                // a right checksum lets the damage through to what is behind it
                tar.replace(block + 148, 8, "        ");
                unsigned sum = 0;
                for (std::size_t i = block; i < block + 512; ++i) {
                    sum += static_cast<unsigned char>(tar[i]);
                }
                tar.replace(block + 148, 6, octal(sum, 6));
            }
            const auto layer = readLayer(source(tar, 512));
            if (layer) {
                QVERIFY(Toc::parse(layer->toc->serialize()).has_value());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TarReaderTest)
#include "tar_reader_test.moc"
