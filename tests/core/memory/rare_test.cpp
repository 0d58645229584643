// Fields that are mostly empty: they read as std::optional and std::vector do, and copies share nothing.
#include "memory/rare.h"

#include <QTest>

#include <span>
#include <string>

using namespace slipway::memory;

class RareTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void emptyOnesTakeAPointersRoom() {
        QCOMPARE(sizeof(Rare<std::string>), sizeof(void*));
        QCOMPARE(sizeof(Few<std::string>), sizeof(void*));
    }

    void aRareValueReadsAsAnOptional() {
        Rare<std::string> value;
        QVERIFY(!value && !value.has_value());
        QCOMPARE(value.value_or("none"), std::string("none"));
        value = std::string("text");
        QVERIFY(value.has_value());
        QCOMPARE(*value, std::string("text"));
        QCOMPARE(value->size(), 4U);
        QCOMPARE(value.value_or("none"), std::string("text"));
        value = std::optional<std::string>();
        QVERIFY(!value);
        value = std::optional<std::string>("again");
        QCOMPARE(*value, std::string("again"));
        value.reset();
        QVERIFY(value == Rare<std::string>(std::nullopt));
    }

    void copiesOfARareValueShareNothing() {
        Rare<std::string> one = std::string("one");
        Rare<std::string> other = one;
        QVERIFY(one == other);
        *other += " more";
        QCOMPARE(*one, std::string("one"));
        QVERIFY(!(one == other) && !(one == Rare<std::string>()));
        other = std::move(one);
        QCOMPARE(*other, std::string("one"));
        other = *&other;
        QCOMPARE(*other, std::string("one"));
    }

    void aFewReadAsAVector() {
        Few<std::string> list;
        QVERIFY(list.empty() && list.begin() == list.end());
        QCOMPARE(list.size(), 0U);
        const std::vector<std::string>& none = list;
        QVERIFY(none.empty());
        list.push_back("a");
        list.emplace_back(2, 'b');
        QCOMPARE(list.front() + list[1] + list.back(), std::string("abbbb"));
        QCOMPARE(std::span<const std::string>(list).size(), 2U);
        const std::vector<std::string>& all = list;
        QCOMPARE(all, (std::vector<std::string>{"a", "bb"}));
        list.pop_back();
        QCOMPARE(list.size(), 1U);
        list.clear();
        QVERIFY(list.empty());
    }

    void copiesOfAFewShareNothing() {
        const Few<std::string> one{"a", "b"};
        Few<std::string> other = one;
        QVERIFY(one == other);
        other[0] = "c";
        QCOMPARE(one[0], std::string("a"));
        QVERIFY(!(one == other));
        // One that has had something is as empty as one that never had.
        other.pop_back();
        other.pop_back();
        QVERIFY(other == Few<std::string>());
        QVERIFY(other == Few<std::string>(std::vector<std::string>()));
        other = one;
        QCOMPARE(other.size(), 2U);
    }
};

QTEST_APPLESS_MAIN(RareTest)
#include "rare_test.moc"
