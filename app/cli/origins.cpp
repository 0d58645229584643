#include "origins.h"

#include "engine/events.h"

#include <fstream>
#include <map>

namespace slipway::cli {

namespace {

using engine::ImageEvent;
using engine::StepEvent;

// Logs hold all that the steps printed: only what is asked for is parsed.
std::optional<engine::BuildEvent> readEvent(const std::string& line) {
    if (!line.starts_with(R"({"event":"step")") && !line.starts_with(R"({"event":"image")")) {
        return std::nullopt;
    }
    auto event = engine::eventFromJson(line);
    return event ? std::optional(std::move(*event)) : std::nullopt;
}

}  // namespace

std::vector<std::optional<Origin>> originsOf(const store::Store& store, const store::Image& image) {
    std::vector<std::optional<Origin>> out(image.layers.size());
    const auto build = store.lastBuildOf(image.id);
    if (!build || !*build || (*build)->events.empty()) {
        return out;
    }
    std::ifstream log(store.home() / (*build)->events, std::ios::binary);
    std::map<std::string, Origin> steps;
    for (std::string line; std::getline(log, line);) {
        const auto event = readEvent(line);
        if (const auto* step = event ? std::get_if<StepEvent>(&event->what) : nullptr) {
            steps[step->id] = {step->name, step->line};
        }
        const auto* made = event ? std::get_if<ImageEvent>(&event->what) : nullptr;
        if (made == nullptr || made->id != image.id || made->layers.size() != out.size()) {
            continue;
        }
        for (std::size_t i = 0; i < out.size(); ++i) {
            const auto step = steps.find(made->layers[i].step);
            if (step != steps.end() && !step->second.step.starts_with("FROM ")) {
                out[i] = step->second;
            }
        }
        break;
    }
    return out;
}

}  // namespace slipway::cli
