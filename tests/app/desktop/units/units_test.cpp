#include "units/units.h"

#include <QDateTime>
#include <QLocale>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;

namespace {
QString plain(QString text) { return text.replace(u'\u00a0', u' '); }
}  // namespace

class UnitsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void bytesCarryAUnitPeopleRead_data() {
        QTest::addColumn<quint64>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << quint64(0) << u"0 B"_s;
        QTest::newRow("bytes") << quint64(14) << u"14 B"_s;
        QTest::newRow("almost a kilobyte") << quint64(999) << u"999 B"_s;
        QTest::newRow("kilobytes") << quint64(4096) << u"4 kB"_s;
        QTest::newRow("rounds up to the next unit") << quint64(999'700) << u"1.0 MB"_s;
        QTest::newRow("few megabytes") << quint64(7'600'000) << u"7.6 MB"_s;
        QTest::newRow("megabytes") << quint64(436'104'377) << u"436 MB"_s;
        QTest::newRow("gigabytes") << quint64(1'240'000'000) << u"1.2 GB"_s;
        QTest::newRow("the greatest") << ~quint64(0) << u"18447 PB"_s;
    }
    void bytesCarryAUnitPeopleRead() {
        QFETCH(quint64, value);
        QFETCH(QString, text);
        QCOMPARE(plain(units::bytes(value)), text);
    }

    void fineBytesKeepOneDigit() {
        QCOMPARE(plain(units::bytesFine(436'104'377)), u"436.1 MB"_s);
        QCOMPARE(plain(units::bytesFine(229)), u"229 B"_s);
    }

    void aDifferenceHasItsSign() {
        QCOMPARE(plain(units::bytesDifference(64'100'000)), u"+64 MB"_s);
        QCOMPARE(plain(units::bytesDifference(-3'000)), u"\u22123 kB"_s);
        QCOMPARE(plain(units::bytesDifference(0)), u"0 B"_s);
        QCOMPARE(units::bytesDifferenceExact(-3'000), u'\u2212' + units::bytesExact(3'000));
        QCOMPARE(units::bytesDifferenceExact(0), u"0 bytes"_s);
    }

    void durationsAreReadAtAGlance_data() {
        QTest::addColumn<qint64>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << qint64(0) << u"0 ms"_s;
        QTest::newRow("milliseconds") << qint64(8) << u"8 ms"_s;
        QTest::newRow("a tenth") << qint64(95) << u"0.1 s"_s;
        QTest::newRow("seconds") << qint64(9'400) << u"9.4 s"_s;
        QTest::newRow("whole seconds") << qint64(41'300) << u"41 s"_s;
        QTest::newRow("rounds up to a minute") << qint64(59'700) << u"1 min"_s;
        QTest::newRow("minutes") << qint64(72'000) << u"1 min 12 s"_s;
        QTest::newRow("hours") << qint64(7'500'000) << u"2 h 5 min"_s;
    }
    void durationsAreReadAtAGlance() {
        QFETCH(qint64, value);
        QFETCH(QString, text);
        QCOMPARE(plain(units::duration(value)), text);
    }

    void anExpectationIsRound() {
        QCOMPARE(plain(units::expected(9'230)), u"\u2248 9 s"_s);
        QCOMPARE(plain(units::expected(100)), u"\u2248 0.1 s"_s);
        QCOMPARE(plain(units::expected(7)), u"\u2248 0 s"_s);
        QVERIFY(units::expected(-1).isEmpty());
    }

    void timesNearNowAreShort() {
        const QDateTime now(QDate(2026, 3, 12), QTime(12, 0));
        const qint64 at = now.toMSecsSinceEpoch();
        QCOMPARE(units::when(now.addSecs(-8340).toMSecsSinceEpoch(), at), u"09:41"_s);
        QCOMPARE(units::when(now.addDays(-1).toMSecsSinceEpoch(), at), u"yesterday 12:00"_s);
        QCOMPARE(units::when(now.addDays(-3).toMSecsSinceEpoch(), at), u"Mon 12:00"_s);
    }
};

QTEST_GUILESS_MAIN(UnitsTest)
#include "units_test.moc"
