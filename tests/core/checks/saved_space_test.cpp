// What an edit keeps out of an image, as the tables of built layers tell it.
#include "checks/saved_space.h"
#include "cases.h"
#include "checks/fix.h"

#include <QTest>

using namespace slipway;

namespace {

plan::BuildPlan planOf(const std::string& text) {
    plan::Options options;
    options.all = true;
    return plan::plan(dockerfile::SyntaxTree::parse(text), options, {});
}

/// What a build of the text left, by line.
plan::Past pastOf(const plan::BuildPlan& plan, const std::map<std::uint32_t, plan::PastStep>& byLine) {
    plan::Past out;
    for (const plan::Step& step : plan.steps) {
        if (const auto found = byLine.find(step.line); found != byLine.end()) {
            out.emplace(step.id, found->second);
        }
    }
    return out;
}

}  // namespace

class SavedSpaceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatARunCleansAwayIsSaved_data() {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<quint64>("saved");
        const auto row = [](const char* title, const char* before, const char* after, quint64 saved) {
            QTest::newRow(title) << QString(before) << QString(after) << saved;
        };
        row("lists deleted", "RUN apt-get update", "RUN apt-get update && rm -rf /var/lib/apt/lists/*", 20);
        row("lists and packages", "RUN apt-get update",
            "RUN apt-get update && apt-get clean && rm -rf /var/lib/apt/lists/*", 23);
        row("a cache is mounted", "RUN apt-get update", "RUN --mount=type=cache,target=/var/lib/apt apt-get update",
            20);
        row("an option", "RUN pip install a", "RUN pip install --no-cache-dir a", 7);
        row("one of two installs", "RUN pip install a; pip install b",
            "RUN pip install --no-cache-dir a; pip install b", 0);
        row("it was so before", "RUN apt-get update && rm -rf /var/lib/apt/lists/*",
            "RUN apt-get -q update && rm -rf /var/lib/apt/lists/*", 0);
        row("nothing to do with it", "RUN a", "RUN b", 0);
        row("the same", "RUN apt-get update", "RUN apt-get update", 0);
        row("another step came", "RUN apt-get update", "RUN rm -rf /var/lib/apt/lists/*\nRUN apt-get update", 0);
        row("no RUN any more", "RUN apt-get update", "COPY a /", 0);
    }
    void whatARunCleansAwayIsSaved() {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(quint64, saved);
        const auto old = planOf("FROM debian:13\n" + before.toStdString() + '\n');
        const plan::Past past = pastOf(old, {{2, built(1, {{"var/lib/apt/lists/a", 20},
                                                           {"var/cache/apt/b", 3},
                                                           {"root/.cache/pip/c", 7},
                                                           {"usr/bin/d", 1000}})}});
        const auto now = planOf("FROM debian:13\n" + after.toStdString() + '\n');
        QCOMPARE(checks::bytesSaved(old, now, {.past = &past}), saved);
        QCOMPARE(checks::bytesSaved(old, now, {}), quint64{0});
    }

    void aStageThatIsOnlyCopiedFromCountsNothing() {
        const std::string rest = "FROM debian:13\nCOPY --from=build /x /\n";
        const auto old = planOf("FROM debian:13 AS build\nRUN apt-get update\n" + rest);
        const auto now = planOf("FROM debian:13 AS build\nRUN apt-get update && rm -rf /var/lib/apt/lists\n" + rest);
        const plan::Past past = pastOf(old, {{2, built(1, {{"var/lib/apt/lists/a", 20}})}});
        QCOMPARE(checks::bytesSaved(old, now, {.past = &past}), quint64{0});
    }

    void allThatIsMendedInAFileCounts() {
        const auto old = planOf(
            "FROM debian:13\nRUN apt-get update && apt-get install -y a\n"
            "RUN pip install b\n");
        const plan::Past past = pastOf(old, {{2, built(1, {{"var/lib/apt/lists/a", 20'000'000}})},
                                             {3, built(1, {{"root/.cache/pip/c", 7'000'000}})}});
        const checks::Surroundings around{.past = &past};
        const auto mended = checks::mendAll(old, around, {}, [](const checks::Finding&) { return true; });
        const auto now = planOf(text::apply(old.tree->text(), mended.edits));
        QCOMPARE(checks::bytesSaved(old, now, around), quint64{27'000'000});
    }
};

QTEST_APPLESS_MAIN(SavedSpaceTest)
#include "saved_space_test.moc"
