#include "assist/lead.h"

#include "language/decorations.h"
#include "language/definition.h"
#include "language/names.h"

#include <algorithm>

namespace slipway::assist {

Lead leadOf(const Ground& ground) {
    Lead lead;
    const dockerfile::SyntaxTree& tree = *ground.snapshot->tree;
    const language::Definition found = language::definitionAt(tree, ground.around, ground.offset);
    if (!found.places.empty()) {
        const language::Names names = language::names(tree, *ground.snapshot->outline);
        if (const language::Occurrence* const name = names.at(ground.offset))
            lead.about = ground.range(name->range);
        for (const text::Range place : found.places)
            lead.places.push_back({ground.range(place), true});
        return lead;
    }
    const auto links = language::links(ground.plan(), ground.around);
    const auto link = std::ranges::find_if(links, [&](const language::Link& each) {
        return each.range.begin <= ground.offset && ground.offset <= each.range.end;
    });
    lead.file = QString::fromStdString(found.file);
    if (link == links.end())
        return lead;
    lead.about = ground.range(link->range);
    lead.page = QString::fromStdString(link->url);
    if (lead.file.isEmpty())
        lead.file = QString::fromStdString(link->path);
    return lead;
}

}  // namespace slipway::assist
