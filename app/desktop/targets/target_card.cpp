#include "targets/target_card.h"

#include "project/step_state.h"
#include "theme/elided_label.h"
#include "units/units.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QStandardPaths>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace slipway::targets {

TargetCard::TargetCard(const theme::Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_name(new theme::ElidedLabel),
      m_size(new QLabel),
      m_tags(new theme::ElidedLabel),
      m_compressed(new QLabel),
      m_newName(new QLineEdit),
      m_menu(new QToolButton),
      m_bar(new bars::LayerBar(theme)) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    QFont bold = font();
    bold.setBold(true);
    m_name->setFont(bold);
    m_size->setFont(bold);
    for (QLabel* const label : {m_tags, m_compressed}) {
        label->setFont(theme::Theme::smallFont());
        label->setForegroundRole(QPalette::PlaceholderText);
    }
    m_newName->setPlaceholderText(tr("name, or name:tag"));
    m_newName->setAccessibleName(tr("New name of the image"));
    m_newName->hide();
    m_menu->setText(u"\u22ef"_s);
    m_menu->setAutoRaise(true);
    m_menu->setToolTip(tr("Name, save, load, compare"));
    m_menu->setAccessibleName(m_menu->toolTip());
    connect(m_menu, &QToolButton::clicked, this,
            [this] { openMenu(m_menu->mapToGlobal(m_menu->rect().bottomLeft())); });
    connect(m_newName, &QLineEdit::returnPressed, this, [this] {
        const QString name = m_newName->text().trimmed();
        m_newName->hide();
        if (!name.isEmpty())
            Q_EMIT nameGiven(name);
    });

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 12, 12);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    auto* name = new QHBoxLayout;
    name->setSpacing(0);
    name->addWidget(m_name);
    name->addWidget(m_menu);
    name->addStretch(1);
    auto* facts = new QHBoxLayout;
    facts->addWidget(m_tags, 1);
    facts->addWidget(m_compressed);
    m_size->setFont(theme::Theme::tabular(m_size->font()));
    grid->addLayout(name, 0, 0);
    grid->addWidget(m_size, 0, 1, Qt::AlignRight);
    grid->addWidget(m_bar, 1, 0, 1, 2);
    grid->addLayout(facts, 2, 0, 1, 2);
    grid->addWidget(m_newName, 3, 0, 1, 2);
    grid->setColumnStretch(0, 1);
}

void TargetCard::setTarget(const Target& target, quint64 largest, SizeKind kind) {
    m_target = target;
    m_name->setText(project::targetWords(target.stage));
    m_name->setToolTip(m_name->text());
    const bool packed = kind == SizeKind::Compressed;
    const auto compressed = [&] {
        return target.compressedSize ? units::bytes(*target.compressedSize) : tr("measuring \u2026");
    };
    m_size->setText(packed ? compressed() : units::bytes(target.size));
    m_size->setToolTip(packed ? tr("Compressed: what a registry would send")
                              : tr("%1 unpacked: the sum of its layers' files").arg(units::bytesExact(target.size)));
    m_compressed->setText(packed                  ? tr("%1 unpacked").arg(units::bytes(target.size))
                          : target.compressedSize ? tr("%1 compressed").arg(compressed())
                                                  : tr("compressed: measuring \u2026"));
    const QString built =
        target.bygone ? tr("of an earlier Dockerfile") : tr("built %1").arg(units::when(target.builtAt));
    m_tags->setText(target.tags.isEmpty() ? built : target.tags.join(u", "_s) + u" \u00b7 "_s + built);
    QStringList tip = target.tags;
    tip << target.image;
    if (target.bygone)
        tip << tr("The Dockerfile has no such stage any more; its image of %1 is kept.")
                   .arg(units::when(target.builtAt));
    m_tags->setToolTip(tip.join(u'\n'));
    m_bar->setLayers(target.layers, largest);
    m_bar->setDimmed(target.bygone);
    for (QLabel* const label : {m_name, m_size})
        label->setForegroundRole(target.bygone ? QPalette::PlaceholderText : QPalette::WindowText);
    setAccessibleName(tr("%1, %2 unpacked").arg(project::targetWords(target.stage), units::bytes(target.size)));
}

void TargetCard::setChosen(bool chosen, bool compared) {
    if (chosen != m_chosen || compared != m_compared) {
        m_chosen = chosen;
        m_compared = compared;
        update();
    }
}

void TargetCard::askName() {
    m_newName->setText(m_target.tags.value(0));
    m_newName->show();
    m_newName->setFocus();
    m_newName->selectAll();
}

void TargetCard::openMenu(const QPoint& at) {
    auto* whole = new QMenu(this);
    whole->setAttribute(Qt::WA_DeleteOnClose);
    QMenu& menu = *whole;
    connect(menu.addAction(tr("Name it \u2026")), &QAction::triggered, this, &TargetCard::askName);
    connect(menu.addAction(tr("Save as archive \u2026")), &QAction::triggered, this, &TargetCard::saveWanted);
    for (const QString& program : {u"docker"_s, u"podman"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            continue;
        QAction* const load = menu.addAction(program == "docker"_L1 ? tr("Load into Docker") : tr("Load into Podman"));
        connect(load, &QAction::triggered, this, [this, program] { Q_EMIT loadWanted(program); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Compare")), &QAction::triggered, this, &TargetCard::compareWanted);
    connect(menu.addAction(tr("Copy image ID")), &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(m_target.image); });
    menu.popup(at);
}

void TargetCard::mousePressEvent(QMouseEvent* event) {
    QFrame::mousePressEvent(event);
    Q_EMIT clicked();
}

void TargetCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_newName->isVisible()) {
        m_newName->hide();
        setFocus();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Space) {
        Q_EMIT clicked();
    } else if (event->key() == Qt::Key_F2) {
        askName();
    } else {
        QFrame::keyPressEvent(event);
    }
}

void TargetCard::contextMenuEvent(QContextMenuEvent* event) { openMenu(event->globalPos()); }

void TargetCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (m_chosen)
        painter.fillRect(rect(), m_theme.color(theme::Role::Selection));
    if (m_chosen || m_compared)
        painter.fillRect(QRect(0, 0, 3, height() - 1), m_theme.color(theme::Role::Accent));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(theme::Role::Hairline));
    if (hasFocus()) {
        painter.setPen(m_theme.color(theme::Role::Accent));
        painter.drawRect(rect().adjusted(0, 0, -1, -2));
    }
}

}  // namespace slipway::targets
