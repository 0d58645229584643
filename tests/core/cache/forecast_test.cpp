// The forecast against a store with records that a build would have left.
#include "../layer/tar_maker.h"
#include "cache_fixture.h"

#include "cache/key_builder.h"

#include <nlohmann/json.hpp>

using namespace slipway;
using namespace slipway::cache;

namespace {

/// Builds without running: each step's key as the engine would work it out, a made-up layer for a RUN, the foreseen one
/// for the others, and a record.
class PretendBuild {
public:
    PretendBuild(Workshop& shop, std::string text, plan::Options options = {}, std::string dockerfile = "Dockerfile")
        : m_shop(shop), m_options(std::move(options)), m_dockerfile(std::move(dockerfile)) {
        const auto tree = dockerfile::SyntaxTree::parse(std::move(text));
        auto known = planFromStore(tree, m_options, shop.store());
        m_bases = std::move(known.bases);
        m_plan = std::move(known.plan);
    }
    /// Status of each step: 'c' cached, 'r' run.
    QString run() {
        QString out;
        std::vector<std::vector<Digest>> diffIds(m_plan.stages.size());
        std::vector<Digest> chains(m_plan.stages.size());
        for (const plan::Stage& stage : m_plan.stages) {
            const auto at = static_cast<std::size_t>(stage.index);
            if (const auto* base = std::get_if<plan::FromStage>(&stage.base)) {
                diffIds[at] = diffIds[static_cast<std::size_t>(base->stage)];
                chains[at] = chains[static_cast<std::size_t>(base->stage)];
            }
            for (const int index : stage.steps)
                out += step(m_plan.steps[static_cast<std::size_t>(index)], diffIds, chains);
        }
        return out;
    }

private:
    QChar step(const plan::Step& step, std::vector<std::vector<Digest>>& diffIds, std::vector<Digest>& chains) {
        const auto at = static_cast<std::size_t>(step.stage);
        if (const auto* image = std::get_if<plan::ImageOperation>(&step.operation)) {
            const plan::Base& base = m_bases.at({image->name});
            diffIds[at] = base.config->diffIds;
            chains[at] = chainKey(imageKey(*image, base.id), {});
            return 'c';
        }
        Surroundings surroundings = m_shop.surroundings();
        surroundings.stageRoot = [&](int stage) {
            return rootOf(m_shop.store(), diffIds[static_cast<std::size_t>(stage)]);
        };
        surroundings.imageRoot = [&](const plan::FromImage& image) {
            return rootOf(m_shop.store(), m_bases.at(image).config->diffIds);
        };
        const Root root = *rootOf(m_shop.store(), diffIds[at]);
        Key key;
        std::vector<Entry> entries;
        Result<TableStep> table = TableStep{};
        if (const auto* run = std::get_if<plan::RunOperation>(&step.operation)) {
            key = *runKey(*run, m_options, root, surroundings);
            entries = {fileEntry("made", key.digest.hex())};
        } else {
            if (const auto* copy = std::get_if<plan::CopyOperation>(&step.operation))
                table = copyStep(*copy, root, surroundings);
            else
                table = workdirStep(std::get<plan::WorkdirOperation>(step.operation), root);
            if (!table)
                qFatal("%s", table.error().message.c_str());
            key = table->key;
            for (const PlannedEntry& planned : table->entries)
                entries.push_back(planned.entry);
        }
        chains[at] = chainKey(key, chains[at]);
        const auto decision = decide(m_shop.store(), key.digest, chains[at], {});
        if (decision && decision->record) {
            if (!decision->record->layer.isNull())
                diffIds[at].push_back(decision->record->layer);
            if (!adopt(m_shop.store(), *decision->record, chains[at], stepIdentity(m_shop.folder(), step),
                       stepPosition(m_shop.folder(), m_dockerfile, step), step.name))
                qFatal("adopt");
            return 'c';
        }
        CacheRecord record;
        record.key = key;
        record.chainKey = chains[at];
        record.step = stepIdentity(m_shop.folder(), step);
        record.position = stepPosition(m_shop.folder(), m_dockerfile, step);
        record.text = step.name;
        record.size = 10;
        record.durationMs = 2000;
        if (!entries.empty())
            record.layer =
                table->entries.empty() ? m_shop.addLayer(entries, {{"made", key.digest.hex()}}) : addLayer(*table);
        if (!record.layer.isNull())
            diffIds[at].push_back(record.layer);
        if (!put(m_shop.store(), record))
            qFatal("put");
        return 'r';
    }

    Digest addLayer(const TableStep& table) {
        auto writer = m_shop.store().newBlob();
        const auto context = m_shop.context();
        const auto packed = pack(table, context.get(), m_shop.store(), m_shop.scratch(),
                                 [&](std::string_view bytes) { return writer->write(bytes); });
        if (!packed)
            qFatal("%s", packed.error().describe().c_str());
        if (!writer->commit(packed->diffId))
            qFatal("commit");
        store::Layer layer;
        layer.diffId = packed->diffId;
        layer.toc = *m_shop.store().putBlob(packed->toc->serialize());
        layer.size = packed->toc->contentSize();
        layer.tarSize = packed->tarSize;
        if (!m_shop.store().putLayer(layer))
            qFatal("putLayer");
        return packed->diffId;
    }

    Workshop& m_shop;
    plan::Options m_options;
    std::string m_dockerfile;
    plan::Bases m_bases;
    plan::BuildPlan m_plan;
};

Outlook outlookOf(Workshop& shop, std::string text, plan::Options options = {}, bool noCache = false,
                  bool cutoff = true, std::string dockerfile = "Dockerfile") {
    OutlookOptions all;
    all.folder = shop.folder();
    all.dockerfile = std::move(dockerfile);
    all.plan = std::move(options);
    all.noCache = noCache;
    all.cutoff = cutoff;
    return outlook(std::move(text), all, shop.store());
}

/// "line status kind: text" of each step.
QString told(const Outlook& outlook) {
    QString out;
    for (const StepForecast& each : outlook.forecast.steps) {
        const char* status = each.status == Status::Cached    ? "cached"
                             : each.status == Status::Rebuild ? "rebuild"
                                                              : "unknown";
        out += QString::number(outlook.plan.steps[static_cast<std::size_t>(each.step)].line) + ' ' + status;
        if (each.dockerWouldRerun)
            out += " docker-reruns";
        if (each.reason.kind != ReasonKind::None)
            out += ' ' + QString::fromUtf8(reasonKindName(each.reason.kind).data()) + ": " +
                   QString::fromStdString(each.reason.text());
        out += '\n';
    }
    return out;
}

const std::string kCourse =
    "FROM base AS runtime\n"
    "RUN apt-get install python3\n"
    "WORKDIR /home/app\n"
    "COPY requirements.txt ./\n"
    "RUN pip install -r requirements.txt\n"
    "COPY app.py .\n"
    "FROM runtime AS dev\n"
    "COPY dev.txt ./\n"
    "RUN pip install -r dev.txt\n";

void prepare(Workshop& shop) {
    shop.addImage("base", {shop.addLayer({directoryEntry("home"), directoryEntry("etc"), fileEntry("etc/passwd")})});
    shop.write("requirements.txt", "flask");
    shop.write("app.py", "print(1)");
    shop.write("dev.txt", "pylint");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

}  // namespace

class ForecastTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingBuiltYet();
    void builtIsCached();
    void oneChangedFile();
    void aChangedRunLeavesCopiesCached();
    void aChangedVariable();
    void anInsertedStepIsNew();
    void aRunFollowsAChangedCopy();
    void aMissingFile();
    void whatAnotherInstructionChanged();
    void isComparedWithWhatWasUsedLast();
    void twoDockerfilesKeepApart();
    void anUnresolvedBase();
    void anotherBase();
    void withoutCache();
    void asDockerBuild();
    void copiesBetweenStages();
    void whatComesToTheSameMayBeFoundAgain_data();
    void whatComesToTheSameMayBeFoundAgain();
    void anotherNameOfTheSameFileRunsForDocker();
    void anEditAboveIsWhatFollowersName();
    void unsavedTextCounts();
    void theJsonOfTheCommandLine();
    void forecastAndPretendBuildAgreeOverRandomEdits();
};

void ForecastTest::nothingBuiltYet() {
    Workshop shop;
    prepare(shop);
    QCOMPARE(told(outlookOf(shop, kCourse)),
             "1 cached\n2 rebuild never_built: never built\n3 rebuild never_built: never built\n4 rebuild never_built: "
             "never built\n"
             "5 rebuild never_built: never built\n6 rebuild never_built: never built\n8 rebuild never_built: never "
             "built\n9 rebuild never_built: never built\n");
}

void ForecastTest::builtIsCached() {
    Workshop shop;
    prepare(shop);
    QCOMPARE(PretendBuild(shop, kCourse).run(), "crrrrrrr");
    QCOMPARE(PretendBuild(shop, kCourse).run(), "cccccccc");
    const Outlook outlook = outlookOf(shop, kCourse);
    QCOMPARE(told(outlook), "1 cached\n2 cached\n3 cached\n4 cached\n5 cached\n6 cached\n8 cached\n9 cached\n");
    QCOMPARE(*outlook.forecast.steps[1].size, 10U);
    // What it took last time is known of a cached step too: that is what the cache saves.
    QCOMPARE(*outlook.forecast.steps[1].expectedMs, 2000);
    QVERIFY(!outlook.forecast.steps[0].expectedMs);  // nobody knows how long a base took
}

void ForecastTest::oneChangedFile() {
    Workshop shop;
    prepare(shop);
    PretendBuild(shop, kCourse).run();
    shop.write("app.py", "print(2)");
    const Outlook outlook = outlookOf(shop, kCourse);
    QCOMPARE(told(outlook),
             "1 cached\n2 cached\n3 cached\n4 cached\n5 cached\n6 rebuild files: app.py changed\n8 cached "
             "docker-reruns\n9 rebuild follows: follows line 6\n");
    QCOMPARE(*outlook.forecast.steps[5].expectedMs, 2000);
    QCOMPARE(outlook.forecast.steps[7].reason.step, 5);
}

void ForecastTest::aChangedRunLeavesCopiesCached() {
    Workshop shop;
    prepare(shop);
    PretendBuild(shop, kCourse).run();
    const std::string text = replaced(kCourse, "python3", "python3 nano");
    // Above a RUN that will run nothing of its files is known: what looks at them follows.
    QCOMPARE(told(outlookOf(shop, text)),
             "1 cached\n2 rebuild instruction: instruction changed\n3 rebuild follows: follows line 2\n4 rebuild "
             "follows: follows line 2\n"
             "5 rebuild follows: follows line 2\n6 rebuild follows: follows line 2\n8 rebuild follows: follows line "
             "2\n9 rebuild follows: follows line 2\n");
    // And the build then finds that they look at the same.
    QCOMPARE(PretendBuild(shop, text).run(), "crccrccr");
    QCOMPARE(PretendBuild(shop, kCourse).run(), "cccccccc");
}

void ForecastTest::aChangedVariable() {
    Workshop shop;
    prepare(shop);
    const std::string text = "FROM base\nARG V=1\nRUN make $V\nARG D=x\nCOPY app.py /$D/\n";
    PretendBuild(shop, text).run();
    plan::Options options;
    options.buildArgs = {{"V", "2"}};
    QCOMPARE(told(outlookOf(shop, text, options)),
             "1 cached\n3 rebuild variable: V changed\n5 rebuild follows: follows line 3\n");
    options.buildArgs = {{"D", "y"}};
    QCOMPARE(told(outlookOf(shop, text, options)), "1 cached\n3 cached\n5 rebuild variable: D changed\n");
}

void ForecastTest::anInsertedStepIsNew() {
    Workshop shop;
    prepare(shop);
    PretendBuild(shop, kCourse).run();
    QCOMPARE(told(outlookOf(shop, replaced(kCourse, "WORKDIR", "RUN new\nWORKDIR"))).split('\n').at(2),
             "3 rebuild never_built: never built");
}

void ForecastTest::aRunFollowsAChangedCopy() {
    Workshop shop;
    prepare(shop);
    PretendBuild(shop, kCourse).run();
    shop.write("requirements.txt", "django");
    QCOMPARE(told(outlookOf(shop, kCourse)),
             "1 cached\n2 cached\n3 cached\n4 rebuild files: requirements.txt changed\n5 rebuild follows: follows line "
             "4\n6 rebuild follows: follows line 4\n"
             "8 rebuild follows: follows line 4\n9 rebuild follows: follows line 4\n");
    // A cause of its own comes first, also above what will run.
    shop.write("app.py", "print(3)");
    QCOMPARE(told(outlookOf(shop, kCourse)).split('\n').at(5), "6 rebuild files: app.py changed");
}

void ForecastTest::aMissingFile() {
    Workshop shop;
    prepare(shop);
    PretendBuild(shop, kCourse).run();
    shop.remove("app.py");
    const QString line = told(outlookOf(shop, kCourse)).split('\n').at(5);
    QVERIFY2(line.startsWith("6 rebuild files: ") && line.contains("app.py"), qPrintable(line));
    // It stays away whatever runs above.
    QCOMPARE(told(outlookOf(shop, replaced(kCourse, "python3", "python3 nano"))).split('\n').at(5), line);
}

void ForecastTest::whatAnotherInstructionChanged() {
    Workshop shop;
    prepare(shop);
    const std::string text = "FROM base\nUSER root\nRUN make\n";
    PretendBuild(shop, text).run();
    const auto why = [&](const char* line) {
        return told(outlookOf(shop, replaced(text, "USER root", line))).split('\n').at(1);
    };
    QCOMPARE(why("USER 1000"), "3 rebuild instruction: USER changed");
    QCOMPARE(why("SHELL [\"/bin/dash\", \"-c\"]\nUSER root"), "4 rebuild instruction: SHELL changed");
}

void ForecastTest::isComparedWithWhatWasUsedLast() {
    Workshop shop;
    prepare(shop);
    const std::string text = "FROM base\nCOPY . /src/\n";
    PretendBuild(shop, text).run();
    shop.write("new", "1");
    PretendBuild(shop, text).run();
    shop.remove("new");
    QCOMPARE(PretendBuild(shop, text).run(), "cc");
    shop.write("other", "1");
    QCOMPARE(told(outlookOf(shop, text)).split('\n').at(1), "2 rebuild files: other added");
}

void ForecastTest::twoDockerfilesKeepApart() {
    Workshop shop;
    prepare(shop);
    PretendBuild(shop, "FROM base\nRUN slow\n", {}, "Dockerfile").run();
    PretendBuild(shop, "FROM base\nRUN quick\n", {}, "Dockerfile.dev").run();
    const Outlook outlook = outlookOf(shop, "FROM base\nRUN slower\n");
    QCOMPARE(told(outlook).split('\n').at(1), "2 rebuild instruction: instruction changed");
    QCOMPARE(outlook.forecast.steps[1].reason.differences.front().from, std::string("slow"));
}

void ForecastTest::anUnresolvedBase() {
    Workshop shop;
    prepare(shop);
    QCOMPARE(told(outlookOf(shop, "FROM nowhere\nRUN a\nFROM scratch\nCOPY app.py /\nCOPY --from=0 x /\n")),
             "1 unknown unresolved: nowhere isn't here yet\n2 unknown unresolved: nowhere isn't here yet\n4 rebuild "
             "never_built: never built\n"
             "5 unknown unresolved: nowhere isn't here yet\n");
}

void ForecastTest::anotherBase() {
    Workshop shop;
    prepare(shop);
    PretendBuild(shop, kCourse).run();
    shop.addImage("base", {shop.addLayer({directoryEntry("home"), fileEntry("new")})});
    const QStringList lines = told(outlookOf(shop, kCourse)).split('\n');
    QCOMPARE(lines.at(0), "1 cached");
    QCOMPARE(lines.at(1), "2 rebuild base: base changed");
    QCOMPARE(lines.at(4), "5 rebuild follows: follows line 2");
}

void ForecastTest::withoutCache() {
    Workshop shop;
    prepare(shop);
    PretendBuild(shop, kCourse).run();
    const QStringList lines = told(outlookOf(shop, kCourse, {}, true)).split('\n');
    QCOMPARE(lines.at(0), "1 cached");
    QCOMPARE(lines.at(1), "2 rebuild no_cache: built without cache");
    QCOMPARE(lines.at(7), "9 rebuild no_cache: built without cache");
}

void ForecastTest::asDockerBuild() {
    Workshop shop;
    prepare(shop);
    PretendBuild(shop, kCourse).run();
    const std::string text = replaced(kCourse, "python3", "python3 nano");
    PretendBuild(shop, text).run();
    // Both are built: with and without the cut all of it is there.
    QVERIFY(!told(outlookOf(shop, text, {}, false, false)).contains("rebuild"));
    shop.write("app.py", "print(2)");
    const QString with = told(outlookOf(shop, text));
    const QString without = told(outlookOf(shop, text, {}, false, false));
    QVERIFY2(with.contains("8 cached docker-reruns"), qPrintable(with));
    QVERIFY2(without.contains("8 rebuild follows: follows line 6"), qPrintable(without));
}

void ForecastTest::copiesBetweenStages() {
    Workshop shop;
    prepare(shop);
    const std::string text =
        "FROM scratch AS src\nCOPY app.py dev.txt /src/\nFROM base\nCOPY --from=src /src/app.py /app/\nRUN x\n";
    PretendBuild(shop, text).run();
    shop.write("dev.txt", "other");
    QCOMPARE(told(outlookOf(shop, text)), "2 rebuild files: dev.txt changed\n3 cached\n4 cached\n5 cached\n");
    shop.write("app.py", "other");
    QCOMPARE(told(outlookOf(shop, text)),
             "2 rebuild files: app.py and 1 more changed\n3 cached\n4 rebuild files: src/app.py changed\n5 rebuild "
             "follows: follows line 4\n");
}

void ForecastTest::whatComesToTheSameMayBeFoundAgain_data() {
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("file") << "COPY app.py /x"
                          << "COPY same.py /x";
    QTest::newRow("pattern") << "COPY app.py /x"
                             << "COPY same* /x";
    QTest::newRow("folder") << "COPY one /x"
                            << "COPY two /x";
    QTest::newRow("all in a folder") << "COPY one /x/"
                                     << "COPY one/* /x/";
    QTest::newRow("heredoc") << "COPY <<a /x\n1\na"
                             << "COPY <<b /x\n1\nb";
    QTest::newRow("archive") << "ADD one.tar /x/"
                             << "ADD two.tar /x/";
    QTest::newRow("image") << "COPY --from=other /made /x"
                           << "COPY --from=other /too /x";
}
void ForecastTest::whatComesToTheSameMayBeFoundAgain() {
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    Workshop shop;
    prepare(shop);
    shop.addImage("other", {shop.addLayer({fileEntry("made"), fileEntry("too")})});
    shop.write("same.py", "print(1)");
    for (const char* path : {"one/f", "one/g", "two/f", "two/g"})
        shop.write(path, "1");
    QVERIFY(::chmod((shop.folder() + "/two").c_str(), 0700) == 0);
    const auto archive = QByteArray::fromStdString(layer::test::file("in", "1") + layer::test::end());
    shop.write("one.tar", archive);
    shop.write("two.tar", archive, 0600);
    PretendBuild(shop, "FROM base\nRUN one\n" + before.toStdString()).run();
    // What stood in its place last is another one altogether.
    const std::string keyword = after.section(' ', 0, 0).toStdString();
    PretendBuild(shop, "FROM base\nRUN one\n" + keyword + " dev.txt /elsewhere\n").run();
    const std::string text = "FROM base\nRUN two\n" + after.toStdString();
    const QString forecast = told(outlookOf(shop, text));
    QVERIFY2(forecast.contains("3 rebuild follows"), qPrintable(forecast));
    QCOMPARE(PretendBuild(shop, text).run(), "crc");
}

void ForecastTest::anotherNameOfTheSameFileRunsForDocker() {
    Workshop shop;
    prepare(shop);
    shop.write("same.py", "print(1)");
    PretendBuild(shop, "FROM base\nCOPY app.py /x\n").run();
    QCOMPARE(told(outlookOf(shop, "FROM base\nCOPY ./app.py /x\n")), "1 cached\n2 cached\n");
    QCOMPARE(told(outlookOf(shop, "FROM base\nCOPY same.py /x\n")), "1 cached\n2 cached docker-reruns\n");
    QVERIFY(told(outlookOf(shop, "FROM base\nCOPY same.py /x\n", {}, false, false)).contains("2 rebuild"));
}

void ForecastTest::anEditAboveIsWhatFollowersName() {
    Workshop shop;
    prepare(shop);
    const std::string text = "FROM base AS a\nRUN one\nFROM base\nCOPY --from=a /made /x\nRUN two\n";
    PretendBuild(shop, text).run();
    QCOMPARE(told(outlookOf(shop, replaced(text, "one", "uno"))),
             "1 cached\n2 rebuild instruction: instruction changed\n3 cached\n4 rebuild follows: follows line 2\n5 "
             "rebuild follows: follows line 2\n");
}

void ForecastTest::unsavedTextCounts() {
    Workshop shop;
    prepare(shop);
    PretendBuild(shop, kCourse).run();
    OutlookOptions options;
    options.folder = shop.folder();
    options.overlay = {{"app.py", "print(9)"}};
    QVERIFY(told(outlook(kCourse, options, shop.store())).contains("6 rebuild files: app.py changed"));
}

void ForecastTest::theJsonOfTheCommandLine() {
    Workshop shop;
    prepare(shop);
    PretendBuild(shop, kCourse).run();
    shop.write("app.py", "print(2)");
    const Outlook outlook = outlookOf(shop, kCourse);
    const auto json = nlohmann::json::parse(forecastJson(outlook.plan, outlook.forecast));
    QCOMPARE(json["steps"].size(), 8U);
    const auto& step = json["steps"][5];
    QCOMPARE(step["stage"].get<std::string>(), "runtime");
    QCOMPARE(step["line"].get<int>(), 6);
    QCOMPARE(step["name"].get<std::string>(), "COPY app.py .");
    QCOMPARE(step["status"].get<std::string>(), "rebuild");
    QCOMPARE(step["reason"]["kind"].get<std::string>(), "files");
    QCOMPARE(step["expected_ms"].get<int>(), 2000);
    QVERIFY(json["steps"][0]["reason"].is_null());
    QVERIFY(json["steps"][0]["expected_ms"].is_null());
    QCOMPARE(json["steps"][1]["status"].get<std::string>(), "cached");
    QCOMPARE(json["steps"][1]["expected_ms"].get<int>(), 2000);
    QCOMPARE(json["steps"][6]["docker_would_rerun"].get<bool>(), true);
    QCOMPARE(json["steps"][7]["reason"]["step"].get<std::string>(), step["id"].get<std::string>());
}

void ForecastTest::forecastAndPretendBuildAgreeOverRandomEdits() {
    Workshop shop;
    prepare(shop);
    const std::vector<std::string> texts = {
        kCourse,
        replaced(kCourse, "python3", "python3 nano"),
        replaced(kCourse, "COPY app.py .", "COPY app.py /srv/"),
        replaced(kCourse, "WORKDIR /home/app", "WORKDIR /home/app/x"),
        replaced(kCourse, "FROM runtime", "FROM base"),
        replaced(kCourse, "COPY dev.txt ./", "COPY --from=runtime /home/app/app.py ./"),
        replaced(kCourse, "RUN apt-get", "ENV A=1\nRUN apt-get"),
        replaced(kCourse, "COPY app.py .", "COPY --chmod=600 app.py .\nRUN more")};
    const std::vector<QByteArray> contents = {"print(1)", "print(2)", "print(3)"};
    unsigned seed = 1;
    const auto random = [&](std::size_t below) {
        seed = seed * 1103515245U + 12345U;
        return (seed >> 16U) % below;
    };
    std::size_t text = 0;
    for (int round = 0; round < 120; ++round) {
        switch (random(4)) {
            case 0:
                text = random(texts.size());
                break;
            case 1:
                shop.write("app.py", contents[random(3)], random(5) == 0 ? 0755 : 0644);
                break;
            case 2:
                shop.write("requirements.txt", contents[random(3)]);
                break;
            default:
                shop.write("dev.txt", contents[random(3)]);
                break;
        }
        const Outlook outlook = outlookOf(shop, texts[text]);
        const QString built = PretendBuild(shop, texts[text]).run();
        for (const StepForecast& each : outlook.forecast.steps) {
            const QChar got = built.at(each.step);
            const bool agrees = (each.status == Status::Cached) == (got == 'c') ||
                                (each.reason.kind == ReasonKind::Follows && got == 'c');
            QVERIFY2(agrees, qPrintable(QString("round %1, text %2, step %3: ").arg(round).arg(text).arg(each.step) +
                                        told(outlook) + built));
        }
    }
}

QTEST_GUILESS_MAIN(ForecastTest)
#include "forecast_test.moc"
