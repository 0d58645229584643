#include "commands.h"
#include "table.h"

#include "insight/comparison.h"
#include "text/quantity.h"
#include "text/utf8.h"

#include <format>
#include <iostream>

namespace slipway::cli {

namespace {

std::string sizes(const store::Image& image) {
    const auto compressed = image.compressedSize();
    return text::bytesText(image.size()) + " unpacked" +
           (compressed ? ", " + text::bytesText(*compressed) + " compressed" : "");
}

void print(const insight::Comparison& comparison, std::size_t limit) {
    std::cout << std::format("A  {}  {}\nB  {}  {}\nshared {} · only A {} · only B {}\n\n", comparison.nameA,
                             sizes(comparison.a), comparison.nameB, sizes(comparison.b),
                             text::bytesText(comparison.sharedSize), text::bytesText(comparison.onlyASize),
                             text::bytesText(comparison.onlyBSize));
    Table layers({"", "LAYER", "A", "B"}, {2, 3});
    for (const insight::ComparedLayer& one : comparison.layers) {
        const std::string size = text::bytesText(one.size);
        layers.add({one.side == insight::Side::Both ? "="
                    : one.side == insight::Side::A  ? "-"
                                                    : "+",
                    text::oneLine(one.step, 70), one.side == insight::Side::B ? "–" : size,
                    one.side == insight::Side::A ? "–" : size});
    }
    std::cout << layers.toString() << '\n';
    if (comparison.files.empty()) {
        std::cout << "No file differs.\n";
        return;
    }
    Table files({"", "PATH", "A", "B", "DIFFERENCE"}, {2, 3, 4});
    std::size_t shown = 0;
    for (const layer::Change& change : comparison.files) {
        if (limit != 0 && shown++ == limit) {
            break;
        }
        const bool added = change.kind == layer::ChangeKind::Added;
        const bool removed = change.kind == layer::ChangeKind::Removed;
        files.add({added     ? "+"
                   : removed ? "-"
                             : "~",
                   "/" + change.path, added ? "–" : text::bytesText(change.sizeA),
                   removed ? "–" : text::bytesText(change.sizeB),
                   text::bytesDifferenceText(static_cast<std::int64_t>(change.sizeB) -
                                             static_cast<std::int64_t>(change.sizeA))});
    }
    std::cout << files.toString();
    if (limit != 0 && comparison.files.size() > limit) {
        std::cout << std::format("… and {} more (--limit 0 prints all)\n", comparison.files.size() - limit);
    }
}

}  // namespace

int run(const Compare& arguments) {
    auto store = openStore();
    if (!store) {
        return complain(store.error());
    }
    auto a = (*store)->resolve(arguments.a);
    if (!a) {
        return complain(a.error());
    }
    auto b = (*store)->resolve(arguments.b);
    if (!b) {
        return complain(b.error());
    }
    auto comparison = insight::compare(**store, std::move(*a), std::move(*b));
    if (!comparison) {
        return complain(comparison.error());
    }
    comparison->nameA = arguments.a;
    comparison->nameB = arguments.b;
    if (arguments.format == Format::Json) {
        std::cout << insight::comparisonJson(*comparison) << '\n';
    } else {
        print(*comparison, arguments.limit);
    }
    return 0;
}

}  // namespace slipway::cli
