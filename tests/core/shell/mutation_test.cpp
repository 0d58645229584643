// Random scripts made of what means something to a shell: nothing crashes or hangs, and every place lies in the text.
#include "shell/invocation.h"

#include <QTest>
#include <random>

using namespace slipway;
using namespace slipway::shell;

namespace {

const std::vector<std::string>& pieces() {
    static const std::vector<std::string> kPieces{"a",
                                                  "b c",
                                                  " ",
                                                  "\n",
                                                  "\\\n",
                                                  "\\",
                                                  "'",
                                                  "\"",
                                                  "`",
                                                  "\\`",
                                                  "$",
                                                  "${",
                                                  "}",
                                                  "$(",
                                                  ")",
                                                  "(",
                                                  "$((",
                                                  "))",
                                                  "((",
                                                  "<<E",
                                                  "\nE\n",
                                                  "<<-'F'",
                                                  "<",
                                                  ">",
                                                  "2>&1",
                                                  "&>",
                                                  ";",
                                                  ";;",
                                                  "&",
                                                  "&&",
                                                  "|",
                                                  "||",
                                                  "!",
                                                  "# x",
                                                  "if ",
                                                  " then ",
                                                  " fi ",
                                                  " else ",
                                                  " do ",
                                                  " done ",
                                                  "for ",
                                                  " in ",
                                                  "case ",
                                                  " esac ",
                                                  "while ",
                                                  "{ ",
                                                  " } ",
                                                  "f() ",
                                                  "function ",
                                                  "[[ ",
                                                  " ]] ",
                                                  "x=",
                                                  "x=(",
                                                  "$'\\x4",
                                                  "@(",
                                                  "<(",
                                                  "$x",
                                                  "${x:-",
                                                  "\r\n",
                                                  "\xFF",
                                                  std::string(1, '\0'),
                                                  "sudo -u ",
                                                  "env ",
                                                  "--",
                                                  "-y"};
    return kPieces;
}

}  // namespace

class MutationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anyTextIsRead() {
        std::mt19937 random(11);
        for (int round = 0; round < 20'000; ++round) {
            std::string text;
            for (auto length = random() % 40; length > 0; --length)
                text += pieces()[random() % pieces().size()];
            const auto script = Script::parse(text, round % 2 == 0 ? Dialect::Posix : Dialect::Bash);
            const QByteArray where = "round " + QByteArray::number(round) + ": " + QByteArray::fromStdString(text);
            std::size_t end = 0;
            for (const Token& token : script->tokens()) {
                QVERIFY2(token.range.begin >= end && token.range.end > token.range.begin, where);
                end = token.range.end;
            }
            QVERIFY2(end <= text.size(), where);
            for (const Node& node : script->nodes())
                QVERIFY2(node.range.begin <= node.range.end && node.range.end <= text.size(), where);
            std::size_t begin = 0;
            for (const SimpleCommand& command : script->commands()) {
                QVERIFY2(command.range.begin >= begin && command.range.end <= text.size(), where);
                begin = command.range.begin;
                (void)Invocation(command).arguments({"ut", "--target"});
            }
        }
    }
};

QTEST_APPLESS_MAIN(MutationTest)
#include "mutation_test.moc"
