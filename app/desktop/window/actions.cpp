#include "window/actions.h"

#include <QWidget>

namespace slipway::window {

Actions::Actions(QWidget* window) : QObject(window), m_window(window) {}

QAction* Actions::add(const char* id, const QString& group, const QString& text, const QList<QKeySequence>& keys,
                      const std::function<void()>& then) {
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1StringView(id));
    connect(action, &QAction::triggered, this, [then] { then(); });
    m_window->addAction(action);
    m_entries.push_back({group, action, false, keys});
    setKeys(m_entries.back());
    m_byId.insert(id, action);
    return action;
}

QAction* Actions::addForeign(const char* id, const QString& group, const QString& text,
                             const std::function<void()>& then) {
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1StringView(id));
    // Bound to no widget that ever has the focus: it shows its keys and never takes them.
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, [then] { then(); });
    m_entries.push_back({group, action, true, {}});
    m_byId.insert(id, action);
    return action;
}

void Actions::setKeys(const Entry& entry) {
    if (!entry.foreign)
        entry.action->setShortcuts(keysIn(m_scheme, entry.action->objectName().toStdString()).value_or(entry.keys));
}

void Actions::setScheme(KeyScheme scheme) {
    if (scheme == m_scheme)
        return;
    m_scheme = scheme;
    for (const Entry& entry : m_entries)
        setKeys(entry);
    Q_EMIT schemeChanged();
}

void Actions::confine(QAction& action, QWidget& to) const {
    m_window->removeAction(&action);
    action.setShortcutContext(Qt::WidgetWithChildrenShortcut);
    to.addAction(&action);
}

QAction* Actions::action(const char* id) const { return m_byId.value(id); }

QList<QKeySequence> Actions::ownKeys() const {
    QList<QKeySequence> keys;
    for (const Entry& entry : m_entries) {
        if (!entry.foreign)
            keys += entry.action->shortcuts();
    }
    return keys;
}

}  // namespace slipway::window
