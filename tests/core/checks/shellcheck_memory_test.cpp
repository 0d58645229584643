// What was learned is said at once, of the texts as they are asked for now.
#include "checks/shellcheck_memory.h"

#include <nlohmann/json.hpp>

#include <QtTest>

using namespace slipway::checks;
using Json = nlohmann::json;

class ShellcheckMemoryTest : public QObject {
    Q_OBJECT

    int m_runs = 0;
    std::vector<std::string> m_asked;

    /// Says of each text that holds "bad" that its second line is.
    ShellcheckRunner runner() {
        return [this](std::span<const std::string> texts) {
            ++m_runs;
            m_asked.assign(texts.begin(), texts.end());
            Json comments = Json::array();
            for (std::size_t i = 0; i < texts.size(); ++i)
                if (texts[i].contains("bad"))
                    comments.push_back({{"file", "/tmp/x/" + std::to_string(i)}, {"line", 2}, {"code", 2086}});
            return Json{{"comments", comments}}.dump();
        };
    }
    static std::vector<std::string> filesOf(const std::string& answer) {
        std::vector<std::string> out;
        const Json whole = Json::parse(answer);
        for (const Json& comment : whole.at("comments"))
            out.push_back(comment.at("file"));
        return out;
    }

private Q_SLOTS:
    void nothingIsSaidBeforeItIsLearned() {
        ShellcheckMemory memory;
        const std::vector<std::string> texts{"good", "bad one"};
        QVERIFY(!memory.owes());
        QVERIFY(filesOf(memory.answers()(texts)).empty());
        QVERIFY(memory.owes());
        memory.learn(runner());
        QVERIFY(!memory.owes());
        QCOMPARE(filesOf(memory.answers()(texts)), std::vector<std::string>{"1"});
        QVERIFY(!memory.owes());
    }

    void whatMovedIsSaidOfItsNewPlaceAndWhatIsNewIsAskedAlone() {
        ShellcheckMemory memory;
        memory.answers()(std::vector<std::string>{"good", "bad one"});
        memory.learn(runner());
        const std::vector<std::string> now{"bad one", "good", "bad two"};
        QCOMPARE(filesOf(memory.answers()(now)), std::vector<std::string>{"0"});
        memory.learn(runner());
        QCOMPARE(m_asked, std::vector<std::string>{"bad two"});
        QCOMPARE(filesOf(memory.answers()(now)), (std::vector<std::string>{"0", "2"}));
    }

    void aProgramThatIsNotThereIsAskedOnce() {
        ShellcheckMemory memory;
        const std::vector<std::string> texts{"bad"};
        memory.answers()(texts);
        memory.learn([](std::span<const std::string>) { return std::string(); });
        QVERIFY(filesOf(memory.answers()(texts)).empty());
        QVERIFY(!memory.owes());
    }
};

QTEST_GUILESS_MAIN(ShellcheckMemoryTest)
#include "shellcheck_memory_test.moc"
