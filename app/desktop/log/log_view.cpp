#include "log/log_view.h"

#include <QScrollBar>
#include <QTextBlock>

namespace slipway::log {
namespace {

constexpr int kMostLines = 200'000;

}  // namespace

LogView::LogView(const theme::Theme& theme, QWidget* parent) : QPlainTextEdit(parent), m_theme(theme) {
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);  // long lines go on below, as in a terminal
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setMaximumBlockCount(kMostLines);
    setFont(theme.codeFont());
    document()->setDocumentMargin(8);
    setViewportMargins(4, 0, 0, 0);  // flush with the panel's title
    setAccessibleName(tr("Log"));
}

int LogView::lineCount() const {
    // The last line counts once there is something on it.
    const int blocks = blockCount();
    return document()->lastBlock().length() <= 1 ? blocks - 1 : blocks;
}

QTextCharFormat LogView::format(const Style& style) const {
    using enum theme::Role;
    theme::Role role = style.faint ? Faint : Text;
    switch (style.color) {
        case Style::Red:
            role = Failed;
            break;
        case Style::Green:
        case Style::Cyan:
            role = Cached;
            break;
        case Style::Yellow:
        case Style::Magenta:
            role = RebuildText;
            break;
        case Style::Blue:
            role = Accent;
            break;
        case Style::Black:
            role = Secondary;
            break;
        default:
            break;
    }
    QTextCharFormat format;
    format.setForeground(m_theme.color(role));
    if (style.bold)
        format.setFontWeight(QFont::Bold);
    format.setFontItalic(style.italic);
    format.setFontUnderline(style.underline);
    return format;
}

void LogView::append(const std::vector<LogPiece>& pieces) {
    QScrollBar* const bar = verticalScrollBar();
    m_atEnd = bar->value() >= bar->maximum() - 1;
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.beginEditBlock();
    for (const LogPiece& piece : pieces) {
        switch (piece.kind) {
            case LogPiece::Text:
                cursor.insertText(piece.span.text, format(piece.span.style));
                break;
            case LogPiece::NewLine:
                cursor.insertBlock();
                break;
            case LogPiece::Return:
                cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
                cursor.removeSelectedText();
                break;
        }
    }
    cursor.endEditBlock();
    if (m_atEnd)
        bar->setValue(bar->maximum());
}

void LogView::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    // All of it in view again where it fits; else the end stays where it was.
    QScrollBar* const bar = verticalScrollBar();
    if (bar->pageStep() >= document()->lineCount()) {
        bar->setValue(0);
    } else if (m_atEnd) {
        bar->setValue(bar->maximum());
    }
}

}  // namespace slipway::log
