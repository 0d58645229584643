// What must change a key, and what must not.
#include "cache_fixture.h"

using namespace slipway;
using namespace slipway::cache;

namespace {

/// The key of the last step of a Dockerfile on a base called "base".
Digest keyOf(Workshop& shop, const std::string& text, const plan::Options& options = {}, image::Config config = {},
             const Root& parent = {}) {
    config.platform = image::Platform::host();
    plan::Bases bases;
    bases[{"base"}] = {Digest::of("base"), {}, std::make_shared<const image::Config>(std::move(config))};
    const plan::BuildPlan plan = plan::plan(dockerfile::SyntaxTree::parse(text), options, bases);
    if (const plan::Problem* error = plan.firstError())
        qFatal("%s in %s", error->message.c_str(), text.c_str());
    const plan::Operation& operation = plan.steps.back().operation;
    const Surroundings surroundings = shop.surroundings({rootWith({{fileEntry("stage.txt")}})});
    Result<Key> key = fail(ErrorCode::Invalid, "no step");
    if (const auto* run = std::get_if<plan::RunOperation>(&operation))
        key = runKey(*run, options, parent, surroundings);
    if (const auto* copy = std::get_if<plan::CopyOperation>(&operation))
        key = copyStep(*copy, parent, surroundings).transform([](auto&& s) { return s.key; });
    if (const auto* workdir = std::get_if<plan::WorkdirOperation>(&operation))
        key = workdirStep(*workdir, parent).transform([](auto&& s) { return s.key; });
    if (const auto* image = std::get_if<plan::ImageOperation>(&operation))
        key = imageKey(*image, Digest::of("base"));
    if (!key)
        qFatal("%s in %s", key.error().message.c_str(), text.c_str());
    return key->digest;
}

}  // namespace

class KeysTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void layoutChangesNoKey_data();
    void layoutChangesNoKey();
    void inputsChangeARun_data();
    void inputsChangeARun();
    void someThingsAreNoInputOfARun();
    void theParentChangesARunOnly();
    void contentChangesACopy();
    void timesAndOwnersOnDiskDont();
    void lookupsChangeACopy();
    void nothingElseInTheParentDoes();
    void flagsChangeACopy();
    void aCopysOwnNameCounts();
    void bindMountsCountByContent();
    void imagesCountByIdAndPlatform();
    void fieldsCantRunTogether();
};

void KeysTest::layoutChangesNoKey_data() {
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("two");
    const auto row = [](const char* name, const char* one, const char* two) {
        QTest::newRow(name) << QString(one) << QString(two);
    };
    row("case", "RUN a", "run a");
    row("white space around", "RUN a", "   RUN    a   ");
    row("comments", "RUN a && b", "# x\nRUN a && \\\n# in between\nb");
    row("white space between flags", "COPY --chmod=644 --chown=1 app.py /",
        "COPY   --chmod=644   --chown=1 app.py   /");
    row("escaped newlines", "COPY app.py /x", "COPY \\\n app.py \\\n /x");
    row("JSON form of COPY", "COPY app.py /x", "COPY [\"app.py\", \"/x\"]");
    row("JSON white space", "RUN [\"a\",\"b\"]", "RUN [ \"a\" , \"b\" ]");
    row("spelling of a source", "COPY app.py /x", "COPY ./app.py /x");
    row("relative destination", "WORKDIR /w\nCOPY app.py x", "WORKDIR /w\nCOPY app.py /w/x");
    row("a variable with that value", "COPY app.py /x", "ARG d=x\nCOPY app.py /$d");
    row("labels", "RUN a", "LABEL a=b\nRUN a");
    row("config", "RUN a", "CMD x\nENTRYPOINT y\nEXPOSE 80\nVOLUME /v\nRUN a");
    row("lines above", "WORKDIR /w", "\n\n# hello\n\nWORKDIR /w");
    row("variables that a COPY doesn't use", "COPY app.py /x", "ENV q=1\nCOPY app.py /x");
    row("user of a COPY", "COPY app.py /x", "USER 5\nCOPY app.py /x");
    row("quoted words", "COPY app.py /x", "COPY \"app.py\" '/x'");
}
void KeysTest::layoutChangesNoKey() {
    QFETCH(QString, one);
    QFETCH(QString, two);
    Workshop shop;
    shop.write("app.py", "1");
    QCOMPARE(keyOf(shop, "FROM base\n" + one.toStdString() + "\n"),
             keyOf(shop, "FROM base\n" + two.toStdString() + "\n"));
}

void KeysTest::inputsChangeARun_data() {
    QTest::addColumn<QString>("two");
    for (const char* two :
         {"RUN a ", "RUN b", "RUN  [\"a\"]", "ENV q=1\nRUN a", "ARG q=1\nRUN a", "USER 5\nRUN a", "WORKDIR /w\nRUN a",
          "SHELL [\"/bin/x\"]\nRUN a", "RUN --network=none a", "RUN --mount=type=cache,target=/c a",
          "RUN --mount=type=bind,source=app.py,target=/m a", "RUN a \\\n  b", "RUN <<EOF\na\nEOF"})
        if (QString(two) != "RUN a ")
            QTest::newRow(two) << QString(two);
}
void KeysTest::inputsChangeARun() {
    QFETCH(QString, two);
    Workshop shop;
    shop.write("app.py", "1");
    QVERIFY(keyOf(shop, "FROM base\nRUN a\n") != keyOf(shop, "FROM base\n" + two.toStdString() + "\n"));
}

void KeysTest::someThingsAreNoInputOfARun() {
    Workshop shop;
    plan::Options proxied;
    proxied.buildArgs = {{"http_proxy", "http://x"}};
    QCOMPARE(keyOf(shop, "FROM base\nRUN a\n", proxied), keyOf(shop, "FROM base\nRUN a\n"));
    QVERIFY(keyOf(shop, "FROM base\nARG http_proxy\nRUN a\n", proxied) !=
            keyOf(shop, "FROM base\nARG http_proxy\nRUN a\n"));
    plan::Options hosts;
    hosts.addHosts = {{"db", "1.2.3.4"}};
    QVERIFY(keyOf(shop, "FROM base\nRUN a\n", hosts) != keyOf(shop, "FROM base\nRUN a\n"));
    plan::Options network;
    network.network = "none";
    QVERIFY(keyOf(shop, "FROM base\nRUN a\n", network) != keyOf(shop, "FROM base\nRUN a\n"));
    plan::Options platform;
    platform.platform = *image::Platform::parse("linux/s390x");
    QVERIFY(keyOf(shop, "FROM base\nRUN a\n", platform) != keyOf(shop, "FROM base\nRUN a\n"));
    image::Config config;
    config.env = {"Q=1"};
    QVERIFY(keyOf(shop, "FROM base\nRUN a\n", {}, config) != keyOf(shop, "FROM base\nRUN a\n"));
}

void KeysTest::theParentChangesARunOnly() {
    Workshop shop;
    shop.write("app.py", "1");
    const Root one = rootWith({{fileEntry("usr", "1")}});
    const Root two = rootWith({{fileEntry("usr", "2")}});
    QVERIFY(keyOf(shop, "FROM base\nRUN a\n", {}, {}, one) != keyOf(shop, "FROM base\nRUN a\n", {}, {}, two));
    QCOMPARE(keyOf(shop, "FROM base\nCOPY app.py /x/\n", {}, {}, one),
             keyOf(shop, "FROM base\nCOPY app.py /x/\n", {}, {}, two));
    QCOMPARE(keyOf(shop, "FROM base\nWORKDIR /x\n", {}, {}, one), keyOf(shop, "FROM base\nWORKDIR /x\n", {}, {}, two));
}

void KeysTest::contentChangesACopy() {
    Workshop shop;
    const std::string text = "FROM base\nCOPY src /x/\n";
    shop.write("src/a", "1");
    const Digest first = keyOf(shop, text);
    shop.write("src/a", "2");
    QVERIFY(keyOf(shop, text) != first);
    shop.write("src/a", "1", 0755);
    QVERIFY(keyOf(shop, text) != first);
    shop.write("src/a", "1");
    QCOMPARE(keyOf(shop, text), first);
    shop.write("src/b", "");
    QVERIFY(keyOf(shop, text) != first);
    shop.remove("src/b");
    shop.link("a", "src/b");
    QVERIFY(keyOf(shop, text) != first);
}

void KeysTest::timesAndOwnersOnDiskDont() {
    Workshop shop;
    const std::string text = "FROM base\nCOPY a /x/\n";
    shop.write("a", "1");
    const Digest first = keyOf(shop, text);
    const std::string path = shop.folder() + "/a";
    const timespec times[2] = {{1, 0}, {1, 0}};
    QCOMPARE(::utimensat(AT_FDCWD, path.c_str(), times, 0), 0);
    if (::geteuid() == 0)
        QCOMPARE(::chown(path.c_str(), 5, 6), 0);
    QCOMPARE(keyOf(shop, text), first);
}

void KeysTest::lookupsChangeACopy() {
    Workshop shop;
    shop.write("a", "1");
    const std::string text = "FROM base\nCOPY a /x/y/\n";
    const Digest plain = keyOf(shop, text, {}, {}, rootWith({{directoryEntry("x", 0755)}}));
    QVERIFY(plain != keyOf(shop, text));
    QVERIFY(plain != keyOf(shop, text, {}, {}, rootWith({{directoryEntry("x", 0700)}})));
    QVERIFY(plain != keyOf(shop, text, {}, {}, rootWith({{directoryEntry("x", 0755, 1)}})));
    Entry labelled = directoryEntry("x", 0755);
    labelled.xattrs["user.q"] = "1";
    QVERIFY(plain != keyOf(shop, text, {}, {}, rootWith({{labelled}})));
    QVERIFY(plain != keyOf(shop, text, {}, {}, rootWith({{directoryEntry("z"), linkEntry("x", "z")}})));
    Entry later = directoryEntry("x", 0755);
    later.mtime = 99;
    QCOMPARE(plain, keyOf(shop, text, {}, {}, rootWith({{later}})));
}

void KeysTest::nothingElseInTheParentDoes() {
    Workshop shop;
    shop.write("a", "1");
    const std::string text = "FROM base\nCOPY a /x/y/\n";
    const Root one = rootWith({{directoryEntry("x"), fileEntry("x/other"), directoryEntry("usr")}});
    const Root two = rootWith({{directoryEntry("x"), fileEntry("x/another"), fileEntry("etc")}, {fileEntry("more")}});
    QCOMPARE(keyOf(shop, text, {}, {}, one), keyOf(shop, text, {}, {}, two));
}

void KeysTest::flagsChangeACopy() {
    Workshop shop;
    shop.write("a", "1");
    std::set<std::string> keys;
    int count = 0;
    for (const char* line :
         {"COPY a /x", "COPY a /y", "COPY a /x/", "ADD a /x", "COPY --chown=1 a /x", "COPY --chmod=600 a /x",
          "COPY --link a /x", "COPY --exclude=z a /x", "COPY <<a /x\n1\na"}) {
        keys.insert(keyOf(shop, std::string("FROM base\n") + line + "\n").hex());
        ++count;
    }
    QCOMPARE(static_cast<int>(keys.size()), count);
}

void KeysTest::aCopysOwnNameCounts() {
    Workshop shop;
    shop.write("a", "1");
    shop.write("b", "1");
    QVERIFY(keyOf(shop, "FROM base\nCOPY a /x/\n") != keyOf(shop, "FROM base\nCOPY b /x/\n"));
    QCOMPARE(keyOf(shop, "FROM base\nCOPY a /x/q\n"), keyOf(shop, "FROM base\nCOPY b /x/q\n"));
}

void KeysTest::bindMountsCountByContent() {
    Workshop shop;
    shop.write("src/a", "1");
    const std::string text = "FROM base\nRUN --mount=type=bind,source=src,target=/m make\n";
    const Digest first = keyOf(shop, text);
    shop.write("src/a", "2");
    QVERIFY(keyOf(shop, text) != first);
    shop.write("src/a", "1");
    QCOMPARE(keyOf(shop, text), first);
    shop.write("other", "3");
    QCOMPARE(keyOf(shop, text), first);
}

void KeysTest::imagesCountByIdAndPlatform() {
    const auto key = [](const char* name, const char* platform, const char* id) {
        return imageKey({name, *image::Platform::parse(platform)}, Digest::of(id)).digest;
    };
    QCOMPARE(key("a", "linux/amd64", "1"), key("b", "linux/amd64", "1"));
    QVERIFY(key("a", "linux/amd64", "1") != key("a", "linux/amd64", "2"));
    QVERIFY(key("a", "linux/amd64", "1") != key("a", "linux/arm64", "1"));
}

void KeysTest::fieldsCantRunTogether() {
    Workshop shop;
    QVERIFY(keyOf(shop, "FROM base\nRUN [\"ab\", \"c\"]\n") != keyOf(shop, "FROM base\nRUN [\"a\", \"bc\"]\n"));
}

QTEST_GUILESS_MAIN(KeysTest)
#include "keys_test.moc"
