#include "engine/events.h"

#include <array>

namespace slipway::engine {

namespace {

constexpr std::array<std::string_view, 6> kStepStatusNames{"waiting", "running", "cached",
                                                           "done",    "failed",  "canceled"};
constexpr std::array<std::string_view, 3> kOutcomeNames{"succeeded", "failed", "canceled"};

template <class Enum, std::size_t Count>
std::optional<Enum> fromName(const std::array<std::string_view, Count>& names, std::string_view name) {
    for (std::size_t i = 0; i < Count; ++i) {
        if (names[i] == name) {
            return static_cast<Enum>(i);
        }
    }
    return std::nullopt;
}

}  // namespace

std::string_view stepStatusName(StepStatus status) { return kStepStatusNames[static_cast<std::size_t>(status)]; }
std::optional<StepStatus> stepStatusFromName(std::string_view name) {
    return fromName<StepStatus>(kStepStatusNames, name);
}
std::string_view outcomeName(BuildOutcome outcome) { return kOutcomeNames[static_cast<std::size_t>(outcome)]; }
std::optional<BuildOutcome> outcomeFromName(std::string_view name) {
    return fromName<BuildOutcome>(kOutcomeNames, name);
}

}  // namespace slipway::engine
