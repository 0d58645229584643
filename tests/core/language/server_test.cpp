// How much the language server does for what it is asked.
#include "server_client.h"

#include <QTest>

#include <algorithm>
#include <functional>

using namespace slipway;
using nlohmann::json;
using test::CountingHost;
using test::ServerClient;

namespace {

const json kAppliesEdits{{"workspace", {{"applyEdit", true}}}};

json actionNamed(const json& actions, std::string_view title) {
    const auto found = std::ranges::find_if(actions, [&](const json& each) { return each.at("title") == title; });
    return found == actions.end() ? json() : *found;
}

}  // namespace

class ServerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aBaseIsAskedForOnce() {
        CountingHost host;
        host.known = {"debian:13"};
        ServerClient client(host);
        client.open("FROM debian:13 AS a\nFROM alpine\n");
        QCOMPARE(host.asked, (std::vector<std::string>{"debian:13", "alpine"}));
        client.change("FROM debian:13 AS a\nRUN b\nFROM alpine\n");
        QCOMPARE(host.asked.size(), 2U);
        client.change("FROM debian:13 AS a\nRUN b\nFROM busybox\n");
        QCOMPARE(host.asked, (std::vector<std::string>{"debian:13", "alpine", "busybox"}));
        client.change("FROM alpine\n");
        QCOMPARE(host.asked.size(), 3U);
    }

    void actionsLookAtWhatTheyAreAskedFor() {
        CountingHost host;
        ServerClient client(host);
        client.open("FROM a:1 AS b\nRUN c\nMAINTAINER d\n");
        const int projects = host.projects;
        (void)client.actions(1);
        QCOMPARE(host.forecasters, 0);  // nothing is wrong there
        QVERIFY(!client.actions(2).empty());
        QVERIFY(host.forecasters > 0);
        QCOMPARE(host.projects, projects);  // and nobody looks at the disk for it
    }

    void whatGoesThroughAllOfTheFileIsDoneWhenItIsChosen() {
        CountingHost host;
        ServerClient client(host, kAppliesEdits);
        client.open("FROM a:1 AS b\nENV c d\nENV e f\n");
        const json actions = client.actions(1);
        QVERIFY(actionNamed(actions, "Write an equals sign").contains("edit"));
        for (const auto& [title, edits] :
             {std::pair("Mend every LegacyKeyValueFormat", 2), std::pair("Mend all that can be mended", 2)}) {
            const json action = actionNamed(actions, title);
            QVERIFY2(action.contains("command") && !action.contains("edit"), title);
            (void)client.ask("workspace/executeCommand", action.at("command"));
            const auto asked = std::ranges::find_if(host.sent.rbegin(), host.sent.rend(), [](const json& each) {
                return each.value("method", "") == "workspace/applyEdit";
            });
            QVERIFY(asked != host.sent.rend());
            const json& changes = asked->at("params").at("edit").at("changes").at(ServerClient::kUri);
            QCOMPARE(changes.size(), static_cast<std::size_t>(edits));
            host.sent.clear();
        }
        // An action of an older text does nothing.
        client.change("FROM a:1 AS b\n");
        (void)client.ask("workspace/executeCommand",
                         actionNamed(actions, "Mend every LegacyKeyValueFormat").at("command"));
        QVERIFY(std::ranges::none_of(host.sent, [](const json& each) {
            return each.contains("method") && each.at("method") == "workspace/applyEdit";
        }));
    }

    void placesAreCountedInUnitsHoweverTheyFollowEachOther() {
        CountingHost host;
        ServerClient client(host,
                            {{"textDocument", {{"documentSymbol", {{"hierarchicalDocumentSymbolSupport", true}}}}}});
        const std::string text = "FROM a AS b\nENV \u00e9=1 \U0001F600x=\"\U0001F600\" y=\u00e9\nARG z\u20ac=\u20ac\n";
        client.open(text);
        const QStringList lines = QString::fromStdString(text).split('\n');
        QStringList names;
        const std::function<void(const json&)> look = [&](const json& symbol) {
            const json& range = symbol.at("selectionRange");
            const int begin = range.at("start").at("character"), end = range.at("end").at("character");
            names << lines[range.at("start").at("line").get<int>()].mid(begin, end - begin);
            QCOMPARE(names.last(), QString::fromStdString(symbol.at("name")));
            for (const json& child : symbol.at("children"))
                look(child);
        };
        for (const json& symbol :
             client.ask("textDocument/documentSymbol", {{"textDocument", {{"uri", ServerClient::kUri}}}}))
            look(symbol);
        for (const char* const name : {"\u00e9", "\U0001F600x", "y", "z\u20ac"})
            QVERIFY2(names.contains(QString::fromUtf8(name)), name);
    }

    void aFolderOfTheContextIsReadOnceForAllLinks() {
        CountingHost host;
        ServerClient client(host);
        std::string text = "FROM a\n";
        for (int i = 0; i < 20; ++i)
            text += "COPY a b c d/a ./d/../b /e/\n";
        client.open(text);
        host.folders = 0;
        const json links = client.ask("textDocument/documentLink", {{"textDocument", {{"uri", ServerClient::kUri}}}});
        QCOMPARE(links.size(), std::size_t{1 + 20 * 4});  // the image's page; a, b, d/a and b again
        QCOMPARE(host.folders, 2);
    }
};

QTEST_APPLESS_MAIN(ServerTest)
#include "server_test.moc"
