// The folder's words in the user's language.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace slipway::project {

/// `n` stands for "%n" in the text, and decides the plural.
inline QString tr(const char* text, const char* meaning = nullptr, int n = -1) {
    return QCoreApplication::translate("slipway::project", text, meaning, n);
}

}  // namespace slipway::project
