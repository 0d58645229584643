#include "editor/tab_names.h"

#include <algorithm>

namespace slipway::editor {
namespace {

QString tail(const QString& path, qsizetype parts) { return path.section(u'/', -parts); }

}  // namespace

QStringList tabNames(const QStringList& paths) {
    QStringList names;
    for (const QString& path : paths) {
        const auto isTaken = [&](const QString& name, qsizetype parts) {
            return std::ranges::any_of(
                paths, [&](const QString& other) { return other != path && tail(other, parts) == name; });
        };
        qsizetype parts = 1;
        while (parts <= path.count(u'/') && isTaken(tail(path, parts), parts))
            ++parts;
        names << tail(path, parts);
    }
    return names;
}

}  // namespace slipway::editor
