#include "tar_maker.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

using namespace slipway;
using namespace slipway::layer;
using namespace slipway::layer::test;

namespace {

Entry entry(std::string path, EntryType type, std::uint32_t mode, std::string link = {}) {
    Entry e;
    e.path = std::move(path);
    e.type = type;
    e.mode = mode;
    e.mtime = 1'700'000'000;
    e.link = std::move(link);
    return e;
}

Entry fileEntry(std::string path, std::uint64_t size) {
    Entry e = entry(std::move(path), EntryType::File, 0644);
    e.size = size;
    return e;
}

// One of everything that a layer can hold.
std::vector<Entry> everything() {
    std::vector<Entry> entries;
    entries.push_back(entry("", EntryType::Directory, 0755));
    entries.push_back(entry("bin", EntryType::Directory, 0755));
    entries.push_back(fileEntry("bin/tool", 11));
    entries.back().mode = 04755;
    entries.back().uid = 1000;
    entries.back().gid = 3'000'000'000U;
    entries.back().xattrs = {{"security.capability", std::string("\1\0\0\2", 4)}, {"user.note", "caf\xc3\xa9"}};
    entries.push_back(entry("bin/alias", EntryType::Hardlink, 0644, "bin/tool"));
    entries.push_back(entry("bin/zalias", EntryType::Hardlink, 0644, "bin/tool"));
    entries.push_back(entry("bin-x", EntryType::Symlink, 0777, "../../somewhere/else"));
    entries.push_back(entry("dev/null", EntryType::CharDevice, 0666));
    entries.back().deviceMajor = 1;
    entries.back().deviceMinor = 3;
    entries.push_back(entry("dev/sda", EntryType::BlockDevice, 0660));
    entries.back().deviceMajor = 8;
    entries.push_back(entry("run/pipe", EntryType::Fifo, 0600));
    entries.push_back(entry("opt", EntryType::Directory, 01777));
    entries.back().opaque = true;
    entries.push_back(entry("etc/gone", EntryType::Whiteout, 0));
    entries.push_back(fileEntry("empty", 0));
    entries.push_back(fileEntry("caf\xc3\xa9/" + std::string(200, 'n') + "/" + std::string(120, 'm'), 5));
    entries.push_back(fileEntry("raw\xff", 3));
    entries.push_back(fileEntry("old", 1));
    entries.back().mtime = -1;
    return entries;
}

Result<ByteSource> content(const Entry& e) {
    static const std::string bytes = "hello world";
    return source(std::string_view(bytes).substr(0, e.size), 4);
}

}  // namespace

class TarWriterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theBytesAreThoseOfTheGolden() {
        std::string tar;
        const auto layer = writeLayer(everything(), content, into(tar)).value();
        QCOMPARE(layer.diffId, Digest::of(tar));
        QCOMPARE(layer.tarSize, tar.size());
        QFile golden(qEnvironmentVariable("SLIPWAY_SOURCE") +
                     QStringLiteral("/tests/core/layer/golden/everything.tar"));
        if (qEnvironmentVariableIsSet("SLIPWAY_UPDATE_GOLDEN")) {
            QVERIFY(golden.open(QIODevice::WriteOnly));
            golden.write(tar.data(), static_cast<qint64>(tar.size()));
            golden.close();
        }
        QVERIFY(golden.open(QIODevice::ReadOnly));
        // Another byte is another diff ID: everybody's caches and images change. Do it on purpose or not at all.
        QVERIFY(golden.readAll() == QByteArray(tar.data(), static_cast<qsizetype>(tar.size())));
    }
    void theOrderOfEntriesDoesNotMatter() {
        std::string forwards;
        std::string backwards;
        std::vector<Entry> entries = everything();
        const auto a = writeLayer(entries, content, into(forwards)).value();
        std::ranges::reverse(entries);
        const auto b = writeLayer(entries, content, into(backwards)).value();
        QVERIFY(forwards == backwards);
        QVERIFY(a.toc->serialize() == b.toc->serialize());
    }
    void theTableIsWhatAReaderFinds() {
        std::string tar;
        const auto written = writeLayer(everything(), content, into(tar)).value();
        const auto read = readLayer(source(tar)).value();
        QCOMPARE(read.diffId, written.diffId);
        QCOMPARE(read.toc->size(), written.toc->size());
        for (std::size_t i = 0; i < read.toc->size(); ++i) {
            Entry expected = written.toc->entry(i);
            if (expected.type == EntryType::Whiteout) {
                expected = {.path = expected.path, .type = EntryType::Whiteout};
            }
            Entry got = read.toc->entry(i);
            if (got.type == EntryType::Whiteout) {
                got = {.path = got.path, .type = EntryType::Whiteout};
            }
            QVERIFY2(got == expected, got.path.c_str());
            if (got.type == EntryType::File) {
                QCOMPARE(Digest::of(std::string_view(tar).substr(got.offset, got.size)), got.digest);
            }
        }
    }
    void theFirstOfSeveralNamesIsTheFile() {
        std::string tar;
        const auto layer = writeLayer(everything(), content, into(tar)).value();
        const Entry first = layer.toc->entry(layer.toc->find("bin/alias").value());
        QVERIFY(first.type == EntryType::File && first.size == 11 && first.mode == 04755);
        const Entry second = layer.toc->entry(layer.toc->find("bin/tool").value());
        QVERIFY(second.type == EntryType::Hardlink && second.link == "bin/alias");
        QCOMPARE(layer.toc->entry(layer.toc->find("bin/zalias").value()).link, std::string("bin/alias"));
        // whoever unpacks gives each name its owner and mode again
        QVERIFY(second.mode == 04755 && second.uid == 1000 && second.xattrs == first.xattrs);
        QCOMPARE(layer.toc->contentSize(), std::uint64_t{11 + 5 + 3 + 1});
    }
    void gnuTarReadsIt() {
        std::string tar;
        QVERIFY(writeLayer(everything(), content, into(tar)).has_value());
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("l.tar")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(tar.data(), static_cast<qint64>(tar.size()));
        file.close();
        QProcess process;
        process.start(QStringLiteral("tar"), {QStringLiteral("tf"), file.fileName()});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        const QByteArray listing = process.readAllStandardOutput();
        QVERIFY(listing.contains("etc/.wh.gone\n"));
        QVERIFY(listing.contains("opt/.wh..wh..opq\n"));
        const QByteArray complaints = process.readAllStandardError();
        QVERIFY2(complaints.count('\n') <= 1 && (complaints.isEmpty() || complaints.contains("hdrcharset")),
                 complaints.constData());
    }
    void aFileThatChangedIsNamed() {
        std::string tar;
        for (const std::uint64_t size : {10U, 12U}) {
            std::vector<Entry> entries{fileEntry("f", size)};
            const auto layer = writeLayer(
                entries, [](const Entry&) -> Result<ByteSource> { return source("hello world"); }, into(tar));
            QVERIFY(!layer);
            QVERIFY(layer.error().code == ErrorCode::Corrupt);
            QVERIFY(layer.error().message.find("\"f\"") != std::string::npos);
        }
        Entry known = fileEntry("f", 11);
        known.digest = Digest::of("hello there");
        QVERIFY(writeLayer({known}, content, into(tar)).error().code == ErrorCode::Corrupt);
        known.digest = Digest::of("hello world");
        QVERIFY(writeLayer({known}, content, into(tar)).has_value());
    }
    void badEntriesAreRefused() {
        std::string tar;
        for (const std::string path : {"../x", "/x", "a//b", "a/", ".", "a/.wh.b"}) {
            QVERIFY2(!writeLayer({fileEntry(path, 0)}, content, into(tar)), path.c_str());
        }
        QVERIFY(!writeLayer({fileEntry("a", 0), fileEntry("a", 0)}, content, into(tar)));
        Entry odd = fileEntry("a", 0);
        odd.xattrs = {{"user.a=b", "c"}};
        QVERIFY(writeLayer({odd}, content, into(tar)).error().code == ErrorCode::Unsupported);
    }
    void failuresOfSinkAndSourceComeThrough() {
        const auto full = writeLayer({fileEntry("a", 11)}, content,
                                     [](std::string_view) -> Result<> { return fail(ErrorCode::NoSpace, "full"); });
        QVERIFY(!full && full.error().code == ErrorCode::NoSpace);
        std::string tar;
        const auto gone = writeLayer(
            {fileEntry("a", 11)}, [](const Entry&) -> Result<ByteSource> { return fail(ErrorCode::NotFound, "gone"); },
            into(tar));
        QVERIFY(!gone && gone.error().code == ErrorCode::NotFound);
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(writeLayer(everything(), content, into(tar), stop.get_token()).error().code == ErrorCode::Canceled);
    }
    void largeContentIsTheSame() {
        const std::string big(5'000'001, 'b');
        std::string tar;
        std::vector<Entry> entries{fileEntry("big", big.size()), fileEntry("small", 2)};
        const auto layer = writeLayer(
                               entries,
                               [&](const Entry& e) -> Result<ByteSource> {
                                   return source(std::string_view(big).substr(0, e.size), 1 << 20);
                               },
                               into(tar))
                               .value();
        QCOMPARE(layer.diffId, Digest::of(tar));
        const Entry e = layer.toc->entry(0);
        QCOMPARE(e.digest, Digest::of(big));
        QVERIFY(tar.substr(e.offset, e.size) == big);
        QCOMPARE(readLayer(source(tar, 1 << 20)).value().diffId, layer.diffId);
    }
    void manyFilesReadAheadAreTheSame() {
        std::vector<Entry> entries;
        std::map<std::string, std::string> contents;
        for (int number = 0; number < 3000; ++number) {
            const std::string path = "d" + std::to_string(number % 7) + "-" + std::to_string(number);
            contents[path] = std::string(static_cast<std::size_t>(number % 1000), static_cast<char>('a' + number % 26));
            entries.push_back(fileEntry(path, contents[path].size()));
        }
        contents["d3-large"] = std::string(2'000'000, 'l');
        entries.push_back(fileEntry("d3-large", 2'000'000));
        std::vector<std::string> asked;  // by one thread at a time, in order
        std::string tar;
        const auto layer = writeLayer(
                               entries,
                               [&](const Entry& e) -> Result<ByteSource> {
                                   asked.push_back(e.path);
                                   return source(contents.at(e.path), 300'000);
                               },
                               into(tar))
                               .value();
        QVERIFY(std::ranges::is_sorted(asked));
        QCOMPARE(layer.diffId, Digest::of(tar));
        QCOMPARE(layer.toc->size(), entries.size());
        for (std::size_t i = 0; i < layer.toc->size(); ++i) {
            const Entry e = layer.toc->entry(i);
            QVERIFY2(tar.substr(e.offset, e.size) == contents.at(e.path), e.path.c_str());
            QCOMPARE(e.digest, Digest::of(contents.at(e.path)));
        }
    }
    void whatGoesWrongFarInALargeLayerIsSaid() {
        std::vector<Entry> entries;
        for (int number = 100; number < 200; ++number) {
            entries.push_back(fileEntry("f" + std::to_string(number), 100'000));
        }
        const std::string bytes(100'000, 'x');
        const auto give = [&](const Entry& e) -> Result<ByteSource> {
            return source(e.path == "f170" ? std::string_view(bytes).substr(1) : std::string_view(bytes), 50'000);
        };
        std::string tar;
        const auto changed = writeLayer(entries, give, into(tar));
        QVERIFY(!changed && changed.error().code == ErrorCode::Corrupt);
        QCOMPARE(changed.error().path, std::string("f170"));
        std::size_t room = 3'000'000;
        const auto full = writeLayer(entries, give, [&](std::string_view piece) -> Result<> {
            room -= std::min(room, piece.size());
            return room > 0 ? Result<>() : fail(ErrorCode::NoSpace, "full");
        });
        QVERIFY(!full && full.error().code == ErrorCode::NoSpace);
        std::stop_source stop;
        const auto stopped = writeLayer(
            entries, give,
            [&](std::string_view) -> Result<> {
                stop.request_stop();
                return {};
            },
            stop.get_token());
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Canceled);
    }
    void compressionComesBackAsItWas_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("none") << 0;
        QTest::newRow("gzip") << 1;
        QTest::newRow("zstd") << 2;
    }
    void compressionComesBackAsItWas() {
        QFETCH(int, kind);
        for (const std::size_t size : {0U, 1U, 5U, 3'000'000U}) {
            std::string text(size, '\0');
            for (std::size_t i = 0; i < size; ++i) {
                text[i] = static_cast<char>((i * i) >> 7);
            }
            std::string packed;
            std::string again;
            std::string back;
            QVERIFY(compress(source(text), into(packed), static_cast<Compression>(kind)).has_value());
            QVERIFY(compress(source(text, 999), into(again), static_cast<Compression>(kind)).has_value());
            QVERIFY(packed == again);
            QVERIFY(decompress(source(packed, 3), into(back)).has_value());
            QVERIFY(back == text);
        }
    }
    void otherCompressionsAreFoundByTheirFirstBytes() {
        for (const QString& program :
             {QStringLiteral("xz"), QStringLiteral("bzip2"), QStringLiteral("gzip"), QStringLiteral("zstd")}) {
            QProcess process;
            process.start(program, {QStringLiteral("-c")});
            if (!process.waitForStarted()) {
                qWarning("%s is not installed; left out", qPrintable(program));
                continue;
            }
            process.write("some text");
            process.closeWriteChannel();
            QVERIFY(process.waitForFinished());
            const QByteArray packed = process.readAllStandardOutput();
            std::string back;
            // two streams one after the other are one
            const std::string twice = (packed + packed).toStdString();
            QVERIFY(decompress(source(twice, 7), into(back)).has_value());
            QCOMPARE(back, std::string("some textsome text"));
        }
    }
    void damagedCompressedDataIsAnError() {
        std::string packed;
        QVERIFY(compress(source(std::string_view("some text that is long enough to be cut")), into(packed),
                         Compression::Gzip)
                    .has_value());
        std::string back;
        QVERIFY(!decompress(source(std::string_view(packed).substr(0, packed.size() / 2)), into(back)));
        packed[15] = static_cast<char>(packed[15] ^ 0x55);
        packed[16] = static_cast<char>(packed[16] ^ 0x55);
        (void)decompress(source(packed), into(back));
        QVERIFY(!decompress(source(std::string_view("\x1f\x8b garbage")), into(back)));
    }
    void aFileIsReadInRanges() {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("f")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(1 << 20, 'a') + "tail");
        file.close();
        const auto all = [](Result<ByteSource> from) {
            std::string text;
            while (true) {
                const std::string_view piece = from.value()().value();
                if (piece.empty()) {
                    return text;
                }
                text += piece;
            }
        };
        const std::string path = file.fileName().toStdString();
        QCOMPARE(all(fileSource(path)).size(), std::size_t{(1 << 20) + 4});
        QCOMPARE(all(fileSource(path, (1 << 20) - 1, 3)), std::string("ata"));
        QCOMPARE(all(fileSource(path, 1 << 20)), std::string("tail"));
        QCOMPARE(all(fileSource(path, 1 << 21)), std::string());
        QVERIFY(fileSource(path + "-missing").error().code == ErrorCode::NotFound);
    }
};

QTEST_GUILESS_MAIN(TarWriterTest)
#include "tar_writer_test.moc"
