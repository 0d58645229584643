#include "assist/symbol_list.h"

#include "theme/measure.h"
#include "theme/theme.h"

#include <QHideEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QStyledItemDelegate>

#include <algorithm>
#include <optional>

namespace slipway::assist {
namespace {

constexpr int kEdge = theme::FinderCard::kEdge;
enum Role : int { LineRole = Qt::UserRole + 1, DetailRole, KindRole };

QString kindWord(Symbol::Kind kind) {
    switch (kind) {
        case Symbol::Kind::Stage:
            return SymbolList::tr("Stage");
        case Symbol::Kind::Variable:
            return SymbolList::tr("Variable");
        case Symbol::Kind::Heredoc:
            break;
    }
    return SymbolList::tr("Heredoc");
}

/// The name, fainter what it is, and at the right of which kind and on which line.
class SymbolDelegate : public QStyledItemDelegate {
public:
    SymbolDelegate(const theme::Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {0, theme::rowHeight(option.fontMetrics)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        if (option.state & QStyle::State_Selected)
            theme::paintSelection(*painter, option.rect, m_theme);
        QRect words = option.rect.adjusted(kEdge, 0, -kEdge, 0);
        const QFont small = theme::Theme::tabular(theme::Theme::smallFont());
        painter->setFont(small);
        painter->setPen(m_theme.color(theme::Role::Secondary));
        const int numberWidth = QFontMetrics(small).horizontalAdvance(SymbolList::tr("line %1").arg(88888));
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignRight,
                          SymbolList::tr("line %1").arg(index.data(LineRole).toInt()));
        words.setRight(words.right() - numberWidth);
        const QString kind = index.data(KindRole).toString();
        painter->drawText(words, Qt::AlignVCenter | Qt::AlignRight, kind);
        words.setRight(words.right() - QFontMetrics(small).horizontalAdvance(kind) - 4 * theme::kGrid);
        painter->setFont(option.font);
        painter->setPen(m_theme.color(theme::Role::Text));
        const QString name = option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, words.width());
        painter->drawText(words, Qt::AlignVCenter, name);
        words.setLeft(words.left() + option.fontMetrics.horizontalAdvance(name) + 3 * theme::kGrid);
        if (words.width() < option.fontMetrics.averageCharWidth() * 4)
            return;
        painter->setPen(m_theme.color(theme::Role::Secondary));
        painter->drawText(
            words, Qt::AlignVCenter,
            option.fontMetrics.elidedText(index.data(DetailRole).toString(), Qt::ElideRight, words.width()));
    }

private:
    const theme::Theme& m_theme;
};

/// How well it is meant, 0 the best; nothing where it isn't.
std::optional<int> rank(const Symbol& symbol, const QString& letters) {
    if (symbol.name.startsWith(letters, Qt::CaseInsensitive))
        return 0;
    if (symbol.name.contains(letters, Qt::CaseInsensitive))
        return 1;
    qsizetype at = 0;
    for (const QChar letter : letters) {
        at = symbol.name.indexOf(letter, at, Qt::CaseInsensitive) + 1;
        if (at == 0)
            return symbol.detail.contains(letters, Qt::CaseInsensitive) ? std::optional(3) : std::nullopt;
    }
    return 2;
}

}  // namespace

std::vector<Symbol> matching(const std::vector<Symbol>& symbols, const QString& letters) {
    std::vector<std::pair<int, const Symbol*>> found;
    for (const Symbol& symbol : symbols) {
        if (const auto how = rank(symbol, letters))
            found.emplace_back(*how, &symbol);
    }
    std::ranges::stable_sort(found, {}, &std::pair<int, const Symbol*>::first);
    std::vector<Symbol> out;
    for (const auto& [how, symbol] : found)
        out.push_back(*symbol);
    return out;
}

SymbolList::SymbolList(std::vector<Symbol> symbols, int line, const theme::Theme& theme, QWidget* window)
    : theme::FinderCard(theme,
                        {tr("Go to a stage, variable or heredoc"), tr("A few letters of a name"),
                         tr("Nothing in this file is called so.")},
                        window),
      m_symbols(std::move(symbols)),
      m_model(new QStandardItemModel(this)) {
    view().setModel(m_model);
    view().setItemDelegate(new SymbolDelegate(theme, &view()));
    fill();
    // Where one is now: nothing moves until a key does.
    int row = -1;
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const int at = m_model->index(i, 0).data(LineRole).toInt();
        if (at <= line && (row < 0 || at > m_model->index(row, 0).data(LineRole).toInt()))
            row = i;
    }
    view().setCurrentIndex(m_model->index(std::max(row, 0), 0));
    connect(&this->line(), &QLineEdit::textChanged, this, &SymbolList::fill);
    connect(view().selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (m_isOpen && index.isValid())
            Q_EMIT previewed(index.data(LineRole).toInt());
    });
}

void SymbolList::open(const QRect& area) {
    theme::FinderCard::open(area);
    view().scrollTo(view().currentIndex());
    m_isOpen = true;
}

QStringList SymbolList::offered() const {
    QStringList names;
    for (int i = 0; i < m_model->rowCount(); ++i)
        names << m_model->index(i, 0).data().toString();
    return names;
}

void SymbolList::fill() {
    m_model->clear();
    for (const Symbol& symbol : matching(m_symbols, line().text())) {
        auto* item = new QStandardItem(symbol.name);
        item->setData(symbol.line, LineRole);
        item->setData(symbol.detail, DetailRole);
        item->setData(kindWord(symbol.kind), KindRole);
        item->setData(SymbolList::tr("%1 %2, line %3").arg(kindWord(symbol.kind), symbol.name).arg(symbol.line),
                      Qt::AccessibleTextRole);
        m_model->appendRow(item);
    }
    fit(true);
}

void SymbolList::pick() {
    const QModelIndex index = view().currentIndex();
    if (!index.isValid())
        return;
    m_picked = true;
    const int line = index.data(LineRole).toInt();
    close();
    Q_EMIT chosen(line);
}

// Not before it is gone: whoever gets the focus then keeps it.
void SymbolList::hideEvent(QHideEvent* event) {
    theme::FinderCard::hideEvent(event);
    if (!event->spontaneous() && !std::exchange(m_picked, true))
        Q_EMIT dismissed();
}

}  // namespace slipway::assist
