#include "assist/breadcrumbs.h"

#include "assist/place_list.h"
#include "theme/theme.h"

#include <QAbstractButton>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPainter>

#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::assist {

class Crumb : public QAbstractButton {
public:
    /// So many of its letters stay where there is little room.
    Crumb(const theme::Theme& theme, bool first, int letters, QWidget* parent)
        : QAbstractButton(parent), m_theme(theme), m_first(first), m_letters(letters) {
        setFont(theme::Theme::smallFont());
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);  // a button's own never gives way
        setFocusPolicy(first ? Qt::NoFocus : Qt::TabFocus);
        setEnabled(!first);
    }
    [[nodiscard]] QSize sizeHint() const override {
        return {fontMetrics().horizontalAdvance(text()) + lead() + 8, fontMetrics().height() + 6};
    }
    [[nodiscard]] QSize minimumSizeHint() const override {
        const QSize whole = sizeHint();
        return {std::min(whole.width(), lead() + 8 + fontMetrics().averageCharWidth() * m_letters), whole.height()};
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setFont(font());
        painter.setPen(m_theme.color(theme::Role::Faint));
        if (!m_first)
            painter.drawText(QRect(4, 0, lead(), height()), Qt::AlignVCenter, u"\u203a"_s);
        const bool strong = !m_first && (underMouse() || hasFocus());
        painter.setPen(m_theme.color(strong ? theme::Role::Text : theme::Role::Secondary));
        const QRect words(lead() + 4, 0, width() - lead() - 4, height());
        const QString shown = fontMetrics().elidedText(text(), Qt::ElideRight, words.width());
        painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine, shown);
        if (strong)
            painter.fillRect(words.left(), height() - 3, fontMetrics().horizontalAdvance(shown), 1,
                             m_theme.color(theme::Role::Accent));
    }
    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }

private:
    [[nodiscard]] int lead() const { return m_first ? 0 : 12; }

    const theme::Theme& m_theme;
    bool m_first;
    int m_letters;
};

Breadcrumbs::Breadcrumbs(const project::Document& document, const project::Analysis& analysis,
                         const theme::Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_analysis(analysis),
      m_theme(theme),
      m_file(new Crumb(theme, true, 16, this)),
      m_stage(new Crumb(theme, false, 16, this)),
      m_instruction(new Crumb(theme, false, 4, this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 2, 12, 2);
    row->setSpacing(0);
    for (Crumb* crumb : {m_file, m_stage, m_instruction})
        row->addWidget(crumb);
    row->addStretch(1);
    m_stage->setToolTip(tr("The stages of this file"));
    m_instruction->setToolTip(tr("The instructions of this stage"));
    connect(m_stage, &QAbstractButton::clicked, this, [this] { showSiblings(0); });
    connect(m_instruction, &QAbstractButton::clicked, this, [this] { showSiblings(1); });
    connect(&analysis, &project::Analysis::changed, this, &Breadcrumbs::refresh);
    connect(&theme, &theme::Theme::changed, this, qOverload<>(&QWidget::update));
    setVisible(project::Project::isDockerfile(document.path()));
}

void Breadcrumbs::follow(KTextEditor::View& view) {
    if (m_view)
        disconnect(m_view, nullptr, this, nullptr);
    m_view = &view;
    connect(&view, &KTextEditor::View::cursorPositionChanged, this, &Breadcrumbs::refresh);
    refresh();
}

int Breadcrumbs::line() const {
    return m_view ? m_document.viewLines().inText(m_view->cursorPosition().line() + 1) : 1;
}

const dockerfile::StageOutline* Breadcrumbs::stage() const {
    const auto snapshot = m_analysis.current();
    return snapshot->outline && snapshot->path == m_document.path()
               ? snapshot->outline->stageAt(static_cast<std::uint32_t>(line()))
               : nullptr;
}

// The row stays as long as the file is a Dockerfile, so that the text never moves.
void Breadcrumbs::refresh() {
    setVisible(project::Project::isDockerfile(m_document.path()));
    m_file->setText(QFileInfo(m_document.path()).fileName());
    const dockerfile::StageOutline* at = stage();
    m_stage->setVisible(at != nullptr);
    m_instruction->setVisible(false);
    m_file->updateGeometry();
    if (!at)
        return;
    m_stage->setText(at->name.empty() ? tr("stage %1").arg(at->index) : QString::fromStdString(at->name));
    m_stage->updateGeometry();
    for (const auto& instruction : at->instructions) {
        if (static_cast<int>(instruction->firstLine) > line() || static_cast<int>(instruction->lastLine) < line())
            continue;
        constexpr std::size_t kMost = 60;
        m_instruction->setText(QString::fromStdString(instruction->keywordText).toUpper() + u' ' +
                               QString::fromStdString(dockerfile::outlineText(*instruction, kMost)));
        m_instruction->setVisible(true);
        m_instruction->updateGeometry();
    }
}

QStringList Breadcrumbs::words() const {
    QStringList out;
    for (const Crumb* crumb : {m_file, m_stage, m_instruction}) {
        if (!crumb->isHidden())
            out << crumb->text();
    }
    return out;
}

PlaceList* Breadcrumbs::showSiblings(int which) {
    const dockerfile::StageOutline* at = stage();
    if (!at || !m_view)
        return nullptr;
    std::vector<PlaceList::Row> rows;
    const auto add = [&](std::uint32_t line) {
        const int shown = m_document.viewLines().shownAt(static_cast<int>(line)) - 1;
        rows.push_back({{shown, 0}, m_view->document()->line(shown), false});
    };
    if (which == 0) {
        for (const dockerfile::StageOutline& each : m_analysis.current()->outline->stages)
            add(each.line);
    } else {
        for (const auto& instruction : at->instructions)
            add(instruction->firstLine);
    }
    auto* list = new PlaceList(which == 0 ? tr("Stages") : tr("Instructions"), rows, m_theme, this);
    connect(list, &PlaceList::chosen, this, [this](KTextEditor::Cursor to) {
        Q_EMIT leaving();
        m_view->setCursorPosition(to);
        m_view->setFocus();
    });
    list->choose(m_view->cursorPosition());
    const Crumb* crumb = which == 0 ? m_stage : m_instruction;
    list->showAt({crumb->mapToGlobal(QPoint(0, 0)), crumb->size()});
    return list;
}

void Breadcrumbs::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(theme::Role::Panel));
}

}  // namespace slipway::assist
