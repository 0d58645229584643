#include "insight/comparison.h"

#include <nlohmann/json.hpp>

namespace slipway::insight {

namespace {

using Json = nlohmann::ordered_json;

Json imageJson(const store::Image& image, const std::string& name) {
    const auto compressed = image.compressedSize();
    return {{"name", name},
            {"id", image.id.toString()},
            {"size", image.size()},
            {"compressed_size", compressed ? Json(*compressed) : Json(nullptr)}};
}

const char* sideName(Side side) { return side == Side::Both ? "both" : side == Side::A ? "a" : "b"; }

const char* changeName(layer::ChangeKind kind) {
    switch (kind) {
        case layer::ChangeKind::Added:
            return "added";
        case layer::ChangeKind::Removed:
            return "removed";
        case layer::ChangeKind::Modified:
            break;
    }
    return "modified";
}

}  // namespace

std::string comparisonJson(const Comparison& comparison) {
    Json layers = Json::array();
    for (const ComparedLayer& one : comparison.layers) {
        layers.push_back(
            {{"diff_id", one.diffId.toString()}, {"size", one.size}, {"step", one.step}, {"in", sideName(one.side)}});
    }
    Json files = Json::array();
    for (const layer::Change& change : comparison.files) {
        files.push_back({{"path", "/" + change.path},
                         {"change", changeName(change.kind)},
                         {"size_a", change.sizeA},
                         {"size_b", change.sizeB}});
    }
    const Json whole{{"a", imageJson(comparison.a, comparison.nameA)},
                     {"b", imageJson(comparison.b, comparison.nameB)},
                     {"shared_size", comparison.sharedSize},
                     {"only_a_size", comparison.onlyASize},
                     {"only_b_size", comparison.onlyBSize},
                     {"layers", std::move(layers)},
                     {"files", std::move(files)}};
    return whole.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace slipway::insight
