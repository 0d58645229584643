// Random edits of the samples: no byte is lost, nothing crashes, and reparsing gives what parsing gives.
#include "dockerfile/expansion.h"
#include "dockerfile/instruction.h"
#include "tree_text.h"

#include <QDir>
#include <QtTest>
#include <random>

using namespace slipway::dockerfile;

namespace {

std::vector<std::string> samples() {
    std::vector<std::string> out;
    const QDir folder(qEnvironmentVariable("SLIPWAY_SOURCE") + "/tests/core/dockerfile/samples");
    for (const QFileInfo& info : folder.entryInfoList({"*.Dockerfile"}, QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            out.push_back(file.readAll().toStdString());
    }
    return out;
}

/// A fixed sequence of edits: bytes that mean something to the parser, cuts, copies.
class Mutator {
public:
    explicit Mutator(unsigned seed) : m_random(seed) {}
    void mutate(std::string& text) {
        static const std::vector<std::string> kPieces{"\n",
                                                      "\r\n",
                                                      "\\\n",
                                                      "`\n",
                                                      "# ",
                                                      "#",
                                                      "\"",
                                                      "'",
                                                      "$",
                                                      "${",
                                                      "}",
                                                      "<<EOF",
                                                      "<<-'A'\n",
                                                      "\nEOF\n",
                                                      "[",
                                                      "]",
                                                      "=",
                                                      "--",
                                                      " ",
                                                      "\t",
                                                      "\\",
                                                      "FROM x AS y\n",
                                                      "RUN ",
                                                      "ONBUILD ",
                                                      "\xEF\xBB\xBF",
                                                      "\xFF",
                                                      std::string(1, '\0'),
                                                      "\xC2\xA0",
                                                      "# escape=`\n",
                                                      "ENV a b\n",
                                                      "HEALTHCHECK CMD "};
        const std::size_t at = below(text.size() + 1);
        switch (below(4)) {
            case 0:
                text.insert(at, kPieces[below(kPieces.size())]);
                break;
            case 1:
                text.erase(at, below(20));
                break;
            case 2:
                text.insert(at, text.substr(below(text.size() + 1), below(60)));
                break;
            default:
                if (at < text.size())
                    text[at] = static_cast<char>(below(256));
        }
    }

private:
    std::size_t below(std::size_t bound) { return std::uniform_int_distribution<std::size_t>(0, bound - 1)(m_random); }
    std::mt19937 m_random;
};

}  // namespace

class MutationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void editsLoseNothing() {
        const auto texts = samples();
        QVERIFY(!texts.empty());
        unsigned seed = 1;
        for (const std::string& sample : texts) {
            for (int round = 0; round < 12; ++round) {
                Mutator mutator(seed++);
                std::string text = sample;
                auto previous = SyntaxTree::parse(text);
                for (int edit = 0; edit < 10; ++edit) {
                    mutator.mutate(text);
                    const auto again = SyntaxTree::parse(text, previous.get());
                    const auto fresh = SyntaxTree::parse(text);
                    const QByteArray where =
                        "seed " + QByteArray::number(seed - 1) + " edit " + QByteArray::number(edit);
                    QVERIFY2(gap(*fresh).empty(), where + ' ' + gap(*fresh).c_str());
                    QVERIFY2(treeText(*again) == treeText(*fresh), where);
                    problemsText(*fresh);
                    outlineText(*fresh);
                    previous = again;
                }
            }
        }
    }

    void expansionTakesAnyText() {
        const Variables variables = [](std::string_view name) -> std::optional<std::string> {
            if (name == "a")
                return "x y";
            return name == "b" ? std::optional<std::string>("") : std::nullopt;
        };
        std::mt19937 random(7);
        const std::string_view alphabet = "ab${}:-+?#%/*\\'\" =\xFF\x01";
        for (int round = 0; round < 20'000; ++round) {
            std::string text;
            for (auto length = random() % 24; length > 0; --length)
                text += alphabet[random() % alphabet.size()];
            (void)expandWord(text, variables);
            (void)expandWords(text, variables);
            (void)expandWord(text, variables, '`');
            (void)usedNames(text);
        }
    }
};

QTEST_APPLESS_MAIN(MutationTest)
#include "mutation_test.moc"
