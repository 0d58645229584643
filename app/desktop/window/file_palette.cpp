#include "window/file_palette.h"

#include "theme/measure.h"
#include "theme/theme.h"
#include "window/focus_return.h"

#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStringListModel>
#include <QStyledItemDelegate>
#include <QtConcurrentRun>

namespace slipway::window {
namespace {

constexpr qsizetype kMost = 100;
constexpr int kEdge = theme::FinderCard::kEdge;

/// The file's own name, and fainter the folder that it is in.
class FileDelegate : public QStyledItemDelegate {
public:
    FileDelegate(const theme::Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {0, theme::rowHeight(option.fontMetrics)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        if (option.state & QStyle::State_Selected)
            theme::paintSelection(*painter, option.rect, m_theme);
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
    : theme::FinderCard(
          theme, {tr("Go to a file"), tr("A few letters of a file's path"), tr("No file of the project is called so.")},
          window),
      m_project(project),
      m_files(files),
      m_model(new QStringListModel(this)) {
    view().setModel(m_model);
    view().setItemDelegate(new FileDelegate(theme, &view()));
    connect(&line(), &QLineEdit::textChanged, this, &FilePalette::search);
    connect(&files, &project::ProjectFiles::changed, this, &FilePalette::search);
    fill(files.search()->best({}, kMost));
}

void FilePalette::open(const QRect& area) {
    returnFocusAfter(*this);
    theme::FinderCard::open(area);
}

QStringList FilePalette::offered() const { return m_model->stringList(); }

void FilePalette::search() {
    const auto work = [search = m_files.search(), query = line().text()] { return search->best(query, kMost); };
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
    fit(!line().text().isEmpty());
}

void FilePalette::pick() {
    m_taken = m_shown != m_turn;
    const QModelIndex chosen = view().currentIndex();
    if (m_taken || !chosen.isValid())
        return;
    const QString file = chosen.data().toString();
    close();
    Q_EMIT picked(file);
}

}  // namespace slipway::window
