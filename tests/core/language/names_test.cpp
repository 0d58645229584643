// Definitions, references and renaming of stages and variables; symbols, folding, selection.
#include "language/names.h"
#include "language/definition.h"
#include "language/rename.h"
#include "language/symbols.h"

#include "marked.h"
#include "texts.h"

#include <QtTest>

using namespace slipway;
using namespace slipway::language;
using dockerfile::SyntaxTree;

namespace {

plan::Bases basesOf() {
    image::Config config;
    config.platform = image::Platform::host();
    config.env = {"PATH=/bin", "SET=1"};
    plan::Bases bases;
    bases[{"base"}] = {layer::Digest::of("base"), {}, std::make_shared<const image::Config>(config)};
    return bases;
}

plan::BuildPlan planOf(const std::string& text) {
    plan::Options options;
    options.all = true;
    return plan::plan(SyntaxTree::parse(text), options, basesOf());
}

std::string renamed(const std::string& text, std::size_t offset, const std::string& name) {
    const plan::Bases bases = basesOf();
    Surroundings surroundings;
    surroundings.bases = &bases;
    const auto edits = rename(planOf(text), offset, name, surroundings);
    return edits ? text::apply(text, *edits) : "refused: " + edits.error().message;
}

}  // namespace

class NamesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void occurrencesOfOneThing_data() {
        QTest::addColumn<QByteArray>("source");  // ^ touches one of the [[ ]], which are all of them
        const auto row = [](const char* name, const char* source) { QTest::newRow(name) << QByteArray(source); };
        row("a stage",
            "FROM a AS [[o^ne]]\nFROM [[ONE]] AS two\nCOPY --from=[[one]] x /\n"
            "RUN --mount=type=bind,from=[[one]],target=/x y\nFROM onex\nCOPY one /\n");
        row("a stage in quotes", "FROM a AS [[one]]\nFROM b\nCOPY --from=\"[[o^ne]]\" x /\n");
        row("a stage by number", "FROM a AS [[o^ne]]\nFROM b\nCOPY --from=[[0]] x /\n");
        row("two stages of one name", "FROM a AS x\nFROM b AS [[x]]\nFROM [[^x]]\n");
        row("a later stage is an image", "FROM b\nFROM a AS [[^b]]\n");
        row("a stage that --from may not take yet",
            "FROM b\nCOPY --from=[[one]] x /\nFROM a AS [[^ONE]]\nCOPY --from=[[one]] x /\n"
            "RUN --mount=type=bind,from=[[One]],target=/x y\n");
        row("a variable",
            "FROM a\nARG [[V]]=1\nENV A=$[[V]] B=\"${[[V]]:-$[[^V]]}\" C='$V' D=\\$V\nUSER ${[[V]]}x$Vx\n");
        row("its own stage alone", "FROM a\nARG V\nFROM b\nARG [[^V]]\nRUN echo $[[V]]\n");
        row("inherited", "FROM a AS x\nENV [[V]]=1\nFROM x\nCOPY $[[V]] /\nFROM b\nCOPY $V /\n");
        row("inherited and set again", "FROM a AS x\nENV [[V]]=1\nFROM x AS y\nENV [[V]]=2\nFROM y\nUSER $[[^V]]\n");
        row("above the first FROM", "ARG [[^V]]=1\nFROM a:${[[V]]}\nRUN echo $V\n");
        row("declared again in a stage",
            "ARG [[^V]]=1\nFROM a:${[[V]]}\nARG [[V]]\nRUN echo $[[V]] \"${[[V]]}\" '$V'\n");
        row("an ENV of that name is another", "ARG [[^V]]=1\nFROM a:$[[V]]\nENV V=2\n");
        row("flags",
            "FROM a\nARG [[^V]]\nCOPY --chown=$[[V]] --exclude=$[[V]] a /\n"
            "RUN --mount=type=cache,target=/$[[V]] x\n");
        row("a command's own assignment", "FROM a\nENV [[^V]]=1\nRUN [[V]]=2 x --V=3 V=4 && echo $[[V]]\n");
        row("a command's own variable", "FROM a\nENV [[^V]]=1\nFROM a\nRUN V=2; echo $V\n");
        row("what builtins name",
            "FROM a\nENV [[^V]]=1\nRUN export [[V]] && read -r [[V]] x; unset -v [[V]]; printf -v [[V]] %s V\n"
            "RUN local [[V]]=$x \"[[V]]=2\"; getopts ab: [[V]]; printenv [[V]]; env [[V]]=3 -u x y V=4\n");
        row("a loop's variable", "FROM a\nENV [[^V]]=1\nRUN for [[V]] in V $[[V]]; do echo V; done\n");
        row("arithmetic",
            "FROM a\nENV [[^V]]=1\nRUN echo $(([[V]]+0xV$(echo V)*${[[V]]})) && let [[V]]+=1 && echo V\n"
            "SHELL [\"bash\", \"-c\"]\nRUN (([[V]]++)); echo ${x:[[V]]:1} ${x:-V}; test -v [[V]]\n");
        row("by another name", "FROM a\nENV [[^V]]=1\nRUN echo ${![[V]]} ${#[[V]]} `echo \\$[[V]] V`\n");
        row("a script for another shell",
            "FROM a\nENV [[^V]]=1\nRUN sh -ec 'echo $[[V]] V' && sudo bash -o pipefail -c \"x \\$[[V]]; [[V]]=1\"\n"
            "RUN find . -exec sh -c 'echo \"$[[V]]\"' \\; && awk '{ print $V }'\nRUN eval 'echo $[[V]]'\n");
        row("a script that su runs", "FROM a\nENV [[^V]]=1\nRUN su - u -c 'echo $[[V]]' && su u V 'echo $V'\n");
        row("scripts in scripts", "FROM a\nENV [[^V]]=1\nRUN sh -c \"sh -c 'echo \\$[[V]] V'\"\n");
        row("a shell in exec form",
            "FROM a\nENV [[^V]]=1\nCMD [\"sh\", \"-c\", \"echo \\\"$[[V]]\\\" V\"]\nENTRYPOINT [\"echo\", \"$V\"]\n"
            "HEALTHCHECK CMD [\"/bin/bash\", \"-c\", \\\n  \"test $[[V]]\"]\nRUN [\"printenv\", \"[[V]]\"]\n");
        row("a script on a shell's input",
            "FROM a\nENV [[^V]]=1\nRUN bash -e <<'EOF' && cat <<'X'\necho $[[V]] V\nEOF\n$V\nX\n"
            "RUN sh <<EOF\necho $[[V]] \\$[[V]]\nEOF\n");
        row("a script in a quoted here-document", "FROM a\nENV [[^V]]=1\nRUN <<'EOF'\necho $[[V]] V\nEOF\n");
        row("a script that is copied",
            "FROM a\nENV [[^V]]=1\nCOPY <<'EOF' /x\n#!/bin/sh\necho $[[V]]\nEOF\nCOPY <<'EOF' /y\n#!/x\n$V\nEOF\n");
        row("other languages",
            "FROM a\nENV [[^V]]=1\nRUN python3 -c 'import os; os.environ[\"[[V]]\"]' && node -e 'process.env.[[V]] V'\n"
            "RUN <<EOF\n#!/usr/bin/perl\nprint $ENV{[[V]]};\nEOF\n");
        row("a secret's variable", "FROM a\nRUN --mount=type=secret,id=x,env=[[^V]] echo $[[V]]\nRUN echo $V\n");
        row("a secret in a variable that is there",
            "FROM a\nENV [[^V]]=1\nRUN --mount=type=secret,id=x,env=[[V]] echo $[[V]]\n");
        row("a flag over lines",
            "FROM a\nARG [[^V]]\nRUN \\\n  --mount=type=cache,\\\ntarget=/$[[V]] \\\n  --network=none x\n"
            "COPY \\\n# c\n  --chown=$[[V]] a /\n");
        row("a stage's name in a flag over lines",
            "FROM a AS [[^one]]\nFROM b\nRUN --mount=type=bind,\\\nfrom=[[one]],target=/x y\n");
        row("a stage as an ARG's default",
            "ARG B=\"[[one]]\"\nFROM a AS [[^one]]\nFROM ${B}\nFROM $B\nCOPY --from=[[one]] x /\n");
        row("inherited from such a stage", "ARG B=one\nFROM a AS one\nENV [[^V]]=1\nFROM $B\nRUN echo $[[V]]\n");
        row("inherited from what a part of a name may mean",
            "ARG X=n\nFROM a AS x-y\nENV [[V]]=1\nFROM a AS x-n\nENV [[V]]=2\nFROM x-${X} AS z\nFROM z\n"
            "RUN echo $[[^V]]\nFROM a AS y\nRUN echo $V\n");
        row("cmd", "FROM a\nENV [[^V]]=1\nSHELL [\"cmd\", \"/S\", \"/C\"]\nRUN echo %[[V]]% V\n");
        row("PowerShell's environment", "FROM a\nENV [[^V]]=1\nSHELL [\"pwsh\", \"-c\"]\nRUN echo $env:[[V]] $V\n");
        row("a script", "FROM a\nENV [[^V]]=1\nRUN <<EOF\necho $[[V]] '$V'\nEOF\n");
        row("another language", "FROM a\nENV [[^V]]=1\nRUN <<EOF\n#!/usr/bin/python3\nprint(\"$V\")\nEOF\n");
        row("a file in the text",
            "FROM a\nENV [[^V]]=1\nCOPY <<EOF /x\n'$[[V]]' \\$V\nEOF\nCOPY <<'EOF' /x\n$V\nEOF\n");
        row("exec form", "FROM a\nENV [[^V]]=1\nRUN [\"echo\", \"$V\"]\nCOPY [\"$[[V]]\", \"/\"]\n");
        row("ONBUILD", "FROM a\nENV [[^V]]=1\nONBUILD RUN echo $[[V]]\nONBUILD ENV V=2\n");
        row("over lines", "FROM a\nARG [[^V]]\nENV A=b \\\n# c\n    B=$[[V]]\n");
        row("PowerShell", "FROM a\nENV [[^V]]=1\nSHELL [\"powershell\"]\nRUN echo $V\nUSER $[[V]]\n");
        row("a here-document", "FROM a\nRUN <<[[E^OF]]\nEOFX\n[[EOF]]\n");
        row("a quoted here-document", "FROM a\nRUN <<-'[[E^OF]]'\nx\n\t[[EOF]]\n");
    }
    void occurrencesOfOneThing() {
        QFETCH(QByteArray, source);
        const Marked marked(source.toStdString());
        const auto tree = SyntaxTree::parse(marked.text);
        const Names found = names(*tree, dockerfile::outline(*tree));
        const std::size_t place = marked.places.empty() ? marked.ranges.front().begin : marked.place();
        const Occurrence* const at = found.at(place);
        QVERIFY(at);
        std::vector<text::Range> ranges;
        for (const Occurrence* const each : found.of(at->symbol))
            ranges.push_back(each->range);
        QCOMPARE(ranges, marked.ranges);
    }

    void aNameLeadsToWhatGivesItsValue_data() {
        QTest::addColumn<QByteArray>("source");  // ^ leads to [[ ]]
        const auto row = [](const char* name, const char* source) { QTest::newRow(name) << QByteArray(source); };
        row("a stage", "FROM a AS [[one]]\nFROM ^one\n");
        row("the stage's ARG", "ARG V=1\nFROM a:$V\nARG [[V]]\nRUN echo $^V\n");
        row("FROM's", "ARG [[V]]=1\nFROM a\nARG V=2\nFROM b:$^V\nARG V=3\n");
        row("the global one that a stage's goes on from", "ARG [[V]]=1\nFROM a\nARG ^V\nRUN echo $V\n");
        row("a stage's with its own value", "ARG V=1\nFROM a\nARG [[^V]]=2\n");
        row("the last one above", "FROM a\nARG V=1\nARG [[V]]=2\nRUN echo $^V\nARG V=3\n");
        row("ENV wins", "FROM a\nENV [[V]]=1\nARG V=2\nRUN echo $^V\n");
        row("the base stage's ENV wins", "FROM a AS x\nENV [[V]]=1\nFROM x\nARG V=2\nRUN echo $^V\n");
        row("below its use", "FROM a\nRUN echo $^V\nENV [[V]]=1\n");
        row("a secret's", "FROM a\nRUN --mount=type=secret,id=x,env=[[V]] echo $^V\n");
    }
    void aNameLeadsToWhatGivesItsValue() {
        QFETCH(QByteArray, source);
        const Marked marked(source.toStdString());
        const Definition found = definitionAt(*SyntaxTree::parse(marked.text), {}, marked.place());
        QCOMPARE(found.places, marked.ranges);
    }

    void nothingElseIsAName() {
        const auto tree = SyntaxTree::parse("FROM a\nRUN echo hi\n");
        QVERIFY(!names(*tree, dockerfile::outline(*tree)).at(8));
    }

    void renames() {
        const Marked stage("FROM base AS ^one\nFROM one\nCOPY --from=0 a /\nCOPY --from=one a /\n");
        QCOMPARE(renamed(stage.text, stage.place(), "two"),
                 std::string("FROM base AS two\nFROM two\nCOPY --from=0 a /\nCOPY --from=two a /\n"));
        const Marked copied("FROM base AS ^one\nFROM base\nCOPY --from=one a /\n");
        QCOMPARE(renamed(copied.text, copied.place(), "Two"),
                 std::string("FROM base AS Two\nFROM base\nCOPY --from=Two a /\n"));
        const Marked variable("ARG V=1\nFROM base:$V\nARG V\nRUN echo ${^V}\n");
        QCOMPARE(renamed(variable.text, variable.place(), "W"),
                 std::string("ARG W=1\nFROM base:$W\nARG W\nRUN echo ${W}\n"));
        QCOMPARE(renamed(variable.text, variable.place(), "V"), variable.text);
        const std::string test = "FROM base\nENV V=1\nSHELL [\"bash\", \"-c\"]\nRUN [[ -v V && V -gt V1 && x = V ]]\n";
        QCOMPARE(renamed(test, test.find("V="), "W"),
                 std::string("FROM base\nENV W=1\nSHELL [\"bash\", \"-c\"]\nRUN [[ -v W && W -gt V1 && x = V ]]\n"));
        const std::string asItIs = "FROM base AS base\nFROM base\n";
        QCOMPARE(renamed(asItIs, asItIs.find("base\nFROM"), "base"), asItIs);
        const Marked byArgument("ARG B=one\nFROM base AS ^one\nFROM ${B}\n");
        QCOMPARE(renamed(byArgument.text, byArgument.place(), "two"),
                 std::string("ARG B=two\nFROM base AS two\nFROM ${B}\n"));
        const Marked global("ARG ^SET=se\nFROM ba$SET\nRUN echo $SET\n");  // which is the image's in the RUN
        QCOMPARE(renamed(global.text, global.place(), "W"), std::string("ARG W=se\nFROM ba$W\nRUN echo $SET\n"));
        const Marked secret("FROM base\nRUN --mount=type=secret,id=k,env=^K sh -c 'echo $K'\n");
        QCOMPARE(renamed(secret.text, secret.place(), "KEY"),
                 std::string("FROM base\nRUN --mount=type=secret,id=k,env=KEY sh -c 'echo $KEY'\n"));
    }

    void refusesWhatCantBeRenamed_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("reason");
        const auto row = [](const char* title, const char* source, const char* name, const char* reason) {
            QTest::newRow(title) << QByteArray(source) << QByteArray(name) << QByteArray(reason);
        };
        row("no name", "FROM ^a\n", "b", "no stage and no variable");
        row("a here-document", "FROM a\nRUN <<^E\nE\n", "F", "no stage and no variable");
        row("a number", "FROM a AS x\nFROM b\nCOPY --from=^0 a /\n", "y", "number");
        row("the base image's", "FROM base\nUSER $^SET\n", "W", "The image base sets SET");
        row("the base image's, set again", "FROM base AS x\nENV SET=2\nFROM x\nRUN echo $^SET\n", "W",
            "The image base sets SET");
        row("of every container", "FROM a\nENV ^PATH=/x\n", "W", "Docker gives");
        row("a stage that a part of a name reaches", "ARG V=a\nFROM base AS ^x-a\nFROM x-${V}\n", "y",
            "Line 3 reaches this stage through a variable");
        row("a stage that two ARGs reach", "ARG A=x\nARG B=$A\nFROM base AS ^x\nFROM $B\n", "y",
            "Line 4 reaches this stage through a variable");
        row("a stage in a default with more uses", "ARG B=x\nFROM base AS ^x\nFROM $B\nARG B\nRUN make $B\n", "y",
            "line 5 uses it for something else");
        row("a stage by a variable in --from", "ARG B=x\nFROM base AS ^x\nFROM base\nCOPY --from=$B a /\n", "y",
            "Line 4 names a stage by a variable");
        row("a variable of a stage that is taken from ARGs",
            "ARG A=x\nARG B=$A\nFROM base AS x\nENV ^V=1\nFROM $B\nRUN echo $V\n", "W", "Line 5 takes its stage");
        row("taken in a FROM", "ARG ^A=1\nFROM base:$A$B\n", "B", "B is used already, in line 2");
        row("a name that is put together", "FROM a\nENV ^V=1\nRUN n=V; echo ${!n}\n", "W", "Line 3 may name V");
        row("taken below", "FROM a AS x\nENV ^V=1\nFROM x\nRUN W=1; echo $W\n", "W", "A command uses W already");
        row("not defined", "FROM a\nUSER $^V\n", "W", "Nothing in this file defines V");
        row("of the platform", "FROM a\nARG ^TARGETARCH\n", "W", "Docker gives");
        row("bad stage", "FROM a AS ^x\n", "1x", "can't be a stage's name");
        row("bad stage with a line's end", "FROM a AS ^x\n", "y\nRUN z", "can't be a stage's name");
        row("bad stage, empty", "FROM a AS ^x\n", "", "can't be a stage's name");
        row("reserved stage", "FROM a AS ^x\n", "scratch", "reserved");
        row("taken stage", "FROM a AS ^x\nFROM b AS y\n", "Y", "Line 2 has a stage");
        row("capitals where another stands on it", "FROM a AS ^x\nFROM x\n", "Y", "Line 2 builds on this stage");
        row("its capitals", "FROM a AS ^X\nFROM x\n", "X", "Line 2 builds on this stage");
        row("an image's name", "FROM a AS ^x\nFROM base\n", "base", "is an image that this file uses");
        row("bad variable", "FROM a\nARG ^V\n", "1", "can't be a variable's name");
        row("bad variable with a blank", "FROM a\nARG ^V\n", "A B", "can't be a variable's name");
        row("predefined variable", "FROM a\nARG ^V\n", "HTTP_PROXY", "Docker gives");
        row("taken variable", "FROM a\nARG ^V\nARG W\n", "W", "used already, in line 3");
        row("used and not defined", "FROM a\nARG ^V\nUSER $W\n", "W", "used already, in line 3");
        row("a command's variable", "FROM a\nARG ^V\nRUN W=1; echo $V$W\n", "W", "A command uses W already, in line 3");
        row("inherited", "FROM a AS x\nENV W=1\nFROM x\nARG ^V\n", "W", "by the stage that this one stands on");
        row("set by the base", "FROM base\nARG ^V\n", "SET", "The base image sets SET");
    }
    void refusesWhatCantBeRenamed() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, reason);
        const Marked marked(source.toStdString());
        const std::string got = renamed(marked.text, marked.place(), name.toStdString());
        QVERIFY2(got.starts_with("refused: "), got.c_str());
        QVERIFY2(got.contains(reason.toStdString()), got.c_str());
    }

    void symbolsOfStages() {
        const auto tree =
            SyntaxTree::parse("ARG V=1\nFROM a AS one\nENV A=1 B=2\n# c\nFROM b\nRUN x  \\\n  y\nnonsense z\n");
        const auto symbols = documentSymbols(*tree, dockerfile::outline(*tree));
        QCOMPARE(symbols.size(), 3U);
        QCOMPARE(symbols[0].name, std::string("ARG"));
        QCOMPARE(symbols[0].children.at(0).name, std::string("V"));
        QCOMPARE(symbols[1].name, std::string("one"));
        QCOMPARE(symbols[1].detail, std::string("FROM a"));
        QCOMPARE(symbols[1].nameRange.of(tree->text()), std::string_view("one"));
        QCOMPARE(symbols[1].range.of(tree->text()), std::string_view("FROM a AS one\nENV A=1 B=2"));
        QCOMPARE(symbols[1].children.size(), 2U);
        QCOMPARE(symbols[1].children[1].children.at(1).detail, std::string("2"));
        QCOMPARE(symbols[2].name, std::string("1"));
        QCOMPARE(symbols[2].children[1].detail, std::string("x y"));
        QCOMPARE(symbols[2].children[2].name, std::string("nonsense"));
    }

    void foldsStagesInstructionsAndComments() {
        const auto tree =
            SyntaxTree::parse("# a\n# b\nFROM a\nRUN x \\\n  y\n# c\nCOPY <<A <<B /\na\nA\nb\nB\nFROM b\n# d\n# e");
        std::vector<std::pair<std::uint32_t, std::uint32_t>> lines;
        for (const FoldingRange& fold : foldingRanges(*tree, dockerfile::outline(*tree)))
            lines.emplace_back(fold.line, fold.endLine);
        const std::vector<std::pair<std::uint32_t, std::uint32_t>> expected{{1, 2}, {3, 11},  {4, 5},  {7, 11},
                                                                            {8, 9}, {10, 11}, {13, 14}};
        QCOMPARE(lines, expected);
    }

    void selectionGrows() {
        const Marked marked("FROM a\nCOPY --chown=^x:y a b\n");
        const auto tree = SyntaxTree::parse(marked.text);
        std::vector<std::string> texts;
        for (const text::Range range : selectionRanges(*tree, dockerfile::outline(*tree), marked.place()))
            texts.emplace_back(range.of(marked.text));
        const std::vector<std::string> expected{"x:y", "--chown=x:y", "COPY --chown=x:y a b",
                                                "FROM a\nCOPY --chown=x:y a b", marked.text};
        QCOMPARE(texts, expected);
    }

    void selectionGrowsInCommands() {
        const auto selected = [](const char* source) {
            const Marked marked(source);
            const auto tree = SyntaxTree::parse(marked.text);
            std::vector<std::string> texts;
            for (const text::Range range : selectionRanges(*tree, dockerfile::outline(*tree), marked.place()))
                texts.emplace_back(range.of(marked.text));
            texts.resize(std::min<std::size_t>(texts.size(), 4));
            return texts;
        };
        QCOMPARE(selected("FROM a\nRUN if x; then a \\\n  \"^b c\"; fi\n")[1], std::string("a \\\n  \"b c\""));
        QCOMPARE(selected("FROM a\nRUN a b^c && d\n"),
                 (std::vector<std::string>{"bc", "a bc", "a bc && d", "RUN a bc && d"}));
        QCOMPARE(selected("FROM a\nRUN <<EOF\na b\nc ^d\nEOF\n"),
                 (std::vector<std::string>{"d", "c d", "a b\nc d\n", "RUN <<EOF\na b\nc d\nEOF"}));
        QCOMPARE(selected("FROM a\nONBUILD RUN a ^b\n"),
                 (std::vector<std::string>{"b", "a b", "RUN a b", "ONBUILD RUN a b"}));
    }

    void everyTextHasNamesInOrder() {
        auto texts = sampleTexts();
        for (std::string& text : corpusTexts())
            texts.push_back(std::move(text));
        TextMutator mutator(5);
        for (std::size_t i = 0; i < 200; ++i) {
            texts.push_back(texts[i % 7]);
            for (int edit = 0; edit < 10; ++edit)
                mutator.mutate(texts.back());
        }
        for (const std::string& text : texts) {
            const auto tree = SyntaxTree::parse(text);
            const auto outline = dockerfile::outline(*tree);
            const Names found = names(*tree, outline);
            std::size_t end = 0;
            for (const Occurrence& each : found.occurrences) {
                QVERIFY2(each.range.begin >= end && each.range.end <= text.size(), text.c_str());
                const std::string& name = found.symbols[each.symbol].name;
                const bool spelled = each.role == Occurrence::Role::Number || each.range.of(text).size() >= name.size();
                QVERIFY2(spelled, text.c_str());
                end = each.range.end;
            }
            (void)documentSymbols(*tree, outline);
            (void)foldingRanges(*tree, outline);
            for (std::size_t at = 0; at <= text.size(); at += text.size() / 4 + 1)
                QVERIFY(!selectionRanges(*tree, outline, at).empty() || text.empty());
        }
    }
};

QTEST_APPLESS_MAIN(NamesTest)
#include "names_test.moc"
