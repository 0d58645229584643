// What the build context on disk gives: its folders, a .dockerignore's names, where a name leads.
#include "language/context_folder.h"
#include "language/definition.h"
#include "language/ignore_completion.h"
#include "language/signature.h"

#include "marked.h"

#include <QtTest>

#include <filesystem>
#include <fstream>

using namespace slipway;
using namespace slipway::language;
using dockerfile::SyntaxTree;

namespace {

std::vector<std::string> namesOf(const std::vector<ContextEntry>& entries) {
    std::vector<std::string> out;
    for (const ContextEntry& entry : entries)
        out.push_back(entry.directory ? entry.name + '/' : entry.name);
    return out;
}

std::vector<std::string> labelsOf(const std::vector<Completion>& items) {
    std::vector<std::string> out;
    for (const Completion& item : items)
        out.push_back(item.label);
    return out;
}

using Strings = std::vector<std::string>;

}  // namespace

class ContextTest : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string m_root;

    void write(const std::string& name) const {
        const std::filesystem::path path = m_root + '/' + name;
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path) << "x";
    }

private Q_SLOTS:
    void initTestCase() {
        m_root = m_folder.path().toStdString();
        for (const char* name : {"app.py", "b.log", "src/main.c", "src/deep/x.log", "logs/y.log", "logs/keep.txt"})
            write(name);
    }

    void foldersComeFirstAndWhatIsIgnoredNot() {
        const auto all = contextFolder(m_root, {});
        QCOMPARE(namesOf(all("")), (Strings{"logs/", "src/", "app.py", "b.log"}));
        const auto ignore = context::Ignore::compile(context::readIgnoreFile("*.log\nlogs\n!logs/keep.txt\n"));
        QVERIFY(ignore);
        const auto some = contextFolder(m_root, *ignore);
        QCOMPARE(namesOf(some("")), (Strings{"logs/", "src/", "app.py"}));  // an exception can match below
        QCOMPARE(namesOf(some("logs")), (Strings{"keep.txt"}));
    }

    void nothingOutsideOfTheRootIsListed() {
        const auto all = contextFolder(m_root + "/src", {});
        QCOMPARE(namesOf(all("../..")), namesOf(all("")));
        QVERIFY(all("no/such/folder").empty());
    }

    void anIgnoreFilesNamesAreThoseOnDisk() {
        const auto all = contextFolder(m_root, {});
        const auto at = [&](const std::string& marked) {
            const Marked text(marked);
            return labelsOf(completeIgnore(text.text, all, text.place()));
        };
        QCOMPARE(at("*.txt\nlo^"), (Strings{"logs"}));
        QCOMPARE(at("!src/^"), (Strings{"deep", "main.c"}));
        QCOMPARE(at("# lo^"), Strings());
        QCOMPARE(at("src/*/^"), Strings());
        QCOMPARE(at("^"), (Strings{"logs", "src", "app.py", "b.log", "**/", "*", "!"}));
        QCOMPARE(at("!*^"), (Strings{"**/", "*"}));
    }

    void aNameLeadsToItsDefinitionOrToAFile() {
        Surroundings around;
        around.context = contextFolder(m_root, {});
        const auto at = [&](const Marked& text) {
            return definitionAt(*SyntaxTree::parse(text.text), around, text.place());
        };
        const Marked stage("FROM scratch AS [[first]]\nFROM scratch\nCOPY --from=fi^rst /x /x\n");
        QCOMPARE(at(stage).places, stage.ranges);
        QCOMPARE(at(Marked("FROM scratch\nCOPY src/mai^n.c /\n")).file, std::string("src/main.c"));
        const Definition folder = at(Marked("FROM scratch\nCOPY sr^c /\n"));
        QVERIFY(folder.file.empty() && folder.places.empty());
        QVERIFY(at(Marked("FROM scratch AS a\nFROM scratch\nCOPY --from=a app.p^y /\n")).file.empty());
    }

    void aCommandsWordsHaveNoPlacesInAForm() {
        const auto isCommand = [](const char* marked) {
            const Marked text(marked);
            const auto help = signatureHelp(*SyntaxTree::parse(text.text), text.place());
            return help && help->command;
        };
        QVERIFY(isCommand("FROM a\nRUN apt-get inst^\n"));
        QVERIFY(!isCommand("FROM a\nRUN --mount=type=bind^\n"));
        QVERIFY(!isCommand("FROM a\nCOPY a^\n"));
    }
};

QTEST_GUILESS_MAIN(ContextTest)
#include "context_test.moc"
