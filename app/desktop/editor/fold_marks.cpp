#include "editor/fold_marks.h"

#include "theme/theme.h"

#include <QContextMenuEvent>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <KTextEditor/Document>
#include <KTextEditor/Editor>
#include <KTextEditor/View>

#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/Theme>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace slipway::editor {
namespace {

constexpr int kBesideText = 4;  // between the marks and the text
constexpr double kStroke = 1.4, kReach = 3.5;

/// Of one row, also where a line is broken into several or the next one is folded away.
int rowHeight(const KTextEditor::View& view) {
    const int least = view.fontMetrics().height();
    const int first = view.firstDisplayedLine();
    const int between = view.cursorToCoordinate({first + 1, 0}).y() - view.cursorToCoordinate({first, 0}).y();
    return between >= least && between < 2 * least ? between : least * 13 / 10;
}

}  // namespace

FoldMarks::FoldMarks(KTextEditor::View& view, const theme::Theme& theme, QWidget& border)
    : QWidget(&border), m_view(view), m_theme(theme) {
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setCursor(Qt::ArrowCursor);
    connect(&view, &KTextEditor::View::cursorPositionChanged, this, qOverload<>(&QWidget::update));
    hide();
}

void FoldMarks::set(std::vector<FoldMark> marks) {
    if (m_marks == marks)
        return;
    m_marks = std::move(marks);
    place();
}

void FoldMarks::place() {
    const bool isShown = m_view.configValue(u"folding-bar"_s).toBool() && !m_marks.empty();
    // Marks are as wide as the font is high.
    const int width = static_cast<int>(QFontMetricsF(m_view.configValue(u"font"_s).value<QFont>()).height());
    const QWidget& border = *parentWidget();
    const int right = border.mapFrom(&m_view, QPoint(m_view.textAreaRect().left(), 0)).x() - kBesideText;
    const int height = rowHeight(m_view);
    std::vector<Row> rows;
    QRegion covered;
    const int last = isShown ? m_view.lastDisplayedLine() : -1;
    for (auto mark = std::ranges::lower_bound(m_marks, m_view.firstDisplayedLine(), {}, &FoldMark::line);
         mark != m_marks.end() && mark->line <= last; ++mark) {
        const int top = m_view.cursorToCoordinate({mark->line, 0}).y();
        if (top < 0)
            continue;  // folded away, or scrolled out
        rows.push_back({QRect(0, border.mapFrom(&m_view, QPoint(0, top)).y(), width, height), *mark});
        covered += rows.back().rect;
    }
    const QRect ground(right - width, 0, width, border.height());
    if (rows == m_rows && ground == geometry() && isHidden() == rows.empty())
        return;
    m_rows = std::move(rows);
    setVisible(!m_rows.empty());
    if (m_rows.empty())
        return;
    setGeometry(ground);
    setMask(covered);
    update();
}

const FoldMarks::Row* FoldMarks::rowAt(QPoint at) const {
    const auto row = std::ranges::find_if(m_rows, [&](const Row& each) { return each.rect.contains(at); });
    return row == m_rows.end() ? nullptr : &*row;
}

void FoldMarks::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colors = KTextEditor::Editor::instance()->repository().theme(m_view.configValue(u"theme"_s).toString());
    const auto ground = QColor::fromRgba(colors.editorColor(KSyntaxHighlighting::Theme::IconBorder));
    const auto current = QColor::fromRgba(colors.editorColor(KSyntaxHighlighting::Theme::CurrentLine));
    const int cursor = m_view.cursorPosition().line();
    for (const Row& row : m_rows) {
        painter.fillRect(row.rect, row.mark.line == cursor ? current : ground);
        const QPointF middle = QRectF(row.rect).center();
        QPainterPath chevron;
        if (row.mark.closed) {
            chevron.moveTo(middle + QPointF(-kReach / 2, -kReach));
            chevron.lineTo(middle + QPointF(kReach / 2, 0));
            chevron.lineTo(middle + QPointF(-kReach / 2, kReach));
        } else {
            chevron.moveTo(middle + QPointF(-kReach, -kReach / 2));
            chevron.lineTo(middle + QPointF(0, kReach / 2));
            chevron.lineTo(middle + QPointF(kReach, -kReach / 2));
        }
        const theme::Role role = row.mark.line == m_pointed ? theme::Role::Text
                                 : row.mark.closed          ? theme::Role::Secondary
                                                            : theme::Role::Faint;
        painter.strokePath(chevron, QPen(m_theme.color(role), kStroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    }
}

void FoldMarks::point(int line) {
    if (std::exchange(m_pointed, line) == line)
        return;
    update();
    Q_EMIT pointed(line);
}

void FoldMarks::enterEvent(QEnterEvent* event) {
    // What the component marks for a mark of its own goes, as it knows of no move that is made here.
    m_isPretending = true;
    QEvent left(QEvent::Leave);
    QCoreApplication::sendEvent(parentWidget(), &left);
    QEnterEvent back(mapToParent(event->position()), event->scenePosition(), event->globalPosition());
    QCoreApplication::sendEvent(parentWidget(), &back);
    m_isPretending = false;
    QWidget::enterEvent(event);
}

void FoldMarks::leaveEvent(QEvent* event) {
    point(-1);
    QWidget::leaveEvent(event);
}

void FoldMarks::mouseMoveEvent(QMouseEvent* event) {
    const Row* const row = rowAt(event->position().toPoint());
    point(row ? row->mark.line : -1);
}

void FoldMarks::mousePressEvent(QMouseEvent* event) {
    const Row* const row = rowAt(event->position().toPoint());
    m_pressed = row ? row->mark.line : -1;
}

void FoldMarks::mouseReleaseEvent(QMouseEvent* event) {
    const Row* const row = rowAt(event->position().toPoint());
    if (const int line = std::exchange(m_pressed, -1); row && row->mark.line == line)
        Q_EMIT clicked(line, event->button());
}

// The right button folds here; the border would open its menu.
void FoldMarks::contextMenuEvent(QContextMenuEvent* event) { event->accept(); }

}  // namespace slipway::editor
