// Which files .dockerignore leaves out, and the words that say why.
#pragma once

#include "checks/configuration.h"
#include "context/ignore.h"

#include <QString>

namespace slipway::files {

/// The ignore file that counts for a Dockerfile, read. A value; any thread.
struct IgnoreWords {
    context::Ignore ignore;
    QString file;     ///< its name relative to the folder; empty where there is none
    QString problem;  ///< why it can't be used

    /// Empty for what is in the context, else ".dockerignore line 3: *.pyc".
    [[nodiscard]] QString whyIgnored(const QString& relativePath) const;
};

/// What is typed in an open document counts in place of its file.
[[nodiscard]] IgnoreWords readIgnore(const QString& folder, const QString& dockerfile,
                                     const checks::UnsavedTexts& unsaved = {});

}  // namespace slipway::files
