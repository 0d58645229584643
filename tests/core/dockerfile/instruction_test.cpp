#include "dockerfile/instruction.h"

#include "dockerfile/instruction_mounts.h"

#include <QtTest>

using namespace slipway;
using namespace slipway::dockerfile;
using namespace std::chrono_literals;

namespace {

Result<Value> read(const std::string& text) {
    const auto tree = SyntaxTree::parse(text);
    return interpret(*tree->instructions().front(), tree->lines());
}

template <class T>
T as(const std::string& text) {
    const auto value = read(text);
    if (!value)
        qFatal("%s: %s", text.c_str(), value.error().message.c_str());
    return std::get<T>(*value);
}

}  // namespace

class InstructionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fromNamesAStageInLowerCase() {
        const From from = as<From>("FROM --platform=linux/arm64 debian:13 As Build");
        QCOMPARE(from.image.text, std::string("debian:13"));
        QCOMPARE(from.name, std::string("build"));
        QCOMPARE(from.platform->text, std::string("linux/arm64"));
    }

    void runKnowsBothForms() {
        QCOMPARE(as<Run>("RUN echo  hi \\\n  there").command.text, std::string("echo  hi   there"));
        const Run run = as<Run>("RUN --network=none [\"a\", \"b c\"]");
        QVERIFY(run.command.exec);
        QCOMPARE(run.command.arguments, (std::vector<std::string>{"a", "b c"}));
        QCOMPARE(run.network, std::optional<std::string>("none"));
    }

    void mountsAreRead() {
        const Run run = as<Run>(
            "RUN --mount=type=cache,target=/c,id=x,sharing=locked,mode=0700,uid=5 --mount=target=.,rw "
            "--mount=type=tmpfs,dst=/t,size=64m --mount=type=secret,id=s,required,env=TOKEN "
            "--mount=type=ssh true");
        QCOMPARE(run.mounts.size(), 5U);
        QCOMPARE(run.mounts[0].type, MountType::Cache);
        QCOMPARE(run.mounts[0].mode, std::optional<std::uint32_t>(0700));
        QCOMPARE(run.mounts[0].sharing, std::string("locked"));
        QCOMPARE(run.mounts[1].type, MountType::Bind);
        QCOMPARE(run.mounts[1].readOnly, std::optional(false));
        QCOMPARE(run.mounts[2].size, std::optional<std::uint64_t>(64U << 20U));
        QVERIFY(run.mounts[3].required);
        QCOMPARE(run.mounts[3].environment, std::optional<std::string>("TOKEN"));
        QCOMPARE(as<Run>("RUN --mount=target=/x true").mounts[0].readOnly, std::optional(true));
        QCOMPARE(as<Run>("RUN --mount=\"type=bind,target=/a b\" true").mounts[0].target, std::string("/a b"));
    }

    void copyTakesFilesAndHeredocs() {
        const Copy copy =
            as<Copy>("COPY --from=x --chmod=755 --exclude=*.o --exclude=*.a --parents a <<E b /d/\ntext\nE\n");
        QCOMPARE(copy.sources.size(), 2U);
        QCOMPARE(copy.heredocs.size(), 1U);
        QCOMPARE(copy.destination.text, std::string("/d/"));
        QCOMPARE(copy.exclude.size(), 2U);
        QVERIFY(copy.parents);
        QCOMPARE(as<Copy>("COPY [\"a b\", \"c\"]").sources.front().text, std::string("a b"));
        QVERIFY(as<Copy>("ADD --keep-git-dir=true --checksum=sha256:x --unpack=false u v").keepGitDir);
    }

    void heredocsOfCopyAreKnownByName() {
        const Copy same = as<Copy>("COPY <<A a <<-\"A\" /d\none\nA\ntwo\n\tA\n");
        QCOMPARE(same.heredocs.size(), 2U);
        QCOMPARE(same.heredocs[0].content, std::string("two\n"));
        QVERIFY(same.heredocs[0].expand && !same.heredocs[0].stripTabs);
        QCOMPARE(same.heredocs[1].content, std::string("two\n"));
        QVERIFY(!same.heredocs[1].expand && same.heredocs[1].stripTabs);
        QCOMPARE(same.sources.size(), 1U);
        const Copy apart = as<Copy>("COPY << A /d\none\nA\n");
        QCOMPARE(apart.heredocs.size(), 1U);
        QCOMPARE(apart.heredocs[0].content, std::string("one\n"));
        QVERIFY(apart.sources.empty());
        // In an array nothing is opened.
        const Copy array = as<Copy>("COPY [\"<<A\", \"/d\"]");
        QCOMPARE(array.heredocs.size(), 1U);
        QCOMPARE(array.heredocs[0].name, std::string("A"));
        QVERIFY(array.heredocs[0].content.empty());
        QVERIFY(array.sources.empty());
    }

    void environmentKnowsBothForms() {
        const Env env = as<Env>("ENV A=1 B=\"x y\" C=d\\ e");
        QCOMPARE(env.pairs.size(), 3U);
        QCOMPARE(env.pairs[1].value.text, std::string("\"x y\""));
        QCOMPARE(env.pairs[2].value.text, std::string("d\\ e"));
        const Env old = as<Env>("ENV A  one two=3");
        QCOMPARE(old.pairs.front().value.text, std::string("one two=3"));
        QVERIFY(!old.pairs.front().hasSeparator);
    }

    void argumentsHaveDefaultsOrNone() {
        const Arg arg = as<Arg>("ARG A B=2 C=");
        QCOMPARE(arg.items.size(), 3U);
        QVERIFY(!arg.items[0].value);
        QCOMPARE(arg.items[1].value->text, std::string("2"));
        QCOMPARE(arg.items[2].value->text, std::string());
    }

    void healthchecksAreRead() {
        const Healthcheck check =
            as<Healthcheck>("HEALTHCHECK --interval=1m30s --start-period=1.5s --retries=3 CMD a  b");
        QCOMPARE(check.command.text, std::string("a  b"));
        QVERIFY(check.interval == std::chrono::nanoseconds(90s));
        QVERIFY(check.startPeriod == std::chrono::nanoseconds(1500ms));
        QCOMPARE(check.retries, std::optional(3));
        QCOMPARE(as<Healthcheck>("HEALTHCHECK --retries=+4 CMD a").retries, std::optional(4));
        QVERIFY(as<Healthcheck>("healthcheck none").none);
        QVERIFY(as<Healthcheck>("HEALTHCHECK CMD [\"a\"]").command.exec);
    }

    void onbuildKeepsItsTextAndHeredocs() {
        const Onbuild onbuild = as<Onbuild>("ONBUILD  RUN <<E cat\nx\nE\n");
        QCOMPARE(onbuild.text, std::string("RUN <<E cat\nx\nE"));
        // An image has it to the end of the line.
        QCOMPARE(as<Onbuild>("ONBUILD ENV a=1 \\\n b=2  \t\r\n").text, std::string("ENV a=1  b=2  \t"));
        const auto trigger = parseTrigger(onbuild.text);
        QVERIFY(trigger);
        QCOMPARE((*trigger)->heredocs.front().content, std::string("x\n"));
        QVERIFY(!parseTrigger("RUN a\nRUN b"));
    }

    void aFaultyMountIsRefusedWhereABuildNeedsIt_data() {
        QTest::addColumn<QString>("mount");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* mount, const char* message) { QTest::newRow(mount) << mount << message; };
        row("type=bin,target=/x", "did you mean bind");
        row("type=cache,target=/x,giid=1", "did you mean gid");
        row("type=bind,target=/x,size=3", "Unexpected key 'size'");
        row("type=bind,uid=1", "uid not allowed");
        row("type=cache,sharing=none", "Unsupported sharing");
        row("type=tmpfs,sharing=locked", "Invalid cache sharing");
        row("type=secret", "one of source, target");
        row("type=secret,id=a,src=b", "can't be set");
        row("type=secret,id=a,from=b", "should not have a from");
        row("type=cache,required", "Unexpected key 'required'");
        row("type=cache,target", "must be a key=value pair");
        row("type=cache,mode=9", "Invalid value 9 for mode");
    }
    void aFaultyMountIsRefusedWhereABuildNeedsIt() {
        QFETCH(QString, mount);
        QFETCH(QString, message);
        const std::string text = mount.toStdString();
        // As text it is fine: the stage may never be built.
        QCOMPARE(as<Run>("RUN --mount=" + text + " a").mounts[0].deferred, text);
        const auto built = readMount({text, {}}, [](const std::string& word) { return Checked<std::string>(word); });
        QVERIFY(!built);
        QVERIFY2(QString::fromStdString(built.error().message).contains(message), built.error().message.c_str());
    }

    void envOfAMountThatHoldsNoSecretIsOverlooked() {
        QCOMPARE(as<Run>("RUN --mount=type=secret,id=a,env=B c").mounts[0].environment,
                 std::optional<std::string>("B"));
        const Run run = as<Run>("RUN --mount=type=cache,target=/x,env=B c");
        QVERIFY(run.mounts[0].deferred.empty());
        QVERIFY(!run.mounts[0].environment);
    }

    void anEmptyFlagSaysNothing() {
        QVERIFY(!as<From>("FROM --platform= a").platform);
        QVERIFY(!as<Copy>("COPY --from= a b").from);
    }

    void flagsOfArgAndStopsignalAreOverlooked() {
        QCOMPARE(as<Arg>("ARG --x A=1").items[0].name.text, std::string("A"));
        QCOMPARE(as<Stopsignal>("STOPSIGNAL --x 9").signal.text, std::string("9"));
    }

    void wrongInstructionsAreRefused_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        QTest::addColumn<int>("column");
        const auto row = [](const char* text, const char* message, int column) {
            QTest::newRow(text) << text << message << column;
        };
        row("FROM", "either one or three arguments", 1);
        row("FROM a b", "either one or three arguments", 8);
        row("FROM a AS 1x", "Invalid name for build stage", 11);
        row("FROM --plat=x a", "unknown flag: --plat", 6);
        row("RUN --mount=type=cache,from=$X a", "doesn't support variable expansion", 13);
        row("RUN --mount=type=nope,x,From=$X a", "doesn't support variable expansion", 13);
        row("RUN --mount a", "Missing a value on flag: --mount", 5);
        row("RUN --mount= a", "This mount has no options", 13);
        row("RUN --network=bridge a", "Unsupported network mode", 15);
        row("RUN --security=x a", "is not valid", 16);
        row("RUN --network=none --network=host a", "Duplicate flag", 20);
        row("RUN [\"a\", 1]", "strings only", 5);
        row("COPY a", "requires at least two arguments", 6);
        row("COPY --link=maybe a b", "Expecting boolean value", 13);
        row("COPY --checksum=x a b", "unknown flag", 6);
        row("COPY a <<E\nE\n", "cannot accept a heredoc as a destination", 8);
        row("COPY [\"a\", \"<<E\"]", "cannot accept a heredoc as a destination", 12);
        row("ADD it's <<E", "cannot accept a heredoc as a destination", 10);
        row("ADD --from=x a b", "unknown flag", 5);
        row("ENV", "ENV requires at least one argument", 1);
        row("ENV A", "must have two arguments", 5);
        row("ENV A=1 B", "Can't find =", 9);
        row("ENV =1", "ENV names can not be blank", 5);
        row("LABEL", "LABEL requires at least one argument", 1);
        row("ARG", "ARG requires at least one argument", 1);
        row("ARG =1", "ARG names can not be blank", 5);
        row("EXPOSE", "EXPOSE requires at least one argument", 1);
        row("VOLUME []", "VOLUME requires at least one argument", 1);
        row("VOLUME [\" \"]", "can not be an empty string", 9);
        row("WORKDIR", "WORKDIR requires exactly one argument", 1);
        row("USER", "USER requires exactly one argument", 1);
        row("STOPSIGNAL", "STOPSIGNAL requires exactly one argument", 1);
        row("MAINTAINER", "MAINTAINER requires exactly one argument", 1);
        row("SHELL a b", "JSON form", 7);
        row("SHELL []", "SHELL requires at least one argument", 1);
        row("ONBUILD", "ONBUILD requires at least one argument", 1);
        row("ONBUILD onbuild RUN a", "Chaining ONBUILD", 9);
        row("ONBUILD FROM a", "FROM isn't allowed as an ONBUILD trigger", 9);
        row("HEALTHCHECK", "HEALTHCHECK requires at least one argument", 1);
        row("HEALTHCHECK NONE x", "takes no arguments", 18);
        row("HEALTHCHECK CMD", "Missing command", 13);
        row("HEALTHCHECK TCP 80", "Unknown type", 13);
        row("HEALTHCHECK --interval=10 CMD a", "Invalid duration", 24);
        row("HEALTHCHECK --interval=10us CMD a", "cannot be less than 1ms", 24);
        row("HEALTHCHECK --retries=-1 CMD a", "cannot be negative", 23);
        row("HEALTHCHECK --retries=+-1 CMD a", "must be a number", 23);
        row("CMD --x a", "unknown flag: --x", 5);
        row("NOPE a", "unknown instruction: NOPE", 1);
    }
    void wrongInstructionsAreRefused() {
        QFETCH(QString, text);
        QFETCH(QString, message);
        QFETCH(int, column);
        const auto value = read(text.toStdString());
        QVERIFY(!value);
        QVERIFY2(value.error().message.contains(message.toStdString()), value.error().message.c_str());
        QVERIFY(value.error().where);
        QCOMPARE(value.error().where->line, 1U);
        QCOMPARE(static_cast<int>(value.error().where->column), column);
    }

    void aColumnPointsIntoAContinuationLine() {
        const auto value = read("COPY a \\\n  --x \\\n  <<E\nE\n");
        QVERIFY(!value);
        QCOMPARE(value.error().where->line, 3U);
        QCOMPARE(value.error().where->column, 3U);
    }

    void emptyCommandsAreAccepted() {
        QVERIFY(read("CMD"));
        QVERIFY(read("CMD []"));
        QVERIFY(read("ENTRYPOINT []"));
    }

    void devicesAreRead() {
        const auto device = readDevice({"vendor.com/gpu=0,required", {}});
        QVERIFY(device);
        QCOMPARE(device->name, std::string("vendor.com/gpu=0"));
        QVERIFY(device->required);
        QCOMPARE(readDevice({"required,vendor.com/gpu=0", {}})->name, std::string("vendor.com/gpu=0"));
        QVERIFY(!readDevice({"", {}}));
        QVERIFY(!readDevice({"a,b", {}}));
        QVERIFY(!readDevice({"vendor.com/gpu=0,name=other", {}}));
        QVERIFY(!readDevice({"vendor.com/gpu=0,other=1", {}}));
    }

    void aDeviceNeedsANameWhereItIsUsed() {
        QVERIFY(readDevice({"required", {}}));
        QVERIFY(readDevice({"required", {}})->name.empty());
        QVERIFY(read("RUN --device=vendor.com/gpu=0,required x"));
        QVERIFY(!read("RUN --device=required x"));
        QVERIFY(!read("RUN --device= x"));
    }

    void aDescriptionIsTheCommentWithTheName() {
        const auto tree = SyntaxTree::parse("# A is the first\n# B is the second\nARG A B=2 C\n");
        QCOMPARE(describedAs(*tree->instructions()[0], "B"), std::string("is the second"));
        QCOMPARE(describedAs(*tree->instructions()[0], "C"), std::string());
        const auto described = [](const char* comment) {
            return describedAs(*SyntaxTree::parse(std::string(comment) + "ARG foo\n")->instructions()[0], "foo");
        };
        QCOMPARE(described("# foo desc\n\n"), std::string("desc"));
        QCOMPARE(described("# foo  desc\n"), std::string(" desc"));
        QCOMPARE(described("# foo\tdesc\n"), std::string());
        QCOMPARE(described("# foo desc\n#\n"), std::string());
        QCOMPARE(described("  # foo desc\n"), std::string());
    }
};

QTEST_APPLESS_MAIN(InstructionTest)
#include "instruction_test.moc"
