#include "commands.h"
#include "json.h"
#include "replace_file.h"

#include "language/format.h"

#include <iostream>

namespace slipway::cli {

namespace {

/// Says which lines stay as they are because they are broken.
void tellBroken(const dockerfile::SyntaxTree& tree, const std::string& shown) {
    for (const auto& instruction : tree.instructions()) {
        if (const auto value = dockerfile::interpret(*instruction, tree.lines()); !value) {
            Error error = value.error();
            error.path = shown;
            std::cerr << error.describe() << " (left as it is)\n";
        }
    }
}

}  // namespace

int run(const Fmt& arguments) {
    Json list = Json::array();
    bool unformatted = false, failed = false;
    for (const std::string& path : arguments.paths) {
        auto location = locate(path);
        if (!location) {
            complain(location.error());
            failed = true;
            continue;
        }
        const auto tree = dockerfile::SyntaxTree::parse(std::move(location->text));
        const std::string shown = location->isStandardInput() ? location->shown : pathFromHere(location->dockerfile);
        tellBroken(*tree, shown);
        const std::vector<text::Edit> edits = language::format(*tree);
        if (location->isStandardInput() && !arguments.check) {
            std::cout << text::apply(tree->text(), edits);
            continue;
        }
        const bool changes = !edits.empty();
        if (changes && !arguments.check) {
            if (const auto written = replaceFile(location->dockerfile, text::apply(tree->text(), edits)); !written) {
                complain(written.error());
                failed = true;
                continue;
            }
        }
        list.push_back({{"file", shown}, {"changed", changes}});
        unformatted = unformatted || changes;
        if (changes && arguments.format == Format::Text) {
            std::cout << shown << '\n';
        }
    }
    if (arguments.format == Format::Json && !list.empty()) {
        std::cout << dump(list) << '\n';
    }
    return failed || (arguments.check && unformatted) ? 1 : 0;
}

}  // namespace slipway::cli
