#include "insight/comparison.h"

#include "image/reference.h"

#include <algorithm>
#include <map>
#include <ranges>

namespace slipway::insight {

namespace {

std::vector<ComparedLayer> layersOf(const store::Store& store, const store::Image& image, Side side) {
    const std::vector<std::string> steps = layerWords(store, image);
    std::vector<ComparedLayer> layers;
    for (std::size_t i = 0; i < image.layers.size(); ++i) {
        layers.push_back({image.layers[i].diffId, image.layers[i].size, steps[i], side});
    }
    return layers;
}

std::uint64_t distance(std::uint64_t a, std::uint64_t b) { return a > b ? a - b : b - a; }

// Puts a change below `node`, making the folders on its way.
struct Folder {
    std::map<std::string, Folder, std::less<>> folders;
    std::vector<const layer::Change*> files;
};

void finish(ChangeNode& node) {
    bool first = true;
    for (const ChangeNode& child : node.children) {
        node.sizeA += child.sizeA;
        node.sizeB += child.sizeB;
        node.files += child.files;
        node.kind = first || child.kind == node.kind ? child.kind : layer::ChangeKind::Modified;
        first = false;
    }
    std::ranges::sort(node.children, [](const ChangeNode& x, const ChangeNode& y) {
        const std::uint64_t dx = distance(x.sizeA, x.sizeB);
        const std::uint64_t dy = distance(y.sizeA, y.sizeB);
        return dx != dy ? dx > dy : x.path < y.path;
    });
}

ChangeNode build(const Folder& folder, std::string name, std::string path) {
    ChangeNode node;
    node.name = std::move(name);
    node.path = std::move(path);
    for (const auto& [childName, child] : folder.folders) {
        node.children.push_back(build(child, childName, node.path.empty() ? childName : node.path + '/' + childName));
    }
    for (const layer::Change* const change : folder.files) {
        ChangeNode file;
        file.path = change->path;
        file.name = change->path.substr(change->path.rfind('/') + 1);
        file.sizeA = change->sizeA;
        file.sizeB = change->sizeB;
        file.files = 1;
        file.kind = change->kind;
        node.children.push_back(std::move(file));
    }
    finish(node);
    // A folder that holds one folder and nothing else is one line: "usr/lib/python3".
    if (!node.path.empty() && node.children.size() == 1 && !node.children.front().children.empty()) {
        ChangeNode only = std::move(node.children.front());
        only.name = node.name + '/' + only.name;
        return only;
    }
    return node;
}

}  // namespace

std::vector<std::string> layerWords(const store::Store& store, const store::Image& image) {
    std::vector<std::string> words;
    for (const image::HistoryEntry& entry : image.config.history) {
        if (!entry.emptyLayer) {
            words.push_back(stepWords(entry.createdBy));
        }
    }
    words.resize(image.layers.size());
    if (words.empty() || std::ranges::none_of(words, &std::string::empty)) {
        return words;
    }
    const auto tags = store.tags();
    std::size_t most = 0;
    std::string name;
    for (const store::Tag& tag : tags ? *tags : std::vector<store::Tag>{}) {
        const auto base = store.image(tag.image);
        if (!base || !*base || (*base)->layers.size() <= most || (*base)->layers.size() > image.layers.size() ||
            !std::ranges::equal((*base)->layers, image.layers | std::views::take((*base)->layers.size()), {},
                                &store::Layer::diffId, &store::Layer::diffId)) {
            continue;
        }
        // An image that was built on it has a history there, so it isn't taken for the base.
        if (const std::size_t top = (*base)->layers.size(); words[top - 1].empty()) {
            const auto reference = image::Reference::parse(tag.name);
            most = top;
            name = reference ? reference->familiar() : tag.name;
        }
    }
    if (most > 0) {
        words[most - 1] = "FROM " + name;
    }
    return words;
}

Result<layer::TocList> tablesOf(const store::Store& store, const store::Image& image) {
    layer::TocList tables;
    for (const store::Layer& one : image.layers) {
        auto toc = store.toc(one.diffId);
        if (!toc) {
            return fail(toc.error());
        }
        tables.push_back(std::move(*toc));
    }
    return tables;
}

std::string stepWords(std::string_view createdBy) {
    constexpr std::string_view kMark = " # buildkit";
    constexpr std::string_view kShell = "RUN /bin/sh -c ";
    if (createdBy.ends_with(kMark)) {
        createdBy.remove_suffix(kMark.size());
    }
    return createdBy.starts_with(kShell) ? "RUN " + std::string(createdBy.substr(kShell.size()))
                                         : std::string(createdBy);
}

Result<Comparison> compare(const store::Store& store, store::Image a, store::Image b) {
    auto tablesA = tablesOf(store, a);
    auto tablesB = tablesOf(store, b);
    if (!tablesA || !tablesB) {
        return fail(!tablesA ? tablesA.error() : tablesB.error());
    }
    Comparison result;
    result.layers = layersOf(store, a, Side::A);
    // Paired one to one, so that a layer that one image has twice counts right.
    for (ComparedLayer& other : layersOf(store, b, Side::B)) {
        const auto twin = std::ranges::find_if(
            result.layers, [&](const ComparedLayer& one) { return one.side == Side::A && one.diffId == other.diffId; });
        if (twin != result.layers.end()) {
            twin->side = Side::Both;
        } else {
            result.layers.push_back(std::move(other));
        }
    }
    for (const ComparedLayer& one : result.layers) {
        (one.side == Side::Both ? result.sharedSize
         : one.side == Side::A  ? result.onlyASize
                                : result.onlyBSize) += one.size;
    }
    result.files = layer::difference(layer::RootfsView(std::move(*tablesA)), layer::RootfsView(std::move(*tablesB)));
    std::ranges::sort(result.files, [](const layer::Change& x, const layer::Change& y) {
        const std::uint64_t dx = distance(x.sizeA, x.sizeB);
        const std::uint64_t dy = distance(y.sizeA, y.sizeB);
        return dx != dy ? dx > dy : x.path < y.path;
    });
    result.a = std::move(a);
    result.b = std::move(b);
    return result;
}

ChangeNode changeTree(const std::vector<layer::Change>& files) {
    Folder root;
    for (const layer::Change& change : files) {
        // A folder that was added or went counts through its files; one alone stands for itself.
        Folder* folder = &root;
        std::string_view rest = change.path;
        for (std::size_t slash = 0; (slash = rest.find('/')) != std::string_view::npos; rest.remove_prefix(slash + 1)) {
            folder = &folder->folders[std::string(rest.substr(0, slash))];
        }
        if (change.type != layer::EntryType::Directory) {
            folder->files.push_back(&change);
        }
    }
    return build(root, "", "");
}

}  // namespace slipway::insight
