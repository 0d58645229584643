#include "editor/file_look.h"

#include "text/utf8.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringDecoder>
#include <QStringEncoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::editor {
namespace {

constexpr QByteArrayView kBom("\xEF\xBB\xBF");

QByteArray readAll(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Of what comes behind these bytes.
FileLook::Place placeOf(QByteArrayView before) {
    const qsizetype lines = before.count('\n') + before.count('\r') - before.count("\r\n");
    return {.line = lines + 1, .column = before.size() - std::max(before.lastIndexOf('\n'), before.lastIndexOf('\r'))};
}

FileLook lookAt(const QByteArray& bytes) {
    FileLook look{.digest = digestOf(bytes), .bom = bytes.startsWith(kBom)};
    if (const auto at =
            text::firstInvalidUtf8(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))))
        look.invalidAt = placeOf(QByteArrayView(bytes).first(static_cast<qsizetype>(*at)));
    look.crlf = bytes.count("\r\n");
    look.lf = bytes.count('\n') - look.crlf;
    look.cr = bytes.count('\r') - look.crlf;
    return look;
}

QString decoded(const QByteArray& bytes, const QString& encoding) {
    QStringDecoder decoder(encoding.isEmpty() ? "UTF-8" : encoding.toLatin1().constData());
    if (!decoder.isValid())
        decoder = QStringDecoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    text.replace("\r\n"_L1, "\n"_L1);
    text.replace(u'\r', u'\n');
    return text;
}

QString sentence(const QString& path, const QString& reason) {
    return QCoreApplication::translate("CodeDocument",
                                       "%1 could not be saved: %2. The text is still here; free some space or choose "
                                       "another place and save again.")
        .arg(QFileInfo(path).fileName(), reason);
}

Result<> writeAtomically(const QString& path, const QByteArray& bytes) {
    if (const QFileInfo info(path); info.exists() && !info.isWritable())
        return fail(ErrorCode::Denied,
                    sentence(path, QCoreApplication::translate("CodeDocument", "it is write-protected")).toStdString(),
                    path.toStdString());
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        return fail(ErrorCode::Io, sentence(path, file.errorString()).toStdString(), path.toStdString());
    return {};
}

bool hasBom(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(kBom.size()) == kBom;
}

}  // namespace

QString FileLook::ending() const {
    if (mixed())
        return {};
    return crlf > 0 ? u"CRLF"_s : cr > 0 ? u"CR"_s : lf > 0 ? u"LF"_s : QString();
}

QByteArray digestOf(const QByteArray& bytes) {
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData("blob " + QByteArray::number(bytes.size()) + '\0');
    hash.addData(bytes);
    return hash.result();
}

FileLook lookAtFile(const QString& path) { return QFileInfo::exists(path) ? lookAt(readAll(path)) : FileLook{}; }

FileText readText(const QString& path, const QString& encoding) {
    const QByteArray bytes = readAll(path);
    FileText read{.look = lookAt(bytes), .text = {}};
    const bool latin = read.look.invalidAt && (encoding.isEmpty() || encoding == "UTF-8"_L1);
    read.text = decoded(bytes, latin ? u"ISO-8859-1"_s : encoding);
    return read;
}

QByteArray digestOfFile(const QString& path) {
    return QFileInfo::exists(path) ? digestOf(readAll(path)) : QByteArray();
}

Written writeText(TextToWrite what) {
    if (!what.expected.isEmpty() && QFileInfo::exists(what.path) && digestOfFile(what.path) != what.expected) {
        const QString message =
            QCoreApplication::translate("CodeDocument", "%1 was not saved: it changed on disk, and here too.")
                .arg(QFileInfo(what.path).fileName());
        return {fail(ErrorCode::Invalid, message.toStdString(), what.path.toStdString()), {}, true};
    }
    if (what.ending != "LF"_L1)
        what.text.replace("\n"_L1, what.ending == "CRLF"_L1 ? "\r\n"_L1 : "\r"_L1);
    using enum QStringEncoder::Flag;
    QStringEncoder encoder(what.encoding.toLatin1().constData(),
                           what.bom.value_or(hasBom(what.path)) ? WriteBom : Default);
    if (!encoder.isValid())
        encoder = QStringEncoder(QStringEncoder::Utf8);
    const QByteArray bytes = encoder(what.text);
    if (encoder.hasError()) {
        const QString message =
            QCoreApplication::translate("CodeDocument",
                                        "%1 could not be saved as %2: it holds characters which that encoding doesn't "
                                        "have. Choose UTF-8 in the menu Editor, Encoding, and save again.")
                .arg(QFileInfo(what.path).fileName(), what.encoding);
        return {fail(ErrorCode::Invalid, message.toStdString(), what.path.toStdString()), {}};
    }
    return {writeAtomically(what.path, bytes), digestOf(bytes)};
}

}  // namespace slipway::editor
