#include "memory/large_pages.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

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

/// Half a piece, in small blocks that are written to.
std::vector<std::unique_ptr<char[]>> halfAPiece() {
    constexpr std::size_t kBlock = 1000;
    std::vector<std::unique_ptr<char[]>> blocks(memory::kPiece / 2 / kBlock);
    for (auto& block : blocks) {
        block = std::make_unique<char[]>(kBlock);
    }
    return blocks;
}

/// In bytes.
std::size_t residentMemory() {
    QFile file(QStringLiteral("/proc/self/statm"));
    const bool opened = file.open(QIODevice::ReadOnly);
    return opened ? file.readAll().split(' ').value(1).toULongLong() * 4096 : 0;
}

/// Has the kernel been asked for large pages at this address? See "VmFlags" in proc_pid_smaps(5).
bool isAskedForLargePages(const void* address) {
    QFile file(QStringLiteral("/proc/self/smaps"));
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    static const QRegularExpression mapping(QStringLiteral("^([0-9a-f]+)-([0-9a-f]+) "));
    bool isHere = false;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (const auto match = mapping.match(QString::fromLatin1(line)); match.hasMatch()) {
            const auto at = reinterpret_cast<quintptr>(address);
            isHere =
                match.captured(1).toULongLong(nullptr, 16) <= at && at < match.captured(2).toULongLong(nullptr, 16);
        } else if (isHere && line.startsWith("VmFlags:")) {
            return line.split(' ').contains("hg");
        }
    }
    return false;
}

}  // namespace

class LargePagesTest : public QObject {
    Q_OBJECT
private slots:
    void memoryComesInLargePages();
    void whatIsExpectedTakesNoMemoryYet();
    void whatIsGivenBackIsHeldNoLonger();
};

void LargePagesTest::memoryComesInLargePages() {
    memory::useLargePages();
    if (kOwnHeap || !QFile::exists(QStringLiteral("/sys/kernel/mm/transparent_hugepage"))) {
        QSKIP("There are no large pages here.");
    }
    QVERIFY(isAskedForLargePages(halfAPiece().back().get()));
    bool ofAThread = false;
    std::thread([&] {
        memory::expect();
        ofAThread = isAskedForLargePages(halfAPiece().back().get());
    }).join();
    QVERIFY(ofAThread);
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

void LargePagesTest::whatIsGivenBackIsHeldNoLonger() {
    if (kOwnHeap) {
        QSKIP("A sanitizer's heap holds what was freed, to see who uses it still.");
    }
    static_cast<void>(halfAPiece());
    const std::size_t held = residentMemory();
    memory::giveBack();
    QVERIFY(residentMemory() < held - memory::kPiece / 4);
    const auto again = halfAPiece();
    QVERIFY(residentMemory() > held - memory::kPiece / 4);
}

QTEST_APPLESS_MAIN(LargePagesTest)
#include "large_pages_test.moc"
