#include "window/file_palette.h"

#include "theme/measure.h"
#include "theme/theme.h"
#include "window/focus_return.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStringListModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <QtConcurrentRun>

#include <algorithm>

namespace slipway::window {
namespace {

constexpr qsizetype kMost = 100;
constexpr int kRows = 14, kWidest = 640, kEdge = 12;

/// The file's own name, and fainter the folder that it is in.
class FileDelegate : public QStyledItemDelegate {
public:
    FileDelegate(const theme::Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {0, theme::rowHeight(option.fontMetrics)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, m_theme.color(theme::Role::Selection));
        const QString path = index.data().toString();
        const qsizetype slash = path.lastIndexOf(u'/');
        QRect words = option.rect.adjusted(kEdge, 0, -kEdge, 0);
        painter->setFont(option.font);
        painter->setPen(m_theme.color(theme::Role::Text));
        const QString name = option.fontMetrics.elidedText(path.mid(slash + 1), Qt::ElideMiddle, words.width());
        painter->drawText(words, Qt::AlignVCenter, name);
        words.setLeft(words.left() + option.fontMetrics.horizontalAdvance(name) + 2 * theme::kGrid);
        if (slash < 0 || words.width() < option.fontMetrics.averageCharWidth() * 4)
            return;
        painter->setPen(m_theme.color(theme::Role::Secondary));
        painter->drawText(words, Qt::AlignVCenter,
                          option.fontMetrics.elidedText(path.first(slash), Qt::ElideMiddle, words.width()));
    }

private:
    const theme::Theme& m_theme;
};

}  // namespace

FilePalette::FilePalette(const project::Project& project, const project::ProjectFiles& files, const theme::Theme& theme,
                         QWidget* window)
    : theme::Card(theme, window, Qt::Popup),
      m_project(project),
      m_files(files),
      m_line(new QLineEdit(this)),
      m_view(new QListView(this)),
      m_model(new QStringListModel(this)),
      m_none(new QLabel(tr("No file of the project is called so."), this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Go to a file"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(6);
    m_line->setPlaceholderText(tr("A few letters of a file's path"));
    m_line->setAccessibleName(m_line->placeholderText());
    m_line->setTextMargins(4, 2, 4, 2);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new FileDelegate(theme, m_view));
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setFocusPolicy(Qt::NoFocus);
    m_view->setAccessibleName(accessibleName());
    m_none->setContentsMargins(kEdge, 4, kEdge, 4);
    m_none->hide();
    column->addWidget(m_line);
    column->addWidget(m_view);
    column->addWidget(m_none);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textChanged, this, &FilePalette::search);
    connect(m_view, &QListView::clicked, this, &FilePalette::pick);
    connect(&files, &project::ProjectFiles::changed, this, &FilePalette::search);
    setFocusProxy(m_line);
    fill(files.search()->best({}, kMost));
}

void FilePalette::open(const QRect& area) {
    setFixedWidth(std::min(kWidest, area.width() - 2 * kEdge));
    move(area.left() + (area.width() - width()) / 2, area.top() + theme::kGrid);
    returnFocusAfter(*this);
    show();
    m_line->setFocus();
}

QStringList FilePalette::offered() const { return m_model->stringList(); }

void FilePalette::search() {
    const auto work = [search = m_files.search(), query = m_line->text()] { return search->best(query, kMost); };
    QtConcurrent::run(&m_project.quickThread(), work).then(this, [this, turn = ++m_turn](const QStringList& found) {
        if (turn != m_turn)
            return;
        m_shown = turn;
        fill(found);
        if (m_taken)
            pick();
    });
}

void FilePalette::fill(const QStringList& found) {
    m_model->setStringList(found);
    const bool none = found.isEmpty() && !m_line->text().isEmpty();
    m_view->setVisible(!none);
    m_none->setVisible(none);
    m_view->setFixedHeight(std::min(static_cast<int>(found.size()), kRows) * theme::rowHeight(fontMetrics()));
    m_view->setCurrentIndex(m_model->index(0));
    adjustSize();
}

void FilePalette::pick() {
    m_taken = m_shown != m_turn;
    const QModelIndex chosen = m_view->currentIndex();
    if (m_taken || !chosen.isValid())
        return;
    const QString file = chosen.data().toString();
    close();
    Q_EMIT picked(file);
}

bool FilePalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_line || event->type() != QEvent::KeyPress)
        return theme::Card::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Return:
        case Qt::Key_Enter:
            pick();
            return true;
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_PageUp:
        case Qt::Key_PageDown:
            QCoreApplication::sendEvent(m_view, event);
            return true;
        default:
            return false;
    }
}

}  // namespace slipway::window
