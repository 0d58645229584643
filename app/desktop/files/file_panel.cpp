#include "files/file_panel.h"

#include "files/file_delegate.h"
#include "files/file_model.h"
#include "files/undo_bar.h"
#include "project/check_files.h"
#include "theme/theme.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QStandardPaths>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace slipway::files {

FilePanel::FilePanel(const theme::Theme& theme, project::Project& project, project::Analysis& analysis, QWidget* parent)
    : Panel(tr("Files"), theme, parent),
      m_project(project),
      m_analysis(analysis),
      m_model(new FileModel(this)),
      m_view(new QTreeView(this)),
      m_undo(new UndoBar(theme, this)) {
    m_view->setModel(m_model);
    m_view->setItemDelegate(new FileDelegate(theme, m_view));
    for (int column = 1; column < m_model->columnCount(); ++column)
        m_view->hideColumn(column);
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setIndentation(16);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setMouseTracking(true);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAccessibleName(tr("Files"));
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_view, 1);
    column->addWidget(m_undo);
    content->setFocusProxy(m_view);
    setContent(content);
    auto* add = new QToolButton(&title());
    add->setText(u"+"_s);
    add->setToolTip(tr("New file"));
    add->setAccessibleName(tr("New file"));
    title().addControl(add);
    connect(add, &QToolButton::clicked, this, &FilePanel::newFile);
    // A click shows a file and leaves the keys with the list, where F2 and Delete mean the file; who goes on to write
    // in it says so. (Not `activated`: on some desktops a click is that, too.)
    connect(m_view, &QTreeView::clicked, this, [this](const QModelIndex& index) {
        if (isFile(index))
            Q_EMIT showAsked(m_model->path(index));
    });
    const auto open = [this](const QModelIndex& index) {
        if (isFile(index))
            Q_EMIT openAsked(m_model->path(index));
    };
    connect(m_view, &QTreeView::doubleClicked, this, open);
    connect(m_view, &QWidget::customContextMenuRequested, this, &FilePanel::showMenu);
    auto* edit = new QAction(m_view);
    edit->setShortcuts({Qt::Key_Return, Qt::Key_Enter});
    edit->setShortcutContext(Qt::WidgetShortcut);
    connect(edit, &QAction::triggered, this, [this, open] { open(m_view->currentIndex()); });
    m_view->addAction(edit);
    auto* trash = new QAction(tr("Move to Trash"), m_view);
    trash->setShortcut(QKeySequence::Delete);
    trash->setShortcutContext(Qt::WidgetShortcut);
    connect(trash, &QAction::triggered, this, &FilePanel::moveToTrash);
    m_view->addAction(trash);
    auto* undo = new QAction(tr("Undo"), m_view);
    undo->setShortcut(QKeySequence::Undo);
    undo->setShortcutContext(Qt::WidgetShortcut);
    connect(undo, &QAction::triggered, m_undo, &UndoBar::undo);
    m_view->addAction(undo);
    connect(m_model, &FileModel::renamed, this, [this](const QString& from, const QString& to) {
        if (from == m_fresh)
            m_fresh = to;
        else
            offerRename(from, to);
        Q_EMIT renamed(from, to);
    });
    // Queued: the view takes the focus first, when its line to type in goes.
    connect(
        m_view->itemDelegate(), &QAbstractItemDelegate::closeEditor, this,
        [this](QWidget*, QAbstractItemDelegate::EndEditHint hint) {
            endNaming(hint == QAbstractItemDelegate::RevertModelCache);
        },
        Qt::QueuedConnection);
    connect(&project, &project::Project::folderChanged, this, &FilePanel::openFolder);
    connect(&project, &project::Project::dockerfileChanged, this, &FilePanel::refreshIgnore);
    connect(&project, &project::Project::documentsChanged, this, &FilePanel::refreshIgnore);
    connect(&project, &project::Project::edited, this, [this](const project::Document* document) {
        if (project::Project::isIgnoreFile(document->path()))
            refreshIgnore();
    });
    connect(&project, &project::Project::activeChanged, this, &FilePanel::followDocument);
    connect(&analysis, &project::Analysis::changed, this, &FilePanel::followForecast);
    openFolder();
}

void FilePanel::openFolder() {
    if (m_project.folder().isEmpty()) {
        setEmpty(tr("The files of the folder you open will be here (menu File, Open Folder)."));
        return;
    }
    m_gone = !QFileInfo(m_project.folder()).isDir();
    if (m_gone) {
        setEmpty(tr("%1 is gone from disk. Its files will be here again once it is back.")
                     .arg(QDir::toNativeSeparators(m_project.folder())));
        m_model->setFolder({});
        return;
    }
    setEmpty({});
    m_model->setFolder(m_project.folder());
    m_view->setRootIndex(m_model->rootIndex());
    refreshIgnore();
}

void FilePanel::followDisk() {
    if (m_gone == QFileInfo(m_project.folder()).isDir())
        openFolder();
    else
        refreshIgnore();
}

void FilePanel::refreshIgnore() {
    if (m_project.folder().isEmpty())
        return;
    QtConcurrent::run(&m_project.quickThread(), readIgnore, m_project.folder(), m_project.dockerfile(),
                      project::unsavedCheckFiles(m_project))
        .then(this, [this, look = ++m_ignoreLooks](IgnoreWords words) {
            if (look != m_ignoreLooks)  // a later one may have ended before
                return;
            if (!words.problem.isEmpty() && words.problem != m_problem)
                Q_EMIT failed(words.problem);
            m_problem = words.problem;
            m_model->setIgnore(std::move(words));
        });
}

void FilePanel::followDocument() {
    if (const project::Document* document = m_project.active())
        m_view->setCurrentIndex(m_model->indexOf(document->path()));
}

void FilePanel::followForecast() {
    const auto context = m_analysis.current()->context;
    title().setDetail(context ? tr("%1 in context").arg(QLocale().toString(context->files)) : QString());
    QSet<QString> changed;
    if (const auto snapshot = m_analysis.current(); snapshot->forecast) {
        for (const cache::StepForecast& step : snapshot->forecast->steps) {
            if (step.status != cache::Status::Rebuild || step.reason.kind != cache::ReasonKind::Files)
                continue;
            for (const cache::Difference& difference : step.reason.differences)
                changed.insert(QString::fromStdString(difference.name));
        }
    }
    m_model->setChanged(changed);
}

bool FilePanel::isFile(const QModelIndex& index) const { return QFileInfo(m_model->path(index)).isFile(); }

QString FilePanel::targetFolder() const {
    const QString path = m_model->path(m_view->currentIndex());
    if (path.isEmpty())
        return m_project.folder();
    const QFileInfo info(path);
    return info.isDir() ? path : info.path();
}

bool FilePanel::make(const QString& path, bool folder) {
    QFile file(path);
    const bool made = folder ? QDir().mkdir(path) : file.open(QIODevice::WriteOnly | QIODevice::NewOnly);
    if (!made)
        Q_EMIT failed(tr("%1 could not be made: %2")
                          .arg(QFileInfo(path).fileName(),
                               folder ? tr("no rights in this folder, or no space.") : file.errorString()));
    return made;
}

void FilePanel::create(const QString& wanted, bool folder) {
    const QDir parent(targetFolder());
    QString name = wanted;
    for (int i = 2; parent.exists(name); ++i)
        name = u"%1 %2"_s.arg(wanted).arg(i);
    const QString path = parent.filePath(name);
    if (!make(path, folder))
        return;
    m_fresh = path;
    m_before = m_model->path(m_view->currentIndex());
    // Named in place, once the model has seen it.
    const auto edit = [this, path] {
        const QModelIndex index = m_model->indexOf(path);
        if (!index.isValid())
            return false;
        m_view->scrollTo(index);
        m_view->setCurrentIndex(index);
        m_view->setFocus();
        m_view->edit(index);
        return true;
    };
    if (!edit()) {
        connect(
            m_model, &QAbstractItemModel::rowsInserted, this, [edit] { edit(); },
            static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    }
    m_project.refreshDockerfile();
}

void FilePanel::endNaming(bool givenUp) {
    const QString path = std::exchange(m_fresh, {});
    if (path.isEmpty())
        return;
    const QFileInfo made(path);
    if (!givenUp) {
        if (made.isFile())
            Q_EMIT openAsked(path);
        return;
    }
    // Unless someone has put something into it meanwhile.
    if (made.isDir() ? QDir().rmdir(path) : made.size() == 0 && QFile::remove(path))
        m_view->setCurrentIndex(m_model->indexOf(m_before));
    m_project.refreshDockerfile();
}

void FilePanel::newFile() {
    const bool first = m_project.dockerfile().isEmpty();
    create(first ? u"Dockerfile"_s : tr("new file"), false);
}
void FilePanel::newFolder() { create(tr("new folder"), true); }

void FilePanel::newDockerfile() {
    const QString path = QDir(m_project.folder()).filePath(u"Dockerfile"_s);
    if (!make(path, false))
        return;
    m_project.refreshDockerfile();
    Q_EMIT openAsked(path);
}

void FilePanel::rename() {
    if (m_view->currentIndex().isValid())
        m_view->edit(m_view->currentIndex());
}

void FilePanel::moveToTrash() {
    const QString path = m_model->path(m_view->currentIndex());
    if (path.isEmpty() || path == m_project.folder())
        return;
    struct Outcome {
        QString inTrash, error;
    };
    QtConcurrent::run([path] {
        Outcome outcome;
        // The trash is made where it is missing, but not the folder that it stands in.
        QDir().mkpath(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation));
        QFile file(path);
        if (file.moveToTrash())
            outcome.inTrash = file.fileName();  // where it is now
        else
            outcome.error = file.errorString();
        return outcome;
    }).then(this, [this, path](const Outcome& outcome) {
        if (!outcome.error.isEmpty()) {
            Q_EMIT failed(tr("%1 could not be moved to the trash: %2").arg(QFileInfo(path).fileName(), outcome.error));
            return;
        }
        Q_EMIT removed(path);
        offerTrashed(path, outcome.inTrash);
    });
}

void FilePanel::offerTrashed(const QString& path, const QString& inTrash) {
    const QString name = QFileInfo(path).fileName();
    m_undo->offer(tr("%1 is in the trash.").arg(name), [this, path, inTrash, name] {
        if (QFileInfo::exists(path) || !QDir().rename(inTrash, path)) {
            Q_EMIT failed(
                tr("%1 could not be brought back: its place is taken, or it is no longer in the trash.").arg(name));
            return;
        }
        // The trash keeps a note beside each thing: where it came from.
        const QFileInfo there(inTrash);
        QFile::remove(there.dir().filePath(u"../info/"_s + there.fileName() + u".trashinfo"_s));
        m_project.refreshDockerfile();
    });
}

void FilePanel::offerRename(const QString& from, const QString& to) {
    const QString before = QFileInfo(from).fileName();
    const QString after = QFileInfo(to).fileName();
    m_undo->offer(tr("%1 is now %2.").arg(before, after), [this, from, to, before] {
        if (QFileInfo::exists(from) || !QDir().rename(to, from))
            Q_EMIT failed(tr("%1 could not get its name back: its place is taken, or it is gone.").arg(before));
        else
            Q_EMIT renamed(to, from);
    });
}

void FilePanel::showMenu(const QPoint& at) {
    const QModelIndex index = m_view->indexAt(at);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("New File"), this, &FilePanel::newFile);
    menu->addAction(tr("New Folder"), this, &FilePanel::newFolder);
    if (index.isValid()) {
        menu->addSeparator();
        menu->addAction(tr("Rename"), QKeySequence(Qt::Key_F2), this, &FilePanel::rename);
        menu->addAction(tr("Move to Trash"), QKeySequence(QKeySequence::Delete), this, &FilePanel::moveToTrash);
    }
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

}  // namespace slipway::files
