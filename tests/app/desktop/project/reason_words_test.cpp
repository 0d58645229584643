#include "project/reason_words.h"

#include <QTest>

using namespace slipway;
using namespace slipway::project;
using cache::Reason;
using cache::ReasonKind;
using cache::ReasonVerb;

class ReasonWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    // In English they are core's own: nothing is lost on the way into another language.
    void inEnglishTheyAreWhatCoreSays() {
        const std::vector<std::pair<Reason, const char*>> all{
            {{.kind = ReasonKind::NeverBuilt}, "never built"},
            {{.kind = ReasonKind::Instruction}, "instruction changed"},
            {{.kind = ReasonKind::Instruction, .subject = "USER"}, "USER changed"},
            {{.kind = ReasonKind::Files, .subject = "app.py"}, "app.py changed"},
            {{.kind = ReasonKind::Files, .verb = ReasonVerb::Added, .subject = "app.py"}, "app.py added"},
            {{.kind = ReasonKind::Files, .verb = ReasonVerb::Removed, .subject = "app.py"}, "app.py removed"},
            {{.kind = ReasonKind::Files, .verb = ReasonVerb::Added, .subject = "app.py", .more = 2},
             "app.py and 2 more added"},
            {{.kind = ReasonKind::Files, .subject = "app.py", .more = 1}, "app.py and 1 more changed"},
            {{.kind = ReasonKind::Files}, "files changed"},
            {{.kind = ReasonKind::Files, .verb = ReasonVerb::Says, .subject = "gone.txt is not there"},
             "gone.txt is not there"},
            {{.kind = ReasonKind::Variable, .subject = "A, B"}, "A, B changed"},
            {{.kind = ReasonKind::Mount, .subject = "/secret"}, "mount /secret changed"},
            {{.kind = ReasonKind::Platform, .subject = "linux/amd64 \u2192 linux/arm64"},
             "platform linux/amd64 \u2192 linux/arm64"},
            {{.kind = ReasonKind::Base}, "the image changed"},
            {{.kind = ReasonKind::Base, .subject = "base:1"}, "base:1 changed"},
            {{.kind = ReasonKind::Parent, .step = 1, .line = 3}, "line 3 changed"},
            {{.kind = ReasonKind::Parent, .verb = ReasonVerb::OwnerChanged, .subject = "app"},
             "the owner app changed below"},
            {{.kind = ReasonKind::Parent, .verb = ReasonVerb::LeadsElsewhere, .subject = "/srv"},
             "/srv leads elsewhere below"},
            {{.kind = ReasonKind::Parent, .subject = "/srv"}, "/srv changed below"},
            {{.kind = ReasonKind::Parent}, "what it stands on changed"},
            {{.kind = ReasonKind::Pruned}, "its layer was removed"},
            {{.kind = ReasonKind::NoCache}, "built without cache"},
            {{.kind = ReasonKind::Unresolved, .subject = "base:1"}, "base:1 isn't here yet"},
            {{.kind = ReasonKind::Unresolved, .line = 3}, "line 3 has an error"},
            {{.kind = ReasonKind::Unresolved}, "its FROM names no image"},
            {{.kind = ReasonKind::Follows, .step = 1, .line = 3}, "follows line 3"},
            {{.kind = ReasonKind::Follows}, "a step above it ran"},
            {{}, ""},
        };
        for (const auto& [reason, text] : all) {
            QCOMPARE(reasonWords(reason), QString::fromUtf8(text));
            QCOMPARE(reasonWords(reason), QString::fromStdString(reason.text()));
        }
    }
};

QTEST_GUILESS_MAIN(ReasonWordsTest)
#include "reason_words_test.moc"
