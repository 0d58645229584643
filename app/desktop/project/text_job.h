// From a text to its tree, outline, plan and problems: pure functions, run in the background.
#pragma once

#include "project/analysis.h"
#include "project/build_settings.h"
#include "project/problems.h"

#include <memory>
#include <optional>

namespace slipway::project {

struct TextInput {
    QString path;  ///< absolute
    QString folder;
    std::optional<QString> text;  ///< of the open document; nullopt: read the file
    qint64 revision = 0;
    BuildSettings settings;
    Knowledge knowledge = {};           ///< so far; the project's files are read where they aren't
    checks::UnsavedTexts unsaved = {};  ///< then these texts count in their place
    std::shared_ptr<const dockerfile::SyntaxTree> previous = {};
};

/// Tree, outline and plan alone. Never null; without a tree where the file can't be read. Any thread.
[[nodiscard]] std::shared_ptr<Snapshot> readText(const TextInput& input);
/// The same with its problems.
[[nodiscard]] std::shared_ptr<Snapshot> analyseText(const TextInput& input);
[[nodiscard]] plan::Options optionsFor(const BuildSettings& settings, const QString& path);

}  // namespace slipway::project
