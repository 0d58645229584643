// The course's whole exercise through the desktop's own widgets, by real keys and a real pointer: course.py's twin.
#include "scene.h"

#include "compare/compare_models.h"
#include "editor/editor_area.h"
#include "files/file_model.h"
#include "fixtures/fixture.h"
#include "targets/target_card.h"
#include "units/units.h"

#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>

#include <KTextEditor/Document>
#include <KTextEditor/View>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::acceptance;
using theme::State;

class CourseTest : public QObject {
    Q_OBJECT

public:
    CourseTest(Screen& screen, theme::Theme& theme)
        : m_screen(screen), m_registry(u"course-registry"_s, {}), m_scene(std::make_unique<Scene>(theme)) {}

private:
    Screen& m_screen;
    QTemporaryDir m_folder;
    fixtures::Fixture m_registry;
    std::unique_ptr<Scene> m_scene;
    QString m_project;
    bool m_failed = false;

    Person& person() { return m_scene->person; }
    [[nodiscard]] QString path(const QString& name) const { return m_project + u'/' + name; }

    [[nodiscard]] std::vector<SeenRow> steps(const QString& stage = {}) const { return m_scene->steps(stage); }
    [[nodiscard]] static bool ran(const SeenRow& row) {
        return row.state == State::Built || row.state == State::SameResult;
    }
    // The same shapes stand in outline, gutter and beside each other.
    void gutterShowsWhatTheOutlineSays() {
        using Document = KTextEditor::Document;
        Document* document = m_scene->text().document();
        for (const SeenStep& step : m_scene->outline()) {
            const uint marks = document->mark(step.line - 1) & ~uint{Document::Execution};  // tints the cursor's stage
            const uint wanted = step.state == State::None ? 0U : 1U << (8 + static_cast<uint>(step.state));
            QVERIFY2(marks == wanted, qPrintable(step.label));
        }
    }
    // Sizes of the timeline, row by row and at the headings, are those of the store.
    void timelineShowsTheStoresSizes() {
        QMap<QString, QJsonArray> layers;
        QMap<QString, int> at;
        for (const SeenRow& row : m_scene->rows()) {
            if (row.step.isEmpty())
                layers[row.stage] = commandLineJson({u"layers"_s, m_project + u'#' + stageNumber(row.stage)}).array();
        }
        // A stage on another has that one's layers below its own.
        for (const SeenRow& row : m_scene->rows()) {
            const QJsonArray& all = layers[row.stage];
            const auto own = static_cast<int>(steps(row.stage).size());
            qint64 sum = 0;
            for (const QJsonValue& layer : all)
                sum += layer[u"size"].toInteger();
            if (row.step.isEmpty()) {
                qint64 added = 0;
                for (qsizetype i = all.size() - own; i < all.size(); ++i)
                    added += all[i][u"size"].toInteger();
                QCOMPARE(row.size,
                         own < all.size() ? units::bytesDifference(added) : units::bytes(static_cast<quint64>(sum)));
                continue;
            }
            const auto size = static_cast<quint64>(all[all.size() - own + at[row.stage]++][u"size"].toInteger());
            QCOMPARE(row.size, units::bytes(size));
            QVERIFY2(row.exactSize.contains(units::bytesExact(size)), qPrintable(row.exactSize));
        }
    }
    [[nodiscard]] static QString stageNumber(const QString& stage) {
        return stage.startsWith("stage "_L1) ? stage.mid(6) : stage;
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(m_registry.start(300), qPrintable(m_registry.error()));
        m_project = m_folder.filePath(u"my-first-image"_s);
        QCOMPARE(fixtures::run(u"course-project"_s, {m_project}), QString());
    }
    void init() { QVERIFY2(!m_failed, "an earlier sentence of the exercise failed"); }
    void cleanup() {
        m_failed = QTest::currentTestFailed();
        if (m_failed)
            m_screen.pictureOfFailure(u"desktop_course-failed"_s);
        else
            m_screen.picture(QString::fromLatin1(QTest::currentTestFunction()));
    }

    void theFolderOpensWithItsDockerfile() {
        m_scene->open(m_project);
        QCOMPARE(m_scene->text().document()->url().fileName(), u"Dockerfile"_s);
        QCOMPARE(m_scene->stages()->model()->rowCount(), 1);
    }

    void theMirrorIsTypedIntoTheSettings() {
        person().key(u"ctrl+comma"_s);
        QLineEdit* mirror = nullptr;
        QTRY_VERIFY((mirror = Scene::field(u"docker.io=http://127.0.0.1:5000"_s)));
        person().click(mirror);
        person().type(u"docker.io="_s + m_registry[u"URL"_s]);
        QTRY_COMPARE(mirror->text(), u"docker.io="_s + m_registry[u"URL"_s]);
        m_screen.picture(u"settings"_s);
        const QPointer<QWidget> panel = mirror->window();
        person().key(u"Escape"_s);
        QTRY_VERIFY(!panel);
    }

    void theFirstBuildRunsEverything() {
        m_scene->build("build", [&] { m_scene->press(u"Build"_s); });
        QCOMPARE(steps().size(), 7U);
        for (const SeenRow& row : steps()) {
            QVERIFY2(ran(row), qPrintable(row.name));
            QVERIFY2(!row.duration.isEmpty(), qPrintable(row.name));
        }
        timelineShowsTheStoresSizes();
        gutterShowsWhatTheOutlineSays();
    }

    void builtAgainEveryLayerIsCached() {
        const QString image = commandLineJson({u"images"_s}).array().first()[u"id"].toString();
        m_scene->build("build again", [&] { person().key(u"ctrl+b"_s); });
        QCOMPARE(steps().size(), 7U);
        for (const SeenRow& row : steps())
            QVERIFY2(row.state == State::Cached, qPrintable(row.name));
        QCOMPARE(commandLineJson({u"images"_s}).array().first()[u"id"].toString(), image);
        timelineShowsTheStoresSizes();
    }

    void anotherStringRunsItsCopyOnly() {
        m_scene->openFile(u"app.py"_s);
        m_scene->replaceLine(u"Web app with Python and Flask"_s, u"return \"Hello from the course\\n\""_s);
        m_scene->untilKnown();
        m_screen.picture(u"typed-in-app"_s);
        // From the tab of app.py: the key builds what the Dockerfile's cursor stands in.
        m_scene->build("the string in app.py is another", [&] { person().key(u"ctrl+b"_s); });
        QVERIFY(onDisk(path(u"app.py"_s)).contains(u"Hello from the course"_s));
        for (const SeenRow& row : steps())
            QVERIFY2(ran(row) == row.name.startsWith("COPY app.py"_L1), qPrintable(row.name));
        timelineShowsTheStoresSizes();
    }

    void nanoRunsItsStepAndEveryRunAfterIt() {
        m_scene->openFile(u"Dockerfile"_s);
        m_scene->clickLineEnd(u"python3-pip"_s);
        person().key(u"Return"_s);
        person().type(u"nano \\"_s);
        QTRY_VERIFY(m_scene->text().document()->text().contains(u"    python3-pip \\\n    nano \\\n && rm"_s));
        m_scene->untilKnown();
        m_screen.picture(u"typed-nano"_s);
        gutterShowsWhatTheOutlineSays();
        m_scene->build("nano with the packages", [&] { person().key(u"ctrl+b"_s); });
        for (const SeenRow& row : steps()) {
            if (row.name.startsWith("RUN"_L1)) {
                QVERIFY2(ran(row), qPrintable(row.name));
                QVERIFY2(!row.duration.isEmpty(), qPrintable(row.name));
            } else {
                const State wanted = row.name.startsWith("FROM"_L1) ? State::Cached : State::CachedOnlyHere;
                QVERIFY2(row.state == wanted, qPrintable(row.name));
            }
        }
        timelineShowsTheStoresSizes();
    }

    void requirementsOfDevelopersAreMadeInTheFilesPanel() {
        m_scene->press(u"New file"_s);
        QTRY_VERIFY(m_scene->files()->findChild<QLineEdit*>());
        person().key(u"ctrl+a"_s);
        person().type(u"requirements.dev.txt"_s);
        person().key(u"Return"_s);
        QTRY_VERIFY(QFile::exists(path(u"requirements.dev.txt"_s)));
        // It opens by itself: whoever makes a file wants to write into it.
        QTRY_COMPARE(m_scene->text().document()->url().fileName(), u"requirements.dev.txt"_s);
        QTRY_VERIFY(m_scene->text().isActiveWindow() && QApplication::focusWidget() &&
                    m_scene->text().isAncestorOf(QApplication::focusWidget()));
        person().type(u"pylint\npytest\n"_s);
        QTRY_COMPARE(m_scene->text().document()->text(), u"pylint\npytest\n"_s);
        person().key(u"ctrl+s"_s);
        QTRY_COMPARE(onDisk(path(u"requirements.dev.txt"_s)), u"pylint\npytest\n"_s);
    }

    void theSecondStageIsTyped() {
        person().clickTab(m_scene->workbench.window.area().findChild<QTabBar*>(), u"Dockerfile"_s);
        QTRY_COMPARE(m_scene->text().document()->url().fileName(), u"Dockerfile"_s);
        m_scene->clickLineEnd(u"FROM ubuntu:20.04"_s);
        person().type(u" AS runtime"_s);
        QTRY_COMPARE(m_scene->stages()->model()->index(0, 0).data().toString(), u"runtime"_s);
        person().key(u"ctrl+End"_s);
        person().type(
            u"\nFROM runtime AS dev_environment\nUSER root\nCOPY requirements.dev.txt .\n"
            "RUN python3 -m pip install -r requirements.dev.txt\nUSER app-runner-user\n"_s);
        QTRY_COMPARE(m_scene->stages()->model()->rowCount(), 2);
        QTRY_VERIFY(m_scene->text().document()->text().endsWith(
            u"\nFROM runtime AS dev_environment\nUSER root\nCOPY requirements.dev.txt .\n"
            "RUN python3 -m pip install -r requirements.dev.txt\nUSER app-runner-user\n"_s));
        QTRY_COMPARE(m_scene->stages()->model()->index(1, 0).data().toString(), u"dev_environment"_s);
        m_scene->untilKnown();
        gutterShowsWhatTheOutlineSays();
    }

    void allStagesAreBuilt() {
        m_scene->build("two stages", [&] { person().menu({u"Build"_s, u"Build All Stages"_s}); });
        QCOMPARE(steps(u"runtime"_s).size(), 7U);
        for (const SeenRow& row : steps(u"runtime"_s))
            QVERIFY2(row.state == State::Cached, qPrintable(row.name));
        QCOMPARE(steps(u"dev_environment"_s).size(), 2U);
        for (const SeenRow& row : steps(u"dev_environment"_s))
            QVERIFY2(ran(row), qPrintable(row.name));
        timelineShowsTheStoresSizes();
        QTRY_VERIFY(m_scene->card(u"runtime"_s) && m_scene->card(u"dev_environment"_s));
    }

    void onlyRuntimeIsBuiltByItsButton() {
        m_scene->build("only runtime",
                       [&] { person().click(m_scene->stages(), Scene::row(m_scene->stages(), u"runtime"_s), 17); });
        QCOMPARE(steps().size(), 7U);
        for (const SeenRow& row : steps()) {
            QCOMPARE(row.stage, u"runtime"_s);
            QVERIFY2(row.state == State::Cached, qPrintable(row.name));
        }
        timelineShowsTheStoresSizes();
    }

    void theTargetsWeighWhatTheStoreSays() {
        for (const QString& stage : {u"runtime"_s, u"dev_environment"_s}) {
            QTRY_VERIFY(m_scene->card(stage));
            const QJsonArray layers = commandLineJson({u"layers"_s, m_project + u'#' + stage}).array();
            qint64 size = 0;
            for (const QJsonValue& layer : layers)
                size += layer[u"size"].toInteger();
            QVERIFY(Scene::shows(m_scene->card(stage), units::bytes(static_cast<quint64>(size))));
            QCOMPARE(m_scene->card(stage)->target().layers.size(), static_cast<std::size_t>(layers.size()));
            // Compressed sizes are measured at idle priority: that takes long where something else is busy.
            QTRY_VERIFY_WITH_TIMEOUT(m_scene->card(stage) && m_scene->card(stage)->target().compressedSize, 300'000);
            qint64 compressed = 0;
            for (const QJsonValue& layer : commandLineJson({u"layers"_s, m_project + u'#' + stage}).array())
                compressed += layer[u"compressed_size"].toInteger();
            QVERIFY(Scene::shows(m_scene->card(stage), units::bytes(static_cast<quint64>(compressed))));
        }
    }

    void theTwoAreComparedAndEveryNumberIsTheStores() {
        person().click(m_scene->card(u"runtime"_s), QPoint(20, 14));
        person().click(m_scene->card(u"dev_environment"_s), QPoint(20, 14));
        const QJsonObject truth =
            commandLineJson({u"compare"_s, m_project + u"#runtime"_s, m_project + u"#dev_environment"_s}).object();
        const auto fine = [](const QJsonValue& value) {
            return units::bytesFine(static_cast<quint64>(value.toInteger()));
        };
        QTRY_VERIFY(Scene::shows(&m_scene->workbench.window, u"dev_environment adds"_s));
        QVERIFY(Scene::shows(&m_scene->workbench.window, units::bytesDifference(truth[u"only_b_size"].toInteger())));
        m_scene->press(u"Open comparison"_s);
        QTableView* layers = nullptr;
        QTRY_VERIFY((layers = m_scene->called<QTableView>(u"Layers"_s)) && layers->model()->rowCount() > 0);
        m_screen.picture(u"comparison"_s);
        const QWidget* page = layers->parentWidget()->parentWidget();
        QVERIFY(Scene::shows(page, u"Shared "_s + fine(truth[u"shared_size"])));
        QVERIFY(Scene::shows(page, u"only runtime "_s + fine(truth[u"only_a_size"])));
        QVERIFY(Scene::shows(page, u"only dev_environment <b>"_s + fine(truth[u"only_b_size"])));
        for (const char* side : {"a", "b"})
            QVERIFY(Scene::shows(page, u"<b>"_s + fine(truth[QLatin1StringView(side)][u"size"])));
        comparedLayers(*layers->model(), truth[u"layers"].toArray());
        QTreeView* files = nullptr;
        for (auto* tree : page->findChildren<QTreeView*>())
            files = tree;
        QVERIFY(files);
        comparedFiles(*files->model(), truth[u"files"].toArray());
    }

    void nothingIsLeft() {
        m_scene->workbench.window.close();
        m_scene.reset();
        m_registry.stop();
        QTRY_COMPARE(leftovers().join(u'\n'), QString());
    }

    void cleanupTestCase() {
        m_scene.reset();
        m_registry.stop();
    }

private:
    void comparedLayers(const QAbstractItemModel& model, const QJsonArray& truth) {
        using compare::LayersModel;
        QCOMPARE(model.rowCount(), truth.size());
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto cell = [&](int column) { return model.index(row, column).data().toString(); };
            const QJsonValue layer = truth[row];
            const QString in = layer[u"in"].toString();
            const QString size = units::bytesFine(static_cast<quint64>(layer[u"size"].toInteger()));
            QCOMPARE(model.index(row, 0).data(LayersModel::DiffIdRole).toString(), layer[u"diff_id"].toString());
            QCOMPARE(cell(LayersModel::Mark), in == "both"_L1 ? u"="_s : in == "a"_L1 ? u"\u2212"_s : u"+"_s);
            QCOMPARE(cell(LayersModel::SizeA), in == "b"_L1 ? u"\u2013"_s : size);
            QCOMPARE(cell(LayersModel::SizeB), in == "a"_L1 ? u"\u2013"_s : size);
        }
    }

    // Every changed file is on the screen with its sizes; every folder's are the sums of what is below it.
    void comparedFiles(const QAbstractItemModel& model, const QJsonArray& truth) {
        using compare::FilesModel;
        QMap<QString, QJsonObject> byPath;
        for (const QJsonValue& file : truth)
            byPath.insert(file[u"path"].toString(), file.toObject());
        QVERIFY(byPath.size() > 100);
        qsizetype files = 0;
        const auto look = [&](this auto&& self, const QModelIndex& above) -> void {
            for (int row = 0; row < model.rowCount(above); ++row) {
                const QModelIndex index = model.index(row, 0, above);
                const QString path = index.data(FilesModel::FullPathRole).toString();
                qint64 sizeA = 0;
                qint64 sizeB = 0;
                if (model.rowCount(index) == 0) {
                    ++files;
                    QVERIFY2(byPath.contains(path), qPrintable(path));
                    sizeA = byPath[path][u"size_a"].toInteger();
                    sizeB = byPath[path][u"size_b"].toInteger();
                } else {
                    if (byPath.contains(path))
                        ++files;
                    for (auto it = byPath.lowerBound(path + u'/');
                         it != byPath.end() && it.key().startsWith(path + u'/'); ++it) {
                        sizeA += it.value()[u"size_a"].toInteger();
                        sizeB += it.value()[u"size_b"].toInteger();
                    }
                    self(index);
                }
                const auto cell = [&](int column) { return index.siblingAtColumn(column).data().toString(); };
                const auto wanted = [](qint64 size) { return units::bytesFine(static_cast<quint64>(size)); };
                QVERIFY2(
                    cell(FilesModel::SizeA) == wanted(sizeA) || (sizeA == 0 && cell(FilesModel::SizeA) == u"\u2013"_s),
                    qPrintable(path));
                QVERIFY2(
                    cell(FilesModel::SizeB) == wanted(sizeB) || (sizeB == 0 && cell(FilesModel::SizeB) == u"\u2013"_s),
                    qPrintable(path));
                QCOMPARE(cell(FilesModel::Difference), units::bytesDifferenceFine(sizeB - sizeA));
            }
        };
        look({});
        QCOMPARE(files, byPath.size());
    }
};

int main(int argc, char** argv) {
    return runDesktopTest(
        argc, argv, [](Screen& screen, theme::Theme& theme) -> QObject* { return new CourseTest(screen, theme); });
}

#include "course_test.moc"
