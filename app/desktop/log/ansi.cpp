#include "log/ansi.h"

#include <algorithm>

namespace slipway::log {
namespace {

constexpr qsizetype kLongestSequence = 128;  // what is longer isn't one

// Does the text end within a UTF-8 sequence that may go on?
bool isCut(const QByteArray& text) {
    const qsizetype size = text.size();
    for (qsizetype back = 1; back <= std::min<qsizetype>(3, size); ++back) {
        const auto byte = static_cast<uchar>(text[size - back]);
        if (byte < 0x80)
            return false;
        if (byte >= 0xC0)
            return (byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2) > back;
    }
    return false;
}

// One code of a sequence that takes no further ones.
void applyCode(int code, Style& style) {
    if (code == 0)
        style = {};
    else if (code == 1)
        style.bold = true;
    else if (code == 2)
        style.faint = true;
    else if (code == 3 || code == 23)
        style.italic = code == 3;
    else if (code == 4 || code == 24)
        style.underline = code == 4;
    else if (code == 22)
        style.bold = style.faint = false;
    else if (code >= 30 && code <= 37)
        style.color = static_cast<qint8>(code - 30);
    else if (code >= 90 && code <= 97)
        style.color = static_cast<qint8>(code - 90);
    else if (code == 39)
        style.color = Style::Default;
}

}  // namespace

void AnsiReader::finishText(std::vector<LogPiece>& out) {
    if (!m_text.isEmpty()) {
        out.push_back({LogPiece::Text, {QString::fromUtf8(m_text), m_style}});
        m_text.clear();
    }
}

// Reference: ECMA-48, "SGR - Select Graphic Rendition"; 38 and 48 as xterm has them.
void AnsiReader::takeStyle() {
    const QList<QByteArray> parts = m_parameters.split(';');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const int code = parts[i].toInt();
        if (code != 38 && code != 48) {
            applyCode(code, m_style);
            continue;
        }
        // 5;n is one of 256 colours, the first sixteen being the usual ones; 2;r;g;b a colour of its own.
        const int kind = i + 1 < parts.size() ? parts[i + 1].toInt() : 0;
        if (kind == 5 && i + 2 < parts.size()) {
            const int number = parts[i + 2].toInt();
            if (code == 38)
                m_style.color = number < 16 ? static_cast<qint8>(number % 8) : qint8{Style::Default};
            i += 2;
        } else if (kind == 2) {
            i += 4;
        }
    }
}

bool AnsiReader::takeSequence(char byte, std::vector<LogPiece>& out) {
    switch (m_at) {
        case At::Text:
            return false;
        case At::Escape:
            m_parameters.clear();
            m_at = byte == '[' ? At::Sequence : byte == ']' ? At::Title : At::Text;
            return true;
        case At::Sequence:
            if (byte >= 0x40 && byte <= 0x7E) {
                if (byte == 'm') {
                    finishText(out);
                    takeStyle();
                }
                m_at = At::Text;
            } else if (m_parameters.size() < kLongestSequence) {
                m_parameters += byte;
            } else {
                m_at = At::Text;
            }
            return true;
        case At::Title:
            m_at = byte == 0x07 ? At::Text : byte == 0x1B ? At::TitleEscape : At::Title;
            return true;
        case At::TitleEscape:
            m_at = At::Text;
            return true;
    }
    return false;
}

std::vector<LogPiece> AnsiReader::read(QByteArrayView bytes) {
    std::vector<LogPiece> out;
    for (const char byte : bytes) {
        if (takeSequence(byte, out))
            continue;
        if (m_returned && byte != '\n' && byte != '\r') {
            m_returned = false;
            out.push_back({LogPiece::Return, {}});
        }
        if (byte == '\n') {
            finishText(out);
            m_returned = false;
            out.push_back({LogPiece::NewLine, {}});
        } else if (byte == '\r') {
            finishText(out);
            m_returned = true;
        } else if (byte == 0x1B) {
            m_at = At::Escape;
        } else if (byte == '\b') {
            if (!m_text.isEmpty())
                m_text.chop(1);
        } else if (byte == '\t' || static_cast<uchar>(byte) >= 0x20) {
            m_text += byte;
        }
    }
    if (!isCut(m_text))
        finishText(out);
    return out;
}

}  // namespace slipway::log
