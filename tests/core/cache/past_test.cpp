#include "cache/past.h"
#include "cache_fixture.h"

using namespace slipway;
using namespace slipway::cache;

namespace {

plan::BuildPlan planOf(const std::string& text) {
    return plan::plan(dockerfile::SyntaxTree::parse(text), {.all = true}, {});
}

/// As a build puts it.
void remember(Workshop& shop, const plan::Step& step, const Digest& layer, std::int64_t milliseconds) {
    CacheRecord record;
    record.key.digest = Digest::of(step.id);
    record.chainKey = Digest::of("chain " + step.id);
    record.step = stepIdentity(shop.folder(), step);
    record.layer = layer;
    record.durationMs = milliseconds;
    QVERIFY(put(shop.store(), record));
}

}  // namespace

class PastTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void stepsHaveTheirTimesAndLayers();
    void whatIsStillSoIsNotWorkedOutAgain();
};

void PastTest::stepsHaveTheirTimesAndLayers() {
    Workshop shop;
    const plan::BuildPlan plan = planOf("FROM base AS a\nRUN one\nRUN two\nFROM a\nRUN three\nRUN never\n");
    remember(shop, plan.steps[1], shop.addLayer({fileEntry("x"), fileEntry("y"), fileEntry("z")}), 1200);
    remember(shop, plan.steps[2], shop.addLayer({fileEntry("y", "yy")}, {{"y", "yy"}}), 0);
    remember(shop, plan.steps[3], shop.addLayer({fileEntry("x", "x", 0600), fileEntry("y", "other")}, {{"y", "other"}}),
             5);
    const plan::Past past = pastOf(plan, shop.folder(), shop.store());
    QCOMPARE(past.size(), 3U);
    QCOMPARE(past.at(plan.steps[1].id).durationMs, std::optional<std::int64_t>(1200));
    QCOMPARE(past.at(plan.steps[1].id).layer->size(), 3U);
    QVERIFY(past.at(plan.steps[1].id).rewritten.empty());
    QCOMPARE(past.at(plan.steps[2].id).rewritten, (std::vector<layer::Rewrite>{{"y", 1, false}}));
    // Over stages; what the step between has written is what is hidden now.
    QCOMPARE(past.at(plan.steps[3].id).rewritten, (std::vector<layer::Rewrite>{{"y", 2, false}, {"x", 1, true}}));
    QVERIFY(pastOf(plan, "/elsewhere", shop.store()).empty());
}

void PastTest::whatIsStillSoIsNotWorkedOutAgain() {
    Workshop shop;
    const plan::BuildPlan plan = planOf("FROM base\nRUN one\nRUN two\n");
    const Digest same = shop.addLayer({fileEntry("x")});
    remember(shop, plan.steps[1], same, 1);
    remember(shop, plan.steps[2], same, 2);
    plan::Past before = pastOf(plan, shop.folder(), shop.store());
    before.at(plan.steps[2].id).rewritten = {{"from before", 1, true}};
    QCOMPARE(pastOf(plan, shop.folder(), shop.store(), before).at(plan.steps[2].id).rewritten,
             before.at(plan.steps[2].id).rewritten);
    // What it stands on is another.
    const plan::BuildPlan edited = planOf("FROM base\nRUN other\nRUN two\n");
    QVERIFY(pastOf(edited, shop.folder(), shop.store(), before).at(plan.steps[2].id).rewritten.empty());
}

QTEST_GUILESS_MAIN(PastTest)
#include "past_test.moc"
