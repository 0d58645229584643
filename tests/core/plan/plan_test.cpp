#include "plan/resolving.h"
#include "plan_fixture.h"

#include <algorithm>
#include <sstream>

using namespace slipway;
using namespace slipway::plan;

class PlanTest : public QObject {
    Q_OBJECT
private slots:
    void aStageCanStandOnAnEarlierOne();
    void fromANumberIsAnImage();
    void scratchIsNoStep();
    void globalArgumentsReachFrom();
    void stageArgumentsNeedADeclaration();
    void aBuildArgumentBeatsDefaults();
    void namesOfArgumentsAreNotExpanded();
    void wordsAreKeptAsABuildTakesThem();
    void platformArgumentsAreThereWhenDeclared();
    void environmentAndArgumentsScope();
    void anEnvInstructionSeesTheVariablesAboveIt();
    void argumentsAreInheritedByChildStages();
    void proxiesArePassedOnButOnlyInTheKeyWhenDeclared();
    void aRunHasItsWholeEnvironment();
    void shellsAndExecForms();
    void heredocsOfRun();
    void aHeredocOfRunMayBeOpenedInOtherWays();
    void heredocsOfCopyAreExpanded();
    void destinationsAreRelativeToTheWorkingDirectory();
    void copyFromStagesAndImages();
    void mountsOfRun();
    void variablesDecideEveryOptionOfAMount();
    void stepsAreCountedAsDockerCountsThem();
    void triggersOfABaseFollowItsFrom();
    void triggersOfAStageRunInItsChildrenOnly();
    void targetsGoByNameOrNumber();
    void unreachedStagesAreMarked();
    void namesAreAsProgressShowsThem();
    void idsSurviveUnrelatedEdits();
    void unresolvedBasesLeaveTheRestUnknown();
    void imagesToResolve();
    void basesThatATriggerBringsAreResolvedToo();
    void manyStagesAndVariablesArePlannedOneByOne();
    void aLongFileIsPlannedInPartsAsInOne();
};

namespace {

/// All that a plan says of its first stages.
std::string told(const BuildPlan& plan, std::size_t stages) {
    std::ostringstream out;
    const auto list = [&](const auto& values) {
        for (const auto& value : values)
            out << ' ' << value;
        out << ';';
    };
    for (const Step& step : plan.steps) {
        if (static_cast<std::size_t>(step.stage) >= stages)
            break;
        out << step.id << ' ' << step.position << ' ' << step.number << ' ' << step.index << ' ' << step.name << ' '
            << step.line << ' ' << step.parent << ' ' << step.onbuild << step.known;
        list(step.dependsOn);
        list(step.variables);
        out << '\n';
    }
    for (std::size_t i = 0; i < stages; ++i) {
        const Stage& stage = plan.stages[i];
        out << stage.index << ' ' << stage.name << ' ' << stage.stepCount << ' ' << stage.line << ' ' << stage.endLine
            << ' ' << stage.range.end << ' ' << stage.config.workingDir;
        list(stage.steps);
        list(stage.dependsOn);
        list(stage.config.env);
        for (const HistoryItem& item : stage.history)
            out << item.text << ' ' << item.step << ' ' << item.line << ';';
        out << '\n';
    }
    for (const Problem& problem : plan.problems)
        out << problem.where.line << ' ' << problem.stage << ' ' << problem.message << '\n';
    for (const UnsetVariable& variable : plan.unset)
        out << variable.line << ' ' << variable.stage << ' ' << variable.name << ' ' << variable.nearest << '\n';
    for (const ExpandedWord& word : plan.expanded)
        out << word.range.begin << ' ' << word.text << '\n';
    return out.str();
}

}  // namespace

void PlanTest::aStageCanStandOnAnEarlierOne() {
    const BuildPlan plan = planOf("FROM base AS One\nRUN a\nFROM one\nRUN b\n", {}, plainBase());
    QCOMPARE(plan.stages.size(), 2U);
    COMPARE_TEXT(plan.stages[0].name, "one");
    QVERIFY(plan.stages[1].base == Origin(FromStage{0}));
    QCOMPARE(plan.stages[1].dependsOn, std::vector<int>{0});
    QCOMPARE(plan.steps.back().parent, 1);
    COMPARE_TEXT(plan.stages[1].displayName, "stage-1");
}

void PlanTest::fromANumberIsAnImage() {
    const BuildPlan plan = planOf("FROM base\nFROM 0\n", {}, plainBase());
    QVERIFY(plan.stages[1].base == Origin(FromImage{"0"}));
}

void PlanTest::scratchIsNoStep() {
    const BuildPlan plan = planOf("FROM scratch\nCOPY a /\n");
    QCOMPARE(plan.steps.size(), 1U);
    QCOMPARE(plan.stages[0].stepCount, 1);
    QCOMPARE(plan.steps[0].parent, -1);
    QVERIFY(plan.steps[0].known);
}

void PlanTest::globalArgumentsReachFrom() {
    const std::string text = "ARG V=1\nARG NAME=base:$V\nFROM ${NAME} AS x\n";
    COMPARE_TEXT(std::get<FromImage>(planOf(text).stages[0].base).name, "base:1");
    Options options;
    options.buildArgs = {{"V", "2"}};
    COMPARE_TEXT(std::get<FromImage>(planOf(text, options).stages[0].base).name, "base:2");
}

void PlanTest::stageArgumentsNeedADeclaration() {
    const BuildPlan plan = planOf("ARG V=1\nFROM scratch\nCOPY a /x$V\nARG V\nCOPY a /x$V\n");
    COMPARE_TEXT(operationOf<CopyOperation>(plan, 0).destination, "/x");
    COMPARE_TEXT(operationOf<CopyOperation>(plan, 1).destination, "/x1");
}

void PlanTest::aBuildArgumentBeatsDefaults() {
    Options options;
    options.buildArgs = {{"V", "given"}};
    const BuildPlan plan = planOf("FROM scratch\nARG V=own\nCOPY a /$V\n", options);
    COMPARE_TEXT(operationOf<CopyOperation>(plan, 0).destination, "/given");
    // And nobody looks at what it replaces.
    const BuildPlan broken = planOf("FROM scratch\nARG V=${W:?must be given}\nCOPY a /$V\n", options);
    QVERIFY(!broken.firstError());
    QVERIFY(broken.unset.empty());
    COMPARE_TEXT(operationOf<CopyOperation>(broken, 0).destination, "/given");
}

void PlanTest::namesOfArgumentsAreNotExpanded() {
    const BuildPlan plan = planOf("FROM scratch\nENV N=x\nARG $N=1\nCOPY a /$x\n");
    COMPARE_TEXT(operationOf<CopyOperation>(plan, 0).destination, "/");
}

void PlanTest::wordsAreKeptAsABuildTakesThem() {
    const std::string text =
        "FROM scratch\nARG p=\"80 81\" q\nEXPOSE $p 90 $q\nFROM a\nWORKDIR $p$home\nCOPY \"b\"c /\n";
    const BuildPlan plan = planOf(text);
    const auto taken = [&](std::string_view word) {
        std::string out;
        const std::size_t at = text.rfind(word);
        for (const ExpandedWord& each : plan.taken({std::string(word), {at, at + word.size()}}))
            out += '[' + each.text + ']' + (each.isSet ? "" : "?");
        return out;
    };
    COMPARE_TEXT(taken("$p 90").substr(0, 8), "[80][81]");
    COMPARE_TEXT(taken("90"), "[90]");
    COMPARE_TEXT(taken("$p$home"), "");
    COMPARE_TEXT(taken("\"b\"c"), "[bc]");
}

void PlanTest::platformArgumentsAreThereWhenDeclared() {
    Options options;
    options.platform = *image::Platform::parse("linux/arm64");
    const BuildPlan plan =
        planOf("FROM scratch\nCOPY a /1$TARGETARCH\nARG TARGETARCH\nCOPY a /2$TARGETARCH\n", options);
    COMPARE_TEXT(operationOf<CopyOperation>(plan, 0).destination, "/1");
    COMPARE_TEXT(operationOf<CopyOperation>(plan, 1).destination, "/2arm64");
    const BuildPlan from = planOf("FROM --platform=$BUILDPLATFORM base\n", options);
    QVERIFY(operationOf<ImageOperation>(from, 0).platform == image::Platform::host());
}

void PlanTest::environmentAndArgumentsScope() {
    const BuildPlan plan = planOf("FROM base\nENV A=1\nARG A=2\nRUN x\nARG B=3\nENV B=4\nRUN y\n", {}, plainBase());
    const auto& first = *operationOf<RunOperation>(plan, 1).setting->environment;
    QVERIFY(std::ranges::find(first, "A=2") != first.end());
    const auto& second = *operationOf<RunOperation>(plan, 2).setting->environment;
    QVERIFY(std::ranges::find(second, "B=4") != second.end());
    // The image keeps what ENV said.
    COMPARE_TEXT(*plan.stages[0].config.environment("A"), "1");
}

void PlanTest::anEnvInstructionSeesTheVariablesAboveIt() {
    const BuildPlan plan = planOf("FROM scratch\nENV a=hello\nENV a=bye b=$a\nENV c=$a\n");
    COMPARE_TEXT(*plan.stages[0].config.environment("b"), "hello");
    COMPARE_TEXT(*plan.stages[0].config.environment("c"), "bye");
}

void PlanTest::argumentsAreInheritedByChildStages() {
    const BuildPlan plan = planOf("FROM scratch AS one\nARG A=1\nFROM one\nCOPY a /$A\n");
    COMPARE_TEXT(operationOf<CopyOperation>(plan, 0).destination, "/1");
    QVERIFY(!plan.stages[1].config.environment("A"));
}

void PlanTest::proxiesArePassedOnButOnlyInTheKeyWhenDeclared() {
    Options options;
    options.buildArgs = {{"HTTP_PROXY", "http://p"}};
    const BuildPlan plan = planOf("FROM base\nRUN a\nARG HTTP_PROXY\nRUN b\n", options, plainBase());
    const RunSetting& first = *operationOf<RunOperation>(plan, 1).setting;
    QCOMPARE(first.proxyEnvironment, (std::vector<std::string>{"HTTP_PROXY=http://p", "http_proxy=http://p"}));
    QCOMPARE(*first.environment, std::vector<std::string>{"PATH=/bin"});
    const RunSetting& second = *operationOf<RunOperation>(plan, 2).setting;
    QCOMPARE(*second.environment, (std::vector<std::string>{"PATH=/bin", "HTTP_PROXY=http://p"}));
}

void PlanTest::aRunHasItsWholeEnvironment() {
    image::Config config;
    config.env = {"LANG=C"};
    config.workingDir = "srv/";
    config.user = "app";
    config.shell = {{"/bin/bash", "-c"}};
    const BuildPlan plan = planOf("FROM base\nRUN make $LANG\n", {}, baseNamed("base", config));
    const auto& run = operationOf<RunOperation>(plan, 1);
    QCOMPARE(*run.setting->environment,
             (std::vector<std::string>{"LANG=C", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}));
    COMPARE_TEXT(run.setting->user, "app");
    COMPARE_TEXT(run.setting->workingDir, "/srv");
    QCOMPARE(run.arguments(), (std::vector<std::string>{"/bin/bash", "-c", "make $LANG"}));
    QCOMPARE(plan.steps[1].variables, memory::Few<std::string>{"LANG"});
}

void PlanTest::shellsAndExecForms() {
    const BuildPlan plan =
        planOf("FROM base\nRUN [\"a\", \"$b\"]\nSHELL [\"/bin/bash\", \"-ec\"]\nRUN a && \\\n   b\n", {}, plainBase());
    QCOMPARE(operationOf<RunOperation>(plan, 1).arguments(), (std::vector<std::string>{"a", "$b"}));
    QVERIFY(operationOf<RunOperation>(plan, 1).command.empty());
    QCOMPARE(operationOf<RunOperation>(plan, 2).arguments(),
             (std::vector<std::string>{"/bin/bash", "-ec", "a &&    b"}));
}

void PlanTest::heredocsOfRun() {
    const BuildPlan plan = planOf(
        "FROM base\nRUN <<EOF\necho 1\nEOF\nRUN cat <<A > /x\n$a\nA\nRUN <<EOF\n#!/usr/bin/env python\nprint()\nEOF\n",
        {}, plainBase());
    COMPARE_TEXT(operationOf<RunOperation>(plan, 1).command, "echo 1\n");
    COMPARE_TEXT(plan.steps[1].name, "RUN <<EOF (echo 1)");
    COMPARE_TEXT(operationOf<RunOperation>(plan, 2).command, "cat <<A > /x\n$a\nA");
    const auto& script = operationOf<RunOperation>(plan, 3);
    COMPARE_TEXT(script.command, "/dev/pipes/EOF");
    QCOMPARE(script.heredocs.size(), 1U);
    COMPARE_TEXT(plan.steps[3].name, "RUN <<EOF (#!/usr/bin/env python...)");
}

void PlanTest::aHeredocOfRunMayBeOpenedInOtherWays() {
    const BuildPlan plan = planOf(
        "FROM base\nRUN << EOF\necho 1\nEOF\nRUN 3<<-\t\"E F\"\n\techo 2\n\tE F\nRUN <<a;\necho 3\na;\n"
        "RUN <<-EOF\n\t#!/usr/bin/env python\n\tEOF\nRUN << EOF cat\nx\nEOF\n",
        {}, plainBase());
    COMPARE_TEXT(operationOf<RunOperation>(plan, 1).command, "echo 1\n");
    COMPARE_TEXT(operationOf<RunOperation>(plan, 2).command, "echo 2\n");
    COMPARE_TEXT(operationOf<RunOperation>(plan, 3).command, "echo 3\n");
    // Behind a tab it is a comment.
    COMPARE_TEXT(operationOf<RunOperation>(plan, 4).command, "#!/usr/bin/env python\n");
    QVERIFY(operationOf<RunOperation>(plan, 4).heredocs.empty());
    COMPARE_TEXT(operationOf<RunOperation>(plan, 5).command, "<< EOF cat\nx\nEOF");
}

void PlanTest::heredocsOfCopyAreExpanded() {
    const BuildPlan plan =
        planOf("FROM scratch\nARG V=1\nCOPY <<a <<\"b\" <<-c /d/\nv='$V' \\$V\na\n$V\nb\n\t${V}\n\tc\n");
    const auto& copy = operationOf<CopyOperation>(plan, 0);
    QCOMPARE(copy.files.size(), 3U);
    COMPARE_TEXT(copy.files[0].content, "v='1' $V\n");
    COMPARE_TEXT(copy.files[1].content, "$V\n");
    COMPARE_TEXT(copy.files[2].content, "1\n");
    COMPARE_TEXT(copy.destination, "/d/");
    COMPARE_TEXT(plan.createdBy(plan.stages[0].history.back()), "COPY <<a <<b <<c /d/ # buildkit");
}

void PlanTest::destinationsAreRelativeToTheWorkingDirectory() {
    const BuildPlan plan =
        planOf("FROM scratch\nWORKDIR /app\nCOPY a .\nCOPY a b/../c/\nCOPY a ../d\nCOPY a /e/.\nWORKDIR x\nCOPY a f\n");
    COMPARE_TEXT(operationOf<CopyOperation>(plan, 1).destination, "/app/");
    COMPARE_TEXT(operationOf<CopyOperation>(plan, 2).destination, "/app/c/");
    COMPARE_TEXT(operationOf<CopyOperation>(plan, 3).destination, "/d");
    COMPARE_TEXT(operationOf<CopyOperation>(plan, 4).destination, "/e/");
    COMPARE_TEXT(operationOf<CopyOperation>(plan, 6).destination, "/app/x/f");
}

void PlanTest::copyFromStagesAndImages() {
    const BuildPlan plan = planOf(
        "FROM scratch AS a\nFROM scratch\nFROM scratch\nCOPY --from=A /x /1\nCOPY --from=1 /x /2\n"
        "COPY --from=busybox /x /3\nCOPY --from=scratch /x /4\n");
    QVERIFY(operationOf<CopyOperation>(plan, 0).origin == Origin(FromStage{0}));
    QVERIFY(operationOf<CopyOperation>(plan, 1).origin == Origin(FromStage{1}));
    QVERIFY(operationOf<CopyOperation>(plan, 2).origin == Origin(FromImage{"busybox"}));
    QVERIFY(operationOf<CopyOperation>(plan, 3).origin == Origin(FromScratch{}));
    QCOMPARE(plan.stages[2].dependsOn, (std::vector<int>{0, 1}));
}

void PlanTest::mountsOfRun() {
    const BuildPlan plan = planOf(
        "FROM scratch AS src\nFROM base\nWORKDIR /w\nARG T=cache\n"
        "RUN --mount=type=cache,target=$T --mount=from=src,target=/m,source=a,rw --mount=type=bind,target=b true\n",
        {}, plainBase());
    const auto& mounts = operationOf<RunOperation>(plan, 2).mounts;
    QCOMPARE(mounts.size(), 3U);
    COMPARE_TEXT(mounts[0].target, "/w/cache");
    COMPARE_TEXT(mounts[0].id, "/w/cache");
    QVERIFY(mounts[0].origin == Origin(FromScratch{}));
    QVERIFY(mounts[1].origin == Origin(FromStage{0}));
    COMPARE_TEXT(mounts[1].source, "/a");
    QVERIFY(!mounts[1].readOnly);
    QVERIFY(mounts[2].readOnly);
    QVERIFY(mounts[2].origin == Origin(FromContext{}));
}

void PlanTest::variablesDecideEveryOptionOfAMount() {
    const BuildPlan plan = planOf(
        "FROM base\nARG TYPE=cache\nARG MODE=0711\nENV SHARING=locked\n"
        "RUN --mount=type=$TYPE,target='/a b',mode=$MODE,uid=${ID:-7},sharing=$SHARING,ro=${NO:-false} true\n",
        {}, plainBase());
    QVERIFY(plan.problems.empty());
    const std::vector<RunOperation::Mount>& mounts = operationOf<RunOperation>(plan, 1).mounts;
    const auto& mount = mounts.at(0);
    QCOMPARE(mount.type, dockerfile::MountType::Cache);
    COMPARE_TEXT(mount.target, "/a b");
    COMPARE_TEXT(mount.sharing, "locked");
    QCOMPARE(mount.mode, 0711U);
    QCOMPARE(mount.uid, 7U);
    QVERIFY(!mount.readOnly);
}

void PlanTest::stepsAreCountedAsDockerCountsThem() {
    const BuildPlan plan = planOf(
        "FROM base AS first\nWORKDIR /\nENV a=b\nRUN x\nCOPY y /\nWORKDIR /z\nFROM first\nRUN w\n", {}, plainBase());
    QCOMPARE(plan.stages[0].stepCount, 5);
    QCOMPARE(plan.stages[0].steps.size(), 4U);
    COMPARE_TEXT(plan.label(plan.steps[0]), "[first 1/5]");
    COMPARE_TEXT(plan.label(plan.steps[3]), "[first 4/5]");
    COMPARE_TEXT(plan.label(plan.steps[4]), "[stage-1 1/1]");
    COMPARE_TEXT(planOf("FROM base AS only\n").label(planOf("FROM base AS only\n").steps[0]), "[1/1]");
}

void PlanTest::triggersOfABaseFollowItsFrom() {
    image::Config config;
    config.onbuild = {"ENV A=1", "COPY . /src", "RUN make $A"};
    const BuildPlan plan = planOf("# comment\nFROM base\nRUN last\n", {}, baseNamed("base", config));
    QCOMPARE(plan.steps.size(), 4U);
    QVERIFY(plan.steps[1].onbuild);
    QCOMPARE(plan.steps[1].line, 2U);
    QCOMPARE(plan.steps[2].line, 2U);
    QCOMPARE(plan.steps[3].number, 4);
    QCOMPARE(plan.stages[0].stepCount, 4);
    QVERIFY(plan.stages[0].config.onbuild.empty());
    COMPARE_TEXT(*plan.stages[0].config.environment("A"), "1");
}

void PlanTest::triggersOfAStageRunInItsChildrenOnly() {
    const BuildPlan plan = planOf("FROM base AS a\nONBUILD RUN hello\nFROM a AS b\nFROM b\n", {}, plainBase());
    QCOMPARE(plan.stages[0].config.onbuild, std::vector<std::string>{"RUN hello"});
    QCOMPARE(plan.stages[1].steps.size(), 1U);
    QCOMPARE(plan.stages[2].steps.size(), 0U);
    QCOMPARE(plan.steps[1].line, 3U);
}

void PlanTest::targetsGoByNameOrNumber() {
    const std::string text = "FROM scratch AS a\nFROM scratch AS b\nFROM scratch\n";
    QCOMPARE(planOf(text).target, 2);
    Options options;
    options.target = "B";
    QCOMPARE(planOf(text, options).target, 1);
    options.target = "0";
    QCOMPARE(planOf(text, options).target, 0);
}

void PlanTest::unreachedStagesAreMarked() {
    const std::string text = "FROM scratch AS a\nFROM scratch AS b\nFROM scratch AS c\nCOPY --from=a /x /\n";
    BuildPlan plan = planOf(text);
    QVERIFY(plan.stages[0].reached && !plan.stages[1].reached && plan.stages[2].reached);
    Options options;
    options.all = true;
    QVERIFY(planOf(text, options).stages[1].reached);
}

void PlanTest::namesAreAsProgressShowsThem() {
    const BuildPlan plan = planOf(
        "FROM ubuntu:20.04\nARG V=1\nrun echo \"$V\" $NOT '$V'\ncopy --chown=1:1 a$V \"b c\" /d/\nWORKDIR /app\n");
    COMPARE_TEXT(plan.steps[0].name, "FROM docker.io/library/ubuntu:20.04");
    COMPARE_TEXT(plan.steps[1].name, "RUN echo \"1\" $NOT '$V'");
    COMPARE_TEXT(plan.steps[2].name, "COPY --chown=1:1 a1 b c /d/");
    COMPARE_TEXT(plan.steps[3].name, "WORKDIR /app");
}

void PlanTest::idsSurviveUnrelatedEdits() {
    const BuildPlan before = planOf("FROM base AS s\nRUN a\nRUN a\nCOPY x /\n");
    const BuildPlan after = planOf("# new\nFROM base AS s\nENV q=1\nRUN  a\nRUN new\n\nrun \\\n a\nCOPY x /\n");
    QCOMPARE(after.steps.size(), 5U);
    COMPARE_TEXT(after.steps[0].id, before.steps[0].id.c_str());
    COMPARE_TEXT(after.steps[1].id, before.steps[1].id.c_str());
    COMPARE_TEXT(after.steps[3].id, before.steps[2].id.c_str());
    COMPARE_TEXT(after.steps[4].id, before.steps[3].id.c_str());
    QVERIFY(before.steps[1].id != before.steps[2].id);
    COMPARE_TEXT(before.steps[2].position, "s:run#2");
}

void PlanTest::unresolvedBasesLeaveTheRestUnknown() {
    const BuildPlan plan = planOf("FROM nowhere\nENV A=${B:?needed}\nRUN x\nFROM scratch\nCOPY y /\n");
    QVERIFY(!plan.stages[0].known);
    QVERIFY(!plan.steps[1].known);
    QVERIFY(plan.stages[1].known && plan.steps[2].known);
    QVERIFY2(plan.problems.empty(), messages(plan).c_str());
}

void PlanTest::imagesToResolve() {
    const std::string text = "FROM one\nFROM two\nCOPY --from=three a /\nRUN --mount=from=four,target=/x y\n";
    QCOMPARE(planOf(text).images, (std::vector<FromImage>{{"two"}, {"three"}, {"four"}, {"one"}}));
    // One that is wanted for two platforms is two; what is copied from one is of the build's own.
    const std::string platforms = "FROM --platform=linux/s390x one\nFROM one\nCOPY --from=one a /\n";
    Options options;
    options.platform = *image::Platform::parse("linux/amd64");
    options.all = true;
    QCOMPARE(planOf(platforms, options).images,
             (std::vector<FromImage>{{"one", *image::Platform::parse("linux/s390x")}, {"one"}}));
}

void PlanTest::basesThatATriggerBringsAreResolvedToo() {
    image::Config base;
    base.onbuild = {"COPY --from=tools /tool /"};
    Bases known = baseNamed("base", base);
    known.merge(baseNamed("tools", {}));
    std::vector<std::vector<FromImage>> asked;
    const BaseResolver resolve = [&](std::span<const FromImage> images, const image::Platform&) {
        asked.emplace_back(images.begin(), images.end());
        Bases out;
        for (const FromImage& image : images)
            if (const auto found = known.find(image); found != known.end())
                out.insert(*found);
        return out;
    };
    ResolvedBases resolved;
    const auto tree = dockerfile::SyntaxTree::parse("FROM nowhere AS n\nFROM base\nCOPY --from=n /x /\n");
    const BuildPlan first = planResolved(tree, {}, resolve, resolved);
    QCOMPARE(asked, (std::vector<std::vector<FromImage>>{{{"nowhere"}, {"base"}}, {{"tools"}}}));
    QCOMPARE(operationOf<CopyOperation>(first, 2).origin, Origin(FromImage{"tools"}));
    QVERIFY(resolved.bases.contains({"base"}) && resolved.bases.contains({"tools"}));
    // The next plan asks for what is new alone.
    const auto changed = dockerfile::SyntaxTree::parse("FROM nowhere AS n\nFROM base\nFROM other\n");
    QCOMPARE(planResolved(changed, {}, resolve, resolved).steps.size(), 4U);
    QCOMPARE(asked.size(), 3U);
    QCOMPARE(asked.back(), std::vector<FromImage>{{"other"}});
}

// Where time or memory grow with their square, this doesn't end before the test's time is up.
void PlanTest::manyStagesAndVariablesArePlannedOneByOne() {
    std::string chain = "FROM scratch AS s0\nENV A=1\n";
    for (int i = 1; i < 20000; ++i)
        chain += "FROM s" + std::to_string(i - 1) + " AS s" + std::to_string(i) + "\nLABEL a=b\nRUN x\n";
    const BuildPlan plan = planOf(chain);
    QCOMPARE(plan.stages.size(), 20000U);
    QCOMPARE(*plan.stages.back().config.environment("A"), std::string("1"));

    std::string variables = "FROM scratch\n";
    for (int i = 0; i < 20000; ++i)
        variables += "ENV VARIABLE_" + std::to_string(i) + "=$VARIABL_" + std::to_string(i) + "\n";
    const BuildPlan unset = planOf(variables);
    QCOMPARE(unset.unset.size(), 20000U);
    QCOMPARE(unset.unset[2].nearest, std::string("VARIABLE_0"));

    std::string images = "FROM scratch\n";
    for (int i = 0; i < 15000; ++i)
        images += "FROM image-" + std::to_string(i) + " AS stage-" + std::to_string(i) + "\nCOPY --from=x" +
                  std::to_string(i) + " a /\n";
    QCOMPARE(planOf(images).images.size(), 30000U);
}

void PlanTest::aLongFileIsPlannedInPartsAsInOne() {
    constexpr int kParts = 3, kStages = 600;
    std::string text = "ARG BASE=base\n";
    for (int part = 0; part < kParts; ++part) {
        for (int stage = 0; stage < kStages; ++stage) {
            const std::string name = 'p' + std::to_string(part) + 's';
            text += "FROM " + (stage == 0 ? "$BASE" : name + std::to_string(stage - 1)) + " AS " + name +
                    std::to_string(stage % 500) + "\nRUN same\nWORKDIR sub\nENV MADE=$MAID\nCOPY $MADE /x\n" +
                    "COPY --from=p0s0 a b\nCOPY --from=p" + std::to_string((part + 1) % kParts) + "s7 a b\n" +
                    "ONBUILD RUN trigger\nRUN --mount=from=p0s3 same\nEXPOSE wrong\n" +
                    (stage % 100 == 0 ? "BROKEN\n" : "");
        }
    }
    // The second plan has a stage that stands on the file's first one, so that its parts are one.
    const std::size_t stages = kParts * kStages;
    const BuildPlan parts = planOf(text, {}, plainBase());
    const BuildPlan one = planOf(text + "FROM p0s499\nFROM p1s499\n", {}, plainBase());
    QCOMPARE(parts.stages.size(), stages);
    QCOMPARE(one.stages.size(), stages + 2);
    QVERIFY(!parts.problems.empty() && !parts.unset.empty() && !parts.expanded.empty());
    const std::string now = told(parts, stages), before = told(one, stages);
    const auto difference = static_cast<std::size_t>(std::ranges::mismatch(now, before).in1 - now.begin());
    const std::size_t line = now.rfind('\n', difference) + 1;
    COMPARE_TEXT(now.substr(line, 300), before.substr(line, 300).c_str());
    QCOMPARE(now.size(), before.size());
}

QTEST_GUILESS_MAIN(PlanTest)
#include "plan_test.moc"
