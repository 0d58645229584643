#include "theme/contrast_wish.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

using namespace Qt::StringLiterals;

namespace slipway::theme {
namespace {

const QString kPath = u"/org/freedesktop/portal/desktop"_s;
const QString kInterface = u"org.freedesktop.portal.Settings"_s;
const QString kSpace = u"org.freedesktop.appearance"_s;
const QString kKey = u"contrast"_s;

}  // namespace

ContrastWish::ContrastWish(QDBusConnection bus, QObject* parent) : QObject(parent) {
    if (!bus.isConnected())
        return;
    bus.connect({}, kPath, kInterface, u"SettingChanged"_s, this, SLOT(settingChanged(QString, QString, QDBusVariant)));
    QDBusMessage ask =
        QDBusMessage::createMethodCall(u"org.freedesktop.portal.Desktop"_s, kPath, kInterface, u"Read"_s);
    ask << kSpace << kKey;
    auto* answer = new QDBusPendingCallWatcher(bus.asyncCall(ask), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer] {
        answer->deleteLater();
        if (const QDBusPendingReply<QDBusVariant> reply = *answer; reply.isValid())
            take(reply.value().variant());
    });
}

void ContrastWish::settingChanged(const QString& space, const QString& key, const QDBusVariant& value) {
    if (space == kSpace && key == kKey)
        take(value.variant());
}

void ContrastWish::take(const QVariant& value) {
    // An answer is a variant in a variant, a change is not.
    const QVariant inner = value.canConvert<QDBusVariant>() ? value.value<QDBusVariant>().variant() : value;
    const bool high = inner.toUInt() == 1;
    if (high == m_high)
        return;
    m_high = high;
    Q_EMIT wished(high);
}

}  // namespace slipway::theme
