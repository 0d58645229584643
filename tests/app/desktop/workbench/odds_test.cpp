// The whole window where something is in its way or unusual: no store, many stages, a folder that goes.
#include "editor/editor_area.h"
#include "files/file_panel.h"
#include "own_place.h"
#include "targets/target_card.h"
#include "theme/link_button.h"
#include "window/actions.h"
#include "window/build_settings_panel.h"
#include "window/store_label.h"
#include "window/tool_bar.h"
#include "workbench/workbench.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopeGuard>
#include <QScreen>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

#include <algorithm>

#include <KTextEditor/Document>
#include <KTextEditor/View>

using namespace Qt::StringLiterals;
using namespace slipway;
using test::isSeen;
using test::kDockerfile;
using test::kPatience;
using test::write;

class OddsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_project;
    theme::Theme* m_theme = nullptr;
    std::unique_ptr<Workbench> m_bench;

    [[nodiscard]] QString path(const QString& name) const { return m_project + u'/' + name; }
    [[nodiscard]] window::MainWindow& window() const { return m_bench->window; }
    void trigger(const char* action) const { window().actions().action(action)->trigger(); }
    void open() {
        m_bench = std::make_unique<Workbench>(*m_theme);
        m_bench->open(m_project);
        window().show();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        QTRY_VERIFY_WITH_TIMEOUT(window().area().currentView(), kPatience);
    }
    void untilBuilt() {
        QTRY_VERIFY_WITH_TIMEOUT(!m_bench->builds.runs().empty() && !m_bench->builds.running(), kPatience);
        QCOMPARE(m_bench->builds.runs().front()->state, project::RunState::Succeeded);
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->isComplete(), kPatience);
    }

private Q_SLOTS:
    void initTestCase() {
        m_project = test::settleIn(m_folder, u"odds-test"_s);
        m_theme = new theme::Theme(this);
        m_theme->apply();
    }
    void init() {
        write(path(u"a.txt"_s), "a\n");
        write(path(u"b.txt"_s), "b\n");
        write(path(u"Dockerfile"_s), kDockerfile);
    }
    void cleanup() { m_bench.reset(); }

    void aStoreThatCannotBeOpenedIsSaidAndTriedAgainByTheNextBuild() {
        const QByteArray before = qgetenv("SLIPWAY_HOME");
        const auto again = qScopeGuard([&] { qputenv("SLIPWAY_HOME", before); });
        const QString inTheWay = m_folder.filePath(u"in-the-way"_s);
        write(inTheWay, "no folder\n");
        qputenv("SLIPWAY_HOME", QFile::encodeName(inTheWay + u"/store"_s));
        open();
        auto* label = window().findChild<window::StoreLabel*>();
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(label), kPatience);
        QVERIFY(!m_bench->project.storeProblem().isEmpty());
        QVERIFY2(label->toolTip().contains(m_bench->project.storeProblem()), qPrintable(label->toolTip()));
        const QString refusal = label->text();
        trigger("build_last");  // in vain, as long as it is in the way
        QTRY_COMPARE(window().statusBar()->currentMessage(), m_bench->project.storeProblem());
        QVERIFY(m_bench->builds.runs().empty());
        QVERIFY(QFile::remove(inTheWay));
        trigger("build_last");
        untilBuilt();
        QTRY_VERIFY(label->text() != refusal && label->text().contains(u"Store"_s));
        QVERIFY(m_bench->project.storeProblem().isEmpty());
    }

    void theSettingsOfManyStagesFitTheScreen() {
        QByteArray text;
        for (int i = 0; i < 60; ++i)
            text += "FROM scratch AS stage-" + QByteArray::number(i) + "\nCOPY a.txt /a\n";
        write(path(u"Dockerfile"_s), text);
        open();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->analysis.current()->outline, kPatience);
        trigger("build_settings");
        QWidget* panel = nullptr;
        QTRY_VERIFY((panel = QApplication::activePopupWidget()));
        QTRY_VERIFY(panel->screen()->availableGeometry().contains(panel->geometry()));
        // By keys one reaches the last of them, and sees where one is.
        QLineEdit* last = nullptr;
        for (auto* line : panel->findChildren<QLineEdit*>())
            last = line->accessibleName() == u"Tag of stage-59"_s ? line : last;
        QVERIFY(last && !isSeen(last));
        for (int i = 0; i < 100 && QApplication::focusWidget() != last; ++i)
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), last);
        QTRY_VERIFY(isSeen(last));
        panel->close();
    }

    void aFolderThatGoesIsSaidAndItsFilesComeBackWithIt() {
        open();
        auto* panel = window().findChild<files::FilePanel*>();
        auto* list = panel->findChild<QTreeView*>();
        const auto names = [&] {
            QStringList out;
            for (int row = 0; row < list->model()->rowCount(list->rootIndex()); ++row)
                out << list->model()->index(row, 0, list->rootIndex()).data().toString();
            return out.join(u' ');
        };
        const auto says = [&](const QString& words) {
            return std::ranges::any_of(panel->findChildren<QLabel*>(), [&](const QLabel* label) {
                return isSeen(label) && label->text().contains(words);
            });
        };
        QTRY_COMPARE_WITH_TIMEOUT(names(), u"a.txt b.txt Dockerfile"_s, kPatience);
        const QString away = m_folder.filePath(u"away"_s);
        QVERIFY(QDir().rename(m_project, away));
        const auto back = qScopeGuard([&] { QDir().rename(away, m_project); });
        QTRY_VERIFY_WITH_TIMEOUT(says(u"is gone from disk"_s), kPatience);
        QVERIFY(!isSeen(list->viewport()));
        trigger("build_last");
        QTRY_VERIFY_WITH_TIMEOUT(!m_bench->builds.runs().empty() && !m_bench->builds.running(), kPatience);
        QCOMPARE(m_bench->builds.runs().front()->state, project::RunState::Failed);
        QVERIFY(QDir().rename(away, m_project));
        QTRY_VERIFY_WITH_TIMEOUT(isSeen(list->viewport()), kPatience);
        QTRY_COMPARE_WITH_TIMEOUT(names(), u"a.txt b.txt Dockerfile"_s, kPatience);
        write(path(u"c.txt"_s), "c\n");
        QTRY_COMPARE_WITH_TIMEOUT(names(), u"a.txt b.txt c.txt Dockerfile"_s, kPatience);
        QVERIFY(QFile::remove(path(u"c.txt"_s)));
        const auto count = m_bench->builds.runs().size();
        trigger("build_last");
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->builds.runs().size() > count, kPatience);
        untilBuilt();
    }

    void aChosenStageThatIsGoneIsSaidAndAnotherCanBeChosen() {
        open();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->analysis.current()->outline, kPatience);
        project::BuildSettings settings = m_bench->project.settings();
        settings.target = u"renamed"_s;
        m_bench->project.setSettings(settings);
        QPushButton* chooser = nullptr;
        for (auto* button : window().findChild<window::ToolBar*>()->findChildren<QPushButton*>())
            chooser = button->text().startsWith(u"renamed"_s) ? button : chooser;
        QVERIFY(chooser && chooser->isEnabled());
        QVERIFY2(chooser->toolTip().contains(u"no stage renamed"_s), qPrintable(chooser->toolTip()));
        // The panel shows it, so that the last stage can be chosen in its place.
        trigger("build_settings");
        QWidget* panel = nullptr;
        QTRY_VERIFY((panel = QApplication::activePopupWidget()));
        auto* box = panel->findChild<QComboBox*>();
        QVERIFY2(box->currentText().contains(u"renamed"_s), qPrintable(box->currentText()));
        box->setCurrentIndex(0);
        QCOMPARE(m_bench->project.settings().target, QString());
        panel->close();
        QVERIFY(chooser->isEnabled() && !chooser->text().contains(u"renamed"_s));
    }

    void whereThereIsNoDockerfileOneClickMakesIt() {
        QVERIFY(QFile::remove(path(u"Dockerfile"_s)));
        const QString folder = m_folder.filePath(u"empty"_s);
        QDir().mkpath(folder);
        m_bench = std::make_unique<Workbench>(*m_theme);
        m_bench->open(folder);
        window().show();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        const auto button = [&]() -> QPushButton* {
            for (auto* one : window().findChildren<QPushButton*>()) {
                if (isSeen(one) && one->text() == u"New Dockerfile"_s)
                    return one;
            }
            return nullptr;
        };
        QTRY_VERIFY_WITH_TIMEOUT(button(), kPatience);
        // The empty panels offer it, too, in place of a build.
        const auto offered = [&] {
            QStringList words;
            for (const auto* link : window().findChildren<theme::LinkButton*>()) {
                if (isSeen(link))
                    words << link->text();
            }
            return words;
        };
        QCOMPARE(offered(), QStringList(3, u"New Dockerfile"_s));  // where the text would be, too
        QTest::mouseClick(button(), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(window().area().currentView(), kPatience);
        QCOMPARE(window().area().currentView()->document()->url().toLocalFile(), folder + u"/Dockerfile"_s);
        QTRY_VERIFY_WITH_TIMEOUT(window().area().currentView()->isAncestorOf(QApplication::focusWidget()), kPatience);
        QTRY_VERIFY(!button());
        QTRY_VERIFY(offered().value(0).startsWith(u"Build Stage at Cursor"_s));
    }

    void inASmallWindowTheTextKeepsItsRoom() {
        open();
        window().showNormal();
        window().resize(900, 600);
        QTRY_COMPARE(window().size(), QSize(900, 600));
        QTRY_VERIFY(window().area().width() >= 360 && window().area().height() >= 260);
        for (const auto* dock : window().findChildren<QDockWidget*>())
            QVERIFY2(!isSeen(dock) || window().rect().contains(dock->geometry()), qPrintable(dock->objectName()));
        QVERIFY(isSeen(window().statusBar()));
    }

    void whatIsOnACardCanBeSpoken() {
        open();
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->project.store(), kPatience);
        trigger("build_last");
        untilBuilt();
        const auto* card = window().findChild<targets::TargetCard*>();
        QVERIFY(card);
        for (const QWidget* one : card->findChildren<QWidget*>()) {
            if (qobject_cast<const QAbstractButton*>(one) || qobject_cast<const QLineEdit*>(one))
                QVERIFY(std::ranges::any_of(one->accessibleName(), [](QChar letter) { return letter.isLetter(); }));
        }
    }
};

QTEST_MAIN(OddsTest)
#include "odds_test.moc"
