#include "checks/check.h"
#include "text/say.h"

namespace slipway::checks {

extern const Rule invalidBaseImagePlatform;
const Rule invalidBaseImagePlatform{
    .name = "InvalidBaseImagePlatform",
    .description = "The base image is for the platform that is built.",
    .explanation =
        "The image that stands under this name was made for another platform, so its programs don't run here or run "
        "slowly. Pull it for this platform, or say with --platform which one you mean.",
    .perStage = true,
    .fileOnly = true,
    .find =
        [](const Subject& subject, Report& report) {
            if (!subject.surroundings.bases) {
                return;
            }
            for (const Line& line : subject.lines) {
                const plan::Stage* stage = subject.stageOf(line);
                if (!stage || line.keyword != dockerfile::Keyword::From || stage->steps.empty()) {
                    continue;
                }
                const plan::Step& first = subject.plan.steps[static_cast<std::size_t>(stage->steps.front())];
                const auto* image = std::get_if<plan::ImageOperation>(&first.operation);
                const plan::Base* base = image ? plan::baseOf(subject.surroundings.bases, stage->base) : nullptr;
                if (!base) {
                    continue;
                }
                const image::Platform& found = base->config->platform;
                if (found.os != image->platform.os || found.architecture != image->platform.architecture) {
                    report.add(
                        line,
                        text::say("Base image {} was pulled with platform \"{}\", expected \"{}\" for current build",
                                  image->name, found.toString(), image->platform.toString()));
                }
            }
        },
};

}  // namespace slipway::checks
