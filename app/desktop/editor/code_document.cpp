#include "editor/code_document.h"

#include "editor/editor_setup.h"
#include "editor/unsaved_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>
#include <QUrl>
#include <QtConcurrentRun>

#include <KActionCollection>
#include <KSelectAction>
#include <KTextEditor/Document>
#include <KTextEditor/Editor>
#include <KTextEditor/Message>
#include <KTextEditor/View>

#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Repository>

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>
#include <vector>

using namespace Qt::StringLiterals;

namespace slipway::editor {
namespace {

constexpr std::array kEndings{"LF"_L1, "CRLF"_L1, "CR"_L1};  // in the order of the component's own choice

KSelectAction* endingChoice(const KTextEditor::Document& document) {
    const QList<KTextEditor::View*> views = document.views();
    return views.isEmpty() ? nullptr
                           : qobject_cast<KSelectAction*>(views.first()->actionCollection()->action(u"set_eol"_s));
}

/// The lines that differ, as one piece: what is around them keeps its cursors, folds and bookmarks.
struct LineChange {
    KTextEditor::Cursor begin, end;  ///< in the text before
    QString text;

    [[nodiscard]] bool isNone() const { return begin == end && text.isEmpty(); }
};

LineChange changeBetween(QStringView before, QStringView after) {
    const auto shorter = std::min(before.size(), after.size());
    const auto differs = std::mismatch(before.begin(), before.begin() + shorter, after.begin()).first - before.begin();
    const auto begin = differs == 0 ? 0 : before.lastIndexOf(u'\n', differs - 1) + 1;
    qsizetype same = 0;  // at the end
    while (same < shorter - begin && before[before.size() - 1 - same] == after[after.size() - 1 - same])
        ++same;
    const auto placeOf = [&](qsizetype at) {
        const QStringView above = before.first(at);
        return KTextEditor::Cursor(static_cast<int>(above.count(u'\n')),
                                   static_cast<int>(at - 1 - above.lastIndexOf(u'\n')));
    };
    return {placeOf(begin), placeOf(before.size() - same), after.sliced(begin, after.size() - same - begin).toString()};
}

bool hasLongLine(QStringView text) {
    const auto lines = text.tokenize(u'\n');
    return std::ranges::any_of(lines, [](QStringView line) { return line.size() > kLongestLine; });
}

// One thread, so that of two saves the later one stays. It ends with the application.
QThreadPool& saver() {
    static QPointer<QThreadPool> pool;
    if (!pool) {
        pool = new QThreadPool(QCoreApplication::instance());
        pool->setMaxThreadCount(1);
    }
    return *pool;
}

}  // namespace

CodeDocument::CodeDocument(const QString& path, QObject* parent)
    : QObject(parent),
      m_path(path),
      m_document(KTextEditor::Editor::instance()->createDocument(nullptr)),  // it wouldn't take a parent as its owner
      m_unsaved(std::make_unique<UnsavedText>(path, [this] { return text(); })) {
    m_document->setModifiedOnDiskWarning(false);
    m_document->setEncoding(u"UTF-8"_s);
    m_document->openUrl(QUrl::fromLocalFile(path));
    m_document->setEditableMarks(0);
    findBreaks();
    withdrawOffer();
    m_onDisk = m_document->checksum();
    connect(m_document.get(), &KTextEditor::Document::textChanged, this, [this] {
        if (!m_viewLines.areText())
            findBreaks();  // nobody can write there: it was read again
        if (isModified())
            m_unsaved->note();
        Q_EMIT edited();
    });
    connect(m_document.get(), &KTextEditor::Document::modifiedChanged, this, [this] {
        if (!isModified())
            m_unsaved->forget();
        Q_EMIT modifiedChanged();
    });
    connect(m_document.get(), &KTextEditor::Document::readWriteChanged, this, &CodeDocument::findBreaks);
    // The component's own watch misses a second change within one second.
    connect(m_document.get(), &KTextEditor::Document::modifiedOnDisk, &m_diskPause, qOverload<>(&QTimer::start));
    connect(&m_watch, &QFileSystemWatcher::fileChanged, &m_diskPause, qOverload<>(&QTimer::start));
    connect(&m_watch, &QFileSystemWatcher::directoryChanged, &m_diskPause, qOverload<>(&QTimer::start));
    m_diskPause.setSingleShot(true);
    m_diskPause.setInterval(80);
    connect(&m_diskPause, &QTimer::timeout, this, &CodeDocument::diskChanged);
    watchFile();
    QtConcurrent::run(lookAtFile, path).then(this, [this](const FileLook& look) {
        // Between the component's reading and this one the file may have become another.
        if (look.digest != m_onDisk && !m_saving)
            m_diskPause.start();
        take(look);
    });
}

CodeDocument::~CodeDocument() {
    m_document->disconnect(this);
    // Or the component would ask whether to save, in a dialog.
    m_document->setModified(false);
    m_document->setModifiedOnDisk(KTextEditor::Document::OnDiskUnmodified);
}

QString CodeDocument::text() const { return m_viewLines.areText() ? m_document->text() : m_fileText; }
qint64 CodeDocument::revision() const { return m_document->revision(); }
bool CodeDocument::isModified() const { return m_document->isModified(); }
QString CodeDocument::encoding() const { return m_document->encoding(); }

QString CodeDocument::lineEnding() const {
    const KSelectAction* choice = endingChoice(*m_document);
    const auto index = static_cast<std::size_t>(choice ? choice->currentItem() : 0);
    return index < kEndings.size() ? kEndings[index] : kEndings[0];
}

void CodeDocument::setLineEnding(const QString& ending) {
    const auto index = std::ranges::find(kEndings, ending) - kEndings.begin();
    if (KSelectAction* choice = endingChoice(*m_document); choice && index < choice->actions().size())
        choice->actions().at(index)->trigger();
}

void CodeDocument::take(const FileLook& look) {
    m_look = look;
    Q_EMIT looked();
}

// The component keeps to itself that it broke lines: those that it broke are nearly as long as may be.
void CodeDocument::findBreaks() {
    m_viewLines = {};
    m_fileText.clear();
    const auto isBroken = [this](int line) { return m_document->lineLength(line) >= kLongestLine / 10 * 9; };
    if (isModified() || std::ranges::none_of(std::views::iota(0, m_document->lines()), isBroken))
        return;
    QString text = readText(m_path, encoding()).text;
    if (auto found = project::ViewLines::between(text, m_document->text()); found && !found->areText()) {
        m_viewLines = std::move(*found);
        m_fileText = std::move(text);
    }
}

// The component's message offers to read the file again without a limit, and of long lines that ends in a window which
// hangs for good. The page says what there is to say.
void CodeDocument::withdrawOffer() {
    if (m_viewLines.areText())
        return;
    for (KTextEditor::Message* message : m_document->findChildren<KTextEditor::Message*>()) {
        if (message->actions().size() > 1)  // one closes it
            delete message;
    }
}

QFuture<Result<>> CodeDocument::save() {
    if (!m_viewLines.areText())
        return QtFuture::makeReadyValueFuture(Result<>());  // it is as it was read
    const qint64 revisionThen = revision();
    ++m_saving;
    TextToWrite what{.path = m_path, .text = text(), .encoding = encoding(), .ending = lineEnding()};
    if (m_look)
        what.bom = m_look->bom;
    if (m_saving == 1)  // else it is just being written here
        what.expected = m_onDisk;
    return QtConcurrent::run(&saver(), writeText, std::move(what))
        .then(this, [this, revisionThen](const Written& written) {
            --m_saving;
            ++m_saves;
            if (!written.result) {
                const QString message = QString::fromStdString(written.result.error().message);
                if (written.isOther)
                    Q_EMIT saveRefused(message);
                else
                    Q_EMIT saveFailed(message);
            } else {
                m_onDisk = written.digest;
                m_document->setModifiedOnDisk(KTextEditor::Document::OnDiskUnmodified);
                if (revision() == revisionThen)
                    m_document->setModified(false);
                Q_EMIT saved();
            }
            return written.result;
        });
}

void CodeDocument::saveOver() {
    m_onDisk.clear();
    save();
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
    QtConcurrent::run(digestOfFile, m_path).then(this, [this, saves = m_saves](const QByteArray& digest) {
        if (m_saving || saves != m_saves) {
            m_diskPause.start();  // read while it was written here
            return;
        }
        m_document->setModifiedOnDisk(KTextEditor::Document::OnDiskUnmodified);
        if (digest != m_onDisk)
            Q_EMIT changedOnDisk(digest.isEmpty());
        else
            Q_EMIT sameOnDisk();
    });
}

QFuture<std::optional<LeftBehind>> CodeDocument::leftBehind() const { return UnsavedText::find(m_path, text()); }

void CodeDocument::restore(const LeftBehind& left) {
    replace(left.text);
    flushUnsaved();  // it is kept anew before it is forgotten
    throwAway();
}

void CodeDocument::throwAway() { UnsavedText::forgetLeft(m_path); }

void CodeDocument::replace(const QString& text) {
    const LineChange change = changeBetween(m_document->text(), text);
    if (change.isNone())
        return;
    std::vector<std::pair<KTextEditor::View*, KTextEditor::Cursor>> cursors;
    for (KTextEditor::View* view : m_document->views())
        cursors.emplace_back(view, view->cursorPosition());
    {
        const KTextEditor::Document::EditingTransaction transaction(m_document.get());
        m_document->replaceText({change.begin, change.end}, change.text);
    }
    // A cursor in what was replaced went to its end; whoever reads there reads on.
    for (const auto& [view, cursor] : cursors) {
        if (cursor > change.begin && cursor < change.end) {
            const int line = std::min(cursor.line(), m_document->lines() - 1);
            view->setCursorPosition({line, std::min(cursor.column(), m_document->lineLength(line))});
        }
    }
}

void CodeDocument::takeFromDisk() {
    QtConcurrent::run(readText, m_path, encoding()).then(this, [this](const FileText& read) {
        if (!m_viewLines.areText() || hasLongLine(read.text)) {
            reload();
            return take(read.look);
        }
        m_onDisk = read.look.digest;
        replace(read.text);
        if (const QString ending = read.look.ending(); !ending.isEmpty() && ending != lineEnding())
            setLineEnding(ending);
        m_document->setModified(false);
        Q_EMIT saved();
        take(read.look);
    });
}

// The component's own way: what it breaks can't be undone, and what it would have to insert whole takes it minutes.
void CodeDocument::reload() {
    m_document->setModified(false);
    m_document->setReadWrite(true);
    m_document->documentReload();
    withdrawOffer();
    m_onDisk = m_document->checksum();
    Q_EMIT saved();
}

void CodeDocument::keepMine() {
    QtConcurrent::run(digestOfFile, m_path).then(this, [this](const QByteArray& digest) {
        m_onDisk = digest;
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
