#include "insight/comparison.h"

#include <nlohmann/json.hpp>

#include <QTemporaryDir>
#include <QTest>

using namespace slipway;
using namespace slipway::insight;
using layer::ChangeKind;
using layer::Digest;
using layer::Entry;
using layer::EntryType;

namespace {

Entry file(std::string path, std::uint64_t size, const std::string& content = "x") {
    Entry e;
    e.path = std::move(path);
    e.mode = 0644;
    e.size = size;
    e.digest = Digest::of(content);
    return e;
}

/// A store with layers made of tables alone, which is all that comparing looks at.
class Made {
public:
    Made() : m_store(store::Store::open(m_folder.path().toStdString() + "/store").value()) {}

    Digest layer(const std::string& name, std::vector<Entry> entries) {
        layer::TocBuilder builder;
        for (Entry& e : entries) {
            builder.add(std::move(e));
        }
        const auto toc = builder.build();
        store::Layer made;
        // Its tar is the name: nothing here reads one.
        made.diffId = m_store->putBlob(name).value();
        made.toc = m_store->putBlob(toc->serialize()).value();
        made.size = toc->contentSize();
        made.tarSize = name.size();
        if (const auto put = m_store->putLayer(made); !put) {
            qFatal("%s", put.error().describe().c_str());
        }
        return made.diffId;
    }
    store::Image image(const std::vector<Digest>& layers, bool history = true) {
        image::Config config;
        config.diffIds = layers;
        for (std::size_t i = 0; history && i < layers.size(); ++i) {
            config.history.push_back({.createdBy = "ENV A=" + std::to_string(i), .emptyLayer = true});
            config.history.push_back({.createdBy = "step " + std::to_string(i)});
        }
        return m_store->image(m_store->putImage(config).value()).value().value();
    }
    void tag(const std::string& name, const store::Image& image) {
        if (const auto done = m_store->setTag("docker.io/library/" + name, image.id); !done) {
            qFatal("%s", done.error().describe().c_str());
        }
    }
    [[nodiscard]] const store::Store& store() const { return *m_store; }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<store::Store> m_store;
};

}  // namespace

class ComparisonTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatADevelopmentImageHasMore() {
        Made made;
        const Digest base = made.layer("base", {file("bin/sh", 100), file("etc/a", 10)});
        const Digest app = made.layer("app", {file("srv/app.py", 5)});
        const Digest tools = made.layer(
            "tools", {file("usr/lib/pylint/big", 1000), file("usr/lib/pylint/small", 1), file("srv/app.py", 7, "y")});
        const auto c = compare(made.store(), made.image({base, app}), made.image({base, app, tools})).value();
        QCOMPARE(c.sharedSize, std::uint64_t{115});
        QCOMPARE(c.onlyASize, std::uint64_t{0});
        QCOMPARE(c.onlyBSize, std::uint64_t{1008});
        QCOMPARE(c.layers.size(), std::size_t{3});
        QVERIFY(c.layers[0].side == Side::Both && c.layers[2].side == Side::B);
        QCOMPARE(c.layers[2].step, std::string("step 2"));
        // largest difference first; the folders that came with them too
        QCOMPARE(c.files[0].path, std::string("usr/lib/pylint/big"));
        QVERIFY(c.files[0].kind == ChangeKind::Added);
        QCOMPARE(c.files[1].path, std::string("srv/app.py"));
        QVERIFY(c.files[1].kind == ChangeKind::Modified && c.files[1].sizeA == 5 && c.files[1].sizeB == 7);
        QCOMPARE(c.files[2].path, std::string("usr/lib/pylint/small"));
    }
    void aBaseWithoutAHistoryIsNamedByItsTag() {
        Made made;
        const Digest base = made.layer("base", {file("bin/sh", 100)});
        const Digest app = made.layer("app", {file("srv/app.py", 5)});
        made.tag("ubuntu:20.04", made.image({base}, false));
        const store::Image built = made.image({base, app}, false);
        QCOMPARE(layerWords(made.store(), built), (std::vector<std::string>{"FROM ubuntu:20.04", ""}));
        // One that has a history says itself what made it.
        QCOMPARE(layerWords(made.store(), made.image({base, app})), (std::vector<std::string>{"step 0", "step 1"}));
        QCOMPARE(compare(made.store(), built, built).value().layers[0].step, std::string("FROM ubuntu:20.04"));
    }
    void theOtherWayRoundIsRemoved() {
        Made made;
        const Digest base = made.layer("base", {file("a", 1)});
        const Digest more = made.layer("more", {file("b", 2)});
        const auto c = compare(made.store(), made.image({base, more}), made.image({base})).value();
        QCOMPARE(c.onlyASize, std::uint64_t{2});
        QCOMPARE(c.files.size(), std::size_t{1});
        QVERIFY(c.files[0].kind == ChangeKind::Removed);
    }
    void anImageIsEqualToItself() {
        Made made;
        const Digest base = made.layer("base", {file("a", 1)});
        // the same layer twice counts twice on both sides
        const store::Image image = made.image({base, base});
        const auto c = compare(made.store(), image, image).value();
        QVERIFY(c.files.empty());
        QCOMPARE(c.sharedSize, std::uint64_t{2});
        QCOMPARE(c.onlyASize + c.onlyBSize, std::uint64_t{0});
    }
    void imagesOfDifferentHistoriesCanHaveTheSameFiles() {
        Made made;
        const auto c = compare(made.store(), made.image({made.layer("one", {file("a", 1)})}),
                               made.image({made.layer("two", {file("a", 1)})}))
                           .value();
        QVERIFY(c.files.empty());
        QCOMPARE(c.sharedSize, std::uint64_t{0});
        QCOMPARE(c.onlyASize, std::uint64_t{1});
        QCOMPARE(c.onlyBSize, std::uint64_t{1});
    }
    void aMissingTableIsAnError() {
        Made made;
        store::Image image = made.image({made.layer("base", {file("a", 1)})});
        image.layers[0].diffId = Digest::of("never stored");
        QVERIFY(!compare(made.store(), image, image));
    }
    void theJsonIsTheDocumentedOne() {
        Made made;
        const Digest base = made.layer("base", {file("a", 1)});
        auto c = compare(made.store(), made.image({base}), made.image({base, made.layer("odd", {file("caf\xe9", 3)})}))
                     .value();
        c.nameA = "runtime";
        c.nameB = "dev";
        const auto json = nlohmann::json::parse(comparisonJson(c));
        QCOMPARE(json["a"]["name"].get<std::string>(), std::string("runtime"));
        QCOMPARE(json["shared_size"].get<int>(), 1);
        QCOMPARE(json["only_a_size"].get<int>(), 0);
        QCOMPARE(json["only_b_size"].get<int>(), 3);
        QCOMPARE(json["layers"].size(), std::size_t{2});
        QCOMPARE(json["files"][0]["change"].get<std::string>(), std::string("added"));
        QCOMPARE(json["files"][0]["size_b"].get<int>(), 3);
        // a name that isn't UTF-8 must not break the document
        QCOMPARE(json["files"][0]["path"].get<std::string>(), std::string("/caf\xef\xbf\xbd"));
    }
    void changesAreGroupedByFolder() {
        const std::vector<layer::Change> changes{
            {"usr/lib/python3/a", ChangeKind::Added, 0, 10, EntryType::File},
            {"usr/lib/python3/b/c", ChangeKind::Added, 0, 5, EntryType::File},
            {"etc/x", ChangeKind::Removed, 30, 0, EntryType::File},
            {"etc/y", ChangeKind::Modified, 1, 2, EntryType::File},
            {"usr/lib/python3", ChangeKind::Added, 0, 0, EntryType::Directory},
        };
        const ChangeNode root = changeTree(changes);
        QCOMPARE(root.files, std::size_t{4});
        QCOMPARE(root.children.size(), std::size_t{2});
        QCOMPARE(root.children[0].name, std::string("etc"));
        QCOMPARE(root.children[1].name, std::string("usr/lib/python3"));
        QVERIFY(root.children[1].kind == ChangeKind::Added);
        QCOMPARE(root.children[1].sizeB, std::uint64_t{15});
        QVERIFY(root.children[0].kind == ChangeKind::Modified);
        QVERIFY(changeTree({}).children.empty());
    }
};

QTEST_GUILESS_MAIN(ComparisonTest)
#include "comparison_test.moc"
