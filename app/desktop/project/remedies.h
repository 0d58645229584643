// What can be done about the problems of a line: mend one, all of a kind, or say that it is meant so.
#pragma once

#include "project/forecast_job.h"
#include "project/preview.h"
#include "project/text_changes.h"

#include <QString>

#include <vector>

namespace slipway::project {

struct Remedy {
    enum class Kind : quint8 { Mend, MendEvery, MendAll, IgnoreHere, IgnoreEverywhere };
    Kind kind = Kind::Mend;
    QString title;
    QString rule;  ///< empty of MendAll
    /// Of the file that it was asked for, in order. None where a file of the project changes instead.
    std::vector<TextChange> changes;
    std::shared_ptr<const dockerfile::SyntaxTree> mended;  ///< the Dockerfile then; null where it stays
    QString file;                                          ///< absolute; empty where no other file changes
    QString fileText;                                      ///< what that file holds then; lines end with "\n"
    std::vector<PreviewLine> preview;                      ///< the lines that change, with one around them
};

/// For the problems that begin on a line or hold it (`rule` alone, where it isn't empty), what mends first, as
/// `slipway check` offers it. Reads the project's files where the snapshot hasn't. Any thread but the GUI's.
[[nodiscard]] std::vector<Remedy> remediesFor(const Snapshot& snapshot, const QString& folder, int line,
                                              const QString& rule = {});
/// What mends all of a rule's problems in the file, or, without one, all that are mended unasked; one or none.
[[nodiscard]] std::vector<Remedy> remediesForAll(const Snapshot& snapshot, const QString& folder,
                                                 const QString& rule = {});
/// The same for a line of an ignore file that the snapshot's checks are about; `text` is the file's. What silences a
/// rule stands in the Dockerfile. What mends is there only while the text says what the checks looked at.
[[nodiscard]] std::vector<Remedy> remediesInIgnoreFile(const Snapshot& snapshot, const QString& folder,
                                                       const QString& path, const QString& text, int line,
                                                       const QString& rule = {});
/// Does something mend a problem of the line?
[[nodiscard]] bool mendsOn(const Snapshot& snapshot, const QString& folder, int line);
/// What a remedy does to the next build and its image, in words: "3 more steps rebuild, ≈ 41 s. 20 MB less in the
/// image."; empty where records and tables can't tell. `input`
/// is the one that the forecast at hand came from. Any thread but the GUI's.
[[nodiscard]] QString effectOf(const Remedy& remedy, const Snapshot& snapshot, ForecastInput input);

}  // namespace slipway::project
