#include "context/ignore.h"
#include "context/glob.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace slipway;
using namespace slipway::context;

namespace {

Ignore compiled(std::string_view text) {
    auto ignore = Ignore::compile(readIgnoreFile(text));
    if (!ignore) {
        qFatal("%s", ignore.error().describe().c_str());
    }
    return *ignore;
}

bool ignored(std::string_view text, std::string_view path) { return compiled(text).matches(path).ignored; }

}  // namespace

class IgnoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFileIsReadAsDocumented() {
        const auto patterns =
            readIgnoreFile("\xef\xbb\xbf# comment\r\n  *.log  \n\n/abs/./x/../y/\n! keep.log\n #not a comment\n!\n/\n");
        QCOMPARE(patterns.size(), std::size_t{6});
        QCOMPARE(patterns[0].text, std::string("*.log"));
        QCOMPARE(patterns[0].line, 2U);
        QCOMPARE(patterns[1].text, std::string("abs/y"));
        QVERIFY(patterns[2].exception);
        QCOMPARE(patterns[2].text, std::string("keep.log"));
        QCOMPARE(patterns[3].text, std::string("#not a comment"));
        QVERIFY(patterns[4].exception && patterns[4].text.empty());
        QCOMPARE(patterns[5].text, std::string("/"));
    }
    void patternsMatch_data() {
        QTest::addColumn<QByteArray>("pattern");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char* pattern, const char* path, bool expected) {
            QTest::addRow("%s on %s", pattern, path) << QByteArray(pattern) << QByteArray(path) << expected;
        };
        row("*.c", "a.c", true);
        row("*.c", "d/a.c", false);
        row("**/*.c", "d/e/a.c", true);
        row("**/*.c", "a.c", true);
        row("*/*.c", "d/a.c", true);
        row("*/*/*.c", "d/a.c", false);
        row("d", "d/e/f", true);
        row("d/*", "d/e/f", true);
        row("d/**", "d", false);
        row("d/**", "d/e", true);
        row("**", "anything/at all", true);
        row("**/x", "ax", false);
        row("**x", "d/ax", true);
        row("a/**/b", "a/b", true);
        row("a/**/b", "a/x/y/b", true);
        row("a/**/b", "a/xb", false);
        row("a**/b", "ab", true);
        row("a**/**/b", "ab", true);
        row("a**/b", "axy/b", true);
        row("a**/b", "axb", false);
        row("**/a/**/b/*.c", "x/a/y/b/z/b/q.c", true);
        row("a^b", "a^b", true);
        row("^x*", "x1", true);
        row("^x*", "^x1", false);
        row("a^*", "a^1", false);
        row("\\^x*", "^x1", true);
        row("^x*/*.c", "x1/a.c", true);
        row("**/^x?", "x1", true);
        row("**/^x?", "d/x1", false);
        row("?", "a", true);
        row("?", "\xc3\xa9", true);
        row("??", "\xc3\xa9", false);
        row("?", "/", false);
        row("[a-c]x", "bx", true);
        row("[^a-c]x", "bx", false);
        row("[\xc3\xa0-\xc3\xbf]", "\xc3\xa9", true);
        row("[\\]]", "]", true);
        row("\\*", "*", true);
        row("\\*", "x", false);
        row("a.b", "axb", false);
        row("a+(b)|$", "a+(b)|$", true);
        row("*a*b*c", "xxaxxbxxbxc", true);
        row("*a*b*c", "xxaxxbxxbx", false);
        row("foo/", "foo/bar", true);
        row("./foo", "foo", true);
        row("foo/../bar", "bar", true);
        row("node_modules", "a/node_modules", false);
        row("**/node_modules", "a/node_modules/b", true);
        row("temp?", "tempa/x", true);
        row("*.md", ".md", true);
    }
    void patternsMatch() {
        QFETCH(QByteArray, pattern);
        QFETCH(QByteArray, path);
        QFETCH(bool, expected);
        QCOMPARE(ignored(pattern.toStdString(), path.toStdString()), expected);
    }
    void theLastMatchDecides() {
        QVERIFY(!ignored("*.md\n!README.md", "README.md"));
        QVERIFY(ignored("*.md\n!README*.md\nREADME-secret.md", "README-secret.md"));
        QVERIFY(!ignored("*.md\nREADME-secret.md\n!README*.md", "README-secret.md"));
        QVERIFY(!ignored("sub\n!sub/keep", "sub/keep"));
        QVERIFY(ignored("sub\n!sub/keep", "sub/other"));
        QVERIFY(!ignored("**\n!dist/a+b.whl", "dist/a+b.whl"));
        const auto verdict = compiled("a\n!b\n*.c").matches("x.c");
        QVERIFY(verdict.ignored);
        QCOMPARE(verdict.pattern, 2);
        QCOMPARE(compiled("a").matches("b").pattern, -1);
    }
    void aPatternThatChangesNothingForAFolderSaysNothingOfWhatIsInIt() {
        // The folder is left out before "lib*" is asked, and "?" has nothing to take back.
        QVERIFY(!ignored("libs\n!libs/keep\nlib*", "libs/keep"));
        QVERIFY(ignored("a/*\n!?", "a/b"));
        QVERIFY(!ignored("?\na/*\n!?", "a/b"));
        QCOMPARE(compiled("a/*\n!?").matches("a").pattern, -1);
    }
    void badPatternsAreReportedWithTheirLine() {
        for (const std::string bad :
             {"[", "a[", "[]a]", "[-x]", "[x-]", "[a-", "x\\", "[b-a]", "[^]", "!", "! ", "!/"}) {
            const auto ignore = Ignore::compile(readIgnoreFile("fine\n" + bad + "\n"));
            QVERIFY2(!ignore, bad.c_str());
            QVERIFY(ignore.error().code == ErrorCode::Invalid);
            QCOMPARE(ignore.error().where->line, 2U);
        }
        QVERIFY(!Ignore::compile({*ignorePattern("[Local-Only]/")}));
    }
    void whatLiesBelowAnIgnoredDirectoryIsToldBeforehand() {
        QVERIFY(compiled("a\n!a/b/c").mayContainExceptions("a"));
        QVERIFY(compiled("a\n!a/b/c").mayContainExceptions("a/b"));
        QVERIFY(!compiled("a\n!a/b/c").mayContainExceptions("a/x"));
        QVERIFY(!compiled("a\n!b").mayContainExceptions("a"));
        QVERIFY(compiled("a\n!**/*.md").mayContainExceptions("a/b"));
        QVERIFY(compiled("*\n!s*/x").mayContainExceptions("src"));
        QVERIFY(!compiled("*\n!s*/x").mayContainExceptions("lib"));
        QVERIFY(!compiled("!a/b\na").mayContainExceptions("a"));
        QVERIFY(!compiled("a").mayContainExceptions("a"));
        QVERIFY(!Ignore().mayContainExceptions("a"));
    }
    void manyPatternsDecideAsEachOfThemTriedInTurn() {
        std::mt19937 random(3);
        const auto pick = [&](std::initializer_list<const char*> from) {
            return std::string(from.begin()[random() % from.size()]);
        };
        for (int round = 0; round < 300; ++round) {
            std::vector<IgnorePattern> patterns;
            for (int i = 0; i < 12; ++i) {
                std::string text = pick({"", "!", "!", ""});
                text += pick({"", "**/", "a/", "*/", "b/**/"}) +
                        pick({"a", "b", "*.c", "x.c", "?", "[ab]", "**", "*", "a.b"});
                patterns.push_back(*ignorePattern(text));
            }
            const Ignore ignore = Ignore::compile(patterns).value();
            for (int k = 0; k < 30; ++k) {
                std::string path = pick({"a", "b", "x.c"});
                for (auto depth = random() % 3; depth > 0; --depth) {
                    path += "/" + pick({"a", "b", "x.c", "a.b", "q"});
                }
                // One path after the other down to the whole, each with what matched its parent.
                bool expected = false;
                std::vector<bool> above(patterns.size(), false);
                for (std::size_t end = 0; end != std::string::npos;) {
                    end = path.find('/', end + 1);
                    expected = false;
                    for (std::size_t i = 0; i < patterns.size(); ++i) {
                        const bool changes = patterns[i].exception == expected;
                        above[i] = above[i] ||
                                   (changes && Glob::compile(patterns[i].text, true)->matches(path.substr(0, end)));
                        expected = above[i] ? !patterns[i].exception : expected;
                    }
                }
                QCOMPARE(ignore.matches(path).ignored, expected);
            }
        }
    }
    void starsNeverTakeLong() {
        std::string pattern;
        for (int i = 0; i < 30; ++i) {
            pattern += "**/*a*";
        }
        QVERIFY(!ignored(pattern + "b", std::string(200, 'a') + "/" + std::string(200, 'a')));
    }
    void theDockerfilesOwnFileWins() {
        QTemporaryDir folder;
        const std::string root = folder.path().toStdString();
        const auto write = [&](const char* name, const char* text) {
            QFile file(folder.filePath(QString::fromUtf8(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        QVERIFY(ignoreFileFor(root, root + "/Dockerfile").empty());
        QVERIFY(!loadIgnore(root, root + "/Dockerfile").value().matches("x").ignored);
        write(".dockerignore", "common");
        QCOMPARE(ignoreFileFor(root, root + "/Dockerfile"), root + "/.dockerignore");
        write("Dockerfile.dockerignore", "own\n[");
        QCOMPARE(ignoreFileFor(root, root + "/Dockerfile"), root + "/Dockerfile.dockerignore");
        const auto bad = loadIgnore(root, root + "/Dockerfile");
        QVERIFY(!bad);
        QCOMPARE(bad.error().path, root + "/Dockerfile.dockerignore");
        QCOMPARE(bad.error().where->line, 2U);
        QVERIFY(loadIgnore(root, root + "/Other").value().matches("common").ignored);
    }
};

QTEST_GUILESS_MAIN(IgnoreTest)
#include "ignore_test.moc"
