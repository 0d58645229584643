#include "compare/compare_delegate.h"
#include "compare/compare_page.h"
#include "targets/additions_view.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QTest>
#include <QTreeView>

#include <functional>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::compare;

namespace {

layer::Change change(std::string path, layer::ChangeKind kind, quint64 a, quint64 b) {
    layer::Change one;
    one.path = std::move(path);
    one.kind = kind;
    one.sizeA = a;
    one.sizeB = b;
    return one;
}

insight::ComparedLayer layerOf(const std::string& name, quint64 size, std::string step, insight::Side side) {
    return {layer::Digest::of(name), size, std::move(step), side};
}

// What a development image has more: pylint, astroid, pip's cache, and a changed script.
ComparisonPtr course() {
    insight::Comparison made;
    using enum layer::ChangeKind;
    made.layers = {layerOf("base", 72'900'000, "FROM ubuntu:20.04", insight::Side::Both),
                   layerOf("gone", 300, "COPY old .", insight::Side::A),
                   layerOf("copy", 14, "COPY requirements.dev.txt .", insight::Side::B),
                   layerOf("pip", 64'100'000, "RUN pip install", insight::Side::B)};
    made.sharedSize = 72'900'000;
    made.onlyASize = 300;
    made.onlyBSize = 64'100'014;
    made.files = {change("usr/lib/python3/dist-packages/astroid/big.py", Added, 0, 21'700'000),
                  change("usr/lib/python3/dist-packages/pylint/big.py", Added, 0, 18'900'000),
                  change("root/.cache/pip/http", Added, 0, 14'800'000),
                  change("usr/local/bin/tool", Modified, 31'000, 34'000), change("app/old", Removed, 300, 0)};
    return std::make_shared<const insight::Comparison>(std::move(made));
}

QString plain(QString text) { return text.replace(u'\u00a0', u' '); }
QString cell(const QModelIndex& index, int column) { return plain(index.siblingAtColumn(column).data().toString()); }

}  // namespace

class CompareTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesKeepRoomBesideTheNumbers() {
        theme::Theme theme;
        ComparePage page(nullptr, {u"a"_s, u"runtime"_s}, {u"b"_s, u"a_stage_with_a_long_name"_s}, theme);
        page.resize(872, 500);  // what is left of 1440 between the docks
        page.setComparison(course());
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        auto* files = page.findChild<QTreeView*>();
        const int path = files->header()->sectionSize(FilesModel::Path);
        QVERIFY2(path * 5 >= files->width() * 2, qPrintable(QString::number(path)));
        QCOMPARE(files->textElideMode(), Qt::ElideMiddle);
        QCOMPARE(files->header()->textElideMode(), Qt::ElideMiddle);
        for (int column = 1; column < FilesModel::kColumns; ++column) {
            QVERIFY(files->header()->sectionSize(column) > files->fontMetrics().horizontalAdvance(u"+000.0 MB"_s) + 12);
            const auto* model = files->model();
            QCOMPARE(model->headerData(column, Qt::Horizontal, Qt::ToolTipRole),
                     model->headerData(column, Qt::Horizontal, Qt::DisplayRole));
        }
    }

    void aBarNeverLeavesItsWidth() {
        const auto rects = bars::layerRects({0, 0, 100, 10}, {{{}, {}, 300, true}, {{}, {}, 100, false}}, 0);
        QCOMPARE(rects[0], QRectF(0, 0, 75, 10));
        QCOMPARE(rects[1], QRectF(75, 0, 25, 10));
    }

    void aBarOfLittleBesideMuchIsThere() {
        const theme::Theme theme;
        const auto isPainted = [&](quint64 size) {
            QImage picture(100, 10, QImage::Format_ARGB32_Premultiplied);
            picture.fill(Qt::transparent);
            QPainter painter(&picture);
            bars::paintLayers(painter, {0, 0, 100, 10}, {{u"sha256:a"_s, {}, size, false}}, 1'000'000'000, theme);
            painter.end();
            return qAlpha(picture.pixel(0, 5)) == 255;
        };
        QVERIFY(isPainted(1));
        QVERIFY(!isPainted(0));
    }

    void everyShadeOfABarStandsOutFromThePanel() {
        theme::Theme theme;
        for (const auto choice : {theme::Theme::Choice::Light, theme::Theme::Choice::Dark}) {
            theme.choose(choice);
            for (int layer = 0; layer < 40; ++layer) {
                for (const bool shared : {true, false}) {
                    const QColor color = bars::layerColor(QString::number(layer), shared, theme);
                    QVERIFY2(theme::contrast(color, theme.color(theme::Role::Panel)) > 2.1, qPrintable(color.name()));
                }
            }
        }
    }

    void aLayerHasTheSameShadeInEveryProcess() {
        theme::Theme theme;
        theme.choose(theme::Theme::Choice::Light);
        const QColor own = theme.color(theme::Role::LayerOwn);
        int layer = 0;
        for (const int shade : {0, 3, 2, 1})
            QCOMPARE(bars::layerColor(u"sha256:0"_s + QString::number(layer++), false, theme),
                     own.darker(100 + shade * 9));
    }

    void layersSayWhoHasThemAndWhatTheyWeigh() {
        LayersModel model;
        QAbstractItemModelTester tester(&model);
        model.setComparison(course(), u"runtime"_s, u"dev"_s);
        QCOMPARE(model.rowCount(), 4);
        const auto row = [&](int r) {
            QStringList words;
            for (int column = 0; column < model.columnCount(); ++column)
                words << cell(model.index(r, 0), column);
            return words.join(u'|');
        };
        QCOMPARE(row(0), u"=|FROM ubuntu:20.04|72.9 MB|72.9 MB"_s);
        QCOMPARE(row(1), u"\u2212|COPY old .|300 B|\u2013"_s);
        QCOMPARE(row(3), u"+|RUN pip install|\u2013|64.1 MB"_s);
        QCOMPARE(model.index(3, 0).data(kMarkRole).toString(), u"+"_s);
        QVERIFY(model.index(3, LayersModel::SizeB).data(Qt::ToolTipRole).toString().contains(u"64,100,000"_s));
        QCOMPARE(model.index(3, LayersModel::SizeA).data(Qt::ToolTipRole).toString(), QString());
        // Its mark is a word for who can't see it.
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), u"in both"_s);
        QCOMPARE(model.index(3, 0).data(Qt::AccessibleTextRole).toString(), u"only in dev"_s);
    }

    void longStepsAreCutSoThatOneTellsThemApart() {
        const std::string install = "RUN apt-get update && apt-get install -y --no-install-recommends ";
        const std::string clean = " && rm -rf /var/lib/apt/lists/*";
        auto made = std::make_shared<insight::Comparison>(*course());
        made->layers = {layerOf("a", 1, install + "python3 python3-pip" + clean, insight::Side::A),
                        layerOf("b", 1, install + "python3 python3-venv" + clean, insight::Side::B),
                        layerOf("c", 1, install + "python3 python3-venv" + clean, insight::Side::Both),
                        layerOf("d", 1, "COPY . .", insight::Side::Both)};
        LayersModel model;
        model.setComparison(made, u"a"_s, u"b"_s);
        const QFontMetrics metrics{QFont()};
        const int width = metrics.averageCharWidth() * 44;
        const auto shown = [&](int row) {
            const QModelIndex step = model.index(row, LayersModel::Step);
            return cutToTell(step.data().toString(), step.data(kTellingRole).toInt(), metrics, width);
        };
        for (int row = 0; row < model.rowCount(); ++row)
            QVERIFY2(metrics.horizontalAdvance(shown(row)) <= width, qPrintable(shown(row)));
        QVERIFY2(shown(0).startsWith(u"RUN apt-get"_s) && shown(0).contains(u"python3-pip"_s), qPrintable(shown(0)));
        QVERIFY2(shown(1).startsWith(u"RUN apt-get"_s) && shown(1).contains(u"python3-venv"_s), qPrintable(shown(1)));
        QCOMPARE(shown(1), shown(2));
        QCOMPARE(shown(3), u"COPY . ."_s);
        QVERIFY(model.index(0, LayersModel::Step)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .startsWith(QString::fromStdString(install + "python3 python3-pip" + clean)));
        // Where the begin tells them, the end is what goes.
        const QString whole = u"RUN one thing and another and a third and a fourth"_s;
        QCOMPARE(cutToTell(whole, 4, metrics, width / 2), metrics.elidedText(whole, Qt::ElideRight, width / 2));
    }

    void filesStandLargestDifferenceFirst() {
        FilesModel model;
        QAbstractItemModelTester tester(&model);
        model.setChanges(course()->files, u"runtime"_s, u"dev"_s);
        qulonglong last = ~0ULL;
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto weight = model.index(row, 0).data(FilesModel::WeightRole).toULongLong();
            QVERIFY(weight <= last);
            last = weight;
        }
        const QModelIndex usr = model.index(0, 0);
        QCOMPARE(cell(usr, FilesModel::Path), u"/usr"_s);
        QCOMPARE(cell(usr, FilesModel::SizeA), u"31 kB"_s);
        QCOMPARE(cell(usr, FilesModel::SizeB), u"40.6 MB"_s);
        QCOMPARE(cell(usr, FilesModel::Difference), u"+40.6 MB"_s);
        QCOMPARE(usr.siblingAtColumn(FilesModel::Difference).data(Qt::ToolTipRole).toString().remove(u','),
                 u"+40603000 bytes"_s);
        QCOMPARE(usr.data(kMarkRole).toString(), u"~"_s);
        const QModelIndex gone = model.index(model.rowCount() - 1, 0);
        QCOMPARE(gone.data(FilesModel::FullPathRole).toString(), u"/app"_s);
        QCOMPARE(cell(gone, FilesModel::SizeB), u"\u2013"_s);
        QCOMPARE(cell(gone, FilesModel::Difference), u"\u2212300 B"_s);
    }

    void thePageOpensWhatWeighsMostAndSums() {
        theme::Theme theme;
        ComparePage page(nullptr, {u"a"_s, u"runtime"_s}, {u"b"_s, u"dev"_s}, theme);
        page.resize(1000, 600);
        page.setComparison(course());
        auto* files = page.findChild<QTreeView*>();
        QVERIFY(files->isExpanded(files->model()->index(0, 0)));
        QVERIFY(files->visualRect(files->model()->index(0, 0)).height() == 0 || files->sizeHintForRow(0) >= 24);
        QString summary;
        for (const QLabel* label : page.findChildren<QLabel*>())
            summary += plain(label->text()) + u'\n';
        QVERIFY(summary.contains(u"Shared 72.9 MB"_s));
        QVERIFY(summary.contains(u"only runtime 300 B"_s));
        QVERIFY(summary.contains(u"64.1 MB"_s));
        QVERIFY(summary.contains(u"unpacked"_s));
        QVERIFY(summary.contains(u"compressed"_s));
    }

    void theHeaviestFolderIsOpenHoweverMuchIsInIt() {
        theme::Theme theme;
        ComparePage page(nullptr, {u"a"_s, u"runtime"_s}, {u"b"_s, u"dev"_s}, theme);
        auto comparison = std::make_shared<insight::Comparison>(*course());
        comparison->files.clear();
        for (int i = 0; i < 40; ++i)
            comparison->files.push_back(change("srv/large/" + std::to_string(i), layer::ChangeKind::Added, 0, 1000));
        comparison->files.push_back(change("srv/small/0", layer::ChangeKind::Added, 0, 1));
        page.setComparison(comparison);
        auto* files = page.findChild<QTreeView*>();
        const QAbstractItemModel& model = *files->model();
        const QModelIndex srv = model.index(0, 0);
        QVERIFY(files->isExpanded(srv) && files->isExpanded(model.index(0, 0, srv)));
        QVERIFY(!files->isExpanded(model.index(1, 0, srv)));
    }

    void aHeadingSortsByNumbersNotByWords() {
        theme::Theme theme;
        ComparePage page(nullptr, {u"a"_s, u"runtime"_s}, {u"b"_s, u"dev"_s}, theme);
        page.setComparison(course());
        auto* files = page.findChild<QTreeView*>();
        files->sortByColumn(FilesModel::Difference, Qt::AscendingOrder);
        QCOMPARE(files->model()->index(0, 0).data(FilesModel::FullPathRole).toString(), u"/app"_s);
        files->sortByColumn(FilesModel::Difference, Qt::DescendingOrder);
        QCOMPARE(files->model()->index(0, 0).data(FilesModel::FullPathRole).toString(), u"/usr"_s);
    }

    void theFilterFindsFilesBelowFolders() {
        theme::Theme theme;
        ComparePage page(nullptr, {u"a"_s, u"runtime"_s}, {u"b"_s, u"dev"_s}, theme);
        page.setComparison(course());
        page.findChild<QLineEdit*>()->setText(u"PYLINT"_s);
        auto* files = page.findChild<QTreeView*>();
        QCOMPARE(files->model()->rowCount(), 1);
        QCOMPARE(cell(files->model()->index(0, 0), FilesModel::Path), u"/usr"_s);
    }

    void aLayerShowsWhatItWroteAndDeleted() {
        layer::TocBuilder builder;
        const auto add = [&](const char* path, layer::EntryType type, bool opaque = false) {
            layer::Entry entry;
            entry.path = path;
            entry.type = type;
            entry.opaque = opaque;
            builder.add(std::move(entry));
        };
        add("usr/lib", layer::EntryType::Directory);
        add("usr/lib/new", layer::EntryType::File);
        add("usr/gone", layer::EntryType::Whiteout);
        add("usr/cleared", layer::EntryType::Directory, true);
        const auto table = builder.build();
        for (const char* path : {"usr/lib/new", "usr/gone", "usr/gone/deep/below", "usr/cleared/old"})
            QVERIFY2(touches(*table, path), path);
        for (const char* path : {"usr/lib/other", "usr/goneby", "usr", "app/old"})
            QVERIFY2(!touches(*table, path), path);
        FilesModel model;
        FilesFilter filter;
        QAbstractItemModelTester tester(&filter);
        filter.setSourceModel(&model);
        using enum layer::ChangeKind;
        model.setChanges({change("usr/lib/new", Added, 0, 10), change("usr/lib/other", Added, 0, 20),
                          change("usr/gone/a", Removed, 5, 0), change("app/old", Removed, 3, 0)},
                         u"a"_s, u"b"_s);
        const auto files = [&] {
            QStringList paths;
            std::function<void(const QModelIndex&)> walk = [&](const QModelIndex& above) {
                for (int row = 0; row < filter.rowCount(above); ++row) {
                    const QModelIndex one = filter.index(row, 0, above);
                    if (!filter.hasChildren(one))
                        paths << one.data(FilesModel::FullPathRole).toString();
                    walk(one);
                }
            };
            walk({});
            paths.sort();
            return paths;
        };
        QCOMPARE(files().size(), 4);
        filter.setLayer(table);
        QCOMPARE(files(), (QStringList{u"/usr/gone/a"_s, u"/usr/lib/new"_s}));
        filter.setFilterFixedString(u"GONE"_s);
        QCOMPARE(files(), QStringList{u"/usr/gone/a"_s});
        filter.setLayer(nullptr);
        filter.setFilterFixedString({});
        QCOMPARE(files().size(), 4);
    }

    void aListWithoutAFileSaysWhy() {
        theme::Theme theme;
        ComparePage page(nullptr, {u"a"_s, u"runtime"_s}, {u"b"_s, u"dev"_s}, theme);
        page.resize(900, 500);
        page.setComparison(course());
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        const auto said = [&] {
            QStringList words;
            for (const QLabel* label : page.findChild<QTreeView*>()->findChildren<QLabel*>())
                words << (label->isVisible() ? label->text() : QString());
            return words.join(u' ').trimmed();
        };
        QCOMPARE(said(), QString());
        page.findChild<QLineEdit*>()->setText(u"no such path"_s);
        QVERIFY2(said().contains(u"path"_s), qPrintable(said()));
        page.findChild<QLineEdit*>()->clear();
        QCOMPARE(said(), QString());
        auto same = std::make_shared<insight::Comparison>(*course());
        same->files.clear();
        same->b.id = layer::Digest::of("another");
        page.setComparison(same);
        QVERIFY2(said().contains(u"No file differs"_s), qPrintable(said()));
    }

    void theSummaryNamesLayersAndTheirHeaviestFolders() {
        const auto lines = targets::additions(*course(), 9);
        QCOMPARE(lines.front().words, u"RUN pip install"_s);
        QCOMPARE(lines.front().size, 64'100'000U);
        QVERIFY(lines[1].folder);
        QCOMPARE(lines[1].size, 21'700'000U);
        const auto cache = std::ranges::find_if(lines, [](const auto& line) { return line.waste; });
        QVERIFY(cache != lines.end());
        QVERIFY(cache->words.contains(u".cache/pip"_s));
        QCOMPARE(lines.back().words, u"COPY requirements.dev.txt ."_s);
        QCOMPARE(targets::additions(*course(), 2).size(), std::size_t(2));
    }

    void aLongPathKeepsWholeNames() {
        const QFontMetrics font{QFont()};
        const QString path = u"/usr/local/lib/python3.13/dist-packages/pylint"_s;
        QCOMPARE(targets::shortPath(path, font, 10'000), path);
        const int width = font.horizontalAdvance(u"/usr/\u2026/dist-packages/pylint"_s);
        QCOMPARE(targets::shortPath(path, font, width), u"/usr/\u2026/dist-packages/pylint"_s);
        QCOMPARE(targets::shortPath(path, font, font.horizontalAdvance(u"\u2026/pylint"_s)), u"\u2026/pylint"_s);
    }
};

QTEST_MAIN(CompareTest)
#include "compare_test.moc"
