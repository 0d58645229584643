#include "plan/add_host.h"

#include <QTest>

using namespace slipway;
using namespace slipway::plan;

class AddHostTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNameAndAnAddressInNumbers() {
        using Host = std::pair<std::string, std::string>;
        QVERIFY(readAddHost("db:10.0.0.1").value() == Host("db", "10.0.0.1"));
        QVERIFY(readAddHost("db=10.0.0.1").value() == Host("db", "10.0.0.1"));
        QVERIFY(readAddHost("six:::1").value() == Host("six", "::1"));
        QVERIFY(readAddHost("six:[fe80::1]").value() == Host("six", "fe80::1"));
        QVERIFY(readAddHost("here:host-gateway").value() == Host("here", "host-gateway"));
    }
    void anythingElseIsRefusedByItsWords() {
        for (const std::string words :
             {"db", "db:", "db:other", "db:10.0.0", "db:[::1", ":10.0.0.1", "=10.0.0.1", ""}) {
            const auto host = readAddHost(words);
            QVERIFY2(!host, words.c_str());
            QVERIFY2(host.error().message.starts_with(words + " "), host.error().message.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(AddHostTest)
#include "add_host_test.moc"
