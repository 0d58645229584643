#include "project/analysis.h"

#include "memory/large_pages.h"

#include <algorithm>
#include <set>

namespace slipway::project {

int Snapshot::stepAt(std::uint32_t line) const {
    if (!plan)
        return -1;
    // Steps stand in order of the text.
    const auto& steps = plan->steps;
    auto found = std::ranges::upper_bound(steps, line, {}, &plan::Step::line);
    if (found == steps.begin())
        return -1;
    --found;
    if (line > found->endLine)
        return -1;
    while (found != steps.begin() && std::prev(found)->line == found->line)
        --found;
    return static_cast<int>(found - steps.begin());
}

int Snapshot::stepWithId(const QString& id) const {
    if (!plan || id.isEmpty())
        return -1;
    const auto found = std::ranges::find(plan->steps, id.toStdString(), &plan::Step::id);
    return found == plan->steps.end() ? -1 : static_cast<int>(found - plan->steps.begin());
}

const cache::StepForecast* Snapshot::forecastOf(int step) const {
    if (!forecast || step < 0 || static_cast<std::size_t>(step) >= forecast->steps.size())
        return nullptr;
    return &forecast->steps[static_cast<std::size_t>(step)];
}

qint64 Snapshot::expectedMs(int stage) const {
    if (!plan || !forecast || stage < 0 || static_cast<std::size_t>(stage) >= plan->stages.size())
        return -1;
    std::set<int> needed;
    std::vector<int> open{stage};
    while (!open.empty()) {
        const int next = open.back();
        open.pop_back();
        if (needed.insert(next).second)
            std::ranges::copy(plan->stages[static_cast<std::size_t>(next)].dependsOn, std::back_inserter(open));
    }
    qint64 sum = 0;
    for (const int index : needed) {
        for (const int step : plan->stages[static_cast<std::size_t>(index)].steps) {
            const cache::StepForecast* one = forecastOf(step);
            if (!one || one->status == cache::Status::Unknown)
                return -1;
            if (one->status == cache::Status::Cached)
                continue;
            if (!one->expectedMs)
                return -1;
            sum += *one->expectedMs;
        }
    }
    return sum;
}

Analysis::Analysis(QObject* parent) : QObject(parent), m_current(std::make_shared<Snapshot>()) {}
Analysis::~Analysis() = default;

void Analysis::set(std::shared_ptr<const Snapshot> snapshot) {
    const auto isLarge = [this] { return m_current->tree && m_current->tree->isLarge(); };
    const bool wasLarge = isLarge();
    m_current = std::move(snapshot);
    Q_EMIT changed();
    if (wasLarge && !isLarge())
        memory::giveBack();
}

}  // namespace slipway::project
