#include "editor/editor_area.h"

#include "editor/code_document.h"
#include "editor/notice_bar.h"
#include "editor/pane.h"
#include "editor/tab_names.h"
#include "editor/tab_strip.h"
#include "project/analysis.h"
#include "project/project.h"
#include "project/selection.h"
#include "theme/start_page.h"

#include <QDir>
#include <QFileInfo>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <KTextEditor/Document>
#include <KTextEditor/View>

using namespace Qt::StringLiterals;

namespace slipway::editor {
namespace {

constexpr const char* kTurn = "slipwayTurn";  // a page's, by when it was asked for

}  // namespace

EditorArea::EditorArea(project::Project& project, const Sources& sources, QWidget* parent)
    : QWidget(parent),
      m_project(project),
      m_sources(sources),
      m_tabs(new TabStrip(sources.theme, this)),
      m_pages(new QStackedWidget(this)),
      m_start(new theme::StartPage(sources.theme, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_pages, 1);
    m_pages->addWidget(m_start);
    m_tabs->hide();
    connect(m_tabs, &QTabBar::currentChanged, this, &EditorArea::follow);
    connect(m_tabs, &QTabBar::tabCloseRequested, this, &EditorArea::close);
    // Once the page is in front: who clicks its tab writes there.
    connect(
        m_tabs, &QTabBar::tabBarClicked, this,
        [this] {
            if (currentView())
                currentView()->setFocus();
        },
        Qt::QueuedConnection);
    connect(m_tabs, &QTabBar::tabMoved, this, [this](int from, int to) {
        // Page 0 is the empty one.
        QWidget* page = m_pages->widget(from + 1);
        m_pages->removeWidget(page);
        m_pages->insertWidget(to + 1, page);
        follow();
    });
    connect(&sources.selection, &project::Selection::revealed, this,
            [this](const project::Chosen& chosen, QObject* by) {
                if (by == this || chosen.line <= 0 || m_project.dockerfile().isEmpty())
                    return;
                leave();
                open(m_project.dockerfile(), [this, chosen](DocumentPage& page) {
                    page.goTo(chosen.line);
                    if (chosen.step.isEmpty())
                        choose();  // also where the cursor stood there before
                    else
                        m_sources.selection.choose(chosen, this);
                    m_revealed = chosen.step;
                });
            });
    connect(&sources.selection, &project::Selection::shown, this, [this](const QString& path, int line) {
        leave();
        open(path, [line](DocumentPage& page) { page.goTo(line); });
    });
    // What stands at the cursor is another step once its text was edited, and known once its text is.
    connect(&sources.analysis, &project::Analysis::changed, this, [this] {
        const DocumentPage* page = current();
        const project::Chosen& chosen = m_sources.selection.current();
        // A step of a build of an earlier text stays, so that its log can be read, until someone edits or goes on.
        if (!m_owed && !m_revealed.isEmpty() && m_revealed == chosen.step &&
            m_sources.analysis.current()->stepWithId(m_revealed) < 0)
            return;
        if (page && (m_owed || (chosen.image.isEmpty() && chosen.line == page->currentLine())))
            choose();
    });
    connect(&sources.selection, &project::Selection::changed, this, [this] { m_owed = false; });
    connect(&project, &project::Project::folderChanged, this, &EditorArea::followFolder);
    connect(&project, &project::Project::dockerfileChanged, this, &EditorArea::followFolder);
    followFolder();
}

EditorArea::~EditorArea() { disconnect(m_tabs, nullptr, this, nullptr); }

void EditorArea::setStart(const QList<QAction*>& actions) {
    m_start->offer(actions);
    followFolder();
}

void EditorArea::followFolder() {
    if (m_project.folder().isEmpty())
        m_start->say(tr("Open a folder, and its Dockerfile will be here."));
    else if (m_project.dockerfile().isEmpty())
        m_start->say(tr("This folder has no Dockerfile yet."));
    else
        m_start->say(tr("Open a file from the list on the left, or press Ctrl+O."));
    m_start->setOffering(m_project.dockerfile().isEmpty());
}

int EditorArea::indexOf(const QWidget* page) const { return m_pages->indexOf(const_cast<QWidget*>(page)) - 1; }

void EditorArea::open(const QString& path, const Then& then) { ask(path, then, false); }
void EditorArea::openIfThere(const QString& path, const Then& then) { ask(path, then, true); }

void EditorArea::ask(const QString& given, const Then& then, bool mayBeGone) {
    const QString path = QFileInfo(given).absoluteFilePath();
    m_newest = path;
    for (int i = 0; i < m_tabs->count(); ++i) {
        auto* page = qobject_cast<DocumentPage*>(m_pages->widget(i + 1));
        if (page && page->document().path() == path) {
            m_tabs->setCurrentIndex(i);
            if (then)
                then(*page);
            return;
        }
    }
    const bool isNew = !m_opening.contains(path);
    Opening& opening = m_opening[path];
    if (isNew)
        opening.turn = ++m_turn;
    opening.mayBeGone = mayBeGone && (isNew || opening.mayBeGone);
    if (then)
        opening.then.push_back(then);
    if (isNew)
        askForFile(path, *this).then(this, [this, path](FileAnswer answer) { take(path, answer); });
}

void EditorArea::take(const QString& path, FileAnswer answer) {
    const Opening opening = m_opening.extract(path).mapped();
    if (answer != FileAnswer::Readable) {
        if (opening.mayBeGone) {
            if (!isOpening() && m_tabs->count() == 0)
                Q_EMIT nothingThere();
            return;
        }
        Q_EMIT openFailed(
            answer == FileAnswer::NoFile
                ? tr("%1 can't be opened: it is no file that can be read here.").arg(QFileInfo(path).fileName())
                : tr("%1 can't be opened: there is no such file.").arg(QDir::toNativeSeparators(path)));
        return;
    }
    DocumentPage& page = add(path, opening.turn);
    for (const Then& then : opening.then)
        then(page);
}

// Tabs stand in the order in which they were asked for, whichever disk answers first.
DocumentPage& EditorArea::add(const QString& path, qint64 turn) {
    auto* page = new DocumentPage(path, m_sources, m_pages);
    CodeDocument* document = &page->document();
    connect(document, &CodeDocument::modifiedChanged, this, [this, page] { showModified(*page); });
    connect(document, &CodeDocument::pathChanged, this, &EditorArea::nameTabs);
    connect(document, &CodeDocument::edited, this, [this, document] {
        m_revealed.clear();
        m_project.noteEdit(document);
    });
    connect(page, &DocumentPage::cursorMoved, this, [this, page] {
        if (page == current())
            tell();
    });
    connect(page, &DocumentPage::paneAdded, this, &EditorArea::paneCreated);
    connect(page, &DocumentPage::paneChanged, this, [this, page] {
        if (page == current()) {
            Q_EMIT currentChanged();
            tell();
        }
    });
    connect(page, &DocumentPage::said, this, &EditorArea::said);
    connect(page, &DocumentPage::leaving, this, &EditorArea::leave);
    connect(page, &DocumentPage::fileWanted, this, [this](const QString& name) {
        open(m_project.folder() + u'/' + name, [](const DocumentPage& opened) { opened.view().setFocus(); });
    });
    m_project.add(document);
    int index = m_tabs->count();
    while (index > 0 && m_pages->widget(index)->property(kTurn).toLongLong() > turn)
        --index;
    page->setProperty(kTurn, turn);
    m_pages->insertWidget(index + 1, page);
    m_tabs->show();
    m_tabs->insertTab(index, QFileInfo(path).fileName());
    nameTabs();
    Q_EMIT paneCreated(page->pane());
    if (path == m_newest)
        m_tabs->setCurrentIndex(index);
    follow();
    return *page;
}

void EditorArea::showPage(const QString& key, const QString& title, QWidget* page) {
    if (QWidget* old = this->page(key))
        drop(indexOf(old));
    page->setObjectName(key);
    m_pages->addWidget(page);
    m_tabs->show();
    m_tabs->setCurrentIndex(m_tabs->addTab(title));
    follow();
    page->setFocus();  // else it goes to whatever field of the page comes first, or stays behind
}

QWidget* EditorArea::page(const QString& key) const {
    for (int i = 1; i < m_pages->count(); ++i) {
        if (m_pages->widget(i)->objectName() == key)
            return m_pages->widget(i);
    }
    return nullptr;
}

DocumentPage* EditorArea::current() const { return qobject_cast<DocumentPage*>(m_pages->currentWidget()); }
KTextEditor::View* EditorArea::currentView() const { return current() ? &current()->view() : nullptr; }

QList<KTextEditor::View*> EditorArea::views() const {
    QList<KTextEditor::View*> views;
    for (int i = 1; i < m_pages->count(); ++i) {
        if (auto* page = qobject_cast<DocumentPage*>(m_pages->widget(i)))
            views += page->document().component().views();
    }
    return views;
}

std::vector<Pane*> EditorArea::panes() const {
    std::vector<Pane*> panes;
    for (int i = 1; i < m_pages->count(); ++i) {
        if (const auto* page = qobject_cast<DocumentPage*>(m_pages->widget(i)))
            panes.insert(panes.end(), page->panes().begin(), page->panes().end());
    }
    return panes;
}

QStringList EditorArea::openPaths() const {
    QStringList paths;
    for (int i = 1; i < m_pages->count(); ++i) {
        if (auto* page = qobject_cast<DocumentPage*>(m_pages->widget(i)))
            paths.append(page->document().path());
    }
    return paths;
}

void EditorArea::save() {
    if (DocumentPage* page = current())
        page->document().save();
}

// A failure shows in its own tab.
void EditorArea::saveAll() { static_cast<void>(m_project.saveAll()); }
void EditorArea::closeCurrent() { close(m_tabs->currentIndex()); }

void EditorArea::closeSaved() {
    for (int index = m_tabs->count() - 1; index >= 0; --index) {
        const auto* page = qobject_cast<DocumentPage*>(m_pages->widget(index + 1));
        if (!page || !page->document().isModified())
            drop(index);
    }
}

void EditorArea::nextTab(int by) {
    if (const int count = m_tabs->count(); count > 0)
        m_tabs->setCurrentIndex((m_tabs->currentIndex() + by + count) % count);
}

Trail::Place EditorArea::here() const {
    const DocumentPage* page = current();
    return page ? Trail::Place{page->document().path(), page->view().cursorPosition(), &page->document().component()}
                : Trail::Place{};
}

void EditorArea::leave() {
    if (!current())
        return;
    m_trail.leave(here());
    Q_EMIT trailChanged();
}

void EditorArea::goAlong(bool forward) {
    if (const auto to = m_trail.go(forward, here())) {
        open(to->path, [at = to->at](const DocumentPage& page) {
            page.view().setCursorPosition(at);
            page.view().setFocus();
        });
    }
    Q_EMIT trailChanged();
}

void EditorArea::close(int index) {
    if (index < 0)
        return;
    auto* page = qobject_cast<DocumentPage*>(m_pages->widget(index + 1));
    if (!page || !page->document().isModified()) {
        drop(index);
        return;
    }
    m_tabs->setCurrentIndex(index);
    NoticeBar* bar = page->showNotice(
        u"close"_s, tr("%1 has changes that aren't saved.").arg(QFileInfo(page->document().path()).fileName()),
        static_cast<int>(NoticeBar::Kind::Warning));
    bar->addAnswer(tr("Save and close"), [this, page] {
        page->document().save().then(page, [this, page](const Result<>& result) {
            if (result)
                drop(indexOf(page));
        });
    });
    bar->addAnswer(tr("Close without saving"), [this, page] {
        page->document().discard();
        QMetaObject::invokeMethod(
            this, [this, page] { drop(indexOf(page)); }, Qt::QueuedConnection);
    });
    bar->setFocus();
}

void EditorArea::drop(int index) {
    if (index < 0)
        return;
    QWidget* page = m_pages->widget(index + 1);
    if (auto* text = qobject_cast<DocumentPage*>(page)) {
        m_project.remove(&text->document());
        m_trail.forget(text->document().component());
    }
    m_pages->removeWidget(page);
    m_tabs->removeTab(index);
    page->deleteLater();
    m_tabs->setVisible(m_tabs->count() > 0);
    nameTabs();
    follow();
}

void EditorArea::nameTabs() {
    const QStringList paths = openPaths(), names = tabNames(paths);
    qsizetype at = 0;
    for (int i = 0; i < m_tabs->count(); ++i) {
        if (!qobject_cast<DocumentPage*>(m_pages->widget(i + 1)))
            continue;
        m_tabs->setTabText(i, QString(names[at]).replace(u'&', "&&"_L1));
        m_tabs->setTabToolTip(i, paths[at]);
        ++at;
    }
}

void EditorArea::showModified(const DocumentPage& page) {
    if (const int index = indexOf(&page); index >= 0)
        m_tabs->setModified(index, page.document().isModified());
}

void EditorArea::follow() {
    const int index = m_tabs->currentIndex();
    m_pages->setCurrentIndex(index + 1);
    DocumentPage* page = current();
    m_project.setActive(page ? &page->document() : nullptr);
    Q_EMIT currentChanged();
    tell();
}

void EditorArea::tell() {
    m_revealed.clear();
    Q_EMIT cursorMoved();
    choose();
}

void EditorArea::choose() {
    const DocumentPage* page = current();
    const auto snapshot = m_sources.analysis.current();
    const bool known = page && page->document().path() == snapshot->path && snapshot->outline;
    m_owed = !known && page && page->document().path() == m_project.dockerfile();
    if (!known)
        return;
    const int line = page->currentLine();
    const auto* stage = snapshot->outline->stageAt(static_cast<std::uint32_t>(line));
    int step = snapshot->stepAt(static_cast<std::uint32_t>(line));
    // Of several at one line, which ONBUILD makes, the one that was chosen stays so.
    const int before = snapshot->stepWithId(m_sources.selection.current().step);
    const auto lineOf = [&](int one) { return snapshot->plan->steps[static_cast<std::size_t>(one)].line; };
    if (step >= 0 && before >= 0 && lineOf(before) == lineOf(step))
        step = before;
    project::Chosen chosen{.stage = stage ? stage->index : -1, .line = line};
    if (step >= 0)
        chosen.step = QString::fromStdString(snapshot->plan->steps[static_cast<std::size_t>(step)].id);
    m_sources.selection.choose(chosen, this);
}

void EditorArea::flushUnsaved() {
    for (int i = 1; i < m_pages->count(); ++i) {
        if (auto* page = qobject_cast<DocumentPage*>(m_pages->widget(i)))
            page->document().flushUnsaved();
    }
}

void EditorArea::fileRenamed(const QString& from, const QString& to) {
    for (int i = 1; i < m_pages->count(); ++i) {
        auto* page = qobject_cast<DocumentPage*>(m_pages->widget(i));
        if (!page)
            continue;
        const QString path = page->document().path();
        if (path == from)
            page->document().setPath(to);
        else if (path.startsWith(from + u'/'))
            page->document().setPath(to + path.mid(from.size()));
    }
    m_trail.rename(from, to);
    m_project.refreshDockerfile();
}

void EditorArea::fileRemoved(const QString& path) {
    for (int i = m_pages->count() - 1; i > 0; --i) {
        auto* page = qobject_cast<DocumentPage*>(m_pages->widget(i));
        if (page && (page->document().path() == path || page->document().path().startsWith(path + u'/')) &&
            !page->document().isModified())
            drop(i - 1);
    }
    m_project.refreshDockerfile();
}

}  // namespace slipway::editor
