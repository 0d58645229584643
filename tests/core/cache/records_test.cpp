#include "cache_fixture.h"

using namespace slipway;
using namespace slipway::cache;

namespace {
CacheRecord sample(const std::string& name, const Digest& layer) {
    CacheRecord record;
    record.key.digest = Digest::of("key " + name);
    record.key.inputs = {{"command", "", "make"}, {"environment", "A", "1"}, {"files", "", "x"}};
    record.key.items = {{"file", "a\xff", "1"}};
    record.chainKey = Digest::of("chain " + name);
    record.step = "/f\n" + name;
    record.position = "/f\nrun#1";
    record.text = "RUN make";
    record.layer = layer;
    record.size = 5;
    record.durationMs = 1234;
    record.createdAt = 99;
    record.build = 7;
    record.bootId = "boot";
    return record;
}
}  // namespace

class RecordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void recordsComeBack();
    void longListsComeBackWhenTheyAreWanted();
    void theNewestAtAPositionIsFound();
    void decisions();
    void adoptionRenamesOnce();
    void explanationsNameTheFirstCause();
};

void RecordsTest::recordsComeBack() {
    Workshop shop;
    const CacheRecord record = sample("one", shop.addLayer({fileEntry("a")}));
    QVERIFY(put(shop.store(), record));
    const auto found = find(shop.store(), record.key.digest);
    QVERIFY(found && *found);
    QCOMPARE((*found)->key.inputs, record.key.inputs);
    QCOMPARE((*found)->key.items[0].name, "a\xEF\xBF\xBD");
    QCOMPARE((*found)->layer, record.layer);
    QCOMPARE((*found)->durationMs, 1234);
    QCOMPARE((*found)->position, record.position);
    QCOMPARE((*found)->chainKey, record.chainKey);
    QVERIFY(findByChainKey(shop.store(), record.chainKey)->has_value());
    QVERIFY(!find(shop.store(), Digest::of("none"))->has_value());
}

void RecordsTest::longListsComeBackWhenTheyAreWanted() {
    Workshop shop;
    CacheRecord record = sample("one", shop.addLayer({fileEntry("a")}));
    for (int i = 0; i < 1000; ++i)
        record.key.items.push_back({"file", std::to_string(i), "x"});
    QVERIFY(put(shop.store(), record));
    QVERIFY((*find(shop.store(), record.key.digest))->key.items.empty());
    const auto last = lastOf(shop.store(), record.step);
    QVERIFY(last && *last);
    QVERIFY((*last)->key.items == record.key.items);  // to the byte, also what is no UTF-8
    // Put again, as adopt() does, without having read them.
    CacheRecord again = **find(shop.store(), record.key.digest);
    again.step = "/g\none";
    QVERIFY(put(shop.store(), again));
    QCOMPARE((*lastOf(shop.store(), "/g\none"))->key.items.size(), 1001U);
    // What is no such list, as of a damaged store, is none.
    for (const std::string& other : {std::string("[[\"file\",\"a\",\"1\"]]"), std::string("a\0b\0", 4)}) {
        again.items = *shop.store().putBlob(other);
        QVERIFY(put(shop.store(), again));
        QVERIFY((*lastOf(shop.store(), "/g\none"))->key.items.empty());
    }
}

void RecordsTest::theNewestAtAPositionIsFound() {
    Workshop shop;
    const Digest layer = shop.addLayer({fileEntry("a")});
    QVERIFY(put(shop.store(), sample("one", layer)));
    QVERIFY(put(shop.store(), sample("two", layer)));
    const auto found = lastAt(shop.store(), "/f\nrun#1");
    QVERIFY(found && *found);
    QCOMPARE((*found)->step, "/f\ntwo");
    QCOMPARE((*found)->key.digest, Digest::of("key two"));
    QVERIFY(!lastAt(shop.store(), "/g\nrun#1")->has_value());
}

void RecordsTest::decisions() {
    Workshop shop;
    const CacheRecord record = sample("one", shop.addLayer({fileEntry("a")}));
    QVERIFY(put(shop.store(), record));
    const auto same = decide(shop.store(), record.key.digest, record.chainKey, {});
    QVERIFY(same->record && !same->dockerWouldRerun);
    const auto other = decide(shop.store(), record.key.digest, Digest::of("other"), {});
    QVERIFY(other->record && other->dockerWouldRerun);
    QVERIFY(!decide(shop.store(), Digest::of("none"), record.chainKey, {})->record);
    QVERIFY(!decide(shop.store(), record.key.digest, record.chainKey, {.noCache = true})->record);
    QVERIFY(decide(shop.store(), Digest::of("none"), record.chainKey, {.cutoff = false})->record);
    QVERIFY(!decide(shop.store(), record.key.digest, Digest::of("other"), {.cutoff = false})->record);
}

void RecordsTest::adoptionRenamesOnce() {
    Workshop shop;
    const CacheRecord record = sample("one", shop.addLayer({fileEntry("a")}));
    QVERIFY(put(shop.store(), record));
    const Digest chain = Digest::of("mine");
    QVERIFY(adopt(shop.store(), record, chain, "/mine", "/mine at", "RUN mine"));
    const auto now = find(shop.store(), record.key.digest);
    QCOMPARE((*now)->step, "/mine");
    QCOMPARE((*now)->durationMs, 1234);
    QVERIFY(!decide(shop.store(), record.key.digest, chain, {})->dockerWouldRerun);
    const auto counter = shop.store().record(record.key.digest);
    QVERIFY(adopt(shop.store(), **now, chain, "/mine", "/mine at", "RUN mine"));
    QCOMPARE((*shop.store().record(record.key.digest))->counter, (*counter)->counter);
    // With something newer of the same step it is put again: the next miss is compared with what was used last.
    CacheRecord newer = **now;
    newer.key.digest = Digest::of("newer");
    QVERIFY(put(shop.store(), newer));
    QVERIFY(adopt(shop.store(), **find(shop.store(), record.key.digest), chain, "/mine", "/mine at", "RUN mine"));
    QCOMPARE((*lastOf(shop.store(), "/mine"))->key.digest, record.key.digest);
}

void RecordsTest::explanationsNameTheFirstCause() {
    CacheRecord before = sample("one", {});
    before.key.items = {{"file", "app.py", "1"}, {"file", "b", "1"}};
    const auto why = [&](const auto& change, const char* name = "RUN make") {
        Key now = before.key;
        change(now);
        const Reason reason = explain(now, name, before);
        return QString::fromUtf8(reasonKindName(reason.kind).data()) + ": " + QString::fromStdString(reason.text());
    };
    QCOMPARE(why([](Key&) {}), "none: ");
    const auto otherCommand = [](Key& key) { key.inputs[0].value = "other"; };
    QCOMPARE(why(otherCommand, "RUN other"), "instruction: instruction changed");
    QCOMPARE(why(otherCommand), "instruction: SHELL changed");
    const auto user = [](Key& key) { key.inputs.push_back({"operation", "user", "app"}); };
    QCOMPARE(why(user), "instruction: USER changed");
    QCOMPARE(why(user, "RUN other"), "instruction: instruction changed");
    QCOMPARE(why([](Key& key) { key.inputs[1].value = "2"; }), "variable: A changed");
    QCOMPARE(why([](Key& key) { key.inputs.push_back({"environment", "B", "2"}); }), "variable: B added");
    QCOMPARE(why([](Key& key) {
                 key.inputs[2].value = "y";
                 key.items[0].value = "2";
             }),
             "files: app.py changed");
    QCOMPARE(why([](Key& key) {
                 key.inputs[2].value = "y";
                 key.items[0].value = "2";
                 key.items[1].value = "2";
             }),
             "files: app.py and 1 more changed");
    QCOMPARE(why([](Key& key) {
                 key.inputs[2].value = "y";
                 key.items.pop_back();
             }),
             "files: b removed");
    // Nothing happened to a file that another text doesn't name any more, or that it names as well.
    const auto otherFile = [](Key& key) {
        key.inputs[2].value = "y";
        key.items[1].name = "c";
    };
    QCOMPARE(why(otherFile, "COPY app.py c /"), "instruction: instruction changed");
    QCOMPARE(why(otherFile), "files: b and 1 more changed");
    QCOMPARE(why(
                 [](Key& key) {
                     key.inputs[2].value = "y";
                     key.items[1].value = "2";
                 },
                 "COPY app.py b /other"),
             "files: b changed");
    QCOMPARE(why([](Key& key) { key.inputs.push_back({"lookup", "/app", "missing"}); }), "parent: /app changed below");
    // Who owns what WORKDIR makes is what USER says.
    QCOMPARE(why([](Key& key) {
                 key.inputs.push_back({"lookup", "owner", "65534:65534"});
             }),
             "instruction: USER changed");
    QCOMPARE(explain(before.key, "", {}).kind, ReasonKind::NeverBuilt);
}

QTEST_GUILESS_MAIN(RecordsTest)
#include "records_test.moc"
