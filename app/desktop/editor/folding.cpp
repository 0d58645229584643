#include "editor/folding.h"

#include "assist/question.h"
#include "editor/code_document.h"
#include "language/symbols.h"
#include "project/analysis.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <KConfig>
#include <KConfigGroup>
#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <set>

using namespace Qt::StringLiterals;

namespace slipway::editor {
namespace {

using Folds = QList<std::pair<int, int>>;

const auto kFolds = "TextFolding";
constexpr int kPersistent = 1, kFolded = 2;  // as the component writes them

Folds foldsOf(const assist::Ground& ground) {
    Folds out;
    std::set<std::uint32_t> begun;
    for (const language::FoldingRange& fold :
         language::foldingRanges(*ground.snapshot->tree, *ground.snapshot->outline)) {
        if (begun.insert(fold.line).second)  // of several that begin in a line, the largest comes first
            out.append({static_cast<int>(fold.line) - 1, static_cast<int>(fold.endLine) - 1});
    }
    return out;
}

}  // namespace

Folding::Folding(CodeDocument& document, KTextEditor::View& view, assist::Asker& asker, const Sources& sources)
    : m_document(document), m_view(view), m_asker(asker), m_sources(sources) {
    connect(&sources.analysis, &project::Analysis::changed, this, &Folding::refresh);
    refresh();
}

QJsonArray Folding::known() const {
    const KConfig session(QString(), KConfig::SimpleConfig);
    KConfigGroup group(&session, u"view"_s);
    m_view.writeSessionConfig(group);
    return QJsonDocument::fromJson(group.readEntry(kFolds, QByteArray())).array();
}

QList<std::pair<int, int>> Folding::folds() const {
    Folds out;
    for (const QJsonValue& one : known())
        out.append({one["startLine"_L1].toInt(), one["endLine"_L1].toInt()});
    return out;
}

void Folding::refresh() {
    const auto snapshot = m_sources.analysis.current();
    if (!snapshot->outline || snapshot->path != m_document.path())
        return;
    m_asker.ask(this, {0, 0}, foldsOf, [this](const Folds& wanted) { take(wanted); });
}

void Folding::take(const QList<std::pair<int, int>>& wanted) {
    const QJsonArray before = known();
    std::set<int> folded;
    Folds now;
    for (const QJsonValue& one : before) {
        now.append({one["startLine"_L1].toInt(), one["endLine"_L1].toInt()});
        if (one["flags"_L1].toInt() & kFolded)
            folded.insert(one["startLine"_L1].toInt());
    }
    // A session sets the cursor anew, so what hangs on it comes first; the next analysis tries again.
    if (now == wanted || m_view.selection() || m_view.cursorPositions().size() > 1 || m_view.isCompletionActive())
        return;
    QJsonArray folds;
    const KTextEditor::Document& text = m_document.component();
    for (const auto& [first, last] : wanted) {
        folds.append(QJsonObject{{u"startLine"_s, first},
                                 {u"startColumn"_s, text.lineLength(first)},
                                 {u"endLine"_s, last},
                                 {u"endColumn"_s, text.lineLength(last)},
                                 {u"flags"_s, kPersistent | (folded.contains(first) ? kFolded : 0)}});
    }
    const KConfig session(QString(), KConfig::SimpleConfig);
    KConfigGroup group(&session, u"view"_s);
    m_view.writeSessionConfig(group);
    group.writeEntry(kFolds, QJsonDocument(folds).toJson(QJsonDocument::Compact));
    m_view.readSessionConfig(group);
}

}  // namespace slipway::editor
