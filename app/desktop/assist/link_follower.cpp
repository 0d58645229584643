#include "assist/link_follower.h"

#include "assist/navigator.h"
#include "theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <KTextEditor/Attribute>
#include <KTextEditor/Document>
#include <KTextEditor/MovingRange>
#include <KTextEditor/View>

#include <algorithm>

namespace slipway::assist {
namespace {

bool isOnlyItself(const Lead& lead) {
    return lead.file.isEmpty() && lead.page.isEmpty() &&
           std::ranges::all_of(lead.places, [&](const NamedPlace& place) { return place.range == lead.about; });
}

}  // namespace

LinkFollower::LinkFollower(KTextEditor::View& view, Asker& asker, Navigator& navigator, const theme::Theme& theme)
    : m_view(view),
      m_asker(asker),
      m_navigator(navigator),
      m_theme(theme),
      m_surface(view.focusProxy() ? view.focusProxy() : &view) {
    m_surface->installEventFilter(this);
    connect(view.document(), &KTextEditor::Document::textChanged, this, &LinkFollower::clear);
}

LinkFollower::~LinkFollower() {
    if (m_surface)
        m_surface->removeEventFilter(this);
}

bool LinkFollower::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
        case QEvent::MouseMove: {
            const auto* mouse = static_cast<QMouseEvent*>(event);
            if (mouse->modifiers() == Qt::ControlModifier && mouse->buttons() == Qt::NoButton)
                lookAt(mouse->globalPosition());
            else if (!m_pressed)
                clear();
            break;
        }
        case QEvent::MouseButtonPress: {
            const auto* mouse = static_cast<QMouseEvent*>(event);
            m_pressed = mouse->button() == Qt::LeftButton && mouse->modifiers() == Qt::ControlModifier &&
                        press(mouse->globalPosition());
            if (m_pressed)
                return true;
            break;
        }
        case QEvent::MouseButtonRelease:
            if (std::exchange(m_pressed, false)) {
                const Lead lead = m_lead;
                const bool there = lead.about.contains(placeAt(static_cast<QMouseEvent*>(event)->globalPosition()));
                clear();
                if (there)
                    m_navigator.follow(lead);
                return true;
            }
            break;
        case QEvent::KeyPress:
            if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Control && m_surface->underMouse())
                lookAt(QCursor::pos());
            break;
        case QEvent::KeyRelease:
        case QEvent::Leave:
        case QEvent::FocusOut:
        case QEvent::Wheel:
            clear();
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

KTextEditor::Cursor LinkFollower::placeAt(QPointF global) const {
    return m_view.coordinatesToCursor(m_view.mapFromGlobal(global.toPoint()));
}

void LinkFollower::lookAt(QPointF global) {
    const KTextEditor::Cursor at = placeAt(global);
    if (m_lead.about.isValid() && m_lead.about.contains(at))
        return;
    clear();
    if (!at.isValid() || !m_asker.canAsk() || at.column() >= m_view.document()->lineLength(at.line()))
        return;
    m_asker.ask(this, at, leadOf, [this, turn = m_turn](const Lead& lead) {
        if (turn == m_turn && lead.about.isValid() && !isOnlyItself(lead))
            show(lead);
    });
}

void LinkFollower::show(const Lead& lead) {
    m_lead = lead;
    KTextEditor::Attribute::Ptr attribute(new KTextEditor::Attribute);
    attribute->setFontUnderline(true);
    attribute->setForeground(m_theme.color(theme::Role::Accent));
    m_line.reset(m_view.document()->newMovingRange(lead.about));
    m_line->setView(&m_view);
    m_line->setAttributeOnlyForViews(true);
    m_line->setAttribute(attribute);
    m_line->setZDepth(-20);
    m_surface->setCursor(Qt::PointingHandCursor);
}

void LinkFollower::clear() {
    ++m_turn;
    m_pressed = false;
    if (!m_line)
        return;
    m_line.reset();
    m_lead = {};
    m_surface->setCursor(Qt::IBeamCursor);
}

// Where nothing is known yet of what was clicked, the click is the view's.
bool LinkFollower::press(QPointF global) { return m_lead.about.isValid() && m_lead.about.contains(placeAt(global)); }

}  // namespace slipway::assist
