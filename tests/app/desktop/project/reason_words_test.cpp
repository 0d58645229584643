#include "project/reason_words.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace slipway;
using namespace slipway::project;
using cache::Reason;
using cache::ReasonKind;

class ReasonWordsTest : public QObject {
    Q_OBJECT

    static plan::BuildPlan planOf(std::string text) {
        return plan::plan(dockerfile::SyntaxTree::parse(std::move(text)), {}, {});
    }

private Q_SLOTS:
    // In English they are core's own: nothing is lost on the way into another language.
    void inEnglishTheyAreWhatCoreSays_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("cause");
        QTest::addColumn<QStringList>("differences");
        const auto row = [](ReasonKind kind, const char* text, int cause = -1, const QStringList& differences = {}) {
            QTest::newRow(text) << static_cast<int>(kind) << QString::fromUtf8(text) << cause << differences;
        };
        row(ReasonKind::NeverBuilt, "never built");
        row(ReasonKind::Instruction, "instruction changed");
        row(ReasonKind::Instruction, "USER changed", -1, {u"user|root|app"_s});
        row(ReasonKind::Files, "app.py changed", -1, {u"app.py|a|b"_s});
        row(ReasonKind::Files, "app.py added", -1, {u"app.py||b"_s});
        row(ReasonKind::Files, "app.py removed", -1, {u"app.py|a|"_s});
        row(ReasonKind::Files, "app.py and 2 more added", -1, {u"app.py||b"_s, u"c||d"_s, u"e||f"_s});
        row(ReasonKind::Files, "app.py and 1 more changed", -1, {u"app.py|a|b"_s, u"c||d"_s});
        row(ReasonKind::Files, "files changed");
        row(ReasonKind::Files, "gone.txt is in no folder of the context.");
        row(ReasonKind::Variable, "HTTP_PROXY changed", -1, {u"HTTP_PROXY|a|b"_s});
        row(ReasonKind::Variable, "VERSION changed", -1, {u"|pip 1|pip 2"_s});
        row(ReasonKind::Mount, "mount /secret changed", -1, {u"/secret|a|b"_s});
        row(ReasonKind::Platform, "platform linux/amd64 \u2192 linux/arm64", -1, {u"platform|linux/amd64|linux/arm64"_s});
        row(ReasonKind::Base, "the image changed", -1, {u"image|a|b"_s});
        row(ReasonKind::Base, "base:1 changed");
        row(ReasonKind::Parent, "line 3 changed", 1);
        row(ReasonKind::Parent, "the owner app changed below", -1, {u"owner app|1|2"_s});
        row(ReasonKind::Parent, "/srv leads elsewhere below", -1, {u"path /srv|1|2"_s});
        row(ReasonKind::Parent, "what it stands on changed");
        row(ReasonKind::Pruned, "its layer was removed");
        row(ReasonKind::NoCache, "built without cache");
        row(ReasonKind::Unresolved, "base:1 isn't here yet");
        row(ReasonKind::Unresolved, "line 3 has an error");
        row(ReasonKind::Unresolved, "its FROM names no image");
        row(ReasonKind::Follows, "follows line 3", 1);
    }
    void inEnglishTheyAreWhatCoreSays() {
        QFETCH(const int, kind);
        QFETCH(const QString, text);
        QFETCH(const int, cause);
        QFETCH(const QStringList, differences);
        const plan::BuildPlan plan = planOf("FROM base:1\nARG VERSION=1\nRUN pip $VERSION\nRUN two $VERSION\n");
        Reason reason{static_cast<ReasonKind>(kind), text.toStdString(), cause, {}};
        for (const QString& one : differences) {
            const QStringList parts = one.split(u'|');
            reason.differences.push_back({parts[0].toStdString(), parts[1].toStdString(), parts[2].toStdString()});
        }
        QCOMPARE(reasonWords(plan, 2, reason), text);
    }
};

QTEST_GUILESS_MAIN(ReasonWordsTest)
#include "reason_words_test.moc"
