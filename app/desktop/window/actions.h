// The one table of actions: menus, palette, tool bar and shortcuts read it.
#pragma once

#include "window/key_schemes.h"

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QObject>

#include <functional>
#include <vector>

namespace slipway::window {

/// GUI thread; owned by the window.
class Actions : public QObject {
    Q_OBJECT
public:
    explicit Actions(QWidget* window);

    /// Other keys for all of them, at once.
    void setScheme(KeyScheme scheme);
    [[nodiscard]] KeyScheme scheme() const { return m_scheme; }

    /// An action of ours; its keys work in the whole window.
    QAction* add(const char* id, const QString& group, const QString& text, const QList<QKeySequence>& keys,
                 const std::function<void()>& then);
    /// One that is shown with its keys but whose keys someone else listens to (the editor's view).
    QAction* addForeign(const char* id, const QString& group, const QString& text, const std::function<void()>& then);
    /// Its keys work within that widget alone, for others have a meaning of their own for them.
    void confine(QAction& action, QWidget& to) const;
    [[nodiscard]] QAction* action(const char* id) const;

    struct Entry {
        QString group;
        QAction* action;
        bool foreign;
        QList<QKeySequence> keys;  ///< of the table, whatever the scheme
    };
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    /// All keys that are ours.
    [[nodiscard]] QList<QKeySequence> ownKeys() const;

Q_SIGNALS:
    void schemeChanged();

private:
    void setKeys(const Entry& entry);

    QWidget* m_window;
    KeyScheme m_scheme = KeyScheme::Kate;
    std::vector<Entry> m_entries;
    QHash<QByteArray, QAction*> m_byId;
};

}  // namespace slipway::window
