// What the sandbox works out without entering anything: accounts, ids, seccomp, config, messages.
#include "sandbox/accounts.h"
#include "sandbox/channel.h"
#include "sandbox/oci_config.h"
#include "sandbox/protocol.h"
#include "sandbox/seccomp.h"
#include "sandbox/subids.h"

#include <QTest>

#include <fcntl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>

using namespace slipway;
using namespace slipway::sandbox;

namespace {

constexpr std::string_view kPasswd =
    "root:x:0:0:root:/root:/bin/sh\n# comment:x:5:5::/:\nbroken line\napp:x:1000:1001::/home/app:/bin/sh\n"
    "app:x:9:9::/second:/bin/sh\nnohome:x:7:8\nbad:x:notanumber:1::/:";
constexpr std::string_view kGroup =
    "root:x:0:\napp:x:1001:\nextra:x:2000:root,app\nmore:x:2001:app\nlike:x:2002:apple\n";

std::pair<Channel, Channel> channelPair() {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        qFatal("no socket pair");
    }
    return {Channel(Descriptor(ends[0])), Channel(Descriptor(ends[1]))};
}

const Json* ruleFor(const Json& seccomp, const char* name, const char* action) {
    for (const Json& rule : seccomp.at("syscalls")) {
        if (rule.at("action") == action && std::ranges::find(rule.at("names"), name) != rule.at("names").end()) {
            return &rule;
        }
    }
    return nullptr;
}

}  // namespace

class SandboxValuesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void accountsAreLookedUpAsDockerDoes() {
        const auto look = [](std::string_view user) { return lookUpAccount(user, kPasswd, kGroup); };
        QVERIFY(*look("") == (Account{0, 0, {2000}, "/root"}));
        QVERIFY(*look("app") == (Account{1000, 1001, {2000, 2001}, "/home/app"}));
        QVERIFY(*look("1000") == (Account{1000, 1001, {2000, 2001}, "/home/app"}));
        QVERIFY(*look("app:extra") == (Account{1000, 2000, {}, "/home/app"}));
        QVERIFY(*look("app:77") == (Account{1000, 77, {}, "/home/app"}));
        QVERIFY(*look("4711") == (Account{4711, 0, {}, "/"}));
        QVERIFY(*look("4711:4712") == (Account{4711, 4712, {}, "/"}));
        QVERIFY(*look("nohome") == (Account{7, 8, {}, "/"}));
        QCOMPARE(look("nobody").error().code, ErrorCode::NotFound);
        QVERIFY(look("nobody").error().message.contains("\"nobody\""));
        QVERIFY(look("app:nogroup").error().message.contains("\"nogroup\""));
        QVERIFY(!look("bad") && !look("99999999999"));
        QVERIFY(*lookUpAccount("0", "", "") == (Account{0, 0, {}, "/"}));
    }
    void subordinateRangesAreThoseOfTheUser() {
        constexpr std::string_view text =
            "# x\nann:100000:65536\nbob:165536:1000\n1001:300000:10\nann:500000:0\nann:x:1\nann:1\n";
        QVERIFY(subordinateRanges(text, "ann", 1000) == (std::vector<IdRange>{{100000, 65536}}));
        QVERIFY(subordinateRanges(text, "bob", 1001) == (std::vector<IdRange>{{165536, 1000}, {300000, 10}}));
        QVERIFY(subordinateRanges(text, "carl", 7).empty());
        QCOMPARE(suggestedLine(text, "carl"), std::string("carl:300010:65536"));
        QCOMPARE(suggestedLine("", "carl"), std::string("carl:100000:65536"));
    }
    void seccompIsResolvedForThisMachine() {
        constexpr std::string_view profile = R"({"defaultAction":"SCMP_ACT_ERRNO","defaultErrnoRet":38,
            "archMap":[{"architecture":"SCMP_ARCH_X86_64","subArchitectures":["SCMP_ARCH_X86"]}],
            "syscalls":[{"names":["read"],"action":"SCMP_ACT_ALLOW","args":[]},
              {"names":["a"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":8,"op":"SCMP_CMP_EQ"}],"includes":{"arches":["amd64"]}},
              {"names":["b"],"action":"SCMP_ACT_ALLOW","includes":{"arches":["arm64"]}},
              {"names":["c"],"action":"SCMP_ACT_ALLOW","includes":{"caps":["CAP_SYS_ADMIN"]}},
              {"names":["c"],"action":"SCMP_ACT_ERRNO","errnoRet":1,"excludes":{"caps":["CAP_SYS_ADMIN"]}},
              {"names":["d"],"action":"SCMP_ACT_ALLOW","includes":{"minKernel":"999.0"}},
              {"names":["e"],"action":"SCMP_ACT_ALLOW","includes":{"minKernel":"2.6"}}]})";
        const auto seccomp = resolveSeccomp(profile, "amd64", defaultCapabilities());
        QVERIFY(seccomp);
        QCOMPARE(seccomp->at("architectures").dump(), std::string(R"(["SCMP_ARCH_X86_64","SCMP_ARCH_X86"])"));
        QCOMPARE(seccomp->at("defaultErrnoRet").get<int>(), 38);
        QVERIFY(ruleFor(*seccomp, "read", "SCMP_ACT_ALLOW") &&
                !ruleFor(*seccomp, "read", "SCMP_ACT_ALLOW")->contains("args"));
        QVERIFY(ruleFor(*seccomp, "a", "SCMP_ACT_ALLOW")->contains("args"));
        QVERIFY(!ruleFor(*seccomp, "b", "SCMP_ACT_ALLOW") && !ruleFor(*seccomp, "c", "SCMP_ACT_ALLOW"));
        QVERIFY(ruleFor(*seccomp, "c", "SCMP_ACT_ERRNO"));
        QVERIFY(!ruleFor(*seccomp, "d", "SCMP_ACT_ALLOW") && ruleFor(*seccomp, "e", "SCMP_ACT_ALLOW"));
        const std::vector<std::string> admin = {"CAP_SYS_ADMIN"};
        QVERIFY(ruleFor(*resolveSeccomp(profile, "arm64", admin), "c", "SCMP_ACT_ALLOW"));
        QVERIFY(ruleFor(*resolveSeccomp(profile, "arm64", admin), "b", "SCMP_ACT_ALLOW"));
    }
    void whatIsNoProfileIsRefused() {
        for (const char* text : {"", "[]", "{}", "{\"defaultAction\":1,\"syscalls\":[{}]}", "nonsense",
                                 "{\"defaultAction\":\"x\",\"syscalls\":7}"}) {
            QVERIFY2(!resolveSeccomp(text, "amd64", defaultCapabilities()), text);
        }
        QVERIFY(ruleFor(ownSeccomp(), "mount", "SCMP_ACT_ERRNO"));
        QVERIFY(ruleFor(ownSeccomp(), "keyctl", "SCMP_ACT_ERRNO"));
    }
    void theConfigSaysWhatARunGets() {
        Container container;
        container.rootfs = "/r";
        container.arguments = {"/bin/sh", "-c", "echo \xff"};
        container.environment = {"HOME=", "A=b"};  // an empty one counts as none
        container.account = {1000, 1001, {2000}, "/home/app"};
        container.networkNamespace = "/ns";
        container.mounts = {{"/x", "bind", "/y", {"ro"}}};
        const Json config = Json::parse(ociConfig(container, "{\"defaultAction\":\"SCMP_ACT_ALLOW\"}"));
        QCOMPARE(config.at("process").at("env").dump(),
                 R"(["PATH=)" + std::string(kDefaultPath) + R"(","A=b","HOME=/home/app"])");
        QCOMPARE(config.at("process").at("user").at("umask").get<int>(), 022);
        QCOMPARE(config.at("process").at("user").at("additionalGids").dump(), std::string("[1001,2000]"));
        QCOMPARE(config.at("process").at("capabilities").at("bounding").size(), 14U);
        QCOMPARE(config.at("hostname").get<std::string>(), std::string("buildkitsandbox"));
        QCOMPARE(config.at("mounts").back().at("destination").get<std::string>(), std::string("/x"));
        QVERIFY(config.at("linux").contains("seccomp"));
        QVERIFY(config.at("linux").at("namespaces").dump().contains(R"("path":"/ns")"));
    }
    void requestsAndRepliesArriveAsTheyWereSent() {
        RunRequest run;
        run.lower = {"a", "b"};
        run.upper = "u";
        run.arguments = {"sh", "-c", "echo \xC3\xA4\n"};
        run.environment = {"A=1"};
        run.user = "app";
        run.workingDir = "/w";
        run.network = "none";
        run.addHosts = {{"h", "1.2.3.4"}};
        run.mounts = {{RunMount::Kind::Cache, "/t", "s", {"x"}, false, 0700, 1, 2, 3, "c"}};
        Frame frame{encode(7, Request(run)), {}};
        frame.descriptors.emplace_back(open("/dev/null", O_RDONLY | O_CLOEXEC));
        const auto call = decodeCall(std::move(frame));
        QVERIFY(call);
        QCOMPARE(call->id, 7U);
        const auto& got = std::get<RunRequest>(call->request);
        QVERIFY(got.lower == run.lower && got.arguments == run.arguments && got.addHosts == run.addHosts);
        QVERIFY(got.user == "app" && got.workingDir == "/w" && got.network == "none" &&
                got.environment == run.environment);
        QVERIFY(got.mounts.size() == 1 && got.mounts[0].kind == RunMount::Kind::Cache && got.mounts[0].mode == 0700 &&
                got.mounts[0].gid == 2 && got.mounts[0].cache == "c" && got.mounts[0].size == 3 &&
                !got.mounts[0].readOnly);
        QVERIFY(got.stdoutFd >= 0 && got.stderrFd == -1);
        const auto error = decodeReply({encode(Reply{3, Error{ErrorCode::NoSpace, "full", "/x"}}), {}});
        QCOMPARE(std::get<Error>(error->outcome).code, ErrorCode::NoSpace);
        QCOMPARE(std::get<Error>(error->outcome).path, std::string("/x"));
        const auto ran = decodeReply({encode(Reply{4, Ran{5, 6, 7, 8, true, true}}), {}});
        QVERIFY(std::get<Ran>(ran->outcome).exitStatus == 5 && std::get<Ran>(ran->outcome).hostNetwork &&
                std::get<Ran>(ran->outcome).diskFull);
        const auto committed = decodeReply(
            {encode(Reply{4, Committed{layer::Digest::of("a"), layer::Digest::of("b"), 1, 2, 3, true}}), {}});
        QVERIFY(std::get<Committed>(committed->outcome).toc == layer::Digest::of("b"));
        for (const char* text :
             {"", "{}", "[1]", "{\"id\":1}", "{\"id\":\"x\",\"call\":\"run\"}", "{\"id\":1,\"call\":\"unpack\"}"}) {
            QVERIFY2(!decodeCall({text, {}}), text);
        }
    }
    void framesOfAnySizeArriveWhole() {
        auto [a, b] = channelPair();
        const std::string large(5'000'000, 'x');
        const int null = open("/dev/null", O_RDONLY | O_CLOEXEC);
        QVERIFY(a.send("first", std::span(&null, 1)));
        QVERIFY(a.send(large));
        QVERIFY(a.send("", std::span(&null, 1)));
        ::close(null);
        QVERIFY(a.wantsToWrite());
        std::vector<Frame> frames;
        for (int i = 0; i < 10'000 && frames.size() < 3; ++i) {
            auto got = b.receive();
            QVERIFY(got);
            std::ranges::move(*got, std::back_inserter(frames));
            QVERIFY(a.flush());
        }
        QCOMPARE(frames.size(), 3U);
        QCOMPARE(frames[0].body, std::string("first"));
        QCOMPARE(frames[0].descriptors.size(), 1U);
        QVERIFY(frames[1].body == large && frames[1].descriptors.empty());
        QVERIFY(frames[2].body.empty() && frames[2].descriptors.size() == 1);
        a.close();
        QVERIFY(b.receive()->empty());
        QVERIFY(b.closed());
    }
    void garbageIsNoFrame() {
        std::array<int, 2> ends{};
        QCOMPARE(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
        Channel channel{Descriptor(ends[0])};
        const Descriptor other(ends[1]);
        QCOMPARE(write(other.get(), "\xff\xff\xff\xff\xff\xff\xff\xff", 8), 8);
        QCOMPARE(channel.receive().error().code, ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(SandboxValuesTest)
#include "values_test.moc"
