#include "scene.h"

#include "editor/editor_area.h"
#include "editor/editor_setup.h"
#include "outline/outline_model.h"
#include "targets/target_card.h"
#include "timeline/timeline_model.h"
#include "window/application.h"
#include "window/settings_panel.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QTabBar>
#include <QTemporaryDir>

#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <clocale>

using namespace Qt::StringLiterals;

namespace slipway::acceptance {

void Scene::open(const QString& folder) {
    workbench.open(folder);
    workbench.window.show();
    QVERIFY(QTest::qWaitForWindowActive(&workbench.window, 20'000));
    untilKnown();
}

void Scene::untilKnown() {
    QTRY_VERIFY_WITH_TIMEOUT(workbench.idle() && workbench.analysis.current()->forecastIsCurrent, 30'000);
    QTest::qWait(0);  // what that sets off is drawn in the same turn
}

QModelIndex Scene::row(const QAbstractItemView* view, const QString& text) {
    const QAbstractItemModel* model = view->model();
    const QModelIndexList found = model->match(model->index(0, 0, view->rootIndex()), Qt::DisplayRole, text, 1,
                                               Qt::MatchExactly | Qt::MatchRecursive | Qt::MatchWrap);
    return found.isEmpty() ? QModelIndex() : found.first();
}

KTextEditor::View& Scene::text() const { return *workbench.window.area().currentView(); }

void Scene::openFile(const QString& name) {
    QTRY_VERIFY2(row(files(), name).isValid(), qPrintable(name + u" is not in the list"_s));
    person.click(files(), row(files(), name));
    QTRY_VERIFY(workbench.window.area().currentView());
    QTRY_COMPARE(text().document()->url().fileName(), name);
    QTRY_VERIFY(files()->hasFocus());
    person.key(u"Return"_s);
    QTRY_VERIFY(QApplication::focusWidget() && text().isAncestorOf(QApplication::focusWidget()));
}

void Scene::clickLineEnd(const QString& words) {
    KTextEditor::View& view = text();
    for (int line = 0; line < view.document()->lines(); ++line) {
        if (!view.document()->line(line).contains(words))
            continue;
        person.clickText(view, line, 1);
        QTRY_COMPARE(view.cursorPosition().line(), line);
        person.key(u"End"_s);
        QTRY_COMPARE(view.cursorPosition().column(), view.document()->lineLength(line));
        return;
    }
    QFAIL(qPrintable(u"no line holds "_s + words));
}

void Scene::replaceLine(const QString& words, const QString& by) {
    clickLineEnd(words);
    const int line = text().cursorPosition().line();
    person.key(u"shift+Home"_s);
    person.type(by);
    QTRY_COMPARE(text().document()->line(line).trimmed(), by);
}

QString Scene::tabInFront() const {
    const auto* tabs = workbench.window.area().findChild<QTabBar*>();
    return Person::plain(tabs->tabText(tabs->currentIndex()));
}

void Scene::press(const QString& words) {
    QAbstractButton* button = nullptr;
    const auto find = [&] {
        for (QWidget* top : QApplication::topLevelWidgets()) {
            for (auto* one : top->findChildren<QAbstractButton*>()) {
                if (one->isVisible() &&
                    (Person::plain(one->text()).startsWith(words) || one->accessibleName() == words)) {
                    button = one;
                    return true;
                }
            }
        }
        return false;
    };
    QVERIFY2(QTest::qWaitFor(find, 10'000), qPrintable(u"there is no button "_s + words));
    person.click(button);
}

std::vector<SeenStep> Scene::outline() const {
    using outline::OutlineModel;
    std::vector<SeenStep> seen;
    const QAbstractItemModel* model = stages()->model();
    for (int stage = 0; stage < model->rowCount(); ++stage) {
        const QModelIndex above = model->index(stage, 0);
        for (int row = 0; row < model->rowCount(above); ++row) {
            const QModelIndex index = model->index(row, 0, above);
            seen.push_back({index.data(OutlineModel::StepRole).toString(), above.data().toString(),
                            index.data().toString(), index.data(OutlineModel::DetailRole).toString(),
                            static_cast<theme::State>(index.data(OutlineModel::StateRole).toInt()),
                            index.data(OutlineModel::LineRole).toInt()});
        }
    }
    return seen;
}

std::vector<SeenRow> Scene::rows() const {
    using timeline::TimelineModel;
    std::vector<SeenRow> seen;
    const auto add = [&](const QModelIndex& index, const QString& stage) {
        const auto cell = [&](int column) { return index.siblingAtColumn(column); };
        seen.push_back({index.data(TimelineModel::StepIdRole).toString(), stage, index.data().toString(),
                        cell(TimelineModel::Duration).data().toString(), cell(TimelineModel::Size).data().toString(),
                        cell(TimelineModel::Size).data(Qt::ToolTipRole).toString(),
                        static_cast<theme::State>(index.data(TimelineModel::StateRole).toInt())});
    };
    const QTreeView* view = timeline();
    if (!view)
        return seen;
    for (int stage = 0; stage < view->model()->rowCount(); ++stage) {
        const QModelIndex above = view->model()->index(stage, 0);
        add(above, above.data().toString());
        for (int row = 0; row < view->model()->rowCount(above); ++row)
            add(view->model()->index(row, 0, above), above.data().toString());
    }
    return seen;
}

std::vector<SeenRow> Scene::steps(const QString& stage) const {
    std::vector<SeenRow> all = rows();
    std::erase_if(all,
                  [&](const SeenRow& row) { return row.step.isEmpty() || (!stage.isEmpty() && row.stage != stage); });
    return all;
}

QLineEdit* Scene::field(const QString& placeholder) {
    for (QWidget* top : QApplication::topLevelWidgets()) {
        for (auto* one : top->findChildren<QLineEdit*>()) {
            if (one->isVisible() && one->placeholderText() == placeholder)
                return one;
        }
    }
    return nullptr;
}

targets::TargetCard* Scene::card(const QString& stage) const {
    for (auto* one : workbench.window.findChildren<targets::TargetCard*>()) {
        if (one->isVisible() && one->target().stage == stage)
            return one;
    }
    return nullptr;
}

bool Scene::shows(const QWidget* widget, const QString& words) {
    return std::ranges::any_of(widget->findChildren<QLabel*>(), [&](const QLabel* label) {
        return label->isVisible() && label->text().contains(words);
    });
}

void Scene::build(const char* title, const std::function<void()>& how, project::RunState ends) {
    untilKnown();
    const std::vector<SeenStep> said = outline();
    const auto before = workbench.builds.runs().size();
    QElapsedTimer time;
    time.start();
    how();
    QTRY_VERIFY_WITH_TIMEOUT(workbench.builds.runs().size() > before && !workbench.builds.running(), 600'000);
    const project::BuildRunPtr run = workbench.builds.runs().front();
    qInfo("== %s: %lld ms", title, time.elapsed());
    for (const SeenRow& row : rows())
        qInfo("   %-28s %-10s %-9s %s", qPrintable(theme::stateName(row.state)), qPrintable(row.duration),
              qPrintable(row.size), qPrintable(row.step.isEmpty() ? row.name : u"  "_s + row.name));
    QVERIFY2(run->state == ends, run->error ? run->error->describe().c_str() : "the build ended otherwise");
    if (ends == project::RunState::Succeeded)
        compare(said);
    untilKnown();
    QCOMPARE(workbench.builds.runs().size(), before + 1);
}

// As the command line's twin does: cached is cached, a first cause runs, and what only follows may turn out cached,
// where it is marked as what docker build would have run.
void Scene::compare(const std::vector<SeenStep>& said) const {
    using enum theme::State;
    for (const SeenRow& row : rows()) {
        if (row.step.isEmpty())
            continue;
        const auto found = std::ranges::find(said, row.step, &SeenStep::step);
        QVERIFY2(found != said.end(), qPrintable(u"the outline had no step "_s + row.name));
        const QString words = u"%1: the outline said %2, the build did %3"_s.arg(
            row.name, theme::stateName(found->state), theme::stateName(row.state));
        const bool ran = row.state == Built || row.state == SameResult;
        QVERIFY2(ran || row.state == theme::State::Cached || row.state == CachedOnlyHere, qPrintable(words));
        if (found->state == theme::State::Cached || found->state == CachedOnlyHere)
            QVERIFY2(row.state == found->state, qPrintable(words));
        else if (found->state == Rebuild)
            QVERIFY2(ran, qPrintable(words));
        else if (found->state == Follows)
            QVERIFY2(ran || row.state == CachedOnlyHere, qPrintable(words));
        else
            QVERIFY2(found->state == Unknown, qPrintable(words));
    }
}

QByteArray commandLine(const QStringList& arguments, int status) {
    QProcess process;
    process.start(qEnvironmentVariable("SLIPWAY_BINARIES") + u"/slipway"_s, arguments);
    const bool ended = QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 300'000);
    if (!ended)
        process.kill();
    const QByteArray output = process.readAllStandardOutput();
    if (!ended || process.exitCode() != status)
        QTest::qFail(qPrintable(u"slipway %1 ended with %2: %3"_s.arg(arguments.join(u' '))
                                    .arg(process.exitCode())
                                    .arg(QString::fromUtf8(process.readAllStandardError()))),
                     __FILE__, __LINE__);
    return output;
}

QJsonDocument commandLineJson(const QStringList& arguments) {
    return QJsonDocument::fromJson(commandLine(arguments + QStringList{u"--format=json"_s}));
}

QString onDisk(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QStringList leftovers() {
    QStringList left;
    const QString home = qEnvironmentVariable("SLIPWAY_HOME");
    for (const QString& line : onDisk(u"/proc/self/mountinfo"_s).split(u'\n')) {
        if (line.section(u' ', 4, 4).startsWith(home))
            left.append(line);
    }
    const QDir processes(u"/proc"_s);
    for (const QString& id : processes.entryList(QDir::Dirs)) {
        const QString stat = onDisk(u"/proc/%1/stat"_s.arg(id));
        const QString name = stat.section(u'(', 1).section(u')', 0, 0);
        const QStringList fields = stat.section(u')', -1).simplified().split(u' ');
        if (fields.value(1).toLongLong() == QCoreApplication::applicationPid() && name != "Xvfb"_L1 &&
            name != "openbox"_L1 && name != "course-registry"_L1 && name != "registry"_L1)
            left.append(u"process %1 (%2)"_s.arg(id, name));
    }
    QDirIterator half({home + u"/tmp"_s}, QDir::Files);
    while (half.hasNext()) {
        if (const QString file = half.next(); !file.endsWith(u".lock"_s))
            left.append(file);
    }
    left += QDir(home + u"/snapshots"_s).entryList({u"*.part"_s});
    return left;
}

int runDesktopTest(int argc, char** argv, const std::function<QObject*(Screen&, theme::Theme&)>& make) {
    QTemporaryDir home;
    const auto folder = [&](const char* name) { return QFile::encodeName(home.filePath(QLatin1StringView(name))); };
    // What was made for all tests once (the course's base) stays where it is.
    qputenv("XDG_CACHE_HOME",
            QFile::encodeName(qEnvironmentVariable("XDG_CACHE_HOME", QDir::homePath() + u"/.cache"_s)));
    qputenv("QTEST_FUNCTION_TIMEOUT", "1200000");  // apt-get takes its time; ctest ends what hangs
    qputenv("HOME", folder("home"));
    qputenv("XDG_CONFIG_HOME", folder("config"));
    qputenv("XDG_DATA_HOME", folder("data"));
    qputenv("XDG_STATE_HOME", folder("state"));
    qputenv("SLIPWAY_HOME", folder("store"));
    qunsetenv("DBUS_SESSION_BUS_ADDRESS");
    QDir(home.path()).mkdir(u"home"_s);
    Screen screen;
    if (const QString missing = screen.start(1600, 1000); !missing.isEmpty()) {
        std::fprintf(stderr, "%s\n", qPrintable(missing));
        return 1;
    }
    QApplication application(argc, argv);
    std::setlocale(LC_CTYPE, "C.UTF-8");
    window::nameApplication(application);
    theme::Theme theme;
    window::applySettings(theme, {});
    theme.apply();
    editor::prepareEditor();
    QTest::setThrowOnFail(true);
    const std::unique_ptr<QObject> test(make(screen, theme));
    return QTest::qExec(test.get(), argc, argv);
}

}  // namespace slipway::acceptance
