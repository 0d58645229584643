// Colours of a Dockerfile's commands in their own languages, and of a .dockerignore.
#include "editor/editor_setup.h"
#include "theme/theme.h"

#include <QStandardPaths>
#include <QTest>

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>
#include <KSyntaxHighlighting/Theme>

using namespace Qt::StringLiterals;
using KSyntaxHighlighting::Theme;

namespace {

/// What style the words of a text have.
class Colours : public KSyntaxHighlighting::AbstractHighlighter {
public:
    Colours(KSyntaxHighlighting::Repository& repository, const QString& file, const QString& text) {
        setDefinition(repository.definitionForFileName(file));
        KSyntaxHighlighting::State state;
        for (const QString& line : text.split(u'\n')) {
            m_lines.append({line, {}});
            state = highlightLine(line, state);
        }
    }
    /// Of the first time that the words stand in the text.
    [[nodiscard]] Theme::TextStyle of(const QString& words) const {
        for (const auto& [line, formats] : m_lines) {
            const auto at = line.indexOf(words);
            if (at < 0)
                continue;
            for (const auto& [begin, end, style] : formats) {
                if (at >= begin && at < end)
                    return style;
            }
            return Theme::Normal;
        }
        qFatal("no such words");
    }

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format& format) override {
        m_lines.last().second.append({offset, offset + length, format.textStyle()});
    }

private:
    QList<std::pair<QString, QList<std::tuple<int, int, Theme::TextStyle>>>> m_lines;
};

}  // namespace

class HighlightingTest : public QObject {
    Q_OBJECT

    KSyntaxHighlighting::Repository* m_repository = nullptr;

    [[nodiscard]] Colours dockerfile(const QString& text) const { return {*m_repository, u"Dockerfile"_s, text}; }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        slipway::editor::prepareEditor();
        m_repository = new KSyntaxHighlighting::Repository;
    }
    void cleanupTestCase() { delete m_repository; }

    void aCommandHasItsShellsColours() {
        const Colours colours =
            dockerfile(u"FROM scratch\nRUN if true; then echo \"a $X\" && \\\n  cd /y; fi\nCMD x\n"_s);
        QCOMPARE(colours.of(u"FROM"_s), Theme::Keyword);
        QCOMPARE(colours.of(u"if"_s), Theme::ControlFlow);
        QCOMPARE(colours.of(u"\"a"_s), Theme::String);
        QCOMPARE(colours.of(u"$X"_s), Theme::Variable);
        QCOMPARE(colours.of(u"fi"_s), Theme::ControlFlow);
        QCOMPARE(colours.of(u"CMD"_s), Theme::Keyword);
    }

    // The parser joins lines before a shell sees them, so a string goes on where its line does.
    void aStringGoesOnWhereItsLineDoes() {
        const Colours colours =
            dockerfile(u"FROM scratch\nRUN echo \"one \\\n  two\" three && echo 'four \\\n five'\nUSER x\n"_s);
        QCOMPARE(colours.of(u"two"_s), Theme::String);
        QCOMPARE(colours.of(u"three"_s), Theme::Normal);
        QCOMPARE(colours.of(u"five"_s), Theme::String);
        QCOMPARE(colours.of(u"USER"_s), Theme::Keyword);
    }

    void aDocumentForPythonIsPython() {
        for (const QString& open : {u"RUN <<EOF python3"_s, u"RUN python3 <<EOF"_s, u"RUN python3 - <<'EOF'"_s,
                                    u"RUN <<EOF\n#!/usr/bin/env python3"_s}) {
            const Colours colours =
                dockerfile(u"FROM scratch\n"_s + open + u"\nimport os\ndef f(): pass\nEOF\nUSER x\n"_s);
            QVERIFY2(colours.of(u"import"_s) == Theme::Import, qPrintable(open));
            QVERIFY2(colours.of(u"def"_s) == Theme::Keyword, qPrintable(open));
            QVERIFY2(colours.of(u"USER"_s) == Theme::Keyword, qPrintable(open));
        }
    }

    void aDocumentForPerlIsPerlAndOneForNobodyAShells() {
        const Colours perl = dockerfile(u"FROM scratch\nRUN <<EOF\n#!/usr/bin/perl\nmy $x = 1;\nEOF\nUSER x\n"_s);
        QCOMPARE(perl.of(u"my"_s), Theme::Keyword);
        QCOMPARE(perl.of(u"USER"_s), Theme::Keyword);
        const Colours shell = dockerfile(u"FROM scratch\nRUN <<EOF\nwhile true; do :; done\nEOF\nUSER x\n"_s);
        QCOMPARE(shell.of(u"while"_s), Theme::ControlFlow);
        QCOMPARE(shell.of(u"USER"_s), Theme::Keyword);
    }

    // A here-document ends by its name, whatever stands in it.
    void whatADocumentHoldsEndsWithIt() {
        for (const QString& document :
             {u"RUN <<EOF\necho \"PATH=$PATH\"\nEOF"_s, u"RUN cat <<EOF > /f\nIt's so\nEOF"_s,
              u"RUN <<my-script\n#!/usr/bin/env python3\nprint(1)\nmy-script"_s, u"COPY <<-EOF /f\n\tx\n\tEOF"_s}) {
            const Colours colours = dockerfile(u"FROM scratch\n"_s + document + u"\nUSER x\n"_s);
            QVERIFY2(colours.of(u"USER"_s) == Theme::Keyword, qPrintable(document));
        }
    }

    void theEscapeOfTheFileEndsALineThatGoesOn() {
        const Colours slash = dockerfile(u"FROM scratch\nRUN x=`date`\nUSER x\n"_s);
        QCOMPARE(slash.of(u"USER"_s), Theme::Keyword);
        const Colours tick =
            dockerfile(u"# syntax=docker/dockerfile:1\n# escape=`\nFROM scratch\nRUN a `\n USER b\\\nCMD c\n"_s);
        QCOMPARE(tick.of(u"# escape"_s), Theme::Annotation);
        QCOMPARE(tick.of(u"FROM"_s), Theme::Keyword);
        QCOMPARE(tick.of(u"USER"_s), Theme::Normal);
        QCOMPARE(tick.of(u"CMD"_s), Theme::Keyword);
    }

    void instructionsInSmallLettersAreInstructions() {
        const Colours colours = dockerfile(u"from a as b\nenv X y\nrun if true; then cp c d; fi\nuser u\n"_s);
        for (const QString& word : {u"from"_s, u"as"_s, u"env"_s, u"run"_s, u"user"_s})
            QVERIFY2(colours.of(word) == Theme::Keyword, qPrintable(word));
        QCOMPARE(colours.of(u"then"_s), Theme::ControlFlow);
    }

    void documentsOfOneLineFollowEachOther() {
        const Colours run =
            dockerfile(u"FROM a\nRUN cat <<A <<'B' > /x && echo \"s\"\nfor\nA\nif true; then :; fi\nB\nUSER u\n"_s);
        QCOMPARE(run.of(u"<<'B'"_s), Theme::SpecialString);
        QCOMPARE(run.of(u"\"s\""_s), Theme::String);
        QCOMPARE(run.of(u"then"_s), Theme::ControlFlow);
        QCOMPARE(run.of(u"USER"_s), Theme::Keyword);
        const Colours copy =
            dockerfile(u"FROM a\nCOPY <<A <<\"B\" <<C /dest/\none ${V}\nA\ntwo $W\nB\nthree $X\nC\nUSER u\n"_s);
        QCOMPARE(copy.of(u"/dest/"_s), Theme::Normal);
        QCOMPARE(copy.of(u"one"_s), Theme::String);
        QCOMPARE(copy.of(u"${V}"_s), Theme::Variable);
        QCOMPARE(copy.of(u"$W"_s), Theme::String);
        QCOMPARE(copy.of(u"three"_s), Theme::String);
        QCOMPARE(copy.of(u"$X"_s), Theme::Variable);
        QCOMPARE(copy.of(u"USER"_s), Theme::Keyword);
    }

    void namesOfVariablesAreNamesWithAndWithoutAValue() {
        const Colours colours = dockerfile(u"ARG FIRST\nARG SECOND=2\nENV THIRD a=b\nENV FOURTH=4\n"_s);
        for (const QString& name : {u"FIRST"_s, u"SECOND"_s, u"THIRD"_s, u"FOURTH"_s})
            QVERIFY2(colours.of(name) == Theme::Attribute, qPrintable(name));
        QCOMPARE(colours.of(u"a=b"_s), Theme::Normal);
    }

    void aCommandsWordsHaveTheColoursOfADocuments() {
        const QString words = u"set -eu; cp a b | wc -l"_s;
        const Colours run = dockerfile(u"FROM x\nRUN "_s + words);
        const Colours document = dockerfile(u"FROM x\nRUN <<EOF\n"_s + words + u"\nEOF"_s);
        for (const QString& word : {u"set"_s, u"-eu"_s, u"cp"_s, u"wc"_s, u"-l"_s}) {
            QVERIFY2(run.of(word) == document.of(word), qPrintable(word));
            QVERIFY2(run.of(word) != Theme::Normal, qPrintable(word));
        }
        const Colours script = dockerfile(u"FROM x\nRUN <<EOF\n#!/usr/bin/env python3 -u\nEOF"_s);
        QCOMPARE(script.of(u"3 -u"_s), Theme::Comment);
    }

    void whatShellSaysHoldsUntilTheNextStage() {
        const Colours colours = dockerfile(
            u"FROM a\nSHELL [\"powershell\", \"-Command\"]\nRUN foreach ($x in 1) { $x }\nUSER u\nFROM b\nRUN if x; then y; fi\n"_s);
        QCOMPARE(colours.of(u"\"powershell\""_s), Theme::String);
        QCOMPARE(colours.of(u"foreach"_s), Theme::ControlFlow);
        QCOMPARE(colours.of(u"USER"_s), Theme::Keyword);
        QCOMPARE(colours.of(u"FROM b"_s), Theme::Keyword);
        QCOMPARE(colours.of(u"then"_s), Theme::ControlFlow);
    }

    void anIgnoreFileHasItsOwn() {
        const Colours colours(*m_repository, u".dockerignore"_s, u"# all but\n**/*.log\n!keep/\nx[ab]y\n"_s);
        QCOMPARE(colours.of(u"# all"_s), Theme::Comment);
        QCOMPARE(colours.of(u"**"_s), Theme::Variable);
        QCOMPARE(colours.of(u"!"_s), Theme::Keyword);
        QCOMPARE(colours.of(u"[ab]"_s), Theme::Variable);
        QCOMPARE(Colours(*m_repository, u"Dockerfile.dockerignore"_s, u"# x"_s).of(u"# x"_s), Theme::Comment);
    }

    void everyStyleCanBeRead_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("least");
        QTest::newRow("light") << u"Slipway Light"_s << 4.5;
        QTest::newRow("dark") << u"Slipway Dark"_s << 4.5;
        QTest::newRow("light, high contrast") << u"Slipway Contrast Light"_s << 7.0;
        QTest::newRow("dark, high contrast") << u"Slipway Contrast Dark"_s << 7.0;
    }
    void everyStyleCanBeRead() {
        QFETCH(QString, name);
        QFETCH(double, least);
        const Theme theme = m_repository->theme(name);
        QCOMPARE(theme.name(), name);
        const auto ground = [&](Theme::EditorColorRole role) { return QColor::fromRgb(theme.editorColor(role)); };
        const bool high = least > 4.5;
        for (int i = Theme::Normal; i <= Theme::Others; ++i) {
            const auto style = static_cast<Theme::TextStyle>(i);
            const QColor words = QColor::fromRgb(theme.textColor(style));
            const auto ratio = [&](Theme::EditorColorRole role) {
                return slipway::theme::contrast(words, ground(role));
            };
            QVERIFY2(ratio(Theme::BackgroundColor) >= least, qPrintable(QString::number(i)));
            if (!high)
                continue;
            QVERIFY2(ratio(Theme::CurrentLine) >= least, qPrintable(QString::number(i)));
            for (const auto role : {Theme::SearchHighlight, Theme::ReplaceHighlight, Theme::BracketMatching})
                QVERIFY2(ratio(role) >= 4.5, qPrintable(QString::number(i)));
            QVERIFY(slipway::theme::contrast(QColor::fromRgb(theme.selectedTextColor(style)),
                                             ground(Theme::TextSelection)) >= least);
        }
        if (!high)
            return;
        QVERIFY(slipway::theme::contrast(ground(Theme::LineNumbers), ground(Theme::IconBorder)) >= least);
        // The editor gives words without a style no other colour where they are selected.
        QVERIFY(slipway::theme::contrast(QColor::fromRgb(theme.textColor(Theme::Normal)),
                                         ground(Theme::TextSelection)) >= least);
    }
};

QTEST_GUILESS_MAIN(HighlightingTest)
#include "highlighting_test.moc"
