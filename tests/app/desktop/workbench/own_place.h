// Where a test of the whole window works: with a store, settings and a project of its own.
#pragma once

#include "editor/editor_setup.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QWidget>

namespace slipway::test {

/// How long to wait for what takes a build or a look at the store, in ms.
inline constexpr int kPatience = 60'000;
/// Two stages, each with a file of its own.
inline constexpr auto kDockerfile = "FROM scratch AS small\nCOPY a.txt /a\n\nFROM small AS large\nCOPY b.txt /b\n";

/// Of a list, ask its viewport: it covers the list itself.
inline bool isSeen(const QWidget* widget) { return widget->isVisible() && !widget->visibleRegion().isEmpty(); }

inline void write(const QString& path, const QByteArray& content) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s can't be written", qPrintable(path));
}

/// Before anything asks for a setting. Gives the project's folder, which is empty.
inline QString settleIn(const QTemporaryDir& folder, const QString& test) {
    qputenv("SLIPWAY_HOME", QFile::encodeName(folder.filePath(QStringLiteral("store"))));
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(folder.filePath(QStringLiteral("config"))));
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("slipway-test"));
    QCoreApplication::setApplicationName(test);
    editor::prepareEditor();
    const QString project = folder.filePath(QStringLiteral("project"));
    QDir().mkpath(project);
    return project;
}

}  // namespace slipway::test
