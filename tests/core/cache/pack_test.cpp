#include "cache_fixture.h"

using namespace slipway;
using namespace slipway::cache;

class PackTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everySourceIsPacked();
    void theSameInputsGiveTheSameBytes();
    void aFileThatChangedIsNamed();
    void nothingIsLeftInTheScratchFolder();
};

namespace {
Result<layer::PackedLayer> packed(Workshop& shop, const TableStep& step, QByteArray* bytes = nullptr) {
    const auto context = shop.context();
    return pack(step, context.get(), shop.store(), shop.scratch(), [&](std::string_view piece) -> Result<> {
        if (bytes)
            bytes->append(piece.data(), static_cast<qsizetype>(piece.size()));
        return {};
    });
}
}  // namespace

void PackTest::everySourceIsPacked() {
    Workshop shop;
    shop.write("a.py", "print()");
    const Digest layer = shop.addLayer({directoryEntry("opt"), fileEntry("opt/tool", "tool")}, {{"opt/tool", "tool"}});
    const auto root = rootOf(shop.store(), {layer});
    QVERIFY2(root, root ? "" : root.error().message.c_str());
    plan::CopyOperation copy = copyOf({"a.py"}, "/x/");
    copy.files = {{"note", "hello\n"}};
    for (int round = 0; round < 2; ++round) {
        if (round == 1) {
            copy = copyOf({"/opt/tool"}, "/bin/");
            copy.origin = plan::FromStage{0};
        }
        const auto step = copyStep(copy, {}, shop.surroundings({*root}));
        QVERIFY2(step, step ? "" : step.error().message.c_str());
        const auto done = packed(shop, *step);
        QVERIFY2(done, done ? "" : done.error().message.c_str());
        QCOMPARE(done->toc->size(), step->entries.size());
        for (std::size_t i = 0; i < done->toc->size(); ++i)
            QCOMPARE(done->toc->entry(i).digest, step->entries[i].entry.digest);
    }
}

void PackTest::theSameInputsGiveTheSameBytes() {
    Workshop shop;
    shop.write("d/a", "1");
    shop.write("d/b", "2");
    QByteArray one, two;
    const auto step = copyStep(copyOf({"d"}, "/x"), {}, shop.surroundings());
    QVERIFY(packed(shop, *step, &one));
    const auto again = copyStep(copyOf({"d"}, "/x"), {}, shop.surroundings());
    QVERIFY(packed(shop, *again, &two));
    QVERIFY(one == two && !one.isEmpty());
}

void PackTest::aFileThatChangedIsNamed() {
    Workshop shop;
    shop.write("a.py", "print()");
    const auto step = copyStep(copyOf({"a.py"}, "/"), {}, shop.surroundings());
    shop.write("a.py", "PRINT()");
    const auto done = packed(shop, *step);
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Corrupt);
    QVERIFY(done.error().message.find("a.py") != std::string::npos ||
            done.error().path.find("a.py") != std::string::npos);
}

void PackTest::nothingIsLeftInTheScratchFolder() {
    Workshop shop;
    QByteArray tar;
    const auto made = layer::writeLayer(
        {directoryEntry("d")}, [](const Entry&) -> Result<layer::ByteSource> { return fail(ErrorCode::NotFound, ""); },
        [&](std::string_view piece) -> Result<> {
            tar.append(piece.data(), static_cast<qsizetype>(piece.size()));
            return {};
        });
    QVERIFY(made);
    shop.write("a.tar", tar);
    plan::CopyOperation add = copyOf({"a.tar"}, "/");
    add.add = true;
    const auto step = copyStep(add, {}, shop.surroundings());
    QVERIFY(step);
    const qsizetype before = QDir(QString::fromStdString(shop.scratch().string())).entryList().size();
    QVERIFY(packed(shop, *step));
    QCOMPARE(QDir(QString::fromStdString(shop.scratch().string())).entryList().size(), before);
}

QTEST_GUILESS_MAIN(PackTest)
#include "pack_test.moc"
