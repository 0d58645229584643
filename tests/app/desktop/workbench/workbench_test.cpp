// The whole window with its real engine and store, on a screen that is nowhere: what its parts tell each other.
#include "workbench/workbench.h"
#include "assist/symbol_list.h"
#include "compare/compare_page.h"
#include "editor/editor_area.h"
#include "own_place.h"
#include "store/store.h"
#include "targets/targets_widget.h"
#include "window/actions.h"
#include "window/file_palette.h"
#include "window/mirror_edit.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <KTextEditor/View>

#include <random>

using namespace Qt::StringLiterals;
using namespace slipway;
using test::kPatience;
using test::write;

namespace {

// What doesn't compress, so that learning its compressed size takes a moment.
QByteArray noise(qsizetype size) {
    QByteArray bytes(size, Qt::Uninitialized);
    std::mt19937 random(7);
    std::ranges::generate(bytes, [&] { return static_cast<char>(random()); });
    return bytes;
}

}  // namespace

class WorkbenchTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_project;
    theme::Theme* m_theme = nullptr;
    std::unique_ptr<Workbench> m_bench;

    [[nodiscard]] QString path(const QString& name) const { return m_project + u'/' + name; }
    [[nodiscard]] targets::TargetsWidget& targets() const {
        return *m_bench->window.findChild<targets::TargetsWidget*>();
    }
    void build(const QString& stage, bool all = false) {
        const auto before = m_bench->builds.runs().size();
        const auto started = m_bench->starter.start(stage, all);
        QVERIFY2(started, started ? "" : started.error().message.c_str());
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->builds.runs().size() > before && !m_bench->builds.running(), kPatience);
        const auto run = m_bench->builds.runs().front();
        QVERIFY2(run->state == project::RunState::Succeeded, run->error ? run->error->describe().c_str() : "");
    }

private Q_SLOTS:
    void initTestCase() {
        m_project = test::settleIn(m_folder, u"workbench-test"_s);
        m_theme = new theme::Theme(this);
        m_theme->apply();
    }

    void init() {
        write(path(u"a.bin"_s), "a\n");
        write(path(u"Dockerfile"_s), "FROM scratch AS small\nCOPY a.bin /a\n\nFROM small AS large\nCOPY b.bin /b\n");
        write(path(u"b.bin"_s), noise(600'000));
        m_bench = std::make_unique<Workbench>(*m_theme);
        m_bench->open(m_project);
        m_bench->window.show();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->project.store() && m_bench->idle(), kPatience);
    }
    void cleanup() { m_bench.reset(); }

    void anOpenComparisonLearnsTheCompressedSizes() {
        write(path(u"b.bin"_s), noise(24'000'000));  // to compress it takes a while
        QSignalSpy learned(&targets(), &targets::TargetsWidget::sizesLearned);
        build({}, true);
        QTRY_COMPARE_WITH_TIMEOUT(targets().targets().size(), 2U, kPatience);
        const auto pair = targets().targets();
        QVERIFY(!pair[1].compressedSize);
        QVERIFY(!m_bench->isComplete());  // a picture waits for that
        Q_EMIT targets().compareWanted(pair[0].image, u"small"_s, pair[1].image, u"large"_s);
        auto* page = m_bench->window.findChild<compare::ComparePage*>();
        QVERIFY(page);
        const auto says = [&](const QString& words) {
            return std::ranges::any_of(page->findChildren<QLabel*>(), [&](const QLabel* label) {
                return label->text().replace(u'\u00a0', u' ').contains(words);
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(learned.count() > 0, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(says(u"24 MB compressed"_s), kPatience);
        QVERIFY(!says(u"measuring"_s));
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->isComplete(), kPatience);
        QVERIFY(std::ranges::all_of(targets().targets(),
                                    [](const targets::Target& one) { return one.compressedSize.has_value(); }));
    }

    void aLayerOfAComparisonShowsItsFilesAlone() {
        write(path(u"Dockerfile"_s),
              "FROM scratch AS small\nCOPY a.bin /a\n\nFROM small AS large\nCOPY b.bin /b\nCOPY a.bin /c\n");
        build({}, true);
        // Until then they may be those of a build before.
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->isComplete(), kPatience);
        QCOMPARE(targets().targets().size(), 2U);
        const auto pair = targets().targets();
        Q_EMIT targets().compareWanted(pair[0].image, u"small"_s, pair[1].image, u"large"_s);
        auto* page = m_bench->window.findChild<compare::ComparePage*>();
        QTRY_VERIFY_WITH_TIMEOUT(page->comparison(), kPatience);
        auto* layers = page->findChild<QTableView*>();
        auto* files = page->findChild<QTreeView*>();
        // Its list is what the first arrow is for, wherever the focus was.
        QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
        QCOMPARE(QApplication::focusWidget(), layers);
        const auto paths = [&] {
            QStringList names;
            for (int row = 0; row < files->model()->rowCount(); ++row)
                names << files->model()->index(row, 0).data().toString();
            return names.join(u' ');
        };
        QCOMPARE(paths(), u"/b /c"_s);
        const auto choose = [&](int row) {
            const QRect cell = layers->visualRect(layers->model()->index(row, 1));
            QTest::mouseClick(layers->viewport(), Qt::LeftButton, {}, cell.center());
        };
        choose(2);
        QTRY_COMPARE_WITH_TIMEOUT(paths(), u"/c"_s, kPatience);
        choose(0);  // both have it
        QTRY_COMPARE_WITH_TIMEOUT(paths(), QString(), kPatience);
        QVERIFY(std::ranges::any_of(files->findChildren<QLabel*>(), &QWidget::isVisible));
        QTest::keyClick(layers, Qt::Key_Escape);
        QTRY_COMPARE(paths(), u"/b /c"_s);
    }

    void theStatusBarSaysWhatABuildFindsAndWhatTheStoreTakes() {
        const auto says = [&](const QString& words) {
            return std::ranges::any_of(m_bench->window.statusBar()->findChildren<QLabel*>(), [&](const QLabel* label) {
                return label->isVisible() && label->text().replace(u'\u00a0', u' ').contains(words);
            });
        };
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Context 3 files \u00b7 600 kB"_s), kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Store "_s), kPatience);
        // One file more on disk, one less in the context.
        write(path(u".dockerignore"_s), "b.bin\n");
        QTRY_VERIFY_WITH_TIMEOUT(says(u"Context 3 files"_s) && !says(u"600 kB"_s), kPatience);
        QFile::remove(path(u".dockerignore"_s));
    }

    void aBuildOfAllStagesGivesEachItsName() {
        project::BuildSettings settings = m_bench->project.settings();
        settings.tags = {{u"small"_s, u"little:1 little:2"_s}, {u"large"_s, u"big:1"_s}};
        m_bench->project.setSettings(settings);
        build({}, true);
        QTRY_VERIFY_WITH_TIMEOUT(targets().targets().size() == 2 && targets().targets()[1].tags.contains(u"big:1"_s),
                                 kPatience);
        QStringList names = targets().targets()[0].tags;
        names.sort();
        QCOMPARE(names, QStringList({u"little:1"_s, u"little:2"_s}));
        settings.tags.clear();
        m_bench->project.setSettings(settings);
    }

    // Looking through the names moves the text along; Escape brings back where one was, Return leaves a way back.
    void namesOfTheFileAreShownWhileOneLooksThroughThem() {
        editor::EditorArea& area = m_bench->window.area();
        QTRY_VERIFY_WITH_TIMEOUT(area.currentView(), kPatience);
        m_bench->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
        area.current()->goTo(2);
        area.currentView()->setFocus();
        const QPointer<QWidget> before = QApplication::focusWidget();
        const auto ask = [&] {
            m_bench->window.actions().action("go_symbol")->trigger();
            assist::SymbolList* list = nullptr;
            [&] { QTRY_VERIFY((list = m_bench->window.findChild<assist::SymbolList*>())); }();
            return list;
        };
        QPointer<assist::SymbolList> list = ask();
        QCOMPARE(list->offered(), (QStringList{u"small"_s, u"large"_s}));
        QCOMPARE(area.current()->currentLine(), 2);
        QTest::keyClick(&list->line(), Qt::Key_Down);
        QCOMPARE(area.current()->currentLine(), 4);
        QTest::keyClick(&list->line(), Qt::Key_Escape);
        QCOMPARE(area.current()->currentLine(), 2);
        QCOMPARE(QApplication::focusWidget(), before.data());
        QTRY_VERIFY(!list);
        m_bench->window.activateWindow();  // a screen that is nowhere makes no other window active by itself
        QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
        list = ask();
        QTest::keyClicks(&list->line(), u"lar"_s);
        QCOMPARE(list->offered(), QStringList{u"large"_s});
        QCOMPARE(area.current()->currentLine(), 4);
        QTest::keyClick(&list->line(), Qt::Key_Return);
        QCOMPARE(area.current()->currentLine(), 4);
        QCOMPARE(QApplication::focusWidget(), before.data());
        QTRY_VERIFY(!list);
        m_bench->window.actions().action("go_back")->trigger();
        QCOMPARE(area.current()->currentLine(), 2);
    }

    void thePaletteFindsFilesAndImages() {
        const auto texts = [&](const char* action) {
            m_bench->window.actions().action(action)->trigger();
            QStringList found;
            for (QWidget* bar : m_bench->window.findChildren<QWidget*>()) {
                if (!bar->inherits("KCommandBar"))
                    continue;
                const auto* view = bar->findChild<QTreeView*>();
                for (int row = 0; row < view->model()->rowCount(); ++row)
                    found << view->model()->index(row, 0).data().toString();
                delete bar;
                break;
            }
            return found.join(u'\n');
        };
        QTRY_VERIFY_WITH_TIMEOUT(!targets().targets().empty(), kPatience);
        const QString all = texts("palette");
        for (const QString& words : {u"Dockerfile"_s, u"Go to target large"_s, u"Build small"_s, u"Save"_s})
            QVERIFY2(all.contains(words), qPrintable(words + u" is not in\n"_s + all));
    }

    void thePaletteFindsAnyOfManyFiles() {
        QVERIFY(QDir().mkpath(path(u"many/deep"_s)));
        for (int i = 0; i < 150; ++i)
            write(path(u"many/n%1"_s.arg(i)), "n");
        write(path(u"many/deep/needle"_s), "n");
        QPointer<QWidget> bar;
        const auto open = [&] {
            delete bar;
            m_bench->window.actions().action("palette")->trigger();
            for (QWidget* each : m_bench->window.findChildren<QWidget*>())
                bar = each->inherits("KCommandBar") ? each : bar.data();
        };
        const auto hasNeedle = [&] {
            const auto* view = bar ? bar->findChild<QTreeView*>() : nullptr;
            for (int row = 0; view && row < view->model()->rowCount(); ++row) {
                if (view->model()->index(row, 0).data().toString().endsWith(u"many/deep/needle"_s))
                    return true;
            }
            return false;
        };
        // The list of files is read again in the background.
        const auto isFound = [&] {
            open();
            if (!bar || hasNeedle())
                return false;
            QTest::keyClicks(bar->findChild<QLineEdit*>(), u"needle"_s);
            return QTest::qWaitFor(hasNeedle, 1000);
        };
        QTRY_VERIFY_WITH_TIMEOUT(isFound(), kPatience);
        QTest::keyClick(bar->findChild<QLineEdit*>(), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->window.area().openPaths().contains(path(u"many/deep/needle"_s)), kPatience);
        m_bench->window.area().closeCurrent();
        delete bar;
        QVERIFY(QDir(path(u"many"_s)).removeRecursively());
    }

    void aFileIsFoundByAFewLetters() {
        const auto palette = [&] { return m_bench->window.findChild<window::FilePalette*>(); };
        m_bench->window.actions().action("file_find")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(palette()->offered().contains(u"b.bin"_s), kPatience);
        const QPointer<window::FilePalette> shown = palette();
        QTest::keyClicks(&shown->line(), u"no such"_s);
        QTRY_VERIFY_WITH_TIMEOUT(shown->offered().isEmpty(), kPatience);
        QTest::keyClick(&shown->line(), Qt::Key_Return);
        QVERIFY(shown);
        shown->line().clear();
        QTest::keyClicks(&shown->line(), u"BBIN"_s);
        QTest::keyClick(&shown->line(), Qt::Key_Return);  // before what it finds is known
        QTRY_VERIFY_WITH_TIMEOUT(!shown, kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->window.area().openPaths().count(path(u"b.bin"_s)), 1, kPatience);
        m_bench->window.area().closeCurrent();
        m_bench->window.actions().action("file_find")->trigger();
        const QPointer<window::FilePalette> again = palette();
        QTest::keyClick(&again->line(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(!again, kPatience);
    }

    void aMirrorIsWrittenForBothProgramsAndAWrongOneIsSaid() {
        window::MirrorEdit edit(*m_theme);
        QSignalSpy written(&edit, &window::MirrorEdit::written);
        QTest::keyClicks(&edit.line(), u"no mirror"_s);
        QVERIFY(!edit.complaint().isEmpty());
        QTest::keyClick(&edit.line(), Qt::Key_Return);
        QCOMPARE(written.count(), 0);
        edit.line().selectAll();
        QTest::keyClicks(&edit.line(), u"docker.io=http://127.0.0.1:5001"_s);
        QVERIFY2(edit.complaint().isEmpty(), qPrintable(edit.complaint()));
        QTest::keyClick(&edit.line(), Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, kPatience);
        window::MirrorEdit again(*m_theme);
        QTRY_COMPARE_WITH_TIMEOUT(again.line().text(), u"docker.io=http://127.0.0.1:5001"_s, kPatience);
    }
};

QTEST_MAIN(WorkbenchTest)
#include "workbench_test.moc"
