#include "assist/snippet_fields.h"

#include "theme/theme.h"

#include <QRegularExpression>
#include <QScopedValueRollback>

#include <KTextEditor/Attribute>
#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace slipway::assist {
namespace {

struct Filled {
    QString text;
    std::vector<std::pair<qsizetype, qsizetype>> places;  ///< begin and size, in their order
};

Filled filled(const QString& snippet) {
    static const QRegularExpression place(u"\\$\\{\\d+(?::([^}]*))?\\}"_s);
    Filled out;
    qsizetype at = 0;
    for (auto found = place.globalMatch(snippet); found.hasNext();) {
        const auto one = found.next();
        out.text += QStringView(snippet).mid(at, one.capturedStart() - at);
        out.places.emplace_back(out.text.size(), one.captured(1).size());
        out.text += one.captured(1);
        at = one.capturedEnd();
    }
    out.text += QStringView(snippet).mid(at);
    return out;
}

KTextEditor::Cursor behind(KTextEditor::Cursor start, QStringView text) {
    const auto lines = static_cast<int>(text.count(u'\n'));
    const auto column = static_cast<int>(text.size() - 1 - text.lastIndexOf(u'\n'));
    return {start.line() + lines, lines == 0 ? start.column() + column : column};
}

}  // namespace

SnippetFields::SnippetFields(KTextEditor::View& view, const theme::Theme& theme) : m_view(view), m_theme(theme) {
    connect(&view, &KTextEditor::View::cursorPositionChanged, this, &SnippetFields::leaveIfOutside);
}

void SnippetFields::begin(const KTextEditor::Range& range, const std::string& snippet) {
    end();
    const Filled made = filled(QString::fromStdString(snippet));
    KTextEditor::Document& document = *m_view.document();
    const KTextEditor::Cursor start = range.start();
    {
        const KTextEditor::Document::EditingTransaction transaction(&document);
        document.replaceText(range, made.text);
    }
    const KTextEditor::Cursor last = behind(start, made.text);
    m_view.setCursorPosition(last);
    if (made.places.empty())
        return;
    m_behind.reset(document.newMovingCursor(last));
    KTextEditor::Attribute::Ptr attribute(new KTextEditor::Attribute);
    attribute->setBackground(m_theme.color(theme::Role::Selection));
    for (const auto& [begin, size] : made.places) {
        const QStringView text = made.text;
        auto& field = m_fields.emplace_back(
            document.newMovingRange({behind(start, text.first(begin)), behind(start, text.first(begin + size))},
                                    KTextEditor::MovingRange::ExpandLeft | KTextEditor::MovingRange::ExpandRight));
        field->setView(&m_view);
        field->setAttributeOnlyForViews(true);
        field->setAttribute(attribute);
    }
    choose(0);
}

void SnippetFields::choose(std::size_t field) {
    const QScopedValueRollback moving(m_moving, true);
    m_at = field;
    const KTextEditor::Range range = *m_fields[field];
    m_view.setCursorPosition(range.end());
    m_view.setSelection(range);
}

void SnippetFields::end() {
    m_fields.clear();
    m_behind.reset();
}

bool SnippetFields::keyPressed(int key, Qt::KeyboardModifiers modifiers) {
    if (!isActive() || (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) != 0)
        return false;
    switch (key) {
        case Qt::Key_Tab:
            if (m_at + 1 < m_fields.size()) {
                choose(m_at + 1);
            } else {
                const KTextEditor::Cursor last = *m_behind;
                end();
                m_view.removeSelection();
                m_view.setCursorPosition(last);
            }
            return true;
        case Qt::Key_Backtab:
            choose(m_at > 0 ? m_at - 1 : 0);
            return true;
        case Qt::Key_Escape:
            end();
            m_view.removeSelection();
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            end();
            return false;
        default:
            return false;
    }
}

void SnippetFields::leaveIfOutside() {
    if (!isActive() || m_moving)
        return;
    const KTextEditor::Cursor at = m_view.cursorPosition();
    const auto holds = [&](const auto& field) { return field->start() <= at && at <= field->end(); };
    const auto found = std::ranges::find_if(m_fields, holds);
    if (found == m_fields.end())
        end();
    else
        m_at = static_cast<std::size_t>(found - m_fields.begin());
}

}  // namespace slipway::assist
