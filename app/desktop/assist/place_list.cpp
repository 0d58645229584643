#include "assist/place_list.h"

#include "theme/measure.h"
#include "theme/theme.h"

#include <QLabel>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::assist {
namespace {

constexpr int kWidest = 560, kMostRows = 12;

}  // namespace

PlaceList::PlaceList(const QString& title, const std::vector<Row>& rows, const theme::Theme& theme, QWidget* parent)
    : theme::Card(theme, parent, Qt::Popup), m_rows(rows), m_list(new QListWidget(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(title);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 8, 1, 1);
    column->setSpacing(6);
    auto* heading = new QLabel(title, this);
    heading->setFont(theme::Theme::smallFont());
    heading->setContentsMargins(11, 0, 11, 0);
    column->addWidget(heading);
    column->addWidget(m_list);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFont(theme.codeFont());
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(title);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto digits = QString::number(rows.empty() ? 0 : rows.back().at.line() + 1).size();
    const int height = theme::rowHeight(m_list->fontMetrics());
    int width = 240;
    for (const Row& row : rows) {
        const QString number = QString::number(row.at.line() + 1).rightJustified(digits);
        auto* item = new QListWidgetItem(u" %1  %2 "_s.arg(number, row.line.trimmed()), m_list);
        item->setSizeHint(QSize(0, height));
        QFont font = m_list->font();
        font.setBold(row.definition);
        item->setFont(font);
        width = std::max(width, QFontMetrics(font).horizontalAdvance(item->text()) + 32);
    }
    m_list->setFixedSize(std::min(width, kWidest), height * std::min(static_cast<int>(rows.size()), kMostRows) + 2);
    column->setSizeConstraint(QLayout::SetFixedSize);
    setFocusProxy(m_list);
    m_list->setFocus();
    const auto take = [this](const QListWidgetItem* item) {
        const KTextEditor::Cursor at = m_rows[static_cast<std::size_t>(m_list->row(item))].at;
        close();
        Q_EMIT chosen(at);
    };
    connect(m_list, &QListWidget::itemClicked, this, take);
    connect(m_list, &QListWidget::itemActivated, this, take);
}

void PlaceList::choose(KTextEditor::Cursor at) {
    int row = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].at <= at)
            row = static_cast<int>(i);
    }
    m_list->setCurrentRow(row);
}

}  // namespace slipway::assist
