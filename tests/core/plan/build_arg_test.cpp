#include "plan/build_arg.h"

#include <QTest>

using namespace slipway::plan;

class BuildArgTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aValueStandsBehindTheFirstSign() {
        QCOMPARE(readBuildArg("NAME=a=b").value().name, "NAME");
        QVERIFY(readBuildArg("NAME=a=b").value().value == "a=b");
        QVERIFY(readBuildArg("NAME=").value().value == "");
    }
    void aNameAloneLeavesTheValueToTheEnvironment() {
        QCOMPARE(readBuildArg("NAME").value().name, "NAME");
        QVERIFY(!readBuildArg("NAME").value().value);
    }
    void whatNoArgTakesIsTold() {
        using namespace slipway;
        Options options;
        for (const char* name : {"GLOBAL", "OF_STAGE", "OF_ONBUILD", "VERSON", "http_proxy", "TARGETARCH", "BUILDKIT_X"})
            options.buildArgs[name] = "1";
        image::Config base;
        base.onbuild = {"ARG OF_ONBUILD=2"};
        const Bases bases{{{"base"}, {{}, {}, std::make_shared<const image::Config>(base)}}};
        const auto tree = dockerfile::SyntaxTree::parse("ARG GLOBAL\nFROM base\nARG VERSION OF_STAGE=3\n");
        QCOMPARE(unusedBuildArgs(plan::plan(tree, options, bases), bases), std::vector<std::string>{"VERSON"});
    }
    void whatNamesNothingIsRefusedByItsWords() {
        for (const std::string words : {"=1", "=", ""}) {
            const auto argument = readBuildArg(words);
            QVERIFY2(!argument, words.c_str());
            QVERIFY2(argument.error().message.starts_with(words + " "), argument.error().message.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(BuildArgTest)
#include "build_arg_test.moc"
