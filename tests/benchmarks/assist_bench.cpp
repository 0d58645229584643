// The list of what can be written, in the desktop: from the keystroke's text to what is shown, parse and plan included.
#include "assist/question.h"
#include "dockerfile_text.h"
#include "figure.h"
#include "language/completion.h"

#include <QTemporaryDir>

#include <cstdlib>

using namespace slipway;

int main() {
    const QTemporaryDir folder;
    const QString text = QString::fromStdString(benchmark::dockerfile(2000));
    assist::Question question;
    question.input.path = folder.filePath(QStringLiteral("Dockerfile"));
    question.input.folder = folder.path();
    question.input.text = text;
    question.input.revision = 1;
    const auto before = project::readText(question.input);
    question.known = before;
    question.input.previous = before->tree;
    bool good = true;
    for (const auto& [name, share] : {std::pair("list near the top", 10), {"list in the middle", 2}}) {
        const qsizetype at = text.indexOf(QStringLiteral("LABEL a=b"), text.size() / share);
        const auto line = static_cast<int>(text.left(at).count(u'\n'));
        question.at = {.line = line + 1, .column = 4};
        good &= benchmark::figure(
            name, 300, 20,
            [&](int round) {
                question.input.text = QString(text).insert(at, QStringLiteral("RU\n") + QString(round % 7, u' '));
                question.input.revision = round + 2;
                question.at.column = 3;
                const assist::Ground ground(question);
                if (language::complete(ground.plan(), ground.around, ground.offset).empty())
                    std::abort();
            },
            benchmark::Clock::Processor);
    }
    return good ? 0 : 1;
}
