#include "dockerfile/expansion.h"

#include <QtTest>
#include <map>

using namespace slipway;
using namespace slipway::dockerfile;

namespace {

const std::map<std::string, std::string, std::less<>> kValues{
    {"v", "value"},    {"empty", ""},    {"spaced", "a  b"}, {"path", "/usr/local/lib/x.tar.gz"},
    {"star", "a*b*c"}, {"uml", "größe"}, {"p", "v"}};

std::optional<std::string> lookUp(std::string_view name) {
    const auto found = kValues.find(name);
    return found == kValues.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

class ExpansionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wordsExpand_data() {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* word, const char* expected) { QTest::newRow(word) << word << expected; };
        row("$v ${v} $unset.", "value value .");
        row("$v-x$", "value-x$");
        row("\\$v \\\\ \\x", "$v \\ x");
        row("'$v' \"$v\" \"\\$v\" \"\\x\"", "$v value $v \\x");
        row("${v:-w} ${unset:-w} ${empty:-w} ${empty-w} ${unset-w}", "value w w  w");
        row("${v:+w} ${unset:+w} ${empty:+w} ${empty+w} ${unset+w}", "w   w ");
        row("${v:?w} ${v?w} ${empty?w}", "value value ");
        row("${unset:-${v}${unset:-deep}}", "valuedeep");
        row("${unset:-\"a}b\"}", "a}b");
        row("${path#*/} ${path##*/}", "usr/local/lib/x.tar.gz x.tar.gz");
        row("${path%.*} ${path%%.*}", "/usr/local/lib/x.tar /usr/local/lib/x");
        row("${path#nothing} ${path%nothing}", "/usr/local/lib/x.tar.gz /usr/local/lib/x.tar.gz");
        row("${v#${p}a}", "lue");
        row("${v#?} ${v%?} ${v#*} ${v##*} ${v%*}", "alue valu value  value");
        row("${uml%??} ${uml#??}", "grö öße");
        row("${path/l/L} ${path//l/L} ${path//l/}",
            "/usr/Local/lib/x.tar.gz /usr/LocaL/Lib/x.tar.gz /usr/oca/ib/x.tar.gz");
        row("${star/\\*/-} ${star//\\*/-}", "a-b*c a-b-c");
        row("${path/usr*lib/opt}", "/opt/x.tar.gz");
        row("${path//\\//:}", ":usr:local:lib:x.tar.gz");
        row("${path/usr/\\*}", "/\\*/local/lib/x.tar.gz");
        row("${v///x} ${v//*/x} ${empty//*/x}", "xvxaxlxuxex x x");
        row("${unset#x} ${unset/x/y} ${unset/*/y}", "  y");
        row("${uml//ö/'<$0>'} ${v//a/'$$'} ${v//a/'$1x'} ${v//a/'${0}${0}'}", "gr<ö>ße v$lue vlue vaalue");
        row("${v//a/'$'} ${v//a/'${x'} ${v/a/'$0'} ${v//a/\\$0}", "v$lue v${xlue v$0lue v\\alue");
        row("${path#'#*/'} ${path%\"%.*\"}", "x.tar.gz /usr/local/lib/x");
        row("${unset:-'$v'}", "$v");
    }
    void wordsExpand() {
        QFETCH(QString, word);
        QFETCH(QString, expected);
        const auto expanded = expandWord(word.toStdString(), lookUp);
        QVERIFY2(expanded, expanded ? "" : expanded.error().message.c_str());
        QCOMPARE(QString::fromStdString(expanded->text), expected);
    }

    void malformedWordsFail_data() {
        QTest::addColumn<QString>("word");
        for (const char* word :
             {"'open",   "\"open",     "${v",          "${",         "${}",      "${:-x}",       "${v=x}",
              "${v:=x}", "${v:#x}",    "${v:%x}",      "${v:/a/b}",  "${v^}",    "${v:-x",       "${v/a",
              "${v/a/b", "${unset:?}", "${unset?why}", "${empty:?}", "${v#\\x}", "${unset#\\x}", "${.}"})
            QTest::newRow(word) << word;
    }
    void malformedWordsFail() {
        QFETCH(QString, word);
        const auto expanded = expandWord(word.toStdString(), lookUp);
        QVERIFY2(!expanded, expanded ? expanded->text.c_str() : "");
        QVERIFY(!expanded.error().message.empty());
    }

    void theMessageOfAMandatoryVariableIsItsOwn() {
        QVERIFY(expandWord("${unset:?give $v}", lookUp).error().message.contains("unset: give value"));
        QVERIFY(expandWord("${unset?}", lookUp).error().message.contains("unset: is not allowed to be unset"));
        QVERIFY(expandWord("${empty:?}", lookUp).error().message.contains("empty: is not allowed to be empty"));
    }

    void theEscapeCanBeABacktick() {
        QCOMPARE(expandWord("c:\\$v `$v ``", lookUp, '`')->text, std::string("c:\\value $v `"));
    }

    void wordsSplitAtUnquotedWhiteSpace() {
        QCOMPARE(*expandWords("  one $spaced \"$spaced\" t'w o' \\  ", lookUp),
                 (std::vector<std::string>{"one", "a", "b", "a  b", "tw o", " "}));
        QVERIFY(expandWords("$empty $unset", lookUp)->empty());
    }

    void blanksBehindAHereDocumentsSignBelongToTheWord() {
        QCOMPARE(*expandWords("cat <<  $v >f 3<<-E a<b", lookUp),
                 (std::vector<std::string>{"cat", "<<  value", ">f", "3<<-E", "a<b"}));
        QCOMPARE(*expandWords("a '<<' b < c", lookUp), (std::vector<std::string>{"a", "<<", "b", "<", "c"}));
    }

    void emptyQuotesAloneMakeNoWord() {
        QCOMPARE(*expandWords("\"\" a '' b", lookUp), (std::vector<std::string>{"a", "b"}));
    }

    void aQuotedBackslashOfAPatternIsACharacter() {
        const auto value = [](std::string_view) { return std::optional<std::string>("dir\\file"); };
        QCOMPARE(expandWord("${x#\"dir\\f\"} ${x%\"\\file\"}", value)->text, std::string("ile dir"));
    }

    // As in BuildKit; a shell's reach farther.
    void noSignOfAPatternStandsForALinesEnd() {
        const auto value = [](std::string_view name) {
            return std::optional<std::string>(name == "n" ? "\n" : name == "w" ? "bx\nbyc\nbz" : "a\nb");
        };
        const auto expanded = [&](std::string_view word) { return expandWord(word, value)->text; };
        QCOMPARE(expanded("${v##*}|${v%%*}|${v#?}|${v##a?b}|${v##a*b}|${v%%?b}"),
                 std::string("\nb|a\n|\nb|a\nb|a\nb|a\nb"));
        QCOMPARE(expanded("${w#*$n}|${w##*$n}|${w%$n*}|${w%%$n*}|${w##*$n*c}|${w%%b*$n*}"),
                 std::string("byc\nbz|byc\nbz|bx\nbyc|bx\nbyc|\nbz|bx\n"));
        QCOMPARE(expanded("${v/*/-}|${v//*/-}|${v//?/-}|${v/?b/-}"), std::string("-\nb|-\n-|-\n-|a\nb"));
        QCOMPARE(expanded("${w/b*c/-}|${w//b*/-}|${w/x*y/-}|${w/x$n*c/-}"),
                 std::string("bx\n-\nbz|-\n-\n-|bx\nbyc\nbz|b-\nbz"));
    }

    void aPatternTakesTimeLinearInTheValue() {
        const std::string line(20'000, 'a');
        const auto value = [&](std::string_view) { return std::optional(line + "\n" + line + "b"); };
        QCOMPARE(expandWord("${v/a*c/x}", value)->text, line + "\n" + line + "b");
        QCOMPARE(expandWord("${v/a*b/x}", value)->text, line + "\nx");
    }

    void aDocumentKeepsItsQuotes() {
        const auto text = [](std::string_view document) { return expandDocument(document, lookUp)->text; };
        QCOMPARE(text("'$v' \"$v\" \\$v it's\n"), std::string("'value' \"value\" $v it's\n"));
        QCOMPARE(text("${unset:-\"a\"} ${unset:-it's} ${unset:-{a} b}\n"), std::string("\"a\" it's {a b}\n"));
        // These are variables to BuildKit, too, and none of them is set.
        const auto script = expandDocument("echo \"$@\" $# $$ $10;\n", lookUp);
        QCOMPARE(script->text, std::string("echo \"\"   ;\n"));
        QCOMPARE(script->unset, (std::vector<std::string>{"@", "#", "$", "10"}));
    }

    void usedAndUnsetNamesAreTold() {
        const auto expanded = expandWord("$v ${a:-$b} $v '$c'", lookUp);
        QCOMPARE(expanded->used, (std::vector<std::string>{"v", "b", "a"}));
        QCOMPARE(expanded->unset, (std::vector<std::string>{"b", "a"}));
    }

    void namesAreFoundInAnyText() {
        QCOMPARE(usedNames("echo $A ${B%%x} '$C' \"$D\" $(cmd $E) \\$F ${G^^} \"it's $H"),
                 (std::vector<std::string>{"A", "B", "D", "E", "G", "H"}));
    }

    void manyNamesTakeLinearTime() {
        std::string text;
        for (int i = 0; i < 100'000; ++i)
            text += " $name" + std::to_string(i);
        QCOMPARE(expandWord(text, lookUp)->unset.size(), 100'000U);
        QCOMPARE(usedNames(text).size(), 100'000U);
    }

    void whatWouldFillTheMemoryIsRefused_data() {
        QTest::addColumn<QString>("word");
        const auto times = [](int count, const char* text) { return QString(QLatin1String(text)).repeated(count); };
        QTest::newRow("many times a long value") << times(1000, "$long");
        QTest::newRow("in double quotes") << '"' + times(1000, "$long") + '"';
        QTest::newRow("replacements in replacements") << times(20, "${long//a/") + "$long" + times(20, "}");
        QTest::newRow("a match that is repeated") << "${long//*/" + times(2000, "$$0") + '}';
    }
    void whatWouldFillTheMemoryIsRefused() {
        QFETCH(QString, word);
        const std::string text = word.toStdString();
        const Variables variables = [](std::string_view) { return std::string(2000, 'a'); };
        const auto whole = expandWord(text, variables);
        QVERIFY(!whole);
        QVERIFY2(whole.error().message.contains("1 MiB longer"), whole.error().message.c_str());
        QVERIFY(!expandWords(text, variables));
    }

    void deepNestingIsRefusedAndNotFollowed() {
        std::string word;
        for (int i = 0; i < 100'000; ++i)
            word += "${x:-";
        QVERIFY(!expandWord(word, lookUp));
    }
};

QTEST_APPLESS_MAIN(ExpansionTest)
#include "expansion_test.moc"
