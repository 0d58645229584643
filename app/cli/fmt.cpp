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
    bool unformatted = false;
    for (const std::string& path : arguments.paths) {
        auto location = locate(path);
        if (!location) {
            return complain(location.error());
        }
        const auto tree = dockerfile::SyntaxTree::parse(std::move(location->text));
        const std::string shown = location->isStandardInput() ? location->shown : pathFromHere(location->dockerfile);
        tellBroken(*tree, shown);
        const std::vector<text::Edit> edits = language::format(*tree);
        const bool standardInput = path == "-";
        if (standardInput && !arguments.check) {
            std::cout << text::apply(tree->text(), edits);
            continue;
        }
        list.push_back({{"file", shown}, {"changed", !edits.empty()}});
        if (edits.empty()) {
            continue;
        }
        unformatted = true;
        if (!arguments.check) {
            if (const auto written = replaceFile(location->dockerfile, text::apply(tree->text(), edits)); !written) {
                return complain(written.error());
            }
        }
        if (arguments.format == Format::Text) {
            std::cout << shown << '\n';
        }
    }
    if (arguments.format == Format::Json && !list.empty()) {
        std::cout << dump(list) << '\n';
    }
    return arguments.check && unformatted ? 1 : 0;
}

}  // namespace slipway::cli
