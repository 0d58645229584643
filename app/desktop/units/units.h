// Bytes, durations and dates as people read them.
#pragma once

#include <QString>

namespace slipway::units {

/// "14 B", "4 kB", "7.6 MB", "436 MB", "1.2 GB": decimal units, two or three figures.
[[nodiscard]] QString bytes(quint64 bytes);
/// With one digit after the point from MB on, where sizes stand beside each other: "436.1 MB".
[[nodiscard]] QString bytesFine(quint64 bytes);
/// "+64 MB", "−3 kB", "0 B": a difference.
[[nodiscard]] QString bytesDifference(qint64 bytes);
/// The same beside sizes of bytesFine(): "+64.1 MB".
[[nodiscard]] QString bytesDifferenceFine(qint64 bytes);
/// "436,104,377 bytes": the exact value, for tooltips.
[[nodiscard]] QString bytesExact(quint64 bytes);
/// "+3,000 bytes", "−3,000 bytes", "0 bytes": a difference to the byte.
[[nodiscard]] QString bytesDifferenceExact(qint64 bytes);

/// "8 ms", "0.1 s", "9.4 s", "41 s", "1 min 12 s", "2 h 5 min".
[[nodiscard]] QString duration(qint64 milliseconds);
/// "≈ 9 s": an expectation; empty below zero.
[[nodiscard]] QString expected(qint64 milliseconds);

/// "09:41" today, "yesterday 09:41", "Mon 09:41" within a week, else the date. Milliseconds since 1970.
[[nodiscard]] QString when(qint64 at, qint64 now);
[[nodiscard]] QString when(qint64 at);

}  // namespace slipway::units
