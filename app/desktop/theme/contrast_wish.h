// Whether the system asks for high contrast: the desktop portal's setting, followed as it changes.
#pragma once

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

namespace slipway::theme {

/// GUI thread; asks in the background. Where there is no portal nothing is ever wished.
class ContrastWish : public QObject {
    Q_OBJECT
public:
    explicit ContrastWish(QDBusConnection bus, QObject* parent = nullptr);

Q_SIGNALS:
    void wished(bool high);

private Q_SLOTS:
    void settingChanged(const QString& space, const QString& key, const QDBusVariant& value);

private:
    void take(const QVariant& value);

    bool m_high = false;
};

}  // namespace slipway::theme
