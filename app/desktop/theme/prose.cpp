#include "theme/prose.h"

#include "theme/measure.h"
#include "theme/theme.h"

#include <QAbstractTextDocumentLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>
#include <cmath>
#include <vector>

namespace slipway::theme {
namespace {

constexpr int kGap = 6;  // between paragraphs

}  // namespace

Prose::Prose(const QString& markdown, int widest, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme) {
    m_text.setDocumentMargin(0);
    m_text.setDefaultFont(font());
    m_text.setIndentWidth(4 * kGrid);
    m_text.setMarkdown(markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) |
                                     QTextDocument::MarkdownNoHTML);
    dress();
    m_text.setTextWidth(std::min(std::ceil(m_text.idealWidth()), static_cast<qreal>(widest)));
    setFixedSize(static_cast<int>(std::ceil(m_text.textWidth())), static_cast<int>(std::ceil(m_text.size().height())));
    setMouseTracking(true);
    setAccessibleName(plainText());
}

// The importer's margins are a page's, its fixed font the system's, and its links the palette's.
void Prose::dress() {
    struct Piece {
        int begin, end;
        QTextCharFormat look;
    };
    std::vector<Piece> pieces;  // put on behind the walk, which a change of formats would disturb
    QTextCursor cursor(&m_text);
    for (QTextBlock block = m_text.begin(); block.isValid(); block = block.next()) {
        const QTextBlock next = block.next();
        const bool isCode = block.blockFormat().hasProperty(QTextFormat::BlockCodeFence);
        const bool goesOn = next.isValid() && (next.textList() ||
                                               (isCode && next.blockFormat().hasProperty(QTextFormat::BlockCodeFence)));
        QTextBlockFormat format = block.blockFormat();
        format.setTopMargin(0);
        format.setBottomMargin(next.isValid() && !goesOn ? kGap : 0);
        format.setNonBreakableLines(false);
        cursor.setPosition(block.position());
        cursor.setBlockFormat(format);
        for (auto each = block.begin(); !each.atEnd(); ++each) {
            const QTextFragment fragment = each.fragment();
            QTextCharFormat look;
            if (isCode || fragment.charFormat().fontFixedPitch()) {
                look.setFontFamilies(m_theme.codeFont().families());
                look.setFontPointSize(font().pointSizeF());
            }
            if (fragment.charFormat().isAnchor())
                look.setForeground(m_theme.color(Role::Accent));
            if (!look.isEmpty())
                pieces.push_back({fragment.position(), fragment.position() + fragment.length(), look});
        }
    }
    for (const Piece& piece : pieces) {
        cursor.setPosition(piece.begin);
        cursor.setPosition(piece.end, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(piece.look);
    }
}

QString Prose::linkAt(QPointF at) const { return m_text.documentLayout()->anchorAt(at); }

void Prose::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QAbstractTextDocumentLayout::PaintContext context;
    context.palette = palette();
    context.palette.setColor(QPalette::Text, m_theme.color(Role::Text));
    m_text.documentLayout()->draw(&painter, context);
}

void Prose::mouseMoveEvent(QMouseEvent* event) {
    setCursor(linkAt(event->position()).isEmpty() ? Qt::ArrowCursor : Qt::PointingHandCursor);
}

void Prose::mouseReleaseEvent(QMouseEvent* event) {
    const QString link = linkAt(event->position());
    if (event->button() == Qt::LeftButton && !link.isEmpty())
        Q_EMIT linkActivated(link);
}

}  // namespace slipway::theme
