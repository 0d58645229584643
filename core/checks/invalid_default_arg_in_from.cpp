#include "checks/check.h"
#include "dockerfile/expansion.h"
#include "image/reference.h"
#include "plan/scope.h"

#include <map>

namespace slipway::checks {

extern const Rule invalidDefaultArgInFrom;
const Rule invalidDefaultArgInFrom{
    .name = "InvalidDefaultArgInFrom",
    .description = "FROM names an image also without --build-arg.",
    .explanation =
        "Who builds without the argument gets an error about an empty or broken image name. Give the ARG a default "
        "that works.",
    .find =
        [](const Subject& subject, Report& report) {
            plan::Options bare = subject.plan.options;
            bare.buildArgs.clear();
            const plan::Scope predefined = plan::platformArguments(bare.platform, {}, "");
            std::map<std::string, std::string, std::less<>> defaults;
            const auto value = [&](std::string_view name) -> std::optional<std::string> {
                const auto found = defaults.find(name);
                return found != defaults.end() ? found->second : predefined.get(name);
            };
            const char escape = subject.tree.escape();
            for (const Line& line : subject.lines) {
                const auto* arg = line.value ? std::get_if<dockerfile::Arg>(&*line.value) : nullptr;
                for (std::size_t i = 0; arg && line.stage < 0 && i < arg->items.size(); ++i) {
                    const auto& item = arg->items[i];
                    const auto text = item.value ? dockerfile::expandWord(item.value->text, value, escape)
                                                 : Result<dockerfile::Expansion>(dockerfile::Expansion{});
                    if (item.value && text) {
                        defaults[item.name.text] = text->text;
                    }
                }
                const auto* from = line.value ? std::get_if<dockerfile::From>(&*line.value) : nullptr;
                if (!from || dockerfile::usedNames(from->image.text, escape).empty()) {
                    continue;
                }
                const auto name = dockerfile::expandWord(from->image.text, value, escape);
                const bool valid = name && !name->text.empty() &&
                                   (name->text == "scratch" || subject.plan.stageNamed(name->text) ||
                                    image::Reference::parse(name->text));
                if (!valid) {
                    report.add(
                        line,
                        "Default value for ARG " + from->image.text + " results in empty or invalid base image name",
                        from->image.range);
                }
            }
        },
};

}  // namespace slipway::checks
