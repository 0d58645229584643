// What a file's bytes say about it, and a text as bytes again: read and written off the GUI thread.
#pragma once

#include "text/error.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace slipway::editor {

/// A file as it was read. A line ends with LF, CRLF, or CR alone.
struct FileLook {
    QByteArray digest;  ///< as the editor component's own checksum (git's of a blob); empty where there is no file
    struct Place {
        qsizetype line = 1, column = 1;  ///< 1-based; columns are bytes, which ISO-8859-1 shows as characters
    };
    std::optional<Place> invalidAt;  ///< of the first byte that isn't UTF-8, where it isn't
    bool bom = false;
    qsizetype lf = 0, crlf = 0, cr = 0;

    [[nodiscard]] bool mixed() const { return (lf > 0) + (crlf > 0) + (cr > 0) > 1; }
    /// The kind that its lines end with: "LF", "CRLF", "CR"; empty where there is none, or several.
    [[nodiscard]] QString ending() const;
};
struct FileText {
    FileLook look;
    QString text;  ///< lines end with "\n"
};

[[nodiscard]] QByteArray digestOf(const QByteArray& bytes);
/// All of these wait for the disk. Any thread.
[[nodiscard]] FileLook lookAtFile(const QString& path);
/// Decoded as ISO-8859-1 where it isn't UTF-8 and `encoding` says that it is, as the editor component does.
[[nodiscard]] FileText readText(const QString& path, const QString& encoding);
[[nodiscard]] QByteArray digestOfFile(const QString& path);

struct TextToWrite {
    QString path, text;         ///< lines end with "\n"
    QString encoding, ending;   ///< ending: "LF", "CRLF" or "CR"
    std::optional<bool> bom{};  ///< none: as the file has it
    QByteArray expected{};      ///< digest of the file that this text comes from; empty: whatever is there
};
struct Written {
    Result<> result;
    QByteArray digest;     ///< of what was written
    bool isOther = false;  ///< not written, for the file is another than the one that was expected
};
/// Replaces the file in one move: it has the old text or the new one, at any moment. Invalid where the encoding can't
/// say the text, Denied where the file is write-protected, else Io; the message is for the user.
[[nodiscard]] Written writeText(TextToWrite what);

}  // namespace slipway::editor
