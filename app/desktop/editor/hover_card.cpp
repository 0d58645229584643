#include "editor/hover_card.h"

#include "project/problems.h"
#include "theme/link_button.h"
#include "theme/prose.h"
#include "theme/theme.h"

#include <QApplication>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace slipway::editor {
namespace {

constexpr int kWidest = 440;
constexpr int kEdge = 12;

QColor titleColor(theme::State state, const theme::Theme& theme) {
    return theme.color(state == theme::State::Rebuild  ? theme::Role::RebuildText
                       : state == theme::State::Failed ? theme::Role::Failed
                                                       : theme::Role::Text);
}

void color(QLabel& label, const QColor& color) {
    QPalette palette = label.palette();
    palette.setColor(QPalette::WindowText, color);
    label.setPalette(palette);
}

}  // namespace

HoverCard::HoverCard(const theme::Theme& theme, QWidget* parent)
    : theme::Card(theme, parent), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(kEdge, 10, kEdge, 10);
    m_column->setSpacing(6);
    m_column->setSizeConstraint(QLayout::SetFixedSize);
}

void HoverCard::clear() {
    m_actions = nullptr;
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void HoverCard::add(const QString& text, bool faint, bool code) {
    if (text.isEmpty())
        return;
    auto* label = new QLabel(text, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(label->sizeHint().width() > kWidest);
    label->setMaximumWidth(kWidest);
    if (code)
        label->setFont(theme().codeFont());
    color(*label, theme().color(faint ? theme::Role::Secondary : theme::Role::Text));
    m_column->addWidget(label);
}

void HoverCard::show(const project::StepCard& step, const QRect& about) {
    clear();
    auto* head = new QWidget(this);
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->setSpacing(8);
    auto* icon = new QLabel(head);
    icon->setPixmap(theme::stateIcon(step.state, theme()).pixmap(QSize(16, 16), devicePixelRatioF()));
    auto* title = new QLabel(step.title, head);
    title->setTextFormat(Qt::PlainText);
    QFont bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    color(*title, titleColor(step.state, theme()));
    row->addWidget(icon);
    row->addWidget(title, 1);
    m_column->addWidget(head);
    add(step.reason);
    for (const auto& [name, change] : step.differences) {
        if (!name.isEmpty())
            add(name, true);
        add(change, false, true);
    }
    add(step.follows, true);
    add(step.facts, true);
    setAccessibleName(step.title);
    place(about);
}

void HoverCard::show(const std::vector<project::Problem>& problems, const QRect& about) {
    clear();
    for (const project::Problem& problem : problems) {
        add(problem.message);
        add(project::explanationOf(problem.rule), true);
        add(problem.rule, true, true);
    }
    setAccessibleName(problems.front().message);
    place(about);
}

void HoverCard::tell(const QString& markdown, const QRect& thing, const QRect& about) {
    const bool alone = about.isEmpty();
    if (alone)
        clear();
    else if (!isVisible() || about != m_about)
        return;
    auto* prose = new theme::Prose(markdown, kWidest, theme(), this);
    connect(prose, &theme::Prose::linkActivated, this, [this](const QString& url) {
        leave();
        QDesktopServices::openUrl(QUrl(url));
    });
    const int foot = m_actions ? m_column->indexOf(m_actions) : m_column->count();
    m_column->insertWidget(foot, prose);
    if (alone) {
        setAccessibleName(prose->plainText());
        place(thing);
        return;
    }
    auto* line = new QWidget(this);
    line->setFixedHeight(1);
    line->setAutoFillBackground(true);
    QPalette palette = line->palette();
    palette.setColor(QPalette::Window, theme().color(theme::Role::Hairline));
    line->setPalette(palette);
    m_column->insertWidget(foot, line);
    showAt(about);
    m_kept = thing;
}

void HoverCard::offer(const std::vector<Action>& actions, const QRect& about) {
    if (actions.empty() || !isVisible() || about != m_about)
        return;
    auto* row = new QWidget(this);
    auto* buttons = new QHBoxLayout(row);
    buttons->setContentsMargins({});
    buttons->setSpacing(16);
    for (const Action& action : actions) {
        auto* button = new theme::LinkButton(action.words, theme(), row);
        button->setFocusPolicy(Qt::NoFocus);
        connect(button, &QAbstractButton::clicked, this, [this, then = action.then] {
            leave();
            then();
        });
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    m_column->addWidget(row);
    m_actions = row;
    showAt(about);
}

bool HoverCard::holds(QPoint global) const {
    return m_kept.contains(global) || m_kept.united(geometry()).contains(global);
}

void HoverCard::leave() {
    qApp->removeEventFilter(this);
    hide();
}

void HoverCard::place(const QRect& about) {
    m_about = m_kept = about;
    qApp->installEventFilter(this);
    showAt(about);
}

bool HoverCard::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::KeyPress:
        case QEvent::Wheel:
        case QEvent::WindowDeactivate:
            break;
        case QEvent::MouseButtonPress:
            if (geometry().contains(static_cast<QMouseEvent*>(event)->globalPosition().toPoint()))
                return Card::eventFilter(watched, event);
            break;
        case QEvent::MouseMove:
            if (holds(static_cast<QMouseEvent*>(event)->globalPosition().toPoint()))
                return Card::eventFilter(watched, event);
            break;
        default:
            return Card::eventFilter(watched, event);
    }
    leave();
    return false;
}

}  // namespace slipway::editor
