#include "script_text.h"
#include "shell/parser.h"

#include <QTest>

using namespace slipway;
using namespace slipway::shell;

namespace {

std::string tree(std::string_view text, Dialect dialect = Dialect::Posix) {
    return treeText(*Script::parse(text, dialect));
}

/// Words of the first command, "|" between them.
std::string words(std::string_view text, Dialect dialect = Dialect::Posix) {
    const auto script = Script::parse(text, dialect);
    std::string out;
    for (const Word& word : script->commands()[0].words)
        out += (out.empty() ? "" : "|") + std::string(word.value) + (word.constant ? "" : "*");
    return out;
}

}  // namespace

class ScriptTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void listsKeepWhatStandsBetweenCommands_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << std::string(text) << std::string(expected);
        };
        row("a && b || c; d & e | f\ng", "[a] && [b] || [c] ; [d] & [e] | [f] ; [g]");
        row("a &&\n  # why\n  b", "[a] && [b]");
        row("a |& b", "[a] | [b]");
        row("! a | b", "![a] | [b]");
        row("a\\\n b \\\n&& c", "[a b] && [c]");
        row("a\\\r\n b\r\nc\r\n", "[a b] ; [c]");
        row("a # b && c", "[a]");
        row("a#b", "[a#b]");
        row(";; a", "[a]");
        row("a) b", "[a] ; [b]");
    }
    void listsKeepWhatStandsBetweenCommands() {
        QFETCH(std::string, text);
        QFETCH(std::string, expected);
        QCOMPARE(tree(text), expected);
    }

    void compoundCommandsHoldTheirLists_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << std::string(text) << std::string(expected);
        };
        row("(a; b) > f | c", "subshell([a] ; [b]) >f | [c]");
        row("{ a; b; } && c", "group([a] ; [b]) && [c]");
        row("if a; then b; elif c; then d; else e; fi; f",
            "if(condition([a]) body([b]) condition([c]) body([d]) body([e])) ; [f]");
        row("while read x; do a $x; done < f", "loop(condition([read x]) body([a $x])) <f");
        row("until a; do b; done", "loop(condition([a]) body([b]))");
        row("for x in a 'b c' $d; do e; done", "for x <a> <b c> <$d>(body([e]))");
        row("for x\ndo\n a\ndone", "for x(body([a]))");
        row("for ((i = 0; i < 3; ++i)); do a; done", "for(body([a]))");
        row("case $x in a|b) c;; (d) e;& *) f; esac", "case <$x>(item <a> <b>([c]) item <d>([e]) item <*>([f]))");
        row("case x in\n a)\n  b\n  ;;\nesac; c", "case <x>(item <a>([b])) ; [c]");
        row("f() { a; }; g", "function f(group([a])) ; [g]");
        row("function f { a; }", "function f(group([a]))");
        row("f ( ) (a) >b", "function f(subshell([a]) >b)");
        row("[[ -f a && ( $b == c* ) ]] && d", "test <-f> <a> <$b> <==> <c*>() && [d]");
        row("[[ a && ( b\n # why\n || ( c ) ) ]] && d", "test <a> <b> <c>() && [d]");
        row("(( i++ )) || a", "arithmetic() || [a]");
        row("((a); b)", "subshell(subshell([a]) ; [b])");
        row("echo if then fi", "[echo if then fi]");
        row("'if' a", "[if a]");
    }
    void compoundCommandsHoldTheirLists() {
        QFETCH(std::string, text);
        QFETCH(std::string, expected);
        QCOMPARE(tree(text), expected);
        QVERIFY(Script::parse(text, Dialect::Posix)->problems().empty());
    }

    void whatIsNotClosedKeepsWhatWasRead_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("expected");
        const auto row = [](const char* text, const char* expected) {
            QTest::newRow(text) << std::string(text) << std::string(expected);
        };
        row("if a; then b", "if(condition([a]) body([b]))");
        row("while a; do (b; done; c", "loop(condition([a]) body(subshell([b]))) ; [c]");
        row("a $(b", "[a $(b](substitution([b]))");
        row("a \"b c", "[a b c]");
        row("a 'b c", "[a b c]");
        row("a ${b", "[a ${b]");
        row("a `b", "[a `b](substitution([b]))");
        row("case x in a) b", "case <x>(item <a>([b]))");
        row("a > ; b", "[a >] ; [b]");
        row("f() ; a", "function f() ; [a]");
        row("[[ a b\nc", "test <a> <b>() ; [c]");
        row("x=(a b", "[x=]");
        row("fi; done; } a", "[a]");
    }
    void whatIsNotClosedKeepsWhatWasRead() {
        QFETCH(std::string, text);
        QFETCH(std::string, expected);
        QCOMPARE(tree(text), expected);
        QVERIFY(!Script::parse(text, Dialect::Posix)->problems().empty());
    }

    void quotesAndEscapesAreTakenAway() {
        QCOMPARE(words("a 'b  c' \"d e\" f\\ g"), std::string("a|b  c|d e|f g"));
        QCOMPARE(words("a \"b\\\"c\\x\\$d\" 'it'\\''s' x\\>=1"), std::string("a|b\"c\\x$d|it's|x>=1"));
        QCOMPARE(words("a $'b\\n\\x41\\u20ac\\'\\101' $\"c\""), std::string("a|b\nA\xE2\x82\xAC'A|c"));
        QCOMPARE(words("a b\\\nc \"d\\\ne\""), std::string("a|bc|de"));
        QCOMPARE(words("a ''"), std::string("a|"));
        QCOMPARE(words("a !(b|c)d e", Dialect::Bash), std::string("a|!(b|c)d|e"));
        QCOMPARE(words("a\\"), std::string("a\\"));
    }
    void expansionsStandAsTheyAreWritten() {
        QCOMPARE(words("a $b ${c:-d}e \"f$g\" $((1 + 2)) $1x $ '$h'"),
                 std::string("a|$b*|${c:-d}e*|f$g*|$((1 + 2))*|$1x*|$|$h"));
        QCOMPARE(words("a $(b \"c)\" d) `e` <(f)"), std::string("a|$(b \"c)\" d)*|`e`*|<(f)*"));
    }
    void partsNameTheirVariables() {
        const auto script = Script::parse("a x${b:-$c}'d'\"$e\"", Dialect::Posix);
        const Word& word = script->commands()[0].words[1];
        std::string out;
        for (const Part& part : word.parts)
            out += std::string(part.kind == PartKind::Parameter ? part.name : "-") +
                   std::to_string(static_cast<int>(part.quote)) + ' ' + std::string(part.range.of(script->text())) +
                   '\n';
        QCOMPARE(out, std::string("-0 x\nb0 ${b:-$c}\nc0 $c\n-2 d\ne3 $e\n"));
        QVERIFY(script->commands()[0].words[0].parts.empty());
    }

    void substitutionsAreScripts() {
        QCOMPARE(tree("a \"$(b | c)\" $( (d) ) `e; f`"),
                 std::string("[a $(b | c) $( (d) ) `e; f`](substitution([b] | [c]) substitution(subshell([d])) "
                             "substitution([e] ; [f]))"));
        QCOMPARE(tree("x=$(a) b"), std::string("[x=$(a) b](substitution([a]))"));
        QCOMPARE(tree("a `b \\`c\\` d` e"),
                 std::string("[a `b \\`c\\` d` e](substitution([b `c` d](substitution([c]))))"));
        QCOMPARE(tree("a ${b:-$(c)} $(( $(d) + 1 ))"),
                 std::string("[a ${b:-$(c)} $(( $(d) + 1 ))](substitution([c]) substitution([d]))"));
        QCOMPARE(tree("a $(case x in b) c;; esac) d"),
                 std::string("[a $(case x in b) c;; esac) d](substitution(case <x>(item <b>([c]))))"));
        QCOMPARE(tree("a `# nothing`"), std::string("[a `# nothing`](substitution())"));
        QCOMPARE(tree("x=(a $(b) 'c d') e"), std::string("[x= e](substitution([b]))"));
    }
    void placesInBackquotesAreThoseOfTheText() {
        const std::string text = "a `b \\`cd \\\\\\$e\\` f`";
        const auto script = Script::parse(text, Dialect::Posix);
        QCOMPARE(script->commands().size(), 3U);
        QCOMPARE(script->commands()[2].words[0].range.of(text), std::string_view("cd"));
        QCOMPARE(script->commands()[1].words[2].range.of(text), std::string_view("f"));
    }

    void scriptsOnOneShelfAreReadAsThoughTheyWereAlone() {
        Shelf shelf;
        Parser parser(shelf);
        // Each but the last leaves something open: a here-document, a list, a substitution, a quote.
        const std::vector<std::string> texts{"a <<A", "if b; then (c", "d $(e `f", "g 'h", "i $'j\\x41' k\\ l >m"};
        std::vector<Script> scripts;
        for (std::string text : texts) {
            scripts.push_back(parser.read(text, Dialect::Bash));
            text.assign(text.size(), '#');  // the shelf has its own
        }
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const auto alone = Script::parse(texts[i], Dialect::Bash);
            QCOMPARE(scripts[i].text(), std::string_view(texts[i]));
            QCOMPARE(treeText(scripts[i]), treeText(*alone));
            QCOMPARE(scripts[i].tokens().size(), alone->tokens().size());
            QCOMPARE(scripts[i].problems().size(), alone->problems().size());
        }
    }

    void assignmentsStandBeforeTheCommand() {
        QCOMPARE(tree("A=1 B+='x y' c D=2"), std::string("[A=1 B+=x y c D=2]"));
        QCOMPARE(tree("A[1]=2"), std::string("[A[1]=2]"));
        QCOMPARE(tree("A= b"), std::string("[A= b]"));
        const auto script = Script::parse("A=1 B=2 c D=3", Dialect::Posix);
        QCOMPARE(script->commands()[0].assignments.size(), 2U);
        QCOMPARE(script->commands()[0].words.size(), 2U);
    }
    void redirectionsAreNoArguments() {
        QCOMPARE(tree("a >b 2>&1 <c d >> e &> f <<< g"), std::string("[a d >b >&1 <c >>e &>f <<<g]"));
        QCOMPARE(tree(">a b"), std::string("[b >a]"));
        QCOMPARE(words("a 2 > b"), std::string("a|2"));
    }
    void heredocsAreTakenFromTheNextLines() {
        const std::string text = "a <<A && b <<-'B C'\n1 $x $(c)\nA\n\t2 $(d)\n\tB C\ne";
        const auto script = Script::parse(text, Dialect::Posix);
        QCOMPARE(treeText(*script), std::string("[a <<A](substitution([c])) && [b <<-B C] ; [e]"));
        QCOMPARE(script->heredocs().size(), 2U);
        QCOMPARE(script->heredocs()[0].body.of(text), std::string_view("1 $x $(c)\n"));
        QCOMPARE(script->heredocs()[1].body.of(text), std::string_view("\t2 $(d)\n"));
        QVERIFY(script->heredocs()[0].expands && !script->heredocs()[1].expands);
        QVERIFY(script->heredocs()[0].terminated && script->heredocs()[1].terminated);
    }
    void aHeredocWithoutItsEndTakesTheRest() {
        const std::string text = "a <<A\n1\n2";
        const auto script = Script::parse(text, Dialect::Posix);
        QCOMPARE(script->heredocs()[0].body.of(text), std::string_view("1\n2"));
        QVERIFY(!script->heredocs()[0].terminated);
        QVERIFY(!script->problems().empty());
        QVERIFY(!Script::parse("a <<A", Dialect::Posix)->problems().empty());
    }

    void commandsStandInOrderWithTheirPlaces() {
        const std::string text = "x=1 a | ( b; c ) | d $(e)";
        const auto script = Script::parse(text, Dialect::Posix);
        std::string out;
        for (const SimpleCommand& command : script->commands())
            out += std::string(command.range.of(text)) + ',' + std::to_string(command.pipePosition) + ',' +
                   std::to_string(command.depth) + '\n';
        QCOMPARE(out, std::string("x=1 a,0,0\nb,0,1\nc,0,1\nd $(e),2,0\ne,0,1\n"));
        QVERIFY(script->commands()[3].before == Connective::Pipe);
        const auto node = static_cast<std::size_t>(script->commands()[4].node);
        QCOMPARE(script->nodes()[node].parent,
                 script->nodes()[node - 1].kind == NodeKind::Substitution ? static_cast<int>(node) - 1 : -1);
    }
    void tokensAreInOrderAndApart() {
        const std::string text =
            "if a; then # why\n  X=1 b \"c $d `e` f\" 'g' \\h ${i:-\"j\"} $(k \"l\") | m <<E\n1 $n\nE\nfi";
        const auto script = Script::parse(text, Dialect::Posix);
        std::string out;
        std::size_t end = 0;
        for (const Token& token : script->tokens()) {
            QVERIFY(token.range.begin >= end);
            end = token.range.end;
            static const char* const kLetters = "KO#SEVAH";
            out += kLetters[static_cast<std::size_t>(token.kind)];
            out += '<' + std::string(token.range.of(text)) + '>';
        }
        QCOMPARE(out, std::string("K<if>O<;>K<then>#<# why>A<X>O<=>S<\"c >V<$d>S< >O<`>O<`>S< f\">S<'g'>E<\\h>V<${i:->"
                                  "S<\"j\">V<}>O<$(>S<\"l\">O<)>O<|>O<<<>H<1 >V<$n>H<\n>H<E\n>K<fi>"));
    }

    void anUnknownShellIsNotRead() {
        const auto script = Script::parse("Get-Item | Out-Null", Dialect::Unknown);
        QCOMPARE(script->nodes().size(), 1U);
        QVERIFY(script->commands().empty() && script->tokens().empty() && script->problems().empty());
    }
    void aShellIsKnownByItsName() {
        QVERIFY(dialectOfProgram("/bin/sh") == Dialect::Posix);
        QVERIFY(dialectOfProgram("bash") == Dialect::Bash);
        QVERIFY(dialectOfProgram("/bin/ash") == Dialect::Posix);
        QVERIFY(dialectOfProgram("C:\\Windows\\cmd.exe") == Dialect::Unknown);
        QVERIFY(dialectOfProgram("pwsh") == Dialect::Unknown);
        QVERIFY(dialectOfProgram("C:\\msys\\bash.exe") == Dialect::Bash);
        QVERIFY(dialectOfScript("echo", Dialect::Bash) == Dialect::Bash);
        QVERIFY(dialectOfScript("#!/bin/sh -e\necho", Dialect::Bash) == Dialect::Posix);
        QVERIFY(dialectOfScript("#!/usr/bin/env -S A=b bash\r\n", Dialect::Posix) == Dialect::Bash);
        QVERIFY(dialectOfScript("#!/usr/bin/python3\n", Dialect::Posix) == Dialect::Unknown);
        QVERIFY(dialectOfScript("#!", Dialect::Posix) == Dialect::Unknown);
    }

    void depthIsBounded_data() {
        QTest::addColumn<std::string>("piece");
        for (const char* piece : {"(",
                                  "{ ",
                                  "$(",
                                  "`",
                                  "\"$(",
                                  "${",
                                  "${a:-",
                                  "$((",
                                  "((",
                                  "if ",
                                  "while ",
                                  "a() ",
                                  "case x in x) ",
                                  "<(",
                                  "x=(",
                                  "[[ ",
                                  "<<A $(",
                                  "\"${x:-",
                                  "\\`",
                                  "for x in `",
                                  "! ",
                                  "@("})
            QTest::newRow(piece) << std::string(piece);
    }
    void depthIsBounded() {
        QFETCH(std::string, piece);
        std::string text;
        while (text.size() < 100'000)
            text += piece;
        for (const Dialect dialect : {Dialect::Posix, Dialect::Bash})
            QVERIFY(Script::parse(text, dialect)->nodes().size() >= 1);
        text.insert(0, "echo first\n");
        QCOMPARE(Script::parse(text, Dialect::Bash)->commands()[0].words[1].value, std::string_view("first"));
    }
};

QTEST_APPLESS_MAIN(ScriptTest)
#include "script_test.moc"
