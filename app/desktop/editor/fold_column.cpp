#include "editor/fold_column.h"

#include "theme/theme.h"

#include <QEvent>
#include <QWidget>

#include <KTextEditor/View>

#include <cstdlib>

namespace slipway::editor {
namespace {

constexpr int kNearText = 4;  // between the border and the text

}  // namespace

FoldColumn::FoldColumn(KTextEditor::View& view, const theme::Theme& theme) : m_view(view), m_theme(theme) {
    for (QWidget* part : view.findChildren<QWidget*>())
        part->installEventFilter(this);
    const auto place = [this] {
        if (m_shown)
            m_shown->place();
    };
    connect(&view, &KTextEditor::View::displayRangeChanged, this, place);
    connect(&view, &KTextEditor::View::verticalScrollPositionChanged, this, place);
    connect(&view, &KTextEditor::View::configChanged, this, place);
}

FoldColumn::~FoldColumn() { delete m_shown; }

void FoldColumn::set(std::vector<FoldMark> marks) {
    m_marks = std::move(marks);
    if (m_shown)
        m_shown->set(m_marks);
}

bool FoldColumn::isBorder(QWidget& part) {
    if (m_border)
        return &part == m_border;
    const int text = m_view.textAreaRect().left();
    if (part.mapTo(&m_view, QPoint(0, 0)).x() >= text ||
        std::abs(part.mapTo(&m_view, QPoint(part.width(), 0)).x() - text) > kNearText)
        return false;
    m_border = &part;
    for (QWidget* other : m_view.findChildren<QWidget*>())
        if (other != &part)
            other->removeEventFilter(this);
    m_shown = new FoldMarks(m_view, m_theme, part);
    connect(m_shown, &FoldMarks::clicked, this, &FoldColumn::clicked);
    connect(m_shown, &FoldMarks::pointed, this, &FoldColumn::pointed);
    m_shown->set(m_marks);
    return true;
}

bool FoldColumn::eventFilter(QObject* watched, QEvent* event) {
    const auto isThere = [&] {
        auto* part = qobject_cast<QWidget*>(watched);
        return part && isBorder(*part);
    };
    if (m_shown && m_shown->isPretending())
        return QObject::eventFilter(watched, event);
    switch (event->type()) {
        case QEvent::Paint:
            // Once laid out it has its place; and it is painted anew where lines moved.
            if (isThere() && m_shown)
                QMetaObject::invokeMethod(m_shown, &FoldMarks::place, Qt::QueuedConnection);
            break;
        case QEvent::Enter:
            if (isThere())
                Q_EMIT entered();
            break;
        case QEvent::Leave:
            if (isThere())
                Q_EMIT left();
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace slipway::editor
