#include "commands.h"
#include "table.h"

#include "cache/outlook.h"
#include "context/stamp_file.h"
#include "text/quantity.h"
#include "text/utf8.h"

#include <algorithm>
#include <iostream>

namespace slipway::cli {

namespace {

std::string statusWord(const cache::StepForecast& step) {
    switch (step.status) {
        case cache::Status::Cached:
            return step.dockerWouldRerun ? "cached*" : "cached";
        case cache::Status::Rebuild:
            return "rebuild";
        case cache::Status::Unknown:
            break;
    }
    return "unknown";
}

void printTable(const cache::Outlook& outlook) {
    Table table({"LINE", "STEP", "STATUS", "SIZE", "TIME", "WHY"}, {0, 3, 4});
    bool marked = false;
    for (const cache::StepForecast& step : outlook.forecast.steps) {
        const plan::Step& planned = outlook.plan.steps[static_cast<std::size_t>(step.step)];
        if (!outlook.plan.stages[static_cast<std::size_t>(planned.stage)].reached) {
            continue;
        }
        marked = marked || step.dockerWouldRerun;
        table.add(
            {std::to_string(planned.line), text::oneLine(outlook.plan.label(planned) + " " + planned.name, 60),
             statusWord(step), step.size ? text::bytesText(*step.size) : "",
             step.expectedMs && step.status != cache::Status::Cached ? "≈ " + text::durationText(*step.expectedMs) : "",
             step.reason.text()});
    }
    std::cout << table.toString();
    if (marked) {
        std::cout << "* docker build would have run this\n";
    }
}

}  // namespace

int run(const Forecast& arguments) {
    auto location = locate(arguments.plan.context, arguments.plan.file);
    if (!location) {
        return complain(location.error());
    }
    auto options = planOptions(arguments.plan, location->shown);
    if (!options) {
        return complain(options.error(), true);
    }
    options->all = arguments.all;
    auto store = openStore();
    if (!store) {
        return complain(store.error());
    }
    const auto stamps = context::StampFile::open(((*store)->home() / "stamps").string(), location->folder);
    const cache::OutlookOptions outlookOptions{.folder = location->folder,
                                               .dockerfile = location->dockerfile,
                                               .plan = *options,
                                               .noCache = arguments.plan.noCache,
                                               .cutoff = arguments.plan.cutoff,
                                               .overlay = {},
                                               .stamps = stamps};
    const cache::Outlook outlook = cache::outlook(std::move(location->text), outlookOptions, **store);
    if (auto saved = stamps->save(); !saved) {
        std::cerr << "slipway: " << saved.error().describe() << '\n';  // the next look reads the files again, no more
    }
    // None is where the target is no stage: the error says all then.
    const bool anyStage = std::ranges::any_of(outlook.plan.stages, &plan::Stage::reached);
    if (arguments.format == Format::Json) {
        std::cout << cache::forecastJson(outlook.plan, outlook.forecast) << '\n';
    } else if (anyStage) {
        printTable(outlook);
    }
    if (outlook.contextError) {
        return complain(*outlook.contextError);
    }
    if (const plan::Problem* const problem = outlook.plan.firstError()) {
        return complain(Error(ErrorCode::Invalid, problem->message, location->shown, problem->where));
    }
    return 0;
}

}  // namespace slipway::cli
