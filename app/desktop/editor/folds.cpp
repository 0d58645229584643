#include "editor/folds.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalBlocker>

#include <KConfig>
#include <KConfigGroup>
#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::editor {
namespace {

// The component's own names and numbers.
constexpr const char* kEntry = "TextFolding";
constexpr int kPersistent = 1, kFolded = 2;

/// A view's settings, in memory only.
struct Settings {
    explicit Settings(KTextEditor::View& view) { view.writeSessionConfig(group); }
    KConfig config{QString(), KConfig::SimpleConfig};
    KConfigGroup group{&config, u"View"_s};
};

/// The line of the view, counted without those that are folded away.
int visibleLine(const std::vector<Fold>& folds, int line) {
    int hidden = 0, end = -1;
    for (const Fold& fold : folds) {
        if (!fold.closed || fold.line <= end)
            continue;
        if (fold.line >= line)
            break;
        hidden += std::min(fold.endLine, line) - fold.line;
        end = fold.endLine;
    }
    return line - hidden;
}

/// Of several cursors those that nobody would see typing. The first one was brought into view.
void dropHiddenCursors(KTextEditor::View& view, const std::vector<Fold>& folds) {
    QList<KTextEditor::Cursor> cursors = view.cursorPositions();
    if (cursors.size() < 2)
        return;
    const auto isHidden = [&](KTextEditor::Cursor cursor) {
        return std::ranges::any_of(folds, [&](const Fold& fold) {
            return fold.closed && fold.line < cursor.line() && cursor.line() <= fold.endLine;
        });
    };
    if (cursors.removeIf(isHidden) > 0 && !cursors.isEmpty())
        view.setCursorPositions(cursors);
}

}  // namespace

std::vector<Fold> foldsOf(KTextEditor::View& view) {
    const Settings settings(view);
    const auto written = QJsonDocument::fromJson(settings.group.readEntry(kEntry, QByteArray())).object();
    std::vector<Fold> folds;
    for (const QJsonValue& value : written[u"ranges"].toArray()) {
        const QJsonObject range = value.toObject();
        folds.push_back(
            {range[u"startLine"].toInt(), range[u"endLine"].toInt(), (range[u"flags"].toInt() & kFolded) != 0});
    }
    std::ranges::sort(folds, isBefore);
    return folds;
}

void setFolds(KTextEditor::View& view, std::vector<Fold> folds) {
    std::ranges::sort(folds, isBefore);
    const KTextEditor::Document& document = *view.document();
    QJsonArray ranges;
    for (const Fold& fold : folds)
        ranges.append(QJsonObject{{u"startLine"_s, fold.line},
                                  {u"startColumn"_s, document.lineLength(fold.line)},
                                  {u"endLine"_s, fold.endLine},
                                  {u"endColumn"_s, document.lineLength(fold.endLine)},
                                  {u"flags"_s, fold.closed ? kFolded : kPersistent}});
    // What it reads has to be of the file that it once read itself.
    const QJsonObject all{{u"ranges"_s, ranges}, {u"checksum"_s, QString::fromLatin1(document.checksum().toHex())}};
    Settings settings(view);
    settings.group.writeEntry(kEntry, QJsonDocument(all).toJson(QJsonDocument::Compact));
    const int top = view.firstDisplayedLine();
    const KTextEditor::Cursor cursor = view.cursorPosition();
    {
        // It tells of each fold by itself, and all that is drawn beside the text would follow each.
        const QSignalBlocker quiet(view);
        view.readSessionConfig(settings.group);
        dropHiddenCursors(view, folds);
        if (view.firstDisplayedLine() != top)
            view.setScrollPosition({visibleLine(folds, top), 0});
    }
    Q_EMIT view.displayRangeChanged(&view);
    if (view.cursorPosition() != cursor)
        Q_EMIT view.cursorPositionChanged(&view, view.cursorPosition());
}

}  // namespace slipway::editor
