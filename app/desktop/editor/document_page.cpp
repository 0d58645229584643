#include "editor/document_page.h"

#include "editor/code_document.h"
#include "editor/editor_setup.h"
#include "editor/gutter_marks.h"
#include "editor/notice_bar.h"
#include "editor/unsaved_text.h"
#include "theme/theme.h"
#include "units/units.h"

#include <QFileInfo>
#include <QLocale>
#include <QVBoxLayout>

#include <KTextEditor/Document>
#include <KTextEditor/View>

using namespace Qt::StringLiterals;

namespace slipway::editor {

DocumentPage::DocumentPage(const QString& path, const Sources& sources, QWidget* parent)
    : QWidget(parent),
      m_theme(sources.theme),
      m_document(new CodeDocument(path, this)),
      m_view(m_document->component().createView(this)),
      m_layout(new QVBoxLayout(this)) {
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    m_view->setContextMenu(m_view->defaultContextMenu());
    dress(*m_view, m_theme);
    m_marks = std::make_unique<GutterMarks>(*m_document, *m_view, sources);
    connect(&m_theme, &theme::Theme::changed, this, [this] { dress(*m_view, m_theme); });
    connect(m_view, &KTextEditor::View::cursorPositionChanged, this, &DocumentPage::cursorMoved);
    connect(m_document, &CodeDocument::changedOnDisk, this, &DocumentPage::onDiskChange);
    connect(m_document, &CodeDocument::saveFailed, this, [this](const QString& message) {
        showNotice(u"save"_s, message, static_cast<int>(NoticeBar::Kind::Error));
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

DocumentPage::~DocumentPage() {
    m_marks.reset();  // before the view it draws on
}

void DocumentPage::goTo(int line, int column) {
    m_view->setCursorPosition({std::max(line - 1, 0), std::max(column - 1, 0)});
}

int DocumentPage::currentLine() const { return m_view->cursorPosition().line() + 1; }

NoticeBar* DocumentPage::showNotice(const QString& purpose, const QString& text, int kind) {
    hideNotice(purpose);
    auto* bar = new NoticeBar(text, static_cast<NoticeBar::Kind>(kind), m_theme, this);
    bar->setObjectName(u"notice-"_s + purpose);
    m_layout->insertWidget(0, bar);
    return bar;
}

void DocumentPage::hideNotice(const QString& purpose) {
    delete findChild<NoticeBar*>(u"notice-"_s + purpose, Qt::FindDirectChildrenOnly);
}

// What the editor does with this file's bytes that nobody would guess.
void DocumentPage::sayWhatIsOdd() {
    const FileLook& look = *m_document->look();
    const QString name = QFileInfo(m_document->path()).fileName();
    hideNotice(u"utf8"_s);
    if (look.invalidAt)
        showNotice(u"utf8"_s,
                   tr("%1 is not valid UTF-8: byte %2 belongs to no character. It is shown as ISO-8859-1, so accents "
                      "may look wrong; its bytes are kept when you save.")
                       .arg(name)
                       .arg(*look.invalidAt + 1),
                   static_cast<int>(NoticeBar::Kind::Warning));
    hideNotice(u"endings"_s);
    if (!look.mixed())
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
    NoticeBar* bar =
        showNotice(u"unsaved"_s,
                   tr("%1 was not saved when Slipway ended; its text of %2 was kept.")
                       .arg(QFileInfo(m_document->path()).fileName(), units::when(left.at.toMSecsSinceEpoch())),
                   static_cast<int>(NoticeBar::Kind::Information));
    bar->addAnswer(tr("Restore"), [this, text = left.text] { m_document->replace(text); });
    bar->addAnswer(tr("Throw away"), [this] { m_document->discard(); });
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
    const QString question = tr("%1 changed on disk, and here too.").arg(name);
    if (const auto* asking = findChild<NoticeBar*>(u"notice-disk"_s, Qt::FindDirectChildrenOnly);
        asking && asking->text() == question)
        return;
    NoticeBar* bar = showNotice(u"disk"_s, question, static_cast<int>(NoticeBar::Kind::Warning));
    bar->addAnswer(tr("Take it from disk"), [this] { m_document->takeFromDisk(); });
    bar->addAnswer(tr("Keep mine"), [this] { m_document->keepMine(); });
}

}  // namespace slipway::editor
