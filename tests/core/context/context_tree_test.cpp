#include "context/context_tree.h"
#include "context/stamp_file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/xattr.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <thread>

using namespace slipway;
using namespace slipway::context;
using layer::EntryType;

namespace {

/// Stamps in memory that count how often they helped.
class Memory final : public StampCache {
public:
    std::map<std::string, FileStamp, std::less<>> stamps;
    std::optional<FileStamp> find(std::string_view path) override {
        const auto found = stamps.find(path);
        return found == stamps.end() ? std::nullopt : std::optional(found->second);
    }
    void put(std::string_view path, const FileStamp& stamp) override { stamps[std::string(path)] = stamp; }
};

class Folder {
public:
    Folder() { QVERIFY(m_folder.isValid()); }
    [[nodiscard]] std::string root() const { return m_folder.path().toStdString(); }
    void write(const std::string& path, const std::string& text = "x") const {
        const QString whole = m_folder.filePath(QString::fromStdString(path));
        QDir().mkpath(QFileInfo(whole).path());
        QFile file(whole);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.data(), static_cast<qint64>(text.size()));
    }
    void link(const std::string& path, const std::string& target) const {
        QCOMPARE(::symlink(target.c_str(), (root() + "/" + path).c_str()), 0);
    }
    [[nodiscard]] std::shared_ptr<ContextTree> tree(std::string_view ignore = {},
                                                    std::shared_ptr<StampCache> stamps = {},
                                                    Overlay overlay = {}) const {
        ContextOptions options;
        options.root = root();
        options.ignore = Ignore::compile(readIgnoreFile(ignore)).value();
        options.stamps = std::move(stamps);
        options.overlay = std::move(overlay);
        return ContextTree::open(std::move(options)).value();
    }

private:
    QTemporaryDir m_folder;
};

std::string paths(const Result<std::vector<ContextTree::Match>>& matches) {
    if (!matches) {
        return "error: " + matches.error().message;
    }
    std::set<std::string> all;
    for (const auto& match : *matches) {
        for (const auto& entry : match.entries) {
            all.insert(match.path + (entry.path.empty() ? "" : (match.path.empty() ? "" : "/") + entry.path));
        }
    }
    std::string text;
    for (const std::string& path : all) {
        text += path + " ";
    }
    return text;
}

// By this process so far.
std::uint64_t bytesRead() {
    std::ifstream file("/proc/self/io");
    std::string word;
    std::uint64_t count = 0;
    file >> word >> count;
    return count;
}

// Long enough ago that a stamp can be trusted.
void age(Memory& memory) {
    for (auto& [path, stamp] : memory.stamps) {
        stamp.seenNs += 1'000'000'000;
    }
}

}  // namespace

class ContextTreeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aDirectoryStandsForWhatIsInIt() {
        Folder folder;
        folder.write("a/b/c", "hello");
        folder.write("a/d");
        folder.write("e");
        const auto tree = folder.tree();
        QCOMPARE(paths(tree->match("a")), std::string("a a/b a/b/c a/d "));
        QCOMPARE(paths(tree->match(".")), std::string(" a a/b a/b/c a/d e "));
        QCOMPARE(paths(tree->match("/")), paths(tree->match(".")));
        QCOMPARE(paths(tree->match("a/b/../d")), std::string("a/d "));
        auto matches = tree->match("a").value();
        QVERIFY(matches[0].directory);
        QCOMPARE(matches[0].name, std::string("a"));
        QVERIFY(tree->digestAll(matches[0], 2).has_value());
        const auto& entries = matches[0].entries;
        const auto c = std::ranges::find(entries, "b/c", &layer::Entry::path);
        QVERIFY(c != entries.end());
        QCOMPARE(c->digest, layer::Digest::of("hello"));
        QCOMPARE(c->size, std::uint64_t{5});
        QVERIFY(c->uid == 0 && c->gid == 0);
    }
    void patternsChooseByName() {
        Folder folder;
        folder.write("a.txt");
        folder.write("b.txt");
        folder.write("c.md");
        folder.write("d1/x/f");
        folder.write("d2/x/f");
        const auto tree = folder.tree();
        QCOMPARE(paths(tree->match("*.txt")), std::string("a.txt b.txt "));
        QCOMPARE(paths(tree->match("[ac].*")), std::string("a.txt c.md "));
        QCOMPARE(paths(tree->match("d*/x/f")), std::string("d1/x/f d2/x/f "));
        QCOMPARE(paths(tree->match("d?")), std::string("d1 d1/x d1/x/f d2 d2/x d2/x/f "));
        QCOMPARE(paths(tree->match("*.none")), std::string());
        QVERIFY(tree->match("d1/*.none").error().code == ErrorCode::NotFound);
        QVERIFY(tree->match("[").error().code == ErrorCode::Invalid);
        QVERIFY(tree->match("a.txt/*").error().code == ErrorCode::NotFound);
    }
    void aStopIsHeededWithinALookAndWithinAFile() {
        Folder folder;
        folder.write("a/b/c");
        folder.write("large", "x");
        QCOMPARE(::truncate((folder.root() + "/large").c_str(), off_t{16} << 30), 0);
        const auto tree = folder.tree();
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = [](const auto& result) {
            return !result.has_value() && result.error().code == ErrorCode::Canceled;
        };
        QVERIFY(stopped(tree->match(".", {.stop = stop.get_token()})));
        QVERIFY(stopped(tree->match("a/*/c", {.stop = stop.get_token()})));
        QCOMPARE(paths(tree->match("a")), std::string("a a/b a/b/c "));  // the next look isn't spoiled
        // What is asked to stop while it reads stops within the file.
        auto match = tree->match("large").value();
        std::stop_source later;
        const std::jthread stopper([&later, before = bytesRead()](const std::stop_token& ending) {
            while (bytesRead() < before + (4 << 20) && !ending.stop_requested()) {
                std::this_thread::yield();
            }
            later.request_stop();
        });
        QVERIFY(stopped(tree->digestAll(match[0], 1, later.get_token())));
    }
    void linksAreFollowedButNotOutOfTheRoot() {
        Folder folder;
        folder.write("real/f", "in");
        folder.link("link", "real");
        folder.link("absolute", "/real/f");
        folder.link("out", "../../../etc/passwd");
        folder.link("real/up", "../real/f");
        folder.link("circle", "circle");
        const auto tree = folder.tree();
        QCOMPARE(paths(tree->match("link")), std::string("real real/f real/up "));
        QCOMPARE(tree->match("link").value()[0].name, std::string("link"));
        QCOMPARE(paths(tree->match("link/f")), std::string("real/f "));
        QCOMPARE(paths(tree->match("absolute")), std::string("real/f "));
        QCOMPARE(paths(tree->match("abs*")), std::string("real/f "));
        QCOMPARE(tree->match("abs*").value()[0].name, std::string("absolute"));
        QCOMPARE(paths(tree->match("real/up")), std::string("real/f "));
        QVERIFY(tree->match("out").error().code == ErrorCode::NotFound);
        QVERIFY(tree->match("../../etc/passwd").error().code == ErrorCode::NotFound);
        QCOMPARE(paths(tree->match("../real/f")), std::string("real/f "));
        QVERIFY(tree->match("circle").error().code == ErrorCode::Invalid);
    }
    void whatIsLeftOutIsNamedWithItsPattern() {
        Folder folder;
        folder.write("secret.key");
        folder.write("sub/keep");
        folder.write("sub/other");
        folder.write("empty/none");
        const auto tree = folder.tree("# keys\n*.key\nsub\n!sub/keep\nempty\n!empty/x\n");
        QCOMPARE(paths(tree->match(".")), std::string(" sub sub/keep "));
        QCOMPARE(paths(tree->match("sub")), std::string("sub sub/keep "));
        QCOMPARE(paths(tree->match("s*")), std::string("sub sub/keep "));
        const auto key = tree->match("secret.key");
        QVERIFY(key.error().code == ErrorCode::NotFound);
        QVERIFY2(key.error().message.find("\"*.key\" in line 2") != std::string::npos, key.error().message.c_str());
        QVERIFY(tree->match("gone").error().message.find("dockerignore") == std::string::npos);
        QVERIFY(tree->match("sub/other").error().code == ErrorCode::NotFound);
        QVERIFY(tree->verdict("a.key").ignored);
    }
    void ignoredDirectoriesAreNotEvenListed() {
        Folder folder;
        folder.write("closed/f");
        folder.write("open");
        QCOMPARE(chmod((folder.root() + "/closed").c_str(), 0), 0);
        // a directory that a user may not list is no hindrance where it is left out
        QCOMPARE(paths(folder.tree("closed")->match(".")), std::string(" open "));
        QCOMPARE(chmod((folder.root() + "/closed").c_str(), 0755), 0);
    }
    void excludesCutWithinTheMatch() {
        Folder folder;
        folder.write("a/x.md");
        folder.write("a/y.c");
        folder.write("a/sub/z.md");
        folder.write("r.md");
        const auto tree = folder.tree();
        const std::vector<std::string> markdown{"**/*.md"};
        QCOMPARE(paths(tree->match("a", {.exclude = markdown})), std::string("a a/sub a/y.c "));
        const std::vector<std::string> all{"*", "!sub"};
        QCOMPARE(paths(tree->match("a", {.exclude = all})), std::string("a a/sub a/sub/z.md "));
        QCOMPARE(paths(tree->match("r.md", {.exclude = markdown})), std::string(""));
        const std::vector<std::string> bad{"["};
        QVERIFY(tree->match("a", {.exclude = bad}).error().code == ErrorCode::Invalid);
    }
    void aTrustedStampSparesReading() {
        Folder folder;
        folder.write("f", "one");
        const auto memory = std::make_shared<Memory>();
        auto first = folder.tree({}, memory)->match("f").value();
        QVERIFY(first[0].entries[0].digest.isNull());
        QVERIFY(folder.tree({}, memory)->digestAll(first[0], 1).has_value());
        QCOMPARE(first[0].entries[0].digest, layer::Digest::of("one"));
        QVERIFY(memory->stamps.contains("f"));
        // read within the clock's grain of its change: looked at again
        QVERIFY(folder.tree({}, memory)->match("f").value()[0].entries[0].digest.isNull());
        age(*memory);
        memory->stamps["f"].digest = layer::Digest::of("a lie that only a trusted stamp can tell");
        QCOMPARE(folder.tree({}, memory)->match("f").value()[0].entries[0].digest, memory->stamps["f"].digest);
        QCOMPARE(folder.tree({}, memory)->digest("f").value(), memory->stamps["f"].digest);
    }
    void aChangeThatKeepsSizeAndTimeIsSeen() {
        Folder folder;
        folder.write("f", "one");
        const auto memory = std::make_shared<Memory>();
        (void)folder.tree({}, memory)->digest("f");
        struct stat before {};
        QCOMPARE(stat((folder.root() + "/f").c_str(), &before), 0);
        memory->stamps["f"].ctimeNs -= 5'000'000'000;  // as if it had been read long ago, and changed just now
        age(*memory);
        folder.write("f", "two");
        const timespec times[2] = {before.st_atim, before.st_mtim};
        QCOMPARE(utimensat(AT_FDCWD, (folder.root() + "/f").c_str(), times, 0), 0);
        QCOMPARE(folder.tree({}, memory)->digest("f").value(), layer::Digest::of("two"));
        memory->stamps["f"].inode += 1;
        age(*memory);
        QCOMPARE(folder.tree({}, memory)->digest("f").value(), layer::Digest::of("two"));
    }
    void attributesThatCountAreRead() {
        Folder folder;
        folder.write("f");
        const std::string path = folder.root() + "/f";
        if (setxattr(path.c_str(), "user.note", "v", 1, 0) != 0) {
            QSKIP("the file system has no user attributes");
        }
        (void)setxattr(path.c_str(), "user.overlay.opaque", "y", 1, 0);
        const auto memory = std::make_shared<Memory>();
        auto match = folder.tree({}, memory)->match("f").value();
        QVERIFY((match[0].entries[0].xattrs == layer::Xattrs{{"user.note", "v"}}));
        QVERIFY(folder.tree({}, memory)->digestAll(match[0], 1).has_value());
        age(*memory);
        QVERIFY(
            (folder.tree({}, memory)->match("f").value()[0].entries[0].xattrs == layer::Xattrs{{"user.note", "v"}}));
    }
    void anOpenDocumentStandsForItsFile() {
        Folder folder;
        folder.write("src/app.py", "saved");
        const auto tree = folder.tree({}, {}, {{"src/app.py", "unsaved text"}, {"src/new.py", "n"}});
        QCOMPARE(paths(tree->match("src")), std::string("src src/app.py src/new.py "));
        auto match = tree->match("src/app.py").value();
        QCOMPARE(match[0].entries[0].size, std::uint64_t{12});
        QCOMPARE(match[0].entries[0].digest, layer::Digest::of("unsaved text"));
        QCOMPARE(tree->digest("src/app.py").value(), layer::Digest::of("unsaved text"));
        QCOMPARE(tree->overlayText("src/new.py").value(), std::string("n"));
        QCOMPARE(paths(tree->match("src/new.py")), std::string("src/new.py "));
        QVERIFY(!tree->overlayText("src/none"));
    }
    void namesOfOneFileAreHardLinksToTheFirst() {
        Folder folder;
        folder.write("d/a", "same");
        folder.write("d/plain", "same");
        for (const char* name : {"d/sub/b", "d/z", "elsewhere"}) {
            QDir().mkpath(QFileInfo(QString::fromStdString(folder.root() + "/" + name)).path());
            QCOMPARE(::link((folder.root() + "/d/a").c_str(), (folder.root() + "/" + name).c_str()), 0);
        }
        const auto links = [](const Result<std::vector<ContextTree::Match>>& matches) {
            std::string text;
            for (const auto& match : *matches) {
                for (const auto& entry : match.entries) {
                    text += entry.type == EntryType::Hardlink ? entry.path + "=" + entry.link + " " : "";
                }
            }
            return text;
        };
        QCOMPARE(links(folder.tree()->match("d")), std::string("sub/b=a z=a "));
        QCOMPARE(links(folder.tree()->match(".")), std::string("d/sub/b=d/a d/z=d/a elsewhere=d/a "));
        // each source by itself, and only what it chose
        QCOMPARE(links(folder.tree()->match("d/[az]")), std::string());
        QCOMPARE(links(folder.tree()->match("d/sub")), std::string());
        QCOMPARE(links(folder.tree("d/a\n")->match("d")), std::string("z=sub/b "));
        const std::vector<std::string> first{"a"};
        QCOMPARE(links(folder.tree()->match("d", {.exclude = first})), std::string("z=sub/b "));
        // saving a document gives its name a new file
        QCOMPARE(links(folder.tree({}, {}, {{"d/z", "new"}})->match("d")), std::string("sub/b=a "));
        auto match = folder.tree()->match("d").value();
        QVERIFY(folder.tree()->digestAll(match[0], 1).has_value());
        const auto z = std::ranges::find(match[0].entries, "z", &layer::Entry::path);
        QVERIFY(z->digest.isNull() && z->size == 0);
    }
    void oddFilesAreTakenAsTheyAre() {
        Folder folder;
        QCOMPARE(mkfifo((folder.root() + "/pipe").c_str(), 0600), 0);
        folder.write("caf\xc3\xa9");
        const int odd = ::open((folder.root() + "/raw\xff").c_str(), O_CREAT | O_WRONLY, 0600);
        QVERIFY(odd >= 0);
        ::close(odd);
        auto match = folder.tree()->match(".").value();
        QCOMPARE(match[0].entries.size(), std::size_t{4});
        QVERIFY(folder.tree()->digestAll(match[0], 3).has_value());
        QVERIFY(std::ranges::any_of(match[0].entries, [](const layer::Entry& e) { return e.type == EntryType::Fifo; }));
        QVERIFY(std::ranges::any_of(match[0].entries, [](const layer::Entry& e) { return e.path == "raw\xff"; }));
        // what became a FIFO is not waited for
        QVERIFY(!folder.tree()->digest("pipe"));
    }
    // As docker build takes it.
    void aSocketIsAFileWithNothingInIt() {
        const Folder folder;
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const std::string path = folder.root() + "/socket";
        QVERIFY(path.size() < sizeof address.sun_path);
        std::ranges::copy(path, address.sun_path);
        const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
        QCOMPARE(::bind(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
        ::close(socket);
        QCOMPARE(::chmod(path.c_str(), 0640), 0);
        for (const std::string_view wanted : {".", "socket"}) {
            const auto tree = folder.tree();
            auto match = tree->match(wanted).value();
            QVERIFY(tree->digestAll(match[0], 1).has_value());
            const layer::Entry& entry = match[0].entries.back();
            QCOMPARE(entry.type, EntryType::File);
            QCOMPARE(entry.mode, 0640U);
            QCOMPARE(entry.size, 0U);
            QCOMPARE(entry.digest, layer::Digest::of(""));
            QCOMPARE(tree->digest("socket").value(), layer::Digest::of(""));
            QVERIFY(tree->read("socket").value()().value().empty());
        }
    }
    void whatIsReadStaysBelowTheRoot() {
        Folder folder;
        folder.write("a/f");
        folder.link("out", "/etc");
        const auto tree = folder.tree();
        const auto good = tree->read("a/f");
        QVERIFY(good.has_value());
        QCOMPARE(std::string((*good)().value()), std::string("x"));
        QVERIFY(!tree->read("out/passwd"));
        QVERIFY(!tree->read("../x"));
        QVERIFY(!tree->read("/etc/passwd"));
    }
    void aMissingRootAndTooManyFilesAreErrors() {
        ContextOptions options;
        options.root = "/nowhere/at/all";
        QVERIFY(ContextTree::open(options).error().code == ErrorCode::NotFound);
        Folder folder;
        for (int i = 0; i < 10; ++i) {
            folder.write("f" + std::to_string(i));
        }
        options.root = folder.root();
        options.maxFiles = 5;
        QVERIFY(ContextTree::open(options).value()->match(".").error().code == ErrorCode::Invalid);
    }
    void aStopEndsTheReading() {
        Folder folder;
        folder.write("f");
        auto match = folder.tree()->match(".").value();
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(folder.tree()->digestAll(match[0], 2, stop.get_token()).error().code == ErrorCode::Canceled);
    }
    void largeTreesAreListedByAllThreads() {
        Folder folder;
        for (int d = 0; d < 40; ++d) {
            for (int f = 0; f < 30; ++f) {
                folder.write("d" + std::to_string(d) + "/e/f" + std::to_string(f), std::to_string(d * f));
            }
        }
        const auto tree = folder.tree("d7\n**/f3");
        auto match = tree->match(".").value();
        QCOMPARE(match[0].entries.size(), std::size_t{1 + 39 * (2 + 29)});
        QVERIFY(tree->digestAll(match[0], 4).has_value());
        QVERIFY(std::ranges::none_of(
            match[0].entries, [](const layer::Entry& e) { return e.type == EntryType::File && e.digest.isNull(); }));
    }
    void stampsOutliveTheProcess() {
        Folder folder;
        Folder kept;
        folder.write("f", "one");
        const std::string place = kept.root() + "/stamps";
        {
            const auto stamps = StampFile::open(place, folder.root());
            QVERIFY(!stamps->find("f"));
            (void)folder.tree({}, stamps)->digest("f");
            QVERIFY(stamps->find("f"));
            for (int i = 0; i < 3000; ++i) {
                FileStamp stamp;
                stamp.size = static_cast<std::uint64_t>(i);
                stamp.plain = i % 2 == 0;
                stamps->put("many/" + std::to_string(i), stamp);
            }
            QVERIFY(stamps->save().has_value());
        }
        const auto again = StampFile::open(place, folder.root());
        QCOMPARE(again->find("f")->digest, layer::Digest::of("one"));
        for (int i = 0; i < 3000; ++i) {
            const auto stamp = again->find("many/" + std::to_string(i));
            QVERIFY(stamp && stamp->size == static_cast<std::uint64_t>(i) && stamp->plain == (i % 2 == 0));
        }
        QVERIFY(!again->find("many/3000"));
        QVERIFY(!StampFile::open(place, folder.root() + "/other")->find("f"));
        QCOMPARE(QDir(QString::fromStdString(place)).entryList(QDir::Files).size(), 1);
    }
    void stampsOfFilesThatAreGoneGoToo() {
        Folder kept;
        const std::string place = kept.root() + "/stamps";
        {
            const auto stamps = StampFile::open(place, "/r");
            for (int i = 0; i < 5000; ++i) {
                stamps->put("old" + std::to_string(i), {});
            }
            QVERIFY(stamps->save().has_value());
        }
        {
            const auto stamps = StampFile::open(place, "/r");
            QVERIFY(stamps->find("old7"));
            stamps->put("new", {});
            QVERIFY(stamps->save().has_value());
        }
        const auto stamps = StampFile::open(place, "/r");
        QVERIFY(stamps->find("old7") && stamps->find("new"));
        QVERIFY(!stamps->find("old8"));
    }
    void aDamagedStampFileCountsAsEmpty() {
        Folder kept;
        const std::string place = kept.root() + "/stamps";
        const auto stamps = StampFile::open(place, "/r");
        stamps->put("f", {});
        QVERIFY(stamps->save().has_value());
        QFile file(QString::fromStdString(stamps->path()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray good = file.readAll();
        file.close();
        for (qsizetype i = 0; i < good.size(); ++i) {
            for (const bool cut : {true, false}) {
                QByteArray bad = cut ? good.left(i) : good;
                if (!cut) {
                    bad[i] = static_cast<char>(bad[i] ^ 0x41);
                }
                QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
                file.write(bad);
                file.close();
                QVERIFY(!StampFile::open(place, "/r")->find("f"));
            }
        }
    }
};

QTEST_GUILESS_MAIN(ContextTreeTest)
#include "context_tree_test.moc"
