#include "cache/forecast.h"
#include "cache/json.h"
#include "text/utf8.h"

namespace slipway::cache {

namespace {

Json valid(const std::string& text) { return text::toValidUtf8(text); }

Json reasonJson(const plan::BuildPlan& plan, const Reason& reason) {
    Json out = {{"kind", reasonKindName(reason.kind)}, {"text", valid(reason.text())}};
    if (reason.step >= 0) {
        const plan::Step& cause = plan.steps[static_cast<std::size_t>(reason.step)];
        out["step"] = cause.id;
        out["line"] = cause.line;
    }
    if (!reason.differences.empty()) {
        Json list = Json::array();
        for (const Difference& each : reason.differences)
            list.push_back({{"name", valid(each.name)}, {"from", valid(each.from)}, {"to", valid(each.to)}});
        out["differences"] = std::move(list);
    }
    return out;
}

}  // namespace

std::string forecastJson(const plan::BuildPlan& plan, const Forecast& forecast) {
    Json steps = Json::array();
    for (const StepForecast& each : forecast.steps) {
        const plan::Step& step = plan.steps[static_cast<std::size_t>(each.step)];
        const plan::Stage& stage = plan.stages[static_cast<std::size_t>(step.stage)];
        if (!stage.reached)
            continue;
        const char* status = each.status == Status::Cached    ? "cached"
                             : each.status == Status::Rebuild ? "rebuild"
                                                              : "unknown";
        Json out = {{"id", step.id},
                    {"stage", stage.name.empty() ? std::to_string(stage.index) : stage.name},
                    {"line", step.line},
                    {"name", valid(step.name)},
                    {"status", status},
                    {"reason", each.reason.kind == ReasonKind::None ? Json() : reasonJson(plan, each.reason)},
                    {"size", each.size ? Json(*each.size) : Json()},
                    {"expected_ms", each.expectedMs ? Json(*each.expectedMs) : Json()}};
        if (each.dockerWouldRerun)
            out["docker_would_rerun"] = true;
        steps.push_back(std::move(out));
    }
    return Json{{"steps", std::move(steps)}}.dump();
}

}  // namespace slipway::cache
