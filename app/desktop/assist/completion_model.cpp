#include "assist/completion_model.h"

#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::assist {
namespace {

/// How much behind the cursor is there in what is put in for `typed`, so that it isn't there twice: the rest of the
/// word where it goes on so, and the blank or slash that both end in.
int tailOf(const QString& behind, const QString& typed, const QString& put) {
    const auto sizeWhile = [&](auto same) {
        qsizetype size = 0;
        while (size < behind.size() && same(size))
            ++size;
        return size;
    };
    const qsizetype word = sizeWhile([&](qsizetype i) { return behind[i].isLetterOrNumber() || behind[i] == u'_'; });
    const QString rest = put.startsWith(typed, Qt::CaseInsensitive) ? put.mid(typed.size()) : QString();
    const qsizetype common =
        sizeWhile([&](qsizetype i) { return i < rest.size() && rest[i].toCaseFolded() == behind[i].toCaseFolded(); });
    if (common >= rest.size() && common >= word)
        return static_cast<int>(common);
    const bool goesOn = common >= word || put.endsWith(behind.left(word));
    const qsizetype size = goesOn ? std::max(common, word) : 0;
    const bool twice = goesOn && !put.isEmpty() && u" /"_s.contains(put.back()) && behind.mid(size, 1) == put.back();
    return static_cast<int>(size + (twice ? 1 : 0));
}

}  // namespace

CompletionModel::CompletionModel(QObject* parent) : KTextEditor::CodeCompletionModel(parent) {}

void CompletionModel::set(std::vector<language::Completion> items) {
    beginResetModel();
    m_items = std::move(items);
    setRowCount(static_cast<int>(m_items.size()));
    endResetModel();
}

int CompletionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QModelIndex CompletionModel::index(int row, int column, const QModelIndex& parent) const {
    return parent.isValid() || row < 0 || row >= rowCount() ? QModelIndex() : createIndex(row, column);
}

QVariant CompletionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const language::Completion& item = m_items[static_cast<std::size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            if (index.column() == Name)
                return QString::fromStdString(item.label);
            if (index.column() == Postfix)
                return QString::fromStdString(item.detail);
            return {};
        case InheritanceDepth:  // the list's own order
            return index.row();
        case IsExpandable:
            return !item.documentation.empty();
        case ExpandingWidget:
            return item.documentation.empty() ? QVariant() : QString::fromStdString(item.documentation).toHtmlEscaped();
        default:
            return {};
    }
}

void CompletionModel::executeCompletionItem(KTextEditor::View* view, const KTextEditor::Range& word,
                                            const QModelIndex& index) const {
    const language::Completion& item = m_items[static_cast<std::size_t>(index.row())];
    if (!item.ask.empty()) {
        Q_EMIT asks(QString::fromStdString(item.ask));
        return;
    }
    KTextEditor::Document& document = *view->document();
    const QString put = QString::fromStdString(item.insert);
    KTextEditor::Range range = word;
    if (!item.snippet && range.onSingleLine())
        range.setEnd({range.end().line(),
                      range.end().column() + tailOf(document.line(range.end().line()).mid(range.end().column()),
                                                    document.text(word), put)});
    if (item.snippet) {
        Q_EMIT fills(range, item.insert);
    } else {
        document.replaceText(range, put);
        view->setCursorPosition({range.start().line(), range.start().column() + static_cast<int>(put.size())});
    }
    if (item.again)
        Q_EMIT goesOn();
}

bool CompletionModel::shouldAbortCompletion(KTextEditor::View* view, const KTextEditor::Range& range,
                                            const QString& typed) {
    if (!range.onSingleLine() || !range.isValid() || view->cursorPosition() < range.start())
        return true;
    return std::ranges::none_of(m_items, [&](const language::Completion& item) {
        // A snippet is chosen by its first word: with the blank behind that another thing begins.
        return !(item.snippet && typed.contains(u' ')) &&
               QString::fromStdString(item.label).startsWith(typed, Qt::CaseInsensitive);
    });
}

CompletionModel::MatchReaction CompletionModel::matchingItem(const QModelIndex& matched) {
    const std::string& label = m_items[static_cast<std::size_t>(matched.row())].label;
    const auto alike =
        std::ranges::count_if(m_items, [&](const language::Completion& item) { return item.label.starts_with(label); });
    return alike > 1 ? None : HideListIfAutomaticInvocation;
}

}  // namespace slipway::assist
