// The files of a project that say what the checks look at: hadolint's configuration and .dockerignore.
#pragma once

#include "checks/configuration.h"
#include "context/ignore.h"

#include <QString>

#include <memory>
#include <string>

namespace slipway::project {

class Project;

/// As they were at one look.
struct CheckFiles {
    checks::ConfigurationFile configuration;
    std::string ignoreFile;          ///< absolute; empty where there is none
    Result<context::Ignore> ignore;  ///< an error names the file and the line
};
/// What is typed in open documents that are such files, or may be. GUI thread.
[[nodiscard]] checks::UnsavedTexts unsavedCheckFiles(const Project& project);
/// May this be such a file?
[[nodiscard]] bool isCheckFile(const QString& path);
/// Of a Dockerfile in its build context, both absolute; reads the disk. Any thread but the GUI's. Never null.
[[nodiscard]] std::shared_ptr<const CheckFiles> readCheckFiles(const QString& folder, const QString& dockerfile,
                                                               const checks::UnsavedTexts& unsaved = {});

}  // namespace slipway::project
