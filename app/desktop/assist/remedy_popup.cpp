#include "assist/remedy_popup.h"

#include "theme/measure.h"
#include "theme/theme.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <KTextEditor/View>

#include <algorithm>

namespace slipway::assist {

namespace {
// Beside a list the preview leaves the text in sight; alone it shows as much as one can take in.
constexpr std::size_t kFewLines = 8, kManyLines = 24;
}  // namespace

/// The lines that change, with what goes and what comes.
class DiffView : public QWidget {
public:
    DiffView(const theme::Theme& theme, QWidget* parent, std::size_t most)
        : QWidget(parent), m_theme(theme), m_most(most) {}
    void set(const std::vector<project::PreviewLine>& lines) {
        m_lines = {lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(project::cutOf(lines, m_most))};
        m_more = lines.size() > m_lines.size();
        updateGeometry();
        update();
    }
    [[nodiscard]] QSize sizeHint() const override {
        const int rows = static_cast<int>(m_lines.size()) + (m_more ? 1 : 0);
        return {0, rows * height1() + 2 * kEdge};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.color(theme::Role::Panel));
        painter.setFont(m_theme.codeFont());
        int y = kEdge;
        for (const project::PreviewLine& line : m_lines) {
            paintLine(painter, line, QRect(0, y, width(), height1()));
            y += height1();
        }
        if (m_more)
            paintLine(painter, {project::PreviewLine::Kind::Same, QStringLiteral("\u2026")},
                      QRect(0, y, width(), height1()));
    }

private:
    static constexpr int kEdge = 6;
    [[nodiscard]] int height1() const { return QFontMetrics(m_theme.codeFont()).height() + 2; }
    void paintLine(QPainter& painter, const project::PreviewLine& line, const QRect& row) const {
        using Kind = project::PreviewLine::Kind;
        const QFontMetrics metrics = painter.fontMetrics();
        const int sign = metrics.horizontalAdvance(u'+') * 2;
        const QRect words = row.adjusted(12 + sign, 0, -12, 0);
        if (line.kind != Kind::Same) {
            painter.fillRect(row, m_theme.color(line.kind == Kind::Added ? theme::Role::Added : theme::Role::Removed));
            painter.setPen(m_theme.color(theme::Role::Text));
            painter.drawText(QRect(12, row.y(), sign, row.height()), Qt::AlignVCenter,
                             line.kind == Kind::Added ? QStringLiteral("+") : QStringLiteral("\u2212"));
        }
        painter.setPen(m_theme.color(line.kind == Kind::Same ? theme::Role::Secondary : theme::Role::Text));
        QString text = line.text;
        text.replace(u'\t', QStringLiteral("    "));
        painter.drawText(words, Qt::AlignVCenter, metrics.elidedText(text, Qt::ElideRight, words.width()));
    }

    const theme::Theme& m_theme;
    std::size_t m_most;  ///< lines
    std::vector<project::PreviewLine> m_lines;
    bool m_more = false;
};

/// Titles that stand flush with the preview below them.
class TitleDelegate : public QStyledItemDelegate {
public:
    TitleDelegate(const theme::Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        if (option.state & QStyle::State_Selected)
            theme::paintSelection(*painter, option.rect, m_theme);
        painter->setFont(option.font);
        painter->setPen(m_theme.color(theme::Role::Text));
        const QRect words = option.rect.adjusted(12, 0, -12, 0);
        painter->drawText(words, Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, words.width()));
    }

private:
    const theme::Theme& m_theme;
};

RemedyPopup::RemedyPopup(std::vector<project::Remedy> remedies, const theme::Theme& theme, KTextEditor::View& view)
    : theme::Card(theme, &view, Qt::Popup),
      m_remedies(std::move(remedies)),
      m_view(view),
      m_list(new QListWidget(this)),
      m_diff(new DiffView(theme, this, m_remedies.size() > 1 ? kFewLines : kManyLines)),
      m_effect(new QLabel(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("What can be done here"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(1, 4, 1, 1);
    column->setSpacing(4);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(accessibleName());
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new TitleDelegate(theme, m_list));
    for (const project::Remedy& remedy : m_remedies) {
        auto* item = new QListWidgetItem(remedy.title, m_list);
        item->setSizeHint({0, theme::rowHeight(fontMetrics())});
    }
    const int rows = std::min(static_cast<int>(m_remedies.size()), 9);
    m_list->setFixedHeight(rows * theme::rowHeight(fontMetrics()) + 2);
    m_effect->setFont(theme::Theme::smallFont());
    m_effect->setContentsMargins(12, 2, 12, 8);
    m_effect->setWordWrap(true);
    QPalette palette = m_effect->palette();
    palette.setColor(QPalette::WindowText, theme.color(theme::Role::Secondary));
    m_effect->setPalette(palette);
    column->addWidget(m_list);
    column->addWidget(m_diff);
    column->addWidget(m_effect);
    m_list->installEventFilter(this);
    connect(m_list, &QListWidget::currentRowChanged, this, &RemedyPopup::showChosen);
    connect(m_list, &QListWidget::itemClicked, this, &RemedyPopup::pick);
    setFocusProxy(m_list);
}

const project::Remedy& RemedyPopup::chosen() const {
    return m_remedies[static_cast<std::size_t>(std::max(m_list->currentRow(), 0))];
}

void RemedyPopup::choose(int row) { m_list->setCurrentRow(row); }
int RemedyPopup::count() const { return m_list->count(); }
QString RemedyPopup::effect() const { return m_effect->text(); }

void RemedyPopup::setEffect(const QString& title, const QString& words) {
    if (chosen().title == title)
        m_effect->setText(words);
}

void RemedyPopup::open(const QRect& about) {
    constexpr int kWidth = 560;
    // The tallest preview decides, so that nothing jumps while one looks through them.
    int tallest = 0;
    for (const project::Remedy& remedy : m_remedies) {
        m_diff->set(remedy.preview);
        tallest = std::max(tallest, m_diff->sizeHint().height());
    }
    m_diff->setFixedHeight(tallest);
    m_effect->setMinimumHeight(QFontMetrics(m_effect->font()).height() + 10);
    choose(0);
    showChosen();
    setFixedWidth(kWidth);
    showAt(about);
    m_list->setFocus();
}

void RemedyPopup::showChosen() {
    if (m_list->currentRow() < 0)
        return;
    m_diff->set(chosen().preview);
    m_effect->setText(chosen().file.isEmpty() ? QString() : tr("In %1.").arg(chosen().file));
    Q_EMIT chosenChanged(chosen());
}

void RemedyPopup::pick() {
    const project::Remedy remedy = chosen();
    close();
    Q_EMIT picked(remedy);
}

bool RemedyPopup::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    switch (key->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            pick();
            return true;
        case Qt::Key_Escape:
            close();
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
        case Qt::Key_Home:
        case Qt::Key_End:
        case Qt::Key_Shift:
        case Qt::Key_Control:
        case Qt::Key_Alt:
        case Qt::Key_Meta:
            return false;
        default:
            break;
    }
    // Whoever goes on typing types into the text.
    QWidget* editor = m_view.focusProxy() ? m_view.focusProxy() : &m_view;
    close();
    QCoreApplication::sendEvent(editor, event);
    return true;
}

}  // namespace slipway::assist
