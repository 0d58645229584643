#include "cache/paths.h"
#include "cache_fixture.h"
#include "plan/mode.h"
#include "text/say.h"

#include <QScopeGuard>

using namespace slipway;
using namespace slipway::cache;

class PartsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void globsMatchAsGoDoes_data();
    void globsMatchAsGoDoes();
    void pathsAreCleanedInsideTheRoot();
    void modesChange_data();
    void modesChange();
    void ownersAreLookedUp();
    void chainKeysLeaveOutWhatWasLookedUp();
    void differencesAreInTheLanguageOfTheProgram();
};

void PartsTest::globsMatchAsGoDoes_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char* pattern, const char* name, bool matches) {
        QTest::addRow("%s %s", pattern, name) << QString::fromUtf8(pattern) << QString::fromUtf8(name) << matches;
    };
    row("*.py", "app.py", true);
    row("*.py", "app.pyc", false);
    row("a?c", "aéc", true);
    row("[a-c]x", "bx", true);
    row("[^a-c]x", "bx", false);
    row("[^a-c]x", "dx", true);
    row("a\\*", "a*", true);
    row("a\\*", "ab", false);
    row("[", "a", false);
    row("[]a]", "]", false);
    row("[-x]", "x", false);
    row("*a*b*c", "xaybzc", true);
    row("*a*b*c", "xaybz", false);
    row("", "", true);
    row("*", "", true);
}
void PartsTest::globsMatchAsGoDoes() {
    QFETCH(QString, pattern);
    QFETCH(QString, name);
    QFETCH(bool, matches);
    QCOMPARE(matchesGlob(pattern.toStdString(), name.toStdString()), matches);
}

void PartsTest::pathsAreCleanedInsideTheRoot() {
    QCOMPARE(cleanPath("/a//b/../c/."), "a/c");
    QCOMPARE(cleanPath("../../x"), "x");
    QCOMPARE(cleanPath("/"), "");
    QCOMPARE(joinPaths("", "a"), "a");
    QCOMPARE(parentPath("a/b/c"), "a/b");
    QCOMPARE(parentPath("a"), "");
}

void PartsTest::modesChange_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<uint>("before");
    QTest::addColumn<bool>("directory");
    QTest::addColumn<int>("after");
    const auto row = [](const char* text, uint before, bool directory, int after) {
        QTest::addRow("%s %o", text, before) << QString(text) << before << directory << after;
    };
    row("755", 0644, false, 0755);
    row("4755", 0644, false, 04755);
    row("u+x", 0644, false, 0744);
    row("+x", 0644, false, 0755);
    row("go-rwx", 0777, false, 0700);
    row("a=r", 0777, false, 0444);
    row("u=rwx,go=rX", 0644, true, 0755);
    row("u=rwX,go=rX", 0600, false, 0644);
    row("g=u", 0640, false, 0660);
    row("u+s", 0755, false, 04755);
    for (const char* bad : {"", "8", "99999", "u", "u?x", "z+x", "u+q"})
        row(bad, 0, false, -1);
}
void PartsTest::modesChange() {
    QFETCH(QString, text);
    QFETCH(uint, before);
    QFETCH(bool, directory);
    QFETCH(int, after);
    const auto mode = plan::ModeChange::parse(text.toStdString());
    QCOMPARE(mode ? static_cast<int>(mode->apply(before, directory)) : -1, after);
}

void PartsTest::ownersAreLookedUp() {
    const Root root =
        rootWith({{directoryEntry("etc"), fileEntry("etc/passwd"), fileEntry("etc/group")}},
                 {{"etc/passwd", "root:x:0:0::/:\napp:x:1000:100::/home:\n"}, {"etc/group", "wheel:x:10:\n"}});
    const auto owner = [&](const char* text) {
        const auto found = resolveOwner(text, root);
        return found ? QString("%1:%2").arg(found->uid).arg(found->gid) : QString::fromStdString(found.error().message);
    };
    QCOMPARE(owner("app"), "1000:100");
    QCOMPARE(owner("app:wheel"), "1000:10");
    QCOMPARE(owner("5"), "5:5");
    QCOMPARE(owner("5:6"), "5:6");
    QCOMPARE(owner("app:7"), "1000:7");
    QCOMPARE(owner("app:"), "1000:0");
    QCOMPARE(owner("5:"), "5:0");
    // BuildKit gives such files to root, or leaves them the user's group, and says nothing.
    QVERIFY(owner("nobody").contains("no user nobody in the image's /etc/passwd, which docker build would pass over"));
    QVERIFY(owner("app:nogroup").contains("no group nogroup in the image's /etc/group, which docker build would"));
    const auto onScratch = resolveOwner("nobody", Root{});
    QVERIFY(!onScratch && !onScratch.error().message.contains("docker build"));
}

void PartsTest::chainKeysLeaveOutWhatWasLookedUp() {
    const Root one = rootWith({{directoryEntry("a", 0755)}});
    const Root two = rootWith({{directoryEntry("a", 0700)}});
    const auto first = workdirStep({"/a/b", ""}, one);
    const auto second = workdirStep({"/a/b", ""}, two);
    QVERIFY(first && second);
    QVERIFY(first->key.digest != second->key.digest);
    const Digest parent = Digest::of("parent");
    QCOMPARE(chainKey(first->key, parent), chainKey(second->key, parent));
    QVERIFY(chainKey(first->key, parent) != chainKey(first->key, Digest::of("other")));
}

void PartsTest::differencesAreInTheLanguageOfTheProgram() {
    const auto words = [](ReasonKind kind, const Difference& difference) {
        const auto [name, from, to] = inWords(kind, difference);
        return QString::fromStdString(name + ": " + from + " > " + to);
    };
    const Difference folder{"working directory", "/a", "/b"}, path{"/x", "missing", "directory"};
    QCOMPARE(words(ReasonKind::Instruction, folder), "working directory: /a > /b");
    text::speakWith([](std::string_view english) { return '<' + std::string(english) + '>'; });
    const auto inEnglish = qScopeGuard([] { text::speakWith(nullptr); });
    QCOMPARE(words(ReasonKind::Instruction, folder), "<working directory>: /a > /b");
    QCOMPARE(words(ReasonKind::Instruction, {"chown", "1", ""}), "chown: 1 > ");
    QCOMPARE(words(ReasonKind::Parent, path), "/x: <missing> > <directory>");
    QCOMPARE(words(ReasonKind::Parent, {"owner app", "1:1", "2:2"}), "<owner app>: 1:1 > 2:2");
    QCOMPARE(words(ReasonKind::Mount, {"/src", "bind ro", "bind rw"}), "/src: <bind, read-only> > <bind, writable>");
    QCOMPARE(words(ReasonKind::Mount, {"/c", "cache a b 755 0:0", "cache a b 700 1:2 ro"}),
             "/c: <cache a b, mode 755, owner 0:0> > <<cache a b, mode 700, owner 1:2>, read-only>");
    QCOMPARE(words(ReasonKind::Mount, {"/s", "secret key ", "secret key KEY"}), "/s: secret key > <secret key as KEY>");
    QCOMPARE(words(ReasonKind::Mount, {"/t", "tmpfs", ""}), "/t: tmpfs > ");
    QCOMPARE(words(ReasonKind::Mount, {"/t", "ssh ro", ""}), "/t: ssh ro > ");
    // A file or variable may be called so.
    QCOMPARE(words(ReasonKind::Variable, {"user", "missing", ""}), "user: missing > ");
}

QTEST_GUILESS_MAIN(PartsTest)
#include "parts_test.moc"
