#include "engine/base_images.h"

#include "cache/outlook.h"
#include "engine/step.h"
#include "plan/resolving.h"
#include "text/say.h"

#include <algorithm>
#include <mutex>

namespace slipway::engine {

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr auto kProgressPause = 100ms;

Error problemError(const plan::Problem& problem, const std::string& dockerfile) {
    return {ErrorCode::Invalid, problem.message, dockerfile, problem.where};
}

/// Where the file names the image that a step needs; a mount's is told by its instruction.
text::Position placeOf(const plan::BuildPlan& plan, const plan::Step& step) {
    const auto& instructions = plan.tree->instructions();
    const auto at = std::ranges::lower_bound(instructions, step.range.begin, {},
                                             [](const auto& instruction) { return instruction->range.begin; });
    std::size_t offset = step.range.begin;
    if (at != instructions.end() && !step.onbuild) {
        const auto& value = plan.values[static_cast<std::size_t>(at - instructions.begin())];
        if (const auto* from = std::get_if<dockerfile::From>(value.get())) {
            offset = from->image.range.begin;
        } else if (const auto* copy = std::get_if<dockerfile::Copy>(value.get()); copy && copy->from) {
            offset = copy->from->range.begin;
        }
    }
    return plan.tree->lines().position(offset);
}

/// Called from the puller's threads, several at once.
std::function<void(registry::Progress)> reporter(Site& site, const std::string& id) {
    struct Last {
        std::mutex mutex;
        Clock::time_point next = Clock::now();
    };
    return [&site, id, last = std::make_shared<Last>()](registry::Progress progress) {
        {
            const std::lock_guard guard(last->mutex);
            const auto now = Clock::now();
            if (now < last->next && progress.current != progress.total) {
                return;
            }
            last->next = now + kProgressPause;
        }
        site.background.tellLoop([&site, id, progress] {
            site.journal.tell(ProgressEvent{id, progress.current, progress.total, "bytes"});
        });
    };
}

}  // namespace

std::vector<BaseImages::Need> BaseImages::needs(const plan::BuildPlan& plan) {
    std::vector<Need> out;
    const auto add = [&](const plan::Origin& origin, const plan::Step& step) {
        const auto* image = std::get_if<plan::FromImage>(&origin);
        if (image && std::ranges::find(out, *image, &Need::image) == out.end()) {
            out.push_back({*image, image->platform.value_or(plan.options.platform), step.index});
        }
    };
    for (const plan::Step& step : plan.steps) {
        const plan::Stage& stage = plan.stages[static_cast<std::size_t>(step.stage)];
        if (!stage.reached) {
            continue;
        }
        if (std::holds_alternative<plan::ImageOperation>(step.operation)) {
            add(stage.base, step);
        } else if (const auto* copy = std::get_if<plan::CopyOperation>(&step.operation)) {
            add(copy->origin, step);
        } else if (const auto* run = std::get_if<plan::RunOperation>(&step.operation)) {
            for (const auto& mount : run->mounts) {
                add(mount.origin, step);
            }
        }
    }
    return out;
}

void BaseImages::announce(const plan::BuildPlan& plan) {
    for (const plan::Step& step : plan.steps) {
        if (!plan.stages[static_cast<std::size_t>(step.stage)].reached) {
            continue;
        }
        StepEvent event = stepEvent(plan, step, StepStatus::Waiting);
        std::string text = toJson({0, event});
        auto& sent = m_announced[step.id];
        if (sent != text) {
            sent = std::move(text);
            m_site.journal.tell(std::move(event));
        }
    }
}

Result<registry::ImageSource*> BaseImages::source() {
    if (!m_source) {
        if (!m_factory) {
            return fail(ErrorCode::NotFound, text::say("there is no registry to ask"));
        }
        auto opened = m_factory(m_site.store);
        if (!opened) {
            return fail(opened.error());
        }
        m_source = std::move(*opened);
    }
    return m_source.get();
}

Error BaseImages::notHere(const plan::BuildPlan& plan, const Need& need, const std::string& why) const {
    const plan::Step& step = plan.steps[static_cast<std::size_t>(need.step)];
    Error error{ErrorCode::NotFound, why, m_site.dockerfile, placeOf(plan, step)};
    // A stage of that name below its FROM is likely what was meant.
    for (const plan::Problem& problem : plan.problems) {
        if (problem.severity == dockerfile::Severity::Warning && problem.where.line == step.line) {
            error.message += ' ' + problem.message;
        }
    }
    return error;
}

Error BaseImages::notInStore(const plan::BuildPlan& plan, const Need& need, const std::string& why) const {
    const auto reference = image::Reference::parse(need.image.name);
    const std::string name = reference ? reference->familiar() : need.image.name;
    const auto others = reference ? m_site.store->tagsOf(*reference) : std::vector<store::Tag>();
    return notHere(plan, need,
                   others && !others->empty() ? text::say("The image {} is not in the store for {}, and {}", name,
                                                          need.platform.toString(), why)
                                              : text::say("The image {} is not in the store, and {}", name, why));
}

Task<Result<>> BaseImages::pullAll(const plan::BuildPlan& plan, std::vector<Need> needs) {
    std::stop_source ending;
    const std::stop_callback whole(m_site.stop, [&ending] { ending.request_stop(); });
    std::vector<std::shared_ptr<Arrival<Result<>>>> pulls;
    for (Need& need : needs) {
        pulls.push_back(std::make_shared<Arrival<Result<>>>());
        start(pull(plan, std::move(need), ending.get_token()), [&ending, arrival = pulls.back()](Result<> pulled) {
            if (!pulled) {
                ending.request_stop();
            }
            arrival->arrive(std::move(pulled));
        });
    }
    Result<> result;
    for (const auto& each : pulls) {  // all of them: none may outlive this
        auto pulled = co_await Arriving(each);
        if (!pulled && (result || result.error().code == ErrorCode::Canceled)) {
            result = std::move(pulled);
        }
    }
    co_return result;
}

Task<Result<>> BaseImages::pull(const plan::BuildPlan& plan, Need need, std::stop_token stop) {
    const plan::Step& step = plan.steps[static_cast<std::size_t>(need.step)];
    const auto reference = image::Reference::parse(need.image.name);
    if (!reference) {
        co_return fail(notHere(plan, need, reference.error().message));
    }
    if (m_request.offline) {
        co_return fail(notInStore(plan, need, text::say("the build is offline: pull or import it first.")));
    }
    const auto from = source();
    if (!from) {
        co_return fail(notInStore(plan, need, from.error().message));
    }
    const bool isFrom = std::holds_alternative<plan::ImageOperation>(step.operation);
    if (isFrom) {
        m_site.journal.tell(stepEvent(plan, step, StepStatus::Running));
    }
    const std::int64_t began = m_site.journal.elapsedMs();
    const auto pulled = co_await m_site.background.wait(
        [source = *from, reference = *reference, platform = need.platform, report = reporter(m_site, step.id),
         stop = std::move(stop)] { return source->pull(reference, platform, report, stop); });
    if (!pulled) {
        const bool isCanceled = m_site.stopping() || pulled.error().code == ErrorCode::Canceled;
        if (isFrom) {
            StepEvent event = stepEvent(plan, step, isCanceled ? StepStatus::Canceled : StepStatus::Failed);
            event.durationMs = m_site.journal.elapsedMs() - began;
            event.message = isCanceled ? std::string() : pulled.error().message;
            m_site.journal.tell(std::move(event));
        }
        if (isCanceled) {
            co_return fail(canceled());
        }
        Error error = notHere(plan, need, pulled.error().message);
        error.code = pulled.error().code;
        co_return fail(std::move(error));
    }
    m_site.pulled[need.image] = {m_site.journal.elapsedMs() - began, pulled->isNew};
    co_return Result<>{};
}

Task<Result<Resolved>> BaseImages::resolve(std::shared_ptr<const dockerfile::SyntaxTree> tree, plan::Options options) {
    // With --pull what the store has from before doesn't count.
    const plan::BaseResolver inStore = [&](std::span<const plan::FromImage> images, const image::Platform& platform) {
        plan::Bases found = cache::basesFromStore(images, platform, *m_site.store);
        std::erase_if(found, [&](const auto& base) { return m_request.pull && !m_site.pulled.contains(base.first); });
        return found;
    };
    while (true) {
        plan::ResolvedBases resolved;
        Resolved out;
        out.plan = std::make_shared<const plan::BuildPlan>(plan::planResolved(tree, options, inStore, resolved));
        out.bases = std::move(resolved.bases);
        if (const plan::Problem* problem = out.plan->firstError()) {
            co_return fail(problemError(*problem, m_site.dockerfile));
        }
        announce(*out.plan);
        std::vector<Need> missing = needs(*out.plan);
        std::erase_if(missing, [&](const Need& need) { return out.bases.contains(need.image); });
        if (missing.empty()) {
            co_return out;
        }
        for (const Need& need : missing) {
            if (m_site.pulled.contains(need.image)) {
                co_return fail(notHere(*out.plan, need,
                                       text::say("The image {} was pulled, but has nothing for {}.", need.image.name,
                                                 need.platform.toString())));
            }
        }
        if (auto pulled = co_await pullAll(*out.plan, std::move(missing)); !pulled) {
            co_return fail(pulled.error());
        }
    }
}

}  // namespace slipway::engine
