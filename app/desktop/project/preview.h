// What edits change in a text, to be looked at before they are made.
#pragma once

#include "text/edit.h"

#include <QString>

#include <string>
#include <vector>

namespace slipway::project {

struct PreviewLine {
    enum class Kind : quint8 { Same, Removed, Added };
    Kind kind = Kind::Same;
    QString text;
};
/// The lines that edits change, one before them and one behind; what lies between is left out.
[[nodiscard]] std::vector<PreviewLine> previewOf(const std::string& text, const std::vector<text::Edit>& edits);
/// How many of the first lines to show where there is room for `most`: what goes isn't cut off from what comes for it,
/// unless the first change alone is longer.
[[nodiscard]] std::size_t cutOf(const std::vector<PreviewLine>& lines, std::size_t most);

}  // namespace slipway::project
