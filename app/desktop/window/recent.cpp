#include "window/recent.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace slipway::window {
namespace {
constexpr qsizetype kMost = 12;
}

QStringList recentFolders() { return QSettings().value(u"recent"_s).toStringList(); }

void rememberRecent(const QString& folder) {
    QStringList list = recentFolders();
    list.removeAll(folder);
    list.prepend(folder);
    if (list.size() > kMost)
        list.resize(kMost);
    QSettings().setValue(u"recent"_s, list);
}

void rememberTabs(const QString& folder, const QStringList& paths, const QString& front) {
    if (folder.isEmpty())
        return;
    QSettings settings;
    QVariantMap tabs = settings.value(u"tabs"_s).toMap();
    tabs.insert(folder, front.isEmpty() ? paths : paths + QStringList{front});
    const QStringList recent = recentFolders();
    for (auto it = tabs.begin(); it != tabs.end();)
        it = recent.contains(it.key()) ? std::next(it) : tabs.erase(it);
    settings.setValue(u"tabs"_s, tabs);
}

QStringList rememberedTabs(const QString& folder) {
    return QSettings().value(u"tabs"_s).toMap().value(folder).toStringList();
}

}  // namespace slipway::window
