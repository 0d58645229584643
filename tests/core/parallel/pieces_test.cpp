#include "parallel/pieces.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

using slipway::parallel::eachPiece;
using slipway::parallel::those;

class PiecesTest : public QObject {
    Q_OBJECT
private slots:
    void eachThingIsWorkedOnOnce_data();
    void eachThingIsWorkedOnOnce();
    void onePieceIsLeftToTheCallersThread();
    void nothingIsNoWork();
    void thoseThatCountComeInOrder();
};

void PiecesTest::eachThingIsWorkedOnOnce_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("size");
    QTest::newRow("pieces of one") << 1000 << 1;
    QTest::newRow("the last is shorter") << 1003 << 10;
    QTest::newRow("one piece") << 10 << 10;
    QTest::newRow("a size of nothing is one of one") << 5 << 0;
}

void PiecesTest::eachThingIsWorkedOnOnce() {
    QFETCH(const int, count);
    QFETCH(const int, size);
    std::vector<std::atomic<int>> seen(static_cast<std::size_t>(count));
    std::atomic<bool> tooLong = false;
    eachPiece(seen.size(), static_cast<std::size_t>(size), [&](std::size_t begin, std::size_t end) {
        tooLong = tooLong || begin >= end || end - begin > static_cast<std::size_t>(std::max(size, 1));
        for (std::size_t i = begin; i < end; ++i) {
            ++seen[i];
        }
    });
    QVERIFY(!tooLong);
    QVERIFY(std::ranges::all_of(seen, [](const std::atomic<int>& times) { return times == 1; }));
}

void PiecesTest::onePieceIsLeftToTheCallersThread() {
    std::vector<std::thread::id> threads;
    eachPiece(100, 100, [&](std::size_t, std::size_t) { threads.push_back(std::this_thread::get_id()); });
    QCOMPARE(threads, std::vector{std::this_thread::get_id()});
}

void PiecesTest::nothingIsNoWork() {
    eachPiece(0, 8, [](std::size_t, std::size_t) { QFAIL("There is nothing to work on."); });
}

void PiecesTest::thoseThatCountComeInOrder() {
    const auto found = those(1000, 7, [](std::size_t index) { return index % 3 == 0; });
    QCOMPARE(found.size(), std::size_t{334});
    for (std::size_t i = 0; i < found.size(); ++i) {
        QCOMPARE(found[i], 3 * i);
    }
    QVERIFY(those(0, 7, [](std::size_t) { return true; }).empty());
    QVERIFY(those(1000, 7, [](std::size_t) { return false; }).empty());
}

QTEST_APPLESS_MAIN(PiecesTest)
#include "pieces_test.moc"
