#include "theme/style.h"

#include "theme/measure.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QStyleOption>
#include <QStyledItemDelegate>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace slipway::theme {
namespace {

constexpr qreal kRadius = 5;

bool isA(const QWidget* widget, const char* name) { return widget && widget->inherits(name); }

// The two arrows of a number's box, each in its half.
void upAndDown(QPainter& painter, const QRectF& up, const QRectF& down, const QColor& color) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF a = up.center();
    painter.drawPolyline(QPolygonF{{a.x() - 3, a.y() + 2}, {a.x(), a.y() - 1}, {a.x() + 3, a.y() + 2}});
    const QPointF b = down.center();
    painter.drawPolyline(QPolygonF{{b.x() - 3, b.y() - 2}, {b.x(), b.y() + 1}, {b.x() + 3, b.y() - 2}});
    painter.restore();
}

// A chevron in a square of 16 units: down, or right where it is closed.
void chevron(QPainter& painter, const QRect& rect, bool open, const QColor& color) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF c = QRectF(rect).center();
    if (open)
        painter.drawPolyline(QPolygonF{{c.x() - 3.5, c.y() - 1.7}, {c.x(), c.y() + 1.8}, {c.x() + 3.5, c.y() - 1.7}});
    else
        painter.drawPolyline(QPolygonF{{c.x() - 1.7, c.y() - 3.5}, {c.x() + 1.8, c.y()}, {c.x() - 1.7, c.y() + 3.5}});
    painter.restore();
}

}  // namespace

Style::Style(const Theme& theme) : QProxyStyle(u"fusion"_s), m_theme(theme) { setObjectName(u"slipway"_s); }

void Style::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    // The delegate that a box has of its own asks no style how high its rows are.
    if (auto* box = qobject_cast<QComboBox*>(widget); box && !box->inherits("QFontComboBox"))
        box->setItemDelegate(new QStyledItemDelegate(box));
    // Words stand off their frame as far as a box's do.
    if (auto* line = qobject_cast<QLineEdit*>(widget); line && line->hasFrame() && line->textMargins().isNull())
        line->setTextMargins(3, 0, 3, 0);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
        case PM_DefaultFrameWidth:
            return isA(widget, "QLineEdit") ? 2 : isA(widget, "QComboBoxPrivateContainer") ? 1 : 0;
        case PM_FocusFrameHMargin:
            return isA(widget, "QComboBoxListView") ? 6 : QProxyStyle::pixelMetric(metric, option, widget);
        case PM_DockWidgetSeparatorExtent:
        case PM_SplitterWidth:
            return 1;
        case PM_DockWidgetFrameWidth:
        case PM_DockWidgetTitleMargin:
        case PM_ToolBarFrameWidth:
        case PM_ToolBarItemMargin:
        case PM_TabBarBaseOverlap:
        case PM_TabBarTabShiftVertical:
        case PM_TabBarTabShiftHorizontal:
        case PM_ButtonShiftHorizontal:
        case PM_ButtonShiftVertical:
        case PM_MenuBarPanelWidth:
            return 0;
        case PM_ScrollBarExtent:
            return 10;
        case PM_ScrollBarSliderMin:
            return 28;
        case PM_SmallIconSize:
        case PM_ListViewIconSize:
        case PM_TabBarIconSize:
        case PM_ButtonIconSize:
        case PM_IndicatorWidth:
        case PM_IndicatorHeight:
            return 16;
        case PM_MenuPanelWidth:
            return 1;
        case PM_MenuVMargin:
            return 4;
        case PM_ToolTipLabelFrameWidth:
            return 6;
        case PM_TabBarTabHSpace:
            return 28;
        case PM_TreeViewIndentation:
            return 16;
        default:
            return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const {
    switch (hint) {
        case SH_EtchDisabledText:
        case SH_DitherDisabledText:
        case SH_ScrollBar_Transient:
        case SH_ItemView_ShowDecorationSelected:
            return hint == SH_ItemView_ShowDecorationSelected ? 1 : 0;
        case SH_ScrollView_FrameOnlyAroundContents:
        case SH_TabBar_PreferNoArrows:
        case SH_ComboBox_Popup:  // a list below the box: as a menu its rows would get the height of the screen
            return 0;
        case SH_ComboBox_PopupFrameStyle:
            return QFrame::Box | QFrame::Plain;
        case SH_ToolTip_WakeUpDelay:
            return 500;
        case SH_ItemView_ActivateItemOnSingleClick:
            return 0;
        default:
            return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
        case CT_PushButton:
            result = {std::max(size.width() + 24, 64), std::max(28, size.height() + 10)};
            break;
        case CT_ComboBox:
            result.setWidth(result.width() + 12);  // or the arrow takes the last letter's room
            [[fallthrough]];
        case CT_LineEdit:
        case CT_SpinBox:  // not by its content, which is a line with its own room
            result.setHeight(std::max(28, option->fontMetrics.height() + 10));
            break;
        case CT_ItemViewItem:
            if (isA(widget, "QComboBoxListView"))
                result.setHeight(std::max(rowHeight(option->fontMetrics), result.height()));
            break;
        case CT_ToolButton: {
            const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
            const bool arrow = button && button->features & QStyleOptionToolButton::HasMenu && button->text.size() > 2;
            result = {size.width() + (arrow ? 26 : 12), std::max(28, size.height() + 8)};
            break;
        }
        case CT_MenuBarItem:
            result = {size.width() + 20, size.height() + 8};
            break;
        case CT_MenuItem:
            if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
                item && item->menuItemType == QStyleOptionMenuItem::Separator)
                result.setHeight(9);
            else
                // A menu adds the room of its widest shortcut itself.
                result = {size.width() + (item && item->text.contains(u'\t') ? 88 : 64),
                          std::max(26, size.height() + 4)};
            break;
        case CT_TabBarTab:
            result.setHeight(std::max(34, size.height()));
            break;
        default:
            break;
    }
    return result;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                            const QWidget* widget) const {
    if (control == CC_ScrollBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
            return {};
        if (bar && part == SC_ScrollBarGroove)
            return bar->rect;
        if (bar) {
            const bool across = bar->orientation == Qt::Horizontal;
            const int length = across ? bar->rect.width() : bar->rect.height();
            const qint64 range = qint64(bar->maximum) - bar->minimum;
            int slider = length;
            if (range > 0)
                slider = std::max(pixelMetric(PM_ScrollBarSliderMin, bar, widget),
                                  int(qint64(bar->pageStep) * length / (range + bar->pageStep)));
            slider = std::min(slider, length);
            const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - slider,
                                                      bar->upsideDown);
            QRect rect;
            if (part == SC_ScrollBarSlider)
                rect = QRect(start, 0, slider, 0);
            else if (part == SC_ScrollBarSubPage)
                rect = QRect(0, 0, start, 0);
            else if (part == SC_ScrollBarAddPage)
                rect = QRect(start + slider, 0, length - start - slider, 0);
            else
                return QProxyStyle::subControlRect(control, option, part, widget);
            return across ? QRect(bar->rect.x() + rect.x(), bar->rect.y(), rect.width(), bar->rect.height())
                          : QRect(bar->rect.x(), bar->rect.y() + rect.x(), bar->rect.width(), rect.width());
        }
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void Style::box(QPainter& painter, const QRect& rect, const QColor& fill, const QColor& border, qreal radius) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill);
    painter.drawRoundedRect(border.isValid() ? QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5) : QRectF(rect), radius,
                            radius);
    painter.restore();
}

void Style::chosenBox(QPainter& painter, const QRect& rect, qreal radius) const {
    box(painter, rect, m_theme.color(Role::Selection),
        m_theme.isHighContrast() ? m_theme.color(Role::Accent) : QColor(), radius);
}

void Style::drawButton(const QStyleOption& option, QPainter& painter) const {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(&option);
    const bool enabled = option.state & State_Enabled;
    const bool hot = enabled && (option.state & State_MouseOver);
    const bool down = option.state & (State_Sunken | State_On);
    const bool main = enabled && button && (button->features & QStyleOptionButton::DefaultButton);
    const QColor text = m_theme.color(Role::Text);
    QColor fill = main ? m_theme.color(Role::Accent) : m_theme.color(Role::Panel);
    if (down || hot)
        fill = mixed(fill, main ? m_theme.color(Role::Window) : text, down ? 0.16F : (main ? 0.1F : 0.05F));
    if (button && (button->features & QStyleOptionButton::Flat)) {
        if (hot || down)
            chosenBox(painter, option.rect, kRadius);
    } else {
        box(painter, option.rect, fill, main ? fill : m_theme.color(Role::Border), kRadius);
    }
    if (option.state & State_HasFocus && option.state & State_KeyboardFocusChange)
        box(painter, option.rect, Qt::transparent, m_theme.color(main ? Role::Text : Role::Accent), kRadius);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    switch (element) {
        case PE_Frame:
        case PE_FrameTabWidget:
        case PE_FrameTabBarBase:
        case PE_FrameDockWidget:
        case PE_FrameStatusBarItem:
        case PE_FrameMenu:
        case PE_FrameWindow:
        case PE_PanelMenuBar:
            return;
        case PE_PanelStatusBar:
            painter->fillRect(QRect(option->rect.left(), option->rect.top(), option->rect.width(), 1),
                              m_theme.color(Role::Hairline));
            return;
        case PE_PanelButtonCommand:
            return drawButton(*option, *painter);
        case PE_PanelButtonTool: {
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            const bool on = option->state & (State_Sunken | State_On);
            const bool hot = option->state & State_MouseOver && option->state & State_Enabled;
            // What can be switched on looks so where it is, not where the pointer is.
            if (on || (hot && !(button && button->isCheckable())))
                chosenBox(*painter, option->rect, kRadius);
            else if (hot)
                box(*painter, option->rect, mixed(m_theme.color(Role::Panel), m_theme.color(Role::Text), 0.05F), {},
                    kRadius);
            return;
        }
        case PE_PanelLineEdit:
        case PE_FrameLineEdit: {
            const bool framed = !widget || !widget->inherits("QLineEdit") || widget->property("frame").toBool();
            if (!framed) {
                painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
                return;
            }
            const bool focus = option->state & State_HasFocus;
            return box(*painter, option->rect, option->palette.color(QPalette::Base),
                       m_theme.color(focus ? Role::Accent : Role::Border), kRadius);
        }
        case PE_PanelTipLabel:
            return box(*painter, option->rect, m_theme.color(Role::Raised), m_theme.color(Role::Border), 0);
        case PE_PanelMenu:
            return box(*painter, option->rect, m_theme.color(Role::Raised), m_theme.color(Role::Border), 0);
        case PE_IndicatorBranch:
            if (option->state & State_Children)
                chevron(*painter, option->rect, option->state & State_Open, m_theme.color(Role::Secondary));
            return;
        case PE_PanelItemViewRow:
            // A tree's indentation belongs to its row. In high contrast the row is framed where its words are.
            if (option->state & State_Selected && !m_theme.isHighContrast())
                paintSelection(*painter, option->rect, m_theme);
            return;
        case PE_PanelScrollAreaCorner:
            painter->fillRect(option->rect, option->palette.brush(QPalette::Base));
            return;
        case PE_PanelItemViewItem: {
            const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
            if (option->state & State_Selected)
                paintSelection(*painter, option->rect, m_theme);
            else if (option->state & State_MouseOver && option->state & State_Enabled)
                painter->fillRect(option->rect, mixed(m_theme.color(Role::Panel), m_theme.color(Role::Text), 0.035F));
            else if (item && item->backgroundBrush.style() != Qt::NoBrush)
                painter->fillRect(option->rect, item->backgroundBrush);
            return;
        }
        case PE_FrameFocusRect:
            if (option->state & State_KeyboardFocusChange)
                box(*painter, option->rect, Qt::transparent, m_theme.color(Role::Accent), 3);
            return;
        case PE_IndicatorArrowDown:
            return chevron(*painter, option->rect, true, m_theme.color(Role::Secondary));
        case PE_IndicatorArrowRight:
            return chevron(*painter, option->rect, false, m_theme.color(Role::Secondary));
        case PE_IndicatorDockWidgetResizeHandle:
            painter->fillRect(option->rect, m_theme.color(Role::Hairline));
            return;
        case PE_IndicatorCheckBox:
        case PE_IndicatorItemViewItemCheck: {
            const bool on = option->state & (State_On | State_NoChange);
            QRect square(0, 0, 15, 15);
            square.moveCenter(option->rect.center());
            box(*painter, square, m_theme.color(on ? Role::Accent : Role::Panel),
                m_theme.color(on || option->state & State_HasFocus ? Role::Accent : Role::Faint), 3);
            if (on) {
                painter->save();
                painter->setRenderHint(QPainter::Antialiasing);
                painter->setPen(QPen(m_theme.color(Role::OnAccent), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
                const QPointF c = QRectF(square).center();
                painter->drawPolyline(
                    QPolygonF{{c.x() - 3.2, c.y() + 0.2}, {c.x() - 0.9, c.y() + 2.6}, {c.x() + 3.3, c.y() - 2.4}});
                painter->restore();
            }
            return;
        }
        default:
            QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawTab(const QStyleOption& option, QPainter& painter) const {
    const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(&option);
    if (!tab)
        return;
    const bool front = option.state & State_Selected;
    painter.fillRect(option.rect, m_theme.color(front ? Role::Panel : Role::Window));
    if (!front && option.state & State_MouseOver)
        painter.fillRect(option.rect, mixed(m_theme.color(Role::Window), m_theme.color(Role::Text), 0.04F));
    const QRect r = option.rect;
    painter.fillRect(QRect(r.right(), r.top(), 1, r.height()), m_theme.color(Role::Hairline));
    if (front)
        painter.fillRect(QRect(r.left(), r.top(), r.width(), 2), m_theme.color(Role::Accent));
    else
        painter.fillRect(QRect(r.left(), r.bottom(), r.width(), 1), m_theme.color(Role::Hairline));
}

void Style::drawMenuItem(const QStyleOption& option, QPainter& painter, const QWidget* widget) const {
    const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(&option);
    if (!item)
        return;
    const QRect r = item->rect;
    painter.save();
    if (item->menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(QRect(r.left() + 8, r.center().y(), r.width() - 16, 1), m_theme.color(Role::Hairline));
        painter.restore();
        return;
    }
    if (item->state & State_Selected && item->state & State_Enabled)
        chosenBox(painter, r.adjusted(4, 0, -4, 0), 4);
    const QRect mark(r.left() + 10, r.top(), 16, r.height());
    if (item->checkType != QStyleOptionMenuItem::NotCheckable && item->checked) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(m_theme.color(Role::Accent), 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF c = QRectF(mark).center();
        painter.drawPolyline(QPolygonF{{c.x() - 3.5, c.y()}, {c.x() - 1, c.y() + 2.6}, {c.x() + 3.8, c.y() - 3}});
    } else if (!item->icon.isNull()) {
        item->icon.paint(&painter, QRect(mark.left(), mark.center().y() - 7, 16, 16), Qt::AlignCenter,
                         item->state & State_Enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const QRect text = r.adjusted(34, 0, -28, 0);
    const auto parts = item->text.split(u'\t');
    painter.setFont(item->font);
    // In high contrast nothing is faint, and what can't be chosen has the palette's colour for that.
    const QColor off =
        m_theme.isHighContrast() ? item->palette.color(QPalette::Disabled, QPalette::Text) : m_theme.color(Role::Faint);
    painter.setPen(item->state & State_Enabled ? m_theme.color(Role::Text) : off);
    int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextShowMnemonic;
    if (!styleHint(SH_UnderlineShortcut, item, widget, nullptr))
        flags |= Qt::TextHideMnemonic;
    painter.drawText(text, flags | Qt::AlignLeft, parts.first());
    if (parts.size() > 1) {
        painter.setPen(item->state & State_Enabled ? m_theme.color(Role::Faint) : off);
        painter.drawText(text, flags | Qt::AlignRight, parts.last());
    }
    if (item->menuItemType == QStyleOptionMenuItem::SubMenu)
        chevron(painter, QRect(r.right() - 22, r.top(), 16, r.height()), false, m_theme.color(Role::Secondary));
    painter.restore();
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
    switch (element) {
        case CE_TabBarTabShape:
            return drawTab(*option, *painter);
        case CE_ItemViewItem:
            // The palette's words for a chosen row are for its strong ground, and ours is faint.
            if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option);
                item && m_theme.isHighContrast()) {
                QStyleOptionViewItem copy(*item);
                copy.palette.setColor(QPalette::HighlightedText, m_theme.color(Role::Text));
                return QProxyStyle::drawControl(element, &copy, painter, widget);
            }
            return QProxyStyle::drawControl(element, option, painter, widget);
        case CE_TabBarTabLabel:
            if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
                QStyleOptionTab copy(*tab);
                copy.palette.setColor(QPalette::WindowText,
                                      m_theme.color(tab->state & State_Selected ? Role::Text : Role::Secondary));
                copy.state &= ~State_HasFocus;
                QProxyStyle::drawControl(element, &copy, painter, widget);
            }
            return;
        case CE_MenuItem:
            return drawMenuItem(*option, *painter, widget);
        case CE_MenuBarEmptyArea:
            painter->fillRect(option->rect, m_theme.color(Role::Window));
            return;
        case CE_MenuBarItem:
            if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
                painter->fillRect(option->rect, m_theme.color(Role::Window));
                if (option->state & (State_Selected | State_Sunken) && option->state & State_Enabled)
                    chosenBox(*painter, option->rect.adjusted(1, 2, -1, -2), 4);
                int flags = Qt::AlignCenter | Qt::TextSingleLine | Qt::TextShowMnemonic;
                if (!styleHint(SH_UnderlineShortcut, option, widget, nullptr))
                    flags |= Qt::TextHideMnemonic;
                drawItemText(painter, option->rect, flags, option->palette, option->state & State_Enabled, item->text,
                             QPalette::WindowText);
            }
            return;
        case CE_ToolBar:
            painter->fillRect(option->rect, m_theme.color(Role::Window));
            painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                              m_theme.color(Role::Hairline));
            return;
        case CE_Splitter:
        case CE_DockWidgetTitle:
            painter->fillRect(option->rect, m_theme.color(element == CE_Splitter ? Role::Hairline : Role::Panel));
            return;
        case CE_HeaderSection:
        case CE_HeaderEmptyArea:
            painter->fillRect(option->rect, m_theme.color(Role::Panel));
            painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1),
                              m_theme.color(Role::Hairline));
            return;
        case CE_HeaderLabel:
            // Numbers end where those below them do.
            if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option);
                header && header->textAlignment & Qt::AlignRight) {
                QStyleOptionHeader copy(*header);
                copy.rect.adjust(0, 0, pixelMetric(PM_HeaderMargin, option, widget) - kNumberEdge, 0);
                return QProxyStyle::drawControl(element, &copy, painter, widget);
            }
            return QProxyStyle::drawControl(element, option, painter, widget);
        case CE_ShapedFrame:
            if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
                frame && (frame->frameShape == QFrame::HLine || frame->frameShape == QFrame::VLine)) {
                painter->fillRect(option->rect, m_theme.color(Role::Hairline));
            } else if (frame && frame->frameShape == QFrame::Box) {
                box(*painter, option->rect, Qt::transparent, m_theme.color(Role::Border), kRadius);
            }
            return;
        case CE_PushButtonLabel:
            if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
                QStyleOptionButton copy(*button);
                if (button->features & QStyleOptionButton::DefaultButton && button->state & State_Enabled)
                    copy.palette.setColor(QPalette::ButtonText, m_theme.color(Role::OnAccent));
                QProxyStyle::drawControl(element, &copy, painter, widget);
            }
            return;
        default:
            QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawScrollBar(const QStyleOptionComplex& option, QPainter& painter, const QWidget* widget) const {
    painter.fillRect(option.rect, widget ? widget->palette().color(QPalette::Base) : m_theme.color(Role::Panel));
    const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(&option);
    // A range of a few pixels is rounding, nothing to scroll.
    if (!bar || (qint64(bar->maximum) - bar->minimum) * 40 <= bar->pageStep)
        return;
    const QRect slider = subControlRect(CC_ScrollBar, &option, SC_ScrollBarSlider, widget);
    const bool hot = option.state & State_MouseOver || option.activeSubControls & SC_ScrollBarSlider;
    const float strength = m_theme.isHighContrast() ? (hot ? 1.0F : 0.6F) : hot ? 0.34F : 0.2F;
    const QColor fill = mixed(m_theme.color(Role::Panel), m_theme.color(Role::Text), strength);
    box(painter, slider.adjusted(2, 2, -2, -2), fill, {}, 3);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
    if (control == CC_ScrollBar)
        return drawScrollBar(*option, *painter, widget);
    if (control == CC_ComboBox) {
        const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        if (combo && combo->editable) {
            box(*painter, option->rect, option->palette.color(QPalette::Base),
                m_theme.color(option->state & State_HasFocus ? Role::Accent : Role::Border), kRadius);
            chevron(*painter, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget), true,
                    m_theme.color(Role::Secondary));
            return;
        }
        if (combo) {
            // One without a frame is words until someone comes near.
            if (combo->frame || option->state & (State_MouseOver | State_HasFocus | State_On)) {
                QStyleOptionButton button;
                button.QStyleOption::operator=(*option);
                drawButton(button, *painter);
            }
            chevron(*painter, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget), true,
                    m_theme.color(Role::Secondary));
            return;
        }
    }
    if (control == CC_SpinBox) {
        const bool focus = option->state & State_HasFocus;
        box(*painter, option->rect, option->palette.color(QPalette::Base),
            m_theme.color(focus ? Role::Accent : Role::Border), kRadius);
        upAndDown(*painter, subControlRect(control, option, SC_SpinBoxUp, widget),
                  subControlRect(control, option, SC_SpinBoxDown, widget), m_theme.color(Role::Secondary));
        return;
    }
    if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        control == CC_ToolButton && button && button->features & QStyleOptionToolButton::HasMenu) {
        // The arrow stands beside the words, and where there are only three dots they say it.
        QStyleOptionToolButton copy(*button);
        copy.features &= ~QStyleOptionToolButton::HasMenu;
        if (copy.text.size() > 2) {
            chevron(*painter, QRect(copy.rect.right() - 18, copy.rect.top(), 16, copy.rect.height()), true,
                    m_theme.color(Role::Secondary));
            copy.rect.adjust(0, 0, -14, 0);
        }
        return QProxyStyle::drawComplexControl(control, &copy, painter, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

}  // namespace slipway::theme
