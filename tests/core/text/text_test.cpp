#include "text/edit.h"
#include "text/error.h"
#include "text/position.h"
#include "text/quantity.h"
#include "text/utf8.h"

#include <QTest>

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
        QCOMPARE(firstInvalidUtf8("\xED\xA0\x80"), std::optional<std::size_t>(0));   // a surrogate
        QCOMPARE(firstInvalidUtf8("\xC0\xAF"), std::optional<std::size_t>(0));       // overlong
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
    void editsApplyToTheOldText() {
        const std::vector<Edit> edits{{{0, 1}, "X"}, {{3, 3}, "!"}};
        QCOMPARE(apply("abcd", edits), std::string("Xbc!d"));
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
        QCOMPARE(Error::fromErrno(ENOSPC, "write", "x").code, ErrorCode::NoSpace);
    }
};

QTEST_GUILESS_MAIN(TextTest)
#include "text_test.moc"
