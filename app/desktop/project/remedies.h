// What can be done about the problems of a line: mend one, all of a kind, or say that it is meant so.
#pragma once

#include "project/forecast_job.h"
#include "project/text_changes.h"

#include <QString>

#include <vector>

namespace slipway::project {

struct PreviewLine {
    enum class Kind : quint8 { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;
};

struct Remedy {
    enum class Kind : quint8 { Mend, MendEvery, IgnoreHere, IgnoreEverywhere };
    Kind kind = Kind::Mend;
    QString title;
    QString rule;
    /// Of the Dockerfile, in order. None where a file of the project changes instead.
    std::vector<TextChange> changes;
    std::shared_ptr<const dockerfile::SyntaxTree> mended;  ///< the Dockerfile then; null where it stays
    QString file;                                          ///< absolute; empty where the Dockerfile changes
    QString fileText;                                      ///< what that file holds then; lines end with "\n"
    std::vector<PreviewLine> preview;                      ///< the lines that change, with one around them
};

/// For the problems that begin on a line or hold it (`rule` alone, where it isn't empty), what mends first. Reads the
/// project's .dockerignore and .hadolint.yaml from disk. Any thread but the GUI's.
[[nodiscard]] std::vector<Remedy> remediesFor(const Snapshot& snapshot, const QString& folder, int line,
                                              const QString& rule = {});
/// What a remedy does to the next build, in words: "3 steps rebuild, ≈ 41 s"; empty where records can't tell. `input`
/// is the one that the forecast at hand came from. Any thread but the GUI's.
[[nodiscard]] QString effectOf(const Remedy& remedy, const Snapshot& snapshot, ForecastInput input);

}  // namespace slipway::project
