// What the syntax definition marks as a fold is what language::foldingRanges() gives; folds_test.cpp has real views.
#include "../../../core/language/texts.h"
#include "editor/editor_setup.h"
#include "language/symbols.h"
#include "shell/script.h"

#include <QStandardPaths>
#include <QTest>

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/FoldingRegion>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>

#include <map>
#include <set>

using namespace Qt::StringLiterals;
using namespace slipway;
using KSyntaxHighlighting::FoldingRegion;

namespace {

/// 0-based lines, the last one included; the first stays in view.
using Fold = std::pair<qsizetype, qsizetype>;
enum class Region : std::uint8_t { Stage, Instruction, Document };
using Folds = std::map<Region, std::set<Fold>>;

QStringList linesOf(const QString& text) {
    QStringList out = text.split(u'\n');
    for (QString& line : out)
        if (line.endsWith(u'\r'))
            line.chop(1);
    return out;
}

/// The regions of a definition, and what the editor folds by them: to the line above the one where a region ends.
class Regions : public KSyntaxHighlighting::AbstractHighlighter {
public:
    explicit Regions(const KSyntaxHighlighting::Definition& definition) { setDefinition(definition); }

    Folds of(const QStringList& lines) {
        m_events.clear();
        KSyntaxHighlighting::State state;
        for (m_line = 0; m_line < lines.size(); ++m_line)
            state = highlightLine(lines[m_line], state);
        Folds out;
        for (auto begin = m_events.begin(); begin != m_events.end(); ++begin) {
            if (!begin->isBegin)
                continue;
            int open = 0;
            const auto end = std::find_if(begin, m_events.end(), [&](const Event& each) {
                if (each.region == begin->region)
                    open += each.isBegin ? 1 : -1;
                return open == 0;
            });
            const qsizetype last = (end == m_events.end() ? lines.size() : end->line) - 1;
            if (const auto known = m_names.find(begin->region); known != m_names.end() && last > begin->line)
                out[known->second].emplace(begin->line, last);
        }
        return out;
    }
    /// Learns the numbers of the regions from a text that begins a stage, an instruction and a document in this order.
    void learn(const QString& text) {
        (void)of(linesOf(text));
        int begun = 0;
        for (const Event& each : m_events)
            if (each.isBegin && begun <= static_cast<int>(Region::Document))
                m_names[each.region] = static_cast<Region>(begun++);
    }

protected:
    void applyFormat(int, int, const KSyntaxHighlighting::Format&) override {}
    void applyFolding(int, int, FoldingRegion region) override {
        m_events.push_back({m_line, region.id(), region.type() == FoldingRegion::Begin});
    }

private:
    struct Event {
        qsizetype line;
        int region;
        bool isBegin;
    };
    std::vector<Event> m_events;
    std::map<int, Region> m_names;
    qsizetype m_line = 0;
};

}  // namespace

namespace {

bool isComment(const QString& line) { return line.trimmed().startsWith(u'#'); }

/// What the definition can't see, since it reads a line at a time and an empty one not at all: where a stage's last
/// instruction is, so that comments and empty lines above the next FROM fold with it; and empty lines below an
/// instruction, which do, too, or at the top of a document.
Fold seen(Region region, Fold fold, const QStringList& lines) {
    const auto isLeft = [&](const QString& line) {
        return region == Region::Stage ? line.trimmed().isEmpty() || isComment(line) : line.isEmpty();
    };
    while (fold.second > fold.first && isLeft(lines[fold.second]))
        --fold.second;
    while (region == Region::Document && fold.second > fold.first && lines[fold.first].isEmpty())
        ++fold.first;
    return fold;
}

Folds seen(const Folds& folds, const QStringList& lines) {
    Folds out;
    for (const auto& [region, all] : folds)
        for (const Fold& each : all)
            if (const Fold fold = seen(region, each, lines); fold.first < fold.second)
                out[region].insert(fold);
    return out;
}

Folds foldsOf(const dockerfile::SyntaxTree& tree) {
    const dockerfile::Outline outline = dockerfile::outline(tree);
    std::set<std::uint32_t> stages, instructions;
    for (const dockerfile::StageOutline& stage : outline.stages)
        stages.insert(stage.line);
    for (const auto& instruction : tree.instructions())
        instructions.insert(instruction->firstLine);
    Folds out;
    for (const language::FoldingRange& each : language::foldingRanges(tree, outline)) {
        if (each.kind == language::FoldingRange::Kind::Comment)
            continue;
        // Of a FROM that goes on, the stage is the first of two.
        const Region region = stages.erase(each.line) > 0         ? Region::Stage
                              : instructions.erase(each.line) > 0 ? Region::Instruction
                                                                  : Region::Document;
        out[region].emplace(each.line - 1, each.endLine - 1);
    }
    return out;
}

/// Texts in which a look at one line after the other can't tell what the parser knows.
bool isBeyondLines(const dockerfile::SyntaxTree& tree) {
    return std::ranges::any_of(tree.instructions(), [&](const auto& each) {
        const auto line = [&](text::Range range) { return tree.lines().line(range.begin); };
        const auto& documents = each->heredocs;
        const bool isCut = each->keywordText.empty() || tree.lines().line(each->keywordRange.end) != each->firstLine;
        const bool isEndless = !std::ranges::all_of(documents, &dockerfile::Heredoc::terminated);
        const bool isMany = documents.size() > 3;
        const bool isApart =
            !documents.empty() && line(documents.front().openRange) != line(documents.back().openRange);
        const bool isBroken = std::ranges::any_of(documents, [](const dockerfile::Heredoc& document) {
            return !shell::Script::parse(document.content, shell::Dialect::Bash)->problems().empty();
        });
        return isCut || isEndless || isMany || isApart || isBroken;
    });
}

QString shown(const Folds& folds) {
    static constexpr std::array kNames{"stage", "instruction", "document"};
    QString out;
    for (const auto& [region, all] : folds)
        for (const auto& [begin, end] : all)
            out += u"%1 %2-%3, "_s.arg(QLatin1StringView(kNames[static_cast<std::size_t>(region)])).arg(begin).arg(end);
    return out;
}

}  // namespace

class FoldingTest : public QObject {
    Q_OBJECT

    std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
    std::unique_ptr<Regions> m_regions;

    /// Empty where both agree.
    [[nodiscard]] QString difference(const std::string& text) const {
        const auto tree = dockerfile::SyntaxTree::parse(text);
        const QString wide = QString::fromStdString(text);
        if (wide.toStdString() != text || wide.count(u'\r') != wide.count(u"\r\n"_s) || isBeyondLines(*tree))
            return {};
        const QStringList lines = linesOf(wide);
        const Folds ours = seen(foldsOf(*tree), lines), theirs = seen(m_regions->of(lines), lines);
        return ours == theirs ? QString() : u"%1\ntree: %2\neditor: %3"_s.arg(wide, shown(ours), shown(theirs));
    }

    void agree(const std::string& text) const {
        const QString found = difference(text);
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }

private Q_SLOTS:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        slipway::editor::prepareEditor();
        m_repository = std::make_unique<KSyntaxHighlighting::Repository>();
        m_regions = std::make_unique<Regions>(m_repository->definitionForFileName(u"Dockerfile"_s));
        for (const QString& escape : {QString(), u"# escape=`\n"_s})
            m_regions->learn(escape + u"FROM a\nCOPY <<A <<B /\na\nA\nb\nB\n"_s);
    }

    void everySampleFoldsAsTheTree() {
        std::size_t folding = 0;
        for (const auto& texts : {sampleTexts(), corpusTexts()})
            for (const std::string& text : texts) {
                agree(text);
                folding += foldsOf(*dockerfile::SyntaxTree::parse(text)).empty() ? 0 : 1;
            }
        QVERIFY(folding > 5);
    }

    void stagesInstructionsAndDocumentsFold_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("folds");
        const auto row = [](const char* name, const char* text, const char* folds) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(folds);
        };
        row("stages", "ARG V\nFROM a AS b\nUSER c\nFROM b\nUSER d\n", "stage 1-2, stage 3-4, ");
        row("a FROM that goes on", "FROM a \\\n  AS b\nUSER c\n", "stage 0-2, instruction 0-1, ");
        row("comments and empty lines in an instruction", "FROM a\nRUN b \\\n# c\n\n  \n && d \\\n\n && e\nUSER f\n",
            "stage 0-8, instruction 1-7, ");
        row("every instruction",
            "FROM a\nenv b=c \\\n d=e\nfoo \\\n bar\nONBUILD RUN g \\\n h\nCMD [\"i\", \\\n \"j\"]\nUSER k\n",
            "stage 0-9, instruction 1-2, instruction 3-4, instruction 5-6, instruction 7-8, ");
        row("a string that goes on", "FROM a\nRUN echo \"b \\\n c\" 'd \\\n e'\nUSER f\n",
            "stage 0-4, instruction 1-3, ");
        row("no line that goes on", "FROM a\nRUN echo b\\\\\nRUN c=`d`\n# e \\\nUSER f\n", "stage 0-4, ");
        row("the other escape", "# escape=`\nFROM a\nRUN b `\n  c\\\nCOPY d\\ e\\\nUSER f\n",
            "stage 1-5, instruction 2-3, ");
        row("an escape that doesn't count", "# c\n# escape=`\nFROM a\nRUN b=`c`\nRUN d \\\n  e\n",
            "stage 2-5, instruction 4-5, ");
        row("a document", "FROM a\nCOPY <<EOF /\nFROM b\nRUN c \\\nEOF\nUSER d\n", "stage 0-5, instruction 1-4, ");
        row("a document with tabs", "FROM a\nCOPY <<-EOF /b\n\tc\n\tEOF\nCOPY <<EOF /d\n\tEOF\nEOF\nUSER e\n",
            "stage 0-7, instruction 1-3, instruction 4-6, ");
        row("documents", "FROM a\nCOPY <<A <<'B' <<C /e/\nA\nA\nf\nB\n\ng\nC\nUSER h\n",
            "stage 0-9, instruction 1-8, document 3-5, document 6-8, ");
        row("documents of a command", "FROM a\nRUN b <<A && c 3<<B\nd\nA\ne\nB\nUSER f\n",
            "stage 0-6, instruction 1-5, document 2-3, document 4-5, ");
        row("a line that goes on behind a document's name", "FROM a\nRUN cat <<EOF > /b \\\n && c\nd\nEOF\nUSER e\n",
            "stage 0-5, instruction 1-4, ");
        row("no document", "FROM a\nRUN echo \"<<EOF\" b<<EOF\nCMD cat <<EOF\nRUN [ -f c ] || cat <<EOF \"\nUSER d\n",
            "stage 0-4, ");
        row("a document with an open quote",
            "FROM a\nRUN cat <<EOF > /b\nIt's (\nEOF\nRUN tee /c <<EOF\n\"\nEOF\nUSER d\n",
            "stage 0-7, instruction 1-3, instruction 4-6, ");
        row("scripts",
            "FROM a\nRUN <<EOF\necho \"PATH=$PATH\" >> /b\nif c; then\n  d\nfi\nEOF\nRUN python3 <<EOF\nx = (1,\n  "
            "2)\nEOF\nUSER e\n",
            "stage 0-11, instruction 1-6, instruction 7-10, ");
        row("a script that says what it is",
            "FROM a\nRUN <<my-script\n#!/usr/bin/env python3\nif b:\n\tpass\nmy-script\nUSER c\n",
            "stage 0-6, instruction 1-5, ");
        row("another shell",
            "FROM a\nSHELL [\"pwsh\", \\\n \"-c\"]\nRUN b \\\n | c # d \\\n | e\nRUN <<EOF\n$f = 1\nEOF\nFROM g\nUSER "
            "h\n",
            "stage 0-8, stage 9-10, instruction 1-2, instruction 3-5, instruction 6-8, ");
    }
    void stagesInstructionsAndDocumentsFold() {
        QFETCH(QString, text);
        QFETCH(QString, folds);
        agree(text.toStdString());
        agree(QString(text).replace(u"\n"_s, u"\r\n"_s).toStdString());
        agree(text.chopped(1).toStdString());
        QCOMPARE(shown(foldsOf(*dockerfile::SyntaxTree::parse(text.toStdString()))), folds);
    }

    // A regular expression per line can't see whether another line of comments or another instruction follows.
    void aFoldTakesTheEmptyLinesBelowItWithIt() {
        const QStringList lines = linesOf(u"# a\n# b\nFROM c\nRUN d \\\n  e\n\n# f\n# g\nFROM h\n"_s);
        QCOMPARE(shown(m_regions->of(lines)), u"stage 2-7, stage 8-9, instruction 3-5, "_s);
        QCOMPARE(shown(foldsOf(*dockerfile::SyntaxTree::parse(lines.join(u'\n').toStdString()))),
                 u"stage 2-4, instruction 3-4, "_s);
    }

    void brokenTextsFoldAsTheTree() {
        TextMutator mutator(7);
        for (const auto& texts : {sampleTexts(), corpusTexts()})
            for (std::string text : texts) {
                // Another shell's definition is the component's own, and runs on behind a quote that is never closed.
                if (!text.contains("FROM") || !text.contains('\n') || text.contains("powershell") ||
                    text.contains("pwsh"))
                    continue;
                for (int round = 0; round < 4; ++round) {
                    mutator.mutate(text);
                    agree(text);
                }
            }
    }
};

QTEST_GUILESS_MAIN(FoldingTest)
#include "folding_test.moc"
