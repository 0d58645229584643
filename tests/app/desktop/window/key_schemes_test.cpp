// The keys of each scheme in the real window: no key means two things.
#include "../workbench/own_place.h"
#include "editor/code_document.h"
#include "editor/editor_area.h"
#include "editor/folds.h"
#include "editor/gutter_marks.h"
#include "editor/line_notes.h"
#include "editor/pane.h"
#include "window/actions.h"
#include "workbench/workbench.h"

#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QShortcut>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <KActionCollection>
#include <KTextEditor/Document>
#include <KTextEditor/View>

using namespace Qt::StringLiterals;
using namespace slipway;
using window::KeyScheme;

class KeySchemesTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    theme::Theme* m_theme = nullptr;
    std::unique_ptr<Workbench> m_bench;

    window::Actions& actions() { return m_bench->window.actions(); }
    KTextEditor::View& view() { return *m_bench->window.area().currentView(); }

    static bool clash(const QKeySequence& a, const QKeySequence& b) {
        return a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch;
    }

private Q_SLOTS:
    void initTestCase() {
        const QString project = test::settleIn(m_folder, u"key-schemes-test"_s);
        m_theme = new theme::Theme(this);
        test::write(project + u"/Dockerfile"_s, "FROM scratch AS a\nFROM scratch\nCOPY --from=0 /x /\n");
        m_bench = std::make_unique<Workbench>(*m_theme);
        m_bench->open(project);
        m_bench->window.show();
        QTRY_VERIFY(m_bench->window.area().currentView());
    }
    void cleanupTestCase() { m_bench.reset(); }

    void noKeyMeansTwoThings_data() {
        QTest::addColumn<int>("scheme");
        QTest::newRow("Kate") << static_cast<int>(KeyScheme::Kate);
        QTest::newRow("VS Code") << static_cast<int>(KeyScheme::VsCode);
    }
    void noKeyMeansTwoThings() {
        QFETCH(int, scheme);
        actions().setScheme(static_cast<KeyScheme>(scheme));
        QList<std::pair<QString, QKeySequence>> all;
        for (const window::Actions::Entry& entry : actions().entries()) {
            if (entry.foreign)
                continue;
            for (const QKeySequence& key : entry.action->shortcuts())
                all.append({entry.action->objectName(), key});
        }
        for (const QAction* action : view().actionCollection()->actions()) {
            for (const QKeySequence& key : action->shortcuts())
                all.append({u"the view's "_s + action->objectName(), key});
        }
        // What panels, bars and menus listen to in the whole window.
        for (const QAction* action : m_bench->window.findChildren<QAction*>()) {
            const auto context = action->shortcutContext();
            const bool counted = actions().action(action->objectName().toLatin1().constData()) == action ||
                                 view().actionCollection()->actions().contains(action);
            if (counted || (context != Qt::WindowShortcut && context != Qt::ApplicationShortcut))
                continue;
            for (const QKeySequence& key : action->shortcuts())
                all.append({u"another "_s + action->text(), key});
        }
        for (const auto* shortcut : m_bench->window.findChildren<QShortcut*>()) {
            if (shortcut->context() == Qt::WindowShortcut || shortcut->context() == Qt::ApplicationShortcut)
                all.append({u"a shortcut"_s, shortcut->key()});
        }
        QVERIFY(all.size() > 60);
        QStringList clashes;
        for (qsizetype i = 0; i < all.size(); ++i) {
            for (qsizetype j = i + 1; j < all.size(); ++j) {
                if (all[i].first != all[j].first && clash(all[i].second, all[j].second))
                    clashes << u"%1 of %2, %3 of %4"_s.arg(all[i].second.toString(), all[i].first,
                                                           all[j].second.toString(), all[j].first);
            }
        }
        QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(u'\n')));
    }

    // What a scheme names is there: in the table or in the component.
    void everyKeyOfASchemeHasItsAction() {
        for (const KeyScheme scheme : {KeyScheme::Kate, KeyScheme::VsCode}) {
            actions().setScheme(scheme);
            for (const std::string_view id : window::idsIn(scheme)) {
                const QString name = QString::fromLatin1(id.data(), static_cast<qsizetype>(id.size()));
                const QAction* ours = actions().action(name.toLatin1().constData());
                const QAction* theirs = view().actionCollection()->action(name);
                QVERIFY2(ours || theirs, qPrintable(name));
                QCOMPARE((theirs ? theirs : ours)->shortcuts(), *window::keysIn(scheme, id));
            }
        }
    }

    void aSchemeChangesKeysAtOnceAndBack() {
        actions().setScheme(KeyScheme::Kate);
        const auto keys = [&](const char* id) { return actions().action(id)->shortcut().toString(); };
        const QString before = keys("edit_replace");
        QCOMPARE(keys("next_problem"), u"Alt+F8"_s);
        actions().setScheme(KeyScheme::VsCode);
        QCOMPARE(keys("next_problem"), u"F8"_s);
        QCOMPARE(keys("edit_replace"), u"Ctrl+H"_s);
        QCOMPARE(view().actionCollection()->action(u"edit_replace"_s)->shortcut(), QKeySequence(u"Ctrl+H"_s));
        actions().setScheme(KeyScheme::Kate);
        QCOMPARE(keys("edit_replace"), before);
        QCOMPARE(view().actionCollection()->action(u"edit_replace"_s)->shortcut().toString(), before);
    }

    // What each of the two editors' people press without thinking.
    void ctrlPeriodCancelsABuildOrMends() {
        const auto has = [&](const char* id, const QString& key) {
            return actions().action(id)->shortcuts().contains(QKeySequence(key));
        };
        actions().setScheme(KeyScheme::Kate);
        QVERIFY(has("build_cancel", u"Ctrl+."_s) && !has("mend", u"Ctrl+."_s));
        actions().setScheme(KeyScheme::VsCode);
        QVERIFY(has("mend", u"Ctrl+."_s) && has("mend", u"Alt+Return"_s));
        QVERIFY(!has("build_cancel", u"Ctrl+."_s) && !actions().action("build_cancel")->shortcut().isEmpty());
        actions().setScheme(KeyScheme::Kate);
    }

    void aSwitchOfTheEditorHoldsForItsViewsAndIsRemembered() {
        QAction* hints = actions().action("inlay_hints");
        QVERIFY(hints->isChecked() && !actions().action("format_on_return")->isChecked());
        const auto shown = [&] {
            return m_bench->window.area().panes().front()->marks().notes().inlineNotes(2).contains(13);
        };
        QTRY_VERIFY(shown());
        hints->trigger();
        QVERIFY(!shown());
        QCOMPARE(QSettings().value(u"editor/inlay_hints"_s).toBool(), false);
        m_bench->window.area().current()->setSplit(true);
        QTest::qWait(100);  // nothing must come: there is no event to wait for
        for (const editor::Pane* pane : m_bench->window.area().panes())
            QVERIFY(!pane->marks().notes().inlineNotes(2).contains(13));
        m_bench->window.area().current()->setSplit(false);
        hints->trigger();
        QTRY_VERIFY(shown());
    }

    void theChoiceIsRemembered() {
        QCOMPARE(window::rememberedKeyScheme(), KeyScheme::Kate);
        window::rememberKeyScheme(KeyScheme::VsCode);
        QCOMPARE(window::rememberedKeyScheme(), KeyScheme::VsCode);
        QSettings().clear();
    }

    // F2 is a file's new name where the files have the focus, and a stage's in its text.
    void theKeyForAnotherNameBelongsToWhoHasTheFocus() {
        QTreeView* files = nullptr;
        for (auto* one : m_bench->window.findChildren<QTreeView*>()) {
            if (one->accessibleName() == "Files"_L1)
                files = one;
        }
        QVERIFY(files);
        m_bench->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
        QTRY_COMPARE(files->model()->rowCount(files->rootIndex()), 1);
        files->setFocus();
        files->setCurrentIndex(files->model()->index(0, 0, files->rootIndex()));
        QSignalSpy renames(actions().action("rename"), &QAction::triggered);
        QTest::keyClick(files, Qt::Key_F2);
        QTRY_VERIFY(files->findChild<QLineEdit*>());
        QCOMPARE(renames.count(), 0);
        QTest::keyClick(files->findChild<QLineEdit*>(), Qt::Key_Escape);
        view().setFocus();
        QTest::keyClick(view().focusProxy(), Qt::Key_F2);
        QCOMPARE(renames.count(), 1);
    }

    // The component would fold by its syntax, and the second stage to the end of the text.
    void theKeysOfFoldingFoldByTheTree() {
        m_bench->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
        actions().setScheme(KeyScheme::VsCode);
        view().document()->setText(u"# a\n# b\nFROM scratch AS a\nUSER c\n\n# d\nFROM scratch\nUSER e\n"_s);
        view().setFocus();
        view().setCursorPosition({3, 0});
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers) {
            QTest::keyClick(view().focusProxy(), key, modifiers);
        };
        const auto folds = [&] {
            QList<std::pair<int, int>> lines;
            for (const editor::Fold& fold : editor::foldsOf(view()))
                lines.append({fold.line, fold.endLine});
            return lines;
        };
        using Lines = QList<std::pair<int, int>>;
        press(Qt::Key_K, Qt::ControlModifier);
        press(Qt::Key_0, Qt::ControlModifier);
        QTRY_COMPARE(folds(), (Lines{{0, 1}, {2, 3}, {6, 7}}));
        press(Qt::Key_K, Qt::ControlModifier);
        press(Qt::Key_J, Qt::ControlModifier);
        QTRY_COMPARE(folds(), Lines());
        press(Qt::Key_K, Qt::ControlModifier);
        press(Qt::Key_Slash, Qt::ControlModifier);
        QTRY_COMPARE(folds(), (Lines{{0, 1}}));
        view().setCursorPosition({3, 0});
        actions().action("fold_here")->trigger();
        QTRY_COMPARE(folds(), (Lines{{0, 1}, {2, 3}}));
        actions().action("unfold_all")->trigger();
        QTRY_COMPARE(folds(), Lines());
        actions().setScheme(KeyScheme::Kate);
        m_bench->window.area().current()->document().discard();
    }

    // Everything that the table has is in a menu: who looks for it finds it, with its keys.
    void everyActionIsInAMenu() {
        QSet<QString> shown;
        QList<QMenu*> menus = m_bench->window.menuBar()->findChildren<QMenu*>();
        for (const QMenu* menu : menus) {
            for (const QAction* action : menu->actions())
                shown.insert(action->objectName());
        }
        QStringList missing;
        for (const window::Actions::Entry& entry : actions().entries()) {
            if (!shown.contains(entry.action->objectName()))
                missing << entry.action->objectName();
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
    }
};

QTEST_MAIN(KeySchemesTest)
#include "key_schemes_test.moc"
