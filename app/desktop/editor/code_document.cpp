#include "editor/code_document.h"

#include "editor/unsaved_text.h"
#include "text/utf8.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStringEncoder>
#include <QUrl>
#include <QtConcurrentRun>

#include <KActionCollection>
#include <KSelectAction>
#include <KTextEditor/Document>
#include <KTextEditor/Editor>
#include <KTextEditor/View>

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>

using namespace Qt::StringLiterals;

namespace slipway::editor {
namespace {

QByteArray digestOf(const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256); }

QByteArray readAll(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The component reads a file as UTF-8 with "\n"; this is the same for a text that comes past it.
QString decoded(QByteArray bytes, const QString& encoding) {
    QStringDecoder decoder(encoding.isEmpty() ? "UTF-8" : encoding.toLatin1().constData());
    if (!decoder.isValid())
        decoder = QStringDecoder(QStringDecoder::Utf8);
    QString text = decoder(bytes);
    text.replace("\r\n"_L1, "\n"_L1);
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

}  // namespace

CodeDocument::CodeDocument(const QString& path, QObject* parent)
    : QObject(parent),
      m_path(path),
      m_document(KTextEditor::Editor::instance()->createDocument(this)),
      m_unsaved(std::make_unique<UnsavedText>(path, [this] { return text(); })) {
    m_document->setModifiedOnDiskWarning(false);
    lookAtBytes(readAll(path));
    m_document->setEncoding(m_invalidAt ? u"ISO-8859-1"_s : u"UTF-8"_s);
    m_document->openUrl(QUrl::fromLocalFile(path));
    m_document->setEditableMarks(0);
    connect(m_document, &KTextEditor::Document::textChanged, this, [this] {
        if (isModified())
            m_unsaved->note();
        Q_EMIT edited();
    });
    connect(m_document, &KTextEditor::Document::modifiedChanged, this, [this] {
        if (!isModified())
            m_unsaved->forget();
        Q_EMIT modifiedChanged();
    });
    // The component's own watch misses a second change within one second.
    connect(m_document, &KTextEditor::Document::modifiedOnDisk, &m_diskPause, qOverload<>(&QTimer::start));
    connect(&m_watch, &QFileSystemWatcher::fileChanged, &m_diskPause, qOverload<>(&QTimer::start));
    connect(&m_watch, &QFileSystemWatcher::directoryChanged, &m_diskPause, qOverload<>(&QTimer::start));
    m_diskPause.setSingleShot(true);
    m_diskPause.setInterval(80);
    connect(&m_diskPause, &QTimer::timeout, this, &CodeDocument::diskChanged);
    watchFile();
}

CodeDocument::~CodeDocument() {
    m_document->disconnect(this);
    // Or the component would ask whether to save, in a dialog.
    m_document->setModified(false);
    m_document->setModifiedOnDisk(KTextEditor::Document::OnDiskUnmodified);
}

QString CodeDocument::text() const { return m_document->text(); }
qint64 CodeDocument::revision() const { return m_document->revision(); }
bool CodeDocument::isModified() const { return m_document->isModified(); }
QString CodeDocument::encoding() const { return m_document->encoding(); }

QString CodeDocument::lineEnding() const {
    if (!m_document->views().isEmpty()) {
        const QAction* action = m_document->views().first()->actionCollection()->action(u"set_eol"_s);
        if (const auto* choice = qobject_cast<const KSelectAction*>(action))
            return choice->currentItem() == 1 ? u"CRLF"_s : choice->currentItem() == 2 ? u"CR"_s : u"LF"_s;
    }
    return m_crlf ? u"CRLF"_s : u"LF"_s;
}

void CodeDocument::lookAtBytes(const QByteArray& bytes) {
    m_onDisk = digestOf(bytes);
    m_crlf = bytes.contains("\r\n");
    m_bom = bytes.startsWith("\xEF\xBB\xBF");
    m_invalidAt.reset();
    if (const auto at =
            text::firstInvalidUtf8(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))))
        m_invalidAt = static_cast<qsizetype>(*at);
}

QFuture<Result<>> CodeDocument::save() {
    QString content = text();
    if (const QString ending = lineEnding(); ending != "LF"_L1)
        content.replace("\n"_L1, ending == "CRLF"_L1 ? "\r\n"_L1 : "\r"_L1);
    QStringEncoder encoder(encoding().toLatin1().constData(),
                           m_bom ? QStringEncoder::Flag::WriteBom : QStringEncoder::Flag::Default);
    if (!encoder.isValid())
        encoder = QStringEncoder(QStringEncoder::Utf8);
    const QByteArray bytes = encoder(content);
    if (encoder.hasError()) {
        const QString message = tr("%1 could not be saved as %2: it holds characters which that encoding doesn't have. "
                                   "Choose UTF-8 in the menu Editor, Encoding, and save again.")
                                    .arg(QFileInfo(m_path).fileName(), encoding());
        Q_EMIT saveFailed(message);
        return QtFuture::makeReadyValueFuture(
            Result<>(fail(ErrorCode::Invalid, message.toStdString(), m_path.toStdString())));
    }
    const qint64 saving = revision();
    const QByteArray before = std::exchange(m_onDisk, digestOf(bytes));
    return QtConcurrent::run(writeAtomically, m_path, bytes).then(this, [this, saving, before](Result<> result) {
        if (!result) {
            m_onDisk = before;
            Q_EMIT saveFailed(QString::fromStdString(result.error().message));
        } else {
            m_document->setModifiedOnDisk(KTextEditor::Document::OnDiskUnmodified);
            if (revision() == saving)
                m_document->setModified(false);
            Q_EMIT saved();
        }
        return result;
    });
}

// A file that is replaced by rename is another file to a watch, so its folder is watched too.
void CodeDocument::watchFile() {
    if (const QStringList old = m_watch.files() + m_watch.directories(); !old.isEmpty())
        m_watch.removePaths(old);
    m_watch.addPaths({m_path, QFileInfo(m_path).path()});
}

void CodeDocument::diskChanged() {
    if (!m_watch.files().contains(m_path))
        m_watch.addPath(m_path);
    // Our own saves are seen too; content tells them apart.
    QtConcurrent::run([path = m_path] {
        return QFileInfo::exists(path) ? digestOf(readAll(path)) : QByteArray();
    }).then(this, [this](const QByteArray& digest) {
        m_document->setModifiedOnDisk(KTextEditor::Document::OnDiskUnmodified);
        if (digest != m_onDisk)
            Q_EMIT changedOnDisk(digest.isEmpty());
    });
}

std::optional<LeftBehind> CodeDocument::leftBehind() const { return UnsavedText::find(m_path, text()); }

void CodeDocument::replace(const QString& text) {
    KTextEditor::Document::EditingTransaction transaction(m_document);
    m_document->replaceText(m_document->documentRange(), text);
}

void CodeDocument::takeFromDisk() {
    QtConcurrent::run(readAll, m_path).then(this, [this](const QByteArray& bytes) {
        lookAtBytes(bytes);
        replace(decoded(bytes, m_invalidAt ? u"ISO-8859-1"_s : encoding()));
        m_document->setModified(false);
        Q_EMIT saved();
    });
}

void CodeDocument::keepMine() {
    QtConcurrent::run(readAll, m_path).then(this, [this](const QByteArray& bytes) {
        m_onDisk = digestOf(bytes);
        m_document->setModified(true);
    });
}

void CodeDocument::setPath(const QString& path) {
    m_unsaved->forget();
    m_path = path;
    if (const auto language = KTextEditor::Editor::instance()->repository().definitionForFileName(path);
        language.isValid())
        m_document->setHighlightingMode(language.name());
    watchFile();
    m_unsaved = std::make_unique<UnsavedText>(path, [this] { return text(); });
    if (isModified())
        m_unsaved->note();
    Q_EMIT pathChanged();
}

void CodeDocument::discard() {
    m_unsaved->forget();
    m_document->setModified(false);
}

void CodeDocument::flushUnsaved() { m_unsaved->flush(); }

}  // namespace slipway::editor
