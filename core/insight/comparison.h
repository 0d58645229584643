// What one image has more, less or other than another: layer by layer and file by file.
#pragma once

#include "layer/difference.h"
#include "store/store.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace slipway::insight {

enum class Side : std::uint8_t { Both, A, B };

struct ComparedLayer {
    layer::Digest diffId;
    std::uint64_t size = 0;  ///< unpacked bytes
    std::string step;        ///< the line of history that made it
    Side side = Side::Both;
};

/// What made each layer, lowest first: its line of history as stepWords() has it, "FROM ubuntu:20.04" for the top layer
/// of a base without a history of its own, where the store still has a tag of an image with exactly these layers below,
/// and empty where nothing is known.
[[nodiscard]] std::vector<std::string> layerWords(const store::Store& store, const store::Image& image);
/// The tables of an image's layers, lowest first.
[[nodiscard]] Result<layer::TocList> tablesOf(const store::Store& store, const store::Image& image);
/// A line of history as its Dockerfile has it: "RUN pip install …" of "RUN /bin/sh -c pip install … # buildkit".
[[nodiscard]] std::string stepWords(std::string_view createdBy);

/// All sizes are unpacked bytes, sums over layers; a layer is shared where both images have its diff ID.
struct Comparison {
    store::Image a, b;
    std::string nameA, nameB;  ///< as they were asked for
    std::uint64_t sharedSize = 0, onlyASize = 0, onlyBSize = 0;
    std::vector<ComparedLayer> layers;  ///< A's in order, shared ones among them, then those only B has
    std::vector<layer::Change> files;   ///< largest difference first, then by path
};

/// Works on tables alone. Any thread; reads the store.
[[nodiscard]] Result<Comparison> compare(const store::Store& store, store::Image a, store::Image b);

/// A folder or file of the changes; a folder sums what is below it.
struct ChangeNode {
    std::string name;  ///< last part of the path; "a/b" where a folder holds nothing else
    std::string path;  ///< without the leading "/"
    std::uint64_t sizeA = 0, sizeB = 0;
    std::size_t files = 0;                                 ///< changes below (or itself)
    layer::ChangeKind kind = layer::ChangeKind::Modified;  ///< of a folder: that of everything below, if it is one
    std::vector<ChangeNode> children;                      ///< largest difference first
};
/// The changes as a tree of folders; its root has an empty path.
[[nodiscard]] ChangeNode changeTree(const std::vector<layer::Change>& files);

/// `slipway compare --format=json`, as DESIGN.md's "Command line" has it.
[[nodiscard]] std::string comparisonJson(const Comparison& comparison);

}  // namespace slipway::insight
