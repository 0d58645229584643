#include "project/step_card.h"

#include "project/reason_words.h"
#include "project/step_state.h"
#include "project/words.h"
#include "units/units.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace slipway::project {
namespace {

constexpr std::size_t kMostDifferences = 3;
constexpr qsizetype kLongestValue = 48;

QString shortened(const std::string& text) {
    QString line = QString::fromStdString(text).simplified();
    if (line.size() > kLongestValue)
        line = line.left(kLongestValue - 1) + u'\u2026';
    return line;
}

QString titleOf(theme::State state, const QString& name, const cache::StepForecast* forecast,
                const Snapshot& snapshot) {
    using enum theme::State;
    switch (state) {
        case Cached:
            return tr("%1 is cached").arg(name);
        case CachedOnlyHere:
            return tr("%1 is cached; docker build would run it").arg(name);
        case Rebuild:
            return tr("%1 will rebuild").arg(name);
        case Follows: {
            const auto cause = static_cast<std::size_t>(forecast ? std::max(forecast->reason.step, 0) : 0);
            return forecast && forecast->reason.step >= 0 && cause < snapshot.plan->steps.size()
                       ? tr("%1 follows line %2").arg(name).arg(snapshot.plan->steps[cause].line)
                       : tr("%1 will rebuild").arg(name);
        }
        default:
            return name + u": "_s + theme::stateName(state);
    }
}

// How many steps run again because of this one, and how long they took.
QString followers(const Snapshot& snapshot, int step) {
    int count = 0;
    qint64 sum = 0;
    for (const cache::StepForecast& one : snapshot.forecast->steps) {
        if (one.status != cache::Status::Rebuild || one.reason.kind != cache::ReasonKind::Follows ||
            one.reason.step != step)
            continue;
        ++count;
        sum = sum >= 0 && one.expectedMs ? sum + *one.expectedMs : -1;
    }
    if (count == 0)
        return {};
    const QString words = tr("%n steps follow", nullptr, count);
    return sum > 0 ? words + u" \u00b7 "_s + units::expected(sum) : words;
}

}  // namespace

StepCard stepCard(const Snapshot& snapshot, int step, const BuildRun* run) {
    StepCard card;
    card.state = stateOf(snapshot, step, run);
    if (card.state == theme::State::None)
        return card;
    const plan::Step& planned = snapshot.plan->steps[static_cast<std::size_t>(step)];
    const cache::StepForecast* forecast = snapshot.forecastOf(step);
    card.title = titleOf(card.state, shortened(planned.name), forecast, snapshot);
    if (const StepRun* failed = failedRun(snapshot, step, run)) {
        card.reason = failureWords(*failed);
        if (failed->durationMs >= 1000)
            card.facts = tr("after %1").arg(units::duration(failed->durationMs));
        return card;
    }
    if (!forecast)
        return card;
    if (isTellingOf(*forecast, card.state) && forecast->status != cache::Status::Cached &&
        forecast->reason.kind != cache::ReasonKind::Follows)
        card.reason = reasonWords(forecast->reason);
    for (const cache::Difference& difference : forecast->reason.differences) {
        if (card.differences.size() == kMostDifferences)
            break;
        if (difference.from.empty() && difference.to.empty())
            continue;
        const cache::Difference one = cache::inWords(forecast->reason.kind, difference);
        card.differences.emplace_back(shortened(one.name), (one.from.empty() ? u"\u2013"_s : shortened(one.from)) +
                                                               u" \u2192 "_s +
                                                               (one.to.empty() ? u"\u2013"_s : shortened(one.to)));
    }
    card.follows = followers(snapshot, step);
    QStringList facts;
    if (forecast->size)
        facts << tr("%1 unpacked").arg(units::bytes(*forecast->size));
    if (forecast->expectedMs)
        facts << tr("took %1 last time").arg(units::duration(*forecast->expectedMs));
    card.facts = facts.join(u" \u00b7 "_s);
    return card;
}

}  // namespace slipway::project
