#include "memory/large_pages.h"

#include <QFile>
#include <QTest>

#include <sys/resource.h>

#include <limits>
#include <memory>
#include <thread>
#include <vector>

namespace memory = slipway::memory;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kOwnHeap = true;  // the sanitizer's, which is not asked for large pages
#else
constexpr bool kOwnHeap = false;
#endif

namespace {

constexpr std::size_t kBlock = 1000;
constexpr std::size_t kBlocks = memory::kPiece / 2 / kBlock;

/// Of this thread, for writing to half a piece in small blocks.
long pageFaults() {
    const auto count = [] {
        rusage used{};
        getrusage(RUSAGE_THREAD, &used);
        return used.ru_minflt;
    };
    std::vector<std::unique_ptr<char[]>> blocks;
    blocks.reserve(kBlocks);
    const long before = count();
    for (std::size_t i = 0; i < kBlocks; ++i) {
        blocks.push_back(std::make_unique<char[]>(kBlock));
    }
    return count() - before;
}

/// In bytes.
std::size_t residentMemory() {
    QFile file(QStringLiteral("/proc/self/statm"));
    const bool opened = file.open(QIODevice::ReadOnly);
    return opened ? file.readAll().split(' ').value(1).toULongLong() * 4096 : 0;
}

long pageFaultsOfAThread() {
    long faults = 0;
    std::thread([&] {
        memory::expect();
        faults = pageFaults();
    }).join();
    return faults;
}

}  // namespace

class LargePagesTest : public QObject {
    Q_OBJECT
private slots:
    void memoryComesInLargePages();
    void whatIsExpectedTakesNoMemoryYet();
    void whatWasGivenBackCanBeHadAgain();
};

void LargePagesTest::memoryComesInLargePages() {
    QFile setting(QStringLiteral("/sys/kernel/mm/transparent_hugepage/enabled"));
    memory::useLargePages();
    const long first = pageFaults();
    const long ofThread = pageFaultsOfAThread();
    if (kOwnHeap || !setting.open(QIODevice::ReadOnly) || setting.readAll().contains("[never]")) {
        QSKIP("There are no large pages here.");
    }
    constexpr long kFew = memory::kPiece / 2 / 4096 / 8;  // one for each small page would be eight times as many
    QVERIFY2(first < kFew, qPrintable(QString::number(first)));
    QVERIFY2(ofThread < kFew, qPrintable(QString::number(ofThread)));
}

void LargePagesTest::whatIsExpectedTakesNoMemoryYet() {
    if (kOwnHeap) {
        QSKIP("A sanitizer's heap notes for each byte that it may not be used yet.");
    }
    const std::size_t before = residentMemory();
    memory::expect(std::numeric_limits<std::size_t>::max());  // and more than there is, is no error
    QVERIFY(before > 0);
    QVERIFY(residentMemory() < before + memory::kPiece);
}

void LargePagesTest::whatWasGivenBackCanBeHadAgain() {
    const long before = pageFaults();
    memory::giveBack();
    QVERIFY(pageFaults() >= before);  // it is the system's, and asked for anew
}

QTEST_APPLESS_MAIN(LargePagesTest)
#include "large_pages_test.moc"
