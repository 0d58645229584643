#include "theme/state.h"

#include "theme/theme.h"

#include <QCoreApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>

namespace slipway::theme {
namespace {

Role roleOf(State state) {
    switch (state) {
        case State::Cached:
        case State::CachedOnlyHere:
            return Role::Cached;
        case State::Rebuild:
            return Role::Rebuild;
        case State::Follows:
            return Role::Follows;
        case State::Waiting:
            return Role::Waiting;
        case State::Running:
            return Role::Running;
        case State::Built:
        case State::SameResult:
            return Role::Built;
        case State::Failed:
            return Role::Failed;
        case State::Canceled:
            return Role::Canceled;
        case State::None:
        case State::Unknown:
            break;
    }
    return Role::Unknown;
}

// All shapes are drawn on a square of 16 units.
void tick(QPainter& painter, const QColor& color, qreal width) {
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{{5.2, 8.2}, {7.2, 10.2}, {10.8, 6.2}});
}

void triangle(QPainter& painter, const QColor& color, bool filled) {
    painter.setPen(QPen(color, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(filled ? QBrush(color) : Qt::NoBrush);
    painter.drawPolygon(QPolygonF{{8, 3.2}, {13.2, 12.6}, {2.8, 12.6}});
}

void drawShape(QPainter& painter, State state, const QColor& color, const QColor& ground, qreal turn) {
    const QRectF disc(2.6, 2.6, 10.8, 10.8);
    const auto fill = [&] {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
    };
    const auto line = [&](qreal width) {
        painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
        painter.setBrush(Qt::NoBrush);
    };
    switch (state) {
        case State::None:
            break;
        case State::Cached:
            fill();
            painter.drawEllipse(disc);
            tick(painter, ground, 1.5);
            break;
        case State::CachedOnlyHere:
            fill();
            painter.drawEllipse(QRectF(3.8, 3.8, 8.4, 8.4));
            line(1.2);
            painter.drawEllipse(QRectF(1.6, 1.6, 12.8, 12.8));
            painter.setPen(QPen(ground, 1.3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPolyline(QPolygonF{{5.9, 8.2}, {7.4, 9.7}, {10.1, 6.7}});
            break;
        case State::Rebuild:
            triangle(painter, color, true);
            break;
        case State::Follows:
            triangle(painter, color, false);
            break;
        case State::Unknown: {
            QPen pen(color, 1.4, Qt::CustomDashLine, Qt::FlatCap);
            pen.setDashPattern({1.9, 1.55});
            painter.setPen(pen);
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(QRectF(3.2, 3.2, 9.6, 9.6));
            break;
        }
        case State::Waiting:
            fill();
            painter.drawEllipse(QRectF(6.2, 6.2, 3.6, 3.6));
            break;
        case State::Running: {
            QColor pale = color;
            pale.setAlphaF(0.3F);
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(pale, 1.8));
            painter.drawEllipse(QRectF(3, 3, 10, 10));
            painter.setPen(QPen(color, 1.8, Qt::SolidLine, Qt::RoundCap));
            painter.drawArc(QRectF(3, 3, 10, 10), static_cast<int>((90 - turn * 360) * 16), -90 * 16);
            break;
        }
        case State::Built:
            fill();
            painter.drawRoundedRect(disc, 2.6, 2.6);
            tick(painter, ground, 1.5);
            break;
        case State::SameResult:
            line(1.4);
            painter.drawRoundedRect(disc.adjusted(0.4, 0.4, -0.4, -0.4), 2.4, 2.4);
            tick(painter, color, 1.4);
            break;
        case State::Failed:
            fill();
            painter.drawRect(disc);
            painter.setPen(QPen(ground, 1.5, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(QPointF(5.7, 5.7), QPointF(10.3, 10.3));
            painter.drawLine(QPointF(10.3, 5.7), QPointF(5.7, 10.3));
            break;
        case State::Canceled:
            fill();
            painter.drawRect(disc);
            painter.setPen(QPen(ground, 1.6, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(QPointF(5.6, 8), QPointF(10.4, 8));
            break;
    }
}

class StateEngine : public QIconEngine {
public:
    StateEngine(State state, const Theme& theme) : m_state(state), m_theme(theme) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override {
        const int side = std::min(rect.width(), rect.height());
        paintState(*painter,
                   QRectF(rect.x() + (rect.width() - side) / 2.0, rect.y() + (rect.height() - side) / 2.0, side, side),
                   m_state, m_theme);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        painter.end();
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }
    [[nodiscard]] QIconEngine* clone() const override { return new StateEngine(m_state, m_theme); }

private:
    State m_state;
    const Theme& m_theme;
};

}  // namespace

void paintState(QPainter& painter, const QRectF& square, State state, const Theme& theme, qreal turn) {
    if (state == State::None)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(square.topLeft());
    painter.scale(square.width() / 16, square.height() / 16);
    drawShape(painter, state, theme.color(roleOf(state)), theme.color(Role::Panel), turn);
    painter.restore();
}

QIcon stateIcon(State state, const Theme& theme) { return QIcon(new StateEngine(state, theme)); }

QString stateName(State state) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("slipway::theme", text); };
    switch (state) {
        case State::None:
            return {};
        case State::Cached:
            return tr("cached");
        case State::CachedOnlyHere:
            return tr("cached, docker build would run it");
        case State::Rebuild:
            return tr("will rebuild");
        case State::Follows:
            return tr("will rebuild, because another does");
        case State::Unknown:
            return tr("not known yet");
        case State::Waiting:
            return tr("waiting");
        case State::Running:
            return tr("running");
        case State::Built:
            return tr("built");
        case State::SameResult:
            return tr("rebuilt, same result");
        case State::Failed:
            return tr("failed");
        case State::Canceled:
            return tr("canceled");
    }
    return {};
}

}  // namespace slipway::theme
