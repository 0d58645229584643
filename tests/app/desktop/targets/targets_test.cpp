#include "project/text_job.h"
#include "store/store.h"
#include "targets/additions_view.h"
#include "targets/targets_widget.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::targets;

namespace {

Target target(const QString& stage, int index, std::vector<std::pair<QString, quint64>> layers) {
    Target one;
    one.stage = stage;
    one.stageIndex = index;
    one.image = QString::fromStdString(layer::Digest::of(stage.toStdString()).toString());
    one.builtAt = 1'700'000'000'000;
    for (const auto& [name, size] : layers) {
        one.layers.push_back({name, u"COPY "_s + name, size, false});
        one.size += size;
    }
    return one;
}

Targets course() {
    return {target(u"runtime"_s, 0, {{u"base"_s, 70'000'000}, {u"app"_s, 300}}),
            target(u"dev_environment"_s, 1, {{u"base"_s, 70'000'000}, {u"app"_s, 300}, {u"tools"_s, 64'000'000}})};
}

// A widget takes a no-break space between number and unit.
QString plain(QString text) { return text.replace(u'\u00a0', u' '); }

QString said(const QWidget& widget) {
    QStringList words;
    for (const QLabel* label : widget.findChildren<QLabel*>()) {
        if (label->isVisibleTo(&widget))
            words << plain(label->text());
    }
    return words.join(u'\n');
}

}  // namespace

class TargetsTest : public QObject {
    Q_OBJECT

    theme::Theme m_theme;
    project::Project m_project;
    project::Analysis m_analysis;
    project::Builds m_builds;
    project::Selection m_selection;
    QTemporaryDir m_folder;
    std::unique_ptr<TargetsWidget> m_widget;

    // In the order in which they are shown.
    [[nodiscard]] std::vector<TargetCard*> cards() const {
        std::vector<TargetCard*> all;
        for (auto* one : m_widget->findChildren<TargetCard*>()) {
            if (one->isVisible())
                all.push_back(one);
        }
        std::ranges::sort(all, {}, &QWidget::y);
        return all;
    }
    [[nodiscard]] QStringList shown() const {
        QStringList names;
        for (const TargetCard* card : cards())
            names << card->target().stage;
        return names;
    }
    void dockerfileIs(const QString& text) {
        auto snapshot = project::analyseText({.path = m_project.dockerfile(), .folder = m_folder.path(), .text = text});
        snapshot->forecastIsCurrent = true;
        m_analysis.set(snapshot);
    }

private Q_SLOTS:
    void init() {
        QFile file(m_folder.filePath(u"Dockerfile"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        m_project.open(m_folder.path());
        m_widget = std::make_unique<TargetsWidget>(m_project, m_analysis, m_builds, m_selection, m_theme);
        m_widget->resize(320, 600);
        m_widget->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_widget.get()));
    }
    void cleanup() {
        m_widget.reset();
        m_analysis.set(std::make_shared<project::Snapshot>());
        m_selection.choose({}, nullptr);
    }

    void anEmptyPanelSaysWhatWillBeThere() { QVERIFY(said(*m_widget).contains(u"No target built yet"_s)); }

    void eachTargetSaysWhatItWeighs() {
        Targets targets = course();
        targets[0].tags = {u"demo:1"_s};
        targets[0].compressedSize = 30'000'000;
        m_widget->setTargets(targets);
        QTRY_COMPARE(shown(), (QStringList{u"runtime"_s, u"dev_environment"_s}));
        QVERIFY(said(*cards()[0]).contains(u"70.0 MB"_s) || said(*cards()[0]).contains(u"70 MB"_s));
        QVERIFY(said(*cards()[0]).contains(u"30 MB compressed"_s));
        QVERIFY(said(*cards()[0]).contains(u"demo:1"_s));
        QVERIFY(said(*cards()[1]).contains(u"134 MB"_s));
        QVERIFY(said(*cards()[1]).contains(u"measuring"_s));
        QVERIFY(cards()[1]->accessibleName().contains(u"dev_environment"_s));
        m_widget->sizeChooser()->setCurrentIndex(1);
        QVERIFY(said(*cards()[0]).startsWith(u"runtime\n30 MB"_s));
        QVERIFY(said(*cards()[0]).contains(u"unpacked"_s));
    }

    void aLongNameMakesNothingWiderThanThePanel() {
        const QString name(80, u'n');
        m_widget->setTargets({course()[0], target(name, 1, {{u"base"_s, 70'000'000}, {u"tools"_s, 64'000'000}})});
        QTRY_COMPARE(shown(), (QStringList{u"runtime"_s, name}));
        m_widget->resize(240, 600);
        QTRY_COMPARE(cards()[1]->width(), 240);
        for (const QLabel* one : cards()[1]->findChildren<QLabel*>())
            QVERIFY2(one->mapTo(cards()[1], QPoint(one->width(), 0)).x() <= 240, qPrintable(one->text()));
    }

    void aTargetWhoseStageIsNoMoreComesLastAndSaysSo() {
        m_widget->setTargets({target(u"0"_s, 0, {{u"base"_s, 1000}}), course()[0], course()[1]});
        QTRY_COMPARE(shown(), (QStringList{u"0"_s, u"runtime"_s, u"dev_environment"_s}));
        dockerfileIs(u"FROM scratch AS runtime\nCOPY a /\nFROM runtime AS Dev_Environment\nCOPY b /\n"_s);
        QTRY_COMPARE(shown(), (QStringList{u"runtime"_s, u"dev_environment"_s, u"0"_s}));
        QVERIFY(said(*cards()[2]).contains(u"of an earlier Dockerfile"_s));
        QVERIFY(!said(*cards()[0]).contains(u"earlier"_s));
        // It is compared only by choice, and its layers are nobody's.
        QVERIFY(cards()[2]->target().bygone);
        for (const bars::BarLayer& layer : cards()[0]->target().layers)
            QVERIFY2(layer.shared, qPrintable(layer.step));
        // Without its name the stage goes by its number again, and the named one is gone.
        dockerfileIs(u"FROM scratch\nCOPY a /\n"_s);
        QTRY_COMPARE(shown(), (QStringList{u"0"_s, u"runtime"_s, u"dev_environment"_s}));
        QVERIFY(!cards()[0]->target().bygone && cards()[1]->target().bygone);
    }

    void whileAStagesNameIsTypedNothingMoves() {
        m_widget->setTargets(course());
        QTRY_COMPARE(shown().size(), 2);
        auto snapshot =
            project::analyseText({.path = m_project.dockerfile(), .folder = m_folder.path(), .text = u"FROM a AS r"_s});
        m_analysis.set(snapshot);
        QCOMPARE(shown(), (QStringList{u"runtime"_s, u"dev_environment"_s}));
        QVERIFY(!cards()[0]->target().bygone);
    }

    void theLastTwoChosenAreComparedTheSmallerFirst() {
        Targets targets = course();
        targets.push_back(target(u"tiny"_s, 2, {{u"tiny"_s, 10}}));
        m_widget->setTargets(targets);
        QTRY_COMPARE(shown().size(), 3);
        QSignalSpy wanted(m_widget.get(), &TargetsWidget::compareWanted);
        QTest::mouseClick(cards()[1], Qt::LeftButton, {}, {20, 12});
        QCOMPARE(m_selection.current().image, targets[1].image);
        QTest::mouseClick(cards()[2], Qt::LeftButton, {}, {20, 12});
        Q_EMIT cards()[2]->compareWanted();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first()[1].toString(), u"tiny"_s);
        QCOMPARE(wanted.first()[3].toString(), u"dev_environment"_s);
        // The choice holds when another comes before them.
        targets.insert(targets.begin(), target(u"before"_s, 0, {{u"x"_s, 5}}));
        m_widget->setTargets(targets);
        Q_EMIT m_widget->findChild<AdditionsView*>()->openWanted();
        QCOMPARE(wanted.last()[1].toString(), u"tiny"_s);
        QCOMPARE(wanted.last()[3].toString(), u"dev_environment"_s);
    }

    void theStepThatWasChosenStaysChosenBesideATarget() {
        m_widget->setTargets(course());
        QTRY_COMPARE(shown().size(), 2);
        m_selection.choose({.stage = 0, .step = u"a"_s, .line = 3}, nullptr);
        QTest::mouseClick(cards()[1], Qt::LeftButton, {}, {20, 12});
        QCOMPARE(m_selection.current(),
                 (project::Chosen{.stage = 1, .step = u"a"_s, .line = 3, .image = course()[1].image}));
    }

    void aNameIsAskedForInPlace() {
        m_widget->setTargets(course());
        QTRY_COMPARE(shown().size(), 2);
        TargetCard& card = *cards()[0];
        QSignalSpy given(&card, &TargetCard::nameGiven);
        auto* line = card.findChild<QLineEdit*>();
        QTest::keyClick(&card, Qt::Key_F2);
        QVERIFY(line->isVisible());
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!line->isVisible());
        QTest::keyClick(&card, Qt::Key_F2);
        QTest::keyClicks(line, u"demo:2"_s);
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(given.size(), 1);
        QCOMPARE(given.first().first().toString(), u"demo:2"_s);
        QVERIFY(!line->isVisible());
    }

    void aCardSaysEachNameOfItsImageTheNewestFirst() {
        Targets both = course();
        both[0].tags = {u"new:2"_s, u"old:1"_s};
        m_widget->setTargets(both);
        QTRY_COMPARE(shown().size(), 2);
        QVERIFY2(said(*cards()[0]).contains(u"new:2, old:1 \u00b7 "_s), qPrintable(said(*cards()[0])));
    }

    void aNameGoesIntoTheStoreAndAWrongOneIsSaid() {
        auto opened = store::Store::open(m_folder.filePath(u"store"_s).toStdString());
        QVERIFY2(opened, opened ? "" : opened.error().message.c_str());
        const std::shared_ptr<store::Store> store = std::move(*opened);
        const auto image = store->putImage(image::Config{});
        QVERIFY2(image, image ? "" : image.error().message.c_str());
        m_project.setStore(store);
        Target one = target(u"runtime"_s, 0, {});
        one.image = QString::fromStdString(image->toString());
        m_widget->refresh();
        m_widget->setTargets({one});
        QSignalSpy told(m_widget.get(), &TargetsWidget::told);
        QTRY_COMPARE(shown().size(), 1);
        Q_EMIT cards()[0]->nameGiven(u"Not A Name"_s);
        QCOMPARE(told.size(), 1);
        QVERIFY(told.first()[1].toBool());
        Q_EMIT cards()[0]->nameGiven(u"demo:3"_s);
        QTRY_COMPARE(told.size(), 2);
        QVERIFY2(!told.last()[1].toBool(), qPrintable(told.last()[0].toString()));
        const auto tag = store->tag("docker.io/library/demo:3");
        QVERIFY(tag && *tag);
        QCOMPARE((*tag)->image.toString(), image->toString());
        m_project.setStore(nullptr);
    }
};

QTEST_MAIN(TargetsTest)
#include "targets_test.moc"
