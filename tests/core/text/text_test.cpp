#include "text/edit.h"
#include "text/error.h"
#include "text/position.h"
#include "text/quantity.h"
#include "text/read_file.h"
#include "text/say.h"
#include "text/utf8.h"
#include "text/whole_lines.h"
#include "text/write_all.h"

#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <random>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

using namespace slipway;
using namespace slipway::text;

class TextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void positionsAndOffsetsAgreeOnEveryByte() {
        const std::string_view text = "a\nbc\r\n\n\xC3\xA9 z";
        const LineIndex lines(text);
        QCOMPARE(lines.lineCount(), 4U);
        for (std::size_t at = 0; at <= text.size(); ++at) {
            QCOMPARE(lines.offset(lines.position(at)), at);
        }
        QCOMPARE(lines.position(text.size()).line, 4U);
        QCOMPARE(lines.position(999).column, 5U);
        QCOMPARE(lines.offset({99, 1}), text.size());
        QCOMPARE(lines.offset({1, 99}), 2U);
    }
    void anEmptyTextHasOneLine() {
        QCOMPARE(LineIndex("").lineCount(), 1U);
        QCOMPARE(LineIndex("").position(0).line, 1U);
    }
    void invalidUtf8IsFoundAndReplaced() {
        QVERIFY(!firstInvalidUtf8("gr\xC3\xBC\xC3\x9F \xF0\x9F\x90\x8B"));
        QCOMPARE(firstInvalidUtf8("ab\xFF"), std::optional<std::size_t>(2));
        QCOMPARE(firstInvalidUtf8("\xED\xA0\x80"), std::optional<std::size_t>(0));  // a surrogate
        QCOMPARE(firstInvalidUtf8("\xC0\xAF"), std::optional<std::size_t>(0));      // overlong
        QCOMPARE(toValidUtf8("a\xE2\x82z"), std::string("a\xEF\xBF\xBDz"));
        QCOMPARE(toValidUtf8("\xFF\xFE"), std::string("\xEF\xBF\xBD\xEF\xBF\xBD"));
    }
    void codePointsBecomeBytes() {
        QCOMPARE(encodeUtf8(U'a'), std::string("a"));
        QCOMPARE(encodeUtf8(0xFC), std::string("\xC3\xBC"));
        QCOMPARE(encodeUtf8(0x20AC), std::string("\xE2\x82\xAC"));
        QCOMPARE(encodeUtf8(0x1F40B), std::string("\xF0\x9F\x90\x8B"));
        QCOMPARE(encodeUtf8(0xD800), std::string("\xEF\xBF\xBD"));
        QCOMPARE(encodeUtf8(0x110000), std::string("\xEF\xBF\xBD"));
    }
    void utf16ColumnsCountSurrogatesTwice() {
        const std::string_view whale = "x\xF0\x9F\x90\x8By";
        QCOMPARE(utf16Length(whale), 4U);
        QCOMPARE(utf16ToByte(whale, 3), 5U);
        QCOMPARE(utf16ToByte(whale, 99), whale.size());
    }
    void aTextIsShownInOneLine() {
        QCOMPARE(oneLine("  a \t\r\n b  ", 100), std::string("a b"));
        QCOMPARE(oneLine("abcdef", 6), std::string("abcdef"));
        QCOMPARE(oneLine("abcdefg", 6), std::string("abcdef…"));
        QCOMPARE(oneLine("abcd\xC3\xA9\xC3\xA9", 5), std::string("abcd…"));  // never half a character
        QCOMPARE(oneLine("\x80\x80\x80", 2), std::string("…"));
        QCOMPARE(oneLine("", 0), std::string());
    }
    void editsApplyToTheOldText() {
        const std::vector<Edit> edits{{{0, 1}, "X"}, {{3, 3}, "!"}};
        QCOMPARE(apply("abcd", edits), std::string("Xbc!d"));
    }
    void editsAreBroughtInOrderUnlessTheyMeet() {
        std::vector<text::Edit> edits{{{5, 6}, "b"}, {{0, 2}, "a"}, {{2, 2}, "c"}};
        QVERIFY(text::bringInOrder(edits));
        QCOMPARE(edits[1].replacement, std::string("c"));
        edits = {{{0, 3}, "a"}, {{2, 4}, "b"}};
        QVERIFY(!text::bringInOrder(edits));
        edits = {{{2, 2}, "a"}, {{2, 2}, "b"}};
        QVERIFY(!text::bringInOrder(edits));
    }

    void editsOfEditsAreEditsOfTheFirstText() {
        std::mt19937 random(7);
        const auto below = [&](std::size_t bound) {
            return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
        };
        const auto anyEdits = [&](std::size_t size) {
            std::vector<text::Edit> out;
            for (std::size_t at = below(4); at <= size; at += 1 + below(6)) {
                const std::size_t end = std::min(size, at + below(4));
                out.push_back({{at, end}, std::string(below(3), static_cast<char>('A' + below(26)))});
                at = end;
            }
            return out;
        };
        for (int i = 0; i < 2000; ++i) {
            const std::string old = std::string("abcdefghijklmnopqrstuvwxyz").substr(0, below(27));
            const std::vector<text::Edit> first = anyEdits(old.size());
            const std::string middle = text::apply(old, first);
            const std::vector<text::Edit> second = anyEdits(middle.size());
            std::vector<text::Edit> both = text::compose(old.size(), first, second);
            QCOMPARE(text::apply(old, both), text::apply(middle, second));
            QVERIFY(text::bringInOrder(both));
        }
    }

    void aPlaceIsWidenedToItsLines() {
        const std::string_view text = "one\ntwo\n\nfour";
        const auto lines = [&](std::size_t begin, std::size_t end) {
            return std::string(wholeLines(text, {begin, end}).of(text));
        };
        QCOMPARE(lines(1, 2), std::string("one\n"));
        QCOMPARE(lines(2, 5), std::string("one\ntwo\n"));
        QCOMPARE(lines(4, 8), std::string("two\n"));  // with its end
        QCOMPARE(lines(4, 4), std::string("two\n"));
        QCOMPARE(lines(8, 8), std::string("\n"));
        QCOMPARE(lines(9, 13), std::string("four"));
        QCOMPARE(lines(13, 13), std::string("four"));
        QCOMPARE(std::string(wholeLines("", {}).of("")), std::string());
    }

    void amountsReadAsPeopleWriteThem() {
        QCOMPARE(bytesText(14), std::string("14 B"));
        QCOMPARE(bytesText(4'096), std::string("4 kB"));
        QCOMPARE(bytesText(72'900'000), std::string("72.9 MB"));
        QCOMPARE(bytesText(436'100'000), std::string("436 MB"));
        QCOMPARE(bytesText(999'999'999), std::string("1.00 GB"));
        QCOMPARE(bytesDifferenceText(-12'345), std::string("\u221212 kB"));
        QCOMPARE(bytesDifferenceText(64'100'000), std::string("+64.1 MB"));
        QCOMPARE(durationText(94), std::string("0.1 s"));
        QCOMPARE(durationText(9'420), std::string("9.4 s"));
        QCOMPARE(durationText(72'000), std::string("1 min 12 s"));
        QCOMPARE(durationText(7'500'000), std::string("2 h 5 min"));
    }
    void errorsSayWhere() {
        const Error error(ErrorCode::Invalid, "Unknown instruction.", "Dockerfile", Position{3, 5});
        QCOMPARE(error.describe(), std::string("Dockerfile:3:5: Unknown instruction."));
        QCOMPARE(Error(ErrorCode::Invalid, "Unknown instruction.", "", Position{3, 5}).describe(),
                 std::string("line 3:5: Unknown instruction."));
        QCOMPARE(Error::fromErrno(ENOENT, "read", "x").message,
                 std::string("cannot read x: No such file or directory"));
    }
    void aFullDiskIsToldInOneWayWithItsMend() {
        const Error full = Error::fromErrno(ENOSPC, "write", "x");
        QCOMPARE(full.code, ErrorCode::NoSpace);
        QCOMPARE(full.message, std::string("the disk is full: cannot write x; free some space and try again"));
        QCOMPARE(Error::fromErrno(EDQUOT, "write", "x").message, full.message);
    }
    void whatIsSaidIsInTheLanguageOfTheProgram() {
        QCOMPARE(say("{} of {}", 2, "three"), std::string("2 of three"));
        QCOMPARE(say("no {parts}"), std::string("no {parts}"));
        speakWith([](std::string_view english) -> std::string {
            if (english == "{} of {}")
                return "{1} hat {0}";
            if (english == "write")
                return "Schreiben von";
            if (english == "cannot {}: {}")
                return "nicht möglich: {}: {}";
            if (english == ".")
                return ",";
            return english == "broken {}" ? "kaputt {" : "";
        });
        const auto inEnglish = qScopeGuard([] { speakWith(nullptr); });
        QCOMPARE(say("{} of {}", 2, "three"), std::string("three hat 2"));
        QCOMPARE(say("nobody translated {}", 1), std::string("nobody translated 1"));
        QCOMPARE(say("broken {}", 1), std::string("broken 1"));
        QCOMPARE(said(worded("write")), std::string("Schreiben von"));
        const Error error = Error::fromErrno(ENOENT, "write", "x");
        QCOMPARE(error.message, std::string("nicht möglich: Schreiben von x: No such file or directory"));
        QCOMPARE(error.describe(), error.message);  // the file once
        QCOMPARE(bytesText(12'345'678), std::string("12,3 MB"));
        QCOMPARE(durationText(1500), std::string("1,5 s"));
    }
    void bytesAreWrittenUntilAllAreThere() {
        int ends[2];
        QVERIFY(pipe2(ends, O_CLOEXEC) == 0);
        const std::string bytes(1'000'000, 'x');  // many times what a pipe holds
        std::string got;
        std::jthread reader([&] {
            char piece[5'000];
            for (ssize_t size = 0; (size = read(ends[0], piece, sizeof piece)) > 0;)
                got.append(piece, static_cast<std::size_t>(size));
        });
        const bool written = writeAll(ends[1], bytes);
        close(ends[1]);
        reader.join();
        close(ends[0]);
        QVERIFY(written);
        QVERIFY(got == bytes);
    }
    void aFileThatTakesNoMoreSaysWhy() {
        const int full = open("/dev/full", O_WRONLY | O_CLOEXEC);
        QVERIFY(full >= 0);
        const bool written = writeAll(full, "x");
        const int reason = errno;
        close(full);
        QVERIFY(!written);
        QCOMPARE(reason, ENOSPC);
    }
    void aFileIsReadAndAFolderIsNot() {
        QTemporaryDir folder;
        QFile file(folder.filePath("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray bytes = QByteArray("\0\xFF\n", 3).repeated(50000);
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();
        QCOMPARE(text::readFile(file.fileName().toStdString()).value(), bytes.toStdString());
        const auto refused = text::readFile(folder.path().toStdString());
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains("directory"), refused.error().message.c_str());
        QCOMPARE(text::readFile("/nowhere/at/all").error().describe(),
                 std::string("cannot read /nowhere/at/all: No such file or directory"));
    }
};

QTEST_GUILESS_MAIN(TextTest)
#include "text_test.moc"
