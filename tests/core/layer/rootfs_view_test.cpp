#include "layer/rootfs_view.h"
#include "layer/difference.h"

#include <QTest>

#include <algorithm>
#include <map>
#include <random>

using namespace slipway;
using namespace slipway::layer;

namespace {

Entry make(std::string path, EntryType type, std::uint32_t mode, std::string link = {}, std::string content = {}) {
    Entry e;
    e.path = std::move(path);
    e.type = type;
    e.mode = mode;
    e.link = std::move(link);
    if (type == EntryType::File) {
        e.size = content.size();
        e.digest = Digest::of(content);
    }
    return e;
}
Entry dir(std::string path, std::uint32_t mode = 0755) { return make(std::move(path), EntryType::Directory, mode); }
Entry opaque(std::string path) {
    Entry e = dir(std::move(path));
    e.opaque = true;
    return e;
}
Entry file(std::string path, std::string content = "x") {
    return make(std::move(path), EntryType::File, 0644, {}, std::move(content));
}
Entry softlink(std::string path, std::string target) {
    return make(std::move(path), EntryType::Symlink, 0777, std::move(target));
}
Entry gone(std::string path) { return make(std::move(path), EntryType::Whiteout, 0); }

std::shared_ptr<const Toc> layerOf(std::vector<Entry> entries) {
    TocBuilder builder;
    for (Entry& e : entries) {
        builder.add(std::move(e));
    }
    return builder.build();
}
RootfsView viewOf(std::vector<std::vector<Entry>> layers) {
    TocList tocs;
    for (auto& entries : layers) {
        tocs.push_back(layerOf(std::move(entries)));
    }
    return RootfsView(std::move(tocs));
}

std::string walked(const RootfsView& view, std::string_view below = {}) {
    std::string text;
    view.walk(below, [&](const RootfsView::Found& found) { text += found.entry.path + " "; });
    return text;
}

/// The same fold done plainly: layers applied one by one to a tree of paths.
using Plain = std::map<std::string, std::pair<Entry, std::size_t>>;
void removeBelow(Plain& tree, const std::string& path) {
    std::erase_if(tree, [&](const auto& item) { return item.first.starts_with(path + "/"); });
}
Plain plainFold(const TocList& layers) {
    Plain tree;
    for (std::size_t number = 0; number < layers.size(); ++number) {
        const Toc& toc = *layers[number];
        for (std::size_t i = 0; i < toc.size(); ++i) {
            const Entry e = toc.entry(i);
            if (e.type == EntryType::Whiteout) {
                removeBelow(tree, e.path);
                tree.erase(e.path);
            } else if (e.type != EntryType::Directory || e.opaque) {
                removeBelow(tree, e.path);
            }
        }
        for (std::size_t i = 0; i < toc.size(); ++i) {
            const Entry e = toc.entry(i);
            if (e.type == EntryType::Whiteout) {
                continue;
            }
            for (std::size_t slash = e.path.find('/'); slash != std::string::npos;
                 slash = e.path.find('/', slash + 1)) {
                const std::string above = e.path.substr(0, slash);
                const auto known = tree.find(above);
                if (known == tree.end() || known->second.first.type != EntryType::Directory) {
                    tree[above] = {dir(above), number};
                }
            }
            tree[e.path] = {e, number};
        }
    }
    return tree;
}

}  // namespace

class RootfsViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anUpperLayerHidesALowerOne() {
        const auto view = viewOf({{dir("a"), file("a/x", "1"), file("a/y")}, {file("a/x", "22"), gone("a/y")}});
        QCOMPARE(view.lookup("a/x")->entry.size, std::uint64_t{2});
        QCOMPARE(view.lookup("a/x")->layer, std::size_t{1});
        QVERIFY(!view.lookup("a/y"));
        QVERIFY(!view.lookup("a/x/y"));
        QCOMPARE(walked(view), std::string("a a/x "));
    }
    void anImpliedDirectoryNeverHidesARealOne() {
        const auto view = viewOf({{dir("tmp", 01777), file("tmp/a")}, {file("tmp/b"), file("new/c")}});
        QCOMPARE(view.lookup("tmp")->entry.mode, 01777U);
        QVERIFY(!view.lookup("tmp")->implied);
        QVERIFY(view.lookup("new")->implied);
        QCOMPARE(view.lookup("new")->entry.mode, 0755U);
        QCOMPARE(walked(view), std::string("new new/c tmp tmp/a tmp/b "));
    }
    void opaqueDirectoriesAndWhiteoutsHideWholeTrees() {
        const auto view = viewOf({{file("a/b/c"), file("d/e")}, {opaque("a"), file("a/n"), gone("d")}, {file("d/z")}});
        QCOMPARE(walked(view), std::string("a a/n d d/z "));
        QVERIFY(!view.lookup("a/b/c"));
        QVERIFY(!view.lookup("d/e"));
        QVERIFY(view.lookup("d")->implied);
    }
    void aFileInPlaceOfADirectoryHidesIt() {
        const auto view = viewOf({{file("a/b")}, {file("a")}, {file("c")}});
        QCOMPARE(walked(view), std::string("a c "));
        const auto back = viewOf({{file("a")}, {file("a/b")}});
        QCOMPARE(walked(back), std::string("a a/b "));
        QVERIFY(back.lookup("a")->entry.type == EntryType::Directory);
    }
    void walkingIsInByteOrderOfWholePaths() {
        const auto view = viewOf({{file("a/x"), file("a-b"), file("a.b"), file("a0"), file("a-/y"), dir("a")}});
        QCOMPARE(walked(view), std::string("a a- a-/y a-b a.b a/x a0 "));
        QCOMPARE(walked(view, "a"), std::string("a/x "));
        QCOMPARE(view.list("").size(), std::size_t{5});
        QCOMPARE(view.list("nowhere").size(), std::size_t{0});
        QCOMPARE(view.list("a0").size(), std::size_t{0});
    }
    void linksAreFollowedInsideTheRoot() {
        const auto view =
            viewOf({{dir("usr/lib"), file("usr/lib/x"), softlink("lib", "usr/lib"), softlink("abs", "/lib/x"),
                     softlink("out", "../../../usr"), softlink("usr/up", "..")}});
        QCOMPARE(view.find("lib/x").value().entry.path, std::string("usr/lib/x"));
        QCOMPARE(view.find("/abs").value().entry.path, std::string("usr/lib/x"));
        QVERIFY(view.find("abs", false).value().entry.type == EntryType::Symlink);
        QCOMPARE(view.find("out/lib/x").value().entry.path, std::string("usr/lib/x"));
        QCOMPARE(view.find("../..//usr/./up/lib/").value().entry.path, std::string("usr/lib"));
        QCOMPARE(view.find("").value().entry.path, std::string(""));
        QCOMPARE(view.resolve("lib/new/thing").value(), std::string("usr/lib/new/thing"));
        QCOMPARE(view.resolve("lib/new/../x/").value(), std::string("usr/lib/x"));
        QCOMPARE(view.resolve("/").value(), std::string(""));
        QVERIFY(view.find("lib/none").error().code == ErrorCode::NotFound);
        QVERIFY(!view.lookup("lib/x"));
    }
    void linksInACircleAreAnError() {
        const auto view = viewOf({{softlink("a", "b"), softlink("b", "a"), softlink("self", "self/x")}});
        QVERIFY(view.find("a").error().code == ErrorCode::Invalid);
        QVERIFY(view.resolve("self").error().code == ErrorCode::Invalid);
    }
    void aHardLinkLeadsToItsFile() {
        const auto view = viewOf({{file("f", "one"), make("h", EntryType::Hardlink, 0644, "f")}, {file("f", "two")}});
        QCOMPARE(view.linked(view.lookup("h").value())->entry.digest, Digest::of("one"));
        const auto lower = viewOf({{file("f", "one")}, {make("h", EntryType::Hardlink, 0644, "f")}});
        QCOMPARE(lower.linked(lower.lookup("h").value())->entry.digest, Digest::of("one"));
        const auto none = viewOf({{make("h", EntryType::Hardlink, 0644, "f")}});
        QVERIFY(!none.linked(none.lookup("h").value()));
    }
    void anEmptyViewHasARoot() {
        const RootfsView view;
        QVERIFY(view.lookup("")->implied);
        QVERIFY(!view.lookup("x"));
        QCOMPARE(viewOf({{dir("", 0700)}, {file("x")}}).lookup("")->entry.mode, 0700U);
    }
    void foldingAgreesWithApplyingLayersOneByOne() {
        std::mt19937 random(7);
        const std::vector<std::string> names{"a", "b", "a-", "c"};
        for (int round = 0; round < 400; ++round) {
            std::vector<std::vector<Entry>> layers(random() % 4 + 1);
            for (auto& entries : layers) {
                std::map<std::string, Entry> unique;
                for (auto k = random() % 8; k > 0; --k) {
                    std::string path = names[random() % names.size()];
                    for (auto depth = random() % 3; depth > 0; --depth) {
                        path += "/" + names[random() % names.size()];
                    }
                    const auto kind = random() % 6;
                    unique[path] = kind == 0   ? gone(path)
                                   : kind == 1 ? opaque(path)
                                   : kind <= 3 ? dir(path, static_cast<std::uint32_t>(0700 + random() % 8))
                                               : file(path, std::to_string(random()));
                }
                for (auto& [path, e] : unique) {
                    // no layer has entries below its own file
                    bool sound = true;
                    for (std::size_t slash = path.find('/'); slash != std::string::npos;
                         slash = path.find('/', slash + 1)) {
                        const auto above = unique.find(path.substr(0, slash));
                        sound = sound && (above == unique.end() || above->second.type == EntryType::Directory);
                    }
                    if (sound) {
                        entries.push_back(e);
                    }
                }
            }
            const auto view = viewOf(layers);
            const Plain plain = plainFold(view.layers());
            std::string expected;
            for (const auto& [path, item] : plain) {
                expected += path + " ";
                const auto found = view.lookup(path);
                QVERIFY2(found, path.c_str());
                if (!found->implied) {
                    QVERIFY2(found->entry == item.first && found->layer == item.second, path.c_str());
                } else {
                    QVERIFY(item.first == found->entry);
                }
            }
            QCOMPARE(walked(view), expected);
        }
    }
    void differencesAreFoundAndTimesAreNone() {
        auto base =
            layerOf({dir("etc"), file("etc/a", "1"), file("etc/b", "2"), dir("usr/share"), file("usr/share/x")});
        Entry later = file("etc/a", "1");
        later.mtime = 99;
        const auto upper = layerOf({later, file("etc/b", "333"), file("opt/n", "4444"), gone("usr/share")});
        const auto changes = difference(RootfsView({base}), RootfsView({base, upper}));
        QCOMPARE(changes.size(), std::size_t{5});
        QCOMPARE(changes[0].path, std::string("etc/b"));
        QVERIFY(changes[0].kind == ChangeKind::Modified && changes[0].sizeA == 1 && changes[0].sizeB == 3);
        QVERIFY(changes[1].path == "opt" && changes[1].kind == ChangeKind::Added &&
                changes[1].type == EntryType::Directory);
        QVERIFY(changes[2].path == "opt/n" && changes[2].sizeB == 4);
        QVERIFY(changes[3].path == "usr/share" && changes[3].kind == ChangeKind::Removed);
        QVERIFY(changes[4].path == "usr/share/x" && changes[4].sizeA == 1);
        QVERIFY(difference(RootfsView({base, upper}), RootfsView({base, upper})).empty());
    }
    void aFileAndAHardLinkWithTheSameContentAreEqual() {
        const auto a = viewOf({{file("f", "same"), file("g", "same")}});
        const auto b = viewOf({{file("f", "same"), make("g", EntryType::Hardlink, 0644, "f")}});
        QVERIFY(difference(a, b).empty());
        const auto c = viewOf({{file("f", "other"), make("g", EntryType::Hardlink, 0644, "f")}});
        QCOMPARE(difference(a, c).size(), std::size_t{2});
    }
};

QTEST_GUILESS_MAIN(RootfsViewTest)
#include "rootfs_view_test.moc"
