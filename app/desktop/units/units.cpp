#include "units/units.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace slipway::units {
namespace {

QString tr(const char* text) { return QCoreApplication::translate("slipway::units", text); }

// A no-break space keeps the number and its unit on one line.
QString withUnit(double value, int decimals, const QString& unit) {
    QLocale locale;
    return locale.toString(value, 'f', decimals) + u'\u00a0' + unit;
}

constexpr std::array kUnits{"B", "kB", "MB", "GB", "TB", "PB"};

QString scaled(double value, bool fine) {
    std::size_t unit = 0;
    while (unit + 1 < kUnits.size() && std::round(value) >= 1000) {
        value /= 1000;
        ++unit;
    }
    const bool point = unit >= 2 && (fine || value < 9.95);
    return withUnit(value, point ? 1 : 0, QString::fromLatin1(kUnits[unit]));
}

QString withSign(qint64 value, const QString& size) {
    return value == 0 ? size : (value > 0 ? u'+' : u'\u2212') + size;
}

QString signedSize(qint64 bytes, bool fine) {
    return withSign(bytes, scaled(std::abs(static_cast<double>(bytes)), fine));
}

}  // namespace

QString bytes(quint64 bytes) { return scaled(static_cast<double>(bytes), false); }
QString bytesFine(quint64 bytes) { return scaled(static_cast<double>(bytes), true); }

QString bytesDifference(qint64 bytes) { return signedSize(bytes, false); }
QString bytesDifferenceFine(qint64 bytes) { return signedSize(bytes, true); }

QString bytesExact(quint64 bytes) { return tr("%1 bytes").arg(QLocale().toString(bytes)); }

QString bytesDifferenceExact(qint64 bytes) {
    return withSign(bytes, bytesExact(static_cast<quint64>(std::abs(bytes))));
}

QString duration(qint64 milliseconds) {
    const auto ms = static_cast<double>(milliseconds);
    if (milliseconds < 95)
        return withUnit(ms, 0, tr("ms"));
    if (milliseconds < 9950)
        return withUnit(ms / 1000, 1, tr("s"));
    const qint64 seconds = (milliseconds + 500) / 1000;
    const auto pair = [](qint64 a, const QString& unitA, qint64 b, const QString& unitB) {
        const QString first = withUnit(static_cast<double>(a), 0, unitA);
        return b == 0 ? first : first + u' ' + withUnit(static_cast<double>(b), 0, unitB);
    };
    if (seconds < 60)
        return withUnit(static_cast<double>(seconds), 0, tr("s"));
    if (seconds < 3600)
        return pair(seconds / 60, tr("min"), seconds % 60, tr("s"));
    return pair(seconds / 3600, tr("h"), seconds % 3600 / 60, tr("min"));
}

QString expected(qint64 milliseconds) {
    if (milliseconds < 0)
        return {};
    if (milliseconds < 50)
        return u"\u2248\u00a0"_s + withUnit(0, 0, tr("s"));
    const QString text = milliseconds >= 1000 && milliseconds < 9950
                             ? withUnit(std::round(static_cast<double>(milliseconds) / 1000), 0, tr("s"))
                             : duration(milliseconds);
    return u"\u2248\u00a0"_s + text;
}

QString when(qint64 at, qint64 now) {
    const QDateTime then = QDateTime::fromMSecsSinceEpoch(at);
    const QDate today = QDateTime::fromMSecsSinceEpoch(now).date();
    const QString clock = QLocale().toString(then.time(), u"HH:mm"_s);
    const qint64 days = then.date().daysTo(today);
    if (days == 0)
        return clock;
    if (days == 1)
        return tr("yesterday %1").arg(clock);
    if (days > 1 && days < 7)
        return QLocale().toString(then.date(), u"ddd"_s) + u' ' + clock;
    return QLocale().toString(then.date(), QLocale::ShortFormat) + u' ' + clock;
}

QString when(qint64 at) { return when(at, QDateTime::currentMSecsSinceEpoch()); }

}  // namespace slipway::units
