// Where COPY, ADD and WORKDIR put things: docker's rules, one a test.
#include "cache_fixture.h"

using namespace slipway;
using namespace slipway::cache;

namespace {

/// COPY --from a root, on a parent.
Result<TableStep> copyFrom(const Root& source, plan::CopyOperation operation, const Root& parent = {}) {
    operation.origin = plan::FromStage{0};
    Surroundings surroundings;
    surroundings.stageRoot = [&](int) -> Result<Root> { return source; };
    return copyStep(operation, parent, surroundings);
}
QString listed(const Result<TableStep>& step) {
    return step ? listing(*step) : "error: " + QString::fromStdString(step.error().message);
}

const Root& source() {
    static const Root root =
        rootWith({{directoryEntry("dir", 0750, 3, 4), fileEntry("dir/a"), directoryEntry("dir/sub", 0700),
                   fileEntry("dir/sub/b", "b", 0600), fileEntry("one.txt"), fileEntry("two.txt"),
                   linkEntry("link", "one.txt"), linkEntry("dirlink", "dir")}});
    return root;
}

}  // namespace

class CopyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFileGoesToANewName();
    void aFileGoesIntoADirectory();
    void aTrailingSlashMakesADirectory();
    void aDirectorysContentIsCopied();
    void directoriesThatExistKeepWhatTheyAre();
    void nestedDirectoriesTakeTheSourcesMode();
    void severalSourcesGoIntoTheDirectory();
    void linksInTheDestinationAreFollowed();
    void aLinkAsASourceIsFollowedUnderItsOwnName();
    void globsChoose();
    void aGlobWithoutAMatchCopiesNothing();
    void aGlobInTheContextIsAnErrorWhereDockersIs();
    void aMissingSourceIsNamed();
    void aFileCantReplaceADirectory();
    void chownAndChmod();
    void ownersByNameComeFromTheParent();
    void linkMakesWhatACopyWithoutItMakes();
    void excludedFilesStayOut();
    void hardLinksStayTogether();
    void hardLinksOfTheContextStayTogether();
    void aFileThatIsReplacedKeepsItsOtherNames();
    void whatLaterLayersDeletedIsNotCopied();
    void heredocsAreFiles();
    void contextFilesBelongToRoot();
    void ignoredFilesSaySo();
    void sourcesStayInTheContext();
    void archivesAreUnpacked();
    void linksInArchivesLeadWhereTheyDidThere();
    void anArchiveMayLinkToTheImagesFiles();
    void archivesCanBeKept();
    void workdirMakesWhatIsMissing();
    void workdirBelongsToTheUser();
    void workdirOnAFileFails();
    void madeUpTimesComeFromTheParent();
};

void CopyTest::aFileGoesToANewName() {
    QCOMPARE(listed(copyFrom(source(), copyOf({"one.txt"}, "/x/y"))), "x directory 755 0:0\nx/y file 644 0:0\n");
}
void CopyTest::aFileGoesIntoADirectory() {
    const Root parent = rootWith({{directoryEntry("x", 01777, 7, 8)}});
    QCOMPARE(listed(copyFrom(source(), copyOf({"/one.txt"}, "/x"), parent)),
             "x directory 1777 7:8\nx/one.txt file 644 0:0\n");
    QCOMPARE(listed(copyFrom(source(), copyOf({"one.txt"}, "/"))), "one.txt file 644 0:0\n");
}
void CopyTest::aTrailingSlashMakesADirectory() {
    QCOMPARE(listed(copyFrom(source(), copyOf({"one.txt"}, "/x/"))), "x directory 755 0:0\nx/one.txt file 644 0:0\n");
}
void CopyTest::aDirectorysContentIsCopied() {
    QCOMPARE(listed(copyFrom(source(), copyOf({"dir"}, "/x"))),
             "x directory 755 0:0\nx/a file 644 0:0\nx/sub directory 700 0:0\nx/sub/b file 600 0:0\n");
    QCOMPARE(listed(copyFrom(source(), copyOf({"dir/"}, "/"))),
             "a file 644 0:0\nsub directory 700 0:0\nsub/b file 600 0:0\n");
}
void CopyTest::directoriesThatExistKeepWhatTheyAre() {
    const Root parent = rootWith({{directoryEntry("x", 0711, 5, 5)}});
    QVERIFY(listed(copyFrom(source(), copyOf({"dir"}, "/x"), parent)).startsWith("x directory 711 5:5\nx/a "));
}
void CopyTest::nestedDirectoriesTakeTheSourcesMode() {
    const Root parent = rootWith({{directoryEntry("x"), directoryEntry("x/sub", 0777, 9, 9)}});
    QVERIFY(listed(copyFrom(source(), copyOf({"dir"}, "/x"), parent)).contains("x/sub directory 700 0:0\n"));
}
void CopyTest::severalSourcesGoIntoTheDirectory() {
    QCOMPARE(listed(copyFrom(source(), copyOf({"one.txt", "dir", "two.txt"}, "/x/"))),
             "x directory 755 0:0\nx/a file 644 0:0\nx/one.txt file 644 0:0\nx/sub directory 700 0:0\nx/sub/b file 600 "
             "0:0\nx/two.txt file 644 0:0\n");
}
void CopyTest::linksInTheDestinationAreFollowed() {
    const Root parent =
        rootWith({{directoryEntry("real", 0700), linkEntry("lnk", "/real"), linkEntry("file", "real/target")}});
    QCOMPARE(listed(copyFrom(source(), copyOf({"one.txt"}, "/lnk/"), parent)),
             "real directory 700 0:0\nreal/one.txt file 644 0:0\n");
    QCOMPARE(listed(copyFrom(source(), copyOf({"one.txt"}, "/lnk"), parent)),
             "real directory 700 0:0\nreal/one.txt file 644 0:0\n");
    QCOMPARE(listed(copyFrom(source(), copyOf({"one.txt"}, "/file"), parent)),
             "real directory 700 0:0\nreal/target file 644 0:0\n");
}
void CopyTest::aLinkAsASourceIsFollowedUnderItsOwnName() {
    QCOMPARE(listed(copyFrom(source(), copyOf({"link"}, "/"))), "link file 644 0:0\n");
    QVERIFY(listed(copyFrom(source(), copyOf({"dirlink"}, "/x"))).contains("x/sub/b"));
}
void CopyTest::globsChoose() {
    QCOMPARE(listed(copyFrom(source(), copyOf({"*.txt"}, "/"))), "one.txt file 644 0:0\ntwo.txt file 644 0:0\n");
    QCOMPARE(listed(copyFrom(source(), copyOf({"d*/s?b"}, "/x/"))), "x directory 755 0:0\nx/b file 600 0:0\n");
}
void CopyTest::aGlobWithoutAMatchCopiesNothing() {
    QCOMPARE(listed(copyFrom(source(), copyOf({"*.none"}, "/x/"))), "");
    QCOMPARE(listed(copyFrom(source(), copyOf({"one.txt", "*.none"}, "/x/"))),
             "x directory 755 0:0\nx/one.txt file 644 0:0\n");
    QCOMPARE(listed(copyFrom(source(), copyOf({"dir/*.none"}, "/x/"))), "");
    QVERIFY(listed(copyFrom(source(), copyOf({"nodir/*"}, "/x/"))).startsWith("error: /nodir is not in"));
}
void CopyTest::aGlobInTheContextIsAnErrorWhereDockersIs() {
    Workshop shop;
    shop.write("dir/a", "1");
    shop.link("nowhere", "link");
    const auto copy = [&](const std::string& source) {
        return listed(copyStep(copyOf({source}, "/x/"), {}, shop.surroundings()));
    };
    QCOMPARE(copy("*.none"), "");
    QCOMPARE(copy("*/none"), "");
    QVERIFY(copy("dir/*.none").startsWith("error: nothing in the build context matches \"dir/*.none\""));
    QVERIFY(copy("nodir/*").startsWith("error: nothing in the build context matches"));
    cache::Surroundings whole = shop.surroundings();
    const auto copyBeside = [&](const std::vector<std::string>& others) {
        whole.taken = std::make_shared<const std::vector<std::string>>(others);
        return listed(copyStep(copyOf({"dir/*.none"}, "/x/"), {}, whole));
    };
    QCOMPARE(copyBeside({"dir/*.none", "dir/a"}), "");
    QCOMPARE(copyBeside({"."}), "");
    QCOMPARE(copyBeside({"d*"}), "");
    QVERIFY(copyBeside({"dir/*.none", "dir/*.other", "nothing", "link"}).startsWith("error:"));
    shop.write("left/out", "1");
    shop.write(".dockerignore", "left/*\n");
    QCOMPARE(copy("left/*"), "");
    QVERIFY(copy("left/o*").startsWith("error:"));
    QVERIFY(copy("*").startsWith("error: \"link\" is a link to \"nowhere\""));
}
void CopyTest::aMissingSourceIsNamed() {
    const auto step = copyFrom(source(), copyOf({"/nope"}, "/"));
    QVERIFY(!step);
    QCOMPARE(step.error().code, ErrorCode::NotFound);
    QVERIFY(step.error().message.find("/nope") != std::string::npos);
}
void CopyTest::aFileCantReplaceADirectory() {
    const Root parent = rootWith({{directoryEntry("x"), directoryEntry("x/a"), fileEntry("y")}});
    QVERIFY(listed(copyFrom(source(), copyOf({"dir"}, "/x"), parent)).contains("error: /x/a is a directory"));
    QVERIFY(listed(copyFrom(source(), copyOf({"dir"}, "/y"), parent))
                .contains("error: The destination /y is no directory"));
    QVERIFY(listed(copyFrom(source(), copyOf({"one.txt"}, "/y/z"), parent)).startsWith("error:"));
}
void CopyTest::chownAndChmod() {
    plan::CopyOperation copy = copyOf({"dir"}, "/x");
    copy.chown = "5:6";
    copy.chmod = "u=rwX,go=";
    QCOMPARE(listed(copyFrom(source(), copy)),
             "x directory 755 5:6\nx/a file 600 5:6\nx/sub directory 700 5:6\nx/sub/b file 600 5:6\n");
    copy.chmod = "9";
    QVERIFY(listed(copyFrom(source(), copy)).contains("--chmod=9"));
}
void CopyTest::ownersByNameComeFromTheParent() {
    const Root parent =
        rootWith({{directoryEntry("etc"), fileEntry("etc/passwd")}}, {{"etc/passwd", "app:x:42:43::/:\n"}});
    plan::CopyOperation copy = copyOf({"one.txt"}, "/");
    copy.chown = "app";
    const auto step = copyFrom(source(), copy, parent);
    QCOMPARE(listed(step), "one.txt file 644 42:43\n");
    QVERIFY(std::ranges::any_of(
        step->key.inputs, [](const Input& input) { return input.kind == kInputLookup && input.value == "42:43"; }));
    copy.chown = "nobody";
    QVERIFY(listed(copyFrom(source(), copy, parent)).startsWith("error: There is no user nobody"));
    // Root needs no line: scratch has no such files.
    copy.chown = "root";
    QCOMPARE(listed(copyFrom(source(), copy)), "one.txt file 644 0:0\n");
    copy.chown = "5:root";
    QCOMPARE(listed(copyFrom(source(), copy)), "one.txt file 644 5:0\n");
}
// As dockerd's BuildKit has it, whose images are compared in tests/acceptance: what exists keeps its owner and mode,
// what is new belongs to --chown, and links are followed.
void CopyTest::linkMakesWhatACopyWithoutItMakes() {
    const Root parent = rootWith({{directoryEntry("x", 0700, 1, 1), linkEntry("l", "x")}});
    for (const char* destination : {"/x/y/", "/l/"}) {
        plan::CopyOperation copy = copyOf({"one.txt", "two.txt"}, destination);
        copy.chown = "5:6";
        const QString without = listed(copyFrom(source(), copy, parent));
        copy.link = true;
        QCOMPARE(listed(copyFrom(source(), copy, parent)), without);
        QVERIFY2(without.startsWith("x directory 700 1:1\nx/"), qPrintable(without));
    }
}
void CopyTest::excludedFilesStayOut() {
    plan::CopyOperation copy = copyOf({"dir"}, "/x");
    copy.exclude = {"sub/b", "nothing"};
    QCOMPARE(listed(copyFrom(source(), copy)), "x directory 755 0:0\nx/a file 644 0:0\nx/sub directory 700 0:0\n");
    copy.exclude = {"sub"};
    QCOMPARE(listed(copyFrom(source(), copy)), "x directory 755 0:0\nx/a file 644 0:0\n");
}
void CopyTest::hardLinksStayTogether() {
    Entry hard{.path = "d/z", .type = EntryType::Hardlink, .mode = 0644, .link = "d/a"};
    Entry outside{.path = "d/o", .type = EntryType::Hardlink, .mode = 0644, .link = "c"};
    const Root root = rootWith({{directoryEntry("d"), fileEntry("d/a"), hard, outside, fileEntry("c")}});
    QCOMPARE(listed(copyFrom(root, copyOf({"d"}, "/x"))),
             "x directory 755 0:0\nx/a file 644 0:0\nx/o file 644 0:0\nx/z hardlink 644 0:0 -> x/a\n");
}
void CopyTest::hardLinksOfTheContextStayTogether() {
    Workshop shop;
    shop.write("d/a", "same");
    shop.hardLink("d/a", "d/b");
    const auto linked = copyStep(copyOf({"d"}, "/x"), {}, shop.surroundings());
    QCOMPARE(listed(linked), "x directory 755 0:0\nx/a file 644 0:0\nx/b hardlink 644 0:0 -> x/a\n");
    // Another inode is the same file to the key, two files of the same content are not.
    shop.remove("d/a");
    shop.remove("d/b");
    shop.write("another", "");
    shop.write("d/a", "same");
    shop.hardLink("d/a", "d/b");
    const auto again = copyStep(copyOf({"d"}, "/x"), {}, shop.surroundings());
    QCOMPARE(again->key.digest, linked->key.digest);
    QCOMPARE(again->key.own, linked->key.own);
    shop.remove("d/b");
    shop.write("d/b", "same");
    const auto apart = copyStep(copyOf({"d"}, "/x"), {}, shop.surroundings());
    QCOMPARE(listed(apart), "x directory 755 0:0\nx/a file 644 0:0\nx/b file 644 0:0\n");
    QVERIFY(apart->key.digest != linked->key.digest);
    QVERIFY(apart->key.own != linked->key.own);
}
void CopyTest::aFileThatIsReplacedKeepsItsOtherNames() {
    Workshop shop;
    shop.write("one/a", "first");
    shop.hardLink("one/a", "one/b");
    shop.hardLink("one/a", "one/c");
    shop.write("two/a", "second");
    const auto step = copyStep(copyOf({"one", "two"}, "/x"), {}, shop.surroundings());
    QCOMPARE(listed(step), "x directory 755 0:0\nx/a file 644 0:0\nx/b file 644 0:0\nx/c hardlink 644 0:0 -> x/b\n");
    QCOMPARE(step->entries[1].entry.digest, Digest::of("second"));
    QCOMPARE(step->entries[2].entry.digest, Digest::of("first"));
    QCOMPARE(step->entries[2].path, "one/a");
}
void CopyTest::whatLaterLayersDeletedIsNotCopied() {
    const Root root = rootWith({{directoryEntry("d"), fileEntry("d/a"), fileEntry("d/b")},
                                {Entry{.path = "d/a", .type = EntryType::Whiteout}}});
    QCOMPARE(listed(copyFrom(root, copyOf({"d"}, "/x"))), "x directory 755 0:0\nx/b file 644 0:0\n");
}
void CopyTest::heredocsAreFiles() {
    plan::CopyOperation copy;
    copy.files = {{"a", "one\n"}, {"b", ""}};
    copy.destination = "/d/";
    QCOMPARE(listed(copyStep(copy, {}, {})), "d directory 755 0:0\nd/a file 644 0:0\nd/b file 644 0:0\n");
    copy.files.pop_back();
    copy.destination = "/d";
    copy.chmod = "755";
    const auto step = copyStep(copy, {}, {});
    QCOMPARE(listed(step), "d file 755 0:0\n");
    QCOMPARE(step->entries[0].content, "one\n");
    QCOMPARE(step->entries[0].entry.digest, Digest::of("one\n"));
}
void CopyTest::contextFilesBelongToRoot() {
    Workshop shop;
    shop.write("app.py", "print()", 0755);
    shop.write("sub/deep/x", "1");
    const auto step = copyStep(copyOf({"."}, "/app/"), {}, shop.surroundings());
    QCOMPARE(listed(step),
             "app directory 755 0:0\napp/app.py file 755 0:0\napp/sub directory 755 0:0\napp/sub/deep directory 755 "
             "0:0\napp/sub/deep/x file 644 0:0\n");
    QCOMPARE(step->entries[1].entry.digest, Digest::of("print()"));
    QVERIFY(step->entries[1].source == PlannedEntry::Source::Context);
    QCOMPARE(step->entries[1].path, "app.py");
}
void CopyTest::ignoredFilesSaySo() {
    Workshop shop;
    shop.write("secret", "1");
    shop.write(".dockerignore", "secret\n");
    const auto step = copyStep(copyOf({"secret"}, "/"), {}, shop.surroundings());
    QVERIFY(!step);
    QVERIFY2(step.error().message.find("dockerignore") != std::string::npos, step.error().message.c_str());
}
void CopyTest::sourcesStayInTheContext() {
    Workshop shop;
    shop.link("/etc", "out");
    QVERIFY(!copyStep(copyOf({"../../etc/passwd"}, "/"), {}, shop.surroundings()));
    QVERIFY(!copyStep(copyOf({"out/passwd"}, "/"), {}, shop.surroundings()));
}

namespace {
QByteArray tarBytes(const std::vector<Entry>& entries) {
    QByteArray out;
    const auto packed = layer::writeLayer(
        entries,
        [](const Entry&) -> Result<layer::ByteSource> {
            auto done = std::make_shared<bool>(false);
            return [done]() -> Result<std::string_view> {
                return std::exchange(*done, true) ? std::string_view{} : std::string_view("x");
            };
        },
        [&](std::string_view bytes) -> Result<> {
            out.append(bytes.data(), static_cast<qsizetype>(bytes.size()));
            return {};
        });
    if (!packed)
        qFatal("%s", packed.error().describe().c_str());
    return out;
}
}  // namespace

void CopyTest::archivesAreUnpacked() {
    Workshop shop;
    shop.write("a.tar", tarBytes({directoryEntry("lib", 0711, 3, 3), fileEntry("lib/x"), fileEntry("deep/y")}));
    shop.write("plain", "not a tar");
    plan::CopyOperation add = copyOf({"a.tar", "plain"}, "/opt");
    add.add = true;
    const Root parent = rootWith({{directoryEntry("opt", 0700), directoryEntry("usr"), linkEntry("opt/deep", "/usr")}});
    const auto step = copyStep(add, parent, shop.surroundings());
    QCOMPARE(listed(step),
             "opt directory 700 0:0\nopt/lib directory 711 3:3\nopt/lib/x file 644 0:0\nopt/plain file 644 0:0\nusr "
             "directory 755 0:0\nusr/y file 644 0:0\n");
    QVERIFY(step->entries[2].source == PlannedEntry::Source::Archive);
    QVERIFY(step->entries[2].offset > 0);
    QCOMPARE(step->key.items.size(), 2U);
    // What it has no entry for is root's, whoever the rest is given to.
    add = copyOf({"a.tar"}, "/new");
    add.add = true;
    add.chown = "5:6";
    QCOMPARE(listed(copyStep(add, {}, shop.surroundings())),
             "new directory 755 5:6\nnew/deep directory 755 0:0\nnew/deep/y file 644 0:0\nnew/lib directory 711 "
             "3:3\nnew/lib/x file 644 0:0\n");
}
void CopyTest::linksInArchivesLeadWhereTheyDidThere() {
    Workshop shop;
    const Entry hard{.path = "a", .type = EntryType::Hardlink, .mode = 0644, .mtime = 1000, .link = "deep/y"};
    Entry odd = linkEntry("odd", "nowhere");
    odd.mode = 0700;
    shop.write("a.tar", tarBytes({fileEntry("deep/y"), hard, odd}));
    plan::CopyOperation add = copyOf({"a.tar"}, "/opt");
    add.add = true;
    const Root parent = rootWith({{directoryEntry("opt", 0700), directoryEntry("usr"), linkEntry("opt/deep", "/usr")}});
    QCOMPARE(listed(copyStep(add, parent, shop.surroundings())),
             "opt directory 700 0:0\nopt/a file 644 0:0\nopt/odd symlink 777 0:0 -> nowhere\nusr directory 755 "
             "0:0\nusr/y hardlink 644 0:0 -> opt/a\n");
}
void CopyTest::anArchiveMayLinkToTheImagesFiles() {
    Workshop shop;
    const Entry hard{.path = "new", .type = EntryType::Hardlink, .mode = 0600, .uid = 7, .mtime = 1000, .link = "old"};
    shop.write("a.tar", tarBytes({hard}));
    plan::CopyOperation add = copyOf({"a.tar"}, "/d");
    add.add = true;
    const auto step = copyStep(add, rootWith({{directoryEntry("d"), fileEntry("d/old", "text")}}), shop.surroundings());
    QCOMPARE(listed(step), "d directory 755 0:0\nd/new hardlink 600 7:0 -> d/old\nd/old file 600 7:0\n");
    QVERIFY(step->entries[2].source == PlannedEntry::Source::Layer);
    QCOMPARE(step->entries[2].entry.digest, Digest::of("text"));
    // The layer holds that file's content, so the key does.
    const auto other =
        copyStep(add, rootWith({{directoryEntry("d"), fileEntry("d/old", "other")}}), shop.surroundings());
    QVERIFY(other->key.digest != step->key.digest);
    const QString error = listed(copyStep(add, rootWith({{directoryEntry("d")}}), shop.surroundings()));
    QVERIFY2(error.contains("hard link new leads to /d/old"), qPrintable(error));
    // To the name of a file that came from another archive, though that is a link itself.
    shop.write("first.tar",
               tarBytes({fileEntry("file"), Entry{.path = "old", .type = EntryType::Hardlink, .link = "file"}}));
    add.sources = {"first.tar", "a.tar"};
    QCOMPARE(listed(copyStep(add, {}, shop.surroundings())),
             "d directory 755 0:0\nd/file file 600 7:0\nd/new hardlink 600 7:0 -> d/file\nd/old hardlink 600 7:0 -> "
             "d/file\n");
}
void CopyTest::archivesCanBeKept() {
    Workshop shop;
    shop.write("a.tar", tarBytes({fileEntry("x")}));
    plan::CopyOperation add = copyOf({"a.tar"}, "/");
    QCOMPARE(listed(copyStep(add, {}, shop.surroundings())), "a.tar file 644 0:0\n");
    add.add = true;
    add.unpack = false;
    QCOMPARE(listed(copyStep(add, {}, shop.surroundings())), "a.tar file 644 0:0\n");
    add.unpack = true;
    QCOMPARE(listed(copyStep(add, {}, shop.surroundings())), "x file 644 0:0\n");
}

void CopyTest::workdirMakesWhatIsMissing() {
    const Root parent = rootWith({{directoryEntry("srv", 0711, 2, 2), linkEntry("l", "srv")}});
    QCOMPARE(listed(workdirStep({"/srv/a/b", ""}, parent)),
             "srv directory 711 2:2\nsrv/a directory 755 0:0\nsrv/a/b directory 755 0:0\n");
    QCOMPARE(listed(workdirStep({"/l/x", ""}, parent)), "srv directory 711 2:2\nsrv/x directory 755 0:0\n");
    QCOMPARE(listed(workdirStep({"/srv", ""}, parent)), "");
}
void CopyTest::workdirBelongsToTheUser() {
    const Root parent =
        rootWith({{directoryEntry("etc"), fileEntry("etc/passwd")}}, {{"etc/passwd", "app:x:42:43::/:\n"}});
    QCOMPARE(listed(workdirStep({"/w", "app"}, parent)), "w directory 755 42:43\n");
    QCOMPARE(listed(workdirStep({"/w", "7:8"}, parent)), "w directory 755 7:8\n");
    // Docker takes root where the user isn't known yet.
    QCOMPARE(listed(workdirStep({"/w", "later"}, parent)), "w directory 755 0:0\n");
}
void CopyTest::workdirOnAFileFails() {
    QVERIFY(listed(workdirStep({"/f/x", ""}, rootWith({{fileEntry("f")}}))).startsWith("error: WORKDIR /f/x"));
    QVERIFY(listed(workdirStep({"/f", ""}, rootWith({{fileEntry("f")}}))).startsWith("error:"));
}
void CopyTest::madeUpTimesComeFromTheParent() {
    const Root parent = rootWith({{directoryEntry("srv")}});
    const auto step = workdirStep({"/srv/a/b", ""}, parent);
    for (const PlannedEntry& planned : step->entries)
        QCOMPARE(planned.entry.mtime, 2000);
    QVERIFY(workdirStep({"/a", ""}, Root{})->entries[0].entry.mtime > 300'000'000);
}

QTEST_GUILESS_MAIN(CopyTest)
#include "copy_test.moc"
