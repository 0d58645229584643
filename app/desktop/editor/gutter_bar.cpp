#include "editor/gutter_bar.h"

#include <QPainter>

#include <KTextEditor/View>

namespace slipway::editor {

QVariant BarModel::data(int line, Qt::ItemDataRole role) const {
    const theme::State state = stateAt(line);
    if (role == Qt::DisplayRole && state != theme::State::None)
        return theme::stateName(state);
    return {};
}

theme::State BarModel::stateAt(int line) const {
    auto found = m_lines.upper_bound(line);
    if (found == m_lines.begin())
        return theme::State::None;
    --found;
    return line <= found->second.lastLine ? found->second.state : theme::State::None;
}

void BarModel::set(std::map<int, LineState> lines) {
    if (lines == m_lines)
        return;
    m_lines = std::move(lines);
    Q_EMIT reset();
}

void BarDelegate::paint(QPainter* painter, const KTextEditor::StyleOptionAnnotationItem& option,
                        KTextEditor::AnnotationModel* model, int line) const {
    // The component rules a line beside its border in the line numbers' colour; here the bar is the line.
    painter->fillRect(option.rect.adjusted(-1, 0, 3, 0), m_theme.color(theme::Role::Panel));
    const auto* bar = static_cast<const BarModel*>(model);
    const theme::State state = bar->stateAt(line);
    if (state == theme::State::None || state == theme::State::Unknown || state == theme::State::Waiting)
        return;
    QColor color = m_theme.color(barRole(state));
    if (state == theme::State::Follows)
        color.setAlphaF(0.5F);
    // Joined with the next line's where both belong to the same colour.
    painter->fillRect(QRect(option.rect.left(), option.rect.top(), 3, option.rect.height()), color);
}

QSize BarDelegate::sizeHint(const KTextEditor::StyleOptionAnnotationItem& option, KTextEditor::AnnotationModel*,
                            int) const {
    return {3, static_cast<int>(option.contentFontMetrics.height())};
}

GutterBar::GutterBar(KTextEditor::View& view, const theme::Theme& theme) : m_view(view), m_delegate(theme) {
    view.setAnnotationModel(&m_model);
    view.setAnnotationItemDelegate(&m_delegate);
    view.setAnnotationUniformItemSizes(true);
}

GutterBar::~GutterBar() {
    m_view.setAnnotationBorderVisible(false);
    m_view.setAnnotationItemDelegate(nullptr);
    m_view.setAnnotationModel(nullptr);
}

void GutterBar::set(std::map<int, LineState> lines) {
    // Once there, it stays: a border that comes and goes would move the code.
    if (!lines.empty() && !m_view.isAnnotationBorderVisible())
        m_view.setAnnotationBorderVisible(true);
    m_model.set(std::move(lines));
}

}  // namespace slipway::editor
