#include "lsp/changed_text.h"
#include "server_client.h"

#include <QElapsedTimer>
#include <QTest>

#include <array>
#include <random>

using namespace slipway;
using lsp::Encoding;
using nlohmann::json;
using test::CountingHost;
using test::ServerClient;

namespace {

json rangeOf(int startLine, int startCharacter, int endLine, int endCharacter) {
    return {{"start", {{"line", startLine}, {"character", startCharacter}}},
            {"end", {{"line", endLine}, {"character", endCharacter}}}};
}

/// In one text after the other, with all places counted anew.
void changeSlowly(std::string& text, Encoding encoding, const json& range, const std::string& replacement) {
    const text::LineIndex lines(text);
    const text::Range bytes = lsp::Places(text, lines, encoding).range(range);
    text.replace(bytes.begin, bytes.size(), replacement);
}

/// What a text is made of here: characters of each length, and each line end.
std::string piece(std::mt19937& random, Encoding encoding) {
    // In bytes a place may be within a character, so that what remains is none: of one byte each they stay whole.
    static constexpr std::array kPieces{"a", "RUN x", "\n", "\r\n", "\r", "\n\n", "\u00e9", "\u20ac", "\U0001F600", ""};
    std::string out;
    for (auto count = random() % 4; count > 0; --count)
        out += kPieces[random() % (encoding == Encoding::Utf8 ? 6 : kPieces.size())];
    return out;
}

}  // namespace

class ChangedTextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void manyChangesAreThoseMadeOneByOne_data() {
        QTest::addColumn<bool>("inBytes");
        QTest::newRow("UTF-16") << false;
        QTest::newRow("UTF-8") << true;
    }
    void manyChangesAreThoseMadeOneByOne() {
        QFETCH(bool, inBytes);
        const Encoding encoding = inBytes ? Encoding::Utf8 : Encoding::Utf16;
        std::mt19937 random(11);
        const auto below = [&](unsigned most) { return static_cast<int>(random() % most); };
        for (int turn = 0; turn < 400; ++turn) {
            std::string slow;
            for (int i = 0; i < 12; ++i)
                slow += piece(random, encoding);
            lsp::ChangedText text(slow, encoding);
            json said = json::array({slow});
            for (int i = 0; i < 30; ++i) {
                const std::string replacement = piece(random, encoding);
                if (below(40) == 0) {
                    text.replaceAll(replacement);
                    slow = replacement;
                    continue;
                }
                // Also behind a line's end and the last line, and with an end before its beginning.
                const int line = below(9), character = below(9);
                const json range = below(8) == 0 ? rangeOf(line, character, below(9), below(9))
                                                 : rangeOf(line, character, line + below(2), character + below(3));
                said.push_back({range, replacement});
                changeSlowly(slow, encoding, range, replacement);
                text.replace(range, replacement);
                lsp::ChangedText now = text;
                const std::string fast = std::move(now).take();
                QVERIFY2(fast == slow, said.dump().c_str());
            }
        }
    }

    void whatIsNoRangeThrows() {
        lsp::ChangedText text("FROM a\n", Encoding::Utf16);
        QVERIFY_THROWS_EXCEPTION(json::exception, text.replace({{"start", 1}}, "x"));
        QVERIFY_THROWS_EXCEPTION(json::exception, text.replace(rangeOf(0, 0, 0, 0).at("start"), "x"));
    }

    void theServerKnowsTheTextAfterAllChangesOfAMessage() {
        CountingHost host;
        ServerClient client(host);
        std::string text = "FROM scratch AS base\n";
        for (int i = 0; i < 300; ++i)
            text += "ENV A" + std::to_string(i) + "=1\n";
        client.open(text);
        json changes = json::array();
        for (int i = 0; i < 300; ++i)  // up and down
            changes.push_back(
                {{"range", rangeOf(i % 2 == 0 ? i + 1 : 301 - i, 4, i % 2 == 0 ? i + 1 : 301 - i, 5)}, {"text", "B"}});
        changes.push_back({{"range", rangeOf(0, 16, 0, 20)}, {"text", "other"}});
        client.notify("textDocument/didChange",
                      {{"textDocument", {{"uri", ServerClient::kUri}, {"version", 2}}}, {"contentChanges", changes}});
        const json symbols =
            client.ask("textDocument/documentSymbol", {{"textDocument", {{"uri", ServerClient::kUri}}}});
        const std::string told = symbols.dump();
        QVERIFY2(told.contains("other") && told.contains("B299") && told.contains("B0"), told.c_str());
        QVERIFY(!told.contains("\"A1\""));
    }

    /// Time is that of the text, not of the text for each of them.
    void manyChangesTakeNoLongTime() {
        std::string text;
        for (int i = 0; i < 20'000; ++i)
            text += "ENV A" + std::to_string(i) + "=\"a value that isn't short\" # \u00e9\n";
        lsp::ChangedText changed(text, Encoding::Utf16);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 3'000; ++i)
            changed.replace(rangeOf(19'000 - i * 5, 10, 19'000 - i * 5, 12), "new\n");
        const auto milliseconds = timer.elapsed();
        QVERIFY2(milliseconds < 500, qPrintable(QString::number(milliseconds)));
        QCOMPARE(std::ranges::count(std::move(changed).take(), '\n'), 23'000);
    }
};

QTEST_APPLESS_MAIN(ChangedTextTest)
#include "changed_text_test.moc"
