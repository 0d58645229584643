// Where what stands at a place of the text leads: to its definition, to a file of the context, to a page.
#pragma once

#include "assist/question.h"

#include <vector>

namespace slipway::assist {

/// A place in the text that a list can show.
struct NamedPlace {
    KTextEditor::Range range;
    bool definition = false;
};

struct Lead {
    KTextEditor::Range about = KTextEditor::Range::invalid();  ///< what leads there; invalid where nothing does
    std::vector<NamedPlace> places;                            ///< its definitions
    QString file;                                              ///< of the build context, relative to it
    QString page;                                              ///< an address of the web
};
/// Of a name its definitions, else the link there. Any thread.
[[nodiscard]] Lead leadOf(const Ground& ground);

}  // namespace slipway::assist
