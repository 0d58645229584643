#include "cache/kept_files.h"
#include "cache/record.h"
#include "cache_fixture.h"

using namespace slipway;
using namespace slipway::cache;

namespace {

/// As a build puts it.
void remember(Workshop& shop, const plan::Step& step, const Digest& layer) {
    CacheRecord record;
    record.key.digest = Digest::of(step.id);
    record.chainKey = Digest::of("chain " + step.id);
    record.step = stepIdentity(shop.folder(), step);
    record.layer = layer;
    QVERIFY(put(shop.store(), record));
}

QByteArray paths(const Root& root) {
    QByteArray out;
    root.view.walk(
        "", [&](const layer::RootfsView::Found& found) { out += QByteArray::fromStdString(found.entry.path) + ' '; });
    return out.trimmed();
}

}  // namespace

class KeptFilesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anImageHasItsLayers();
    void aStageHasItsBaseAndWhatItsStepsMade();
};

void KeptFilesTest::anImageHasItsLayers() {
    Workshop shop;
    image::Config config;
    config.diffIds = {shop.addLayer({fileEntry("etc/passwd", "app:x:7:7::/:\n")}, {{"etc/passwd", "app:x:7:7::/:\n"}}),
                      shop.addLayer({fileEntry("bin/sh")})};
    const auto id = shop.store().putImage(config);
    QVERIFY(id);
    const plan::Bases bases{{{"base"}, {*id, {}, std::make_shared<const image::Config>(config)}}};
    const Root root = keptImage({"base"}, bases, shop.store());
    QCOMPARE(paths(root), QByteArray("bin bin/sh etc etc/passwd"));
    QCOMPARE(root.read(*root.view.find("etc/passwd")).value_or(""), std::string("app:x:7:7::/:\n"));
    QVERIFY(keptImage({"other"}, bases, shop.store()).view.layers().empty());
}

void KeptFilesTest::aStageHasItsBaseAndWhatItsStepsMade() {
    Workshop shop;
    image::Config config;
    config.diffIds = {shop.addLayer({fileEntry("base")})};
    const auto id = shop.store().putImage(config);
    QVERIFY(id);
    const plan::Bases bases{{{"b"}, {*id, {}, std::make_shared<const image::Config>(config)}}};
    const std::string text = "FROM b AS one\nRUN first\nRUN second\nFROM one\nRUN third\nRUN never\nUSER \n";
    const plan::BuildPlan plan = plan::plan(dockerfile::SyntaxTree::parse(text), {.all = true}, bases);
    remember(shop, plan.steps[1], shop.addLayer({fileEntry("one")}));
    remember(shop, plan.steps[2], shop.addLayer({fileEntry("two")}));
    remember(shop, plan.steps[3], shop.addLayer({fileEntry("three")}));
    const auto at = [&](int stage, std::string_view place) {
        return paths(keptStage(plan, bases, stage, text.find(place), shop.folder(), shop.store()));
    };
    QCOMPARE(at(0, "RUN first"), QByteArray("base"));
    QCOMPARE(at(0, "second"), QByteArray("base one"));
    QCOMPARE(at(1, "RUN third"), QByteArray("base one two"));
    QCOMPARE(at(1, "USER"), QByteArray("base one three two"));
    // An earlier stage as it ends.
    QCOMPARE(at(0, "USER"), QByteArray("base one two"));
    QCOMPARE(at(7, "USER"), QByteArray());
    QCOMPARE(paths(keptStage(plan, bases, 0, text.size(), "/elsewhere", shop.store())), QByteArray("base"));
}

QTEST_GUILESS_MAIN(KeptFilesTest)
#include "kept_files_test.moc"
