#include "layer/rewrites.h"

#include <QTest>

using namespace slipway::layer;

namespace {

Entry entry(std::string path, const std::string& content, EntryType type = EntryType::File) {
    return {.path = std::move(path), .type = type, .size = content.size(), .digest = Digest::of(content)};
}

std::shared_ptr<const Toc> tableOf(std::initializer_list<Entry> entries) {
    TocBuilder builder;
    for (const Entry& each : entries) {
        builder.add(each);
    }
    return builder.build();
}

}  // namespace

class RewritesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFileIsComparedWithTheTopmostBelow() {
        const TocList below = {tableOf({entry("a", "11111"), entry("b", "1")}), tableOf({entry("a", "22")})};
        const auto found = rewrites(below, *tableOf({entry("a", "22"), entry("b", "3"), entry("c", "")}));
        QCOMPARE(found, (std::vector<Rewrite>{{"a", 2, true}, {"b", 1, false}}));
    }

    void onlyFilesCount() {
        const TocList below = {tableOf({entry("a", "1"), entry("b", "", EntryType::Directory),
                                        entry("c", "", EntryType::Symlink), entry("d", "1"), entry("e", "1")}),
                               tableOf({entry("e", "", EntryType::Whiteout)})};
        const auto found = rewrites(
            below, *tableOf({entry("a", "", EntryType::Whiteout), entry("b", "1"), entry("c", "1"), entry("e", "1")}));
        QVERIFY(found.empty());
        QVERIFY(rewrites({}, *tableOf({entry("a", "1")})).empty());
    }
};

QTEST_APPLESS_MAIN(RewritesTest)
#include "rewrites_test.moc"
