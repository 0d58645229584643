// Terminal output as text with colours: what ANSI escape sequences and carriage returns mean in a log.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <vector>

namespace slipway::log {

/// Colours and weight that apply to a piece of text.
struct Style {
    enum Color : qint8 { Default = -1, Black, Red, Green, Yellow, Blue, Magenta, Cyan, White };
    qint8 color = Default;
    bool bold = false, faint = false, italic = false, underline = false;
    friend bool operator==(const Style&, const Style&) = default;
};

struct Span {
    QString text;  ///< without line ends
    Style style;
};

/// What to do with the log's last line.
struct LogPiece {
    enum Kind : quint8 {
        Text,     ///< append `span` to it
        NewLine,  ///< begin a new one
        Return,   ///< its text is written over from the start: what came before is dropped
    } kind = Text;
    Span span = {};
};

/// Reads a stream of bytes in pieces of any size: sequences and UTF-8 may be cut anywhere. Sequences that move the
/// cursor or mean nothing in a log are left out.
class AnsiReader {
public:
    [[nodiscard]] std::vector<LogPiece> read(QByteArrayView bytes);

private:
    void finishText(std::vector<LogPiece>& out);
    void takeStyle();
    /// True where the byte belonged to an escape sequence.
    bool takeSequence(char byte, std::vector<LogPiece>& out);

    enum class At : quint8 { Text, Escape, Sequence, Title, TitleEscape };
    At m_at = At::Text;
    bool m_returned = false;  ///< a "\r" that may yet be part of "\r\n"
    QByteArray m_parameters;  ///< of the sequence being read
    QByteArray m_text;
    Style m_style;
};

}  // namespace slipway::log
