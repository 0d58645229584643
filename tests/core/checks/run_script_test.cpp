#include "checks/check.h"

#include <QTest>
#include <random>

using namespace slipway;
using namespace slipway::checks;

namespace {

/// What a rule sees; made by one that keeps it.
struct Seen {
    std::shared_ptr<const dockerfile::SyntaxTree> tree;
    std::vector<std::shared_ptr<const RunScript>> scripts;
};

Seen read(std::string text, const plan::Bases& bases = {}) {
    Seen out{dockerfile::SyntaxTree::parse(std::move(text)), {}};
    const plan::BuildPlan made = plan::plan(out.tree, {.all = true}, bases);
    for (const Line& line : linesOf(made, {.bases = &bases})) {
        if (line.script) {
            out.scripts.push_back(line.script);
        }
    }
    return out;
}

/// Programs of the shells in force, in order.
std::string shells(std::string text) {
    std::string out;
    for (const auto& script : read(std::move(text)).scripts) {
        out += (out.empty() ? "" : " ") + script->shell().program +
               (script->shell().dialect == shell::Dialect::Unknown ? "?" : "") + (script->shell().pipefail ? "!" : "");
    }
    return out;
}

}  // namespace

class RunScriptTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theShellIsThatOfItsStage() {
        QCOMPARE(shells("RUN a\n"), std::string("sh"));
        QCOMPARE(shells("FROM x\nRUN a\nSHELL [\"/bin/bash\", \"-eo\", \"pipefail\", \"-c\"]\nRUN a\nFROM y\nRUN a\n"),
                 std::string("sh bash! sh"));
        QCOMPARE(
            shells("FROM x AS a\nSHELL [\"pwsh\", \"-c\"]\nFROM a AS b\nRUN a\nFROM b\nRUN a\nSHELL [\"sh\"]\nRUN a\n"),
            std::string("pwsh? pwsh? sh"));
        QCOMPARE(shells("FROM --platform=windows/amd64 x\nRUN a\nFROM mcr.microsoft.com/windows/nanoserver:1\nRUN a\n"),
                 std::string("cmd? cmd?"));
    }
    void aPragmaNamesTheShell() {
        QCOMPARE(shells("# hadolint shell=bash\nFROM x\nRUN a\nFROM y\nRUN a\n"), std::string("bash bash"));
        QCOMPARE(shells("FROM x\n#hadolint shell = powershell.exe # there\n\nRUN a\nENV b=c\nRUN a\nFROM y\nRUN a\n"),
                 std::string("powershell? powershell? sh"));
        QCOMPARE(shells("FROM x\n# hadolint shell=\n# hadolint shell=a b\n# hadolint shells=bash\nRUN a\n"),
                 std::string("sh"));
    }
    void theBaseImageNamesTheShell() {
        image::Config config;
        config.shell = {"/bin/zsh", "-o", "pipefail", "-c"};
        const plan::Bases bases{{{"mine"}, {{}, {}, std::make_shared<image::Config>(config)}}};
        const Seen seen = read("FROM mine\nRUN a\n", bases);
        QCOMPARE(seen.scripts.at(0)->shell().program, std::string("zsh"));
        QVERIFY(seen.scripts.at(0)->shell().pipefail);
    }
    void aHeredocIsAScriptOfItsOwnLanguage() {
        const Seen seen = read(
            "FROM x\nRUN <<EOF\n#!/bin/bash\na | b\nEOF\nRUN <<EOF\n#!/usr/bin/env python3\nimport os\nEOF\n"
            "RUN cat <<EOF && c\n$(d)\nEOF\nRUN <<-EOF\n\te\n\tEOF\n");
        QVERIFY(seen.scripts.at(0)->script().dialect() == shell::Dialect::Bash);
        QCOMPARE(seen.scripts[0]->commands().size(), 2U);
        QVERIFY(seen.scripts.at(1)->commands().empty());
        QCOMPARE(seen.scripts.at(2)->commands().size(), 3U);
        QCOMPARE(seen.scripts.at(3)->commands()[0].name(), std::string_view("e"));
    }
    void theExecFormIsReadAsShell() {
        const Seen seen = read("FROM x\nRUN [\"apt-get\", \"install\", \"-y\"]\n");
        const RunScript& script = *seen.scripts.at(0);
        QCOMPARE(script.commands()[0].arguments().subcommand(), std::string_view("install"));
        QCOMPARE(script.source({0, 3}).of(seen.tree->text()),
                 std::string_view("RUN [\"apt-get\", \"install\", \"-y\"]"));
    }
    void whatOnbuildKeepsIsRead() {
        QCOMPARE(shells("FROM x\nSHELL [\"bash\"]\nONBUILD RUN a\n"), std::string("bash"));
        QCOMPARE(shells("FROM x\nONBUILD SHELL [\"bash\"]\nRUN a\nONBUILD RUN a\nFROM y\nONBUILD RUN a\n"),
                 std::string("sh bash bash"));
    }
    void aProgramMayStartTheShell() {
        QCOMPARE(
            shells("FROM x\nSHELL [\"/usr/bin/env\", \"bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN a\nSHELL "
                   "[\"conda\", \"run\", \"-n\", \"b\", \"/bin/bash\", \"-c\"]\nRUN a\nSHELL [\"conda\", \"run\"]\n"
                   "RUN a\n"),
            std::string("env! conda conda?"));
    }
    void theShellFormNamesTheShellToo() {
        QCOMPARE(shells("FROM x\nSHELL /bin/bash -o pipefail -c\nRUN a\nSHELL\nSHELL [\"sh\nRUN a\n"),
                 std::string("bash! bash!"));
    }
    void aDocumentIsReadByTheShellBehindIt() {
        const Seen seen = read(
            "FROM x\nRUN <<EOF bash -e\na\nb\nEOF\nRUN <<'EOF' /bin/sh\nc\nEOF\nRUN <<EOF cat\nd\nEOF\nRUN <<EOF bash "
            "> "
            "x\nd\nEOF\nRUN bash <<EOF\nd\nEOF\nRUN <<EOF bash -eo pipefail -\nd\nEOF\n");
        std::string names;
        for (const auto& script : seen.scripts) {
            names += std::string(script->commands()[0].name()) + (script->hasOwnShell() ? "! " : " ");
        }
        QCOMPARE(names, std::string("a! c! cat bash bash d! "));
        QVERIFY(seen.scripts[0]->script().dialect() == shell::Dialect::Bash);
        QVERIFY(!seen.scripts[0]->shell().pipefail && seen.scripts[5]->shell().pipefail);
        QCOMPARE(seen.scripts[0]->source(seen.scripts[0]->commands()[1].command().range).of(seen.tree->text()),
                 std::string_view("b"));
    }
    void placesAreThoseOfTheDockerfile() {
        const std::string text =
            "FROM x\nRUN --mount=type=tmpfs,target=/t first \\\n  # why\n  second && \\\n third\nRUN "
            "<<EOF\nfourth\nEOF\n"
            "ONBUILD RUN fifth <<EOF && sixth\n$(seventh)\nEOF\n";
        const Seen seen = read(text);
        std::string found;
        for (const auto& script : seen.scripts) {
            for (const shell::Invocation& command : script->commands()) {
                for (const shell::Word& word : command.command().words) {
                    found += std::string(script->source(word.range).of(text)) + ' ';
                }
            }
        }
        QCOMPARE(found, std::string("first second third fourth fifth sixth seventh "));
    }
    void placesLieInTheTextWhateverItIs() {
        static const std::vector<std::string> kPieces{"FROM x\n",
                                                      "RUN ",
                                                      "ONBUILD ",
                                                      "a | b",
                                                      " && c",
                                                      "<<EOF",
                                                      "\n",
                                                      "\nEOF\n",
                                                      " \\\n",
                                                      "# hadolint shell=bash\n",
                                                      "SHELL [\"pwsh\"]\n",
                                                      "[\"a\", \"b\"]",
                                                      "$(",
                                                      "`",
                                                      ")",
                                                      "'",
                                                      "\"",
                                                      "--mount=type=cache,target=/x ",
                                                      "\r\n",
                                                      "# c\n",
                                                      "rm -rf /var/lib/apt/lists/*",
                                                      "apt-get update",
                                                      "pip install x ",
                                                      "\xFF"};
        std::mt19937 random(3);
        for (int round = 0; round < 3000; ++round) {
            std::string text;
            for (auto length = random() % 20; length > 0; --length) {
                text += kPieces[random() % kPieces.size()];
            }
            const auto tree = dockerfile::SyntaxTree::parse(text);
            const plan::BuildPlan made = plan::plan(tree, {.all = true}, {});
            for (const Finding& finding : check(made, {}, {.everyRule = true}).findings) {
                QVERIFY2(finding.range.begin <= finding.range.end && finding.range.end <= text.size(), text.c_str());
            }
        }
    }
};

QTEST_APPLESS_MAIN(RunScriptTest)
#include "run_script_test.moc"
