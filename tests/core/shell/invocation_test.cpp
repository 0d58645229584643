#include "shell/invocation.h"

#include <QTest>

using namespace slipway::shell;

namespace {

class Read {
public:
    explicit Read(std::string_view text, const OptionSyntax& syntax = {})
        : m_script(Script::parse(text, Dialect::Posix)),
          invocation(m_script->commands()[0]),
          arguments(invocation.arguments(syntax)) {}
    /// Options and operands, "|" between the two.
    [[nodiscard]] std::string text() const {
        std::string out{invocation.name()};
        for (const Option& option : arguments.options)
            out += ' ' + std::string(option.name) + (option.value ? '=' + std::string(*option.value) : "");
        out += " |";
        for (const Word* operand : arguments.operands)
            out += ' ' + std::string(operand->value);
        return out;
    }

private:
    std::shared_ptr<const Script> m_script;

public:
    Invocation invocation;
    Arguments arguments;
};

}  // namespace

class InvocationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void optionsAndOperandsAreToldApart() {
        QCOMPARE(Read("apt-get -yqq --no-install-recommends install a=1 -t=b", {"t"}).text(),
                 std::string("apt-get -y -q -q --no-install-recommends -t=b | install a=1"));
        QCOMPARE(Read("apt-get install -t bookworm -o A=B -oC a", {"to"}).text(),
                 std::string("apt-get -t=bookworm -o=A=B -o=C | install a"));
        QCOMPARE(Read("pip install --root /x --index-url=y a", {"", "--target --root"}).text(),
                 std::string("pip --root=/x --index-url=y | install a"));
        QCOMPARE(Read("gem install a -- --b -c").text(), std::string("gem | install a --b -c"));
        QCOMPARE(*Read("gem install a -- --b").arguments.afterDashes, 2U);
        QCOMPARE(Read("go get -tool -mod=mod a", {"", "", true}).text(), std::string("go -tool -mod=mod | get a"));
        QCOMPARE(Read("wget -O - a", {"O"}).text(), std::string("wget -O=- | a"));
        QCOMPARE(Read("tar -f").text(), std::string("tar -f |"));
        QCOMPARE(Read("tar -f", {"f"}).text(), std::string("tar -f |"));
    }
    void questionsAboutOptions() {
        const Read read("useradd -u 1 -u 2 --uid=3 -l a", {"u"});
        QVERIFY(read.arguments.has({"-l", "--no-log-init"}));
        QVERIFY(!read.arguments.has({"-m"}));
        QCOMPARE(read.arguments.count({"-u", "--uid"}), 3U);
        QCOMPARE(*read.arguments.value({"-u", "--uid"}), std::string_view("3"));
        QCOMPARE(*read.arguments.value({"-u"}), std::string_view("2"));
        QCOMPARE(read.arguments.subcommand(), std::string_view("a"));
        QVERIFY(read.arguments.operandsFrom(5).empty());
    }
    void theProgramIsFoundBehindWhatStartsIt() {
        QCOMPARE(Read("/usr/bin/apt-get update").text(), std::string("apt-get | update"));
        QCOMPARE(Read("sudo -u root -E A=b apt-get update").text(), std::string("apt-get | update"));
        QCOMPARE(Read("env -u X A=b nice -n 5 apt-get update").text(), std::string("apt-get | update"));
        QCOMPARE(Read("exec command timeout -k 1 5m curl x").text(), std::string("curl | x"));
        QCOMPARE(Read("env - A=b stdbuf -oL curl x").text(), std::string("curl | x"));
        QCOMPARE(Read("eatmydata xvfb-run -a -s '-screen 0' make y").text(), std::string("make | y"));
        QCOMPARE(Read("sudo -u root").text(), std::string("sudo -u | root"));
        QCOMPARE(Read("command -v curl").text(), std::string("command -v | curl"));
        QCOMPARE(Read("env").text(), std::string("env |"));
        const Read read("sudo -- env A=b gosu x y");
        QVERIFY(read.invocation.wrappers() == (std::vector<std::string_view>{"sudo", "env", "gosu"}));
        QCOMPARE(read.invocation.name(), std::string_view("y"));
    }
    void aProgramThatAVariableNamesHasNoName() {
        QCOMPARE(Read("$X install a").text(), std::string(" | install a"));
        QCOMPARE(Read("A=1").text(), std::string(" |"));
    }
    void environmentComesFromAssignmentsBeforeIt() {
        QCOMPARE(*Read("A=1 A=2 b").invocation.environment("A"), std::string_view("2"));
        QCOMPARE(*Read("A=1 env A=3 b").invocation.environment("A"), std::string_view("3"));
        QVERIFY(!Read("b A=1").invocation.environment("A"));
        QVERIFY(!Read("AB=1 b").invocation.environment("A"));
    }
};

QTEST_APPLESS_MAIN(InvocationTest)
#include "invocation_test.moc"
