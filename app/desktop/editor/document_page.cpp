#include "editor/document_page.h"

#include "assist/breadcrumbs.h"
#include "assist/navigator.h"
#include "assist/question.h"
#include "assist/remedies.h"
#include "editor/code_document.h"
#include "editor/file_change.h"
#include "editor/folding.h"
#include "editor/notice_bar.h"
#include "editor/pane.h"
#include "editor/stage_names.h"
#include "editor/stage_tint.h"
#include "editor/state_marks.h"
#include "editor/unsaved_text.h"
#include "theme/theme.h"
#include "units/units.h"

#include <QApplication>
#include <QFileInfo>
#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

#include <KTextEditor/Document>
#include <KTextEditor/View>

using namespace Qt::StringLiterals;

namespace slipway::editor {
namespace {

constexpr const char* kAsks = "slipwayAsks";  // of a bar: whose text counts, the disk's or the one here

}  // namespace

DocumentPage::DocumentPage(const QString& path, const Sources& sources, QWidget* parent)
    : QWidget(parent),
      m_document(new CodeDocument(path, this)),
      m_asker(std::make_unique<assist::Asker>(*m_document, sources.project, sources.analysis)),
      m_sources(sources),
      m_crumbs(new assist::Breadcrumbs(*m_document, sources.analysis, sources.theme, this)),
      m_splitter(new QSplitter(this)),
      m_marks(std::make_unique<StateMarks>(*m_document, sources)),
      m_tint(std::make_unique<StageTint>(*m_document, sources)),
      m_names(std::make_unique<StageNames>(m_document->component(), *m_asker)),
      m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_crumbs);
    m_layout->addWidget(m_splitter, 1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    addPane();
    setPane(*m_panes.front());
    connect(m_crumbs, &assist::Breadcrumbs::leaving, this, &DocumentPage::leaving);
    // Once the views have the theme's colours.
    connect(
        &sources.theme, &theme::Theme::changed, this, [this] { m_names->recolor(); }, Qt::QueuedConnection);
    connect(m_document, &CodeDocument::changedOnDisk, this, &DocumentPage::onDiskChange);
    connect(m_document, &CodeDocument::sameOnDisk, this, [this] { hideNotice(u"disk"_s); });
    connect(m_document, &CodeDocument::saveFailed, this, [this](const QString& message) {
        showNotice(u"save"_s, message, static_cast<int>(NoticeBar::Kind::Error));
    });
    connect(m_document, &CodeDocument::saveRefused, this, [this](const QString& message) {
        NoticeBar* bar = showNotice(u"disk"_s, message, static_cast<int>(NoticeBar::Kind::Warning));
        bar->setProperty(kAsks, true);
        bar->addAnswer(tr("Save mine over it"), [this] { m_document->saveOver(); });
        bar->addAnswer(tr("Take it from disk"), [this] { m_document->takeFromDisk(); });
    });
    connect(m_document, &CodeDocument::saved, this, [this] {
        for (const auto& purpose : {u"save"_s, u"disk"_s, u"endings"_s})
            hideNotice(purpose);
    });
    connect(m_document, &CodeDocument::looked, this, &DocumentPage::sayWhatIsOdd);
    if (m_document->look())
        sayWhatIsOdd();  // a small file is read before anyone listens
    m_document->leftBehind().then(this, [this](const std::optional<LeftBehind>& left) {
        if (left)
            offer(*left);
    });
}

// Before the document that they draw on, and whom they ask.
DocumentPage::~DocumentPage() {
    m_names.reset();
    m_tint.reset();
    m_marks.reset();
    for (Pane* pane : m_panes)
        delete pane;
}

KTextEditor::View& DocumentPage::view() const { return m_pane->view(); }

void DocumentPage::addPane() {
    auto* pane = new Pane(*m_document, *m_asker, m_sources, m_splitter);
    m_splitter->addWidget(pane);
    m_panes.push_back(pane);
    connect(&pane->view(), &KTextEditor::View::cursorPositionChanged, this, [this, pane] {
        if (pane == m_pane)
            Q_EMIT cursorMoved();
    });
    connect(&pane->view(), &KTextEditor::View::focusIn, this, [this, pane] { setPane(*pane); });
    connect(&pane->navigator(), &assist::Navigator::fileWanted, this, &DocumentPage::fileWanted);
    connect(&pane->remedies(), &assist::Remedies::fileChangeWanted, this,
            [this](const project::Remedy& remedy) { changeFile(*this, m_sources.project, remedy); });
    connect(&pane->navigator(), &assist::Navigator::said, this, &DocumentPage::said);
    connect(&pane->folding(), &Folding::said, this, &DocumentPage::said);
    connect(&pane->navigator(), &assist::Navigator::leaving, this, &DocumentPage::leaving);
    Q_EMIT paneAdded(*pane);
}

void DocumentPage::setPane(Pane& pane) {
    if (&pane == m_pane)
        return;
    m_pane = &pane;
    setFocusProxy(m_pane);
    m_crumbs->follow(pane.view());
    m_tint->follow(pane.view());
    Q_EMIT paneChanged();
}

void DocumentPage::setSplit(bool split) {
    if (split == isSplit())
        return;
    if (split) {
        const KTextEditor::Cursor at = view().cursorPosition();
        addPane();
        m_splitter->setSizes({1000, 1000});
        m_panes.back()->view().setCursorPosition(at);
        m_panes.back()->view().setFocus();
        return;
    }
    // The one that has the cursor stays.
    Pane* gone = m_panes.front() == m_pane ? m_panes.back() : m_panes.front();
    std::erase(m_panes, gone);
    view().setFocus();
    delete gone;
}

void DocumentPage::focusOtherPane() {
    for (const Pane* pane : m_panes) {
        if (pane != m_pane)
            return pane->view().setFocus();
    }
}

void DocumentPage::goTo(int line, int column) {
    const project::Place shown =
        m_document->viewLines().shownAt(project::Place{std::max(line, 1), std::max(column, 1)});
    view().setCursorPosition({shown.line - 1, shown.column - 1});
}

int DocumentPage::currentLine() const { return m_document->viewLines().inText(view().cursorPosition().line() + 1); }

NoticeBar* DocumentPage::showNotice(const QString& purpose, const QString& text, int kind) {
    hideNotice(purpose);
    auto* bar = new NoticeBar(text, static_cast<NoticeBar::Kind>(kind), m_sources.theme, this);
    bar->setObjectName(u"notice-"_s + purpose);
    // Its buttons go with it, and whoever pressed one writes on.
    connect(bar, &NoticeBar::ended, this, [this] { view().setFocus(); });
    m_layout->insertWidget(0, bar);
    return bar;
}

void DocumentPage::hideNotice(const QString& purpose) {
    auto* bar = findChild<NoticeBar*>(u"notice-"_s + purpose, Qt::FindDirectChildrenOnly);
    if (bar && bar->isAncestorOf(QApplication::focusWidget()))
        view().setFocus();
    delete bar;
}

// What the editor does with this file's bytes that nobody would guess.
void DocumentPage::sayWhatIsOdd() {
    const FileLook& look = *m_document->look();
    const QString name = QFileInfo(m_document->path()).fileName();
    hideNotice(u"utf8"_s);
    if (look.invalidAt)
        showNotice(u"utf8"_s,
                   tr("%1 is not valid UTF-8: the byte in line %2, column %3 belongs to no character. It is shown as "
                      "ISO-8859-1, so accents may look wrong; its bytes are kept when you save.")
                       .arg(name)
                       .arg(look.invalidAt->line)
                       .arg(look.invalidAt->column),
                   static_cast<int>(NoticeBar::Kind::Warning));
    hideNotice(u"long"_s);
    if (!m_document->viewLines().areText())
        showNotice(u"long"_s,
                   tr("%1 can only be read here, for lines of it are too long to be edited: they are shown in pieces.")
                       .arg(name),
                   static_cast<int>(NoticeBar::Kind::Information));
    hideNotice(u"endings"_s);
    if (!m_document->viewLines().areText() || !look.mixed())
        return;
    QStringList found;
    for (const auto& [count, kind] : {std::pair(look.lf, u"LF"_s), {look.crlf, u"CRLF"_s}, {look.cr, u"CR"_s}}) {
        if (count > 0)
            found << tr("%1 \u00d7 %2").arg(QLocale().toString(count), kind);
    }
    const QString now = m_document->lineEnding();
    const QString other = now == "LF"_L1 ? u"CRLF"_s : u"LF"_s;
    NoticeBar* bar = showNotice(u"endings"_s,
                                tr("The lines of %1 end in different ways (%2), which the editor can't keep: saving "
                                   "ends every line with %3.")
                                    .arg(name, found.join(u", "_s), now),
                                static_cast<int>(NoticeBar::Kind::Warning));
    bar->addAnswer(tr("Use %1 instead").arg(other), [this, other] { m_document->setLineEnding(other); });
}

void DocumentPage::offer(const LeftBehind& left) {
    const QFileInfo file(m_document->path());
    const QDateTime changed = file.lastModified();
    const auto when = [](const QDateTime& time) { return units::when(time.toMSecsSinceEpoch()); };
    NoticeBar* bar =
        changed > left.at
            ? showNotice(u"unsaved"_s,
                         tr("%1 was not saved when Slipway ended; its text of %2 was kept. The file is newer: it was "
                            "changed on disk at %3.")
                             .arg(file.fileName(), when(left.at), when(changed)),
                         static_cast<int>(NoticeBar::Kind::Warning))
            : showNotice(u"unsaved"_s,
                         tr("%1 was not saved when Slipway ended; its text of %2 was kept.")
                             .arg(file.fileName(), when(left.at)),
                         static_cast<int>(NoticeBar::Kind::Information));
    bar->addAnswer(tr("Restore"), [this, left] { m_document->restore(left); });
    bar->addAnswer(tr("Throw away"), [this] { m_document->throwAway(); });
}

void DocumentPage::onDiskChange(bool gone) {
    const QString name = QFileInfo(m_document->path()).fileName();
    if (gone) {
        NoticeBar* bar = showNotice(u"disk"_s, tr("%1 was removed from disk. Its text is still here.").arg(name),
                                    static_cast<int>(NoticeBar::Kind::Warning));
        bar->addAnswer(tr("Save it again"), [this] { m_document->save(); });
        return;
    }
    if (!m_document->isModified()) {
        m_document->takeFromDisk();
        return;
    }
    // A file that is written in pieces changes twice: the bar that asks already stays under the pointer.
    if (const auto* asking = findChild<NoticeBar*>(u"notice-disk"_s, Qt::FindDirectChildrenOnly);
        asking && asking->property(kAsks).toBool())
        return;
    NoticeBar* bar = showNotice(u"disk"_s, tr("%1 changed on disk, and here too.").arg(name),
                                static_cast<int>(NoticeBar::Kind::Warning));
    bar->setProperty(kAsks, true);
    bar->addAnswer(tr("Take it from disk"), [this] { m_document->takeFromDisk(); });
    bar->addAnswer(tr("Keep mine"), [this] { m_document->keepMine(); });
}

}  // namespace slipway::editor
