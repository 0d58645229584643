#include "window/main_window.h"

#include "assist/remedies.h"
#include "editor/code_document.h"
#include "editor/editor_area.h"
#include "editor/pane.h"
#include "window/actions.h"
#include "window/build_command.h"
#include "window/code_actions.h"
#include "window/command_palette.h"
#include "window/editor_actions.h"
#include "window/editor_switches.h"
#include "window/file_palette.h"
#include "window/menus.h"
#include "window/palette_offers.h"
#include "window/reach.h"
#include "window/recent.h"
#include "window/status_line.h"
#include "window/tool_bar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileDialog>
#include <QFileInfo>
#include <QPointer>
#include <QSettings>
#include <QTimer>

#include <KTextEditor/View>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::window {
namespace {

constexpr QSize kLeastText(360, 260);

Qt::DockWidgetArea areaOf(Side side) {
    switch (side) {
        case Side::LeftTop:
        case Side::LeftBottom:
            return Qt::LeftDockWidgetArea;
        case Side::Right:
            return Qt::RightDockWidgetArea;
        case Side::BottomLeft:
        case Side::BottomRight:
            return Qt::BottomDockWidgetArea;
    }
    return Qt::LeftDockWidgetArea;
}

}  // namespace

MainWindow::MainWindow(const Values& values, const std::vector<PanelFactory>& panels)
    : m_values(values),
      m_actions(new Actions(this)),
      m_area(new editor::EditorArea(
          values.project, {values.theme, values.analysis, values.builds, values.selection, values.project}, this)),
      m_toolBar(new ToolBar(values, this)),
      m_status(new StatusLine(values, *m_area, this)),
      m_files(values.project) {
    setWindowTitle(tr("Slipway"));
    setDockNestingEnabled(true);
    setUnifiedTitleAndToolBarOnMac(true);
    m_area->setMinimumSize(kLeastText);  // in a small window the docks give way
    setCentralWidget(m_area);
    addToolBar(m_toolBar);
    setStatusBar(m_status);
    m_actions->setScheme(rememberedKeyScheme());
    addActions();
    m_area->setStart({newDockerfileAction(), m_actions->action("folder_open")});
    new CodeActions(*m_actions, *m_area, m_values, *this, this);
    new EditorSwitches(*m_actions, *m_area, this);
    m_editorActions = std::make_unique<EditorActions>(*m_actions, *m_area, this);
    addPanels(panels);
    offer([this] { return panelEntries(m_docks); });
    offer([this] { return recentEntries(*this, m_values.project.folder()); });
    fillMenuBar(*menuBar(), *m_actions, m_docks, *this);
    m_toolBar->connectActions(*m_actions, *this);
    m_status->connectActions(*m_actions, *this);
    connect(m_area, &editor::EditorArea::openFailed, this, &MainWindow::say);
    connect(m_area, &editor::EditorArea::nothingThere, this, [this] {
        if (!m_values.project.dockerfile().isEmpty())
            openFile(m_values.project.dockerfile());
    });
    connect(m_area, &editor::EditorArea::said, this, &MainWindow::say);
    connect(m_area, &editor::EditorArea::currentChanged, this, &MainWindow::rememberTabs);
    connect(&m_values.project, &project::Project::folderChanged, this, [this] {
        setWindowTitle(m_values.project.name().isEmpty() ? tr("Slipway")
                                                         : tr("%1 – Slipway").arg(m_values.project.name()));
    });
    restore();
}

// What ends in them says so, and asks things of the window: panels and pages go while it is whole.
MainWindow::~MainWindow() {
    hide();
    for (QDockWidget* dock : m_docks)
        delete dock;
    delete m_area;
}

void MainWindow::addPanels(const std::vector<PanelFactory>& panels) {
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    std::map<Side, QDockWidget*> placed;
    for (const PanelFactory& factory : panels) {
        theme::Panel* panel = factory.make(m_values, *this, this);
        auto* dock = new QDockWidget(panel->name(), this);
        dock->setObjectName(factory.id);
        dock->setWidget(panel);
        dock->setTitleBarWidget(&panel->title());
        addDockWidget(areaOf(factory.side), dock);
        if (const auto first = placed.find(factory.side); first != placed.end()) {
            tabifyDockWidget(first->second, dock);  // behind the one that is there
            first->second->raise();
        } else if (factory.side == Side::BottomRight && placed.contains(Side::BottomLeft)) {
            splitDockWidget(placed.at(Side::BottomLeft), dock, Qt::Horizontal);
        }
        placed.try_emplace(factory.side, dock);
        m_docks.push_back(dock);
    }
    m_placed = std::move(placed);
}

// As in the drawings, for a window that is there: a layout that has no size yet keeps no proportions.
void MainWindow::sizeDocks() {
    const auto has = [this](Side side) { return m_placed.contains(side); };
    const auto set = [&](Side side, int size, Qt::Orientation orientation) {
        if (has(side))
            resizeDocks({m_placed.at(side)}, {size}, orientation);
    };
    set(Side::LeftTop, std::min(252, width() * 252 / 1280), Qt::Horizontal);
    set(Side::Right, std::min(316, width() * 316 / 1280), Qt::Horizontal);
    set(Side::BottomLeft, height() * 284 / 900, Qt::Vertical);
    if (has(Side::BottomLeft) && has(Side::BottomRight))
        resizeDocks({m_placed.at(Side::BottomLeft), m_placed.at(Side::BottomRight)}, {920, 520}, Qt::Horizontal);
    if (has(Side::LeftTop) && has(Side::LeftBottom))
        resizeDocks({m_placed.at(Side::LeftTop), m_placed.at(Side::LeftBottom)}, {330, 220}, Qt::Vertical);
}

void MainWindow::addActions() {
    Actions& a = *m_actions;
    const QString file = tr("File");
    const QString build = tr("Build");
    const QString view = tr("View");
    a.add("file_new", file, tr("&New File"), {QKeySequence::New}, [this] { showPanel(u"files"_s); });
    QAction* first = a.add("dockerfile_new", file, tr("New &Dockerfile"), {}, [] {});
    const auto followFolder = [this, first] {
        first->setEnabled(!m_values.project.folder().isEmpty() && m_values.project.dockerfile().isEmpty());
    };
    connect(&m_values.project, &project::Project::folderChanged, first, followFolder);
    connect(&m_values.project, &project::Project::dockerfileChanged, first, followFolder);
    followFolder();
    a.add("file_open", file, tr("&Open File…"), {QKeySequence::Open}, [this] { openDialog(false); });
    a.add("folder_open", file, tr("Open &Folder…"), {QKeySequence(u"Ctrl+Shift+O"_s)}, [this] { openDialog(true); });
    a.add("file_find", file, tr("&Go to File…"), {QKeySequence(u"Ctrl+P"_s)}, [this] { showFiles(); });
    a.add("file_save", file, tr("&Save"), {QKeySequence::Save}, [this] { m_area->save(); });
    a.add("file_save_all", file, tr("Save A&ll"), {QKeySequence(u"Ctrl+Shift+S"_s)}, [this] { m_area->saveAll(); });
    a.add("file_close", file, tr("&Close Tab"), {QKeySequence(u"Ctrl+W"_s)}, [this] { m_area->closeCurrent(); });
    a.add("quit", file, tr("&Quit"), {QKeySequence(u"Ctrl+Q"_s)}, [this] { close(); });
    a.add("build_here", build, tr("Build Stage at &Cursor"), {QKeySequence(u"Ctrl+B"_s)}, [this] { buildAtCursor(); });
    a.add("build_last", build, tr("Build &Last Stage"), {QKeySequence(u"Ctrl+Shift+B"_s)}, [this] { this->build({}); });
    a.add("build_all", build, tr("Build &All Stages"), {QKeySequence(u"Ctrl+Alt+A"_s)},
          [this] { startBuild(m_values, {}, true, *this); });
    a.add("build_cancel", build, tr("&Cancel Build"), {QKeySequence(u"Ctrl+."_s)}, [this] { cancelBuild(); });
    a.add("build_failure", build, tr("Go to &Failed Step"), {QKeySequence(u"F8"_s)}, [this] { goToFailure(); });
    a.add("build_settings", build, tr("Build &Settings…"), {QKeySequence(u"Ctrl+Shift+,"_s)},
          [this] { m_toolBar->showBuildSettings(); });
    a.add("next_tab", view, tr("&Next Tab"), {QKeySequence(u"Ctrl+PgDown"_s), QKeySequence(u"Ctrl+Tab"_s)},
          [this] { m_area->nextTab(1); });
    a.add("previous_tab", view, tr("&Previous Tab"), {QKeySequence(u"Ctrl+PgUp"_s), QKeySequence(u"Ctrl+Shift+Tab"_s)},
          [this] { m_area->nextTab(-1); });
    a.add("focus_editor", view, tr("Go to &Editor"), {QKeySequence(u"Ctrl+0"_s)},
          [this] { m_area->currentView() ? m_area->currentView()->setFocus() : m_area->setFocus(); });
    a.add("settings", tr("Settings"), tr("&Settings…"), {QKeySequence(u"Ctrl+,"_s)},
          [this] { m_toolBar->showSettings(); });
    a.add("palette", view, tr("&Command Palette…"), {QKeySequence(u"Ctrl+Shift+P"_s)}, [this] {
        showCommandPalette(*this, *m_actions, {m_files, m_offers}, m_values, *this);
    });
    using Choice = theme::Theme::Choice;
    const auto choose = [this](Choice choice) {
        m_values.theme.choose(choice);
        QSettings().setValue(u"theme"_s, static_cast<int>(choice));
    };
    a.add("theme_system", view, tr("Theme: As the &System"), {}, [choose] { choose(Choice::System); });
    a.add("theme_light", view, tr("Theme: &Light"), {}, [choose] { choose(Choice::Light); });
    a.add("theme_dark", view, tr("Theme: &Dark"), {}, [choose] { choose(Choice::Dark); });
    const auto follow = [this] {
        const bool running = m_values.builds.running() != nullptr;
        m_actions->action("build_cancel")->setEnabled(running);
        const project::BuildRunPtr shown = m_values.builds.shown();
        m_actions->action("build_failure")->setEnabled(shown && shown->state == project::RunState::Failed);
    };
    for (const auto signal : {&project::Builds::added, &project::Builds::changed, &project::Builds::ended})
        connect(&m_values.builds, signal, this, follow);
    connect(&m_values.builds, &project::Builds::shownChanged, this, follow);
    follow();
}

void MainWindow::openDialog(bool folder) {
    auto* dialog = new QFileDialog(this, folder ? tr("Open Folder") : tr("Open File"), m_values.project.folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, folder](const QString& path) { folder ? openPath(path) : openFile(path); });
    dialog->open();
}

void MainWindow::openPath(const QString& given) {
    const QFileInfo info(given);
    const QString path = info.absoluteFilePath();
    if (!info.exists()) {
        say(tr("%1 can't be opened: there is no such file or folder.").arg(path));
        return;
    }
    const bool folder = info.isDir();
    const QString next = folderToOpen(path);
    if (next != m_values.project.folder()) {
        // Each project has its tabs; what isn't saved stays.
        m_switching = true;
        m_area->closeSaved();
        m_values.project.open(next);
        rememberRecent(next);
        openTabs();
        m_switching = false;
    }
    if (!folder)
        openFile(path);
    else if (!m_area->current() && !m_area->isOpening() && !m_values.project.dockerfile().isEmpty())
        openFile(m_values.project.dockerfile());
    rememberTabs();
}

void MainWindow::beReachable() {
    auto* reach = new Reach(this);
    connect(reach, &Reach::wanted, this, [this](const QString& path, const QByteArray& token) {
        openPath(path);
        comeToFront(token);
    });
    const auto follow = [this, reach] { reach->listenFor(m_values.project.folder()); };
    connect(&m_values.project, &project::Project::folderChanged, reach, follow);
    follow();
}

void MainWindow::comeToFront(const QByteArray& token) {
    if (!token.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", token);  // Qt shows it to a Wayland compositor
    setWindowState(windowState() & ~Qt::WindowMinimized);
    raise();
    activateWindow();
}

// As they were when this folder was open last; what is gone since is left out without a word.
void MainWindow::openTabs() {
    for (const QString& path : rememberedTabs(m_values.project.folder()))
        m_area->openIfThere(path, focusIfInFront());
}

void MainWindow::rememberTabs() {
    if (!m_switching && !m_area->isOpening())
        window::rememberTabs(m_values.project.folder(), m_area->openPaths(),
                             m_area->current() ? m_area->current()->document().path() : QString());
}

void MainWindow::showPage(const QString& key, const QString& title, QWidget* page) {
    m_area->showPage(key, title, page);
}

void MainWindow::showFiles() {
    auto* palette = new FilePalette(m_values.project, m_files, m_values.theme, this);
    connect(palette, &FilePalette::picked, this,
            [this](const QString& file) { openFile(m_values.project.folder() + u'/' + file); });
    palette->open(QRect(mapToGlobal(QPoint(0, centralWidget()->y())), QSize(width(), centralWidget()->height())));
}

// A disk may answer late: who has gone to a list meanwhile stays there. Where the focus was comes after what asked, for
// a popup that asks gives it back.
std::function<void(editor::DocumentPage&)> MainWindow::focusIfInFront() const {
    const auto before = std::make_shared<QPointer<QWidget>>();
    QTimer::singleShot(0, this, [before] { *before = QApplication::focusWidget(); });
    return [this, before](const editor::DocumentPage& page) {
        const QWidget* const now = QApplication::focusWidget();
        const bool elsewhere = now && *before && now != *before && !m_area->isAncestorOf(now);
        if (&page == m_area->current() && !elsewhere)
            page.view().setFocus();
    };
}

void MainWindow::openFile(const QString& path, int line) {
    m_area->leave();
    m_area->open(path, [line, focus = focusIfInFront()](editor::DocumentPage& page) {
        if (line > 0)
            page.goTo(line);
        focus(page);
    });
}

void MainWindow::showFile(const QString& path) {
    m_area->leave();
    m_area->open(path);
}

void MainWindow::showPanel(const QString& id) {
    const auto dock = std::ranges::find(m_docks, id, &QObject::objectName);
    if (dock == m_docks.end())
        return;
    (*dock)->show();
    (*dock)->raise();
}

void MainWindow::build(const QString& stage) { startBuild(m_values, stage, false, *this); }
void MainWindow::cancelBuild() { stopBuild(m_values); }
QList<QAction*> MainWindow::startActions() const { return {newDockerfileAction(), m_actions->action("build_here")}; }
QAction* MainWindow::newFileAction() const { return m_actions->action("file_new"); }
QAction* MainWindow::newDockerfileAction() const { return m_actions->action("dockerfile_new"); }
void MainWindow::say(const QString& sentence) { m_status->showMessage(sentence, 8000); }

void MainWindow::offerRemedies(const QString& path, int line, const QString& rule) {
    m_area->open(path.isEmpty() ? m_values.analysis.current()->path : path, [line, rule](editor::DocumentPage& page) {
        page.goTo(line);
        page.view().setFocus();
        page.pane().remedies().show(line, rule);
    });
}

void MainWindow::offerToMendAll(const QString& rule) {
    m_area->open(m_values.analysis.current()->path, [rule](editor::DocumentPage& page) {
        page.view().setFocus();
        page.pane().remedies().showAll(rule);
    });
}

void MainWindow::fileRenamed(const QString& from, const QString& to) { m_area->fileRenamed(from, to); }
void MainWindow::fileRemoved(const QString& path) { m_area->fileRemoved(path); }

void MainWindow::buildAtCursor() {
    const auto snapshot = m_values.analysis.current();
    const project::Chosen chosen = m_values.selection.current();
    QString stage;
    if (snapshot->outline && chosen.stage >= 0 &&
        static_cast<std::size_t>(chosen.stage) < snapshot->outline->stages.size())
        stage = stageTarget(*snapshot, chosen.stage);
    build(stage);
}

void MainWindow::goToFailure() {
    const project::BuildRunPtr run = m_values.builds.shown();
    if (!run)
        return;
    project::Chosen place;
    if (const project::StepRun* failed = run->failedStep()) {
        place = {.stage = failed->stageIndex, .step = failed->id, .line = static_cast<int>(failed->line)};
    } else if (run->error) {
        // It failed before a step began: at a line of the Dockerfile, or at none.
        say(QString::fromStdString(run->error->message));
        if (run->error->where)
            place.line = static_cast<int>(run->error->where->line);
    }
    if (place.line <= 0)
        return;
    m_values.selection.reveal(place, nullptr);
    openFile(m_values.project.dockerfile());
}

void MainWindow::restore() {
    const QSettings settings;
    constexpr QSize kSize(1440, 900), kMostFrame(20, 60);
    const QSize room = screen()->availableGeometry().size();
    resize(kSize.boundedTo(room));
    // Where that leaves no room for a title bar, the status bar would lie below the screen's edge.
    if (!restoreGeometry(settings.value(u"window/geometry"_s).toByteArray()) &&
        (kSize + kMostFrame).boundedTo(room) != kSize + kMostFrame)
        setWindowState(Qt::WindowMaximized);
    m_fresh = !restoreState(settings.value(u"window/state"_s).toByteArray(), 1);
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    if (std::exchange(m_fresh, false))
        QMetaObject::invokeMethod(this, &MainWindow::sizeDocks, Qt::QueuedConnection);
}

void MainWindow::remember() {
    QSettings settings;
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/state"_s, saveState(1));
    rememberTabs();
}

// Nothing is asked: what isn't saved is kept, and offered when its file is opened again.
void MainWindow::closeEvent(QCloseEvent* event) {
    remember();
    m_area->flushUnsaved();
    cancelBuild();
    event->accept();
}

}  // namespace slipway::window
