#include "problems/problem_model.h"
#include "problems/problems_panel.h"
#include "project/text_job.h"

#include <QFile>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace slipway;
using problems::ProblemModel;
using project::Problem;

namespace {

/// A panel that shows an error of the plan and a finding of a rule, and has the focus.
struct TwoRows {
    TwoRows() {
        auto snapshot = std::make_shared<project::Snapshot>();
        snapshot->problems = {{checks::Severity::Error, {}, u"broken"_s, 4, 1, 4, 3},
                              {checks::Severity::Warning, u"DL3014"_s, u"unwise"_s, 7, 1, 7, 3}};
        analysis.set(snapshot);
        panel->resize(600, 200);
        panel->show();
        if (!QTest::qWaitForWindowActive(panel.get()))
            qFatal("no panel");
        view()->setFocus();
    }
    [[nodiscard]] QTreeView* view() const { return panel->findChild<QTreeView*>(); }
    void choose(int row) const { view()->setCurrentIndex(view()->model()->index(row, 0)); }

    theme::Theme theme;
    project::Analysis analysis;
    project::Selection selection;
    std::unique_ptr<problems::ProblemsPanel> panel =
        std::make_unique<problems::ProblemsPanel>(theme, analysis, selection);
};

}  // namespace

class ProblemsTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    void write(const QString& name, const QByteArray& content) {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("%s can't be written", qPrintable(name));
    }
    [[nodiscard]] std::vector<Problem> problemsOf(const QString& text) const {
        return project::analyseText(
                   {.path = m_folder.filePath(u"Dockerfile"_s), .folder = m_folder.path(), .text = text, .revision = 1})
            ->problems;
    }
    [[nodiscard]] static const Problem* byRule(const std::vector<Problem>& problems, const QString& rule) {
        const auto found = std::ranges::find(problems, rule, &Problem::rule);
        return found == problems.end() ? nullptr : &*found;
    }

private Q_SLOTS:
    void cleanup() { QFile::remove(m_folder.filePath(u".hadolint.yaml"_s)); }

    void parserAndChecksSpeakInOrderOfTheText() {
        const auto problems = problemsOf(u"FROM debian:13\nNOPE x\nMAINTAINER me\n"_s);
        QVERIFY(std::ranges::is_sorted(problems, {}, &Problem::line));
        QVERIFY(std::ranges::any_of(problems, [](const Problem& one) {
            return one.rule.isEmpty() && one.line == 2 && one.severity == checks::Severity::Error;
        }));
        const Problem* maintainer = byRule(problems, u"MaintainerDeprecated"_s);
        QVERIFY(maintainer);
        QCOMPARE(maintainer->line, 3);
        QCOMPARE(project::worstProblem(problems)->line, 2);
        QVERIFY(!project::explanationOf(maintainer->rule).isEmpty());
    }

    void ofVeryManyTheGravestAreKept() {
        const auto problems =
            problemsOf(u"FROM debian:13\n"_s + u"RUN apt-get install -y nano\n"_s.repeated(600) + u"NOPE x\n"_s);
        QCOMPARE(problems.size(), std::size_t{500});
        QVERIFY(std::ranges::is_sorted(problems, {}, &Problem::line));
        QCOMPARE(problems.back().line, 602);
        QCOMPARE(problems.back().severity, checks::Severity::Error);
    }

    void whatOnlyTheOwnEngineCannotBuildIsAHint() {
        const auto problems = problemsOf(u"FROM a:1\nRUN --mount=type=secret,id=x make\n"_s);
        QCOMPARE(problems.size(), std::size_t{1});
        QCOMPARE(problems[0].line, 2);
        QCOMPARE(project::gradeOf(problems[0]), project::Grade::Hint);
    }

    // Columns are the editor's, in UTF-16; what is about a whole instruction is marked at its keyword.
    void placesAreTheEditors() {
        const auto problems = problemsOf(u"FROM debian:13\nRUN : '😀' && \\\n  apt-get install -y nano\n"_s);
        const Problem* unpinned = byRule(problems, u"DL3008"_s);
        QVERIFY(unpinned);
        QCOMPARE(unpinned->line, 3);
        QCOMPARE(unpinned->column, 22);
        const auto kept = problemsOf(u"FROM debian:13\nMAINTAINER \\\n  someone\n"_s);
        const Problem* maintainer = byRule(kept, u"MaintainerDeprecated"_s);
        QCOMPARE(std::tuple(maintainer->line, maintainer->column, maintainer->endLine, maintainer->endColumn),
                 std::tuple(2, 1, 2, 11));
    }

    void theProjectsConfigurationCounts() {
        const QString text = u"FROM debian:13\nRUN apt-get install -y nano\n"_s;
        QVERIFY(byRule(problemsOf(text), u"DL3008"_s));
        write(u".hadolint.yaml"_s, "ignored: [DL3008]\n");
        QVERIFY(!byRule(problemsOf(text), u"DL3008"_s));
        write(u".hadolint.yaml"_s, "ignored: [DL3008\n");
        const auto problems = problemsOf(text);
        QVERIFY(
            std::ranges::any_of(problems, [](const Problem& one) { return one.message.contains(u".hadolint.yaml"); }));
        QVERIFY(byRule(problems, u"DL3008"_s));
    }

    void kindsAreCountedAndLeftOut() {
        theme::Theme theme;
        project::Analysis analysis;
        project::Selection selection;
        problems::ProblemsPanel panel(theme, analysis, selection);
        auto snapshot = std::make_shared<project::Snapshot>();
        snapshot->problems = {{checks::Severity::Error, {}, u"broken"_s, 4, 1, 4, 3},
                              {checks::Severity::Warning, u"DL3008"_s, u"unwise"_s, 7, 1, 7, 3},
                              {checks::Severity::Style, u"DL3048"_s, u"odd"_s, 9, 1, 9, 3}};
        analysis.set(snapshot);
        QCOMPARE(project::problemCounts(snapshot->problems).count(u'\u00b7'), 2);
        auto* view = panel.findChild<QTreeView*>();
        QCOMPARE(view->model()->rowCount(), 3);
        QList<QToolButton*> buttons = panel.findChildren<QToolButton*>();
        buttons.removeIf([](const QToolButton* button) { return !button->isCheckable(); });
        QCOMPARE(buttons.size(), 4);  // and that for other files
        buttons[1]->click();
        QCOMPARE(view->model()->rowCount(), 2);
        QCOMPARE(view->model()->index(1, ProblemModel::Rule).data().toString(), u"DL3048"_s);
        // A row that is chosen brings the editor to its line.
        project::Chosen revealed;
        connect(&selection, &project::Selection::revealed, this,
                [&](const project::Chosen& chosen, QObject*) { revealed = chosen; });
        Q_EMIT view->clicked(view->model()->index(1, 0));
        QCOMPARE(revealed.line, 9);
        buttons[1]->click();
        QCOMPARE(view->model()->rowCount(), 3);
        // What is about another file leads there.
        snapshot = std::make_shared<project::Snapshot>(*snapshot);
        snapshot->elsewhere = {{.severity = checks::Severity::Style,
                                .rule = u"Any"_s,
                                .message = u"there"_s,
                                .line = 2,
                                .path = u"/p/.x"_s}};
        analysis.set(snapshot);
        QCOMPARE(view->model()->rowCount(), 4);
        QVERIFY(view->model()->index(3, ProblemModel::Line).data().toString().startsWith(u".x:"));
        std::pair<QString, int> shown;
        connect(&selection, &project::Selection::shown, this, [&](const QString& path, int line) {
            shown = {path, line};
        });
        Q_EMIT view->clicked(view->model()->index(3, 0));
        QCOMPARE(shown, std::pair(u"/p/.x"_s, 2));
        QCOMPARE(revealed.line, 9);
        analysis.set(std::make_shared<project::Snapshot>());
        QVERIFY(!view->isVisibleTo(&panel));
    }

    void wordsAndOtherFilesAreFilters() {
        TwoRows rows;
        auto snapshot = std::make_shared<project::Snapshot>(*rows.analysis.current());
        snapshot->path = u"/p/Dockerfile"_s;
        snapshot->elsewhere = {{.severity = checks::Severity::Style,
                                .rule = u"UnmatchedIgnorePattern"_s,
                                .message = u"there"_s,
                                .line = 2,
                                .path = u"/p/.dockerignore"_s}};
        rows.analysis.set(snapshot);
        const auto shown = [&] {
            QStringList messages;
            for (int i = 0; i < rows.view()->model()->rowCount(); ++i)
                messages << rows.view()->model()->index(i, ProblemModel::Message).data().toString();
            return messages.join(u' ');
        };
        auto* words = rows.panel->findChild<QLineEdit*>();
        QCOMPARE(shown(), u"broken unwise there"_s);
        words->setText(u"dl3 UNW"_s);
        QCOMPARE(shown(), u"unwise"_s);
        words->setText(u"dockerignore"_s);
        QCOMPARE(shown(), u"there"_s);
        QToolButton* own = nullptr;
        for (auto* button : rows.panel->findChildren<QToolButton*>()) {
            if (button->text() == "This File"_L1)
                own = button;
        }
        QVERIFY(own && own->isVisible());
        own->click();
        // Nothing is left, which is said, with the way back.
        QVERIFY(!rows.view()->isVisibleTo(rows.panel.get()));
        QTest::mouseClick(rows.panel->findChild<QPushButton*>(), Qt::LeftButton);
        QTRY_COMPARE(shown(), u"broken unwise there"_s);
        QVERIFY(rows.view()->isVisible());
        own->click();
        QCOMPARE(shown(), u"broken unwise"_s);
        words->setFocus();
        QTest::keyClicks(words, u"unw"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(rows.view()->hasFocus());
        QCOMPARE(rows.view()->currentIndex().row(), 0);
        words->setFocus();
        QTest::keyClick(words, Qt::Key_Escape);
        QCOMPARE(shown(), u"broken unwise"_s);
        QVERIFY(words->text().isEmpty() && words->hasFocus());
    }

    void aRowsKeyAsksForWhatCanBeDone() {
        const TwoRows rows;
        std::vector<project::Problem> asked;
        connect(rows.panel.get(), &problems::ProblemsPanel::remedyAsked, this,
                [&](const project::Problem& problem) { asked.push_back(problem); });
        rows.choose(0);  // what parser and plan say has no rule to mend by
        QTest::keyClick(rows.view(), Qt::Key_Return, Qt::AltModifier);
        QVERIFY(asked.empty());
        rows.choose(1);
        QTest::keyClick(rows.view(), Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(asked.size(), std::size_t{1});
        QCOMPARE(asked.front().rule, u"DL3014"_s);
        QCOMPARE(asked.front().line, 7);
    }

    void aRowOfAnotherFileAsksForWhatCanBeDoneThere() {
        TwoRows rows;
        auto snapshot = std::make_shared<project::Snapshot>();
        snapshot->elsewhere = {{.severity = checks::Severity::Style,
                                .rule = u"UnmatchedIgnorePattern"_s,
                                .message = u"there"_s,
                                .line = 2,
                                .path = u"/p/.dockerignore"_s}};
        rows.analysis.set(snapshot);
        std::vector<project::Problem> asked;
        connect(rows.panel.get(), &problems::ProblemsPanel::remedyAsked, this,
                [&](const project::Problem& problem) { asked.push_back(problem); });
        rows.choose(0);
        QTest::keyClick(rows.view(), Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(asked.size(), std::size_t{1});
        QCOMPARE(asked.front().path, u"/p/.dockerignore"_s);
        QCOMPARE(asked.front().line, 2);
    }

    void aRowsMenuAsksToMendAllOfItsKindOrAllThereIs() {
        const TwoRows rows;
        QStringList asked;
        connect(rows.panel.get(), &problems::ProblemsPanel::mendAllAsked, this,
                [&](const QString& rule) { asked << rule; });
        const auto words = [&](int row) {
            QTreeView* view = rows.view();
            Q_EMIT view->customContextMenuRequested(view->visualRect(view->model()->index(row, 1)).center());
            const QPointer<QMenu> menu = rows.panel->findChild<QMenu*>();
            QStringList out;
            for (QAction* action : menu->actions()) {
                out << action->text();
                if (action->text().startsWith(u"Mend"_s))
                    action->trigger();
            }
            delete menu;
            return out.filter(u"Mend"_s);
        };
        QCOMPARE(words(0), QStringList{u"Mend All That Can Be Mended…"_s});
        QCOMPARE(asked, QStringList{QString()});
        QCOMPARE(words(1), (QStringList{u"Mend Every DL3014…"_s, u"Mend All That Can Be Mended…"_s}));
        QCOMPARE(asked, (QStringList{QString(), u"DL3014"_s, QString()}));
    }
};

QTEST_MAIN(ProblemsTest)
#include "problems_test.moc"
