// Completion, hover, signature help, colours, links and hints.
#include "language/completion.h"
#include "language/decorations.h"
#include "language/environment.h"
#include "language/file_kind.h"
#include "language/hover.h"
#include "language/instruction_help.h"
#include "language/signature.h"
#include "text/edit.h"
#include "text/say.h"

#include "marked.h"
#include "texts.h"

#include <QtTest>

using namespace slipway;
using namespace slipway::language;
using dockerfile::SyntaxTree;

namespace {

/// A context with files, a store with one image.
struct World {
    World() {
        image::Config config;
        config.platform = image::Platform::host();
        config.env = {"PATH=/bin", "FROM_BASE=yes"};
        config.user = "app";
        config.entrypoint = {"/bin/serve"};
        config.exposedPorts = {"80/tcp", "443/tcp"};
        config.labels = {{"a", "1"}, {"b", "2"}};
        bases[{"base"}] = {layer::Digest::of("base"), {}, std::make_shared<const image::Config>(config)};
        surroundings.bases = &bases;
        surroundings.images = {"base", "debian:13"};
        surroundings.context = [](std::string_view folder) {
            if (folder.empty())
                return std::vector<ContextEntry>{{"app.py", false, 1200}, {"a b", false, 1}, {"src", true, 0}};
            return folder == "src" ? std::vector<ContextEntry>{{"main.c", false, 5}} : std::vector<ContextEntry>{};
        };
        surroundings.imageFiles = [](const plan::FromImage& image) {
            return image.name == "base" ? filesOf({"opt/tool"}) : KnownFiles{};
        };
        surroundings.imageSize = [](const plan::FromImage& image) {
            return image.name == "base" ? std::optional(KnownSize{42'000'000, 12'000'000}) : std::nullopt;
        };
        surroundings.stageSize = [](int stage) {
            return stage == 0 ? std::optional(KnownSize{50'000'000, {}}) : std::nullopt;
        };
        surroundings.stageFiles = [](int stage, std::size_t) {
            return stage == 0 ? filesOf({"usr/bin/sh", "usr/lib/libc.so", "etc/passwd", "etc/group", "srv/a/b"})
                              : KnownFiles{};
        };
        surroundings.registryTags = [](const std::string& repository) -> RegistryTags {
            if (repository == "docker.io/library/alpine")
                return {{"latest", "3.20"}, {}, false};
            if (repository == "example.org/shut")
                return {{}, "example.org wants credentials", false};
            return {{}, {}, repository == "docker.io/library/slow"};
        };
    }
    /// With a link /bin to usr/bin.
    static KnownFiles filesOf(const std::vector<std::string>& paths) {
        layer::TocBuilder table;
        for (const std::string& path : paths)
            table.add({.path = path, .size = 3});
        table.add({.path = "bin", .type = layer::EntryType::Symlink, .link = "usr/bin"});
        return {layer::RootfsView({table.build()}), [](const layer::RootfsView::Found& found) -> Result<std::string> {
                    return found.entry.path == "etc/group"
                               ? "root:x:0:\nstaff:x:50:\napp:x:1000:\n"
                               : "root:x:0:0:root:/root:/bin/sh\nwww-data:x:33:33::/:\nbroken\napp:x:1000:1000::/:\n";
                }};
    }
    [[nodiscard]] plan::BuildPlan plan(const std::string& text) const {
        plan::Options options;
        options.all = true;
        options.platform = *image::Platform::parse("linux/arm64");
        options.buildArgs = {{"GIVEN", "from outside"}};
        return plan::plan(SyntaxTree::parse(text), options, bases);
    }
    plan::Bases bases;
    Surroundings surroundings;
};

}  // namespace

class FeaturesTest : public QObject {
    Q_OBJECT
private:
    World m_world;

    std::vector<Completion> completions(const std::string& source, std::string* text = nullptr) {
        const Marked marked(source);
        if (text)
            *text = marked.text;
        return complete(m_world.plan(marked.text), m_world.surroundings, marked.place());
    }
    std::string hoverText(const std::string& source) {
        const Marked marked(source);
        const plan::BuildPlan plan = m_world.plan(marked.text);
        const auto checked = checks::check(plan);
        const auto got = hover(plan, m_world.surroundings, checked.findings, marked.place());
        if (got && (marked.place() < got->range.begin || marked.place() > got->range.end))
            return "a card of another place";
        return got ? got->markdown : "";
    }

    static QByteArray colours(const std::string& text) {
        const auto tree = SyntaxTree::parse(text);
        QByteArray got;
        std::size_t end = 0;
        for (const SemanticToken& token : semanticTokens(*tree, names(*tree, dockerfile::outline(*tree)))) {
            const std::string_view written = token.range.of(text);
            if (token.range.begin < end || written.contains('\n'))
                return "in each other's way: " + got;
            end = token.range.end;
            got += QByteArray::number(static_cast<int>(token.kind)) + (token.definition ? "! " : " ") +
                   QByteArray(written.data(), static_cast<qsizetype>(written.size())) + '\n';
        }
        return got;
    }

private Q_SLOTS:
    void completes_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("some");    // labels that must be there
        QTest::addColumn<QByteArray>("others");  // and those that must not
        const auto row = [](const char* name, const char* source, const char* some, const char* others) {
            QTest::newRow(name) << QByteArray(source) << QByteArray(some) << QByteArray(others);
        };
        row("instructions", "FROM a\n^", "RUN|COPY|HEALTHCHECK", "MAINTAINER");
        row("instructions by their beginning", "FROM a\nco^\n", "COPY", "RUN");
        row("in an empty file", "^", "FROM|ARG|FROM … AS …, FROM …, COPY --from", "RUN|COPY|ONBUILD|RUN <<EOF");
        row("above the first stage", "ARG V=1\n^\nFROM a\n", "FROM|ARG", "RUN|RUN <<EOF");
        row("behind an instruction's end", "FROM a\nRUN x\n^\nRUN y\n", "RUN", "");
        row("not in a comment", "FROM a\n# ^\n", "", "RUN|syntax");
        row("directives", "# ^\nFROM a\n", "syntax|escape|check", "RUN");
        row("ONBUILD", "FROM a\nONBUILD ^\n", "RUN|COPY", "FROM|ONBUILD|MAINTAINER");
        row("ONBUILD at the end", "FROM a\nONBUILD ^", "RUN|COPY", "");
        row("ONBUILD's instruction by its beginning", "FROM a\nONBUILD  co^\n", "COPY", "RUN");
        row("flags behind ONBUILD", "FROM a\nONBUILD COPY --^\n", "--chown|--link", "");
        row("files behind ONBUILD", "FROM a\nONBUILD COPY ap^\n", "app.py", "src");
        row("variables behind ONBUILD", "FROM a\nARG V\nONBUILD RUN echo $^\n", "V", "");
        row("instructions below directives", "# syntax=docker/dockerfile:1\n^\n", "FROM|ARG", "");
        row("front ends", "# syntax=^\nFROM a\n", "docker/dockerfile:1|docker/dockerfile:1-labs", "syntax");
        row("escapes", "# escape=^\nFROM a\n", "\\|`", "");
        row("check's options", "# check=^\nFROM a\n", "skip=|error=|experimental=", "check");
        row("checks to skip", "# check=skip=Stage^\nFROM a\n", "StageNameCasing", "JSONArgsRecommended|all|DL3006");
        row("more checks to skip", "# syntax=x\n# check=error=true;skip=StageNameCasing,J^\nFROM a\n",
            "JSONArgsRecommended", "StageNameCasing|all");
        row("experimental checks", "# check=experimental=^\nFROM a\n", "all|InvalidDefinitionDescription",
            "StageNameCasing");
        row("an error or not", "# check=error=^\nFROM a\n", "true|false", "skip=");
        row("no checks behind the reason", "# check=skip=all ^\nFROM a\n", "", "skip=|all");
        row("pragmas", "FROM a\n# had^\nRUN x\n", "hadolint ignore=", "syntax");
        row("hadolint's rules", "FROM a\n# hadolint ignore=DL3007,DL3006^\nRUN x\n", "DL3006",
            "DL3007|StageNameCasing");
        row("checks to skip for an instruction", "FROM a\n# check=skip=JSON^\nCMD x\n", "JSONArgsRecommended", "");
        row("flags", "FROM a\nCOPY --c^\n", "--chown|--chmod", "--from|--link");
        row("flags behind one dash", "FROM a\nCOPY -^\n", "--chown|--from", "app.py");
        row("flags where nothing is typed", "FROM a\nCOPY ^\n", "--from|--link|app.py|src", "");
        row("no flags behind operands", "FROM a\nCOPY x ^\n", "app.py", "--from");
        row("flag values", "FROM a\nRUN --network=^\n", "none|host|default", "");
        row("platforms", "FROM --platform=^\n", "linux/amd64|$BUILDPLATFORM", "");
        row("boolean flags", "FROM a\nCOPY --link=^\n", "true|false", "");
        row("stages above", "FROM a AS one\nFROM b\nFROM c AS two\nCOPY --from=^\n", "one|1|base", "two|2");
        row("stages of FROM", "FROM a AS one\nFROM ^\n", "one|scratch|debian:13", "0");
        row("images by their beginning", "FROM deb^\n", "debian:13", "base|scratch");
        row("AS", "FROM a ^\n", "AS", "a|base");
        row("mount options", "FROM a\nRUN --mount=type=cache,^ x\n", "target|sharing|id", "env|type");
        row("mount types", "FROM a\nRUN --mount=type=^\n", "cache|bind|secret|ssh|tmpfs", "");
        row("mount from", "FROM a AS one\nFROM b\nRUN --mount=from=^\n", "one|base", "0");
        row("files", "FROM a\nCOPY ap^\n", "app.py", "src|a b");
        row("files in folders", "FROM a\nCOPY ./src/^\n", "main.c", "app.py");
        row("files of an array", "FROM a\nCOPY [\"ap^\n", "app.py", "src");
        row("on a continuation line", "FROM a\nCOPY --link \\\n  # c\n  ap^ \\\n /\n", "app.py", "src");
        row("no files with --from", "FROM a AS x\nFROM b\nCOPY --from=x ^\n", "", "app.py");
        row("variables", "FROM base\nARG V=1\nENV W=2\nRUN echo $^\n", "V|W|FROM_BASE|PATH", "TARGETARCH");
        row("variables by their beginning", "FROM base\nARG VALUE\nENV OTHER=2\nRUN echo \"${V^\"\n", "VALUE",
            "OTHER|PATH");
        row("variables of FROM", "ARG V=1\nFROM x:$^\n", "V|TARGETARCH", "PATH");
        row("not those below", "FROM a\nRUN $^\nARG V\n", "PATH", "V");
        row("variables of a file's text", "FROM a\nARG V\nCOPY <<EOF /x\nis $^\nEOF\n", "V", "");
        row("not where it is quoted", "FROM a\nARG V\nCOPY <<'EOF' /x\nis $^\nEOF\n", "", "V");
        row("ARGs to take over", "ARG V=1\nFROM a\nARG ^\n", "V|TARGETARCH|BUILDPLATFORM", "");
        row("signals", "FROM a\nSTOPSIGNAL SIGT^\n", "SIGTERM", "SIGINT");
        row("shells", "FROM a\nSHELL ^\n", "[\"/bin/bash\", \"-o\", \"pipefail\", \"-c\"]", "");
        row("ports", "FROM a\nEXPOSE 53^\n", "53/udp|53/tcp", "80");
        row("users", "FROM a\nUSER web\nUSER ^\n", "web|root", "");
        row("users of the image", "FROM a\nUSER ^\n", "app|www-data|root|nobody", "staff|broken");
        row("groups of the image", "FROM a\nUSER app:^\n", "app:staff|app:app", "app|app:www-data");
        row("users that a RUN makes",
            "FROM b\nRUN groupadd -g 900 crew && useradd -u 900 -g crew --create-home pilot\nRUN useradd -m -s /bin/sh "
            "mate\nUSER ^\nRUN useradd late\n",
            "pilot|mate|root", "crew|late|900|/bin/sh");
        row("users that Debian's and BusyBox's adduser make",
            "FROM b\nRUN addgroup -S crew; adduser -S -D -H -G crew -u 900 pilot; adduser --disabled-password --gecos "
            "'' "
            "mate; adduser pilot staff\nUSER ^\n",
            "pilot|mate", "crew|900|staff");
        row("groups that a RUN makes",
            "FROM b\nRUN groupadd crew && useradd -g crew pilot && useradd mate && adduser --system --group boy\nCOPY "
            "--chown=x:^ a b\n",
            "x:crew|x:mate|x:boy", "x:pilot");
        row("users of the stage below",
            "FROM b AS one\nRUN useradd pilot\nFROM c AS two\nRUN useradd other\nFROM one\n"
            "USER ^\n",
            "pilot", "other");
        row("users whose names are variables", "FROM b\nARG NAME=pilot\nRUN useradd $NAME\nUSER ^\n", "pilot", "$NAME");
        row("users that only a build knows", "FROM b\nRUN useradd $(whoever) || useradd ${X:-y}\nUSER ^\n", "root",
            "y|${X:-y}");
        row("users in a heredoc", "FROM b\nRUN <<EOF\nuseradd pilot\nEOF\nUSER ^\n", "pilot", "");
        row("owners of copies", "FROM a\nCOPY --chown=w^ x /\n", "www-data", "app");
        row("folders of the image", "FROM a\nWORKDIR /^\n", "/usr|/etc|/srv|/bin", "/etc/passwd");
        row("folders of a folder", "FROM a\nWORKDIR /usr/l^\n", "/usr/lib", "/usr/bin");
        row("folders below the working one", "FROM a\nWORKDIR /srv\nWORKDIR a^\n", "a", "app.py");
        row("where a copy goes", "FROM a\nCOPY x /usr/^\n", "bin|lib", "app.py");
        row("where a copy goes, by a link", "FROM a\nCOPY [\"x\", \"/bin/^\n", "sh", "");
        row("what comes from a stage", "FROM a AS one\nFROM b\nCOPY --from=one /usr/lib/^\n", "libc.so", "app.py");
        row("the same by number, not from the root", "FROM a\nFROM b\nCOPY --from=0 sr^\n", "srv", "usr");
        row("what comes from an image", "FROM b\nCOPY --from=base /opt/^\n", "tool", "");
        row("where a mount goes", "FROM a\nRUN --mount=type=cache,target=/usr/^\n", "bin|lib", "");
        row("what is mounted of a stage", "FROM a AS one\nFROM b\nRUN --mount=from=one,source=/s^\n", "srv", "src");
        row("tags that a registry told", "FROM alpine:^\n", "alpine:latest|alpine:3.20", "alpine:…|alpine");
        row("tags by their beginning", "FROM alpine:3^\n", "alpine:3.20", "alpine:latest|alpine:…");
        row("a registry that can be asked", "FROM other:^\n", "other:…", "");
        row("not for each letter", "FROM oth^\n", "", "oth:…");
        row("not where a tag is typed already", "FROM other:1^\n", "", "other:…");
        row("of a registry with a port", "FROM a\nCOPY --from=127.0.0.1:5000/x:^\n", "127.0.0.1:5000/x:…", "");
        row("folders", "FROM a\nWORKDIR /app\nFROM b\nWORKDIR /a^\n", "/app", "");
        row("labels", "FROM a\nLABEL org.o^\n", "org.opencontainers.image.source", "");
        row("health checks", "FROM a\nHEALTHCHECK ^\n", "CMD|NONE|--interval", "");
        row("nothing in a command", "FROM a\nRUN ap^\n", "", "app.py|APT");
    }
    void completes() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, some);
        QFETCH(QByteArray, others);
        QSet<QByteArray> labels;
        std::string text;
        for (const Completion& each : completions(source.toStdString(), &text)) {
            labels.insert(QByteArray::fromStdString(each.label));
            QVERIFY(each.replace.begin <= each.replace.end && each.replace.end <= text.size());
        }
        for (const QByteArray& label : some.split('|'))
            QVERIFY2(label.isEmpty() || labels.contains(label), label);
        for (const QByteArray& label : others.split('|'))
            QVERIFY2(label.isEmpty() || !labels.contains(label), label);
    }

    void whatACompletionInserts() {
        const auto applied = [this](const std::string& source, const std::string& label) {
            std::string text;
            for (const Completion& each : completions(source, &text))
                if (each.label == label)
                    return text::apply(text, std::vector<text::Edit>{{each.replace, each.insert}});
            return std::string();
        };
        QCOMPARE(applied("FROM a\nru^", "RUN"), std::string("FROM a\nRUN "));
        QCOMPARE(applied("FROM a\nCOPY --fr^ x", "--from"), std::string("FROM a\nCOPY --from= x"));
        QCOMPARE(applied("FROM a\nCOPY --li^ x", "--link"), std::string("FROM a\nCOPY --link x"));
        QCOMPARE(applied("FROM a\nCOPY ./s^", "src"), std::string("FROM a\nCOPY ./src/"));
        QCOMPARE(applied("FROM a\nARG V\nRUN echo ${^", "V"), std::string("FROM a\nARG V\nRUN echo ${V}"));
        QCOMPARE(applied("FROM a\nARG V\nRUN echo ${^}", "V"), std::string("FROM a\nARG V\nRUN echo ${V}"));
        QCOMPARE(applied("FROM a\nARG V\nRUN echo $^x", "V"), std::string("FROM a\nARG V\nRUN echo $Vx"));
    }

    void whatIsOfferedOfARegistrySaysWhyItIsThere() {
        const auto asked = [this](const std::string& source) {
            for (const Completion& each : completions(source))
                if (!each.ask.empty())
                    return each.ask + " | " + each.insert + " | " + each.detail;
            return std::string();
        };
        QCOMPARE(asked("FROM ubuntu:^"),
                 std::string("docker.io/library/ubuntu | ubuntu: | ask docker.io for the tags of ubuntu"));
        QCOMPARE(asked("FROM slow:^"), std::string("docker.io/library/slow | slow: | docker.io is being asked"));
        QCOMPARE(asked("FROM example.org/shut:^"),
                 std::string("example.org/shut | example.org/shut: | example.org wants credentials"));
        QCOMPARE(asked("FROM scratch:^"), std::string());
        QCOMPARE(asked("ARG V=1\nFROM ubuntu:$V^"), std::string());
    }

    void peoplesUsersComeFirst() {
        QByteArray got;
        for (const Completion& each : completions("FROM a\nUSER ^\n"))
            got += QByteArray::fromStdString(each.label + ' ' + each.detail + '\n');
        QCOMPARE(got, QByteArray("root uid 0\napp uid 1000\nwww-data uid 33\nnobody \n"));
    }

    void aLargeImageIsNoHurdle() {
        layer::TocBuilder table;
        for (int i = 0; i < 100'000; ++i)
            table.add({.path = "usr/share/d" + std::to_string(i / 100) + "/f" + std::to_string(i)});
        World world;
        world.surroundings.stageFiles = [files = KnownFiles{layer::RootfsView({table.build()}), {}}](int, std::size_t) {
            return files;
        };
        const Marked marked("FROM a\nCOPY x /usr/share/^\n");
        QElapsedTimer timer;
        timer.start();
        const auto got = complete(world.plan(marked.text), world.surroundings, marked.place());
        qInfo("%lld ms", timer.elapsed());
        QCOMPARE(got.size(), 1000U);
    }

    void variablesComeWithTheirValues() {
        const auto value = [this](const std::string& source, const std::string& name) {
            for (const Completion& each : completions(source))
                if (each.label == name)
                    return each.detail;
            return std::string("(none)");
        };
        QCOMPARE(value("ARG V=1\nFROM base\nARG V\nENV W=${V}2\nRUN $^", "W"), std::string("12"));
        QCOMPARE(value("FROM base\nARG GIVEN=inside\nRUN $^", "GIVEN"), std::string("from outside"));
        QCOMPARE(value("ARG V=1\nARG W=$V\nFROM $^", "W"), std::string("1"));
        QCOMPARE(value("FROM $^", "TARGETARCH"), std::string("arm64"));
        QCOMPARE(value("FROM base AS x\nENV V=1\nFROM x\nRUN echo $^", "V"), std::string("1"));
    }

    void theEnvironmentIsThatAboveTheInstruction() {
        const Marked marked("FROM base\nENV V=1\n^ENV V=2\n^RUN x \\\n^ y\nENV V=3\n^");
        const plan::BuildPlan plan = m_world.plan(marked.text);
        std::vector<std::string> values;
        for (const std::size_t place : marked.places)
            values.push_back(environmentAt(plan, m_world.surroundings, place).get("V").value_or("(none)"));
        QCOMPARE(values, (std::vector<std::string>{"1", "2", "2", "3"}));
        QVERIFY(!environmentAt(m_world.plan("FROM unknown\n"), m_world.surroundings, 13).complete);
    }

    void whatStandsBehindThePlaceIsNotWrittenAgain() {
        const auto insertOf = [&](const char* source, std::string_view label) {
            const auto all = completions(source);
            const auto found = std::ranges::find(all, label, &Completion::label);
            return found == all.end() ? std::string("nothing") : found->insert;
        };
        QCOMPARE(insertOf("FROM a\nCO^\n", "COPY"), std::string("COPY "));
        QCOMPARE(insertOf("FROM a\nCO^ b /\n", "COPY"), std::string("COPY"));
        QCOMPARE(insertOf("FROM a\nCO^\tb /\n", "COPY"), std::string("COPY"));
        QCOMPARE(insertOf("FROM a\nCOPY --fr^\n", "--from"), std::string("--from="));
        QCOMPARE(insertOf("FROM a\nCOPY --fr^=b c /\n", "--from"), std::string("--from"));
        QCOMPARE(insertOf("FROM a\nRUN --mount=ty^ b\n", "type"), std::string("type="));
        QCOMPARE(insertOf("FROM a\nRUN --mount=ty^=cache b\n", "type"), std::string("type"));
    }

    void hovers_data() {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("words");  // all of which the card has; none: there is no card
        const auto row = [](const char* name, const char* source, const char* words) {
            QTest::newRow(name) << QByteArray(source) << QByteArray(words);
        };
        row("an instruction", "FROM base\nC^OPY a /\n", "COPY [FLAGS] SOURCE... DESTINATION|build context");
        row("inside ONBUILD", "FROM base\nONBUILD R^UN x\n", "RUN [FLAGS] COMMAND");
        row("a flag", "FROM base\nCOPY --ch^own=a b /\n", "--chown=USER|Owner");
        row("a mount's option", "FROM base\nRUN --mount=type=cache,sha^ring=locked,target=/x y\n",
            "sharing|locked (wait)");
        row("a variable", "FROM base\nARG V=1\nRUN echo $^V\n", "**V**|here `1`|line 2");
        row("a variable's definition", "FROM base\nARG ^V=1\nENV V=2\n", "here `1`|line 2, 3");
        row("a variable's last definition", "FROM base\nENV ^V=2", "here `2`");
        row("a variable that is not set", "FROM base\nUSER $^V\n", "not set here");
        row("one that the base may set", "FROM unknown\nUSER $^V\n", "unless the base image does");
        row("one that the base sets", "FROM base\nUSER $FROM_^BASE\n", "here `yes`, from image `base`");
        row("one that the base sets, in a command", "FROM base\nRUN echo $FROM_^BASE\n",
            "here `yes`, from image `base`");
        row("one that the base sets, in a stage on a stage", "FROM base AS x\nFROM x\nRUN echo $FROM_^BASE\n",
            "here `yes`, from image `base`");
        row("one that the base sets and the file, too", "FROM base\nENV FROM_BASE=no\nUSER $FROM_^BASE\n",
            "here `no`.");
        row("a command's own variable", "FROM base\nRUN x=1; echo $^x\n", "");
        row("of the platform", "FROM base\nARG TARGET^ARCH\n", "here `arm64`|architecture that the image is built for");
        row("of the platform, in FROM", "FROM --platform=$BUILD^PLATFORM base\n", "machine that builds");
        row("of a proxy", "FROM base\nRUN echo $HTTP_^PROXY\n", "--build-arg");
        row("a stage", "FROM base AS one\nFROM o^ne\n", "**one**, lines 1 to 1|`base`|used by `1`");
        row("a stage that was built", "FROM base AS o^ne\n", "last built: 50.0 MB unpacked.");
        row("an image to copy from", "FROM a\nCOPY --from=ba^se x /\n", "`base`|42.0 MB unpacked|--from");
        row("an image to mount", "FROM a\nRUN --mount=type=bind,from=ba^se,target=/x y\n", "`base`|42.0 MB unpacked");
        row("an image's size and more", "FROM ba^se\n",
            "42.0 MB unpacked, 12.0 MB compressed|Ports: `443/tcp 80/tcp`|Labels: 2|Platform: `linux/");
        row("an image", "FROM ba^se\n", "`base`|User: `app`|Entry point: `/bin/serve`|FROM_BASE=yes");
        row("an image by a variable", "ARG V=13\nFROM debi^an:$V\n", "`debian:13`");
        row("another image", "FROM deb^ian:13\n", "debian:13|not in the store");
        row("scratch", "FROM scr^atch\n", "empty image");
        row("a file", "FROM base\nCOPY app^.py /\n", "`app.py`|1 kB");
        row("a folder", "FROM base\nCOPY ./s^rc /\n", "its content is copied");
        row("a file that isn't there", "FROM base\nCOPY x^x /\n", "not in the build context");
        row("a directive", "# esc^ape=`\nFROM base\n", "line's end");
        row("where a mount is from", "FROM base\nRUN --mount=type=bind,fr^om=other:1,target=/a b\n", "`from`: |Image");
        row("a finding", "FROM base\nMAIN^TAINER x\n", "MaintainerDeprecated|LABEL");
        row("nothing", "FROM base\n\n^\nRUN x\n", "");
        row("a plain word", "FROM base\nRUN ^echo\n", "");
    }
    void hovers() {
        QFETCH(QByteArray, source);
        QFETCH(QByteArray, words);
        const QByteArray got = QByteArray::fromStdString(hoverText(source.toStdString()));
        if (words.isEmpty())
            QCOMPARE(got, QByteArray());
        for (const QByteArray& word : words.split('|'))
            QVERIFY2(got.contains(word), got + "\nlacks " + word);
    }

    void filesHaveTheirLanguages() {
        using enum FileKind;
        for (const char* const name :
             {"Dockerfile", "/x/Containerfile", "Dockerfile.dev", "a.dockerfile", "A.Dockerfile"})
            QVERIFY2(fileKind(name, "plaintext") == Dockerfile, name);
        QVERIFY(fileKind("/x/web", "dockerfile") == Dockerfile);
        QVERIFY(fileKind("untitled:1", "Containerfile") == Dockerfile);
        QVERIFY(fileKind("untitled:1") == Dockerfile);
        for (const char* const name : {"/x/.dockerignore", "file:///x/Dockerfile.dockerignore"})
            QVERIFY2(fileKind(name, "dockerfile") == IgnoreFile, name);
        QVERIFY(fileKind("untitled:1", "dockerignore") == IgnoreFile);
        QVERIFY(fileKind("/x/.gitignore", "gitignore") == Other);
        QVERIFY(fileKind("/x/dockerfile_test.py", "python") == Other);
        QVERIFY(fileKind("/dockerfile/.hadolint.yaml", "yaml") == Other);
    }

    void everyInstructionAndFlagHasHelp() {
        for (int i = 0; i < static_cast<int>(dockerfile::Keyword::Unknown); ++i) {
            const auto keyword = static_cast<dockerfile::Keyword>(i);
            const InstructionHelp* const help = helpOf(keyword);
            QVERIFY(help && !help->text.empty() && !help->forms.empty());
            for (const std::string_view form : help->forms)
                QVERIFY(form.starts_with(keywordName(keyword)));
            // The parser takes each flag that is explained here.
            for (const FlagHelp& flag : help->flags) {
                const std::string line = std::string(keywordName(keyword)) + " --" + std::string(flag.name) + "=x y z";
                const auto tree = SyntaxTree::parse(line);
                const auto value = dockerfile::interpret(*tree->instructions()[0], tree->lines());
                const std::string message = value ? "" : value.error().message;
                QVERIFY2(!message.contains("nknown flag"), (line + ": " + message).c_str());
            }
        }
        QVERIFY(!helpOf(dockerfile::Keyword::Unknown));
        QVERIFY(!helpOf(dockerfile::Keyword::Copy, "nonsense"));
    }

    void signatures() {
        const auto at = [](const std::string& source) -> QByteArray {
            const Marked marked(source);
            const auto help = signatureHelp(*SyntaxTree::parse(marked.text), marked.place());
            if (!help)
                return "(none)";
            const auto& active = help->signatures[help->active];
            return QByteArray::fromStdString(active.label + " @ " +
                                             std::string(active.parameters[help->parameter].of(active.label)));
        };
        QCOMPARE(at("FROM ^"), QByteArray("FROM [--platform=PLATFORM] IMAGE [AS NAME] @ IMAGE"));
        QCOMPARE(at("FROM a ^"), QByteArray("FROM [--platform=PLATFORM] IMAGE [AS NAME] @ [AS NAME]"));
        QCOMPARE(at("COPY --fr^"), QByteArray("COPY [FLAGS] SOURCE... DESTINATION @ [FLAGS]"));
        QCOMPARE(at("COPY --link a ^"), QByteArray("COPY [FLAGS] SOURCE... DESTINATION @ DESTINATION"));
        QCOMPARE(at("CMD [\"a\"^"), QByteArray("CMD [\"PROGRAM\", \"ARGUMENT\"...] @ [\"PROGRAM\", \"ARGUMENT\"...]"));
        QCOMPARE(at("CMD a^"), QByteArray("CMD COMMAND @ COMMAND"));
        QCOMPARE(at("CM^D a"), QByteArray("(none)"));
        QCOMPARE(at("\n^"), QByteArray("(none)"));
    }

    void wordsAreInTheLanguageOfTheProgram() {
        text::speakWith([](std::string_view english) { return '<' + std::string(english) + '>'; });
        const auto inEnglish = qScopeGuard([] { text::speakWith(nullptr); });
        const auto isSaid = [](std::string_view words) { return words.starts_with('<') && words.ends_with('>'); };
        const plan::BuildPlan plan = m_world.plan("FROM base AS one\nENV A=1\nCOPY --chown=a app.py /x\nRUN $A\n");
        const auto said = [&](std::string_view word) {
            const auto card = hover(plan, m_world.surroundings, {}, plan.tree->text().find(word));
            return card ? card->markdown : std::string();
        };
        QVERIFY(said("FROM").ends_with(text::said(helpOf(dockerfile::Keyword::From)->text)));
        QVERIFY(said("base").contains("- <Platform>: "));
        QCOMPARE(said("A="), std::string("<Variable **A**, here `1`.>\n\n<Defined in line 2.>"));
        QVERIFY(said("--chown").ends_with(text::said(helpOf(dockerfile::Keyword::Copy, "chown")->text)));
        QCOMPARE(said("app.py"), std::string("<File `app.py` of the build context, 1 kB.>"));
        for (const Completion& each : complete(plan, m_world.surroundings, plan.tree->text().size()))
            QVERIFY2(isSaid(each.kind == CompletionKind::Snippet ? each.detail : each.documentation),
                     each.label.c_str());
        const auto help = signatureHelp(*plan.tree, plan.tree->text().find("app.py"));
        QVERIFY(help && isSaid(help->documentation));
        QCOMPARE(SyntaxTree::parse("FRO base")->diagnostics().front().message,
                 std::string("<This is an unknown instruction: FRO<; did you mean FROM?>>"));
    }

    void coloursByMeaning() {
        QCOMPARE(colours("# syntax=docker/dockerfile:1\nFROM a AS one\n# c\nENV V=1\n"
                         "RUN --network=none echo \"$V\" \\\n  && x\nCMD [\"a\"]\n"),
                 QByteArray("7 # syntax=docker/dockerfile:1\n0 FROM\n0 AS\n5! one\n1 # c\n0 ENV\n3! V\n0 RUN\n"
                            "4 --network=none\n2 \"\n3 $V\n2 \"\n6 \\\n6 &&\n0 CMD\n2 \"a\"\n"));
        QCOMPARE(colours("FROM a\nENV V=\"a b\" W='c'\\''d'x X=\"e$V\"\nLABEL a=\"b \\\n  c\" d=\"e\n"),
                 QByteArray("0 FROM\n0 ENV\n3! V\n2 \"a b\"\n3! W\n2 'c'\n2 'd'\n3! X\n2 \"e$\n3 V\n2 \"\n0 LABEL\n"
                            "2 \"b \n6 \\\n2   c\"\n"));
        QCOMPARE(
            colours("FROM a\nHEALTHCHECK CMD x || exit \"1\"\nONBUILD RUN if x; then y; fi\nONBUILD ENV A=\"b\"\n"),
            QByteArray("0 FROM\n0 HEALTHCHECK\n0 CMD\n6 ||\n2 \"1\"\n0 ONBUILD\n0 RUN\n0 if\n6 ;\n0 then\n6 ;\n"
                       "0 fi\n0 ONBUILD\n0 ENV\n2 \"b\"\n"));
        QCOMPARE(colours("FROM a\nFLY b\n"), QByteArray("0 FROM\n"));
    }

    void linksToPagesAndFiles() {
        const std::string text =
            "FROM debian:13 AS x\nFROM x\nFROM user/thing\nFROM example.com/x\n"
            "COPY app.py absent src /\nADD https://example.com/f /\n";
        QByteArray got;
        for (const Link& link : links(m_world.plan(text), m_world.surroundings))
            got += QByteArray::fromStdString(std::string(link.range.of(text)) + ' ' + link.url + link.path + '\n');
        QCOMPARE(got, QByteArray("debian:13 https://hub.docker.com/_/debian\n"
                                 "user/thing https://hub.docker.com/r/user/thing\napp.py app.py\n"
                                 "https://example.com/f https://example.com/f\n"));
    }

    void hints() {
        const std::string text =
            "ARG V=13\nFROM debian:$V AS one\nWORKDIR /a\nWORKDIR b\nFROM debian\n"
            "COPY --from=0 x /\n";
        QByteArray got;
        for (const InlayHint& hint : inlayHints(m_world.plan(text)))
            got += QByteArray::fromStdString(text.substr(0, hint.offset).substr(text.rfind('\n', hint.offset - 1) + 1) +
                                             '|' + hint.text + '\n');
        QCOMPARE(got, QByteArray("FROM debian:$V|debian:13\nWORKDIR b|/a/b\nCOPY --from=0|one\n"));
    }

    void anyTextAndPlaceWillDo() {
        auto texts = sampleTexts();
        TextMutator mutator(11);
        for (std::size_t i = 0; i < 150; ++i) {
            texts.push_back(texts[i % 7]);
            for (int edit = 0; edit < 10; ++edit)
                mutator.mutate(texts.back());
        }
        for (const std::string& text : texts) {
            const plan::BuildPlan plan = m_world.plan(text);
            const Names found = names(*plan.tree, dockerfile::outline(*plan.tree));
            (void)semanticTokens(*plan.tree, found);
            (void)links(plan, m_world.surroundings);
            (void)inlayHints(plan);
            for (std::size_t at = 0; at <= text.size(); at += text.size() / 12 + 1) {
                for (const Completion& each : complete(plan, m_world.surroundings, at))
                    QVERIFY(each.replace.end == at);
                if (const auto card = hover(plan, m_world.surroundings, {}, at))
                    QVERIFY(card->range.begin <= at && card->range.end >= at);
                (void)signatureHelp(*plan.tree, at);
            }
        }
    }
};

QTEST_APPLESS_MAIN(FeaturesTest)
#include "features_test.moc"
