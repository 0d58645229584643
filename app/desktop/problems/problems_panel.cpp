#include "problems/problems_panel.h"

#include "problems/problem_model.h"
#include "theme/measure.h"
#include "theme/theme.h"

#include <QAction>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>

#include <algorithm>
#include <iterator>

namespace slipway::problems {
namespace {

constexpr int kLeastWords = 72, kMostWords = 160;

/// Rows of the usual height, with air between the columns.
class RowDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        int width = QStyledItemDelegate::sizeHint(option, index).width() + 3 * theme::kGrid;
        // A long name leaves most of a narrow panel to the message.
        if (index.column() == ProblemModel::Rule && option.widget)
            width = std::min(width, option.widget->width() / 5);
        return {width, theme::rowHeight(option.fontMetrics)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem inner = option;
        const int space = 2 * theme::kGrid;
        if (index.column() == ProblemModel::Kind)
            inner.rect.adjust(space, 0, 0, 0);
        else if (index.column() == ProblemModel::Line)
            inner.rect.adjust(0, 0, -space, 0);
        QStyledItemDelegate::paint(painter, inner, index);
    }
};

}  // namespace

ProblemsPanel::ProblemsPanel(const theme::Theme& theme, project::Analysis& analysis, project::Selection& selection,
                             QWidget* parent)
    : theme::Panel(tr("Problems"), theme, parent),
      m_analysis(analysis),
      m_selection(selection),
      m_model(new ProblemModel(theme, this)),
      m_view(new QTreeView(this)),
      m_remedy(new QAction(tr("What Can Be Done\u2026"), m_view)),
      m_own(new QToolButton(this)),
      m_words(new QLineEdit(this)) {
    m_view->setModel(m_model);
    m_view->setItemDelegate(new RowDelegate(m_view));
    m_view->setAccessibleName(name());
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setAllColumnsShowFocus(true);
    m_view->setHeaderHidden(true);
    m_view->setFrameShape(QFrame::NoFrame);
    QHeaderView* header = m_view->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ProblemModel::Message, QHeaderView::Stretch);
    setContent(m_view);
    for (int i = 0; i < project::kGrades; ++i) {
        auto* button = new QToolButton(this);
        button->setCheckable(true);
        button->setChecked(true);
        button->setAutoRaise(true);
        button->setToolTip(tr("Show them, or leave them out"));
        connect(button, &QToolButton::toggled, this, [this, i](bool shown) {
            m_model->show(static_cast<project::Grade>(i), shown);
            sayIfEmpty();
        });
        title().addControl(button);
        m_filters[static_cast<std::size_t>(i)] = button;
    }
    m_own->setCheckable(true);
    m_own->setAutoRaise(true);
    m_own->setText(tr("This File"));
    m_own->setToolTip(tr("Leave out what is about other files"));
    m_words->setPlaceholderText(tr("Filter"));
    m_words->setAccessibleName(tr("Words that the problems shown have"));
    m_words->setToolTip(
        tr("Words of a message, a rule or a file's name; Return goes to the first row, Escape forgets them"));
    m_words->setClearButtonEnabled(true);
    m_words->setMinimumWidth(kLeastWords);
    m_words->setMaximumWidth(kMostWords);
    title().addControl(m_own);
    title().addControl(m_words);
    connect(m_own, &QToolButton::toggled, this, [this](bool own) {
        m_model->leaveOutOthers(own);
        sayIfEmpty();
    });
    connect(m_words, &QLineEdit::textChanged, this, [this](const QString& words) {
        m_model->search(words);
        sayIfEmpty();
    });
    connect(m_words, &QLineEdit::returnPressed, this, [this] {
        m_view->setCurrentIndex(m_model->index(0, 0));
        m_view->setFocus();
    });
    auto* clear = new QAction(this);
    clear->setShortcut(Qt::Key_Escape);
    clear->setShortcutContext(Qt::WidgetShortcut);
    connect(clear, &QAction::triggered, m_words, &QLineEdit::clear);
    m_words->addAction(clear);
    // The button goes with the sentence that it stands below.
    connect(this, &Panel::emptyActionTriggered, this, &ProblemsPanel::showAll, Qt::QueuedConnection);
    m_remedy->setShortcuts({QKeySequence(QStringLiteral("Alt+Return")), QKeySequence(QStringLiteral("Alt+Enter"))});
    m_remedy->setShortcutContext(Qt::WidgetShortcut);
    m_view->addAction(m_remedy);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_remedy, &QAction::triggered, this, &ProblemsPanel::askForRemedy);
    connect(m_view, &QTreeView::customContextMenuRequested, this, &ProblemsPanel::showMenu);
    connect(m_view, &QTreeView::clicked, this, &ProblemsPanel::go);
    connect(m_view, &QTreeView::activated, this, &ProblemsPanel::go);
    connect(&analysis, &project::Analysis::changed, this, &ProblemsPanel::refresh);
    connect(&theme, &theme::Theme::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    refresh();
}

void ProblemsPanel::refresh() {
    const auto snapshot = m_analysis.current();
    std::vector<project::Problem> all = snapshot->problems;
    std::ranges::copy(snapshot->elsewhere, std::back_inserter(all));
    m_model->set(all);
    for (std::size_t i = 0; i < m_filters.size(); ++i) {
        const auto grade = static_cast<project::Grade>(i);
        const int count = project::countOf(all, grade);
        m_filters[i]->setVisible(count > 0);
        m_filters[i]->setText(project::gradeWords(grade, count));
    }
    m_own->setVisible(!snapshot->elsewhere.empty());
    if (snapshot->elsewhere.empty())
        m_own->setChecked(false);
    m_words->setVisible(!all.empty());
    sayIfEmpty();
}

void ProblemsPanel::sayIfEmpty() {
    const auto snapshot = m_analysis.current();
    if (snapshot->problems.empty() && snapshot->elsewhere.empty())
        setEmpty(tr("Nothing is wrong in this Dockerfile, and nothing unwise."));
    else if (m_model->rowCount() == 0)
        setEmpty(tr("None of the problems is of the kinds and words that are shown."), tr("Show All"));
    else
        setEmpty({});
}

void ProblemsPanel::showAll() {
    for (QToolButton* filter : m_filters)
        filter->setChecked(true);
    m_own->setChecked(false);
    m_words->clear();
}

void ProblemsPanel::askForRemedy() {
    const QModelIndex index = m_view->currentIndex();
    if (!index.isValid() || m_model->problem(index).rule.isEmpty())
        return;
    go(index);
    Q_EMIT remedyAsked(m_model->problem(index));
}

void ProblemsPanel::showMenu(QPoint at) {
    const QModelIndex index = m_view->indexAt(at);
    if (!index.isValid())
        return;
    m_view->setCurrentIndex(index);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Go to the Line")), &QAction::triggered, this, [this] { go(m_view->currentIndex()); });
    const project::Problem& problem = m_model->problem(index);
    m_remedy->setEnabled(!problem.rule.isEmpty());
    menu->addAction(m_remedy);
    if (!problem.rule.isEmpty() && problem.path.isEmpty())
        connect(menu->addAction(tr("Mend Every %1\u2026").arg(problem.rule)), &QAction::triggered, this,
                [this, rule = problem.rule] { Q_EMIT mendAllAsked(rule); });
    connect(menu->addAction(tr("Mend All That Can Be Mended\u2026")), &QAction::triggered, this,
            [this] { Q_EMIT mendAllAsked({}); });
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void ProblemsPanel::go(const QModelIndex& index) {
    if (!index.isValid())
        return;
    const project::Problem& problem = m_model->problem(index);
    if (problem.path.isEmpty())
        m_selection.reveal({.line = problem.line}, this);
    else
        m_selection.show(problem.path, problem.line);
}

}  // namespace slipway::problems
