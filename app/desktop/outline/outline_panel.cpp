#include "outline/outline_panel.h"

#include "outline/outline_delegate.h"
#include "outline/outline_model.h"
#include "theme/theme.h"

#include <QKeyEvent>
#include <QMenu>
#include <QTreeView>

namespace slipway::outline {

OutlinePanel::OutlinePanel(const theme::Theme& theme, project::Analysis& analysis, project::Builds& builds,
                           project::Selection& selection, QWidget* parent)
    : Panel(tr("Stages"), theme, parent),
      m_analysis(analysis),
      m_builds(builds),
      m_selection(selection),
      m_model(new OutlineModel(this)),
      m_view(new QTreeView(this)) {
    auto* delegate = new OutlineDelegate(theme, m_view);
    m_view->setModel(m_model);
    m_view->setItemDelegate(delegate);
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setIndentation(16);
    m_view->setMouseTracking(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setExpandsOnDoubleClick(false);
    m_view->setAccessibleName(tr("Stages"));
    m_view->installEventFilter(this);
    setContent(m_view);
    connect(delegate, &OutlineDelegate::buildAsked, this, &OutlinePanel::buildAsked);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex& above, int first, int last) {
        for (int row = first; !above.isValid() && row <= last; ++row)
            m_view->expand(m_model->index(row, 0));
    });
    connect(m_view, &QTreeView::clicked, this, &OutlinePanel::reveal);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (!m_following && current.isValid())
            reveal(current);
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, &OutlinePanel::showMenu);
    connect(&analysis, &project::Analysis::changed, this, &OutlinePanel::refresh);
    connect(&builds, &project::Builds::changed, this, &OutlinePanel::refresh);
    connect(&builds, &project::Builds::shownChanged, this, &OutlinePanel::refresh);
    connect(&selection, &project::Selection::changed, this, &OutlinePanel::follow);
    connect(&theme, &theme::Theme::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    refresh();
}

void OutlinePanel::refresh() {
    const auto snapshot = m_analysis.current();
    m_following = true;
    const bool first = m_model->rowCount() == 0;
    m_model->set(outlineRows(*snapshot, m_builds.shown().get()));
    m_following = false;
    const int stages = m_model->stageCount();
    title().setDetail(stages > 0 ? QString::number(stages) : QString());
    if (m_model->rowCount() > 0)
        setEmpty({});
    else if (snapshot->path.isEmpty())
        setEmpty(tr("The stages of this folder's Dockerfile will be here. It has none yet."), tr("New Dockerfile"));
    else
        setEmpty(tr("The stages of this Dockerfile will be here; each begins with FROM."));
    if (first)
        QMetaObject::invokeMethod(
            m_view, [this] { m_view->scrollToTop(); }, Qt::QueuedConnection);
    follow(m_selection.current(), nullptr);
}

void OutlinePanel::follow(const project::Chosen& chosen, const QObject* by) {
    if (by == this || chosen.line <= 0)
        return;
    const QModelIndex index = m_model->at(chosen.line);
    if (index == m_view->currentIndex())
        return;
    m_following = true;
    if (!index.isValid())
        m_view->clearSelection();
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
    m_following = false;
}

void OutlinePanel::reveal(const QModelIndex& index) {
    m_selection.reveal({.stage = index.data(OutlineModel::StageRole).toInt(),
                        .step = index.data(OutlineModel::StepRole).toString(),
                        .line = index.data(OutlineModel::LineRole).toInt()},
                       this);
}

void OutlinePanel::showMenu(const QPoint& at) {
    const QModelIndex index = m_view->indexAt(at);
    const int stage = index.data(OutlineModel::StageRole).toInt();
    if (!index.isValid() || stage < 0)
        return;
    const QModelIndex top = index.parent().isValid() ? index.parent() : index;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Build %1").arg(top.data().toString()), this, [this, stage] { Q_EMIT buildAsked(stage); });
    menu->addAction(tr("Show in editor"), this, [this, index = QPersistentModelIndex(index)] { reveal(index); });
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

bool OutlinePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && m_view->currentIndex().isValid()) {
            reveal(m_view->currentIndex());
            return true;
        }
    }
    return Panel::eventFilter(watched, event);
}

}  // namespace slipway::outline
