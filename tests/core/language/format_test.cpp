// Formatting: the style, what stays as it is, and that a build makes the same of it.
#include "language/format.h"

#include "meaning.h"
#include "texts.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace slipway;
using dockerfile::SyntaxTree;

namespace {

std::string formatted(const std::string& text) { return text::apply(text, language::format(*SyntaxTree::parse(text))); }

/// Names what differs first, so that a failure can be read.
QByteArray difference(const std::string& text, const std::string& once, const std::string& a, const std::string& b) {
    const auto at = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
    const std::size_t from = at < 80 ? 0 : at - 80;
    return QByteArray::fromStdString("text:\n" + text + "\nformatted:\n" + once + "\nbefore: " + a.substr(from, 200) +
                                     "\nafter: " + b.substr(from, 200));
}

/// A build context with files that samples name, so that keys of COPY are compared too.
class Context {
public:
    Context() {
        for (const char* const name : {"app.py", "a", "b", "requirements.txt", "setup.py"}) {
            QFile file(m_folder.filePath(QString::fromUtf8(name)));
            if (!file.open(QIODevice::WriteOnly))
                qFatal("cannot write");
            file.write("content");
        }
        context::ContextOptions options;
        options.root = m_folder.path().toStdString();
        auto opened = context::ContextTree::open(std::move(options));
        if (!opened)
            qFatal("%s", opened.error().describe().c_str());
        m_surroundings.context = *opened;
    }
    [[nodiscard]] const cache::Surroundings& surroundings() const { return m_surroundings; }

private:
    QTemporaryDir m_folder;
    cache::Surroundings m_surroundings;
};

}  // namespace

class FormatTest : public QObject {
    Q_OBJECT
private:
    Context m_context;

    void keeps(const std::string& text) {
        const std::string once = formatted(text);
        const std::string before = Meaning::of(text, m_context.surroundings());
        const std::string after = Meaning::of(once, m_context.surroundings());
        QVERIFY2(before == after, difference(text, once, before, after));
        const std::string twice = formatted(once);
        QVERIFY2(once == twice, difference(text, once, once, twice));
    }

private Q_SLOTS:
    void bringsTextIntoTheStyle_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char* name, const char* text, const char* expected) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
        };
        row("keywords in capitals", "from a as b\nhealthcheck --retries=2 cmd curl x\nhealthcheck none\n",
            "FROM a AS b\nHEALTHCHECK --retries=2 CMD curl x\nHEALTHCHECK NONE\n");
        row("one blank between words", "FROM  a\nCOPY   --link\t--chown=a:b   x  y   /\nENV A=1   B=\"2  3\"\n",
            "FROM a\nCOPY --link --chown=a:b x y /\nENV A=1 B=\"2  3\"\n");
        row("words in columns stay",
            "FROM a AS one\ncopy --from=one    /a   /bin/\nCOPY --from=other  /bb  /bin/\nCOPY --from=longest /c   /x\n",
            "FROM a AS one\nCOPY --from=one    /a   /bin/\nCOPY --from=other  /bb  /bin/\n"
            "COPY --from=longest /c /x\n");
        row("only beside lines of their own kind",
            "FROM a\nENV A=1    B=2\nARG A=1    B=2\n\nENV A=1    B=2\nENV A=1    \\\n    B=2\n",
            "FROM a\nENV A=1 B=2\nARG A=1 B=2\n\nENV A=1 B=2\nENV A=1    \\\n    B=2\n");
        row("only behind what stays", "FROM a\nENV  AA=1   B=2\nENV A=1     B=2\n",
            "FROM a\nENV AA=1 B=2\nENV A=1 B=2\n");
        row("a command's text stays", "FROM a\nRUN   --network=none   echo  'a  b'   c\nCMD   echo   x\n",
            "FROM a\nRUN --network=none echo  'a  b'   c\nCMD echo   x\n");
        row("a command's continuation lines stay", "FROM a\nRUN a && \\  \nb && \\\n      c\n",
            "FROM a\nRUN a && \\\nb && \\\n      c\n");
        row("flags of a command on lines of their own",
            "FROM a\nRUN --network=none \\\n--security=sandbox \\\n echo x\n",
            "FROM a\nRUN --network=none \\\n    --security=sandbox \\\n    echo x\n");
        row("continuation lines are indented", "FROM a\nENV A=1 \\\nB=2 \\\n  C=3 \\\n      D=4\n",
            "FROM a\nENV A=1 \\\n    B=2 \\\n    C=3 \\\n      D=4\n");
        row("as the first of them is", "FROM a\nLABEL a=b \\\n      c=d \\\n  e=f\n",
            "FROM a\nLABEL a=b \\\n      c=d \\\n      e=f\n");
        row("tabs count as they are", "FROM a\nLABEL a=b \\\n\tc=d \\\ne=f\n",
            "FROM a\nLABEL a=b \\\n\tc=d \\\n\te=f\n");
        row("aligned escapes stay", "FROM a\nENV A=1    \\\n    BBBB=2 \\\n    C=3\n",
            "FROM a\nENV A=1    \\\n    BBBB=2 \\\n    C=3\n");
        row("a word over two lines stays whole", "FROM a\nENV A=b\\\nc D=\"e \\\nf\"\n",
            "FROM a\nENV A=b\\\nc D=\"e \\\nf\"\n");
        row("comments and empty lines stay", "FROM a  \n  # one  \n\n\n# two\nENV A=1 \\\n# three  \n\n    B=2\n",
            "FROM a\n  # one\n\n\n# two\nENV A=1 \\\n# three\n\n    B=2\n");
        row("arrays", "FROM a\nCMD  [ \"a\"  ,\"b  c\",   \"d\" ]\nSHELL [\"a\",\"b\"]\n",
            "FROM a\nCMD [\"a\", \"b  c\", \"d\"]\nSHELL [\"a\", \"b\"]\n");
        row("an array's lines stay", "FROM a\nCMD [ \\\n  \"a\", \\\n  \"b\" \\\n]\n",
            "FROM a\nCMD [ \\\n  \"a\", \\\n  \"b\" \\\n]\n");
        row("the old form of ENV", "FROM a\nenv   A   b   c  \n", "FROM a\nENV A   b   c\n");
        row("ONBUILD's instruction stays", "FROM a\nonbuild   run  x\n", "FROM a\nONBUILD run  x\n");
        row("and the blanks that it ends with", "FROM a\nonbuild  run x \\\n y  \nONBUILD RUN <<E  \nx\nE\n",
            "FROM a\nONBUILD run x \\\n y  \nONBUILD RUN <<E  \nx\nE\n");
        row("heredocs stay", "FROM a\nrun   <<EOF  \n a  \nEOF\nCOPY  <<-A   /x\n\tb  \n\tA\n",
            "FROM a\nRUN <<EOF\n a  \nEOF\nCOPY <<-A /x\n\tb  \n\tA\n");
        row("a broken line stays", "FROM a\ncopy  --nonsense   x  \nfly  \nworkdir  /a\n",
            "FROM a\ncopy  --nonsense   x  \nfly  \nWORKDIR /a\n");
        row("an unterminated heredoc stays", "FROM a\nrun  <<EOF\n a  ", "FROM a\nrun  <<EOF\n a  ");
        row("CRLF is kept", "from a\r\nENV A=1 \\ \r\nB=2  \r\nuser  x",
            "FROM a\r\nENV A=1 \\\r\n    B=2\r\nUSER x\r\n");
        row("one line end at the end", "FROM a\n\n  \n", "FROM a\n");
        row("a missing line end", "FROM a", "FROM a\n");
        row("blanks of an empty line", "FROM a\n  \nUSER b\n", "FROM a\n\nUSER b\n");
        row("the other escape", "# escape=`\nFROM a\nENV A=1 `  \nB=c:\\x\n",
            "# escape=`\nFROM a\nENV A=1 `\n    B=c:\\x\n");
        row("an indented instruction keeps its place", "FROM a\n  env A=1 \\\nB=2\n",
            "FROM a\n  ENV A=1 \\\n      B=2\n");
        row("another language", "# syntax=example.com/other\nfrom  a\n", "# syntax=example.com/other\nfrom  a\n");
        row("blanks between carriage returns", "#\r\t\r\t\nFROM a\n", "#\r\t\r\t\nFROM a\n");
        row("a keyword alone", "FROM a\nRUN  ", "FROM a\nRUN  \n");
        row("a keyword alone below an open heredoc", "FROM a\nADD << x /x\n/\nRUN ", "FROM a\nADD << x /x\n/\nRUN \n");
        row("empty", "", "");
    }
    void bringsTextIntoTheStyle() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        QCOMPARE(QByteArray::fromStdString(formatted(text.toStdString())), expected);
        keeps(text.toStdString());
    }

    void editsAreSmall() {
        const std::string text = "from a\nCOPY  b /\n";
        const auto edits = language::format(*SyntaxTree::parse(text));
        QCOMPARE(edits.size(), 2U);
        QCOMPARE(edits[0].range, (text::Range{0, 4}));
        QCOMPARE(edits[1].range, (text::Range{11, 13}));
        QCOMPARE(edits[1].replacement, std::string(" "));
    }

    void aRangeTouchesItsInstructionsAlone() {
        const std::string text = "from a\nuser  b\nuser  c\nuser  d\n";
        const auto tree = SyntaxTree::parse(text);
        const std::size_t at = text.find('c');
        QCOMPARE(text::apply(text, language::format(*tree, {at, at})),
                 std::string("from a\nuser  b\nUSER c\nuser  d\n"));
        QCOMPARE(text::apply(text, language::format(*tree, {at, text.size()})),
                 std::string("from a\nuser  b\nUSER c\nUSER d\n"));
        QVERIFY(language::format(*SyntaxTree::parse(""), {0, 0}).empty());
    }

    void aNewLineFormatsTheInstructionThatItEnds() {
        const auto typed = [](std::string text, std::size_t offset) {
            return text::apply(text, language::formatNewLine(*SyntaxTree::parse(text), offset));
        };
        QCOMPARE(typed("from a\nuser  b\n\nuser  c\n", 15), std::string("from a\nUSER b\n\nuser  c\n"));
        QCOMPARE(typed("FROM a\nRUN b \\\n", 15), std::string("FROM a\nRUN b \\\n    "));
        QCOMPARE(typed("FROM a\nRUN b \\\n  c \\\n\nUSER d\n", 21),
                 std::string("FROM a\nRUN b \\\n  c \\\n  \nUSER d\n"));
        QCOMPARE(typed("FROM a\nRUN b \\\n  c\n", 15), std::string("FROM a\nRUN b \\\n  c\n"));
        QCOMPARE(typed("FROM a\nRUN b \\\n  \n", 17), std::string("FROM a\nRUN b \\\n    \n"));
        QCOMPARE(typed("FROM a\nRUN <<E\n", 15), std::string("FROM a\nRUN <<E\n"));
        // what an editor indented below the last line of an instruction
        QCOMPARE(typed("FROM a\nRUN b && \\\n    c\n    ", 28), std::string("FROM a\nRUN b && \\\n    c\n"));
        QCOMPARE(typed("FROM a\n  RUN b \\\n    c\n    \nUSER d\n", 27),
                 std::string("FROM a\n  RUN b \\\n    c\n  \nUSER d\n"));
        QCOMPARE(typed("FROM a\nRUN b \\\n  c\n  USER d\n", 21), std::string("FROM a\nRUN b \\\n  c\n  USER d\n"));
    }

    void samplesMeanTheSame() {
        const auto texts = sampleTexts();
        QVERIFY(texts.size() >= 7);
        for (const std::string& text : texts)
            keeps(text);
    }

    void sampleCasesMeanTheSame() {
        for (const std::string& text : corpusTexts())
            keeps(text);
    }

    void changedSamplesMeanTheSame() {
        unsigned seed = 1;
        for (const std::string& sample : sampleTexts()) {
            for (int round = 0; round < 40 && !QTest::currentTestFailed(); ++round) {
                TextMutator mutator(seed++);
                std::string text = sample;
                for (int edit = 0; edit < 12; ++edit) {
                    mutator.mutate(text);
                    keeps(text);
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(FormatTest)
#include "format_test.moc"
