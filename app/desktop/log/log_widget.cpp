#include "log/log_widget.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::log {

LogWidget::LogWidget(project::Builds& builds, project::Selection& selection, const theme::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_builds(builds),
      m_selection(selection),
      m_theme(theme),
      m_view(new LogView(theme)),
      m_title(new QLabel(this)),
      m_empty(new QLabel),
      m_searchBar(new QWidget),
      m_searchText(new QLineEdit),
      m_matches(new QLabel) {
    setObjectName(u"log"_s);
    m_title->hide();
    m_title->setMinimumWidth(1);  // a long instruction makes no panel wider
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    buildSearchBar();

    auto* log = new QWidget;
    auto* column = new QVBoxLayout(log);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_searchBar);
    column->addWidget(m_view, 1);
    m_empty->setMargin(16);
    m_pages = new QStackedLayout(this);
    m_pages->setContentsMargins({});
    m_pages->addWidget(m_empty);
    m_pages->addWidget(log);

    auto* shortcut = new QShortcut(QKeySequence::Find, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, &LogWidget::find);

    const auto follow = [this](const project::Chosen& chosen) {
        m_following = false;
        showStep(chosen.step);
    };
    connect(&selection, &project::Selection::changed, this, follow);
    connect(&selection, &project::Selection::revealed, this, follow);
    connect(&builds, &project::Builds::shownChanged, this, [this] {
        const project::BuildRunPtr run = m_builds.shown();
        m_following = run && run->state == project::RunState::Running;
        showStep(m_selection.current().step);
    });
    connect(&builds, &project::Builds::cleared, this, [this] { showStep({}); });
    connect(&builds, &project::Builds::changed, this, &LogWidget::followRun);
    connect(&builds, &project::Builds::logGrew, this, [this](int run, const QString& step) {
        if (run == m_run && step == m_step)
            grow();
        else
            followRun();
    });
    connect(&theme, &theme::Theme::changed, this, [this] {
        m_view->setFont(m_theme.codeFont());
        const QString step = m_step;
        m_step.clear();
        showStep(step);
    });
    showStep(selection.current().step);
}

void LogWidget::buildSearchBar() {
    m_searchText->setPlaceholderText(tr("Find in log"));
    m_searchText->setClearButtonEnabled(true);
    m_searchText->installEventFilter(this);
    auto* bar = new QHBoxLayout(m_searchBar);
    bar->setContentsMargins(8, 4, 8, 4);
    bar->addWidget(m_searchText, 1);
    bar->addWidget(m_matches);
    const auto button = [&](const QString& text, const QString& tip, auto&& what) {
        auto* one = new QToolButton;
        one->setText(text);
        one->setToolTip(tip);
        one->setAccessibleName(tip);
        one->setAutoRaise(true);
        connect(one, &QToolButton::clicked, this, what);
        bar->addWidget(one);
    };
    button(u"\u2191"_s, tr("Previous (Shift+Return)"), [this] { search(true); });
    button(u"\u2193"_s, tr("Next (Return)"), [this] { search(false); });
    button(u"\u00d7"_s, tr("Close (Escape)"), [this] { closeSearch(); });
    m_searchBar->hide();
    connect(m_searchText, &QLineEdit::textChanged, this, [this] {
        m_view->moveCursor(QTextCursor::Start);
        countMatches();
        search(false);
    });
}

void LogWidget::closeSearch() {
    m_searchBar->hide();
    m_view->setFocus();
}

// Where nothing is chosen that this build has, or nothing since it began, the log is that of the step that runs, or
// failed.
void LogWidget::followRun() {
    const project::BuildRunPtr run = m_builds.shown();
    if (!run)
        return;
    if (const QString chosen = m_selection.current().step; !m_following && run->step(chosen)) {
        if (chosen != m_step || run->number != m_run)
            showStep(chosen);  // it was chosen before this build had it
    } else {
        for (const project::StepRun& step : run->steps) {
            const bool telling =
                step.status == engine::StepStatus::Running || step.status == engine::StepStatus::Failed;
            const bool failed = step.status == engine::StepStatus::Failed;  // its message is worth a look
            if (telling && (failed || !m_builds.log(run->number, step.id).empty())) {
                if (step.id != m_step || run->number != m_run)
                    showStep(step.id);
                break;
            }
        }
    }
    updateTitle();
}

void LogWidget::showStep(const QString& step) {
    const project::BuildRunPtr run = m_builds.shown();
    const int number = run ? run->number : 0;
    if (number != m_run || step != m_step || step.isEmpty()) {
        m_run = number;
        m_step = step;
        m_shown = 0;
        m_reader = {};
        m_view->clear();
    }
    grow();
    countMatches();
}

void LogWidget::grow() {
    if (m_shown == 0 && !m_builds.log(m_run, m_step).empty())
        m_pages->setCurrentIndex(1);  // the view has its size before its text
    if (m_run != 0 && !m_step.isEmpty()) {
        const auto& chunks = m_builds.log(m_run, m_step);
        for (; m_shown < chunks.size(); ++m_shown)
            m_view->append(m_reader.read(chunks[m_shown].text));
    }
    updateTitle();
}

void LogWidget::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    updateTitle();
}

void LogWidget::updateTitle() {
    const project::BuildRunPtr run = m_run ? m_builds.run(m_run) : nullptr;
    const project::StepRun* const step = run ? run->step(m_step) : nullptr;
    m_title->setVisible(step != nullptr);
    m_pages->setCurrentIndex(step && m_shown > 0 ? 1 : 0);
    if (!step) {
        // What failed without a step to show has its reason only here; without any steps the timeline says it.
        const project::BuildRunPtr shown = m_builds.shown();
        const bool hasSteps = shown && !shown->steps.empty();
        if (hasSteps && shown->error && !shown->failedStep())
            m_empty->setText(QString::fromStdString(shown->error->message));
        else
            m_empty->setText(run && hasSteps ? absence()
                                             : tr("What a step prints stands here while it runs and after."));
        return;
    }
    const QString words = step->status == engine::StepStatus::Running ? tr("following")
                          : m_shown == 0                              ? tr("no output")
                                                                      : tr("%n lines", nullptr, m_view->lineCount());
    // Beside the panel's own title, which has some letters too.
    const QFontMetrics metrics = fontMetrics();
    const int room = width() - metrics.horizontalAdvance(words) - metrics.averageCharWidth() * 16;
    const QString name =
        metrics.elidedText(step->name, Qt::ElideRight, std::clamp(room, 0, metrics.averageCharWidth() * 28));
    m_title->setText(name + u" \u00b7 "_s + words);
    m_title->setToolTip(step->name);
    if (m_shown > 0)
        return;
    if (step->status == engine::StepStatus::Failed && !step->message.isEmpty())
        m_empty->setText(step->message);
    else if (step->status == engine::StepStatus::Cached)
        m_empty->setText(tr("From the cache: it did not run in this build."));
    else if (step->status == engine::StepStatus::Waiting)
        m_empty->setText(run->state == project::RunState::Running ? tr("It waits for the steps before it.")
                                                                  : tr("The build ended before its turn came."));
    else
        m_empty->setText(step->status == engine::StepStatus::Running ? tr("Nothing printed yet.")
                                                                     : tr("Nothing printed."));
}

QString LogWidget::absence() const {
    const project::Chosen& chosen = m_selection.current();
    if (!chosen.step.isEmpty())
        return tr("The step you chose is not part of this build.");
    return chosen.line > 0
               ? tr("Line %1 runs nothing of its own. Choose a step to see what it printed.").arg(chosen.line)
               : tr("Choose a step to see what it printed.");
}

void LogWidget::find() {
    if (m_pages->currentIndex() == 0)
        return;
    m_searchBar->show();
    m_searchText->setFocus();
    m_searchText->selectAll();
}

void LogWidget::search(bool backwards) {
    if (m_searchText->text().isEmpty())
        return;
    const QTextDocument::FindFlags flags = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    if (!m_view->find(m_searchText->text(), flags)) {  // round the end
        m_view->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
        m_view->find(m_searchText->text(), flags);
    }
}

void LogWidget::countMatches() {
    const QString wanted = m_searchText->text();
    if (wanted.isEmpty() || m_searchBar->isHidden()) {
        m_matches->clear();
        return;
    }
    const auto count = static_cast<int>(m_view->toPlainText().count(wanted, Qt::CaseInsensitive));
    m_matches->setText(tr("%n matches", nullptr, count));
}

bool LogWidget::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_searchText && event->type() == QEvent::KeyPress) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Escape) {
            closeSearch();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            search(key->modifiers() & Qt::ShiftModifier);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace slipway::log
