#include "project/text_changes.h"

#include "project/places.h"

namespace slipway::project {

std::vector<TextChange> changesOf(const dockerfile::SyntaxTree& tree, const std::vector<text::Edit>& edits) {
    std::vector<TextChange> out;
    const Places places(tree);
    for (const text::Edit& edit : edits) {
        const Place begin = places.at(edit.range.begin), end = places.at(edit.range.end);
        out.push_back({begin.line, begin.column, end.line, end.column, QString::fromStdString(edit.replacement)});
    }
    return out;
}

}  // namespace slipway::project
