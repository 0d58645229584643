#include "dockerfile/directives.h"
#include "dockerfile/heredocs.h"
#include "dockerfile/syntax_tree.h"
#include "tree_text.h"

#include <QtTest>

using namespace slipway::dockerfile;

namespace {

std::shared_ptr<const SyntaxTree> parse(std::string text) { return SyntaxTree::parse(std::move(text)); }

const Instruction& first(const SyntaxTree& tree) { return *tree.instructions().front(); }

std::vector<std::string> messages(const SyntaxTree& tree) {
    std::vector<std::string> out;
    for (const Diagnostic& diagnostic : tree.diagnostics())
        out.push_back(diagnostic.message);
    return out;
}

}  // namespace

class SyntaxTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyByteBelongsToAToken_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("byte order mark alone") << QByteArray("\xEF\xBB\xBF");
        QTest::newRow("byte order mark and blanks") << QByteArray("\xEF\xBB\xBF  \n\nFROM a\n");
        QTest::newRow("byte order mark and directive") << QByteArray("\xEF\xBB\xBF# escape=`\nFROM a\n");
        QTest::newRow("blank lines") << QByteArray("\n\r\n \t\n");
        QTest::newRow("no newline at the end") << QByteArray("FROM a");
        QTest::newRow("carriage returns") << QByteArray("FROM a\r\nRUN b \\\r\n  c\r\n");
        QTest::newRow("lone carriage returns") << QByteArray("FROM a\rRUN b\r\r\n\r");
        QTest::newRow("NUL bytes") << QByteArray("FR\0OM a\0\nRUN\0 b\n", 16);
        QTest::newRow("invalid UTF-8") << QByteArray("FROM \xFF\xC3(\nRUN \xE2\x80\n\x80\n");
        QTest::newRow("continuation at the end") << QByteArray("RUN a \\");
        QTest::newRow("only a continuation") << QByteArray("\\\n\\\n");
        QTest::newRow("comments in continuations") << QByteArray("RUN a \\\n # c\n\n  b \\\n#d\n");
        QTest::newRow("heredocs") << QByteArray("COPY <<A <<-B /x\na\nA\n\tb\n\tB\nRUN c\n");
        QTest::newRow("heredoc across lines") << QByteArray("RUN cat \\\n <<E\\\nF\nx\nEF\n");
        QTest::newRow("unterminated heredoc") << QByteArray("RUN <<A <<B\nx\n");
        QTest::newRow("nested ONBUILD") << QByteArray("ONBUILD ONBUILD --x RUN [\"a\"]\n");
        QTest::newRow("JSON over lines") << QByteArray("CMD [\"a\", \\\n\"b\", \\\n # c\n \"d\"]\n");
        QTest::newRow("flag over lines") << QByteArray("RUN --mount=type=bind,\\\ntarget=/x \\\n --network=none a\n");
        QTest::newRow("word over lines") << QByteArray("ENV A=\\\nb\\\nc D=\"e \\\n f\"\n");
        QTest::newRow("a lone flag end") << QByteArray("RUN -- a\nRUN --\nRUN --a -- --b\n");
        QTest::newRow("trailing escape") << QByteArray("ENV A=b\\ \nENV C=d\\\\\n");
    }
    void everyByteBelongsToAToken() {
        QFETCH(QByteArray, text);
        const auto tree = parse(text.toStdString());
        QCOMPARE(gap(*tree), std::string());
    }

    void aLargeTextIsReadAsASmallOneIs_data() {
        QTest::addColumn<QByteArray>("top");
        QTest::addColumn<QByteArray>("part");
        QTest::newRow("instructions") << QByteArray("# escape=`\nFROM a\n") << QByteArray("RUN b `\n c\nENV D=e\n");
        QTest::newRow("with comments") << QByteArray("FROM a\n") << QByteArray("# b\nRUN c\n\n# d\nENV E=f\nRUN g\n");
        QTest::newRow("with here-documents")
            << QByteArray("FROM a\n") << QByteArray("RUN <<E\nRUN b\nRUN c\nE\nRUN d\n");
        QTest::newRow("with mistakes") << QByteArray("FROM a\n") << QByteArray("COPY --b c d\nNONE e\nENV\nRUN f\n");
        QTest::newRow("nothing to begin at") << QByteArray("FROM a\n") << QByteArray("run b\n");
    }
    void aLargeTextIsReadAsASmallOneIs() {
        QFETCH(QByteArray, top);
        QFETCH(QByteArray, part);
        const auto small = parse((top + part).toStdString());
        const std::size_t above = parse(top.toStdString())->instructions().size();
        const std::size_t length = small->instructions().size() - above;
        const auto lines = static_cast<std::uint32_t>(part.count('\n'));
        const std::uint32_t times = 1'500'000U / static_cast<std::uint32_t>(part.size());
        const auto large = parse((top + part.repeated(static_cast<int>(times))).toStdString());
        QCOMPARE(gap(*large), std::string());
        QCOMPARE(large->instructions().size(), above + times * length);
        QCOMPARE(large->diagnostics().size(), times * small->diagnostics().size());
        for (std::size_t i = above; i < large->instructions().size(); ++i) {
            const auto time = static_cast<std::uint32_t>((i - above) / length);
            const Instruction& got = *large->instructions()[i];
            const Instruction& wanted = *small->instructions()[above + (i - above) % length];
            QVERIFY(got.arguments == wanted.arguments && got.comments == wanted.comments &&
                    got.firstLine == wanted.firstLine + time * lines &&
                    got.lastLine == wanted.lastLine + time * lines &&
                    got.range.begin == wanted.range.begin + time * static_cast<std::size_t>(part.size()));
        }
    }
    void aHereDocumentOverTheMiddleOfALargeTextIsOne() {
        const std::string body = [] {
            std::string out;
            while (out.size() < 1'500'000)
                out += "RUN a\n";
            return out;
        }();
        const auto tree = parse("FROM a\nCOPY <<E /f\n" + body + "E\nRUN b\n");
        QCOMPARE(gap(*tree), std::string());
        QCOMPARE(tree->instructions().size(), 3U);
        QVERIFY(tree->instructions()[1]->heredocs[0].content == body);
        QCOMPARE(tree->diagnostics().size(), 0U);
    }

    void linesJoinAtTheEscape() {
        const auto tree = parse("RUN a \\\n  b \\ \t\n# no part of it\n\n   # nor this\n  c\nRUN d\n");
        QCOMPARE(tree->instructions().size(), 2U);
        QCOMPARE(first(*tree).arguments, std::string("a   b   c"));
        QCOMPARE(first(*tree).firstLine, 1U);
        QCOMPARE(first(*tree).lastLine, 6U);
        QVERIFY(first(*tree).emptyContinuation);
    }

    void anEscapedEscapeJoinsNothing() {
        const auto tree = parse("RUN a \\\\\nRUN b\n");
        QCOMPARE(tree->instructions().size(), 2U);
        QCOMPARE(first(*tree).arguments, std::string("a \\\\"));
    }

    void theEscapeDirectiveChangesTheEscape() {
        const auto tree = parse("# Escape = `\nFROM a\nCOPY c:\\x `\n  d:\\\nRUN e\n");
        QCOMPARE(tree->escape(), '`');
        QCOMPARE(tree->instructions().size(), 3U);
        QCOMPARE(tree->instructions()[1]->words.back().text, std::string("d:\\"));
    }

    void directivesStopAtTheFirstOtherLine_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("all three") << "# syntax=docker/dockerfile:1\n#escape=\\\n# CHECK = skip=all\nFROM a\n" << 3;
        QTest::newRow("after a comment") << "# hello\n# escape=`\nFROM a\n" << 0;
        QTest::newRow("after an empty line") << "\n# escape=`\nFROM a\n" << 0;
        QTest::newRow("after an unknown one") << "# unknown=1\n# escape=`\nFROM a\n" << 0;
        QTest::newRow("after an instruction") << "FROM a\n# escape=`\n" << 0;
        QTest::newRow("without a value") << "# escape=\nFROM a\n" << 0;
    }
    void directivesStopAtTheFirstOtherLine() {
        QFETCH(QString, text);
        QFETCH(int, count);
        QCOMPARE(static_cast<int>(parse(text.toStdString())->directives().size()), count);
    }

    void behindALineForTheShellTheEscapeStays() {
        const auto tree = parse("#!/usr/bin/env docker\n# escape=`\n# check=skip=all\nFROM a\nRUN b \\\n  c\n");
        QCOMPARE(tree->escape(), '\\');
        QCOMPARE(tree->instructions().size(), 2U);
        QCOMPARE(tree->directives().size(), 1U);
        QCOMPARE(tree->directives().front().name, std::string("check"));
    }

    void aDirectiveGivenTwiceIsAnError() {
        const auto tree = parse("# escape=`\n# escape=\\\nFROM a\n");
        QCOMPARE(messages(*tree), std::vector<std::string>{"Only one escape parser directive can be used."});
        QCOMPARE(tree->escape(), '`');
    }

    void anUnknownEscapeIsAnError() {
        const auto tree = parse("# escape=x\nFROM a\n");
        QCOMPARE(tree->diagnostics().size(), 1U);
        QCOMPARE(tree->escape(), '\\');
    }

    void syntaxIsRead() {
        QCOMPARE(parse("#syntax=docker/dockerfile:1.7 # more\nFROM a")->syntax(),
                 std::string_view("docker/dockerfile:1.7 # more"));
        QCOMPARE(parse("FROM a")->syntax(), std::string_view());
    }

    void severalHeredocsFollowALine() {
        const auto tree = parse("RUN 3<<-\"ONE\" cat <<TWO\n\t$a\n\tONE\n$b\n\tTWO\nTWO\nRUN c\n");
        QCOMPARE(tree->instructions().size(), 2U);
        const auto& heredocs = first(*tree).heredocs;
        QCOMPARE(heredocs.size(), 2U);
        QCOMPARE(heredocs[0].name, std::string("ONE"));
        QCOMPARE(heredocs[0].fileDescriptor, 3U);
        QVERIFY(!heredocs[0].expand);
        QVERIFY(heredocs[0].stripTabs);
        QCOMPARE(heredocs[0].content, std::string("\t$a\n"));
        QCOMPARE(heredocs[0].consumed(), std::string("$a\n"));
        QVERIFY(heredocs[1].expand);
        QCOMPARE(heredocs[1].content, std::string("$b\n\tTWO\n"));
        QCOMPARE(first(*tree).lastLine, 6U);
    }

    void quotesOfADelimiterForbidToExpandAndAnEscapeDoesNot() {
        const auto expands = [](const std::string& opening, const std::string& end) {
            const auto tree = parse("COPY <<" + opening + " /x\n$a\n" + end + "\n");
            return first(*tree).heredocs.size() == 1 && first(*tree).heredocs.front().expand;
        };
        QVERIFY(expands("E", "E") && expands("\\E", "E") && expands("E\\\"", "E\"") && expands("$E", "$E"));
        QVERIFY(!expands("'E'", "E") && !expands("\"E\"", "E") && !expands("E'x'", "Ex"));
    }

    void heredocsInQuotesAndJsonOpenNothing() {
        for (const char* text : {"RUN echo \"<<A\"\n", "RUN [\"<<A\"]\n", "RUN echo '<<A'\n", "RUN cat <<<A\n",
                                 "ENV A=<<A\n", "RUN a<<A\n"})
            QVERIFY2(first(*parse(text)).heredocs.empty(), text);
    }

    void blanksMayStandBeforeAHeredocsName() {
        const auto names = [](const char* line) {
            std::vector<std::string> out;
            for (const HeredocOpening& opening : heredocsInLine(line))
                out.push_back(opening.name);
            return out;
        };
        QCOMPARE(names("RUN cat << A 3<<-\t'B' >f"), (std::vector<std::string>{"A", "B"}));
        QCOMPARE(names("RUN cat << -A"), std::vector<std::string>{"-A"});
        // Whatever stands behind the blanks is the name.
        QVERIFY(names("RUN cat << <<A").empty());
        QVERIFY(names("RUN cat <<").empty());
    }

    void aHeredocInOnbuildBelongsToItsTrigger() {
        const auto tree = parse("ONBUILD RUN <<E\necho\nE\nRUN b\n");
        QCOMPARE(tree->instructions().size(), 2U);
        QCOMPARE(first(*tree).heredocs.size(), 1U);
        QCOMPARE(first(*tree).trigger->heredocs.size(), 1U);
    }

    void anEndFarBelowIsFound() {
        const std::string far(2000, '\n');
        const auto isTerminated = [&](const std::string& opening, const std::string& end) {
            return first(*parse("COPY " + opening + " /x\n" + far + end)).heredocs[0].terminated;
        };
        QVERIFY(isTerminated("<<EOF", "EOF"));
        QVERIFY(isTerminated("<<EOF", "EOFEOF\n EOF\nEOF\r\n"));
        QVERIFY(isTerminated("<<-EOF", "\t\tEOF\n"));
        QVERIFY(!isTerminated("<<EOF", "\tEOF\n"));
        QVERIFY(!isTerminated("<<EOF", " EOF\nEOF \nxEOF\nEOFx"));
        QVERIFY(!isTerminated("<<-EOF", "x\tEOF\n"));
    }

    // Where each looks through the rest of the file, this doesn't end before the test's time is up.
    void manyHeredocsWithoutAnEndTakeLinearTime() {
        std::string text = "FROM a\n";
        for (int i = 0; i < 100000; ++i)
            text += "COPY <<E" + std::to_string(i) + " /x\n";
        text += std::string(2000, '\n');
        QCOMPARE(parse(text)->instructions().size(), std::size_t{100001});
    }

    void anUnterminatedHeredocLeavesTheRestReadable() {
        const auto tree = parse("FROM a\nRUN <<EOF\necho hello\nFROM b AS c\nRUN d\n");
        QCOMPARE(tree->instructions().size(), 4U);
        QCOMPARE(tree->diagnostics().size(), 1U);
        QVERIFY(tree->diagnostics().front().message.contains("EOF"));
        QCOMPARE(tree->instructions()[1]->heredocs.front().content, std::string("echo hello\n"));
    }

    void flagsComeBeforeArguments() {
        const auto tree = parse("COPY --from=x --chown=\"a:b\" --link -- --y /z\n");
        const Instruction& copy = first(*tree);
        QCOMPARE(copy.flags.size(), 3U);
        QCOMPARE(copy.flags[1].value, std::optional<std::string>("\"a:b\""));
        QCOMPARE(copy.flags[1].plain, std::string("--chown=a:b"));
        QVERIFY(!copy.flags[2].value);
        QCOMPARE(copy.words.front().text, std::string("--y"));
        QCOMPARE(copy.words.size(), 2U);
    }

    void flagsHaveTheFilesOwnEscape() {
        const auto flagOf = [](const char* text) { return first(*parse(text)).flags.front().plain; };
        QCOMPARE(flagOf("COPY --chown=a\\ b c /d\n"), std::string("--chown=a b"));
        QCOMPARE(flagOf("# escape=`\nCOPY --from=a\\b c /d\n"), std::string("--from=a\\b"));
        QCOMPARE(flagOf("# escape=`\nCOPY --chown=a` b c /d\n"), std::string("--chown=a b"));
    }

    void aNoBreakSpaceBeginsNoFlag() {
        const auto tree = parse("RUN \xC2\xA0--network=none a\nHEALTHCHECK CMD\xE3\x80\x80x\n");
        QVERIFY(first(*tree).flags.empty());
        QCOMPARE(first(*tree).arguments, std::string("--network=none a"));
        QCOMPARE(tree->instructions()[1]->words.size(), 1U);
    }

    void rangesPointIntoTheSource() {
        const std::string text = "FROM a\nCOPY x \\\n  yy /z\n";
        const auto tree = parse(text);
        const Instruction& copy = *tree->instructions()[1];
        QCOMPARE(copy.words[1].range.of(text), std::string_view("yy"));
        QCOMPARE(copy.words[2].range.of(text), std::string_view("/z"));
        QCOMPARE(text.at(copy.sourceOffset(copy.arguments.find("yy"))), 'y');
    }

    void anUnknownInstructionIsNamedAndTheRestIsRead() {
        const auto tree = parse("FORM a\nRUN b\n");
        QCOMPARE(tree->instructions().size(), 2U);
        QCOMPARE(messages(*tree), std::vector<std::string>{"This is an unknown instruction: FORM; did you mean FROM?"});
    }

    void aWordThatIsNotAllThereYetIsCompleted() {
        const auto said = [](const std::string& word) { return messages(*parse(word + " a\n")).front(); };
        QCOMPARE(said("fr"), std::string("This is an unknown instruction: fr; did you mean FROM?"));
        QCOMPARE(said("ENTRY"), std::string("This is an unknown instruction: ENTRY; did you mean ENTRYPOINT?"));
        QCOMPARE(said("EN"), std::string("This is an unknown instruction: EN; did you mean ENV?"));  // an edit away
        QCOMPARE(said("E"), std::string("This is an unknown instruction: E; did you mean ENV?"));
    }

    void aContinuationOfNothingIsFoundWhereItStands() {
        const auto tree = parse("FROM a\n\n  \\\n");
        QCOMPARE(tree->diagnostics().size(), 1U);
        QCOMPARE(tree->diagnostics().front().range.begin, 10U);
        QCOMPARE(messages(*tree),
                 std::vector<std::string>{"Here is no instruction, only the end of a line that goes on."});
    }

    void aFileWithoutInstructionsSaysSo() {
        for (const char* text : {"", "# only\n# comments\n\n", "\n\n"})
            QCOMPARE(parse(text)->diagnostics().size(), 1U);
    }

    void commentsAboveAreKept() {
        const auto tree = parse("# syntax=a\n# one\n#  two \nFROM a\n# lost\n#\n# three\n\n  # four\nRUN b\n");
        QCOMPARE(first(*tree).comments, (std::vector<std::string>{"one", "two"}));
        QCOMPARE(tree->instructions()[1]->comments, (std::vector<std::string>{"three", "# four"}));
    }

    void commentsOfALongFileAreKept() {
        std::string text = "FROM a\n";
        while (text.size() < 1'000'000)
            text += "# x\n\nARG x\n# y\n\nARG y\nRUN z\n\n";
        const auto tree = parse(text);
        for (std::size_t i = 1; i < tree->instructions().size(); ++i)
            QCOMPARE(tree->instructions()[i]->comments.size(), i % 3 == 0 ? 0U : 1U);
    }

    void theFrontEndMayBeNamedInJson() {
        const auto found = [](const char* text) {
            const auto syntax = findSyntax(text);
            return syntax ? syntax->first + '|' + std::to_string(syntax->line) : "none";
        };
        QCOMPARE(found("{\"syntax\":\"a b\"}"), std::string("a b|0"));
        QCOMPARE(found("#!/x\n{\"syntax\":\"a\"}"), std::string("a|1"));
        QCOMPARE(found("{\"syntax\":\"\"}"), std::string("|0"));
        QCOMPARE(found("{\"x\":\"a\"}"), std::string("none"));
    }

    void behindADirectiveThatStandsTwiceNoneIsFound() {
        QCOMPARE(findSyntax("# escape=`\n# syntax=a\n# escape=`\n")->first, std::string("a"));
        QVERIFY(!findSyntax("# escape=`\n# escape=`\n# syntax=a\n"));
    }

    void reparsingSharesWhatStandsAboveTheChange() {
        const auto before = parse("FROM a\nRUN b\n# c\nRUN d\n");
        const auto after = SyntaxTree::parse("FROM a\nRUN b\n# c\nRUN dd\n", before.get());
        QCOMPARE(after->instructions()[1].get(), before->instructions()[1].get());
        QCOMPARE(treeText(*after), treeText(*parse("FROM a\nRUN b\n# c\nRUN dd\n")));
    }

    void aHugeLineAndManyOpenHeredocsTakeLinearTime() {
        const auto line = parse("RUN " + std::string(10'000'000, 'x') + " \"");
        QCOMPARE(first(*line).arguments.size(), 10'000'002U);
        std::string many;
        for (int i = 0; i < 20'000; ++i)
            many += "RUN <<E" + std::to_string(i) + "\nx\n";
        QCOMPARE(parse(many)->instructions().size(), 20'000U);
        std::string words = "RUN";
        for (int i = 0; i < 200'000; ++i)
            words += " <<A";
        QVERIFY(gap(*parse(words)).empty());
        std::string nested = "ONBUILD ";
        for (int i = 0; i < 200'000; ++i)
            nested += "ONBUILD ";
        QVERIFY(gap(*parse(nested)).empty());
        QVERIFY(gap(*parse("CMD " + std::string(1'000'000, '['))).empty());
    }
};

QTEST_APPLESS_MAIN(SyntaxTest)
#include "syntax_test.moc"
