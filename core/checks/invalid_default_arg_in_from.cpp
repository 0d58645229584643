#include "checks/check.h"
#include "dockerfile/expansion.h"
#include "image/reference.h"
#include "plan/scope.h"
#include "text/say.h"

#include <map>

namespace slipway::checks {

extern const Rule invalidDefaultArgInFrom;
const Rule invalidDefaultArgInFrom{
    .name = "InvalidDefaultArgInFrom",
    .description = "FROM names an image also without --build-arg.",
    .explanation =
        "Who builds without the argument gets an error about an empty or broken image name. Give the ARG a default "
        "that works.",
    .fileOnly = true,
    .find =
        [](const Subject& subject, Report& report) {
            const plan::Options& options = subject.plan.options;
            const std::string last = subject.plan.stages.empty() ? "" : subject.plan.stages.back().name;
            const plan::Scope predefined = plan::platformArguments(options.platform, options.buildArgs,
                                                                   options.target.empty() ? last : options.target);
            std::map<std::string, std::string, std::less<>> defaults;
            const auto value = [&](std::string_view name) -> std::optional<std::string> {
                const auto found = defaults.find(name);
                return found != defaults.end() ? found->second : predefined.get(name);
            };
            const char escape = subject.tree.escape();
            for (const Line& line : subject.lines) {
                const auto* arg = line.as<dockerfile::Arg>();
                for (std::size_t i = 0; arg && line.stage < 0 && i < arg->items.size(); ++i) {
                    const auto& item = arg->items[i];
                    if (!item.value) {
                        continue;
                    }
                    const auto text = dockerfile::expandWord(item.value->text, value, escape);
                    if (!text) {
                        return;  // the build says so itself, and BuildKit looks no further, neither here nor below
                    }
                    defaults[item.name.text] = text->text;
                }
                const auto* from = line.as<dockerfile::From>();
                if (!from) {
                    continue;
                }
                const auto name = dockerfile::expandWord(from->image.text, value, escape);
                if (!name) {
                    return;
                }
                const auto reference = image::Reference::parse(name->text);
                if (!reference && reference.error().code != ErrorCode::Unsupported) {
                    report.add(line,
                               text::say("Default value for ARG {} results in empty or invalid base image name",
                                         from->image.text),
                               from->image.range);
                }
            }
        },
};

}  // namespace slipway::checks
