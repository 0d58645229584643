// The colours of what stands in a RUN's here-documents, in the language of the program that reads them.
#include "language/decorations.h"
#include "language/script_tokens.h"
#include "texts.h"

#include <QTest>

using namespace slipway;
using namespace slipway::language;

namespace {

constexpr std::array<const char*, 9> kNames{"keyword",   "comment",  "string",    "variable", "parameter",
                                            "namespace", "operator", "directive", "number"};

QByteArray shown(std::string_view text, const auto& tokens) {
    QByteArray out;
    for (const auto& token : tokens) {
        const std::string_view written = token.range.of(text);
        out += QByteArray(kNames[static_cast<std::size_t>(token.kind)]) + ' ' +
               QByteArray(written.data(), static_cast<qsizetype>(written.size())).replace('\n', "\\n") + '\n';
    }
    return out;
}

std::vector<SemanticToken> tokensOf(const dockerfile::SyntaxTree& tree) {
    return semanticTokens(tree, names(tree, dockerfile::outline(tree)));
}

/// Those of an instruction's lines below the first.
QByteArray document(const std::string& instruction) {
    const auto tree = dockerfile::SyntaxTree::parse("FROM a\n" + instruction);
    auto tokens = tokensOf(*tree);
    std::erase_if(tokens, [&](const SemanticToken& token) { return tree->lines().line(token.range.begin) < 3; });
    return shown(tree->text(), tokens);
}

}  // namespace

class ColoursTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theReaderSaysTheLanguage_data() {
        QTest::addColumn<QByteArray>("instruction");
        QTest::addColumn<QByteArray>("language");
        const auto row = [](const char* instruction, const char* language) {
            QTest::newRow(instruction) << QByteArray(instruction) << QByteArray(language);
        };
        row("RUN <<E", "shell");
        row("RUN bash <<E", "shell");
        row("RUN sudo sh -s - a <<E", "shell");
        row("RUN su - user <<E", "shell");
        row("ONBUILD RUN <<E", "shell");
        row("RUN <<E\n#!/usr/bin/env python3", "python");
        row("RUN <<E python3", "python");
        row("RUN python3 - a b <<E", "python");
        row("RUN cd /a && env B=c /usr/bin/python3.12 -u -X dev <<'E'", "python");
        row("RUN <<E\n#!/usr/bin/perl -w", "perl");
        row("RUN perl -Mfeature=say <<E", "perl");
        row("RUN cat <<E > /f", "none");
        row("RUN bash -c 'x' <<E", "none");
        row("RUN bash script.sh <<E", "none");
        row("RUN python3 -c 'x' <<E", "none");
        row("RUN python3 -m json.tool <<E", "none");
        row("RUN python3 script.py <<E", "none");
        row("RUN perl -ne 'x' <<E", "none");
        row("COPY <<E /f", "none");
    }
    void theReaderSaysTheLanguage() {
        QFETCH(QByteArray, instruction);
        QFETCH(QByteArray, language);
        // "if" is a keyword in each; "fi" in shells, "def" in Python and "my" in Perl alone.
        const QByteArray got = document(instruction.toStdString() + "\nif\nfi\ndef\nmy\nE\n");
        const auto has = [&](const char* keyword) { return got.contains(QByteArray("keyword ") + keyword + '\n'); };
        QCOMPARE(has("if"), language != "none");
        QCOMPARE(has("fi"), language == "shell");
        QCOMPARE(has("def"), language == "python");
        QCOMPARE(has("my"), language == "perl");
    }

    void eachDocumentHasItsOwn() {
        QCOMPARE(document("RUN python3 <<A && perl <<B\ndef\nmy\nA\ndef\nmy\nB\n"),
                 QByteArray("keyword def\noperator A\nkeyword my\noperator B\n"));
    }

    void theShellMayBeAnother() {
        const auto tree =
            dockerfile::SyntaxTree::parse("FROM a\nSHELL [\"python3\", \"-c\"]\nRUN import os; \\\n  print('a') # b\n");
        QCOMPARE(
            shown(tree->text(), tokensOf(*tree)),
            QByteArray("keyword FROM\nkeyword SHELL\nstring \"python3\"\nstring \"-c\"\nkeyword RUN\nkeyword import\n"
                       "operator \\\nstring 'a'\ncomment # b\n"));
    }

    void python() {
        const auto colours = [](std::string_view text) { return shown(text, pythonTokens(text)); };
        QCOMPARE(colours("import os # why\ndef f(x): return None\n"),
                 QByteArray("keyword import\ncomment # why\nkeyword def\nkeyword return\nkeyword None\n"));
        QCOMPARE(colours("a = 'b\\'c' + \"d'\" + f\"{e!r} # f\" + Rb'\\'' + x'y'"),
                 QByteArray("string 'b\\'c'\nstring \"d'\"\nstring f\"{e!r} # f\"\nstring Rb'\\''\nstring 'y'\n"));
        QCOMPARE(colours("'''a\n'b' \"c\" # d\n''' + \"\"\"e\\\"\"\"f\"\"\" if"),
                 QByteArray("string '''a\\n'b' \"c\" # d\\n'''\nstring \"\"\"e\\\"\"\"f\"\"\"\nkeyword if\n"));
        QCOMPARE(colours("'a\\\nb' 'c\nif 'd\\\r\ne' if"),
                 QByteArray("string 'a\\\\nb'\nstring 'c\nkeyword if\nstring 'd\\\r\\ne'\nkeyword if\n"));
        QCOMPARE(colours("x1 = 0xFFe+1 - 1_000.5e-3j + .5 - a.b2 + 0o17"),
                 QByteArray("number 0xFFe\nnumber 1\nnumber 1_000.5e-3j\nnumber .5\nnumber 0o17\n"));
        QCOMPARE(colours("\"\" '' \"\"\"a"), QByteArray("string \"\"\nstring ''\nstring \"\"\"a\n"));
    }

    void perl() {
        const auto colours = [](std::string_view text) { return shown(text, perlTokens(text)); };
        QCOMPARE(colours("my ($a, @b, %c) = (1, $d{if}, $#b, $$e, @{$f}, ${g}, $h::i, $1, $@); # why\n"),
                 QByteArray("keyword my\nvariable $a\nvariable @b\nvariable %c\nnumber 1\nvariable $d\nvariable $#b\n"
                            "variable $$e\nvariable $f\nvariable ${g}\nvariable $h::i\nvariable $1\nvariable $@\n"
                            "comment # why\n"));
        QCOMPARE(colours("$a % $b / 2 / 0x1F - 1.5e-3 .. 3"),
                 QByteArray("variable $a\nvariable $b\nnumber 2\nnumber 0x1F\nnumber 1.5e-3\nnumber 3\n"));
        QCOMPARE(colours("print 'a\\'b', \"c#d\", `e`, q{f{g}h}, qq (i(j)\\)), qw#k l#, q<m> if"),
                 QByteArray("string 'a\\'b'\nstring \"c#d\"\nstring `e`\nstring q{f{g}h}\nstring qq (i(j)\\))\n"
                            "string qw#k l#\nstring q<m>\nkeyword if\n"));
        QCOMPARE(colours("if (/a#\\/b/i && $c =~ s{d} {e}gx) { tr/a-z/A-Z/; y|a|b|; m!c!; split /,/, $f }"),
                 QByteArray("keyword if\nstring /a#\\/b/i\nvariable $c\nstring s{d} {e}gx\nstring tr/a-z/A-Z/\n"
                            "string y|a|b|\nstring m!c!\nstring /,/\nvariable $f\n"));
        QCOMPARE(colours("$a->if; (y => 1, s=>2); $b{q}; -s $c; m => 3"),
                 QByteArray("variable $a\nnumber 1\nnumber 2\nvariable $b\nvariable $c\nnumber 3\n"));
        QCOMPARE(colours("print <<A, <<'B', <<~\"C D\"; # e\nif\nA\nif\nB\n  if\n  C D\nif $x << 3\n"),
                 QByteArray("operator <<A\noperator <<'B'\noperator <<~\"C D\"\ncomment # e\nstring if\\nA\\n\n"
                            "string if\\nB\\n\nstring   if\\n  C D\\n\nkeyword if\nvariable $x\nnumber 3\n"));
        QCOMPARE(colours("=head1 A\nif\n=cut\nif\n__END__\nif\n"),
                 QByteArray("comment =head1 A\\nif\\n=cut\nkeyword if\ncomment __END__\\nif\\n\n"));
        QCOMPARE(colours("$a = $b / $c; \"d\ne"),
                 QByteArray("variable $a\nvariable $b\nvariable $c\nstring \"d\\ne\n"));
    }

    // What clients are promised of any text.
    void tokensAreInOrderApartAndWithinALine() {
        auto texts = sampleTexts();
        for (const std::string& text : corpusTexts())
            texts.push_back(text);
        const std::size_t whole = texts.size();
        TextMutator mutator(5);
        static const std::vector<std::string> kOpenings{"RUN <<E python3\n", "RUN <<E\n#!/usr/bin/perl\n", "RUN <<E\n",
                                                        "SHELL [\"perl\", \"-e\"]\nRUN "};
        static const std::string kScript =
            "my $x = q{a} . \"b$c\" if /d/; '''e\n''' # f\nprint <<G;\nh\nG\nfi 0x1 @i %j\n";
        for (std::size_t i = 0; i < 600; ++i) {
            texts.push_back("FROM a\n" + kOpenings[i % kOpenings.size()] + kScript + "\nE\n" + texts[i % whole]);
            for (int edit = 0; edit < 8; ++edit)
                mutator.mutate(texts.back());
        }
        for (const std::string& text : texts) {
            const auto tree = dockerfile::SyntaxTree::parse(text);
            std::size_t end = 0;
            for (const SemanticToken& token : tokensOf(*tree)) {
                QVERIFY(token.range.begin >= end && !token.range.empty() && token.range.end <= text.size());
                QVERIFY(!token.range.of(text).contains('\n'));
                end = token.range.end;
            }
            for (const auto& read : {pythonTokens, perlTokens}) {
                end = 0;
                for (const ScriptToken& token : read(text)) {
                    QVERIFY(token.range.begin >= end && !token.range.empty() && token.range.end <= text.size());
                    end = token.range.end;
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(ColoursTest)
#include "colours_test.moc"
